//! Lines that could not be used, and what people decide about them.

use civil::TerminalSerial;
use storage::{
    AuditEntry, StoreError,
    presence::{Delivery, NewPunch, PunchSource, Quarantined, Recorded, Repair},
};

use crate::{
    SqlStore, connection::args, desk::DeliveryDeed, presence::recording::record_deliveries,
    writing::Writing,
};

impl SqlStore {
    pub(super) async fn list_quarantine(&self, limit: u32) -> Result<Vec<Quarantined>, StoreError> {
        let text = "SELECT q.id, t.serial, d.received, q.reason, q.pin, q.raw, q.decision \
                    FROM quarantine q \
                    JOIN terminal t ON t.regency_id = q.regency_id AND t.id = q.terminal \
                    JOIN delivery d ON d.regency_id = q.regency_id AND d.id = q.delivery \
                    WHERE q.regency_id = $1 AND q.decision IS NULL \
                    ORDER BY q.id DESC LIMIT $2";
        let args = args![self.regency, i64::from(limit)];
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args, |row| {
            Ok(Quarantined {
                id: row.int(0)?,
                terminal: row.parsed(1, "terminal")?,
                received: row.instant(2)?,
                reason: row.text(3)?,
                pin: row.maybe_text(4)?,
                raw: row.bytes(5)?,
                decision: row.maybe_text(6)?,
            })
        });
        rows.await
    }

    pub(super) async fn count_quarantine(&self) -> Result<u64, StoreError> {
        let text = "SELECT count(*) FROM quarantine WHERE regency_id = $1 AND decision IS NULL";
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args![self.regency], |row| row.number::<u64>(0, "count"));
        Ok(rows.await?.into_iter().sum())
    }

    pub(super) async fn count_quarantine_by_terminal(
        &self,
    ) -> Result<Vec<(TerminalSerial, u64)>, StoreError> {
        let text = "SELECT t.serial, count(*) FROM quarantine q \
                    JOIN terminal t ON t.regency_id = q.regency_id AND t.id = q.terminal \
                    WHERE q.regency_id = $1 AND q.decision IS NULL GROUP BY t.serial";
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args![self.regency], |row| {
            Ok((row.parsed::<TerminalSerial>(0, "terminal")?, row.number(1, "count")?))
        });
        let mut counts = rows.await?;
        counts.sort_unstable();
        Ok(counts)
    }
}

/// Decides a line; `None` if there is no such undecided line.
pub(super) async fn decide(
    writing: &mut Writing,
    repair: Repair,
    audit: AuditEntry,
) -> Result<Option<Recorded>, StoreError> {
    let Repair { quarantine, punch, decided } = repair;
    let text = "SELECT t.serial, q.raw FROM quarantine q \
                JOIN terminal t ON t.regency_id = q.regency_id AND t.id = q.terminal \
                WHERE q.regency_id = $1 AND q.id = $2 AND q.decision IS NULL";
    let args = args![writing.regency, quarantine];
    let found =
        writing.connection.rows(text, args, |row| Ok((row.parsed(0, "terminal")?, row.bytes(1)?)));
    let Some((terminal, body)) = found.await?.pop() else { return Ok(None) };
    let decision = if punch.is_some() { "repaired" } else { "discarded" };
    let text = "UPDATE quarantine SET decision = $3, decided = $4 \
                WHERE regency_id = $1 AND id = $2";
    let args = args![writing.regency, quarantine, decision, decided.as_microsecond()];
    writing.connection.execute(text, args).await?;
    let Some((pin, at, zone)) = punch else {
        writing.audit([&audit]).await?;
        return Ok(Some(Recorded::default()));
    };
    let delivery = Delivery {
        terminal,
        zone,
        source: PunchSource::Repair,
        received: decided,
        body,
        punches: vec![NewPunch { pin, at, status: None, verify: None, line: 1 }],
        quarantined: Vec::new(),
    };
    let deed = DeliveryDeed { delivery, audit };
    let done = record_deliveries(writing, &[&deed]).await?.pop().unwrap_or_default();
    if done.stored == 0 {
        // The punch was known, so the delivery left no entry; the decision does.
        writing.audit([&deed.audit]).await?;
    }
    Ok(Some(done))
}

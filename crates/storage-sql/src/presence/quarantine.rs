//! Lines that could not be used, and what people decide about them.

use civil::{Skpd, TerminalSerial};
use storage::{
    AuditEntry, StoreError,
    presence::{Delivery, NewPunch, PunchSource, Quarantined, Recorded, Repair},
};

use crate::{
    SqlStore,
    connection::{Row, args},
    desk::DeliveryDeed,
    presence::recording::record_deliveries,
    writing::Writing,
};

/// Lines in quarantine, found by their numbers; [`line`] reads the rows.
macro_rules! select_lines {
    ($found:literal) => {
        concat!(
            "SELECT q.id, t.serial, d.received, q.reason, q.pin, q.raw, q.decision ",
            "FROM quarantine q ",
            "JOIN terminal t ON t.regency_id = q.regency_id AND t.id = q.terminal ",
            "JOIN delivery d ON d.regency_id = q.regency_id AND d.id = q.delivery ",
            "WHERE q.regency_id = $1 AND ",
            $found,
            " AND q.decision IS NULL ORDER BY q.id DESC"
        )
    };
}

fn line(row: &Row) -> Result<Quarantined, StoreError> {
    Ok(Quarantined {
        id: row.int(0)?,
        terminal: row.parsed(1, "terminal")?,
        received: row.instant(2)?,
        reason: row.text(3)?,
        pin: row.maybe_text(4)?,
        raw: row.bytes(5)?,
        decision: row.maybe_text(6)?,
    })
}

impl SqlStore {
    pub(super) async fn list_quarantine(
        &self,
        skpd: Option<&Skpd>,
        limit: u32,
    ) -> Result<Vec<Quarantined>, StoreError> {
        // The numbers are found in the index of what waits, so that only the lines that are shown
        // are read.
        let text = select_lines!(
            "q.id IN (SELECT w.id FROM quarantine w WHERE w.regency_id = $1 \
             AND w.decision IS NULL AND ($2 = '' OR w.terminal IN \
             (SELECT o.id FROM terminal o WHERE o.regency_id = $1 AND o.skpd = $2)) \
             ORDER BY w.id DESC LIMIT $3)"
        );
        let args = args![self.regency, skpd.map_or("", Skpd::as_str), i64::from(limit)];
        self.read().await?.rows(text, args, line).await
    }

    pub(super) async fn find_quarantined(
        &self,
        id: i64,
    ) -> Result<Option<Quarantined>, StoreError> {
        let text = select_lines!("q.id = $2");
        Ok(self.read().await?.rows(text, args![self.regency, id], line).await?.pop())
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

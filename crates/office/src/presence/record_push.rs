//! A terminal pushed punches: keep them, then say how many.

use storage::{
    presence::{PunchSource, Recorded},
    terminals::Terminal,
};
use terminal::push::att_log;

use super::deliver::{Occasion, Said, SaidPunch, sort};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A push that is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PushRecorded {
    /// Records in the body: what the terminal must hear back, repeats and bad lines included.
    pub records: u32,
    /// What became of them.
    pub recorded: Recorded,
}

impl Office {
    /// Keeps the `ATTLOG` body of an approved terminal. When this returns, it is on disk.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`] if it could not be kept: the terminal must keep it then.
    pub async fn record_push(
        &self,
        terminal: &Terminal,
        body: Vec<u8>,
    ) -> Result<PushRecorded, OfficeError> {
        let actor = Actor::terminal(&terminal.serial);
        actor.require(Permission::DeliverPunches, Scope::Regency)?;
        let occasion = Occasion {
            terminal: &terminal.serial,
            zone: terminal.zone,
            source: PunchSource::Push,
            received: self.now(),
        };
        let sorted = sort(&occasion, pushed_lines(&body));
        let records = u32::try_from(sorted.lines()).unwrap_or(u32::MAX);
        if records == 0 {
            return Ok(PushRecorded { records, recorded: Recorded::default() });
        }
        let detail = format!("records={records}");
        let audit = self.audit(&actor, "presence.record_push", terminal.serial.to_string(), detail);
        let delivery = sorted.into_delivery(&occasion, body);
        let recorded = self.store.record_delivery(delivery, audit).await?;
        Ok(PushRecorded { records, recorded })
    }
}

/// The lines of a pushed body.
fn pushed_lines(body: &[u8]) -> impl Iterator<Item = Said<'_>> {
    att_log::lines(body).map(|line| Said {
        number: line.number,
        raw: line.raw,
        record: line.record.map(|record| SaidPunch {
            pin: record.pin,
            at: record.at,
            status: record.status,
            verify: record.verify,
        }),
    })
}

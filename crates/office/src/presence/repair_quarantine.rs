//! Lines that could not be used as they are: shown, repaired or discarded by a person.

use civil::{Wall, Zone};
use jiff::Timestamp;
use serde::Serialize;
use storage::presence::{PunchSource, Quarantined, Recorded, Repair};
use terminal::{At, Pin};

use super::deliver::{Occasion, Said, SaidPunch, sort};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A line that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuarantinedLine {
    /// Its number, for the decision.
    pub id: i64,
    /// Serial of the terminal.
    pub terminal: String,
    /// When it came.
    pub received: Timestamp,
    /// Why it is here, as a code: `before_2005`, `ahead_of_server`, `impossible_date` …
    pub reason: String,
    /// The PIN, where one could be read.
    pub pin: Option<String>,
    /// The line, at most 1,000 bytes of it; what is no text is shown as `�`.
    pub raw: String,
}

/// What a person decides about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuarantineDecision {
    /// It was this punch.
    Repair {
        /// The PIN.
        pin: Pin,
        /// What the terminal's wall should have shown.
        at: Wall,
        /// Zone of that wall.
        zone: Zone,
    },
    /// It was no punch.
    Discard,
}

impl Office {
    /// Lines in quarantine that nobody has decided, newest first. Who is bound to an organisation
    /// sees those of its terminals.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn list_quarantine(
        &self,
        actor: &Actor,
        limit: u32,
    ) -> Result<Vec<QuarantinedLine>, OfficeError> {
        let scope = actor.skpd().map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::SeeTerminals, scope)?;
        let lines = self.store.quarantine(actor.skpd(), limit).await?;
        Ok(lines.into_iter().map(QuarantinedLine::of).collect())
    }

    /// Repairs or discards a line, for a reason that the audit log keeps. A repaired line becomes
    /// a punch, and its day is evaluated again.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] without a reason or with a time that cannot be believed either;
    /// [`OfficeError::NotFound`] if no such line waits, also because somebody decided it before.
    pub async fn decide_quarantine(
        &self,
        actor: &Actor,
        id: i64,
        decision: QuarantineDecision,
        reason: &str,
    ) -> Result<Recorded, OfficeError> {
        actor.require(Permission::RepairPunches, Scope::Regency)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(OfficeError::BadInput("say why; the audit log keeps it".to_owned()));
        }
        let not_found = || OfficeError::not_found("undecided line in quarantine", id.to_string());
        let line = self.store.quarantined(id).await?.ok_or_else(not_found)?;
        let (verb, detail, punch) = match decision {
            QuarantineDecision::Repair { pin, at, zone } => {
                self.check_plausible(&line, &pin, at, zone)?;
                let detail = format!("pin={pin} at={at} zone={:+} {reason}", zone.0);
                ("presence.repair_quarantine", detail, Some((pin.as_str().to_owned(), at, zone)))
            }
            QuarantineDecision::Discard => ("presence.discard_quarantine", reason.to_owned(), None),
        };
        let repair = Repair { quarantine: id, punch, decided: self.now() };
        let audit = self.audit(actor, verb, format!("{} line {id}", line.terminal), detail);
        self.store.decide_quarantine(repair, audit).await?.ok_or_else(not_found)
    }

    /// A repaired reading must pass where the line did not: the same second stage.
    fn check_plausible(
        &self,
        line: &Quarantined,
        pin: &Pin,
        at: Wall,
        zone: Zone,
    ) -> Result<(), OfficeError> {
        let occasion = Occasion {
            terminal: &line.terminal,
            zone,
            source: PunchSource::Repair,
            received: self.now(),
        };
        let record = SaidPunch {
            pin: pin.as_str(),
            at: At::Wall(at.datetime()),
            status: None,
            verify: None,
        };
        let said = Said { number: 1, raw: &line.raw, record: Ok(record) };
        let sorted = sort(&occasion, std::iter::once(said));
        match sorted.quarantined.first().map(|line| line.reason) {
            None => Ok(()),
            Some("before_2005") => {
                Err(OfficeError::BadInput(format!("{at} lies before 2005; check the year")))
            }
            Some(_) => Err(OfficeError::BadInput(format!(
                "{at} lies more than a day in the future; check the date"
            ))),
        }
    }
}

impl QuarantinedLine {
    fn of(line: Quarantined) -> Self {
        Self {
            id: line.id,
            terminal: line.terminal.to_string(),
            received: line.received,
            reason: line.reason,
            pin: line.pin,
            raw: String::from_utf8_lossy(&line.raw).into_owned(),
        }
    }
}

//! Recording an event by its own list or its own terminals, as often as needed: what is recorded
//! last holds.

use civil::{Nip, PersonId, Rupiah, Skpd, TerminalSerial, Wall};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use storage::{
    matters::{Effect, MatterKind, NewMatter, NewStep, Opened, Standing, StepDone},
    people::Occurrence,
};

use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Who was at an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// Whoever punched on these terminals within its time, or before it began and had not left.
    Terminals(Vec<TerminalSerial>),
    /// Whoever punched on these terminals as above, and whoever is named beside them.
    Seen {
        /// The terminals.
        terminals: Vec<TerminalSerial>,
        /// The people.
        people: Vec<Nip>,
    },
    /// Whoever is on a list: a CSV or XLSX file with a column `nip`.
    List {
        /// Name of the file.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// An event that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldEvent {
    /// Code of the kind, as rules name what is missed: `apel`, `upacara`, `senam`.
    pub code: String,
    /// Of which organisation.
    pub skpd: Skpd,
    /// The day.
    pub date: Date,
    /// Minutes of the day between which one had to be there.
    pub minutes: (u16, u16),
    /// Who was there.
    pub attendance: Attendance,
    /// Number of the invitation or of the list.
    pub letter: String,
}

/// Somebody who was expected and not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedPerson {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The scan of that day that is nearest to the event, on whatever terminal.
    #[serde(skip)]
    pub nearest_scan: Option<Wall>,
    /// What missing it takes from the month, in rupiah, never negative; known only where the event
    /// is looked at before it is recorded, and the law is not silent.
    #[serde(skip)]
    pub cost: Option<Rupiah>,
}

/// Who was expected at an event, and who of them was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTurnout {
    /// People who were expected: in service, with a shift that day, neither on leave nor on duty
    /// elsewhere.
    pub expected: u32,
    /// Of them those who were there.
    pub present: u32,
    /// Of them those who were not, by name.
    pub missed: Vec<MissedPerson>,
    /// Numbers that are named and nobody carries; while there are any, nothing is recorded.
    pub unknown: Vec<String>,
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRecorded {
    /// Its matter.
    pub matter: i64,
    /// Who was expected, and who was there.
    pub turnout: EventTurnout,
}

/// Why an event cannot be recorded like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventFault {
    /// It ends before it begins.
    #[error("the time it ends must come after the time it begins")]
    Backwards,
    /// It is not over.
    #[error("it is not over yet; record it afterwards")]
    Ahead,
    /// It rests on nothing.
    #[error("name the letter or the list it rests on")]
    NoLetter,
    /// No rule charges for such an event.
    #[error("no rule of the regency knows it; look at the law in force")]
    UnknownKind,
}

impl EventFault {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Backwards => "backwards",
            Self::Ahead => "ahead",
            Self::NoLetter => "no-letter",
            Self::UnknownKind => "unknown-kind",
        }
    }
}

/// An event that was looked at.
struct LookedAt {
    expected: usize,
    missed: Vec<(PersonId, MissedPerson)>,
    unknown: Vec<String>,
}

impl LookedAt {
    fn turnout(self) -> EventTurnout {
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        EventTurnout {
            expected: count(self.expected),
            present: count(self.expected - self.missed.len()),
            missed: self.missed.into_iter().map(|(_, person)| person).collect(),
            unknown: self.unknown,
        }
    }
}

/// What is kept of an event.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) code: String,
    pub(super) minutes: (u16, u16),
    pub(super) letter: String,
}

impl Office {
    /// Looks at who was missed at an event as [`Self::record_event`] does, says what it will cost
    /// each of them, and records nothing.
    ///
    /// # Errors
    ///
    /// Those of [`Self::record_event`].
    pub async fn check_event(
        &self,
        actor: &Actor,
        event: &HeldEvent,
    ) -> Result<EventTurnout, OfficeError> {
        let mut looked_at = self.look_at_event(actor, event).await?;
        self.add_costs(event, &mut looked_at.missed).await?;
        Ok(looked_at.turnout())
    }

    /// Records who was missed at an event. Recorded again, as when a terminal delivers late, it
    /// takes the place of what was recorded before.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for an event that has not been, a code
    /// that no rule knows, or a list that cannot be read or names somebody unknown.
    pub async fn record_event(
        &self,
        actor: &Actor,
        event: HeldEvent,
    ) -> Result<EventRecorded, OfficeError> {
        let looked_at = self.look_at_event(actor, &event).await?;
        if let Some(nip) = looked_at.unknown.first() {
            let why = format!("nobody carries the NIP {nip}; check the digits");
            return Err(OfficeError::BadInput(why));
        }
        let effects = looked_at.missed.iter().map(|(person, _)| {
            Effect::Occurrence(Occurrence {
                person: *person,
                date: event.date,
                code: format!("missed:{}", event.code),
                amount: 1,
                reason: event.letter.trim().to_owned(),
            })
        });
        let effects: Vec<Effect> = std::iter::once(Effect::Withdraw).chain(effects).collect();
        let matter = self.keep_event(actor, &event, effects, looked_at.missed.len()).await?;
        Ok(EventRecorded { matter, turnout: looked_at.turnout() })
    }

    /// Why an event cannot be recorded like this, whoever was there.
    #[must_use]
    pub fn event_fault(&self, event: &HeldEvent) -> Option<EventFault> {
        let (from, until) = event.minutes;
        let ends = Wall::midnight(event.date).plus_seconds(i64::from(until) * 60);
        if until <= from || until > 1_440 {
            Some(EventFault::Backwards)
        } else if ends > self.wall_now() {
            Some(EventFault::Ahead)
        } else if event.letter.trim().is_empty() {
            Some(EventFault::NoLetter)
        } else if !self.event_kinds().iter().any(|kind| kind.code == event.code) {
            Some(EventFault::UnknownKind)
        } else {
            None
        }
    }

    async fn look_at_event(
        &self,
        actor: &Actor,
        event: &HeldEvent,
    ) -> Result<LookedAt, OfficeError> {
        actor.require(Permission::CloseMonth, Scope::Skpd(&event.skpd))?;
        if let Some(fault) = self.event_fault(event) {
            let why = match fault {
                EventFault::UnknownKind => format!(
                    "no rule of the regency knows \"{}\"; look at the law in force",
                    event.code
                ),
                EventFault::Backwards | EventFault::Ahead | EventFault::NoLetter => {
                    fault.to_string()
                }
            };
            return Err(OfficeError::BadInput(why));
        }
        let (seen, unknown) = self.seen_at(event).await?;
        let mut people = self.expected_at(event).await?;
        let expected = people.len();
        people.retain(|one| !seen.was_there(one, event));
        let missed = people.into_iter().map(|one| (one.person, one.missed)).collect();
        Ok(LookedAt { expected, missed, unknown })
    }

    /// Keeps the event as a matter, with who was missed as its newest step.
    async fn keep_event(
        &self,
        actor: &Actor,
        event: &HeldEvent,
        effects: Vec<Effect>,
        missed: usize,
    ) -> Result<i64, OfficeError> {
        let HeldEvent { code, skpd, date, minutes, letter, .. } = event;
        let kept = Kept { code: code.clone(), minutes: *minutes, letter: letter.clone() };
        let standing = || Standing { stage: "recorded".to_owned(), desk: None, due: None };
        let subject = format!("{skpd} {date} {code}");
        let new = NewMatter {
            kind: MatterKind::Event,
            person: None,
            skpd: skpd.clone(),
            from: *date,
            until: *date,
            key: Some(subject.clone()),
            data: serde_json::to_string(&kept).expect("an event is words and numbers"),
            standing: standing(),
        };
        let detail = format!("missed={missed}");
        let audit = self.audit(actor, "presence.record_event", subject, detail);
        let opened = self.store.open_matters(&[(new, audit.clone())]).await?;
        let (Some(Opened::New(id) | Opened::Known(id)), 1) = (opened.first(), opened.len()) else {
            return Err(OfficeError::BadInput("the event was not kept; try again".to_owned()));
        };
        let seen = self.store.matter(*id).await?.map_or(0, |matter| matter.steps);
        let step = NewStep {
            matter: *id,
            seen,
            verb: "recorded".to_owned(),
            person: actor.person(),
            data: letter.trim().to_owned(),
            standing: standing(),
            effects,
            audit,
        };
        match self.store.append_steps(&[step]).await?.as_slice() {
            [StepDone::Appended] => Ok(*id),
            _ => Err(OfficeError::BadInput(
                "somebody recorded this event a moment ago; look at it, then record it again"
                    .to_owned(),
            )),
        }
    }
}

//! The file of a case: what happened, in order, and what the law asks for next.
//!
//! A case is nothing but its events. Folding them gives its state; whatever the law forbids is
//! refused with a code, whatever came late is kept and marked, and where the law is silent the
//! state says so instead of inventing a limit.
//!
//! Source: PP 94/2021 art. 26–42, Peraturan BKN 6/2022 art. 46–62.

mod accept;
mod due;
mod event;
mod refusal;
mod sanctions;
mod state;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use due::Due;
pub use event::{Answer, CaseEvent, Officer, Step, StepKind, Subject, SummonsNumber};
pub use refusal::{Refusal, Refused};
pub use state::{CaseState, Decision, Late, Objection, Silent, Stage, Summons};

use super::Imposable;
use crate::law::Law;

/// What a case is held against.
#[derive(Clone, Copy)]
pub struct Procedure<'l> {
    /// The law.
    pub law: &'l Law,
    /// Which days are working days at the office of the person, holidays left out.
    pub is_working: &'l dyn Fn(Date) -> bool,
    /// What the person was punished for before in other cases.
    pub punished: &'l [Punished],
}

/// Days absent for which a sanction was imposed in another case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Punished {
    /// The days.
    pub absences: Vec<Date>,
}

/// A case folded from its events.
#[derive(Clone)]
pub struct CaseFile<'l> {
    procedure: Procedure<'l>,
    state: CaseState,
}

impl<'l> CaseFile<'l> {
    /// Folds the events of a case, in order.
    ///
    /// # Errors
    ///
    /// The first event that the law refuses, with its place and why.
    pub fn of(events: &[CaseEvent], procedure: Procedure<'l>) -> Result<Self, Refused> {
        let mut file = Self { procedure, state: CaseState::new() };
        for (place, event) in events.iter().enumerate() {
            file.state = accept::accept(&file.state, event, &procedure)
                .map_err(|refusal| Refused { place, refusal })?;
        }
        Ok(file)
    }

    /// Where the case stands.
    #[must_use]
    pub fn state(&self) -> &CaseState {
        &self.state
    }

    /// Whether the event may come next; changes nothing.
    ///
    /// # Errors
    ///
    /// Why it may not.
    pub fn may(&self, event: &CaseEvent) -> Result<(), Refusal> {
        accept::accept(&self.state, event, &self.procedure).map(drop)
    }

    /// The case with one more event.
    ///
    /// # Errors
    ///
    /// Why it may not come next.
    pub fn with(&self, event: &CaseEvent) -> Result<Self, Refusal> {
        let state = accept::accept(&self.state, event, &self.procedure)?;
        Ok(Self { procedure: self.procedure, state })
    }

    /// The sanction that may be imposed on `on` for the heaviest of what was found; `None` while
    /// nothing is found (PP 94/2021 art. 35 (3) and 42).
    ///
    /// # Errors
    ///
    /// [`Refusal::LawSilent`] or [`Refusal::UnknownSanction`].
    pub fn imposable(&self, on: Date) -> Result<Option<Imposable<'l>>, Refusal> {
        if self.state.breaches.is_empty() {
            return Ok(None);
        }
        accept::imposable(&self.state, on, &self.procedure).map(Some)
    }

    /// The step that is due next, and by when, as far as the law says.
    #[must_use]
    pub fn due(&self) -> Option<Due<'l>> {
        due::due(&self.state, &self.procedure)
    }
}

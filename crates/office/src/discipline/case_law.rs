//! A case as it is kept, held against the law.

use civil::PersonId;
use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, date},
};
use rules::{
    discipline::case::{CaseEvent, CaseFile, Procedure, Refused, Stage, Step},
    law::NotInForce,
};
use storage::matters::{Desk, Matter, MatterKind, Standing};

use super::{CaseEntry, counted::YEAR_MIN};
use crate::{Office, OfficeError, calendar::WorkingDays};

/// Days of the calendar before the first event that a deadline may look back to.
const DAYS_BEFORE: i64 = 60;

/// Days of the calendar after the last event that a deadline may reach.
const DAYS_AFTER: i64 = 120;

/// A case read from its matter and steps.
pub(super) struct KeptCase {
    pub(super) matter: Matter,
    /// Whom it is about.
    pub(super) person: PersonId,
    /// In order; the first opened it.
    pub(super) entries: Vec<KeptEntry>,
}

/// An entry, and who recorded it when.
pub(super) struct KeptEntry {
    pub(super) at: Timestamp,
    pub(super) actor: String,
    pub(super) recorder: Option<PersonId>,
    pub(super) entry: CaseEntry,
}

impl KeptCase {
    pub(super) fn events(&self) -> Vec<CaseEvent> {
        self.entries.iter().map(|kept| kept.entry.event.clone()).collect()
    }
}

impl Office {
    /// A case with everything that was recorded.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Store`], also if what is kept cannot be read.
    pub(super) async fn kept_case(&self, id: i64) -> Result<KeptCase, OfficeError> {
        let nothing = || OfficeError::not_found("case", id.to_string());
        let matter = self.store.matter(id).await?.ok_or_else(nothing)?;
        let person = matter.opened.person.filter(|_| matter.opened.kind == MatterKind::Case);
        let person = person.ok_or_else(nothing)?;
        let opened = KeptEntry {
            at: matter.at,
            actor: matter.by.clone(),
            recorder: None,
            entry: CaseEntry::from_text(&matter.opened.data)?,
        };
        let mut entries = vec![opened];
        for step in self.store.steps(id).await? {
            let entry = CaseEntry::from_text(&step.data)?;
            let (at, actor, recorder) = (step.at, step.actor, step.person);
            entries.push(KeptEntry { at, actor, recorder, entry });
        }
        Ok(KeptCase { matter, person, entries })
    }

    /// The working days that deadlines of these events can reach.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the law has no hours for offices then.
    pub(super) fn case_calendar(&self, events: &[CaseEvent]) -> Result<WorkingDays, NotInForce> {
        let days = || events.iter().flat_map(|event| [Some(event.on), summoned_for(event)]);
        let (first, last) = (days().flatten().min(), days().flatten().max());
        let today = self.today();
        let begin = first.unwrap_or(today).saturating_sub(DAYS_BEFORE.days());
        let end = last.unwrap_or(today).max(today).saturating_add(DAYS_AFTER.days());
        // A mistyped year must not compile a thousand of them.
        let (begin, end) =
            (begin.max(date(YEAR_MIN, 1, 1)), end.min(date(today.year() + 3, 12, 31)));
        self.working_days((begin.min(end), end))
    }
}

/// The day of an examination for which an event summons.
fn summoned_for(event: &CaseEvent) -> Option<Date> {
    let Step::Summoned { examination, .. } = &event.step else { return None };
    Some(*examination)
}

/// Folds events as far as the law lets, and tells which one it refuses now: the law may have been
/// changed since it was taken.
pub(super) fn fold<'l>(
    events: &[CaseEvent],
    procedure: Procedure<'l>,
) -> (CaseFile<'l>, Option<Refused>) {
    match CaseFile::of(events, procedure) {
        Ok(file) => (file, None),
        Err(refused) => {
            let taken = events.get(..refused.place).unwrap_or_default();
            let file = CaseFile::of(taken, procedure);
            (file.expect("the events before the first refused one are taken"), Some(refused))
        }
    }
}

/// Where the matter of a case stands: every step is recorded by the personnel office.
pub(super) fn standing(file: &CaseFile<'_>) -> Standing {
    let stage = file.state().stage;
    let over = stage.is_over();
    Standing {
        stage: stage.code().to_owned(),
        desk: (!over).then(Desk::bkpsdm),
        due: file.due().and_then(|due| due.by).filter(|_| !over),
    }
}

/// Whether days of a case with this stage were punished and stay so.
pub(super) fn is_punished(stage: Stage) -> bool {
    match stage {
        Stage::Decided
        | Stage::NotThere
        | Stage::Sent
        | Stage::Received
        | Stage::InEffect
        | Stage::Ended => true,
        Stage::New
        | Stage::Raised
        | Stage::Summoned
        | Stage::FirstMissed
        | Stage::SummonedAgain
        | Stage::SecondMissed
        | Stage::Examined
        | Stage::Found
        | Stage::NothingProven
        | Stage::Cancelled
        | Stage::Rehabilitated => false,
    }
}

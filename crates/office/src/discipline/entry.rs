//! What is kept of an event: what the law looks at, and what only its letter says.

use civil::PersonId;
use jiff::civil::Time;
use rules::discipline::{
    case::{CaseEvent, Step},
    letters::Exchange,
};
use serde::{Deserialize, Serialize};
use storage::StoreError;

use super::CaseRefusal;

/// Longest number of a letter, place or other short text, in characters.
const SHORT_CHARS_MAX: usize = 200;

/// Longest reason, note, question or answer, in characters.
const LONG_CHARS_MAX: usize = 2_000;

/// Most questions of an examination.
const EXCHANGES_MAX: usize = 50;

/// Most people or codes that one event names.
const NAMED_MAX: usize = 20;

/// Most days absent that one case names.
const ABSENCES_MAX: usize = 400;

/// An event as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseEntry {
    /// What the law looks at.
    pub event: CaseEvent,
    /// What only letters say.
    #[serde(default)]
    pub words: EventWords,
}

/// What an event says beside what the law looks at; for letters and for whoever reads the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventWords {
    /// Time of the examination for which the person is summoned.
    pub time: Option<Time>,
    /// Where it is.
    pub place: String,
    /// Before whom.
    pub examiner: Option<PersonId>,
    /// What was asked and answered.
    pub exchanges: Vec<Exchange>,
    /// Number of the report on what was found.
    pub report: String,
    /// Anything else to be remembered.
    pub note: String,
}

impl CaseEntry {
    /// An event without more words.
    #[must_use]
    pub fn plain(event: CaseEvent) -> Self {
        Self { event, words: EventWords::default() }
    }

    pub(super) fn from_text(text: &str) -> Result<Self, StoreError> {
        serde_json::from_str(text)
            .map_err(|error| StoreError::Inconsistent { what: "case", reason: error.to_string() })
    }

    pub(super) fn to_text(&self) -> String {
        serde_json::to_string(self).expect("an entry has no map with keys that are no text")
    }

    /// Refuses what is blank though a letter cannot be without it, and what is endless.
    pub(super) fn check(&self) -> Result<(), CaseRefusal> {
        let (number, reason, named) = said(&self.event.step);
        if number.is_some_and(|number| number.trim().is_empty()) {
            return Err(CaseRefusal::NumberMissing);
        }
        if reason.is_some_and(|reason| reason.trim().is_empty()) {
            return Err(CaseRefusal::ReasonMissing);
        }
        let words = &self.words;
        if matches!(self.event.step, Step::Summoned { .. }) && words.time.is_none() {
            return Err(CaseRefusal::TimeMissing);
        }
        let short = [number.unwrap_or(""), &words.place, &words.report];
        let long = [reason.unwrap_or(""), &words.note].into_iter().chain(
            words
                .exchanges
                .iter()
                .flat_map(|Exchange { question, answer }| [question.as_str(), answer.as_str()]),
        );
        let endless = |text: &str, most: usize| text.chars().count() > most;
        if short.iter().any(|text| endless(text, SHORT_CHARS_MAX))
            || long.into_iter().any(|text| endless(text, LONG_CHARS_MAX))
            || words.exchanges.len() > EXCHANGES_MAX
            || named > most(&self.event.step)
        {
            return Err(CaseRefusal::TooLong);
        }
        Ok(())
    }
}

fn most(step: &Step) -> usize {
    if matches!(step, Step::Raised { .. }) { ABSENCES_MAX } else { NAMED_MAX }
}

/// The number and the reason that a step must say, and how many days, people or codes it names.
fn said(step: &Step) -> (Option<&str>, Option<&str>, usize) {
    match step {
        Step::Raised { absences, .. } => (None, None, absences.len()),
        Step::Summoned { letter, .. } | Step::Objected { letter } => (Some(letter), None, 0),
        Step::TeamFormed { members, decree } => (Some(decree), None, members.len()),
        Step::Examined { by, minutes } => (Some(minutes), None, by.len()),
        Step::Found { breaches } => (None, None, breaches.len()),
        Step::Decided { number, .. } | Step::Answered { number, .. } => (Some(number), None, 0),
        Step::Cancelled { reason, .. } => (None, Some(reason), 0),
        Step::Rehabilitated { number, reason, .. } => (Some(number), Some(reason), 0),
        Step::NotCome
        | Step::HandedOver
        | Step::NotThere
        | Step::Sent
        | Step::Received
        | Step::TookEffect
        | Step::Ended => (None, None, 0),
    }
}

/// The people that an entry names.
pub(super) fn people_in(entry: &CaseEntry) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = match &entry.event.step {
        Step::Raised { subject, .. } => vec![subject.person],
        Step::TeamFormed { members, .. } => members.clone(),
        Step::Examined { by, .. } => by.clone(),
        Step::Decided { by, .. } => vec![by.person],
        Step::Cancelled { by, .. } | Step::Rehabilitated { by, .. } => vec![*by],
        Step::Summoned { .. }
        | Step::NotCome
        | Step::Found { .. }
        | Step::HandedOver
        | Step::NotThere
        | Step::Sent
        | Step::Received
        | Step::Objected { .. }
        | Step::Answered { .. }
        | Step::TookEffect
        | Step::Ended => Vec::new(),
    };
    people.extend(entry.words.examiner);
    people
}

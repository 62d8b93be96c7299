//! Recording an event of a unit: who was expected, who was there.

use askama::Template;
use jiff::civil::{Date, Time};

use crate::{
    Frame,
    pages::{Choice, FormError},
};

/// The form. It posts `csrf` first, then `kind`, `date`, `from`, `until`, `letter`, any `terminal`,
/// `list`, any `present`, and `step` (`check`, `record`) to its own address.
#[derive(Clone, Debug, Template)]
#[template(path = "unit_act/event.html")]
pub struct EventForm {
    /// What is around it.
    pub frame: Frame,
    /// The unit's name.
    pub unit: String,
    /// The page's own address.
    pub address: String,
    /// The month sheet of the unit.
    pub sheet: String,
    /// Kinds that a rule of the regency charges for missing.
    pub kinds: Vec<Choice>,
    /// The day, as typed.
    pub date: String,
    /// When it began, as typed.
    pub from: String,
    /// When it ended, as typed.
    pub until: String,
    /// The letter or list it rests on, as typed.
    pub letter: String,
    /// Terminals of the unit.
    pub terminals: Vec<Choice>,
    /// Numbers of those who were there, as typed.
    pub list: String,
    /// What was found, once nothing is wrong.
    pub checked: Option<EventChecked>,
    /// The month whose events are listed.
    pub month: Date,
    /// Events of the month that were recorded, the newest first.
    pub known: Vec<KnownEventRow>,
    /// What is wrong: fields `kind`, `date`, `from`, `until`, `letter`, `list`.
    pub errors: Vec<FormError>,
}

/// Who was expected, and who was there.
#[derive(Clone, Debug)]
pub struct EventChecked {
    /// People who were expected.
    pub expected: u32,
    /// Of them those who were there.
    pub present: u32,
    /// Of them those who were not.
    pub missed: Vec<PersonLine>,
}

/// A person in a line.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The scan of the day that is nearest to the event.
    pub nearest_scan: Option<Time>,
    /// What missing it takes from the month, in rupiah; `None` where the law is silent.
    pub cost: Option<i64>,
}

/// An event that was recorded.
#[derive(Clone, Debug)]
pub struct KnownEventRow {
    /// Its kind, as the law calls it.
    pub kind: String,
    /// The day.
    pub date: Date,
    /// When it began and ended.
    pub times: (Time, Time),
    /// The letter or list it rests on.
    pub letter: String,
    /// How often it was recorded; what was recorded last holds.
    pub times_recorded: u32,
}

impl EventForm {
    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    /// Whether a field is a day or a time, and not a sentence.
    pub(crate) fn is_short(name: &str) -> bool {
        name != "letter"
    }

    /// The fields of one line: name, label, hint, what was typed.
    pub(crate) fn lines(&self) -> [(&'static str, &'static str, &'static str, &str); 4] {
        [
            ("date", "request-date", "page-hint-date", &self.date),
            ("from", "page-event-from", "page-event-from-hint", &self.from),
            ("until", "page-event-until", "page-event-until-hint", &self.until),
            ("letter", "page-event-letter", "page-event-letter-hint", &self.letter),
        ]
    }
}

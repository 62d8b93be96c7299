//! Handing in the paper list of an outage: one decision settles everybody's day.

use askama::Template;
use jiff::civil::Date;
use office::proof::PROOFS_MAX;
use words::Phrase;

use crate::{
    Frame,
    pages::{
        FormError,
        request::{CauseChoice, Stage},
    },
};

/// The form. It posts `csrf` first, then `from`, `until`, `cause`, `reason`, `list`, and `step`
/// (`check`, `fill`, `send`) to its own address, with `files`.
#[derive(Clone, Debug, Template)]
#[template(path = "unit_act/outage.html")]
pub struct OutageForm {
    /// What is around it.
    pub frame: Frame,
    /// The unit's name.
    pub unit: String,
    /// The page's own address.
    pub address: String,
    /// The month sheet of the unit.
    pub sheet: String,
    /// First day, as typed.
    pub from: String,
    /// Last day, as typed.
    pub until: String,
    /// Why the terminals could not be used.
    pub causes: Vec<CauseChoice>,
    /// What happened, as typed.
    pub reason: String,
    /// Most letters of it.
    pub reason_chars_max: usize,
    /// The paper list, as typed.
    pub list: String,
    /// What was found, once nothing is wrong with the list.
    pub checked: Option<OutageChecked>,
    /// Whether files that were chosen have to be chosen again.
    pub files_again: bool,
    /// What the unit handed in lately, the newest first.
    pub known: Vec<KnownOutageRow>,
    /// What is wrong: fields `from`, `until`, `cause`, `reason`, `list`, `files`.
    pub errors: Vec<FormError>,
}

/// What was found about a list that can be handed in.
#[derive(Clone, Debug)]
pub struct OutageChecked {
    /// Days of people that it settles.
    pub rows: u32,
    /// Who decides.
    pub desk: Phrase,
}

/// An outage that was handed in.
#[derive(Clone, Debug)]
pub struct KnownOutageRow {
    /// Its own page.
    pub href: String,
    /// First and last day.
    pub days: (Date, Date),
    /// Why.
    pub cause: Phrase,
    /// Days of people on its list.
    pub rows: u32,
    /// Where it stands.
    pub stage: Stage,
}

impl OutageForm {
    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    /// Every mistake of a field, where a list may have many.
    pub(crate) fn all_of(&self, field: &str) -> Vec<&FormError> {
        self.errors.iter().filter(|error| error.field == field).collect()
    }

    pub(crate) fn files_max() -> usize {
        PROOFS_MAX
    }
}

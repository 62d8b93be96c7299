//! Asking for a corrected day: when were you there, and why does the terminal not know?

use askama::Template;
use jiff::civil::Date;
use office::{matter::Cause, proof::PROOFS_MAX};
use words::Phrase;

use crate::{
    Frame,
    pages::{ChoiceState, DayMark, FormError},
    paths,
};

/// The form of a request for corrected days. It posts `csrf` first, then `day`, `arrived` and
/// `left` of each row, `cause`, `reason` and the files to [`paths::CORRECTIONS`]; the button for one
/// day more posts all but the files to [`paths::NEW_CORRECTION`].
#[derive(Clone, Debug, Template)]
#[template(path = "request/correction.html")]
pub struct CorrectionForm {
    /// What is around it.
    pub frame: Frame,
    /// The days, at least one.
    pub days: Vec<DayRow>,
    /// The causes to choose from.
    pub causes: Vec<CauseChoice>,
    /// The reason typed before.
    pub reason: String,
    /// Most letters of a reason.
    pub reason_chars_max: usize,
    /// Whether files that were chosen have to be chosen again.
    pub files_again: bool,
    /// Whether there may be one day more.
    pub may_add: bool,
    /// What is wrong: fields `day-1`, `arrived-1`, `left-1`, `cause`, `reason`, `files`.
    pub errors: Vec<FormError>,
    /// The page to go back to.
    pub back: String,
}

/// A row of the form.
#[derive(Clone, Debug, Default)]
pub struct DayRow {
    /// Its number, from 1.
    pub number: usize,
    /// The day as typed.
    pub day: String,
    /// The arrival as typed.
    pub arrived: String,
    /// The departure as typed.
    pub left: String,
    /// How the day stands now, where it is known.
    pub now: Option<DayNow>,
}

impl DayRow {
    /// The id of one of its fields.
    pub(crate) fn field(&self, name: &str) -> String {
        format!("{name}-{}", self.number)
    }
}

/// How a day stands before it is corrected.
#[derive(Clone, Debug)]
pub struct DayNow {
    /// The day.
    pub date: Date,
    /// The mark.
    pub mark: DayMark,
    /// In a few words.
    pub what: Phrase,
    /// What it costs, in rupiah, not negative.
    pub cut: Option<i64>,
}

/// A cause to choose.
#[derive(Clone, Debug)]
pub struct CauseChoice {
    /// What the form sends.
    pub code: &'static str,
    /// What the reader sees.
    pub name: Phrase,
    /// Whether it is chosen.
    pub state: ChoiceState,
}

impl CauseChoice {
    /// A cause as the form offers it.
    pub(crate) fn of(cause: Cause, state: ChoiceState) -> Self {
        let code = cause.code();
        Self { code, name: Phrase::new(format!("request-cause-{code}")), state }
    }

    pub(crate) fn is_chosen(&self) -> bool {
        self.state == ChoiceState::Chosen
    }
}

impl CorrectionForm {
    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    pub(crate) fn files_max() -> usize {
        PROOFS_MAX
    }
}

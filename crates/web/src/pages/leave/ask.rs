//! Asking for leave, duty or permission: which kind, then its form, and what stands in the way
//! before anything is sent.

use askama::Template;
use office::proof::PROOFS_MAX;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, FormError},
    paths,
};

/// The kinds to choose from.
#[derive(Clone, Debug, Template)]
#[template(path = "leave/kinds.html")]
pub struct LeaveKinds {
    /// What is around it.
    pub frame: Frame,
    /// The kinds, by what they are to the day.
    pub groups: Vec<KindGroup>,
}

/// Kinds that are alike to the day.
#[derive(Clone, Debug)]
pub struct KindGroup {
    /// What is said above them.
    pub title: Phrase,
    /// Each kind with the address of its form.
    pub kinds: Vec<(Phrase, String)>,
}

/// The form of one kind. It posts `csrf` first, then `kind` and the fields that the kind has, and
/// `step` (`check`, `send`) to [`paths::NEW_LEAVE`]; papers come by the name of what they are.
#[derive(Clone, Debug, Template)]
#[template(path = "leave/ask.html")]
pub struct LeaveAsk {
    /// What is around it.
    pub frame: Frame,
    /// What the form sends as the kind.
    pub kind: String,
    /// What the reader calls it.
    pub title: Phrase,
    /// First day, last day and what else is typed in one line, in order.
    pub fields: Vec<LeaveField>,
    /// Reasons that the law names; empty where it names none.
    pub named: Vec<Choice>,
    /// The reason typed before.
    pub reason: String,
    /// Most letters of a reason, a place, a letter.
    pub chars_max: usize,
    /// What the check found, once it was made.
    pub checked: Option<Checked>,
    /// What is wrong: fields `from`, `until`, `begins`, `ends`, `named`, `child`, `place`, `letter`,
    /// `reason`, `files`, `checked`.
    pub errors: Vec<FormError>,
}

/// A field of one line.
#[derive(Clone, Debug)]
pub struct LeaveField {
    /// Its name and id.
    pub name: &'static str,
    /// What is asked.
    pub label: Phrase,
    /// How to answer.
    pub hint: Phrase,
    /// What was typed.
    pub value: String,
    /// Whether it is a short one, of digits.
    pub digits: bool,
}

/// What the check found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Working days it takes.
    pub working_days: u32,
    /// Working days of annual leave left without it and with it.
    pub annual: Option<(u32, u32)>,
    /// What stands in the way; then it cannot be sent.
    pub hinders: Vec<CheckedFinding>,
    /// What whoever decides is told.
    pub notes: Vec<CheckedFinding>,
    /// Papers to hand in with it; their words, and the name of the field.
    pub papers: Vec<(Phrase, String)>,
    /// Whether files that were chosen have to be chosen again.
    pub files_again: bool,
}

/// Something the check found.
#[derive(Clone, Debug)]
pub struct CheckedFinding {
    /// In a sentence.
    pub said: Phrase,
    /// Act and article.
    pub source: Option<(String, String)>,
}

impl LeaveAsk {
    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    pub(crate) fn files_max() -> usize {
        PROOFS_MAX
    }
}

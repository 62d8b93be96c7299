//! One request: the day as it is and as it would be, and everything said about it.

use askama::Template;
use jiff::civil::DateTime;
use words::Phrase;

use super::{Due, RequestRow};
use crate::{
    Frame,
    pages::{FormError, Rights},
    paths,
};

/// One request with its steps, and the forms of whoever may act.
#[derive(Clone, Debug, Template)]
#[template(path = "request/one.html")]
pub struct OneRequest {
    /// What is around it.
    pub frame: Frame,
    /// The request.
    pub request: RequestRow,
    /// When it was asked, local.
    pub at: DateTime,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// Whether the reader may decide it now.
    pub decides: Rights,
    /// What its own person may do.
    pub own: OwnForms,
    /// The page of the month it is about, if the reader may see it.
    pub month: Option<String>,
    /// Its letters as PDF: where, and what each is called.
    pub letters: Vec<(String, Phrase)>,
    /// The reason typed before.
    pub reason: String,
    /// What is wrong: fields `reason-17`, `appeal`, `take-back`.
    pub errors: Vec<FormError>,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    /// When, local.
    pub at: DateTime,
    /// By whom.
    pub by: String,
    /// What was done.
    pub what: Phrase,
    /// What was said; may be empty.
    pub said: String,
}

/// What the person of a request may do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnForms {
    /// It is another's.
    NotOwn,
    /// It is over, and nothing is left to do.
    Nothing,
    /// It waits: take it back.
    TakeBack,
    /// It holds: give it up, and the day is as before.
    Undo,
    /// It was refused, and not yet put before the personnel office.
    Appeal,
}

impl OneRequest {
    pub(crate) fn may_decide(&self) -> bool {
        self.decides == Rights::Change
    }

    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

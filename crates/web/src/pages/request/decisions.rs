//! Decisions: what waits for me, and what does it change?

use askama::Template;
use words::Phrase;

use super::{Due, RequestRow, Stage};
use crate::{
    Frame,
    pages::{ChoiceState, FormError},
    paths,
};

/// What waits for the reader, the oldest deadline first.
///
/// A row's form posts `csrf`, `matter` (`17:1`, number and steps seen), `reason` and `verdict`
/// (`grant`, `refuse`) to [`paths::DECISIONS`]; the form of many posts `of=many` beside, and a
/// `matter` for each that is ticked.
#[derive(Clone, Debug, Template)]
#[template(path = "request/decisions.html")]
pub struct Decisions {
    /// What is around it.
    pub frame: Frame,
    /// Those of the page.
    pub rows: Vec<DecisionRow>,
    /// How many wait in all.
    pub total: usize,
    /// The reason typed for many.
    pub reason: String,
    /// What is wrong: fields `reason-17`, `reason-many`, `many`.
    pub errors: Vec<FormError>,
}

/// A request that waits for the reader.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    /// The request.
    pub request: RequestRow,
    /// The reason typed before.
    pub reason: String,
    /// Whether it is ticked.
    pub ticked: ChoiceState,
}

impl DecisionRow {
    pub(crate) fn is_ticked(&self) -> bool {
        self.ticked == ChoiceState::Chosen
    }
}

impl Decisions {
    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    /// The shortcuts and what each does.
    pub(crate) fn shortcuts() -> [(&'static str, Phrase); 6] {
        ["j", "k", "s", "t", "x", "?"].map(|key| {
            let name = if key == "?" { "help" } else { key };
            (key, Phrase::new(format!("request-key-{name}")))
        })
    }
}

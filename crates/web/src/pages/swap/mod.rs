//! Asking a colleague to exchange turns.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, ChoiceState, FormError, MonthLinks},
    paths,
};

/// The form: first with whom, then on which days. It posts `csrf`, `month`, `with`, any `day`,
/// `reason` and `step` (`check`, `send`) to [`paths::NEW_SWAP`].
#[derive(Clone, Debug, Template)]
#[template(path = "swap/ask.html")]
pub struct SwapForm {
    /// What is around it.
    pub frame: Frame,
    /// Which month.
    pub month: MonthLinks,
    /// Colleagues of the same unit and pattern.
    pub colleagues: Vec<Choice>,
    /// The one who is chosen: number and name.
    pub with: Option<(String, String)>,
    /// Days to come on which the turns of the two differ.
    pub days: Vec<SwapDayRow>,
    /// Most days of one exchange.
    pub days_max: usize,
    /// Why, as typed.
    pub reason: String,
    /// Most letters of it.
    pub reason_chars_max: usize,
    /// What is to be warned of, with whom it is about, once the exchange was looked at.
    pub checked: Option<Vec<(String, Phrase)>>,
    /// What is wrong: fields `with`, `days`, `reason`.
    pub errors: Vec<FormError>,
}

/// A day with the turns of both.
#[derive(Clone, Debug)]
pub struct SwapDayRow {
    /// The day.
    pub date: Date,
    /// The reader's turn, `None` for a day off.
    pub mine: Option<String>,
    /// The colleague's.
    pub theirs: Option<String>,
    /// Whether it is to be exchanged.
    pub state: ChoiceState,
}

impl SwapForm {
    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

impl SwapDayRow {
    pub(crate) fn is_chosen(&self) -> bool {
        self.state == ChoiceState::Chosen
    }
}

//! The file of a case.

use askama::Template;
use jiff::civil::{Date, DateTime};
use words::Phrase;

use super::{FieldKind, StepForm};
use crate::{Frame, pages::FormError};

/// A case.
#[derive(Clone, Debug, Template)]
#[template(path = "discipline/case.html")]
pub struct CasePage {
    /// What is around it.
    pub frame: Frame,
    /// Its number, as a title.
    pub title: Phrase,
    /// The list, for who may see it.
    pub list: Option<String>,
    /// The name of the person.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// The person's year.
    pub year: String,
    /// The unit's name.
    pub unit: String,
    /// Where it stands.
    pub stage: Phrase,
    /// What is due next and by when, and the article of the limit.
    pub next: Option<(Phrase, Option<String>)>,
    /// Whether that day is past.
    pub late: bool,
    /// What may be imposed for what was found.
    pub imposable: Option<Phrase>,
    /// The cut in whose place it stands.
    pub waiting: Option<Phrase>,
    /// What it does to the Tpp.
    pub pay: Option<Phrase>,
    /// Act and article of the rule that charges it.
    pub pay_source: Option<String>,
    /// Steps that came late.
    pub was_late: Vec<Phrase>,
    /// What the law did not say.
    pub unsaid: Vec<Phrase>,
    /// Why the law as it is kept now refuses it.
    pub refused: Option<String>,
    /// What happened, in order.
    pub events: Vec<TimelineEvent>,
    /// Forms of the steps that may come next.
    pub forms: Vec<StepForm>,
    /// What the letters say.
    pub letters: Vec<LetterShown>,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct TimelineEvent {
    /// The day of the act itself.
    pub on: Date,
    /// What.
    pub what: Phrase,
    /// What it says.
    pub facts: Vec<Said>,
    /// When it was recorded, local.
    pub recorded: DateTime,
    /// By whom.
    pub by: String,
}

/// A name and its values.
#[derive(Clone, Debug)]
pub struct Said {
    /// What it is.
    pub title: Phrase,
    /// The values, one or several.
    pub values: Vec<Phrase>,
}

/// A letter, as far as it is filled.
#[derive(Clone, Debug)]
pub struct LetterShown {
    /// What it is called.
    pub title: Phrase,
    /// Where it is as PDF.
    pub href: String,
    /// What it says.
    pub facts: Vec<Said>,
    /// What is blank.
    pub blanks: Vec<Phrase>,
}

impl CasePage {
    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    fn recorded(&self, event: &TimelineEvent) -> String {
        let said = Phrase::new("page-discipline-recorded").with("at", event.recorded);
        self.frame.say(&said.with("by", &event.by))
    }
}

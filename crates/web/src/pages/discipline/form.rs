//! The form of one step of a case.

use words::Phrase;

use crate::pages::Choice;

/// The form of a step.
#[derive(Clone, Debug)]
pub struct StepForm {
    /// The word of the step: `summon-first`, or `open` for a case to be opened.
    pub step: String,
    /// What the step is called.
    pub title: Phrase,
    /// Where it is sent.
    pub action: String,
    /// How many steps of the case were seen.
    pub seen: u32,
    /// Its fields in order.
    pub fields: Vec<Field>,
    /// Whether it stands open: it is due next, or it was sent with a mistake.
    pub open: bool,
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// What the form sends it as.
    pub name: String,
    /// What it asks for.
    pub label: Phrase,
    /// How to fill it.
    pub hint: Option<Phrase>,
    /// What it looks like.
    pub kind: FieldKind,
    /// What it holds.
    pub value: String,
}

/// What a field looks like.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// One line.
    Line,
    /// A short line: a date, a time.
    Short,
    /// Several lines.
    Lines,
    /// One of these; what it sends, and what it says.
    One(Vec<(Choice, Phrase)>),
    /// Any of these, each sent under its own name.
    Any(Vec<(Choice, Phrase)>),
    /// Not shown.
    Hidden,
    /// Nothing to choose: what it says; the value is sent.
    Fixed(Phrase),
}

impl StepForm {
    /// The id of a field, which no other form of the page has.
    pub(crate) fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.step)
    }
}

impl Field {
    pub(crate) fn is_short(&self) -> bool {
        matches!(self.kind, FieldKind::Short)
    }
}

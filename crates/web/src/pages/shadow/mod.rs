//! A shadow month: what an old system paid, held against what is computed here.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{FormError, MonthLinks},
};

/// The form that takes the file, and what came of one.
#[derive(Clone, Debug, Template)]
#[template(path = "shadow/month.html")]
pub struct ShadowPage {
    /// What is around it.
    pub frame: Frame,
    /// Which month.
    pub month: MonthLinks,
    /// Where the file is sent.
    pub action: String,
    /// What came of the file that was sent.
    pub told: Option<Told>,
    /// What is wrong with it.
    pub errors: Vec<FormError>,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub struct Told {
    /// How many rows come to the same.
    pub same: Phrase,
    /// Sum that the old system paid, in rupiah.
    pub theirs: i64,
    /// Sum of what is computed here.
    pub ours: i64,
    /// Causes: how many people, what they explain in rupiah.
    pub totals: Vec<(Phrase, u32, i64)>,
    /// The people, the largest difference first.
    pub rows: Vec<ShadowLine>,
    /// How many more people there are.
    pub more: u32,
    /// Rows that could not be read, each a sentence.
    pub bad: Vec<Phrase>,
    /// How many more rows could not be read.
    pub more_bad: u32,
    /// Columns that mean nothing here and were passed over.
    pub ignored: String,
}

/// A person whom the two systems pay otherwise.
#[derive(Clone, Debug)]
pub struct ShadowLine {
    /// Name, or the number where nobody is known by it here.
    pub name: String,
    /// Number.
    pub nip: String,
    /// Name of the unit here.
    pub unit: String,
    /// The person's month, where something is computed here.
    pub href: Option<String>,
    /// What the old system paid, in rupiah.
    pub theirs: Option<i64>,
    /// What is computed here, in rupiah.
    pub ours: Option<i64>,
    /// Theirs less ours.
    pub difference: i64,
    /// Why.
    pub causes: Vec<CauseShown>,
}

/// Why two systems pay a person otherwise.
#[derive(Clone, Debug)]
pub struct CauseShown {
    /// What.
    pub what: Phrase,
    /// Rupiah that it explains.
    pub amount: Option<i64>,
    /// Days here that bear on it.
    pub days: Vec<Date>,
}

impl ShadowPage {
    fn title(&self) -> String {
        format!("{}: {}", self.frame.t("shadow-title"), self.frame.month(self.month.month))
    }

    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

//! A shadow month: what an old system paid, held against what is computed here.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, FormError, MonthLinks},
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
    /// The units it can be asked of.
    pub units: Vec<Choice>,
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
    /// How many rows are of other units.
    pub elsewhere: u32,
    /// The figures of the file: which, there and here in rupiah.
    pub sums: Vec<(Phrase, i64, i64)>,
    /// Causes: of which figure, how many people, what they explain in rupiah.
    pub totals: Vec<CauseTotal>,
    /// Figures of people, the largest difference first.
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

/// How often a cause was found.
#[derive(Clone, Debug)]
pub struct CauseTotal {
    /// Of which figure.
    pub figure: Phrase,
    /// The cause.
    pub what: Phrase,
    /// People.
    pub people: u32,
    /// What it explains, in rupiah.
    pub amount: i64,
}

/// A figure of a person of which the two systems say otherwise.
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
    /// Which figure.
    pub figure: Phrase,
    /// What the old system says, in rupiah.
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
    /// What the old system says of it and what is computed here, where both are amounts.
    pub both: Option<Phrase>,
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

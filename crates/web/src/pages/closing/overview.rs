//! Where the month of every unit stands.

use askama::Template;
use words::Phrase;

use crate::{Frame, pages::MonthLinks};

/// Every unit with where its month stands, what is left first.
#[derive(Clone, Debug, Template)]
#[template(path = "closing/overview.html")]
pub struct Closings {
    /// What is around it.
    pub frame: Frame,
    /// Which month.
    pub month: MonthLinks,
    /// Units that are not closed.
    pub open: u32,
    /// Units that are closed and wait for a signature.
    pub unsigned: u32,
    /// The payment list of all, for who may see it.
    pub payments: Option<String>,
    /// The shadow month, for who may.
    pub shadow: Option<String>,
    /// The units.
    pub rows: Vec<ClosingRow>,
}

/// A unit.
#[derive(Clone, Debug)]
pub struct ClosingRow {
    /// Its name.
    pub name: String,
    /// The page on which its month is closed.
    pub href: String,
    /// Where it stands.
    pub state: Phrase,
    /// Style of the mark beside it: `waits`, `granted` or `over`.
    pub style: &'static str,
    /// What is left, each a sentence.
    pub left: Vec<Phrase>,
    /// People.
    pub people: u32,
    /// Tpp after cuts, in rupiah.
    pub net: i64,
}

impl Closings {
    fn title(&self) -> String {
        format!("{}: {}", self.frame.t("page-closings-title"), self.frame.month(self.month.month))
    }
}

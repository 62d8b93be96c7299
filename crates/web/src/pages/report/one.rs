//! A report on the screen.

use askama::Template;
use words::Phrase;

use super::TableView;
use crate::{
    Frame,
    pages::{Choice, FormError, MonthLinks, PayStatus},
};

/// A report, whole: its table, what it comes to, and the files it can be had as.
#[derive(Clone, Debug, Template)]
#[template(path = "report/one.html")]
pub struct ReportPage {
    /// What is around it.
    pub frame: Frame,
    /// What it is called.
    pub title: Phrase,
    /// Whose it is.
    pub whose: ReportWhose,
    /// Which month.
    pub month: MonthLinks,
    /// Whether its amounts may be paid, of one with amounts.
    pub kind: ReportKind,
    /// What is paid in all, in rupiah, of one with amounts.
    pub net: Option<i64>,
    /// The same of each closing, of a month that is paid closing by closing.
    pub by_closing: Vec<(Phrase, String)>,
    /// Other pages about the same, each with its name.
    pub beside: Vec<(Phrase, String)>,
    /// The files.
    pub downloads: Vec<Download>,
    /// The bank's file, of a payment list.
    pub bank: Option<BankForm>,
    /// The table.
    pub table: TableView,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// Whose report it is.
#[derive(Clone, Debug)]
pub struct ReportWhose {
    /// The name: of a unit, a person, the regency.
    pub name: String,
    /// Its page.
    pub href: Option<String>,
}

/// Whether a report is about money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// It is, and may be paid or not.
    Money(PayStatus),
    /// It is not.
    Other,
}

/// A file.
#[derive(Clone, Debug)]
pub struct Download {
    /// Its form: `XLSX`.
    pub name: &'static str,
    /// Where it is.
    pub href: String,
    /// How it is had.
    pub way: DownloadWay,
}

/// How a file is had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadWay {
    /// At once.
    Now,
    /// It is asked for, because it is long, and fetched later.
    Later,
}

impl Download {
    pub(super) fn is_made_later(&self) -> bool {
        self.way == DownloadWay::Later
    }
}

/// The form of a bank's file.
#[derive(Clone, Debug)]
pub struct BankForm {
    /// Where it is sent.
    pub action: String,
    /// The unit, empty for all.
    pub skpd: String,
    /// The number of the closing it pays, empty for the whole list.
    pub number: String,
    /// The formats.
    pub formats: Vec<Choice>,
    /// The day of payment, as typed.
    pub day: String,
    /// Number of the file among those of its day, as typed.
    pub batch: String,
}

impl ReportPage {
    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }

    fn heading(&self) -> String {
        let title = self.frame.say(&self.title);
        format!("{title}: {}", self.frame.month(self.month.month))
    }

    fn is_simulation(&self) -> bool {
        self.kind == ReportKind::Money(PayStatus::Simulation)
    }

    fn is_unsigned(&self) -> bool {
        self.kind == ReportKind::Money(PayStatus::Unsigned)
    }
}

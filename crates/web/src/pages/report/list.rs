//! The reports that a reader may have.

use askama::Template;
use words::Phrase;

use super::Download;
use crate::{
    Frame,
    pages::{Choice, MonthLinks},
};

/// The reports of a month.
#[derive(Clone, Debug, Template)]
#[template(path = "report/list.html")]
pub struct Reports {
    /// What is around it.
    pub frame: Frame,
    /// Which month.
    pub month: MonthLinks,
    /// Its address.
    pub address: String,
    /// The units to choose from, for who may see several.
    pub units: Vec<Choice>,
    /// The reports.
    pub rows: Vec<ReportLink>,
}

/// A report.
#[derive(Clone, Debug)]
pub struct ReportLink {
    /// What it is called.
    pub name: Phrase,
    /// What it tells.
    pub about: Phrase,
    /// Its page.
    pub href: String,
    /// Its files.
    pub downloads: Vec<Download>,
}

impl Reports {
    fn title(&self) -> String {
        format!("{}: {}", self.frame.t("page-reports-nav"), self.frame.month(self.month.month))
    }
}

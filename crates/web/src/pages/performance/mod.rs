//! How the people of a unit worked in a month.

use askama::Template;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, FormError, MonthLinks, Paging},
};

/// What is known of each person, what it costs by law, and the forms that enter it.
#[derive(Clone, Debug, Template)]
#[template(path = "performance/month.html")]
pub struct PerformancePage {
    /// What is around it.
    pub frame: Frame,
    /// The unit's name.
    pub unit: String,
    /// Which month.
    pub month: MonthLinks,
    /// The month sheet of the unit.
    pub sheet: String,
    /// Where the form of the rows is sent, for who may enter something.
    pub enter: Option<String>,
    /// Where a file is sent, for who may, with the mappings to read it by.
    pub import: Option<(String, Vec<Choice>)>,
    /// People of whom something is missing.
    pub missing: u32,
    /// Whether the law of the month takes something for lacking productivity.
    pub asks_productivity: bool,
    /// The people of this part.
    pub rows: Vec<WorkRow>,
    /// Which part is shown.
    pub paging: Paging,
    /// Each pair of results and behaviour with its predikat.
    pub quadrant: Vec<(Phrase, Phrase, Phrase)>,
    /// What each predikat costs that costs something.
    pub cuts: Vec<CutShown>,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// A person.
#[derive(Clone, Debug)]
pub struct WorkRow {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The person's month.
    pub href: String,
    /// Results of work, as a code; empty where not known.
    pub results: String,
    /// Behaviour, the same.
    pub behaviour: String,
    /// Percent of what was planned.
    pub productivity: String,
    /// What was known when the page was made, as the form sends it back.
    pub was: String,
    /// The predikat that holds.
    pub predikat: Option<Phrase>,
    /// What it costs this month, in rupiah; never positive. `None` where the law is silent.
    pub cut: Option<i64>,
    /// Why the reader does not enter it, and who does.
    pub closed: Option<Phrase>,
}

/// What a predikat costs.
#[derive(Clone, Debug)]
pub struct CutShown {
    /// The predikat.
    pub predikat: Phrase,
    /// The share that is cut.
    pub rate: String,
    /// Of what.
    pub base: String,
    /// Act and article.
    pub source: String,
    /// Where to read it.
    pub href: String,
}

impl PerformancePage {
    fn title(&self) -> String {
        format!("{}: {}", self.frame.t("performance-title"), self.frame.month(self.month.month))
    }

    /// The choices of a rating: code and words.
    fn ratings(&self) -> Vec<(&'static str, String)> {
        ["di-atas", "sesuai", "di-bawah"]
            .map(|code| (code, self.frame.t(&format!("performance-expectation-{code}"))))
            .to_vec()
    }
}

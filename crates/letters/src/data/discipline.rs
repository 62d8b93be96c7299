//! Discipline: early notice, summons, examination, sanction. The system drafts; a person decides.

use jiff::civil::Date;
use serde::Serialize;

use super::{Heading, Letter, Official, Person, Reference};

/// Whether a document may be taken as decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Marked KONSEP across the page (a slip: SIMULASI).
    Draft,
    /// Decided by a person.
    Final,
}

/// A notice before a step of the ladder is reached.
#[derive(Clone, Debug, Serialize)]
pub struct EarlyNotice {
    /// Register of the letter.
    #[serde(flatten)]
    pub heading: Heading,
    /// Who is told.
    pub person: Person,
    /// Since when absence is counted.
    pub counted_from: Date,
    /// Until when.
    pub counted_to: Date,
    /// What was counted: days, minutes turned into days, in a row.
    pub counts: Vec<Notice>,
    /// The next step: `Teguran lisan`.
    pub next_step: String,
    /// From when it holds: `3 hari kerja dalam satu tahun`.
    pub threshold: String,
    /// Act and article of the next step.
    pub article: String,
    /// How much is left until then: `1 hari kerja`.
    pub remaining: String,
    /// Who signs.
    pub official: Official,
}

/// One counted thing.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// What: `Tidak masuk kerja tanpa alasan yang sah`.
    pub label: String,
    /// How much: `2 hari kerja`.
    pub amount: String,
    /// Which days: `5 dan 12 Oktober 2026`; empty for none.
    pub days: String,
}

/// A summons, the first or the second.
#[derive(Clone, Debug, Serialize)]
pub struct Summons {
    /// Register of the letter.
    #[serde(flatten)]
    pub heading: Heading,
    /// The summons that was not followed: makes this the second.
    pub earlier: Option<Reference>,
    /// Who is summoned.
    pub person: Person,
    /// Day of the examination.
    pub day: Date,
    /// Time with zone: `09.00 WIB`.
    pub time: String,
    /// Room and building.
    pub room: String,
    /// Before whom.
    pub examiner: Official,
    /// What is alleged.
    pub matter: String,
    /// Duty or prohibition that is alleged to be broken, with act and article.
    pub article: String,
    /// Who summons.
    pub official: Official,
}

/// The minutes of an examination.
#[derive(Clone, Debug, Serialize)]
pub struct Examination {
    /// Register of the minutes; its day is the day of the examination.
    #[serde(flatten)]
    pub heading: Heading,
    /// The order that the examiners act on.
    pub order: Reference,
    /// Who examines, one or more.
    pub examiners: Vec<Official>,
    /// Who is examined.
    pub person: Person,
    /// What is alleged, with act and article.
    pub matter: String,
    /// Questions and answers in order.
    pub exchanges: Vec<Exchange>,
    /// Why the person did not sign; empty when signed or not yet asked.
    pub refusal: String,
}

/// A question and its answer.
#[derive(Clone, Debug, Serialize)]
pub struct Exchange {
    /// What was asked.
    pub question: String,
    /// What was said; empty leaves room to write.
    pub answer: String,
}

/// What an examination came to, told to the officer who decides.
#[derive(Clone, Debug, Serialize)]
pub struct ExaminationReport {
    /// Register of the report.
    #[serde(flatten)]
    pub heading: Heading,
    /// Who was examined.
    pub person: Person,
    /// The calendar year that was counted.
    pub year: i16,
    /// How much was missed: `12 hari kerja`.
    pub counted: String,
    /// Which days: `5 dan 12 Oktober 2026`.
    pub days: String,
    /// The longest run: `4 hari kerja`.
    pub in_a_row: String,
    /// The sanctions that the findings lead to, a point each; none where nothing was proven.
    pub proposed: Vec<String>,
    /// From when the salary is to be stopped, if it is.
    pub salary_stops: Option<Date>,
    /// Who reports.
    pub official: Official,
}

/// A decision that imposes a sanction.
#[derive(Clone, Debug, Serialize)]
pub struct Sanction {
    /// Register of the decision.
    #[serde(flatten)]
    pub heading: Heading,
    /// A draft is marked on every page.
    pub status: Status,
    /// Who decides, as it stands in the title: `Bupati Contoh`.
    pub authority: String,
    /// Findings (menimbang), a point each.
    pub findings: Vec<String>,
    /// Acts (mengingat), a point each.
    pub basis: Vec<String>,
    /// Who is sanctioned.
    pub person: Person,
    /// The sanction in a sentence: `teguran tertulis`.
    pub sanction: String,
    /// What was done, with act and article.
    pub violation: String,
    /// Further points of the decision: from when it holds, objection, a point each.
    pub points: Vec<String>,
    /// Who signs.
    pub official: Official,
}

impl Letter for EarlyNotice {
    const TEMPLATE: &'static str = "pemberitahuan-dini";
}

impl Letter for Summons {
    const TEMPLATE: &'static str = "panggilan";
}

impl Letter for Examination {
    const TEMPLATE: &'static str = "berita-acara";
}

impl Letter for ExaminationReport {
    const TEMPLATE: &'static str = "laporan-hasil-pemeriksaan";
}

impl Letter for Sanction {
    const TEMPLATE: &'static str = "hukuman";
}

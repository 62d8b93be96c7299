//! Presence: one act that settles the day of everybody an outage touched.

use jiff::civil::Date;
use serde::Serialize;

use super::{Heading, Letter, Official};

/// The act on an outage: no power, a dead machine, a flood.
#[derive(Clone, Debug, Serialize)]
pub struct OutageAct {
    /// Register of the act.
    #[serde(flatten)]
    pub heading: Heading,
    /// Unit that it touched.
    pub unit: String,
    /// What happened, in a sentence.
    pub cause: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Hours: `06.00 s.d. 12.00 WIB`; empty for whole days.
    pub hours: String,
    /// Proof, a line each: paper list, photos, report of the power company.
    pub proofs: Vec<String>,
    /// Act and article that allow it.
    pub article: String,
    /// Whose days are settled.
    pub people: Vec<Concerned>,
    /// Who decides.
    pub official: Official,
}

/// One person of the list.
#[derive(Clone, Debug, Serialize)]
pub struct Concerned {
    /// Name with titles.
    pub name: String,
    /// NIP or another number as text.
    pub number: String,
    /// Post.
    pub post: String,
    /// What is taken as true: `Hadir 07.25–16.05 menurut daftar hadir kertas`.
    pub settled: String,
}

impl Letter for OutageAct {
    const TEMPLATE: &'static str = "keadaan-luar-biasa";
}

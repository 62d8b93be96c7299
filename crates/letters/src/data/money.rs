//! Money: the slip of a person, the statement of responsibility of a unit, the receipt of a repayment.

use civil::{Month, Rupiah};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    Heading, Letter, Letterhead, Official, Person, Reference, Status, as_month, as_rupiah,
};

/// What one person is paid for a month, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Slip {
    /// Who pays.
    pub letterhead: Letterhead,
    /// Where it is signed.
    pub place: String,
    /// Day of the slip.
    pub date: Date,
    /// A draft is marked SIMULASI.
    pub status: Status,
    /// Month that is paid.
    #[serde(serialize_with = "as_month")]
    pub month: Month,
    /// Who is paid.
    pub person: Person,
    /// Presence of the month in short: `Hari kerja`, `22 hari`.
    pub presence: Vec<Fact>,
    /// What is earned.
    pub earnings: Vec<PayLine>,
    /// Sum of what is earned.
    #[serde(serialize_with = "as_rupiah")]
    pub earned: Rupiah,
    /// What is cut for presence and performance, each amount as a positive number.
    pub cuts: Vec<PayLine>,
    /// Sum of the cuts, positive.
    #[serde(serialize_with = "as_rupiah")]
    pub cut: Rupiah,
    /// Tax, contributions and what the person agreed to, each amount as a positive number.
    pub deductions: Vec<PayLine>,
    /// Sum of the deductions, positive.
    #[serde(serialize_with = "as_rupiah")]
    pub deducted: Rupiah,
    /// What is paid out.
    #[serde(serialize_with = "as_rupiah")]
    pub paid: Rupiah,
    /// Version of the law it was computed by.
    pub law_version: String,
    /// Remarks: what is not confirmed, what was left out.
    pub notes: Vec<String>,
    /// Who signs, usually the treasurer.
    pub official: Official,
}

/// A fact of the month with its value.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// What.
    pub label: String,
    /// How much.
    pub value: String,
}

/// A line of the slip that leads to its days and its article.
#[derive(Clone, Debug, Serialize)]
pub struct PayLine {
    /// What: `Terlambat 31 s.d. 60 menit`.
    pub label: String,
    /// Which days: `5, 12 dan 20 Oktober`; empty for none.
    pub days: String,
    /// Act and article; empty for none.
    pub article: String,
    /// How it was worked out: `3 × 1,00 %`; empty for none.
    pub rate: String,
    /// Whole rupiah.
    #[serde(serialize_with = "as_rupiah")]
    pub amount: Rupiah,
}

/// The statement of absolute responsibility (SPTJM) of a unit's head.
#[derive(Clone, Debug, Serialize)]
pub struct Responsibility {
    /// Register of the statement.
    #[serde(flatten)]
    pub heading: Heading,
    /// A draft is marked SIMULASI.
    pub status: Status,
    /// Month that is paid.
    #[serde(serialize_with = "as_month")]
    pub month: Month,
    /// Unit.
    pub unit: String,
    /// Account code and name; empty for none.
    pub account: String,
    /// How many people are paid.
    pub people: u32,
    /// The sums of the payment list, in its order.
    pub sums: Vec<Sum>,
    /// What is paid out.
    #[serde(serialize_with = "as_rupiah")]
    pub paid: Rupiah,
    /// Who answers for it.
    pub official: Official,
}

/// A named sum.
#[derive(Clone, Debug, Serialize)]
pub struct Sum {
    /// What.
    pub label: String,
    /// Whole rupiah.
    #[serde(serialize_with = "as_rupiah")]
    pub amount: Rupiah,
}

/// A receipt for money that a person pays back.
#[derive(Clone, Debug, Serialize)]
pub struct RepaymentReceipt {
    /// Register of the receipt.
    #[serde(flatten)]
    pub heading: Heading,
    /// Who pays back.
    pub person: Person,
    /// Why: what was overpaid, for which months.
    pub purpose: String,
    /// The finding that says so.
    pub finding: Reference,
    /// Which instalment, from 1.
    pub instalment: u32,
    /// Of how many.
    pub instalments: u32,
    /// What is paid now.
    #[serde(serialize_with = "as_rupiah")]
    pub amount: Rupiah,
    /// What was owed in all.
    #[serde(serialize_with = "as_rupiah")]
    pub owed: Rupiah,
    /// What is still owed after this.
    #[serde(serialize_with = "as_rupiah")]
    pub remaining: Rupiah,
    /// How it was paid: `Setor ke kas daerah, bukti 0123`; empty for cash.
    pub means: String,
    /// Who receives it.
    pub official: Official,
}

impl Letter for Slip {
    const TEMPLATE: &'static str = "slip";
}

impl Letter for Responsibility {
    const TEMPLATE: &'static str = "sptjm";
}

impl Letter for RepaymentReceipt {
    const TEMPLATE: &'static str = "tanda-terima";
}

//! Leave: the request and the decision, after the form of BKN 24/2017 in our own words.

use jiff::civil::Date;
use serde::Serialize;

use super::{Heading, Letter, Official, Person, Reference};

/// A request for leave.
#[derive(Clone, Debug, Serialize)]
pub struct LeaveRequest {
    /// Register of the letter.
    #[serde(flatten)]
    pub heading: Heading,
    /// Who asks.
    pub person: Person,
    /// Length of service: `12 tahun 3 bulan`; empty for unknown.
    pub service: String,
    /// Kind of leave: `Cuti tahunan`.
    pub kind: String,
    /// Why.
    pub reason: String,
    /// How long: `5 hari kerja`.
    pub length: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// What is left of each kind or year.
    pub balances: Vec<Balance>,
    /// Where the person is during the leave.
    pub address: String,
    /// Telephone during the leave.
    pub telephone: String,
    /// Direct superior's view; empty boxes to sign when not yet given.
    pub superior: View,
    /// Decision of the authorised officer; empty boxes to sign when not yet given.
    pub authority: View,
}

/// One line of the record of leave.
#[derive(Clone, Debug, Serialize)]
pub struct Balance {
    /// Kind or year: `Cuti tahunan 2026`.
    pub label: String,
    /// What is left: `7 hari kerja`.
    pub left: String,
    /// Remark; empty for none.
    pub note: String,
}

/// What an officer said to a request.
#[derive(Clone, Debug, Default, Serialize)]
pub struct View {
    /// `None` when nothing is said yet.
    pub outcome: Option<LeaveOutcome>,
    /// Why, or under which conditions; empty for none.
    pub reason: String,
    /// Who says it.
    pub official: Official,
}

/// The four answers of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveOutcome {
    /// As asked.
    Granted,
    /// With other days.
    Changed,
    /// Later.
    Postponed,
    /// Not granted.
    Refused,
}

/// The decision on a request for leave.
#[derive(Clone, Debug, Serialize)]
pub struct LeaveDecision {
    /// Register of the letter.
    #[serde(flatten)]
    pub heading: Heading,
    /// Acts and articles it rests on, a line each.
    pub basis: Vec<String>,
    /// The request.
    pub request: Reference,
    /// Who asked.
    pub person: Person,
    /// Kind of leave, as it stands in a sentence: `cuti tahunan`.
    pub kind: String,
    /// What is decided.
    pub outcome: LeaveOutcome,
    /// How long: `5 hari kerja`.
    pub length: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Conditions, or the reason of a refusal, a line each.
    pub conditions: Vec<String>,
    /// Who decides.
    pub official: Official,
}

impl Letter for LeaveRequest {
    const TEMPLATE: &'static str = "cuti-permohonan";
}

impl Letter for LeaveDecision {
    const TEMPLATE: &'static str = "cuti-keputusan";
}

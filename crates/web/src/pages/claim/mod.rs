//! What was paid too much and comes back: the list, one claim, and the forms.

use std::collections::BTreeMap;

use askama::Template;
use civil::Month;
use jiff::civil::Date;
use words::{Lang, Phrase};

use crate::{
    Frame,
    pages::{Choice, FormError},
};

/// The claims that the reader may see.
#[derive(Clone, Debug, Template)]
#[template(path = "claim/list.html")]
pub struct Claims {
    /// What is around it.
    pub frame: Frame,
    /// Whose they are: a unit's, a person's, or the regency's name.
    pub whose: String,
    /// What is still to come in all, in rupiah.
    pub open: i64,
    /// Those that are open first.
    pub rows: Vec<ClaimRow>,
    /// The form that opens one, for who may.
    pub form: Option<ClaimForm>,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// A claim of the list.
#[derive(Clone, Debug)]
pub struct ClaimRow {
    /// Number.
    pub id: i64,
    /// Of whom.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// Its page.
    pub href: String,
    /// The months it is about, first days.
    pub months: Vec<Date>,
    /// All of it, in rupiah.
    pub total: i64,
    /// What is still to come, in rupiah.
    pub open: i64,
    /// How it ended; nothing while something is open.
    pub ended: Option<Phrase>,
}

/// The form that opens a claim, as typed.
#[derive(Clone, Debug, Default)]
pub struct ClaimForm {
    /// Of whom.
    pub nip: String,
    /// The months that may be the first.
    pub from: Vec<Choice>,
    /// The months that may be the last.
    pub until: Vec<Choice>,
    /// The finding.
    pub why: String,
    /// Rupiah a month.
    pub monthly: String,
    /// Or in so many months.
    pub number: String,
    /// The months that the first instalment may be in.
    pub first: Vec<Choice>,
}

/// Months back that a claim may be about in the form: five years.
const MONTHS_BACK: usize = 60;

/// Months ahead that the first instalment may be in.
const MONTHS_AHEAD: usize = 12;

impl ClaimForm {
    /// The form with what was typed, by field.
    pub(crate) fn of(typed: &BTreeMap<String, String>, lang: Lang, now: Month) -> Self {
        let of = |field: &str| typed.get(field).cloned().unwrap_or_default();
        let first = if typed.contains_key("first") { of("first") } else { now.next().to_string() };
        let back = || std::iter::successors(Some(now), |month| Some(month.previous()));
        let ahead = std::iter::successors(Some(now), |month| Some(month.next()));
        Self {
            nip: of("nip"),
            from: Choice::months(lang, back().take(MONTHS_BACK), &of("from")),
            until: Choice::months(lang, back().take(MONTHS_BACK), &of("until")),
            why: of("why"),
            monthly: of("monthly"),
            number: of("number"),
            first: Choice::months(lang, ahead.take(1 + MONTHS_AHEAD), &first),
        }
    }
}

/// A claim.
#[derive(Clone, Debug, Template)]
#[template(path = "claim/one.html")]
pub struct ClaimPage {
    /// What is around it.
    pub frame: Frame,
    /// Number.
    pub id: i64,
    /// Of whom.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// The finding.
    pub why: String,
    /// All of it, in rupiah.
    pub total: i64,
    /// What came back, in rupiah.
    pub received: i64,
    /// What is still to come, in rupiah.
    pub open: i64,
    /// How it ended; nothing while something is open.
    pub ended: Option<Phrase>,
    /// Why it was withdrawn, if it was.
    pub why_withdrawn: Option<String>,
    /// The recomputation, month by month.
    pub months: Vec<ClaimMonthShown>,
    /// The instalments.
    pub parts: Vec<PartShown>,
    /// What a person must see to about the plan.
    pub findings: Vec<Phrase>,
    /// Act and article of the instalments.
    pub source: String,
    /// What came back: day, number of the proof, rupiah.
    pub receipts: Vec<(Date, String, i64)>,
    /// The form that records what came back, for who may while something is open.
    pub form: Option<ReceiptForm>,
    /// The form that withdraws it, for who may while something is open.
    pub withdraw: Option<WithdrawForm>,
    /// What is wrong with the form that was sent.
    pub errors: Vec<FormError>,
}

/// A month that was paid too much.
#[derive(Clone, Debug)]
pub struct ClaimMonthShown {
    /// Its first day.
    pub month: Date,
    /// The person's month.
    pub href: String,
    /// What its closings paid, in rupiah.
    pub paid: i64,
    /// What was right.
    pub right: i64,
    /// What other claims ask back already.
    pub claimed: i64,
    /// What this claim asks back.
    pub overpaid: i64,
    /// How much of it lists of supplements took, which no bank does.
    pub taken: i64,
    /// The figures that differ: what, on which day, and by how many rupiah.
    pub changes: Vec<(Phrase, Option<Date>, i64)>,
}

/// An instalment.
#[derive(Clone, Debug)]
pub struct PartShown {
    /// First day of its month.
    pub month: Date,
    /// Due, in rupiah.
    pub due: i64,
    /// What of it came back.
    pub received: i64,
}

/// The form that records what came back, as typed.
#[derive(Clone, Debug, Default)]
pub struct ReceiptForm {
    /// Where it is sent.
    pub action: String,
    /// How many steps the claim had when the page was made.
    pub seen: u32,
    /// The day.
    pub on: String,
    /// Rupiah.
    pub amount: String,
    /// Number of the proof of payment.
    pub number: String,
}

/// The form that withdraws a claim, as typed.
#[derive(Clone, Debug, Default)]
pub struct WithdrawForm {
    /// Where it is sent.
    pub action: String,
    /// How many steps the claim had when the page was made.
    pub seen: u32,
    /// The reason.
    pub why: String,
}

impl Claims {
    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

impl ClaimPage {
    fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

//! The law in force: what holds on a day, who said so, and what is missing?

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{Frame, pages::Source, paths};

/// The law in force on a day.
#[derive(Clone, Debug, Template)]
#[template(path = "law/in_force.html")]
pub struct LawInForce {
    /// What is around it.
    pub frame: Frame,
    /// The day asked for.
    pub on: Date,
    /// What the field holds: what was typed, or the day as [`crate::forms::date`] reads it.
    pub typed: String,
    /// What was wrong with the day typed.
    pub date_error: Option<Phrase>,
    /// Whether a month can be paid by it.
    pub state: LawState,
    /// What is missing, and what cannot be computed without it.
    pub missing: Vec<MissingValue>,
    /// The provisions by topic.
    pub topics: Vec<Topic>,
    /// Where a draft is tried, for whoever may.
    pub what_if: Option<String>,
    /// Digest of the law's text and of what is signed off.
    pub version: String,
}

/// Whether a month can be paid by the law of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawState {
    /// Every value is confirmed or signed off.
    Payable,
    /// So many values are not.
    Unconfirmed(u32),
    /// No value holds on that day.
    Nothing,
}

/// A value that no source gives.
#[derive(Clone, Debug)]
pub struct MissingValue {
    /// What it is, as the law files say.
    pub what: String,
    /// What it is about.
    pub topic: TopicName,
}

/// What provisions are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicName {
    /// Working hours, weeks, seasons, work from anywhere.
    Hours,
    /// Holidays and joint leave.
    Holidays,
    /// Which scans count, and how minutes are counted.
    Scans,
    /// Cuts and their caps.
    Deductions,
    /// What the allowance is.
    Tpp,
    /// Discipline.
    Discipline,
    /// Anything else.
    Other,
}

impl TopicName {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Hours,
        Self::Holidays,
        Self::Scans,
        Self::Deductions,
        Self::Tpp,
        Self::Discipline,
        Self::Other,
    ];

    /// Names the topic in the address.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Holidays => "holidays",
            Self::Scans => "scans",
            Self::Deductions => "deductions",
            Self::Tpp => "tpp",
            Self::Discipline => "discipline",
            Self::Other => "other",
        }
    }

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Hours => "page-law-topic-hours",
            Self::Holidays => "page-law-topic-holidays",
            Self::Scans => "page-law-topic-scans",
            Self::Deductions => "page-law-topic-deductions",
            Self::Tpp => "page-law-topic-tpp",
            Self::Discipline => "page-law-topic-discipline",
            Self::Other => "page-law-topic-other",
        }
    }
}

/// Provisions about one thing.
#[derive(Clone, Debug)]
pub struct Topic {
    /// What it is about.
    pub name: TopicName,
    /// Its provisions.
    pub provisions: Vec<Provision>,
}

/// A value of the law.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its id, as `abdi law verify` wants it.
    pub id: String,
    /// What it sets, as the law files call it.
    pub title: String,
    /// The value on the day.
    pub value: String,
    /// From which day it holds.
    pub from: Date,
    /// Until which day, if the value says.
    pub until: Option<Date>,
    /// The day it became known, if that was later than the day from which it holds or is of use.
    pub known: Option<Date>,
    /// Where it comes from.
    pub source: Source,
    /// The officer who vouches for it, if one does.
    pub signed_off_by: Option<String>,
    /// A conflict or a remark.
    pub remark: Option<String>,
    /// Values before and after, the earliest first.
    pub others: Vec<OtherValue>,
}

/// A value that held before or will hold.
#[derive(Clone, Debug)]
pub struct OtherValue {
    /// The value.
    pub value: String,
    /// From which day.
    pub from: Date,
}

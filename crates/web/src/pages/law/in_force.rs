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
}

/// Whether a month can be paid by the law of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawState {
    /// Every value is confirmed or signed off.
    Payable,
    /// So many values are not.
    Unconfirmed(u32),
}

/// A value that no source gives.
#[derive(Clone, Debug)]
pub struct MissingValue {
    /// What it is.
    pub title: Phrase,
    /// What cannot be computed without it.
    pub needed_for: Phrase,
}

/// Provisions about one thing.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Names the topic in the address.
    pub id: String,
    /// What it is about, `page-law-topic-*`.
    pub title: Phrase,
    /// Its provisions.
    pub provisions: Vec<Provision>,
}

/// A value of the law.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its id, as `abdi law verify` wants it.
    pub id: String,
    /// What it sets.
    pub title: Phrase,
    /// The value on the day.
    pub value: Phrase,
    /// From which day it holds.
    pub from: Date,
    /// The day it became known, if that was later than the day from which it holds or is of use.
    pub known: Option<Date>,
    /// Where it comes from.
    pub source: Source,
    /// A conflict or a remark.
    pub remark: Option<Phrase>,
    /// Values before and after, the earliest first.
    pub others: Vec<OtherValue>,
}

/// A value that held before or will hold.
#[derive(Clone, Debug)]
pub struct OtherValue {
    /// The value.
    pub value: Phrase,
    /// From which day.
    pub from: Date,
    /// Where it comes from.
    pub source: Source,
}

//! One person: what holds now, what held before, and when it became known.

use askama::Template;
use jiff::civil::{Date, DateTime};
use words::Phrase;

use crate::Frame;

/// One person.
#[derive(Clone, Debug, Template)]
#[template(path = "person/person.html")]
pub struct PersonPage {
    /// What is around it.
    pub frame: Frame,
    /// The name.
    pub name: String,
    /// The NIP, or what else identifies the person.
    pub nip: String,
    /// The unit's name now.
    pub unit: String,
    /// The person's current month.
    pub month: String,
    /// What the person was paid too much, for who may see it.
    pub claims: Option<String>,
    /// What is to be mended.
    pub problems: Vec<Phrase>,
    /// The facts, each with its history.
    pub facts: Vec<Fact>,
    /// The PINs that are or were this person's.
    pub pins: Vec<HeldPin>,
}

/// A PIN of somebody.
#[derive(Clone, Debug)]
pub struct HeldPin {
    /// The PIN.
    pub pin: String,
    /// Group of terminals in which it means this person.
    pub group: String,
    /// From which day.
    pub from: Date,
    /// Until which day; `None` while it means this person.
    pub until: Option<Date>,
}

/// A kind of fact about a person.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is: `page-person-fact-*`.
    pub title: Phrase,
    /// What holds today; nothing if nothing does.
    pub now: Option<FactValue>,
    /// All values, the latest first.
    pub history: Vec<FactValue>,
}

/// A value of a fact with both its dates.
#[derive(Clone, Debug)]
pub struct FactValue {
    /// The value.
    pub value: Phrase,
    /// From which day it holds.
    pub valid_from: Date,
    /// When it was recorded, local.
    pub recorded_at: DateTime,
    /// Whether a fact recorded later took its place from its very first day.
    pub superseded: bool,
    /// Whether it holds only from a day to come.
    pub ahead: bool,
}

impl Fact {
    /// A fact with its values, the latest first.
    #[must_use]
    pub fn new(title: Phrase, history: Vec<FactValue>) -> Self {
        let now = history.iter().find(|value| !value.superseded && !value.ahead).cloned();
        Self { title, now, history }
    }
}

impl FactValue {
    /// Whether it was recorded after the day from which it holds: a late decree changes the past.
    pub(crate) fn is_late(&self) -> bool {
        self.recorded_at.date() > self.valid_from
    }
}

//! One person, one month: from day records to an amount, line by line.
//!
//! First the Tpp that is due ([`gross`]), then what each rule charges, then the caps of the act, then
//! whole rupiah. Every step is a line or rests on one, so that the lines add up to the total.

mod charge;
mod criteria;
mod excused;
mod found;
pub mod gross;
mod measure;
mod round;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use civil::{Employment, Month, Rate, Rupiah};
use jiff::civil::Date;

use crate::{
    day::DayRecord,
    law::{NotInForce, ProvisionId},
    tariff::{DaySet, Tariff},
};
pub use excused::with_excuses;

use charge::Draft;
use gross::Due;

/// What decides a person's Tpp on each day from one day to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayState {
    /// First day, within the month.
    pub from: Date,
    /// Last day, within the month.
    pub until: Date,
    /// Kelas jabatan.
    pub class: Option<u8>,
    /// How employed.
    pub employment: Employment,
    /// Whether Tpp is due at all.
    pub eligible: bool,
    /// Share an officer set; comes before the law's.
    pub factor: Option<Rate>,
    /// Why, as a code the law may know.
    pub reason: Option<String>,
    /// Group of posts or code of the unit, where a criterion of the law names it.
    pub group: Option<String>,
}

/// Something that happened on a day and that a rule may charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day. For a sanction, the day it took effect, which may lie in an earlier month.
    pub date: Date,
    /// `missed:apel`, `away`, `sanction:teguran-lisan`.
    pub code: String,
    /// Minutes for `away`, else 1.
    pub amount: u32,
}

/// Everything the law needs to know about a month of a person.
#[derive(Clone, Copy, Debug)]
pub struct MonthFacts<'a> {
    /// Days of the month in order, each once.
    pub days: &'a [DayRecord],
    /// What decides the Tpp, in order of time; days in service only.
    pub states: &'a [PayState],
    /// What happened.
    pub occurrences: &'a [Occurrence],
    /// Productivity reached, in basis points of the full.
    pub productivity_bp: Option<u32>,
    /// Predikat kinerja.
    pub predikat: Option<&'a str>,
}

/// One cut and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// The day it is for; for a sum over the month, the last day that added to it.
    pub date: Date,
    /// The days that made it.
    pub days: DaySet,
    /// What the act calls it.
    pub code: &'t str,
    /// Name of the rule; `cap` for a cap.
    pub rule: &'t str,
    /// How much was measured: minutes where the rule measures minutes, else days or cases.
    pub units: u32,
    /// Whether `units` are minutes.
    pub in_minutes: bool,
    /// Share of the base.
    pub rate: Rate,
    /// The base, to the nearest rupiah.
    pub base: Rupiah,
    /// Never positive, but for a cap, which gives back.
    pub amount: Rupiah,
    /// The provision that says so.
    pub provision: ProvisionId,
}

/// A component of the Tpp before cuts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component<'t> {
    /// Name of its base.
    pub name: &'t str,
    /// How people call it.
    pub title: &'t str,
    /// Its amount.
    pub amount: Rupiah,
}

/// The Tpp of one person for one month, with every line that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'t> {
    /// The month.
    pub month: Month,
    /// What is due, part by part.
    pub parts: Arc<[gross::Part<'t>]>,
    /// Components of what is due, by what cuts are a share of.
    pub components: Arc<[Component<'t>]>,
    /// What is due by the criteria that give Tpp; they add up to `gross`. None where the law gives
    /// the class amount undivided.
    pub criteria: Arc<[Component<'t>]>,
    /// Tpp before cuts.
    pub gross: Rupiah,
    /// Cuts in order of day.
    pub lines: Vec<Line<'t>>,
    /// Sum of the lines; never positive.
    pub deduction: Rupiah,
    /// What is paid.
    pub net: Rupiah,
    /// Productivity is part of the law but was not given; computed as full.
    pub productivity_missing: bool,
}

impl<'t> Statement<'t> {
    /// Adds up a month of one person. For many, [`Statements`] is quicker.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if something was measured for which the law has no value.
    pub fn of(facts: &MonthFacts<'_>, tariff: &'t Tariff) -> Result<Self, NotInForce> {
        Statements::under(tariff).of(facts)
    }
}

/// Most amounts due that are kept for the next person in the same state.
const KNOWN_MAX: usize = 128;

/// Makes the statements of many people under one tariff: keeps the room it worked in, and what is
/// due to people in the same state, which are few states in a regency.
#[derive(Debug)]
pub struct Statements<'t> {
    tariff: &'t Tariff,
    known: Vec<(PayState, Due<'t>)>,
    drafts: Vec<Draft<'t>>,
    replaced: Vec<DaySet>,
}

impl<'t> Statements<'t> {
    /// None yet.
    #[must_use]
    pub fn under(tariff: &'t Tariff) -> Self {
        Self { tariff, known: Vec::new(), drafts: Vec::new(), replaced: Vec::new() }
    }

    /// Adds up a month of one person.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if something was measured for which the law has no value.
    pub fn of(&mut self, facts: &MonthFacts<'_>) -> Result<Statement<'t>, NotInForce> {
        let Self { tariff, known, drafts, replaced } = self;
        let of_many;
        let due = match facts.states {
            [state] => due_in(state, tariff, known)?,
            states => {
                of_many = Due::of(states, tariff)?;
                &of_many
            }
        };
        let productivity = charge::charge(facts, tariff, due, drafts, replaced)?;
        let lines = round::round(drafts, tariff, due)?;
        let deduction: Rupiah = lines.iter().map(|line| line.amount).sum();
        Ok(Statement {
            month: tariff.month,
            parts: Arc::clone(&due.parts),
            components: Arc::clone(&due.components),
            criteria: Arc::clone(&due.criteria),
            gross: due.total,
            deduction,
            net: due.total + deduction,
            lines,
            productivity_missing: productivity.0,
        })
    }
}

/// What is due in a state that lasts through the month, worked out once.
fn due_in<'k, 't>(
    state: &PayState,
    tariff: &'t Tariff,
    known: &'k mut Vec<(PayState, Due<'t>)>,
) -> Result<&'k Due<'t>, NotInForce> {
    let is_it = |(other, _): &(PayState, _)| other.class == state.class && other == state;
    let place = if let Some(place) = known.iter().position(is_it) {
        place
    } else {
        let due = Due::of(std::slice::from_ref(state), tariff)?;
        known.truncate(KNOWN_MAX - 1);
        known.push((state.clone(), due));
        known.len() - 1
    };
    Ok(&known.get(place).expect("it was found or added").1)
}

//! THR and the 13th allowance: a list of its own, from the Tpp of the month that the law names.
//!
//! Nothing is agreed or paid back from it; both are taken from the ordinary list. Where that one
//! was paid in the same month, its income and its tax are part of the reckoning of the tax here,
//! and never the other way round: so it does not matter which of them is paid first.

use std::collections::{BTreeMap, HashMap};

use civil::{Month, PersonId, Rupiah};
use jiff::civil::Date;
use rules::payout::{Beside, Finding, Section};
use storage::{
    organisation::SkpdEntry,
    people::{PersonFact, PersonState},
    presence::People,
};

use super::{
    PayAsked, Payment, UnitPayments,
    of_person::{ExtraOf, Known, Paying},
    of_unit::Ground,
};
use crate::{Actor, Office, OfficeError, presence::state_on};

/// What an organisation pays as THR or the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitExtras {
    /// What is paid, by name; also those of whom something is not known.
    pub paid: UnitPayments,
    /// How many people get nothing, by why: the code of a finding, or `left-service`.
    pub left_out: BTreeMap<&'static str, usize>,
}

/// An allowance as the law of the day of payment has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraTerms {
    /// The month whose Tpp it rests on.
    pub rests_on: Month,
    /// The day of payment.
    pub paid_on: Date,
    /// What of the law was known.
    as_of: Date,
}

impl Office {
    /// Of which month and by which day's law an allowance is paid in a month.
    ///
    /// # Errors
    ///
    /// [`OfficeError::LawSilent`] if the law knows no such allowance on that day;
    /// [`OfficeError::BadInput`] for a day of payment outside the month, or a month in which it is
    /// not paid.
    pub fn extra_terms(&self, name: &str, asked: &PayAsked) -> Result<ExtraTerms, OfficeError> {
        let (month, today) = (asked.month, self.today());
        let paid_on = asked.paid.unwrap_or(today.clamp(month.first(), month.last()));
        if !month.contains(paid_on) {
            return Err(OfficeError::BadInput(format!(
                "{paid_on} is not in {month}; give the month in which {name} is paid"
            )));
        }
        let as_of = today.min(paid_on).max(today.min(month.last()));
        let law = self.lawbook.law();
        let values = law.payout.extra.get(name).map_or(&[][..], |topic| &topic.values);
        let rule = law.value_on(values, &format!("payout.extra.{name}"), paid_on, as_of)?;
        if let Some(pays) = rule.pays_in_month.filter(|pays| *pays != month.month()) {
            return Err(OfficeError::BadInput(format!(
                "{name} is not paid in {month} but in month {pays} of the year; ask for that month"
            )));
        }
        let first = Date::new(month.year(), rule.rests_on_month, 1);
        let rests_on = Month::of(first.expect("the law was read with months of a year"));
        Ok(ExtraTerms { rests_on, paid_on, as_of })
    }

    /// What people are paid as THR or the like in a month: its terms, and one organisation at a time
    /// handed over together with the month it rests on.
    ///
    /// # Errors
    ///
    /// Those of [`Office::payouts`] and [`Office::extra_terms`].
    pub async fn paid_extra(
        &self,
        actor: &Actor,
        (name, asked): (&str, &PayAsked),
        mut take: impl FnMut(UnitExtras, Month),
    ) -> Result<ExtraTerms, OfficeError> {
        let (units, people) = self.units_paid(actor, asked).await?;
        let terms = self.extra_terms(name, asked)?;
        let rested = |month| PayAsked { month, paid: None, skpd: asked.skpd.clone(), number: None };
        let mut ground = self.ground(&rested(terms.rests_on), &people).await?;
        if units.iter().any(|unit| !ground.is_closed(&unit.code)) {
            self.refresh(terms.rests_on, &people).await?;
        }
        let mut ordinary = Vec::new();
        for month in [asked.month.previous(), asked.month] {
            ordinary.push(self.ground(&rested(month), &people).await?);
        }
        for unit in units {
            let beside = self.paid_beside(&unit, &mut ordinary, asked.month).await?;
            let paid = self.unit_paid(unit, &mut ground).await?;
            let extras = self.unit_extras(paid, &ground, (name, terms, beside)).await?;
            take(extras, terms.rests_on);
        }
        Ok(terms)
    }

    /// What ordinary lists of an organisation pay people in a month.
    async fn paid_beside(
        &self,
        unit: &SkpdEntry,
        ordinary: &mut [Ground],
        month: Month,
    ) -> Result<HashMap<PersonId, Beside>, OfficeError> {
        let mut beside: HashMap<PersonId, Beside> = HashMap::new();
        for ground in ordinary {
            if ground.closed_on(&unit.code).map(Month::of) != Some(month) {
                continue;
            }
            for payment in self.unit_paid(unit.clone(), ground).await?.people {
                let so_far = beside.entry(payment.person).or_default();
                so_far.tpp = so_far.tpp + payment.payout.gross;
                so_far.employer_premium = so_far.employer_premium + payment.payout.employer;
                so_far.tax = so_far.tax + tax(&payment);
            }
        }
        Ok(beside)
    }

    async fn unit_extras(
        &self,
        ordinary: UnitPayments,
        ground: &Ground,
        (name, terms, beside): (&str, ExtraTerms, HashMap<PersonId, Beside>),
    ) -> Result<UnitExtras, OfficeError> {
        let people: Vec<PersonId> = ordinary.people.iter().map(|payment| payment.person).collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let states: HashMap<PersonId, &PersonState> = facts
            .chunk_by(|one, other| one.person == other.person)
            .filter_map(|facts| on_day(facts, terms.paid_on))
            .collect();
        let (paid_on, as_of) = (terms.paid_on, terms.as_of);
        let paying = Paying { paid_on, as_of, ..self.paying(&ordinary.skpd.code, ground) };
        let mut extras = UnitExtras {
            paid: UnitPayments { people: vec![], ..ordinary.clone() },
            left_out: BTreeMap::new(),
        };
        for payment in ordinary.people {
            let state = states.get(&payment.person).copied();
            let Some(state) = state.filter(|state| state.in_service).cloned() else {
                *extras.left_out.entry("left-service").or_default() += 1;
                continue;
            };
            let Payment { person, statement, .. } = payment;
            let of = ExtraOf {
                name,
                rests_on: terms.rests_on,
                beside: beside.get(&person).copied().unwrap_or_default(),
            };
            let known = Known { person, state, statement, repayment: Rupiah(0), payout: None };
            let payment = paying.extra(known, ground.details_of(person), of)?;
            match payment.payout.findings.iter().find(|finding| excludes(finding)) {
                Some(why) => *extras.left_out.entry(why.code()).or_default() += 1,
                None => extras.paid.people.push(payment),
            }
        }
        Ok(extras)
    }
}

fn on_day(facts: &[PersonFact], day: Date) -> Option<(PersonId, &PersonState)> {
    Some((facts.first()?.person, state_on(facts, day)?))
}

/// What was withheld; never negative.
fn tax(payment: &Payment) -> Rupiah {
    let is_tax = |code: &str| code.starts_with("pph21");
    -payment.sum(|line| line.section == Section::Deduction && is_tax(&line.code))
}

/// Whether a finding says that the person is not entitled.
fn excludes(finding: &Finding) -> bool {
    matches!(finding, Finding::ExtraNotEntitled { .. } | Finding::ExtraExcluded { .. })
}

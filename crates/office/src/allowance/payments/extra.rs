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
    of_person::{ExtraOf, Known, Paying, Standing},
    of_unit::Ground,
    part::difference,
};
use crate::{
    Actor, Office, OfficeError,
    allowance::StatementDoc,
    presence::{facts_by_person, state_on},
};

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

/// An allowance that is paid to many.
struct Extra<'n> {
    name: &'n str,
    terms: ExtraTerms,
    /// What the ordinary lists pay in the same month.
    beside: HashMap<PersonId, Beside>,
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
        asked.require_one_of(&units)?;
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
            let of = Extra { name, terms, beside };
            let extras = if let Some(number) = asked.number {
                self.part_extras(unit, &mut ground, number, &of).await?
            } else {
                let paid = self.unit_paid(unit, &mut ground).await?;
                self.unit_extras(paid, &ground, &of).await?
            };
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

    /// The allowance of the people of an ordinary list.
    async fn unit_extras(
        &self,
        ordinary: UnitPayments,
        ground: &Ground,
        of: &Extra<'_>,
    ) -> Result<UnitExtras, OfficeError> {
        let statements = ordinary.people.into_iter();
        let statements: Vec<_> = statements.map(|one| (one.person, one.statement)).collect();
        let standing = ground.standing(&ordinary.skpd.code);
        let ordinary = UnitPayments { people: vec![], ..ordinary };
        self.extras_of(ordinary, ground, (statements, standing), of).await
    }

    /// What one closing of the month it rests on changes of the allowance: of the main one all of
    /// it, of a supplement the difference.
    async fn part_extras(
        &self,
        unit: SkpdEntry,
        ground: &mut Ground,
        number: u32,
        of: &Extra<'_>,
    ) -> Result<UnitExtras, OfficeError> {
        let skpd = unit.code.clone();
        let (steps, _) = self.steps_of(ground.closings(), &skpd, number).await?;
        let people: Vec<PersonId> = steps.keys().copied().collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let by_person = facts_by_person(&facts);
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (person, step) in steps {
            let own = by_person.get(&person).copied().unwrap_or_default();
            if self.payer(person, own, &skpd, ground).await?.is_some() {
                continue;
            }
            before.extend(step.before.map(|held| (person, held.statement)));
            after.extend(step.after.map(|held| (person, held.statement)));
        }
        let standing = ground.standing_until(&skpd, number);
        let unit = UnitPayments { skpd: unit, people: vec![], elsewhere: vec![] };
        let before = (before, standing.clone());
        let before = self.extras_of(unit.clone(), ground, before, of).await?.paid.people;
        let mut before: BTreeMap<PersonId, Payment> =
            before.into_iter().map(|payment| (payment.person, payment)).collect();
        let mut extras = self.extras_of(unit, ground, (after, standing), of).await?;
        for payment in std::mem::take(&mut extras.paid.people) {
            let was = before.remove(&payment.person);
            extras.paid.people.extend(difference(was, Some(payment)));
        }
        // Whose month left the organisation gives back what it gave.
        let gone = before.into_values().filter_map(|was| difference(Some(was), None));
        extras.paid.people.extend(gone);
        extras.paid.people.retain(|payment| !payment.payout.lines.is_empty());
        extras.paid.sort();
        Ok(extras)
    }

    /// The allowance that statements of a month give.
    async fn extras_of(
        &self,
        ordinary: UnitPayments,
        ground: &Ground,
        (statements, standing): (Vec<(PersonId, StatementDoc)>, Standing),
        Extra { name, terms, beside }: &Extra<'_>,
    ) -> Result<UnitExtras, OfficeError> {
        let people: Vec<PersonId> = statements.iter().map(|(person, _)| *person).collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let states: HashMap<PersonId, &PersonState> = facts
            .chunk_by(|one, other| one.person == other.person)
            .filter_map(|facts| on_day(facts, terms.paid_on))
            .collect();
        let (paid_on, as_of) = (terms.paid_on, terms.as_of);
        let paying = self.paying(&ordinary.skpd.code, ground);
        let paying = Paying { paid_on, as_of, standing, ..paying };
        let mut extras = UnitExtras { paid: ordinary, left_out: BTreeMap::new() };
        for (person, statement) in statements {
            let state = states.get(&person).copied();
            let Some(state) = state.filter(|state| state.in_service).cloned() else {
                *extras.left_out.entry("left-service").or_default() += 1;
                continue;
            };
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

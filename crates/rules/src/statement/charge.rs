//! What each rule charges, exactly.

use civil::{Exact, Rate, Rupiah};
use jiff::civil::Date;

use super::{
    MonthFacts, PayState,
    found::{Found, record_of},
    gross::{Cut, Due},
    measure::{Measured, of_day, of_month},
};
use crate::{
    law::{
        NotInForce, ProvisionId,
        pay::{Charge, Measure, Per},
    },
    tariff::{ActiveBand, ActiveCap, ActiveRule, DaySet, Tariff},
};

/// A line before it is rounded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft<'t> {
    pub date: Date,
    /// The days that made it.
    pub days: DaySet,
    /// Whether a single day made it, or the month.
    pub per: Per,
    pub cause: Cause<'t>,
    pub units: u32,
    pub rate: Rate,
    /// The base, to the nearest rupiah.
    pub base: Rupiah,
    /// What is cut; negative for a cap, which gives back.
    pub cut: Exact,
    /// What is left of the cut once caps gave back of it.
    pub kept: Exact,
}

/// What makes a line.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cause<'t> {
    /// A band of a rule, and the place of the rule.
    Rule(usize, &'t ActiveRule, &'t ActiveBand),
    /// A cap.
    Cap(&'t ActiveCap),
}

impl<'t> Cause<'t> {
    pub(crate) fn code(&self) -> &'t str {
        match self {
            Self::Rule(_, _, band) => &band.code,
            Self::Cap(_) => "BATAS",
        }
    }

    pub(crate) fn rule(&self) -> &'t str {
        match self {
            Self::Rule(_, rule, _) => &rule.name,
            Self::Cap(_) => "cap",
        }
    }

    pub(crate) fn in_minutes(&self) -> bool {
        match self {
            Self::Rule(_, rule, _) => rule.measure.in_minutes(),
            Self::Cap(_) => false,
        }
    }

    pub(crate) fn provision(&self) -> ProvisionId {
        match self {
            Self::Rule(_, _, band) => band.provision,
            Self::Cap(cap) => cap.provision,
        }
    }
}

/// What a charge is for: a day, or the days that added up to it.
#[derive(Clone, Copy)]
struct When {
    date: Date,
    days: DaySet,
    per: Per,
}

impl When {
    fn day(date: Date) -> Self {
        Self { date, days: DaySet::only(date), per: Per::Day }
    }
}

/// A month being charged.
struct Charging<'a, 't> {
    facts: &'a MonthFacts<'a>,
    tariff: &'t Tariff,
    due: &'a Due<'t>,
    found: Found,
    /// Days on which a rule is replaced by another, by place of the rule.
    replaced: &'a mut Vec<DaySet>,
    /// Made-up latenesses beyond those that are free, as days.
    charged_made_up: DaySet,
    drafts: &'a mut Vec<Draft<'t>>,
}

/// Whether productivity is part of the law and was not given.
pub(crate) struct ProductivityMissing(pub bool);

/// Drafts what every rule charges, in order of day and then of rule. `drafts` and `replaced` are
/// room left by the person before; what they hold is dropped.
pub(crate) fn charge<'t>(
    facts: &MonthFacts<'_>,
    tariff: &'t Tariff,
    due: &Due<'t>,
    drafts: &mut Vec<Draft<'t>>,
    replaced: &mut Vec<DaySet>,
) -> Result<ProductivityMissing, NotInForce> {
    drafts.clear();
    replaced.clear();
    replaced.resize(tariff.rules.len(), DaySet::default());
    let found = Found::of(facts);
    let charged_made_up =
        tariff.free_made_up.map_or_else(DaySet::default, |free| found.made_up_beyond(free));
    let mut charging = Charging { facts, tariff, due, found, replaced, charged_made_up, drafts };
    let mut productivity_missing = false;
    for (place, rule) in tariff.rules.iter().enumerate() {
        if rule.measure.of_month() {
            productivity_missing |= rule.measure == Measure::ProductivityShortfall
                && facts.productivity_bp.is_none()
                && !facts.states.is_empty();
            charging.whole_month(place, rule)?;
        } else {
            charging.days(place, rule)?;
        }
    }
    if !drafts.is_sorted_by_key(|draft| draft.date) {
        drafts.sort_by_key(|draft| draft.date);
    }
    Ok(ProductivityMissing(productivity_missing))
}

impl<'t> Charging<'_, 't> {
    /// A rule that looks at days: each for itself, or their sum.
    fn days(&mut self, place: usize, rule: &'t ActiveRule) -> Result<(), NotInForce> {
        let replaced = self.replaced.get(place).copied().unwrap_or_default();
        let days = self.found.days(rule.measure).and(rule.days).without(replaced);
        let mut sum = 0_u32;
        let mut summed: Option<When> = None;
        for day in days.iter() {
            let Some(record) = record_of(self.facts.days, day) else { continue };
            let measured = of_day(rule, record, self.facts.occurrences, self.charged_made_up);
            let charged = measured.units > 0 || measured.no_scan;
            let is_for = |state: &PayState| rule.is_for(state.employment, state.class);
            if !charged || !self.state_on(record.date).is_some_and(is_for) {
                continue;
            }
            match rule.per {
                Per::Day => self.bands(place, rule, measured, When::day(record.date))?,
                Per::Month => {
                    sum += measured.units;
                    if measured.no_scan {
                        // A missing scan has no minutes to sum; it is charged by its day.
                        let no_scan = Measured { units: 0, no_scan: true };
                        self.bands(place, rule, no_scan, When::day(record.date))?;
                    }
                    if measured.units > 0 {
                        let mut days = summed.map_or_else(DaySet::default, |when| when.days);
                        days.add(record.date);
                        summed = Some(When { date: record.date, days, per: Per::Month });
                    }
                }
            }
        }
        match summed {
            Some(when) => self.bands(place, rule, Measured { units: sum, no_scan: false }, when),
            None => Ok(()),
        }
    }

    /// A rule that looks at the month as a whole, for what the person is at its end.
    fn whole_month(&mut self, place: usize, rule: &'t ActiveRule) -> Result<(), NotInForce> {
        let last = self.tariff.month.last();
        let Some(state) = self.facts.states.last() else { return Ok(()) };
        if !rule.is_for(state.employment, state.class) || !rule.days.has(last) {
            return Ok(());
        }
        let units = of_month(rule, self.facts, self.tariff.month);
        if units == 0 {
            return Ok(());
        }
        let when = When { date: last, days: DaySet::default(), per: Per::Month };
        self.bands(place, rule, Measured { units, no_scan: false }, when)
    }

    /// Finds the bands of what was measured and drafts their lines. A day for which there is a
    /// band, be its rate nothing, is charged by no rule that this one replaces.
    fn bands(
        &mut self,
        place: usize,
        rule: &'t ActiveRule,
        measured: Measured,
        when: When,
    ) -> Result<(), NotInForce> {
        let units = measured.units / rule.every;
        // A missing scan takes the place of the minutes, which it makes unknowable.
        let no_scan = rule.bands.iter().find(|band| measured.no_scan && band.no_scan);
        let mut charged = true;
        match (rule.charge, no_scan.or_else(|| rule.band(units))) {
            (Charge::Each, Some(band)) if no_scan.is_none() => {
                self.draft((place, rule, band), (measured.units, units), when)?;
            }
            (Charge::Marginal, _) if no_scan.is_none() => {
                charged = false;
                for band in rule.bands.iter().filter(|band| band.from <= units) {
                    let within = units.min(band.to) - band.from + 1;
                    self.draft((place, rule, band), (within * rule.every, within), when)?;
                    charged = true;
                }
            }
            (Charge::Once | Charge::Each | Charge::Marginal, Some(band)) => {
                self.draft((place, rule, band), (measured.units, 1), when)?;
            }
            (Charge::Once | Charge::Each | Charge::Marginal, None) => charged = false,
        }
        if charged && !rule.replaces.is_empty() {
            self.replace(rule, when.days);
        }
        Ok(())
    }

    /// Drafts a line: `units` of the measure, and the rate `times` over.
    fn draft(
        &mut self,
        (place, rule, band): (usize, &'t ActiveRule, &'t ActiveBand),
        (units, times): (u32, u32),
        When { date, days, per }: When,
    ) -> Result<(), NotInForce> {
        let Cut { rate, base, exact } = self.due.cut(self.tariff, (rule, band), date)?;
        if rate == Rate::ZERO || times == 0 {
            return Ok(());
        }
        let (rate, cut) = match times {
            1 => (rate, exact),
            times => (rate.of(Rate::new(times, 1)), exact.times(times)),
        };
        let cause = Cause::Rule(place, rule, band);
        self.drafts.push(Draft { date, days, per, cause, units, rate, base, cut, kept: cut });
        Ok(())
    }

    fn state_on(&self, date: Date) -> Option<&PayState> {
        self.facts.states.iter().find(|state| state.from <= date && date <= state.until)
    }

    fn replace(&mut self, rule: &ActiveRule, days: DaySet) {
        for place in &rule.replaces {
            if let Some(replaced) = self.replaced.get_mut(*place) {
                *replaced = replaced.or(days);
            }
        }
    }
}

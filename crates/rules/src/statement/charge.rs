//! What each rule charges, exactly.

use civil::{Exact, Rate};
use jiff::civil::Date;

use super::{MonthFacts, Occurrence, PayState, gross::Due};
use crate::{
    day::{DayRecord, Findings, Verdict},
    law::{
        NotInForce, ProvisionId,
        pay::{Charge, Measure, Per},
    },
    tariff::{ActiveBand, ActiveRule, DaySet, Tariff},
};

/// A line before it is rounded.
#[derive(Clone, Debug)]
pub(crate) struct Draft<'t> {
    pub date: Date,
    pub days: DaySet,
    pub code: &'t str,
    pub rule: &'t str,
    pub units: u32,
    pub in_minutes: bool,
    pub rate: Rate,
    pub base: Exact,
    /// What is cut; negative for a cap, which gives back.
    pub cut: Exact,
    pub provision: ProvisionId,
}

pub(crate) struct Charged<'t> {
    pub drafts: Vec<Draft<'t>>,
    pub productivity_missing: bool,
}

/// What was measured.
#[derive(Clone, Copy, Default)]
struct Measured {
    units: u32,
    /// A scan is missing, which some bands charge as if it were long.
    no_scan: bool,
}

/// A month being charged.
struct Charging<'a, 't> {
    facts: &'a MonthFacts<'a>,
    tariff: &'t Tariff,
    due: &'a Due<'t>,
    /// The days on which anything can be charged.
    chargeable: Vec<&'a DayRecord>,
    /// Days on which a rule is replaced by another, by place of the rule.
    replaced: Vec<(usize, Date)>,
    /// Made-up latenesses beyond those that are free, as days.
    charged_made_up: DaySet,
    drafts: Vec<Draft<'t>>,
}

pub(crate) fn charge<'t>(
    facts: &MonthFacts<'_>,
    tariff: &'t Tariff,
    due: &Due<'t>,
) -> Result<Charged<'t>, NotInForce> {
    let mut charging = Charging {
        facts,
        tariff,
        due,
        chargeable: facts.days.iter().filter(|day| is_chargeable(day, facts)).collect(),
        replaced: Vec::new(),
        charged_made_up: made_up_beyond_free(facts, tariff),
        drafts: Vec::new(),
    };
    let mut productivity_missing = false;
    for (place, rule) in tariff.rules.iter().enumerate() {
        if rule.measure.of_month() {
            productivity_missing |= rule.measure == Measure::ProductivityShortfall
                && facts.productivity_bp.is_none()
                && !facts.states.is_empty();
            charging.whole_month(rule)?;
        } else {
            charging.days(place, rule)?;
        }
    }
    if !charging.drafts.is_sorted_by_key(|draft| draft.date) {
        charging.drafts.sort_by_key(|draft| draft.date);
    }
    Ok(Charged { drafts: charging.drafts, productivity_missing })
}

/// The days whose made-up lateness is charged all the same, because it happened too often.
fn made_up_beyond_free(facts: &MonthFacts<'_>, tariff: &Tariff) -> DaySet {
    let mut beyond = DaySet::default();
    if let Some(free) = tariff.free_made_up {
        let made_up = facts.days.iter().filter(|day| day.findings.has(Findings::MADE_UP));
        made_up.skip(usize::from(free)).for_each(|day| beyond.add(day.date));
    }
    beyond
}

/// Whether any rule could charge the day: most days are none of this.
#[inline]
fn is_chargeable(day: &DayRecord, facts: &MonthFacts<'_>) -> bool {
    day.findings != Findings::NONE
        || day.excuse.is_some()
        || day.verdict.is_problem()
        || day.away_minutes > 0
        || facts.occurrences.iter().any(|occurrence| occurrence.date == day.date)
}

impl<'t> Charging<'_, 't> {
    /// A rule that looks at days: each for itself, or their sum.
    fn days(&mut self, place: usize, rule: &'t ActiveRule) -> Result<(), NotInForce> {
        let mut sum = Measured::default();
        let mut days = DaySet::default();
        let mut last = None;
        for index in 0..self.chargeable.len() {
            let Some(&record) = self.chargeable.get(index) else { break };
            if !rule.days.has(record.date) || self.is_replaced(place, record.date) {
                continue;
            }
            let measured = self.measure(rule, record);
            if measured.units == 0 && !measured.no_scan {
                continue;
            }
            let Some(state) = self.state_on(record.date) else { continue };
            if !rule.is_for(state.employment, state.class) {
                continue;
            }
            self.replace(rule, record.date);
            match rule.per {
                Per::Day => {
                    let mut day = DaySet::default();
                    day.add(record.date);
                    self.bands(rule, measured, record.date, day)?;
                }
                Per::Month => {
                    sum.units += measured.units;
                    if measured.no_scan {
                        // A missing scan has no minutes to sum; it is charged by its day.
                        let mut day = DaySet::default();
                        day.add(record.date);
                        self.bands(rule, Measured { units: 0, no_scan: true }, record.date, day)?;
                    }
                    if measured.units > 0 {
                        days.add(record.date);
                        last = Some(record.date);
                    }
                }
            }
        }
        match last {
            Some(last) => self.bands(rule, sum, last, days),
            None => Ok(()),
        }
    }

    /// A rule that looks at the month as a whole.
    fn whole_month(&mut self, rule: &'t ActiveRule) -> Result<(), NotInForce> {
        let last = self.tariff.month.last();
        let Some(state) = self.facts.states.last() else { return Ok(()) };
        if !rule.is_for(state.employment, state.class) || !rule.days.has(last) {
            return Ok(());
        }
        let units = match rule.measure {
            Measure::ProductivityShortfall => {
                self.facts.productivity_bp.map_or(0, |reached| 10_000_u32.saturating_sub(reached))
            }
            Measure::Predikat => u32::from(
                self.facts
                    .predikat
                    .is_some_and(|predikat| rule.kinds.iter().any(|k| k == predikat)),
            ),
            Measure::Sanction => self.sanctions(rule),
            Measure::Late
            | Measure::Early
            | Measure::LateAndEarly
            | Measure::Away
            | Measure::Short
            | Measure::LatePermitted
            | Measure::EarlyPermitted
            | Measure::LateDays
            | Measure::Absent
            | Measure::NoIn
            | Measure::NoOut
            | Measure::NoRest
            | Measure::Leave
            | Measure::Missed => 0,
        };
        if units == 0 {
            return Ok(());
        }
        self.bands(rule, Measured { units, no_scan: false }, last, DaySet::default())
    }

    /// Sanctions of the rule's kinds that run in the month.
    fn sanctions(&self, rule: &ActiveRule) -> u32 {
        let month = self.tariff.month;
        let age_months = |date: Date| {
            (i32::from(month.year()) - i32::from(date.year())) * 12 + i32::from(month.month())
                - i32::from(date.month())
        };
        let runs = |occurrence: &&Occurrence| {
            let age = age_months(occurrence.date);
            is_kind(&occurrence.code, "sanction:", &rule.kinds)
                && age >= 0
                && rule.months.is_none_or(|months| i64::from(age) < i64::from(months))
        };
        u32::try_from(self.facts.occurrences.iter().filter(runs).count()).unwrap_or(u32::MAX)
    }

    fn measure(&self, rule: &ActiveRule, record: &DayRecord) -> Measured {
        let has = |finding| record.findings.has(finding);
        let minutes = |minutes: u16| Measured { units: u32::from(minutes), no_scan: false };
        let once = |holds: bool| Measured { units: u32::from(holds), no_scan: false };
        let excused_late = has(Findings::LATE_PERMITTED)
            || (has(Findings::MADE_UP) && !self.charged_made_up.has(record.date));
        let late = if excused_late { 0 } else { record.late_minutes };
        let early = if has(Findings::EARLY_PERMITTED) { 0 } else { record.early_minutes };
        match rule.measure {
            Measure::Late => Measured { no_scan: has(Findings::NO_IN), ..minutes(late) },
            Measure::Early => Measured { no_scan: has(Findings::NO_OUT), ..minutes(early) },
            Measure::LateAndEarly => Measured {
                units: u32::from(late) + u32::from(early),
                no_scan: has(Findings::NO_IN) || has(Findings::NO_OUT),
            },
            Measure::Away => Measured {
                units: u32::from(record.away_minutes) + self.occurred(record.date, "away"),
                no_scan: has(Findings::NO_REST),
            },
            Measure::Short => Measured {
                units: u32::from(late) + u32::from(early) + u32::from(record.away_minutes),
                no_scan: has(Findings::NO_IN) || has(Findings::NO_OUT),
            },
            Measure::LatePermitted if has(Findings::LATE_PERMITTED) => minutes(record.late_minutes),
            Measure::EarlyPermitted if has(Findings::EARLY_PERMITTED) => {
                minutes(record.early_minutes)
            }
            Measure::LateDays => once(late > 0),
            Measure::Absent => once(record.verdict == Verdict::Absent),
            Measure::NoIn => once(has(Findings::NO_IN)),
            Measure::NoOut => once(has(Findings::NO_OUT)),
            Measure::NoRest => once(has(Findings::NO_REST)),
            Measure::Leave => once(record.excuse.is_some_and(|kind| {
                !has(Findings::PART_EXCUSED) && rule.kinds.iter().any(|k| k == kind.code())
            })),
            Measure::Missed => Measured {
                units: self
                    .facts
                    .occurrences
                    .iter()
                    .filter(|o| o.date == record.date && is_kind(&o.code, "missed:", &rule.kinds))
                    .map(|occurrence| occurrence.amount)
                    .sum(),
                no_scan: false,
            },
            Measure::LatePermitted
            | Measure::EarlyPermitted
            | Measure::Sanction
            | Measure::ProductivityShortfall
            | Measure::Predikat => Measured::default(),
        }
    }

    fn occurred(&self, date: Date, code: &str) -> u32 {
        let on_day = self.facts.occurrences.iter().filter(|o| o.date == date && o.code == code);
        on_day.map(|occurrence| occurrence.amount).sum()
    }

    /// Finds the bands of what was measured and drafts their lines.
    fn bands(
        &mut self,
        rule: &'t ActiveRule,
        measured: Measured,
        date: Date,
        days: DaySet,
    ) -> Result<(), NotInForce> {
        let units = measured.units / rule.every;
        if measured.no_scan
            && let Some(band) = rule.bands.iter().find(|band| band.no_scan)
        {
            // A missing scan takes the place of the minutes, which it makes unknowable.
            return self.draft(rule, band, measured.units, 1, date, days);
        }
        match rule.charge {
            Charge::Once | Charge::Each => {
                let times = if rule.charge == Charge::Each { units } else { 1 };
                match rule.bands.iter().find(|band| (band.from..=band.to).contains(&units)) {
                    Some(band) => self.draft(rule, band, measured.units, times, date, days),
                    None => Ok(()),
                }
            }
            Charge::Marginal => {
                for band in rule.bands.iter().filter(|band| band.from <= units) {
                    let within = units.min(band.to) - band.from + 1;
                    self.draft(rule, band, within * rule.every, within, date, days)?;
                }
                Ok(())
            }
        }
    }

    fn draft(
        &mut self,
        rule: &'t ActiveRule,
        band: &'t ActiveBand,
        units: u32,
        times: u32,
        date: Date,
        days: DaySet,
    ) -> Result<(), NotInForce> {
        let rate = band.rate.ok_or_else(|| NotInForce {
            title: format!("rule.{} {}", rule.name, band.code),
            date,
        })?;
        let base = self.due.base(self.tariff, band.base, date)?;
        if rate == Rate::ZERO {
            return Ok(());
        }
        let cut = base.share(rate).times(times);
        if cut == Exact::ZERO && times == 0 {
            return Ok(());
        }
        self.drafts.push(Draft {
            date,
            days,
            code: &band.code,
            rule: &rule.name,
            units,
            in_minutes: rule.measure.in_minutes(),
            rate: if times == 1 { rate } else { rate.of(Rate::new(times, 1)) },
            base,
            cut,
            provision: band.provision,
        });
        Ok(())
    }

    fn state_on(&self, date: Date) -> Option<&PayState> {
        match self.facts.states {
            [only] => Some(only),
            states => states.iter().find(|state| (state.from..=state.until).contains(&date)),
        }
    }

    fn is_replaced(&self, place: usize, date: Date) -> bool {
        !self.replaced.is_empty() && self.replaced.contains(&(place, date))
    }

    fn replace(&mut self, rule: &ActiveRule, date: Date) {
        for name in &rule.replaces {
            let places = self.tariff.rules.iter().enumerate();
            let named = places.filter(|(_, other)| *other.name == **name);
            self.replaced.extend(named.map(|(place, _)| (place, date)));
        }
    }
}

/// Whether `code` is the prefix and one of the kinds; no kinds means any.
fn is_kind(code: &str, prefix: &str, kinds: &[String]) -> bool {
    code.strip_prefix(prefix)
        .is_some_and(|kind| kinds.is_empty() || kinds.iter().any(|known| known == kind))
}

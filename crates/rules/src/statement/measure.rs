//! How much of what a rule measures a day or a month holds.

use civil::Month;
use jiff::civil::Date;

use super::{MonthFacts, Occurrence};
use crate::{
    day::{DayRecord, Findings, Verdict},
    law::pay::Measure,
    tariff::{ActiveRule, DaySet},
};

/// What was measured.
#[derive(Clone, Copy, Default)]
pub(crate) struct Measured {
    pub units: u32,
    /// A scan is missing, which some bands charge as if it were long.
    pub no_scan: bool,
}

/// What a rule measures on a day. `charged_made_up` are the days whose made-up lateness counts all
/// the same, because it happened too often.
pub(crate) fn of_day(
    rule: &ActiveRule,
    record: &DayRecord,
    occurrences: &[Occurrence],
    charged_made_up: DaySet,
) -> Measured {
    let has = |finding| record.findings.has(finding);
    let minutes = |minutes: u16| Measured { units: u32::from(minutes), no_scan: false };
    let once = |holds: bool| Measured { units: u32::from(holds), no_scan: false };
    let excused_late = has(Findings::LATE_PERMITTED)
        || (has(Findings::MADE_UP) && !charged_made_up.has(record.date));
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
            units: u32::from(record.away_minutes) + away(occurrences, record.date),
            no_scan: has(Findings::NO_REST),
        },
        Measure::Short => Measured {
            units: u32::from(late) + u32::from(early) + u32::from(record.away_minutes),
            no_scan: has(Findings::NO_IN) || has(Findings::NO_OUT),
        },
        Measure::LatePermitted if has(Findings::LATE_PERMITTED) => minutes(record.late_minutes),
        Measure::EarlyPermitted if has(Findings::EARLY_PERMITTED) => minutes(record.early_minutes),
        Measure::LateDays => once(late > 0),
        Measure::Absent => once(record.verdict == Verdict::Absent),
        Measure::NoIn => once(has(Findings::NO_IN)),
        Measure::NoOut => once(has(Findings::NO_OUT)),
        Measure::NoRest => once(has(Findings::NO_REST)),
        Measure::Leave => once(record.excuse.is_some_and(|kind| {
            !has(Findings::PART_EXCUSED) && rule.kinds.iter().any(|k| k == kind.code())
        })),
        Measure::Missed => {
            Measured { units: missed(occurrences, record.date, &rule.kinds), no_scan: false }
        }
        Measure::LatePermitted
        | Measure::EarlyPermitted
        | Measure::Sanction
        | Measure::ProductivityShortfall
        | Measure::Predikat => Measured::default(),
    }
}

/// What a rule measures in a month as a whole.
pub(crate) fn of_month(rule: &ActiveRule, facts: &MonthFacts<'_>, month: Month) -> u32 {
    match rule.measure {
        Measure::ProductivityShortfall => {
            facts.productivity_bp.map_or(0, |reached| 10_000_u32.saturating_sub(reached))
        }
        Measure::Predikat => {
            let is_named = |predikat: &str| rule.kinds.iter().any(|kind| kind == predikat);
            u32::from(facts.predikat.is_some_and(is_named))
        }
        Measure::Sanction => sanctions(rule, facts.occurrences, month),
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
    }
}

/// Sanctions of the rule's kinds that run in the month.
fn sanctions(rule: &ActiveRule, occurrences: &[Occurrence], month: Month) -> u32 {
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
    u32::try_from(occurrences.iter().filter(runs).count()).unwrap_or(u32::MAX)
}

fn away(occurrences: &[Occurrence], date: Date) -> u32 {
    let on_day = occurrences.iter().filter(|o| o.date == date && o.code == "away");
    on_day.map(|occurrence| occurrence.amount).sum()
}

fn missed(occurrences: &[Occurrence], date: Date, kinds: &[String]) -> u32 {
    let on_day =
        occurrences.iter().filter(|o| o.date == date && is_kind(&o.code, "missed:", kinds));
    on_day.map(|occurrence| occurrence.amount).sum()
}

/// Whether `code` is the prefix and one of the kinds; no kinds means any.
fn is_kind(code: &str, prefix: &str, kinds: &[String]) -> bool {
    code.strip_prefix(prefix)
        .is_some_and(|kind| kinds.is_empty() || kinds.iter().any(|known| known == kind))
}

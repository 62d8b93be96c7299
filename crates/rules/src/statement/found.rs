//! What a month's records hold, kind by kind, as days: where a rule has to look.

use super::MonthFacts;
use crate::{
    day::{DayRecord, Findings, Verdict},
    law::pay::Measure,
    tariff::DaySet,
};

/// The days on which something was found. A day that is still running is in none of them: it is
/// never charged.
#[derive(Default)]
pub(crate) struct Found {
    late: DaySet,
    early: DaySet,
    away: DaySet,
    absent: DaySet,
    excused: DaySet,
    occurred: DaySet,
    no_in: DaySet,
    no_out: DaySet,
    no_rest: DaySet,
    late_permitted: DaySet,
    early_permitted: DaySet,
    made_up: DaySet,
}

impl Found {
    pub(crate) fn of(facts: &MonthFacts<'_>) -> Self {
        let mut found = Self::default();
        for record in facts.days.iter().filter(|record| !is_plain(record)) {
            if !record.findings.has(Findings::RUNNING) {
                found.add(record);
            }
        }
        for occurrence in facts.occurrences {
            let of_day = facts.days.iter().find(|record| record.date == occurrence.date);
            if let Some(record) = of_day.filter(|record| !record.findings.has(Findings::RUNNING)) {
                found.occurred.add(record.date);
            }
        }
        found
    }

    fn add(&mut self, record: &DayRecord) {
        let date = record.date;
        self.late.add_if(record.late_minutes > 0, date);
        self.early.add_if(record.early_minutes > 0, date);
        self.away.add_if(record.away_minutes > 0, date);
        self.absent.add_if(record.verdict == Verdict::Absent, date);
        self.excused.add_if(record.excuse.is_some(), date);
        if record.findings == Findings::NONE {
            return;
        }
        let has = |finding| record.findings.has(finding);
        self.no_in.add_if(has(Findings::NO_IN), date);
        self.no_out.add_if(has(Findings::NO_OUT), date);
        self.no_rest.add_if(has(Findings::NO_REST), date);
        self.late_permitted.add_if(has(Findings::LATE_PERMITTED), date);
        self.early_permitted.add_if(has(Findings::EARLY_PERMITTED), date);
        self.made_up.add_if(has(Findings::MADE_UP), date);
    }

    /// The days on which the measure can be more than nothing.
    pub(crate) fn days(&self, measure: Measure) -> DaySet {
        let no_scan = || self.no_in.or(self.no_out);
        match measure {
            Measure::Late => self.late.or(self.no_in),
            Measure::Early => self.early.or(self.no_out),
            Measure::LateAndEarly => self.late.or(self.early).or(no_scan()),
            Measure::Away => self.away.or(self.no_rest).or(self.occurred),
            Measure::Short => self.late.or(self.early).or(self.away).or(no_scan()),
            Measure::LatePermitted => self.late_permitted,
            Measure::EarlyPermitted => self.early_permitted,
            Measure::LateDays => self.late,
            Measure::Absent => self.absent,
            Measure::NoIn => self.no_in,
            Measure::NoOut => self.no_out,
            Measure::NoRest => self.no_rest,
            Measure::Leave => self.excused,
            Measure::Missed => self.occurred,
            Measure::Sanction | Measure::ProductivityShortfall | Measure::Predikat => {
                DaySet::default()
            }
        }
    }

    /// The days whose lateness was made up, after the first `free` of them.
    pub(crate) fn made_up_beyond(&self, free: u16) -> DaySet {
        self.made_up.skip(free)
    }
}

/// The record of a day of the month. Days mostly stand one after another from the first on.
#[inline]
pub(crate) fn record_of(days: &[DayRecord], day: i8) -> Option<&DayRecord> {
    let is_it = |record: &&DayRecord| record.date.day() == day;
    let place = usize::try_from(day - days.first()?.date.day()).ok()?;
    days.get(place).filter(is_it).or_else(|| days.iter().find(is_it))
}

/// Whether no rule could charge the day for what is on its record: most days are so.
#[inline]
fn is_plain(record: &DayRecord) -> bool {
    record.findings == Findings::NONE
        && record.excuse.is_none()
        && !record.verdict.is_problem()
        && record.away_minutes == 0
}

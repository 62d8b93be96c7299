//! One person, one month of days: the readings dealt out to the days they belong to.

use civil::Wall;
use jiff::civil::Date;

use crate::{
    day::{DayFacts, DayRecord, evaluate},
    excuse::Excuse,
    plan::DayPlan,
};

/// An excuse with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExcusedDays {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// What excuses.
    pub excuse: Excuse,
}

/// What is known of a person over a span of days.
#[derive(Clone, Copy, Debug)]
pub struct PresenceFacts<'a> {
    /// What is asked of each day, in order; `None` where the person is not in service.
    pub plans: &'a [(&'a DayPlan, InService)],
    /// Readings of the terminals' walls, in order, each once; those of neighbouring days included.
    pub readings: &'a [Wall],
    /// Excuses that touch the span.
    pub excuses: &'a [ExcusedDays],
    /// The present, where the span reaches it.
    pub now: Option<Wall>,
}

/// Whether a person is in service on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InService {
    /// In service.
    Yes,
    /// Not yet, or no more.
    No,
}

/// Evaluates each day of the span, in order, into `records`.
pub fn evaluate_days(facts: &PresenceFacts<'_>, records: &mut Vec<DayRecord>) {
    let mut readings = facts.readings;
    let mut scans = Vec::with_capacity(8);
    let mut excuses = Vec::new();
    let mut claimed = Wall(i64::MIN);
    for (plan, in_service) in facts.plans {
        // Two schedules that meet may claim the same hours; the earlier day keeps them.
        let from = plan.claims.0.max(claimed);
        claimed = plan.claims.1.max(from);
        let skip = readings.iter().take_while(|reading| **reading < from).count();
        readings = readings.get(skip..).unwrap_or_default();
        let count = readings.iter().take_while(|reading| **reading < claimed).count();
        let (mine, rest) = readings.split_at(count);
        readings = rest;
        scans.clear();
        scans.extend(mine.iter().map(|reading| seconds_after(plan.midnight, *reading)));
        excuses.clear();
        excuses.extend(
            facts
                .excuses
                .iter()
                .filter(|days| (days.from..=days.until).contains(&plan.date))
                .map(|days| days.excuse),
        );
        records.push(evaluate(&DayFacts {
            plan,
            scans: &scans,
            excuses: &excuses,
            in_service: *in_service == InService::Yes,
            now: facts.now.filter(|now| *now < claimed),
        }));
    }
}

/// The readings of the person that belong to one day, in order.
#[must_use]
pub fn readings_of_day<'r>(plan: &DayPlan, readings: &'r [Wall]) -> &'r [Wall] {
    let from = readings.partition_point(|reading| *reading < plan.claims.0);
    let until = readings.partition_point(|reading| *reading < plan.claims.1);
    readings.get(from..until).unwrap_or_default()
}

#[inline]
fn seconds_after(midnight: Wall, reading: Wall) -> i32 {
    i32::try_from(reading.0 - midnight.0).unwrap_or(i32::MAX)
}

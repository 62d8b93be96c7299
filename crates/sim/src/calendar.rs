//! Days, and what the law asks of each by schedule.

use std::collections::HashMap;

use civil::{Month, ScheduleKey, Wall};
use jiff::civil::Date;
use rules::{
    law::{Law, NotInForce},
    plan::{DayKind, DayPlan, Plan},
};

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// `day` and `days` more.
pub(crate) fn later(day: Date, days: i64) -> Date {
    Wall::midnight(day).plus_seconds(days * DAY_SECONDS).date()
}

/// Days from one to the other.
pub(crate) fn days_between(from: Date, until: Date) -> i64 {
    day_number(until) - day_number(from)
}

/// A number that grows by one a day.
pub(crate) fn day_number(day: Date) -> i64 {
    Wall::midnight(day).0.div_euclid(DAY_SECONDS)
}

/// The plans of the schedules in use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    plans: HashMap<ScheduleKey, Plan>,
}

impl Calendar {
    /// Compiles the law for the schedules from `from` to `until`, as known on the last day.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the law lacks a schedule.
    pub(crate) fn compile<'a>(
        law: &Law,
        schedules: impl Iterator<Item = &'a ScheduleKey>,
        (from, until): (Date, Date),
    ) -> Result<Self, NotInForce> {
        let mut plans = HashMap::new();
        for schedule in schedules {
            if !plans.contains_key(schedule) {
                let plan = Plan::compile(law, schedule, (from, until), until)?;
                plans.insert(schedule.clone(), plan);
            }
        }
        Ok(Self { plans })
    }

    /// What is asked of a day.
    pub(crate) fn day(&self, schedule: &ScheduleKey, day: Date) -> Option<&DayPlan> {
        self.plans.get(schedule)?.day(day)
    }

    /// Whether a day is a working day.
    pub(crate) fn works(&self, schedule: &ScheduleKey, day: Date) -> bool {
        self.day(schedule, day).is_some_and(|plan| plan.kind == DayKind::Work)
    }
}

/// The months that end with the running one, in order.
pub(crate) fn months_until(last: Month, count: usize) -> Vec<Month> {
    let mut months: Vec<Month> =
        std::iter::successors(Some(last), |month| Some(month.previous())).take(count).collect();
    months.reverse();
    months
}

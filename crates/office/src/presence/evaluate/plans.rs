//! What is asked of the days of a month, by schedule: compiled once for all who share it, and for
//! whoever has a roster alone.

use std::collections::HashMap;

use civil::{Month, ScheduleKey};
use jiff::civil::Date;
use rules::{
    law::{Law, NotInForce, ProvisionId},
    month::InService,
    plan::{DayPlan, Plan},
    roster::Roster,
};

/// The plans of a month.
#[derive(Default)]
pub(super) struct Plans {
    by_schedule: HashMap<ScheduleKey, Result<Plan, NotInForce>>,
}

impl Plans {
    /// Compiles those of these schedules that are not compiled yet.
    pub(super) fn compile(
        &mut self,
        law: &Law,
        (schedules, roster): (&[Option<ScheduleKey>], &Roster),
        month: Month,
        as_of: Date,
    ) {
        for schedule in schedules.iter().flatten() {
            if !self.by_schedule.contains_key(schedule) {
                let span = (month.first(), month.last());
                let plan = Plan::rostered(law, (schedule, roster), span, as_of);
                self.by_schedule.insert(schedule.clone(), plan);
            }
        }
    }

    /// The plan of each day of the month, by the schedule that holds on it. Days before the first
    /// fact take the first schedule, not in service.
    pub(super) fn of_days(
        &self,
        month: Month,
        schedules: &[Option<ScheduleKey>],
    ) -> Result<Vec<(&DayPlan, InService)>, NotInForce> {
        let Some(first) = schedules.iter().flatten().next() else { return Ok(Vec::new()) };
        month
            .days()
            .zip(schedules)
            .map(|(date, schedule)| {
                let in_service = if schedule.is_some() { InService::Yes } else { InService::No };
                let plan = self
                    .by_schedule
                    .get(schedule.as_ref().unwrap_or(first))
                    .expect("every schedule of the month was compiled");
                let plan = plan.as_ref().map_err(Clone::clone)?;
                Ok((plan.day(date).expect("a plan covers its month"), in_service))
            })
            .collect()
    }

    /// The provisions that the plans of these schedules rest on.
    pub(super) fn provisions(
        &self,
        schedules: &[Option<ScheduleKey>],
    ) -> impl Iterator<Item = ProvisionId> {
        schedules
            .iter()
            .flatten()
            .filter_map(|schedule| self.by_schedule.get(schedule)?.as_ref().ok())
            .flat_map(|plan| plan.provisions.iter().copied())
    }
}

//! Working days, by which deadlines are counted.

use civil::{ScheduleKey, Wall};
use jiff::civil::Date;
use rules::{
    law::NotInForce,
    plan::{DayKind, Plan},
};

use crate::Office;

/// The working pattern by which offices count days.
const OFFICE_SCHEDULE: &str = "lima-hari";

/// Days of the calendar in which a working day is surely found, however long the holidays.
const DAYS_A_WORKING_DAY_MAX: u32 = 4;

/// The longest row of days off there is, Lebaran with its weekends, and some more.
const DAYS_OFF_MAX: u32 = 30;

/// Which days of a span are working days of offices.
pub(crate) struct WorkingDays {
    plan: Plan,
}

impl WorkingDays {
    /// Whether offices work on the day; a day beyond the span is none.
    pub(crate) fn is_working(&self, day: Date) -> bool {
        self.plan.day(day).is_some_and(|day| day.kind == DayKind::Work)
    }
}

impl Office {
    /// The working days of offices in a span, by the calendar as it is known today.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the law has no hours for offices on one of the days.
    pub(crate) fn working_days(&self, span: (Date, Date)) -> Result<WorkingDays, NotInForce> {
        let plan = Plan::compile(self.lawbook.law(), &office_schedule(), span, self.today())?;
        Ok(WorkingDays { plan })
    }

    /// The day so many working days of offices after `day`, which is not counted itself. Where the
    /// law has no hours for offices, days of the calendar are counted.
    pub(crate) fn office_days_after(&self, day: Date, count: u32) -> Date {
        let ahead = count.min(1_000) * DAYS_A_WORKING_DAY_MAX + DAYS_OFF_MAX;
        let last = day.saturating_add(jiff::Span::new().days(ahead));
        let plan = self.office_plan(day, last);
        let works = |date: Date| {
            let kind = plan.as_ref().and_then(|plan| plan.day(date)).map(|day| &day.kind);
            kind.is_none_or(|kind| *kind == DayKind::Work)
        };
        let days = std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok());
        let before = usize::try_from(count).unwrap_or(usize::MAX).saturating_sub(1);
        days.take_while(|date| *date <= last)
            .filter(|date| works(*date))
            .nth(before)
            .unwrap_or(last)
    }

    /// Whether offices work on a day. Where the law has no hours for offices, they work on all.
    pub(crate) fn is_office_day(&self, day: Date) -> bool {
        let plan = self.office_plan(day, day);
        let kind = plan.as_ref().and_then(|plan| plan.day(day)).map(|day| &day.kind);
        kind.is_none_or(|kind| *kind == DayKind::Work)
    }

    /// The first reading at or after `wall` at which offices are open; `None` if there is none in
    /// sight.
    pub(crate) fn first_office_hour_from(&self, wall: Wall) -> Option<Wall> {
        let day = wall.date();
        let last = day.saturating_add(jiff::Span::new().days(DAYS_OFF_MAX));
        let Some(plan) = self.office_plan(day, last) else { return Some(wall) };
        let works = plan.days.iter().filter(|day| day.kind == DayKind::Work);
        let open = works.flat_map(|day| {
            let at = |second: i32| day.midnight.plus_seconds(i64::from(second));
            day.shifts.iter().map(move |shift| (at(shift.starts), at(shift.ends)))
        });
        let next = open.filter(|(_, ends)| wall < *ends).map(|(starts, _)| starts.max(wall));
        next.min()
    }

    fn office_plan(&self, first: Date, last: Date) -> Option<Plan> {
        Plan::compile(self.lawbook.law(), &office_schedule(), (first, last), self.today()).ok()
    }
}

fn office_schedule() -> ScheduleKey {
    OFFICE_SCHEDULE.parse().expect("it is written as a key is")
}

//! Working days, by which deadlines are counted.

use civil::ScheduleKey;
use jiff::civil::Date;
use rules::plan::{DayKind, Plan};

use crate::Office;

/// The working pattern by which offices count days.
const OFFICE_SCHEDULE: &str = "lima-hari";

/// Days of the calendar in which a working day is surely found, however long the holidays.
const DAYS_A_WORKING_DAY_MAX: u32 = 4;

/// The longest row of days off there is, Lebaran with its weekends, and some more.
const DAYS_OFF_MAX: u32 = 30;

impl Office {
    /// The day so many working days of offices after `day`, which is not counted itself. Where the
    /// law has no hours for offices, days of the calendar are counted.
    pub(crate) fn office_days_after(&self, day: Date, count: u32) -> Date {
        let ahead = count.min(1_000) * DAYS_A_WORKING_DAY_MAX + DAYS_OFF_MAX;
        let last = day.saturating_add(jiff::Span::new().days(ahead));
        let schedule: ScheduleKey = OFFICE_SCHEDULE.parse().expect("it is written as a key is");
        let plan = Plan::compile(self.lawbook.law(), &schedule, (day, last), self.today()).ok();
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
}

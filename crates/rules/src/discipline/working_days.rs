//! Counting by working days, as the time limits of a case are counted.
//!
//! The day from which is counted never counts itself. Which days are working days is for the
//! caller to say: by the schedule of the office, with the holidays known.

use jiff::civil::Date;

/// Days without a single working day after which the calendar is taken to be empty.
const FREE_DAYS_MAX: u32 = 366;

/// The `count`-th working day after `date`; `date` itself for 0. `None` where the calendar has no
/// working day for more than a year, or ends.
pub fn working_days_after(
    date: Date,
    count: u32,
    is_working: &dyn Fn(Date) -> bool,
) -> Option<Date> {
    step(date, count, is_working, Date::tomorrow)
}

/// The `count`-th working day before `date`; `date` itself for 0. `None` as in
/// [`working_days_after`].
pub fn working_days_before(
    date: Date,
    count: u32,
    is_working: &dyn Fn(Date) -> bool,
) -> Option<Date> {
    step(date, count, is_working, Date::yesterday)
}

/// Working days after `from` up to and including `until`; 0 if `until` is not after `from`.
pub fn working_days_between(from: Date, until: Date, is_working: &dyn Fn(Date) -> bool) -> u32 {
    let mut days = 0;
    let mut day = from;
    while day < until {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        days += u32::from(is_working(day));
    }
    days
}

fn step(
    date: Date,
    count: u32,
    is_working: &dyn Fn(Date) -> bool,
    go: impl Fn(Date) -> Result<Date, jiff::Error>,
) -> Option<Date> {
    let (mut day, mut left, mut free) = (date, count, 0);
    while left > 0 {
        day = go(day).ok()?;
        if is_working(day) {
            (left, free) = (left - 1, 0);
        } else {
            free += 1;
            if free > FREE_DAYS_MAX {
                return None;
            }
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    fn weekday(day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    #[test]
    fn the_day_itself_never_counts() {
        let tuesday = date(2026, 7, 14);
        assert_eq!(working_days_after(tuesday, 0, &weekday), Some(tuesday));
        assert_eq!(working_days_after(tuesday, 1, &weekday), Some(date(2026, 7, 15)));
        assert_eq!(working_days_after(tuesday, 4, &weekday), Some(date(2026, 7, 20)));
        assert_eq!(working_days_after(tuesday, 15, &weekday), Some(date(2026, 8, 4)));
        assert_eq!(working_days_before(tuesday, 2, &weekday), Some(date(2026, 7, 10)));
    }

    #[test]
    fn after_and_between_agree_and_before_goes_back() {
        for count in 1..60 {
            let later = working_days_after(date(2026, 7, 14), count, &weekday).unwrap();
            assert_eq!(working_days_between(date(2026, 7, 14), later, &weekday), count);
            assert_eq!(
                working_days_before(later, count, &weekday),
                Some(date(2026, 7, 14)),
                "{count}"
            );
        }
        assert_eq!(working_days_between(date(2026, 7, 14), date(2026, 7, 1), &weekday), 0);
    }

    #[test]
    fn a_calendar_without_working_days_ends() {
        assert_eq!(working_days_after(date(2026, 7, 14), 1, &|_| false), None);
        assert_eq!(working_days_after(Date::MAX, 1, &weekday), None);
    }
}

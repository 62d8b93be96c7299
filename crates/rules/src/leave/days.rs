//! Counting days.

use jiff::{ToSpan as _, civil::Date};

use super::{IsWorking, Taken};

/// Working days from a day to another, both counted; none if they stand in the wrong order.
#[must_use]
pub fn working_days(from: Date, until: Date, is_working: IsWorking<'_>) -> u32 {
    let days = from.series(1.day()).take_while(|date| *date <= until);
    count(days.filter(|date| is_working(*date)))
}

/// Days of the calendar from a day to another, both counted; none if they stand in the wrong order.
pub(super) fn calendar_days(from: Date, until: Date) -> u32 {
    let days = from.until(until).map_or(0, |span| i64::from(span.get_days()) + 1);
    u32::try_from(days).unwrap_or(0)
}

/// First and last day of a calendar year.
pub(super) fn year_bounds(year: i16) -> (Date, Date) {
    let day = |month, day| Date::new(year, month, day).expect("every year has both days");
    (day(1, 1), day(12, 31))
}

pub(super) fn count(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

impl Taken<'_> {
    /// The last day that is taken off a balance: the way to a place hard to reach is not.
    pub(super) fn charged_until(&self) -> Date {
        self.until.checked_sub(i64::from(self.travel_days).days()).unwrap_or(Date::MIN)
    }

    /// Whether both want the same time of a day.
    pub(super) fn overlaps(&self, other: &Taken<'_>) -> bool {
        let same_days = self.from <= other.until && other.from <= self.until;
        let apart = match (self.seconds, other.seconds) {
            (Some((from, until)), Some((other_from, other_until))) => {
                until <= other_from || other_until <= from
            }
            (Some(_) | None, None) | (None, Some(_)) => false,
        };
        same_days && !apart
    }
}

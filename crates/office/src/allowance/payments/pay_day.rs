//! On which days a month can be paid.

use civil::Month;
use jiff::{ToSpan, civil::Date};
use words::Phrase;

/// A day on which nobody pays a month: before it begins, or more than a year after it ends. It is a
/// slip of the hand, and what is paid by the law of such a day is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{month} cannot be paid on {day}; give a day from {first} to {last}")]
pub struct UnfitPayDay {
    /// The month.
    pub month: Month,
    /// The day that was given.
    pub day: Date,
    /// The first day that can be given.
    pub first: Date,
    /// The last one.
    pub last: Date,
}

impl UnfitPayDay {
    /// Refuses a day on which the month cannot be paid. December may be paid before it ends.
    ///
    /// # Errors
    ///
    /// The day, with those that can be given.
    pub fn check(month: Month, day: Date) -> Result<(), Self> {
        let (first, last) = (month.first(), month.last().saturating_add(1.year()));
        if (first..=last).contains(&day) {
            return Ok(());
        }
        Err(Self { month, day, first, last })
    }

    /// It in a sentence, with the days that are possible.
    #[must_use]
    pub fn said(self) -> Phrase {
        Phrase::new("payment-day-unfit")
            .with("month", words::Arg::Month(self.month.first()))
            .with("day", self.day)
            .with("first", self.first)
            .with("last", self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_paid_from_its_first_day_until_a_year_after_its_end() {
        let december: Month = "2026-12".parse().unwrap();
        for (day, fits) in [
            ("1900-11-25", false),
            ("2026-11-30", false),
            ("2026-12-01", true),
            ("2026-12-16", true),
            ("2027-12-31", true),
            ("2028-01-01", false),
        ] {
            let day: Date = day.parse().unwrap();
            assert_eq!(UnfitPayDay::check(december, day).is_ok(), fits, "{day}");
        }
    }
}

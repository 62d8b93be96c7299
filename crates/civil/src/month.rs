//! A month of a year: the period an allowance is paid for.

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil::Date};

/// A calendar month, written `2026-10`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// The month of `date`.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// Reads the number that [`Month::number`] gives.
    ///
    /// # Errors
    ///
    /// [`InvalidMonth`] if it is no month from the year 1 on.
    pub fn from_number(number: i32) -> Result<Self, InvalidMonth> {
        let (year, month) = (number / 100, number % 100);
        match (i16::try_from(year), i8::try_from(month)) {
            (Ok(year @ 1..=9999), Ok(month @ 1..=12)) => Ok(Self { year, month }),
            _ => Err(InvalidMonth { text: number.to_string() }),
        }
    }

    /// The month as one number, 202610 for October 2026. Grows with time.
    #[must_use]
    pub fn number(self) -> i32 {
        i32::from(self.year) * 100 + i32::from(self.month)
    }

    /// Year, for example 2026.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// Month of the year, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.month
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> Date {
        Date::new(self.year, self.month, 1).expect("a month has a first day")
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }

    /// Every day of the month in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        self.first().series(1.day()).take_while(move |day| Self::of(*day) == self)
    }

    /// The month before; the first that dates know stays itself.
    #[must_use]
    pub fn previous(self) -> Self {
        self.first().yesterday().map_or(self, Self::of)
    }

    /// The month after; the last that dates know, 9999-12, stays itself. To count up to a month
    /// that somebody named use [`Month::checked_next`], which ends.
    #[must_use]
    pub fn next(self) -> Self {
        self.checked_next().unwrap_or(self)
    }

    /// The month after; none after 9999-12.
    #[must_use]
    pub fn checked_next(self) -> Option<Self> {
        self.last().tomorrow().ok().map(Self::of)
    }

    /// Whether `date` lies in it.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        Self::of(date) == self
    }
}

impl FromStr for Month {
    type Err = InvalidMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidMonth { text: text.to_owned() };
        let (year, month) = text.trim().split_once('-').ok_or_else(invalid)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(invalid());
        }
        let (year, month): (i32, i32) =
            (year.parse().map_err(|_| invalid())?, month.parse().map_err(|_| invalid())?);
        Self::from_number(year * 100 + month).map_err(|_| invalid())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text names no month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not a month; write it as 2026-10")]
pub struct InvalidMonth {
    /// What was given.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_read_what_they_write_and_follow_each_other() {
        let december: Month = "2026-12".parse().unwrap();
        assert_eq!(december.to_string(), "2026-12");
        assert_eq!(december.next().to_string(), "2027-01");
        assert_eq!(december.next().previous(), december);
        assert_eq!(Month::from_number(december.number()), Ok(december));
        assert_eq!("2024-02".parse::<Month>().unwrap().days().count(), 29);
    }

    #[test]
    fn at_the_ends_of_time_nothing_panics() {
        let last = Month::of(Date::MAX);
        assert_eq!((last.next(), last.checked_next()), (last, None));
        assert_eq!("9999-12".parse(), Ok(last));
        assert_eq!(Month::from_number(last.number()), Ok(last));
        assert_eq!((last.last(), last.days().count()), (Date::MAX, 31));
        let first = Month::of(Date::MIN);
        assert_eq!(first.previous(), first);
        assert_eq!((first.first(), first.days().count()), (Date::MIN, 31));
        assert_eq!(first.next().previous(), first);
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for text in ["", "2026", "2026-13", "2026-00", "26-10", "2026-1", "okt 2026"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }
}

//! A time packed into one number, as ZKTeco terminals keep it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;

/// `((year-2000)*372 + (month-1)*31 + (day-1))*86400 + seconds of the day`.
///
/// Every month has 31 days in this calendar, so it can hold 31 February.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ZkTime(u32);

impl ZkTime {
    /// The packed number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }

    /// Packs a wall clock. `None` before 2000 and after the number is full, in 2133.
    #[must_use]
    pub fn pack(at: DateTime) -> Option<Self> {
        let part = |n: i8| u32::try_from(n).ok();
        let year = u32::try_from(at.year()).ok()?.checked_sub(2000)?;
        let days = year.checked_mul(372)? + (part(at.month())? - 1) * 31 + (part(at.day())? - 1);
        let second = part(at.hour())? * 3600 + part(at.minute())? * 60 + part(at.second())?;
        days.checked_mul(86_400)?.checked_add(second).map(Self)
    }

    /// Unpacks to a wall clock. `None` when the calendar has no such day.
    #[must_use]
    pub fn unpack(self) -> Option<DateTime> {
        let (days, second) = (self.0 / 86_400, self.0 % 86_400);
        let part = |n: u32| i8::try_from(n).ok();
        DateTime::new(
            i16::try_from(2000 + days / 372).ok()?,
            part(days % 372 / 31 + 1)?,
            part(days % 31 + 1)?,
            part(second / 3600)?,
            part(second / 60 % 60)?,
            part(second % 60)?,
            0,
        )
        .ok()
    }
}

impl From<u32> for ZkTime {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

impl FromStr for ZkTime {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for ZkTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn packs_as_the_formula_says() {
        let at = datetime(2026, 11, 2, 7, 30, 0, 0);
        let number = (26 * 372 + 10 * 31 + 1) * 86_400 + 7 * 3600 + 30 * 60;
        assert_eq!(ZkTime::pack(at), Some(ZkTime(number)));
        assert_eq!(ZkTime::pack(datetime(1999, 12, 31, 23, 59, 59, 0)), None);
        assert_eq!(ZkTime::pack(datetime(2134, 1, 1, 0, 0, 0, 0)), None);
    }

    #[test]
    fn the_31st_of_february_is_no_day() {
        let number = (26 * 372 + 31 + 30) * 86_400;
        assert_eq!(ZkTime(number).unpack(), None);
    }

    proptest! {
        #[test]
        fn what_unpacks_packs_to_the_same(number: u32) {
            if let Some(at) = ZkTime(number).unpack() {
                prop_assert_eq!(ZkTime::pack(at), Some(ZkTime(number)));
            }
        }
    }
}

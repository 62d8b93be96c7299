//! Days of one month.

use civil::Month;
use jiff::civil::Date;

/// Days of a month as bits: bit 0 is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DaySet(u32);

impl DaySet {
    /// The days of `month` for which `holds`.
    pub fn of(month: Month, holds: impl Fn(Date) -> bool) -> Self {
        let mut set = Self::default();
        month.days().filter(|day| holds(*day)).for_each(|day| set.add(day));
        set
    }

    /// The one day.
    #[inline]
    #[must_use]
    pub fn only(day: Date) -> Self {
        Self(Self::bit(day))
    }

    /// Adds a day, by its place in its month.
    #[inline]
    pub fn add(&mut self, day: Date) {
        self.0 |= Self::bit(day);
    }

    /// Adds a day if `holds`; without a branch.
    #[inline]
    pub(crate) fn add_if(&mut self, holds: bool, day: Date) {
        self.0 |= Self::bit(day) * u32::from(holds);
    }

    /// Whether the day is in it.
    #[inline]
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// Whether no day is in it.
    #[inline]
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days that are in either.
    #[inline]
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The days that are in both.
    #[inline]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The days that are in this and not in `other`.
    #[inline]
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// All but the first `count` days in it.
    #[must_use]
    pub fn skip(self, count: u16) -> Self {
        let mut left = self.0;
        for _ in 0..count.min(31) {
            left &= left.saturating_sub(1);
        }
        Self(left)
    }

    /// Days of the month, 1 to 31, that are in it, in order.
    #[inline]
    pub fn iter(self) -> impl Iterator<Item = i8> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let place = i8::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
            left &= left - 1;
            Some(place + 1)
        })
    }

    #[inline]
    fn bit(day: Date) -> u32 {
        1 << (day.day() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_the_days_put_in() {
        let month: Month = "2024-02".parse().unwrap();
        for wanted in [vec![], vec![1], vec![29], vec![1, 2, 28, 29], (1..=29).collect()] {
            let set = DaySet::of(month, |day| wanted.contains(&day.day()));
            assert_eq!(set.iter().collect::<Vec<i8>>(), wanted);
            assert_eq!(set.is_empty(), wanted.is_empty());
            for day in month.days() {
                assert_eq!(set.has(day), wanted.contains(&day.day()), "{day}");
            }
        }
        let last: Date = "2026-01-31".parse().unwrap();
        assert_eq!(DaySet::only(last).iter().collect::<Vec<_>>(), [31]);
    }

    #[test]
    fn sets_meet_and_part() {
        let month: Month = "2026-01".parse().unwrap();
        let even = DaySet::of(month, |day| day.day() % 2 == 0);
        let third = DaySet::of(month, |day| day.day() % 3 == 0);
        assert_eq!(even.and(third), DaySet::of(month, |day| day.day() % 6 == 0));
        assert_eq!(even.or(third).without(third), even.without(third));
        assert!(even.without(even).is_empty());
        let mut set = even;
        set.add_if(false, month.first());
        assert_eq!(set, even);
        assert_eq!(even.skip(13).iter().collect::<Vec<_>>(), [28, 30]);
        assert!(even.skip(u16::MAX).is_empty());
        set.add_if(true, month.first());
        assert_eq!(set.without(even), DaySet::only(month.first()));
    }
}

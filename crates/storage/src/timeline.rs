//! Values that hold from a day on, until the next: how facts and PIN mappings are read on a day,
//! and which days a new one changes. Every store uses this, so that all agree on it.

use jiff::civil::Date;

/// Values with the first day of each. The value on a day is the one with the latest first day
/// not after it, and of several with the same first day the one appended last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<T> {
    /// In order of the first day, then of appending.
    entries: Vec<(Date, T)>,
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

/// What appending a value changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<T> {
    /// This value with this first day held already: nothing was appended.
    Known,
    /// It was appended.
    New(Span<T>),
}

/// The days on which an appended value holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The first day.
    pub from: Date,
    /// The last day; `None` while no later value is known.
    pub until: Option<Date>,
    /// The value that held on these days before, if one did.
    pub before: Option<T>,
}

impl<T> Span<T> {
    /// The days that the change touches between two days, if any: its own, and those beside it,
    /// whose scans may lie in hours that the changed days claim too.
    #[must_use]
    pub fn touched(&self, (first, last): (Date, Date)) -> Option<(Date, Date)> {
        let from = self.from.yesterday().unwrap_or(self.from).max(first);
        let until = self.until.map_or(last, |until| until.tomorrow().unwrap_or(until).min(last));
        (from <= until).then_some((from, until))
    }
}

impl<T: Clone + PartialEq> Timeline<T> {
    /// The value on `day`.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&T> {
        self.entries.iter().rev().find(|(from, _)| *from <= day).map(|(_, value)| value)
    }

    /// The value that holds last.
    #[must_use]
    pub fn newest(&self) -> Option<&T> {
        self.entries.last().map(|(_, value)| value)
    }

    /// Every value with its first day, in order; those that never hold included.
    pub fn entries(&self) -> impl Iterator<Item = &(Date, T)> {
        self.entries.iter()
    }

    /// Whether a value that fits holds on any day between two, both included.
    pub fn any_between(&self, from: Date, until: Date, fits: impl Fn(&T) -> bool) -> bool {
        self.on(from).is_some_and(&fits)
            || self.entries.iter().any(|(first, value)| {
                from < *first && *first <= until && self.on(*first) == Some(value) && fits(value)
            })
    }

    /// The first day of each value that holds on some day, in order, with the value.
    pub fn spans(&self) -> impl Iterator<Item = (Date, &T)> {
        let next = self.entries.iter().skip(1).map(|(from, _)| Some(*from)).chain([None]);
        self.entries
            .iter()
            .zip(next)
            .filter(|((from, _), next)| *next != Some(*from))
            .map(|((from, value), _)| (*from, value))
    }

    /// Each value with the first and the last day on which it holds, in order; neighbours with the
    /// same value are one.
    pub fn periods(&self) -> Vec<(Date, Option<Date>, &T)> {
        let spans: Vec<_> = self.spans().collect();
        let mut next: Option<Date> = None;
        let mut periods: Vec<_> = spans
            .chunk_by(|(_, one), (_, other)| one == other)
            .rev()
            .filter_map(<[_]>::first)
            .map(|(from, value)| {
                let until = next
                    .replace(*from)
                    .map(|later| later.yesterday().expect("a later day has a day before it"));
                (*from, until, *value)
            })
            .collect();
        periods.reverse();
        periods
    }

    /// Appends `value`, holding from `from` on, unless just this holds there already.
    pub fn append(&mut self, from: Date, value: T) -> Change<T> {
        let place = self.entries.partition_point(|(first, _)| *first <= from);
        let before = self.entries.get(..place).and_then(<[_]>::last);
        if before.is_some_and(|(first, held)| *first == from && *held == value) {
            return Change::Known;
        }
        let before = before.map(|(_, held)| held.clone());
        let until = self
            .entries
            .get(place)
            .map(|(next, _)| next.yesterday().expect("a later day has a day before it"));
        self.entries.insert(place, (from, value));
        Change::New(Span { from, until, before })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_late_value_changes_only_the_days_until_the_next() {
        let mut line = Timeline::default();
        line.append(date(2026, 1, 1), 'a');
        line.append(date(2026, 5, 1), 'c');
        let change = line.append(date(2026, 3, 1), 'b');
        let (from, until) = (date(2026, 3, 1), Some(date(2026, 4, 30)));
        assert_eq!(change, Change::New(Span { from, until, before: Some('a') }));
        for (day, value) in [(date(2026, 2, 28), 'a'), (from, 'b'), (date(2026, 5, 1), 'c')] {
            assert_eq!(line.on(day), Some(&value), "{day}");
        }
        assert_eq!(line.on(date(2025, 12, 31)), None);
        assert_eq!(line.newest(), Some(&'c'));
    }

    #[test]
    fn periods_join_neighbours_and_leave_out_what_never_held() {
        let mut line = Timeline::default();
        for (month, value) in [(1, 'a'), (3, 'x'), (3, 'a'), (5, 'b'), (7, 'a')] {
            line.append(date(2026, month, 1), value);
        }
        let period = |from, until, value| (date(2026, from, 1), until, value);
        assert_eq!(
            line.periods(),
            [
                period(1, Some(date(2026, 4, 30)), &'a'),
                period(5, Some(date(2026, 6, 30)), &'b'),
                period(7, None, &'a'),
            ]
        );
        assert_eq!(Timeline::<char>::default().periods(), []);
    }

    #[test]
    fn of_several_from_one_day_the_last_holds_and_only_that_one_is_known() {
        let mut line = Timeline::default();
        let day = date(2026, 1, 1);
        line.append(day, 'a');
        line.append(day, 'b');
        assert_eq!(line.on(day), Some(&'b'));
        assert_eq!(line.append(day, 'b'), Change::Known);
        assert_eq!(
            line.append(day, 'a'),
            Change::New(Span { from: day, until: None, before: Some('b') })
        );
        assert!(!line.any_between(day, day, |value| *value == 'b'));
    }
}

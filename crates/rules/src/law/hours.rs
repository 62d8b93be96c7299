//! The week in hours, and the schedules that fill it.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Deserializer, de::Error as _};

use super::dated::dated;

dated! {
    /// What the nation orders for a working week; schedules are held against it.
    WeekRule {
        /// Season it is for; absent for ordinary days.
        season: Option<String>,
        /// Minutes of work a week, rest not counted.
        minutes: u32,
        /// Earliest start, if the act fixes one.
        starts: Option<Clock>,
        /// Rest on Monday to Thursday, minutes.
        rest_minutes: Option<u32>,
        /// Rest on Friday, minutes.
        friday_rest_minutes: Option<u32>,
    }
}

/// A time of day in minutes after midnight. `07:00+1` is the next day's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(pub u16);

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| {
            D::Error::custom(format!(
                "\"{text}\" is not a time; write 07:30, or 07:00+1 for the next day"
            ))
        })
    }
}

impl Clock {
    fn read(text: &str) -> Option<Self> {
        let (text, next_day) = text.strip_suffix("+1").map_or((text, 0), |text| (text, 24 * 60));
        let (hour, minute) = text.split_once(':')?;
        if hour.len() != 2 || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour <= 24 && minute < 60 && hour * 60 + minute <= 24 * 60)
            .then_some(Self(hour * 60 + minute + next_day))
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (day, minute) = (self.0 / 1440, self.0 % 1440);
        write!(f, "{:02}.{:02}", minute / 60, minute % 60)?;
        if day > 0 { write!(f, "+{day}") } else { Ok(()) }
    }
}

/// From one time to a later one, written `12:00-13:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// First minute.
    pub from: Clock,
    /// Minute after the last.
    pub until: Clock,
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let read = || {
            let (from, until) = text.split_once('-')?;
            let span = Self { from: Clock::read(from)?, until: Clock::read(until)? };
            (span.from < span.until).then_some(span)
        };
        read()
            .ok_or_else(|| D::Error::custom(format!("\"{text}\" is not a span; write 12:00-13:00")))
    }
}

/// A stretch of duty.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShiftTimes {
    /// When it begins.
    #[serde(rename = "in")]
    pub starts: Clock,
    /// When it ends, on the same day or the next.
    #[serde(rename = "out")]
    pub ends: Clock,
    /// Rest inside it, not counted as work.
    pub rest: Option<Span>,
}

impl ShiftTimes {
    /// Minutes of work, rest not counted.
    #[must_use]
    pub fn work_minutes(&self) -> u32 {
        let rest = self.rest.map_or(0, |rest| rest.until.0 - rest.from.0);
        u32::from(self.ends.0.saturating_sub(self.starts.0).saturating_sub(rest))
    }
}

dated! {
    /// What a schedule is from a day on: by weekday, by a cycle, or both.
    ScheduleValue {
        /// Season it is for; absent for ordinary days.
        season: Option<String>,
        /// Shifts by weekday; keys are `mon`, or a run such as `mon-thu`.
        #[serde(default)]
        week: BTreeMap<String, Vec<ShiftTimes>>,
        /// Shifts by letter, for the cycle.
        #[serde(default)]
        shifts: BTreeMap<String, ShiftTimes>,
        /// Letters separated by spaces, one a day; `-` is a day off.
        cycle: Option<String>,
        /// A day on which the cycle begins.
        anchor: Option<Date>,
    }
}

/// Whether a schedule works on holidays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnHolidays {
    /// Nobody works.
    #[default]
    Off,
    /// The cycle goes on: hospitals, fire brigade.
    Work,
}

/// A working pattern.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// How people call it.
    pub title: toml::Spanned<String>,
    /// Whether it works on holidays.
    #[serde(default)]
    pub holidays: OnHolidays,
    /// Seasons in which it does not work at all: semester holidays.
    #[serde(default)]
    pub closed: Vec<String>,
    /// Its values, oldest first.
    #[serde(rename = "value", default)]
    pub values: Vec<ScheduleValue>,
}

/// Days of the week in the order of law files.
pub(crate) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// The weekdays a key such as `mon` or `mon-thu` names.
pub(crate) fn weekdays(key: &str) -> Option<Vec<Weekday>> {
    let place = |name: &str| WEEKDAYS.iter().position(|(known, _)| *known == name);
    let (first, last) = key.split_once('-').unwrap_or((key, key));
    let (first, last) = (place(first)?, place(last)?);
    let days = WEEKDAYS.get(first..=last)?;
    (!days.is_empty()).then(|| days.iter().map(|(_, weekday)| *weekday).collect())
}

impl ScheduleValue {
    /// The shifts of `date`, by weekday first and then by the cycle, for a person `offset_days`
    /// ahead in it.
    #[must_use]
    pub fn shifts_on(&self, date: Date, offset_days: u32) -> Vec<&ShiftTimes> {
        let of_cycle = self.cycle_letter(date, offset_days);
        self.shifts_with(date, of_cycle)
    }

    /// The shifts of `date` by weekday, and then that of a letter, if it has times.
    pub(crate) fn shifts_with(&self, date: Date, letter: Option<&str>) -> Vec<&ShiftTimes> {
        let by_weekday = self
            .week
            .iter()
            .filter(|(key, _)| weekdays(key).is_some_and(|days| days.contains(&date.weekday())))
            .flat_map(|(_, shifts)| shifts);
        by_weekday.chain(letter.and_then(|letter| self.shifts.get(letter))).collect()
    }

    /// The letter that the cycle gives on `date` to a person `offset_days` ahead in it; `-` is a
    /// day off. `None` without a cycle.
    #[must_use]
    pub fn cycle_letter(&self, date: Date, offset_days: u32) -> Option<&str> {
        let letters: Vec<&str> = self.cycle.as_deref()?.split_whitespace().collect();
        let days = date.duration_since(self.anchor?).as_hours() / 24 + i64::from(offset_days);
        let length = i64::try_from(letters.len()).ok().filter(|length| *length > 0)?;
        let place = usize::try_from(days.rem_euclid(length)).ok()?;
        letters.get(place).copied()
    }

    /// Minutes of work in a week, where the weekdays alone decide it.
    #[must_use]
    pub fn week_minutes(&self) -> Option<u32> {
        self.cycle.is_none().then(|| {
            self.week
                .iter()
                .map(|(key, shifts)| {
                    let days = weekdays(key).map_or(0, |days| days.len());
                    let minutes: u32 = shifts.iter().map(ShiftTimes::work_minutes).sum();
                    minutes * u32::try_from(days).unwrap_or(0)
                })
                .sum()
        })
    }
}

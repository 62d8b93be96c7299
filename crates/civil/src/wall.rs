//! What a clock on the wall shows, and where the wall stands.

use std::fmt;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// The day the seconds are counted from.
const EPOCH: Date = Date::constant(1970, 1, 1);

/// A reading of a wall clock, to the second: the seconds since 1970-01-01 00:00:00 on that wall.
///
/// It carries no zone. Two walls agree on the instant only through [`Zone`].
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wall(pub i64);

impl Wall {
    /// The reading `datetime`; fractions of a second are dropped.
    #[must_use]
    pub fn of(datetime: DateTime) -> Self {
        let time = datetime.time();
        Self::midnight(datetime.date()).plus_seconds(
            i64::from(time.hour()) * 3600
                + i64::from(time.minute()) * 60
                + i64::from(time.second()),
        )
    }

    /// Midnight at the start of `date`.
    #[must_use]
    pub fn midnight(date: Date) -> Self {
        Self(date.duration_since(EPOCH).as_secs())
    }

    /// The reading of a wall in `zone` at `instant`.
    #[must_use]
    pub fn at(instant: Timestamp, zone: Zone) -> Self {
        Self(instant.as_second() + i64::from(zone.0) * 3600)
    }

    /// The instant at which a wall in `zone` shows this.
    #[must_use]
    pub fn instant(self, zone: Zone) -> Timestamp {
        Timestamp::from_second(self.0 - i64::from(zone.0) * 3600)
            .expect("readings of wall clocks lie within the range of instants")
    }

    /// Later by `seconds`; earlier if negative.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds)
    }

    /// The day it shows.
    #[must_use]
    pub fn date(self) -> Date {
        date_of(self.0.div_euclid(DAY_SECONDS))
    }

    /// Seconds since midnight.
    #[must_use]
    pub fn second_of_day(self) -> i64 {
        self.0.rem_euclid(DAY_SECONDS)
    }

    /// The reading as a civil date and time.
    #[must_use]
    pub fn datetime(self) -> DateTime {
        let second = self.second_of_day();
        let part = |value: i64| i8::try_from(value).expect("parts of a day fit i8");
        self.date().at(part(second / 3600), part(second / 60 % 60), part(second % 60), 0)
    }
}

fn date_of(day_number: i64) -> Date {
    let days = i32::try_from(day_number).unwrap_or(i32::MAX);
    EPOCH.checked_add(jiff::Span::new().try_days(days).unwrap_or_default()).unwrap_or(Date::MAX)
}

impl fmt::Display for Wall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.datetime().strftime("%Y-%m-%d %H:%M:%S"))
    }
}

impl fmt::Debug for Wall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whole hours ahead of UTC: +7 WIB, +8 WITA, +9 WIT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone(pub i8);

impl Zone {
    /// Waktu Indonesia Barat.
    pub const WIB: Self = Self(7);
    /// Waktu Indonesia Tengah.
    pub const WITA: Self = Self(8);
    /// Waktu Indonesia Timur.
    pub const WIT: Self = Self(9);

    /// The name people write after a time.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            7 => "WIB",
            8 => "WITA",
            9 => "WIT",
            _ => "UTC",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_and_its_date_agree() {
        for text in [
            "1970-01-01T00:00:00",
            "1969-12-31T23:59:59",
            "2024-02-29T12:00:01",
            "2026-11-02T07:29:58",
            "2100-03-01T00:00:00",
        ] {
            let datetime: DateTime = text.parse().unwrap();
            assert_eq!(Wall::of(datetime).datetime(), datetime);
        }
    }

    #[test]
    fn an_instant_is_earlier_than_its_wall_in_indonesia() {
        let wall = Wall::of("2026-11-02T07:30:00".parse().unwrap());
        assert_eq!(wall.instant(Zone::WIB).to_string(), "2026-11-02T00:30:00Z");
        assert_eq!(Wall::at(wall.instant(Zone::WIT), Zone::WIT), wall);
    }
}

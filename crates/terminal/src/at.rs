//! The time a terminal gives a punch.

use std::io::Write as _;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::BadLine;

/// When something happened, in the terminal's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum At {
    /// The wall clock of the terminal. It carries no time zone.
    Wall(DateTime),
    /// Seconds since 1970-01-01 00:00 UTC, which some firmware sends instead.
    Epoch(i64),
}

impl At {
    /// Reads `YYYY-MM-DD HH:MM:SS` or ten digits of epoch seconds.
    ///
    /// Also read: `/` in the date, `T` between date and time, months, days and hours of one digit,
    /// and no seconds (taken as `:00`).
    ///
    /// # Errors
    ///
    /// [`BadLine::NoTime`] when blank, [`BadLine::UnreadableTime`] for an unknown form,
    /// [`BadLine::ImpossibleDate`] for a form that is right with a value that does not exist.
    pub fn parse(field: &[u8]) -> Result<Self, BadLine> {
        match TimeColumn::parse(field)? {
            TimeColumn::Whole(at) => Ok(at),
            TimeColumn::DateOnly(_) => Err(BadLine::UnreadableTime),
        }
    }

    /// Writes what [`At::parse`] reads, for years 0 to 9999 and ten-digit epoch seconds.
    pub fn emit(self, out: &mut Vec<u8>) {
        let written = match self {
            Self::Wall(at) => write!(
                out,
                "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
                at.year(),
                at.month(),
                at.day(),
                at.hour(),
                at.minute(),
                at.second()
            ),
            Self::Epoch(seconds) => write!(out, "{seconds}"),
        };
        written.expect("writing to a Vec cannot fail");
    }

    /// The wall clock at the terminal's place, whose zone is this many hours ahead of UTC.
    ///
    /// `None` when the instant or the zone is outside what a calendar holds.
    #[must_use]
    pub fn wall(self, zone_hours: i8) -> Option<DateTime> {
        match self {
            Self::Wall(at) => Some(at),
            Self::Epoch(seconds) => {
                let instant = jiff::Timestamp::from_second(seconds).ok()?;
                Some(Offset::from_hours(zone_hours).ok()?.to_datetime(instant))
            }
        }
    }
}

/// A time column: some terminals put date and time in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeColumn {
    Whole(At),
    DateOnly(Date),
}

impl TimeColumn {
    pub(crate) fn parse(field: &[u8]) -> Result<Self, BadLine> {
        // The usual form first: tens of thousands of these a second are acknowledged.
        if let &[
            y1,
            y2,
            y3,
            y4,
            b'-',
            m1,
            m2,
            b'-',
            d1,
            d2,
            b' ',
            h1,
            h2,
            b':',
            i1,
            i2,
            b':',
            s1,
            s2,
        ] = field
            && let (Some(century), Some(year), Some(month), Some(day)) =
                (two(y1, y2), two(y3, y4), two(m1, m2), two(d1, d2))
            && let (Some(hour), Some(minute), Some(second)) =
                (two(h1, h2), two(i1, i2), two(s1, s2))
        {
            let year = i16::from(century) * 100 + i16::from(year);
            return DateTime::new(year, month, day, hour, minute, second, 0)
                .map(|at| Self::Whole(At::Wall(at)))
                .map_err(|_| BadLine::ImpossibleDate);
        }
        Self::parse_unusual(field.trim_ascii())
    }

    fn parse_unusual(field: &[u8]) -> Result<Self, BadLine> {
        if field.is_empty() {
            return Err(BadLine::NoTime);
        }
        if let Some(seconds) = epoch(field) {
            return Ok(Self::Whole(At::Epoch(seconds)));
        }
        let (year, rest) =
            number(field, 4).filter(|_| leading_digits(field) == 4).ok_or(UNREADABLE)?;
        let [separator @ (b'-' | b'/'), rest @ ..] = rest else { return Err(UNREADABLE) };
        let (month, rest) = number(rest, 2).ok_or(UNREADABLE)?;
        let rest = rest.strip_prefix(&[*separator]).ok_or(UNREADABLE)?;
        let (day, rest) = number(rest, 2).ok_or(UNREADABLE)?;
        let time = match rest {
            [] => None,
            [b'T' | b't' | b' ', time @ ..] => Some(parse_clock(time.trim_ascii_start())?),
            [..] => return Err(UNREADABLE),
        };
        let date = civil_date(year, month, day)?;
        Ok(match time {
            None => Self::DateOnly(date),
            Some(clock) => Self::Whole(At::Wall(date.to_datetime(clock.to_time()?))),
        })
    }
}

const UNREADABLE: BadLine = BadLine::UnreadableTime;

/// Hour, minute and second that had the right form but need not exist.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub(crate) hour: i16,
    pub(crate) minute: i16,
    pub(crate) second: i16,
}

impl Clock {
    pub(crate) fn to_time(self) -> Result<jiff::civil::Time, BadLine> {
        let narrow = |n: i16| i8::try_from(n).map_err(|_| BadLine::ImpossibleDate);
        jiff::civil::Time::new(narrow(self.hour)?, narrow(self.minute)?, narrow(self.second)?, 0)
            .map_err(|_| BadLine::ImpossibleDate)
    }
}

/// Reads `H:MM` or `HH:MM:SS` to the end of the field.
pub(crate) fn parse_clock(field: &[u8]) -> Result<Clock, BadLine> {
    let (clock, rest) = clock_prefix(field, b":").ok_or(UNREADABLE)?;
    if rest.is_empty() { Ok(clock) } else { Err(UNREADABLE) }
}

/// Reads a time of day from the start of a field, its parts joined by one of `separators`.
pub(crate) fn clock_prefix<'a>(field: &'a [u8], separators: &[u8]) -> Option<(Clock, &'a [u8])> {
    let (hour, rest) = number(field, 2)?;
    let (separator, rest) = rest.split_first().filter(|(s, _)| separators.contains(s))?;
    let (minute, rest) = number(rest, 2)?;
    let (second, rest) = match rest.strip_prefix(&[*separator]) {
        Some(rest) => number(rest, 2)?,
        None => (0, rest),
    };
    Some((Clock { hour, minute, second }, rest))
}

/// Makes a date, or says that there is none such.
pub(crate) fn civil_date(year: i16, month: i16, day: i16) -> Result<Date, BadLine> {
    let narrow = |n: i16| i8::try_from(n).map_err(|_| BadLine::ImpossibleDate);
    Date::new(year, narrow(month)?, narrow(day)?).map_err(|_| BadLine::ImpossibleDate)
}

/// Reads one to `digits_max` (at most 4) digits from the start.
pub(crate) fn number(bytes: &[u8], digits_max: usize) -> Option<(i16, &[u8])> {
    let len = leading_digits(bytes).min(digits_max);
    let (digits, rest) = bytes.split_at(len);
    let value = digits.iter().fold(0, |n, digit| n * 10 + i16::from(digit - b'0'));
    (len > 0).then_some((value, rest))
}

pub(crate) fn leading_digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn two(tens: u8, ones: u8) -> Option<i8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    if tens > 9 || ones > 9 { None } else { i8::try_from(tens * 10 + ones).ok() }
}

/// Ten digits, which is September 2001 to 2286: fewer could be a PIN or a counter.
fn epoch(field: &[u8]) -> Option<i64> {
    if field.len() != 10 || field.first() == Some(&b'0') || leading_digits(field) != 10 {
        return None;
    }
    Some(field.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn reads_every_known_form() {
        let at = At::Wall(datetime(2026, 1, 5, 8, 3, 0, 0));
        for text in [
            "2026-01-05 08:03:00",
            "2026/01/05 08:03:00",
            "2026-01-05T08:03:00",
            "2026-01-05 08:03",
            "2026-1-5 8:03:00",
            "  2026-01-05  08:03:00 ",
        ] {
            assert_eq!(At::parse(text.as_bytes()), Ok(at), "{text}");
        }
        assert_eq!(At::parse(b"1704096000"), Ok(At::Epoch(1_704_096_000)));
    }

    #[test]
    fn tells_impossible_from_unreadable() {
        for text in
            ["2026-02-31 08:00:00", "2026-13-01 08:00:00", "2026-01-05 24:00:00", "2026/2/30"]
        {
            assert_eq!(At::parse(text.as_bytes()), Err(BadLine::ImpossibleDate), "{text}");
        }
        let unreadable = [
            "yesterday",
            "2026-01-05",
            "2026-01/05 08:00",
            "05/01/2026 08:00",
            "2026-01-05 08",
            "2026-01-05 08:00:00Z",
            "20260-1-05 08:00:00",
            "170409600",
            "17040960001",
        ];
        for text in unreadable {
            assert_eq!(At::parse(text.as_bytes()), Err(BadLine::UnreadableTime), "{text}");
        }
        assert_eq!(At::parse(b" "), Err(BadLine::NoTime));
    }

    #[test]
    fn epoch_becomes_wall_clock_by_zone() {
        let at = At::Epoch(1_704_096_000);
        assert_eq!(at.wall(7), Some(datetime(2024, 1, 1, 15, 0, 0, 0)));
        assert_eq!(at.wall(9), Some(datetime(2024, 1, 1, 17, 0, 0, 0)));
        assert_eq!(At::Epoch(i64::MAX).wall(7), None);
    }
}

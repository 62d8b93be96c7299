//! Dates and times as spreadsheets write them.

use jiff::civil::Date;

use crate::at::{Clock, civil_date, clock_prefix, leading_digits, number};
use crate::{At, BadLine};

/// Which number of `05/10/2026` is the day.
///
/// A file does not say; with the wrong order a day above 12 shows as an impossible date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// Day, month, year: usual in Indonesia.
    #[default]
    DayFirst,
    /// Month, day, year: exports of programs with American settings.
    MonthFirst,
}

/// Reads one column that holds date and time.
pub(super) fn date_time(field: &[u8], order: DateOrder) -> Result<At, BadLine> {
    match At::parse(field) {
        Err(BadLine::UnreadableTime) => {}
        read => return read,
    }
    let (date, rest) = date_prefix(field, order)?;
    let rest = match rest {
        [b' ' | b'T' | b',', rest @ ..] => rest.trim_ascii_start(),
        [..] => return Err(BadLine::UnreadableTime),
    };
    Ok(At::Wall(date?.to_datetime(time_of_day(rest)?.to_time()?)))
}

/// Reads two columns. A spreadsheet may add `00:00:00` to a date.
pub(super) fn joined(date: &[u8], time: &[u8], order: DateOrder) -> Result<At, BadLine> {
    if date.is_empty() || time.is_empty() {
        return Err(BadLine::NoTime);
    }
    let (date, rest) = date_prefix(date, order)?;
    if !rest.is_empty() {
        let midnight = time_of_day(rest.trim_ascii_start())?;
        if !rest.starts_with(b" ") || (midnight.hour, midnight.minute, midnight.second) != (0, 0, 0)
        {
            return Err(BadLine::UnreadableTime);
        }
    }
    let clock = time_of_day(time)?;
    Ok(At::Wall(date?.to_datetime(clock.to_time()?)))
}

/// A date and what follows it; the inner result is whether it exists.
type DatePrefix<'a> = (Result<Date, BadLine>, &'a [u8]);

/// Reads `2026-10-05`, `05/10/2026`, `5-10-2026` or `05.10.2026`.
fn date_prefix(field: &[u8], order: DateOrder) -> Result<DatePrefix<'_>, BadLine> {
    let year_first = leading_digits(field) == 4;
    let part = |bytes, digits_max| number(bytes, digits_max).ok_or(BadLine::UnreadableTime);
    let (first, rest) = part(field, if year_first { 4 } else { 2 })?;
    let [separator @ (b'-' | b'/' | b'.'), rest @ ..] = rest else {
        return Err(BadLine::UnreadableTime);
    };
    let (second, rest) = part(rest, 2)?;
    let rest = rest.strip_prefix(&[*separator]).ok_or(BadLine::UnreadableTime)?;
    if year_first {
        let (day, rest) = part(rest, 2)?;
        return Ok((civil_date(first, second, day), rest));
    }
    // Two digits of a year would be a guess.
    if leading_digits(rest) != 4 {
        return Err(BadLine::UnreadableTime);
    }
    let (year, rest) = part(rest, 4)?;
    let (day, month) = match order {
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst => (second, first),
    };
    Ok((civil_date(year, month, day), rest))
}

/// Reads `7:31`, `07:31:04`, `07.31` or `7:31:04 PM`, to the end.
fn time_of_day(field: &[u8]) -> Result<Clock, BadLine> {
    let (clock, rest) = clock_prefix(field, b":.").ok_or(BadLine::UnreadableTime)?;
    let afternoon = match rest.trim_ascii() {
        b"" => return Ok(clock),
        half if half.eq_ignore_ascii_case(b"AM") => 0,
        half if half.eq_ignore_ascii_case(b"PM") => 12,
        _ => return Err(BadLine::UnreadableTime),
    };
    if !(1..=12).contains(&clock.hour) {
        return Err(BadLine::ImpossibleDate);
    }
    Ok(Clock { hour: clock.hour % 12 + afternoon, ..clock })
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    const SEVEN: At = At::Wall(datetime(2026, 10, 5, 7, 31, 0, 0));

    #[test]
    fn one_column_in_every_form() {
        for text in [
            "2026-10-05 07:31:00",
            "2026/10/05 07:31",
            "05/10/2026 07:31:00",
            "5-10-2026 7.31",
            "05.10.2026, 07.31.00",
            "05/10/2026 7:31:00 AM",
        ] {
            assert_eq!(date_time(text.as_bytes(), DateOrder::DayFirst), Ok(SEVEN), "{text}");
        }
        assert_eq!(date_time(b"10/5/2026 7:31", DateOrder::MonthFirst), Ok(SEVEN));
    }

    #[test]
    fn two_columns() {
        for (date, time) in
            [("05/10/2026", "07.31"), ("2026-10-05", "7:31"), ("05-10-2026 00:00:00", "07:31:00")]
        {
            assert_eq!(
                joined(date.as_bytes(), time.as_bytes(), DateOrder::DayFirst),
                Ok(SEVEN),
                "{date} {time}"
            );
        }
        assert_eq!(joined(b"05/10/2026", b"", DateOrder::DayFirst), Err(BadLine::NoTime));
        assert_eq!(
            joined(b"05/10/2026 08:00", b"07:31", DateOrder::DayFirst),
            Err(BadLine::UnreadableTime)
        );
    }

    #[test]
    fn noon_and_midnight() {
        let hour = |text: &str| time_of_day(text.as_bytes()).map(|clock| clock.hour);
        assert_eq!((hour("12:00 AM"), hour("12:00 pm"), hour("1:00PM")), (Ok(0), Ok(12), Ok(13)));
        assert_eq!(hour("13:00 PM"), Err(BadLine::ImpossibleDate));
        assert_eq!(hour("7:00 WIB"), Err(BadLine::UnreadableTime));
    }

    #[test]
    fn the_wrong_order_shows() {
        assert_eq!(
            date_time(b"10/25/2026 07:31", DateOrder::DayFirst),
            Err(BadLine::ImpossibleDate)
        );
        assert_eq!(
            date_time(b"31/02/2026 07:31", DateOrder::DayFirst),
            Err(BadLine::ImpossibleDate)
        );
        assert_eq!(date_time(b"05/10/26 07:31", DateOrder::DayFirst), Err(BadLine::UnreadableTime));
        assert_eq!(
            date_time(b"5 Okt 2026 07:31", DateOrder::DayFirst),
            Err(BadLine::UnreadableTime)
        );
    }
}

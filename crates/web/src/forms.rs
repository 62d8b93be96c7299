//! Dates and times as people type them.
//!
//! Fields are plain text: the date fields of browsers follow the computer's
//! setting, and on an office PC set to American English 10/05/2026 means
//! October to the browser and May to the reader.

use jiff::civil::{Date, DateTime, Time};

/// The day that `text` names: `05-10-2026`, `5/10/2026`, `5.10.2026` or `2026-10-05`; `None` if it
/// names none.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', ' ']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The moment that `text` names: a day as in [`date`], then `07.30` or `07:30:59`.
#[must_use]
pub fn date_time(text: &str) -> Option<DateTime> {
    let (day, clock) = text.trim().rsplit_once([' ', 'T'])?;
    let parts: Vec<&str> = clock.split(['.', ':']).collect();
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (hour, minute, &"0"),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?, 0).ok()?;
    Some(date(day)?.to_datetime(time))
}

/// The minute of the day that `text` names: `07.25`, `7:25`, `7,25`, `0725`; `None` if it names none.
/// A phone's keyboard for numbers has a comma or no separator at all.
#[must_use]
pub fn minute(text: &str) -> Option<u16> {
    let text = text.trim();
    let (hour, minute) = match text.split_once(['.', ':', ',', ' ']) {
        Some(parts) => parts,
        None => text.split_at_checked(text.len().checked_sub(2)?)?,
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if minute.len() != 2 || !(1..=2).contains(&hour.len()) || !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The basis points of the percentage that `text` names: `95`, `95,5`, `95.55 %`; `None` if it
/// names none, or more than two decimals.
#[must_use]
pub fn percent_bp(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let hundredths: u32 = format!("{decimals:0<2}").parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(hundredths)
}

/// The whole rupiah that `text` names: `150000`, `150.000`, `Rp 150.000`; `None` if it names none.
#[must_use]
pub fn rupiah(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches("Rp").trim_start_matches('.').trim_start();
    let groups: Vec<&str> = text.split('.').collect();
    let whole = groups.iter().skip(1).all(|group| group.len() == 3)
        && (groups.len() == 1 || groups.first().is_some_and(|first| first.len() <= 3));
    let digits = groups.concat();
    if !whole || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Basis points as the fields show and read a percentage: `95,5`.
#[must_use]
pub fn percent_text(points: u32) -> String {
    let text = format!("{},{:02}", points / 100, points % 100);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// `date` as the fields show it and read it: `05-10-2026`.
#[must_use]
pub fn date_text(date: Date) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

/// `at` as the fields show it and read it: `05-10-2026 07.30.59`.
#[must_use]
pub fn date_time_text(at: DateTime) -> String {
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    format!("{} {hour:02}.{minute:02}.{second:02}", date_text(at.date()))
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn days_are_read_day_first() {
        let day = civil::date(2026, 10, 5);
        for text in ["05-10-2026", "5/10/2026", " 5.10.2026 ", "2026-10-05", "5 10 2026"] {
            assert_eq!(date(text), Some(day), "{text}");
        }
        for text in ["", "30-02-2026", "5-10-26", "Senin", "05-10-2026-1", "-5-10-2026"] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(date(&date_text(day)), Some(day));
    }

    #[test]
    fn moments_are_read_with_either_separator() {
        let at = civil::date(2026, 10, 5).at(7, 30, 59, 0);
        for text in ["05-10-2026 07.30.59", "5/10/2026 7:30:59", "2026-10-05T07:30:59"] {
            assert_eq!(date_time(text), Some(at), "{text}");
        }
        assert_eq!(date_time("5-10-2026 07.30"), Some(civil::date(2026, 10, 5).at(7, 30, 0, 0)));
        for text in ["", "05-10-2026", "05-10-2026 24.00", "05-10-2026 07", "07.30 05-10-2026"] {
            assert_eq!(date_time(text), None, "{text}");
        }
        assert_eq!(date_time(&date_time_text(at)), Some(at));
    }

    #[test]
    fn percentages_are_read_with_either_separator() {
        for (text, points) in
            [("95,5", 9_550), (" 95.55 % ", 9_555), ("100", 10_000), ("0", 0), ("7%", 700)]
        {
            assert_eq!(percent_bp(text), Some(points), "{text}");
            assert_eq!(percent_bp(&percent_text(points)), Some(points), "{text}");
        }
        assert_eq!(
            (percent_text(10_000), percent_text(9_550)),
            ("100".to_owned(), "95,5".to_owned())
        );
        for text in ["", "%", "95,555", "-5", "lima", "9 5", "99999999999"] {
            assert_eq!(percent_bp(text), None, "{text}");
        }
    }

    #[test]
    fn rupiah_are_read_whole() {
        for text in ["150000", "150.000", " Rp 150.000", "Rp150000", "Rp. 150.000"] {
            assert_eq!(rupiah(text), Some(150_000), "{text}");
        }
        for text in ["", "150,5", "15.00", "1500.000", "-5", "lima", "150.000,00"] {
            assert_eq!(rupiah(text), None, "{text}");
        }
    }

    #[test]
    fn minutes_are_read_as_phones_type_them() {
        for text in ["07.25", "7:25", " 7,25 ", "0725", "725", "07 25"] {
            assert_eq!(minute(text), Some(445), "{text}");
        }
        assert_eq!((minute("00.00"), minute("23.59")), (Some(0), Some(1_439)));
        for text in ["", "7", "25", "24.00", "07.60", "7.5", "07.25.10", "+7.25", "tujuh", "é25"] {
            assert_eq!(minute(text), None, "{text}");
        }
    }
}

//! Money, dates, times and counts as an Indonesian office writes them.
//!
//! Separators are Indonesian in both languages, because every act, payment list
//! and bank form that a number is compared with uses them.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::Lang;

/// The sign before a negative amount: a minus, not a hyphen, so that it is as wide as a digit.
const MINUS: char = '−';

/// `1234567` as `1.234.567`. Text that is not a whole number comes back with a decimal comma.
pub(crate) fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// A count: `1.234`.
#[must_use]
pub fn count(number: i64) -> String {
    grouped(&number.to_string())
}

/// Whole rupiah: `Rp 1.234.567`, or `−Rp 15.419` for a deduction.
#[must_use]
pub fn rupiah(amount: i64) -> String {
    let digits = grouped(&amount.unsigned_abs().to_string());
    if amount < 0 { format!("{MINUS}Rp {digits}") } else { format!("Rp {digits}") }
}

/// Whole rupiah where the column's heading names the currency: `1.234.567`, `−15.419`.
#[must_use]
pub fn rupiah_bare(amount: i64) -> String {
    count(amount)
}

/// A share as the law writes it, `1.25%` or `1/22`, with our comma: `1,25 %`.
#[must_use]
pub fn rate(share: &str) -> String {
    share.replace('.', ",").replace('%', " %")
}

/// A day: `5 Oktober 2026`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(lang, date.month()), date.year())
}

/// Days in a row: `5 Oktober 2026`, `5–9 Oktober 2026`, `30 Oktober – 2 November 2026`.
#[must_use]
pub fn days(lang: Lang, from: Date, until: Date) -> String {
    let last = date(lang, until);
    if from == until {
        return last;
    }
    if from.year() != until.year() {
        return format!("{} – {last}", date(lang, from));
    }
    if from.month() != until.month() {
        return format!("{} {} – {last}", from.day(), month_name(lang, from.month()));
    }
    format!("{}–{last}", from.day())
}

/// A day with its weekday: `Senin, 5 Oktober 2026`.
#[must_use]
pub fn date_long(lang: Lang, day: Date) -> String {
    format!("{}, {}", weekday(lang, day.weekday()), date(lang, day))
}

/// A day where the month is known: `Sen 5`.
#[must_use]
pub fn date_short(lang: Lang, date: Date) -> String {
    format!("{} {}", weekday_short(lang, date.weekday()), date.day())
}

/// The month that `date` lies in: `Oktober 2026`.
#[must_use]
pub fn month(lang: Lang, date: Date) -> String {
    format!("{} {}", month_name(lang, date.month()), date.year())
}

/// A time of day: `07.30`.
#[must_use]
pub fn time(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// A time of day to the second: `07.30.59`.
#[must_use]
pub fn time_seconds(time: Time) -> String {
    format!("{:02}.{:02}.{:02}", time.hour(), time.minute(), time.second())
}

/// A time of day with its zone's name: `07.30 WIB`. See [`zone`].
#[must_use]
pub fn time_in(at: Time, offset_hours: i8) -> String {
    format!("{} {}", time(at), zone(offset_hours))
}

/// A day and a time: `5 Oktober 2026 07.30`.
#[must_use]
pub fn date_time(lang: Lang, at: DateTime) -> String {
    format!("{} {}", date(lang, at.date()), time(at.time()))
}

/// The name of a zone of Indonesia by its hours ahead of UTC: `WIB`, `WITA`, `WIT`; `UTC+n` elsewhere.
#[must_use]
pub fn zone(offset_hours: i8) -> String {
    match offset_hours {
        7 => "WIB".to_owned(),
        8 => "WITA".to_owned(),
        9 => "WIT".to_owned(),
        other => format!("UTC{other:+}"),
    }
}

/// Minutes in words: `42 menit`, `1 jam 12 menit`.
#[must_use]
pub fn minutes(lang: Lang, minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let (hour_word, minute_word) = match lang {
        Lang::Id => ("jam", "menit"),
        Lang::En => (
            if hours == 1 { "hour" } else { "hours" },
            if rest == 1 { "minute" } else { "minutes" },
        ),
    };
    match (hours, rest) {
        (0, rest) => format!("{rest} {minute_word}"),
        (hours, 0) => format!("{hours} {hour_word}"),
        (hours, rest) => format!("{hours} {hour_word} {rest} {minute_word}"),
    }
}

/// The name of a weekday: `Senin`.
#[must_use]
pub fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    let [id, en] = match weekday {
        Weekday::Monday => ["Senin", "Monday"],
        Weekday::Tuesday => ["Selasa", "Tuesday"],
        Weekday::Wednesday => ["Rabu", "Wednesday"],
        Weekday::Thursday => ["Kamis", "Thursday"],
        Weekday::Friday => ["Jumat", "Friday"],
        Weekday::Saturday => ["Sabtu", "Saturday"],
        Weekday::Sunday => ["Minggu", "Sunday"],
    };
    choose(lang, id, en)
}

/// A weekday in three letters: `Sen`.
#[must_use]
pub fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    weekday(lang, day).get(..3).expect("every weekday's name has three letters of one byte")
}

/// A weekday in two letters, as over a calendar: `Sn`.
#[must_use]
pub fn weekday_letters(lang: Lang, weekday: Weekday) -> &'static str {
    let [id, en] = match weekday {
        Weekday::Monday => ["Sn", "Mo"],
        Weekday::Tuesday => ["Sl", "Tu"],
        Weekday::Wednesday => ["Rb", "We"],
        Weekday::Thursday => ["Km", "Th"],
        Weekday::Friday => ["Jm", "Fr"],
        Weekday::Saturday => ["Sb", "Sa"],
        Weekday::Sunday => ["Mg", "Su"],
    };
    choose(lang, id, en)
}

/// The name of a month, 1 to 12: `Oktober`.
///
/// # Panics
///
/// Panics if `month` is not 1 to 12; a month taken from a date always is.
#[must_use]
pub fn month_name(lang: Lang, month: i8) -> &'static str {
    let [id, en] = match month {
        1 => ["Januari", "January"],
        2 => ["Februari", "February"],
        3 => ["Maret", "March"],
        4 => ["April", "April"],
        5 => ["Mei", "May"],
        6 => ["Juni", "June"],
        7 => ["Juli", "July"],
        8 => ["Agustus", "August"],
        9 => ["September", "September"],
        10 => ["Oktober", "October"],
        11 => ["November", "November"],
        12 => ["Desember", "December"],
        other => panic!("a month of a date is 1 to 12, not {other}"),
    };
    choose(lang, id, en)
}

fn choose(lang: Lang, id: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn money_is_grouped_and_signed() {
        for (amount, text) in [
            (0, "Rp 0"),
            (999, "Rp 999"),
            (1_000, "Rp 1.000"),
            (1_234_567, "Rp 1.234.567"),
            (-15_419, "−Rp 15.419"),
            (i64::MIN, "−Rp 9.223.372.036.854.775.808"),
        ] {
            assert_eq!(rupiah(amount), text);
        }
        assert_eq!(rupiah_bare(-15_419), "−15.419");
    }

    #[test]
    fn shares_have_our_comma() {
        for (share, text) in [("1.25%", "1,25 %"), ("100%", "100 %"), ("1/22", "1/22")] {
            assert_eq!(rate(share), text);
        }
    }

    #[test]
    fn days_and_times_read_as_in_a_letter() {
        let day = civil::date(2026, 10, 5);
        assert_eq!(date(Lang::Id, day), "5 Oktober 2026");
        assert_eq!(date(Lang::En, day), "5 October 2026");
        assert_eq!(date_long(Lang::Id, day), "Senin, 5 Oktober 2026");
        assert_eq!(date_short(Lang::Id, civil::date(2026, 11, 5)), "Kam 5");
        assert_eq!(month(Lang::Id, day), "Oktober 2026");
        assert_eq!(time(civil::time(7, 30, 59, 0)), "07.30");
        assert_eq!(time_seconds(civil::time(7, 30, 59, 0)), "07.30.59");
        assert_eq!(time_in(civil::time(7, 30, 0, 0), 7), "07.30 WIB");
        assert_eq!(zone(9), "WIT");
        assert_eq!(zone(-3), "UTC-3");
        assert_eq!(minutes(Lang::Id, 72), "1 jam 12 menit");
        assert_eq!(minutes(Lang::En, 61), "1 hour 1 minute");
        assert_eq!(minutes(Lang::Id, 0), "0 menit");
    }
}

//! Numbers, dates and lists as Indonesian acts write them.

use civil::Rate;
use jiff::civil::{Date, Weekday};

/// `2.790.000`.
pub(super) fn count(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1,25 %`, or `1/22` where no decimal is exact.
pub(super) fn percent(rate: Rate) -> String {
    rate.to_string().replace('.', ",").replace('%', " %")
}

/// `37 jam 30 menit`.
pub(super) fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} menit"),
        (hours, 0) => format!("{hours} jam"),
        (hours, minutes) => format!("{hours} jam {minutes} menit"),
    }
}

/// `19 Februari 2026`.
pub(super) fn date(date: Date) -> String {
    let month = match date.month() {
        1 => "Januari",
        2 => "Februari",
        3 => "Maret",
        4 => "April",
        5 => "Mei",
        6 => "Juni",
        7 => "Juli",
        8 => "Agustus",
        9 => "September",
        10 => "Oktober",
        11 => "November",
        _ => "Desember",
    };
    format!("{} {month} {}", date.day(), date.year())
}

/// `Senin`.
pub(super) fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Senin",
        Weekday::Tuesday => "Selasa",
        Weekday::Wednesday => "Rabu",
        Weekday::Thursday => "Kamis",
        Weekday::Friday => "Jumat",
        Weekday::Saturday => "Sabtu",
        Weekday::Sunday => "Minggu",
    }
}

/// From a number on: `3`, `4–6`, or `28` and `ke atas` after the unit.
pub(super) fn range(from: u32, to: Option<u32>, unit: &str) -> String {
    match to {
        Some(to) if to == from => format!("{from} {unit}"),
        Some(to) => format!("{from}–{to} {unit}"),
        None => format!("{from} {unit} ke atas"),
    }
}

/// A title inside a sentence: `Disiplin kerja` becomes `disiplin kerja`, `TPP dinamis` stays.
pub(super) fn inside(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        (Some(_) | None, _) => title.to_owned(),
    }
}

/// A key of a law file as words: `cuti-besar` becomes `cuti besar`.
pub(super) fn key(key: &str) -> String {
    key.replace('-', " ")
}

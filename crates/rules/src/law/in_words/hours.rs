//! The week and the schedules in words.

use super::text;
use crate::law::{
    Law,
    hours::{Clock, ScheduleValue, ShiftTimes, WeekRule, weekdays},
};

pub(super) fn week(week: &WeekRule, law: &Law) -> String {
    let mut parts =
        vec![format!("{} seminggu, istirahat tidak dihitung", text::duration(week.minutes))];
    parts.extend(week.starts.map(|starts| format!("mulai paling awal pukul {}", clock(starts))));
    let rest = week.rest_minutes.map(|minutes| format!("Senin–Kamis {minutes} menit"));
    let friday = week.friday_rest_minutes.map(|minutes| format!("Jumat {minutes} menit"));
    let rests: Vec<_> = rest.into_iter().chain(friday).collect();
    if !rests.is_empty() {
        parts.push(format!("istirahat {}", rests.join(", ")));
    }
    in_season(week.season.as_deref(), parts.join("; "), law)
}

pub(super) fn schedule(value: &ScheduleValue, law: &Law) -> String {
    // Keys are in the order of letters; people expect that of the week.
    let mut days: Vec<_> = value
        .week
        .iter()
        .map(|(key, shifts)| {
            let days = weekdays(key).unwrap_or_default();
            (days.first().map(|day| day.to_monday_zero_offset()), day_names(key), shifts)
        })
        .collect();
    days.sort_by_key(|(first, ..)| *first);
    let mut parts: Vec<String> = days
        .iter()
        .map(|(_, names, shifts)| format!("{names} {}", shifts_of_day(shifts)))
        .collect();
    parts.extend(value.cycle.as_deref().map(|cycle| rotation(cycle, value)));
    in_season(value.season.as_deref(), parts.join("; "), law)
}

fn in_season(season: Option<&str>, words: String, law: &Law) -> String {
    match season {
        Some(season) => format!("khusus {}: {words}", law.season_title(season)),
        None => words,
    }
}

fn day_names(key: &str) -> String {
    let days = weekdays(key).unwrap_or_default();
    match days.as_slice() {
        [] => key.to_owned(),
        [day] => text::weekday(*day).to_owned(),
        [first, .., last] => format!("{}–{}", text::weekday(*first), text::weekday(*last)),
    }
}

fn shifts_of_day(shifts: &[ShiftTimes]) -> String {
    if shifts.is_empty() {
        return "tanpa jam kerja".to_owned();
    }
    shifts.iter().map(shift).collect::<Vec<_>>().join(" dan ")
}

/// `giliran berulang setiap 3 hari: D – – (D = 08.00–08.00 hari berikutnya; – = tanpa giliran)`.
fn rotation(cycle: &str, value: &ScheduleValue) -> String {
    let letters: Vec<&str> =
        cycle.split_whitespace().map(|letter| if letter == "-" { "–" } else { letter }).collect();
    // Those of the cycle, in the order in which it has them.
    let mut meanings: Vec<String> = Vec::new();
    for letter in &letters {
        let meaning = match value.shifts.get(*letter) {
            Some(times) => format!("{letter} = {}", shift(times)),
            None => format!("{letter} = tanpa giliran"),
        };
        if !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }
    let anchor =
        value.anchor.map(|anchor| format!(", putaran dihitung dari {}", text::date(anchor)));
    format!(
        "giliran berulang setiap {} hari: {} ({}){}",
        letters.len(),
        letters.join(" "),
        meanings.join("; "),
        anchor.unwrap_or_default()
    )
}

fn shift(times: &ShiftTimes) -> String {
    let span = format!("{}–{}", clock(times.starts), clock(times.ends));
    match times.rest {
        Some(rest) => {
            format!("{span} (istirahat {}–{})", clock(rest.from), clock(rest.until))
        }
        None => span,
    }
}

/// `07.30`, or `07.00 hari berikutnya`.
fn clock(clock: Clock) -> String {
    let text = clock.to_string();
    match text.strip_suffix("+1") {
        Some(time) => format!("{time} hari berikutnya"),
        None => text,
    }
}

//! What rosters are held against, in words.

use super::text;
use crate::law::{
    Law,
    roster::{OnDuty, Rest, Staffing},
};

pub(super) fn rest(rest: &Rest, law: &Law) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !rest.schedules.is_empty() {
        let titles: Vec<String> =
            rest.schedules.iter().map(|name| law.schedule_title(name)).collect();
        parts.push(format!("bagi {}", titles.join("; ")));
    }
    parts.extend(
        rest.between_shifts_minutes.map(|minutes| {
            format!("paling sedikit {} antara dua giliran", text::duration(minutes))
        }),
    );
    parts.extend(
        rest.days_in_a_row_max.map(|days| format!("paling banyak {days} hari berturut-turut")),
    );
    if parts.is_empty() { "tidak ada batas".to_owned() } else { parts.join("; ") }
}

pub(super) fn staffing(staffing: &Staffing, law: &Law) -> String {
    let shifts: Vec<String> =
        staffing.shifts.iter().map(|(letter, people)| format!("{letter} {people} orang")).collect();
    let schedule = law.schedule_title(&staffing.schedule);
    format!("{} ({schedule}), paling sedikit: {}", staffing.group, shifts.join(", "))
}

pub(super) fn on_duty(on_duty: &OnDuty) -> String {
    format!("tetap bertugas pada hari libur: {}", on_duty.groups.join(", "))
}

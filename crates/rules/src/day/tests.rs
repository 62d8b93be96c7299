//! What cases in `law/cases` cannot see of a day.

use proptest::prelude::*;

use super::*;
use crate::{
    law::Law,
    month::ExcusedDays,
    testing::{HOURS, MINUTES, SCANS, day, law, plan, readings, record, records},
};

const FOUR: &str = r#"
[scans]
title = "Scans"
[[scans.value]]
@
which = "four"
opens-minutes = 120
closes-minutes = 120
rest-window-minutes = 30
"#;

const TWO_SHIFTS: &str = r#"
[schedule.s]
title = "S"
[[schedule.s.value]]
@
week = { mon-fri = [{ in = "08:00", out = "12:00" }, { in = "18:00", out = "21:00" }] }
"#;

fn minutes(more: &str) -> String {
    format!("{MINUTES}{more}\n")
}

/// An excuse on 2 March between two hours, or of the whole day.
fn excuse(kind: ExcuseKind, hours: Option<(i32, i32)>) -> ExcusedDays {
    let seconds = hours.map(|(from, until)| (from * 3600, until * 3600));
    ExcusedDays { from: day(2), until: day(2), excuse: Excuse { kind, seconds } }
}

fn excused(law: &Law, scans: &[&str], hours: &[(i32, i32)]) -> DayRecord {
    let excuses: Vec<_> =
        hours.iter().map(|hours| excuse(ExcuseKind::DinasLuar, Some(*hours))).collect();
    records(law, (2, 2), scans, &excuses, None)[0]
}

fn summary(record: &DayRecord) -> (Verdict, u16, u16, u16, Vec<&'static str>) {
    let findings = record.findings.codes().collect();
    (record.verdict, record.late_minutes, record.early_minutes, record.away_minutes, findings)
}

#[test]
fn excused_halves_leave_the_other_half() {
    let law = law(&[HOURS, SCANS, MINUTES]);
    // Until noon: nobody waits out the rest, so one is asked from 13:00 on.
    let first = excused(&law, &["2 13:10", "2 16:00"], &[(8, 12)]);
    assert_eq!(summary(&first), (Verdict::Late, 10, 0, 0, vec!["part-excused"]));
    let second = excused(&law, &["2 08:00", "2 11:50"], &[(13, 16)]);
    assert_eq!(summary(&second), (Verdict::Early, 0, 10, 0, vec!["part-excused"]));
    // Excuses that adjoin count together, in whatever order they come.
    for hours in [[(8, 10), (10, 12)], [(10, 12), (8, 10)]] {
        let joined = excused(&law, &["2 13:00", "2 16:00"], &hours);
        assert_eq!(summary(&joined), (Verdict::Present, 0, 0, 0, vec!["part-excused"]));
    }
    // All of it in parts is the whole of it.
    let whole = excused(&law, &[], &[(8, 12), (13, 16)]);
    assert_eq!((whole.verdict, whole.excuse), (Verdict::Duty, Some(ExcuseKind::DinasLuar)));
}

#[test]
fn hours_excused_in_the_middle_are_not_time_away() {
    let law = law(&[HOURS, FOUR, MINUTES]);
    let present = (Verdict::Present, 0, 0, 0, vec!["part-excused"]);
    // Around the rest: who is excused from 11 and rests from 12 may go at 11.
    let before = excused(&law, &["2 08:00", "2 11:00", "2 13:00", "2 16:00"], &[(11, 12)]);
    assert_eq!(summary(&before), present);
    let after = excused(&law, &["2 08:00", "2 12:00", "2 14:00", "2 16:00"], &[(13, 14)]);
    assert_eq!(summary(&after), present);
    let over = excused(&law, &["2 08:00", "2 11:00", "2 14:10", "2 16:00"], &[(11, 14)]);
    assert_eq!(summary(&over), (Verdict::Present, 0, 0, 10, vec!["part-excused"]));
    // Apart from the rest: the scans of the rest stand as they are.
    let apart = excused(
        &law,
        &["2 08:00", "2 09:00", "2 10:00", "2 11:50", "2 13:00", "2 16:00"],
        &[(9, 10)],
    );
    assert_eq!(summary(&apart), (Verdict::Present, 0, 0, 10, vec!["part-excused"]));
    // With nothing excused the same scans are an hour away.
    let away = record(&law, 2, &["2 08:00", "2 11:30", "2 13:30", "2 16:00"]);
    assert_eq!(summary(&away), (Verdict::Present, 0, 0, 60, vec![]));
}

#[test]
fn the_leaving_window_follows_an_earlier_end() {
    let window = SCANS
        .replace("first-last", "first-in-leaving-window")
        .replace("opens-minutes = 120\n", "opens-minutes = 120\nleaving-opens-minutes = 30\n");
    let law = law(&[HOURS, &window, MINUTES]);
    let record = excused(&law, &["2 08:00", "2 12:05"], &[(13, 16)]);
    assert_eq!(summary(&record), (Verdict::Present, 0, 0, 0, vec!["part-excused"]));
}

#[test]
fn scans_around_the_rest_prove_that_somebody_was_there() {
    let law = law(&[HOURS, FOUR, MINUTES]);
    let record = record(&law, 2, &["2 12:00", "2 13:00"]);
    assert_eq!(summary(&record), (Verdict::Incomplete, 0, 0, 0, vec!["no-in", "no-out"]));
}

#[test]
fn a_shift_without_scans_leaves_the_other_its_minutes() {
    let two = law(&[TWO_SHIFTS, SCANS, MINUTES]);
    let first_only = record(&two, 2, &["2 08:05", "2 12:00"]);
    assert_eq!(summary(&first_only), (Verdict::Incomplete, 5, 0, 0, vec!["no-in", "no-out"]));
    // 180 minutes of the evening are missed and 5 of the morning, not all of the day.
    for (over, verdict) in [(185, Verdict::Incomplete), (184, Verdict::Absent)] {
        let minutes = minutes(&format!("absent-over-minutes = {over}"));
        let law = law(&[TWO_SHIFTS, SCANS, &minutes]);
        assert_eq!(record(&law, 2, &["2 08:05", "2 12:00"]).verdict, verdict, "{over}");
    }
    assert_eq!(record(&two, 2, &[]).verdict, Verdict::Absent);
}

#[test]
fn lateness_is_made_up_in_its_own_shift() {
    let minutes = minutes("flex = { minutes = 30 }");
    let law = law(&[TWO_SHIFTS, SCANS, &minutes]);
    let both = ["2 08:10", "2 12:10", "2 18:20", "2 21:20"];
    assert_eq!(summary(&record(&law, 2, &both)), (Verdict::Late, 30, 0, 0, vec!["made-up"]));
    // Of the two only the first was made up: the second counts, and nothing is marked.
    let one = ["2 08:10", "2 12:10", "2 18:20", "2 21:10"];
    assert_eq!(summary(&record(&law, 2, &one)), (Verdict::Late, 20, 0, 0, vec![]));
    // More than can be made up stays late, however long one stays.
    let too_late = ["2 08:31", "2 12:59", "2 18:00", "2 21:00"];
    assert_eq!(summary(&record(&law, 2, &too_late)), (Verdict::Late, 31, 0, 0, vec![]));
}

#[test]
fn nothing_but_a_late_arrival_is_held_against_a_running_day() {
    let plain = law(&[HOURS, SCANS, MINUTES]);
    let flexible = law(&[HOURS, SCANS, &minutes("flex = { minutes = 30 }")]);
    let at = |law: &Law, scans: &[&str], now: &str| {
        let record = records(law, (2, 2), scans, &[], Some(now))[0];
        (record.verdict, record.findings.has(Findings::RUNNING), record.early_minutes)
    };
    assert_eq!(at(&plain, &[], "2 09:00"), (Verdict::NotYet, true, 0));
    // The scan at noon is no departure while the real one may still come.
    assert_eq!(at(&plain, &["2 08:00", "2 12:00"], "2 13:00"), (Verdict::NotYet, true, 0));
    assert_eq!(at(&plain, &["2 08:20", "2 12:00"], "2 13:00"), (Verdict::Late, true, 0));
    // Who went after the end is done, though the window is open; who may still make up is not.
    assert_eq!(at(&plain, &["2 08:20", "2 16:01"], "2 16:30"), (Verdict::Late, false, 0));
    assert_eq!(at(&flexible, &["2 08:20", "2 16:01"], "2 16:30"), (Verdict::Late, true, 0));
    assert_eq!(at(&flexible, &["2 08:20", "2 16:20"], "2 16:30"), (Verdict::Late, false, 0));
    // One scan after noon is the arrival until the day is over, then the departure; one after the
    // end is the departure at once, and whoever made it is done with the day but for the window.
    let nearest = law(&[HOURS, &format!("{SCANS}single = \"nearest\"\n"), MINUTES]);
    assert_eq!(at(&nearest, &["2 13:00"], "2 13:10"), (Verdict::Late, true, 0));
    assert_eq!(at(&nearest, &["2 13:00"], "2 17:59"), (Verdict::Late, true, 0));
    assert_eq!(at(&nearest, &["2 13:00"], "2 18:00"), (Verdict::Incomplete, false, 180));
    assert_eq!(at(&nearest, &["2 16:00"], "2 16:10"), (Verdict::NotYet, true, 0));
    // Over is over.
    assert_eq!(at(&plain, &["2 08:00", "2 12:00"], "2 18:00"), (Verdict::Early, false, 240));
    assert_eq!(at(&plain, &[], "2 18:00"), (Verdict::Absent, false, 0));
    // Leave that is still to come is not charged either.
    let leave = excuse(ExcuseKind::CutiSakit, None);
    let ahead = records(&plain, (2, 2), &[], &[leave], Some("1 09:00"))[0];
    assert_eq!(summary(&ahead), (Verdict::Leave, 0, 0, 0, vec!["running"]));
}

#[test]
fn a_lone_scan_is_the_nearer_end_where_the_act_is_silent_and_the_arrival_where_it_says_so() {
    let at = |single: &str, scan: &str| {
        let law = law(&[HOURS, &format!("{SCANS}{single}"), MINUTES]);
        let record = record(&law, 2, &[scan]);
        assert_eq!(record.verdict, Verdict::Incomplete);
        (record.arrived, record.left, record.late_minutes, record.early_minutes)
    };
    // 08:00 to 16:00: the middle is 12:00:00, which is still the arrival.
    let (noon, after, end) = (43_200, 43_201, 57_600);
    for silent in ["", "single = \"nearest\"\n"] {
        assert_eq!(at(silent, "2 12:00:00"), (Some(noon), None, 240, 0));
        assert_eq!(at(silent, "2 12:00:01"), (None, Some(after), 0, 239));
        assert_eq!(at(silent, "2 16:00"), (None, Some(end), 0, 0));
    }
    let arrival = "single = \"in\"\n";
    assert_eq!(at(arrival, "2 12:00:01"), (Some(after), None, 240, 0));
    assert_eq!(at(arrival, "2 16:00"), (Some(end), None, 480, 0));
}

#[test]
fn permitted_minutes_stay_and_are_marked() {
    let law = law(&[HOURS, SCANS, MINUTES]);
    let permission =
        [excuse(ExcuseKind::IzinTerlambat, None), excuse(ExcuseKind::IzinPulangCepat, None)];
    let both = records(&law, (2, 2), &["2 08:10", "2 15:40"], &permission, None)[0];
    assert_eq!(
        summary(&both),
        (Verdict::LateEarly, 10, 20, 0, vec!["late-permitted", "early-permitted"])
    );
    let none = records(&law, (2, 2), &["2 08:00", "2 16:00"], &permission, None)[0];
    assert_eq!(summary(&none), (Verdict::Present, 0, 0, 0, vec![]));
}

#[test]
fn leave_comes_before_duty_and_duty_before_work_from_elsewhere() {
    let law = law(&[HOURS, SCANS, MINUTES]);
    let of = |kinds: &[ExcuseKind]| {
        let excuses: Vec<_> = kinds.iter().map(|kind| excuse(*kind, None)).collect();
        records(&law, (2, 2), &[], &excuses, None)[0].verdict
    };
    assert_eq!(of(&[ExcuseKind::Wfa, ExcuseKind::DinasLuar]), Verdict::Duty);
    assert_eq!(of(&[ExcuseKind::DinasLuar, ExcuseKind::CutiTahunan]), Verdict::Leave);
    assert_eq!(of(&[ExcuseKind::IzinTerlambat]), Verdict::Absent);
}

proptest! {
    /// The short way of ordinary days is the long way.
    #[test]
    fn an_ordinary_day_is_as_the_long_way_has_it(
        seconds in prop::collection::btree_set(-20_000_i64..110_000, 0..5),
        single in prop::sample::select(vec!["in", "nearest"]),
        repeat_minutes in 0..10,
        grace in prop::sample::select(vec![0, 10]),
        counted in prop::sample::select(vec!["whole", "begun"]),
    ) {
        let scans = format!("{SCANS}single = \"{single}\"\nrepeat-minutes = {repeat_minutes}\n");
        let minutes = format!("{MINUTES}late-grace-minutes = {grace}\n").replace("whole", counted);
        let law = law(&[HOURS, &scans, &minutes]);
        let plan = plan(&law, "s", (day(3), day(3)));
        let plan = &plan.days[0];
        prop_assert!(plan.ordinary.is_some());
        let of_day: Vec<Wall> =
            seconds.iter().map(|seconds| plan.midnight.plus_seconds(*seconds)).collect();
        let scans: Vec<i32> = seconds.iter().map(|s| i32::try_from(*s).unwrap()).collect();
        let facts =
            DayFacts { plan, scans: &scans, excuses: &[], in_service: true, now: None };
        let mut record = DayRecord::blank(plan);
        if ordinary_day(plan, &of_day, &mut record) {
            prop_assert_eq!(record, evaluate(&facts));
        } else {
            prop_assert_eq!(record, DayRecord::blank(plan), "what is left to the long way is blank");
            prop_assert!(evaluate(&facts).verdict == Verdict::Incomplete);
        }
    }
}

#[test]
fn readings_are_parsed_by_the_helpers_as_they_look() {
    assert_eq!(readings(&["2 08:15:30"])[0].to_string(), "2026-03-02 08:15:30");
}

//! Rosters: a turn that was given holds instead of the cycle's, one that changes nothing changes
//! nothing, and what is to be warned of.

#[expect(dead_code, reason = "one law is enough here")]
mod common;

use std::{collections::BTreeMap, sync::LazyLock};

use civil::ScheduleKey;
use jiff::{ToSpan as _, civil::Date};
use proptest::prelude::*;
use rules::{
    law::Law,
    plan::{DayKind, Plan},
    roster::{Covered, Roster, RosterDay, RosterWarning, Turn, TurnBy, of_person, of_unit},
};

static CONTOH: LazyLock<Law> =
    LazyLock::new(|| common::read(&common::texts("contoh")).expect("contoh reads"));

const AS_OF: Date = Date::constant(2027, 12, 31);

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn key(text: &str) -> ScheduleKey {
    text.parse().expect("a schedule")
}

/// A roster written `11-01 M, 11-02 -`, of 2026.
fn roster(text: &str) -> Roster {
    let turn = |cell: &str| {
        let (date, turn) = cell.trim().split_once(' ').expect("a day and a turn");
        (day(&format!("2026-{date}")), turn.parse().expect("a turn"))
    };
    text.split(',').filter(|cell| !cell.trim().is_empty()).map(turn).collect()
}

fn plan(schedule: &str, roster: &Roster, span: (&str, &str)) -> Plan {
    let span = (day(span.0), day(span.1));
    Plan::rostered(&CONTOH, (&key(schedule), roster), span, AS_OF).expect("contoh is complete")
}

fn days(schedule: &str, roster: &Roster, (from, until): (&str, &str)) -> Vec<RosterDay> {
    let until = day(until);
    let of = |date| RosterDay::of(&CONTOH, (&key(schedule), roster), date, AS_OF);
    let dates = day(from).series(1.day()).take_while(|date| *date <= until);
    dates.map(|date| of(date).expect("contoh is complete")).collect()
}

fn warnings(schedule: &str, roster: &Roster, span: (&str, &str)) -> Vec<RosterWarning> {
    of_person(&CONTOH, key(schedule).pattern(), &days(schedule, roster, span), AS_OF)
}

proptest! {
    /// Whoever is given what the cycle gives anyway works as without a roster.
    #[test]
    fn the_cycles_own_letter_changes_nothing(
        schedule in prop::sample::select(vec!["rsud-rotasi", "damkar-jaga", "puskesmas-loket-jaga", "lima-hari", "sekolah-enam-hari"]),
        offset in 0_u32..14,
        month in 1_i8..=12,
        given in prop::collection::vec(any::<bool>(), 33),
    ) {
        let schedule = format!("{schedule}:{offset}");
        let first = Date::constant(2026, month, 1);
        let (from, until) = (first.yesterday().unwrap(), first.last_of_month().tomorrow().unwrap());
        let span = (from.to_string(), until.to_string());
        let none = Roster::default();
        let own = days(&schedule, &none, (&span.0, &span.1));
        let own: Roster = own
            .iter()
            .zip(given)
            .filter(|(_, given)| *given)
            .map(|(day, _)| {
                let turn = day.letter.as_deref().unwrap_or("-").parse::<Turn>();
                (day.date, turn.expect("a letter of the law is a turn"))
            })
            .collect();
        let span = (first.to_string(), first.last_of_month().to_string());
        let with = plan(&schedule, &own, (&span.0, &span.1));
        prop_assert_eq!(with, plan(&schedule, &none, (&span.0, &span.1)));
    }

    /// Whatever is given, every second belongs to one day and every window to one shift.
    #[test]
    fn windows_never_overlap(
        offset in 0_u32..8,
        turns in prop::collection::vec(prop::option::of(prop::sample::select(vec!["P", "S", "M", "-", "X"])), 40),
    ) {
        let first = Date::constant(2026, 10, 27);
        let dates = first.series(1.day());
        let given = dates.zip(turns).filter_map(|(date, turn)| Some((date, turn?.parse().unwrap())));
        let given: Roster = given.collect();
        let plan = plan(&format!("rsud-rotasi:{offset}"), &given, ("2026-11-01", "2026-11-30"));
        let mut claimed = None;
        for day in &plan.days {
            prop_assert!(claimed.is_none_or(|end| end == day.claims.0), "{}", day.date);
            prop_assert!(day.claims.0 <= day.claims.1);
            claimed = Some(day.claims.1);
            for shift in &day.shifts {
                prop_assert!(shift.opens <= shift.starts && shift.ends <= shift.closes);
            }
        }
    }
}

#[test]
fn a_turn_that_was_given_holds_instead_of_the_cycle() {
    // The cycle gives the night on 31 October and 1 November.
    let given = roster("11-01 P, 11-02 M, 11-03 -");
    let shifts = |schedule: &str, roster: &Roster, date: &str| {
        let plan = plan(schedule, roster, (date, date));
        plan.days.iter().flat_map(|day| &day.shifts).map(|s| s.starts / 3_600).collect::<Vec<_>>()
    };
    let (cycle, none) = (Roster::default(), Vec::<i32>::new());
    assert_eq!(shifts("rsud-rotasi", &cycle, "2026-11-01"), [21]);
    assert_eq!(shifts("rsud-rotasi", &given, "2026-11-01"), [7]);
    assert_eq!(shifts("rsud-rotasi", &given, "2026-11-02"), [21]);
    assert_eq!(shifts("rsud-rotasi", &given, "2026-11-03"), none);
    // A letter of another pattern gives nothing.
    assert_eq!(shifts("rsud-rotasi", &roster("11-01 D"), "2026-11-01"), [21]);
    assert_eq!(shifts("lima-hari", &roster("11-02 -"), "2026-11-02"), [7]);
}

#[test]
fn a_shift_given_for_a_holiday_is_worked_alone() {
    // 25 December 2026, a Friday: the counter is closed.
    let closed = plan("puskesmas-loket-jaga", &Roster::default(), ("2026-12-25", "2026-12-25"));
    assert!(matches!(closed.days[0].kind, DayKind::Holiday(_)));
    let given = plan("puskesmas-loket-jaga", &roster("12-25 S"), ("2026-12-25", "2026-12-25"));
    assert_eq!(given.days[0].kind, DayKind::Work);
    let starts: Vec<i32> = given.days[0].shifts.iter().map(|shift| shift.starts / 3_600).collect();
    assert_eq!(starts, [14], "not the morning at the counter");
    let off = plan("puskesmas-loket-jaga", &roster("12-25 -"), ("2026-12-25", "2026-12-25"));
    assert_eq!(off, closed);
    // On an ordinary day the counter stays.
    let both = plan("puskesmas-loket-jaga", &roster("12-22 S"), ("2026-12-22", "2026-12-22"));
    assert_eq!(both.days[0].shifts.len(), 2);
}

#[test]
fn a_day_of_a_roster_says_who_gave_its_letter() {
    let of = days("rsud-rotasi", &roster("11-01 P"), ("2026-11-01", "2026-11-02"));
    assert_eq!((of[0].letter.as_deref(), of[0].by), (Some("P"), TurnBy::Roster));
    assert_eq!((of[0].work_minutes, of[0].cycle_minutes), (420, 600));
    assert_eq!((of[1].letter.as_deref(), of[1].by), (Some("-"), TurnBy::Cycle));
    assert_eq!(days("lima-hari", &Roster::default(), ("2026-11-02", "2026-11-02"))[0].letter, None);
}

#[test]
fn what_the_cycles_give_is_never_warned_of() {
    for schedule in ["rsud-rotasi:3", "damkar-jaga:1", "puskesmas-loket-jaga:5"] {
        assert_eq!(warnings(schedule, &Roster::default(), ("2026-10-01", "2026-12-31")), []);
    }
}

#[test]
fn short_rest_many_days_and_long_weeks_are_warned_of() {
    let short = |warnings: &[RosterWarning]| -> Vec<(Date, u32, u32)> {
        let short = warnings.iter().filter_map(|warning| match warning {
            RosterWarning::ShortRest { date, minutes, minutes_min, .. } => {
                Some((*date, *minutes, *minutes_min))
            }
            _ => None,
        });
        short.collect()
    };
    // After the night that ends at 07.00 on 2 November, a morning at 07.00: no rest at all; after
    // the evening until 21.00, a morning at 07.00: ten hours of eleven.
    let given = roster("11-02 P, 11-03 S, 11-04 P");
    let found = warnings("rsud-rotasi", &given, ("2026-10-31", "2026-11-30"));
    assert_eq!(short(&found), [(day("2026-11-02"), 0, 660), (day("2026-11-04"), 600, 660)]);
    // Damkar: the day after a duty of 24 hours.
    let cycle = days("damkar-jaga", &Roster::default(), ("2026-11-01", "2026-11-03"));
    let duty = cycle.iter().find(|day| day.letter.as_deref() == Some("D")).unwrap().date;
    let next = [(duty.tomorrow().unwrap(), "D".parse().unwrap())].into_iter().collect();
    let found = warnings("damkar-jaga", &next, ("2026-10-26", "2026-11-15"));
    // The cycle's own next duty then comes after 24 hours, not 48.
    let after = duty.checked_add(3.days()).unwrap();
    assert_eq!(short(&found), [(duty.tomorrow().unwrap(), 0, 2_880), (after, 1_440, 2_880)]);
    let over: Vec<_> = found.iter().filter(|one| one.code() == "week-over").collect();
    assert!(
        matches!(over[..], [RosterWarning::WeekOver { minutes, minutes_max: 2_250, .. }] if *minutes > 4_000),
        "{over:?}"
    );

    // The nights of 31 October and 1 November, then mornings until 7 November: eight days.
    let many = roster("11-02 P, 11-03 P, 11-04 P, 11-05 P, 11-06 P, 11-07 P, 11-08 -");
    let found = warnings("rsud-rotasi", &many, ("2026-10-31", "2026-11-15"));
    let row = found.iter().find(|one| one.code() == "days-in-a-row").unwrap();
    let RosterWarning::DaysInARow { from, days, days_max, .. } = row else { panic!("{row:?}") };
    assert_eq!((*from, *days, *days_max), (day("2026-10-31"), 8, 6));
}

#[test]
fn shifts_and_holidays_without_people_are_warned_of() {
    let covered = |letters: &[(&str, u32)]| Covered {
        by_letter: letters
            .iter()
            .map(|(letter, people)| (("rsud-rotasi".to_owned(), (*letter).to_owned()), *people))
            .collect::<BTreeMap<_, _>>(),
        people: letters.iter().map(|(_, people)| people).sum(),
    };
    let of = |date: &str, letters: &[(&str, u32)]| -> Vec<&'static str> {
        let covered = covered(letters);
        let found = of_unit(&CONTOH, &["RSUD"], (day(date), &covered), AS_OF);
        found.iter().map(RosterWarning::code).collect()
    };
    assert_eq!(of("2026-11-02", &[("P", 4), ("S", 3), ("M", 3)]), [""; 0]);
    assert_eq!(of("2026-11-02", &[("P", 4), ("S", 2)]), ["uncovered-shift", "uncovered-shift"]);
    let nobody = of("2026-12-25", &[]);
    assert_eq!(nobody.last(), Some(&"holiday-unstaffed"));
    // The list of units is of 2026.
    assert!(!of("2027-01-01", &[]).contains(&"holiday-unstaffed"));
    let empty = covered(&[]);
    assert_eq!(of_unit(&CONTOH, &["DISTAN"], (day("2026-12-25"), &empty), AS_OF), []);
}

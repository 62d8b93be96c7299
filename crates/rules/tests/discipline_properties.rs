//! What must hold of every year of absences.

mod common;

use std::sync::LazyLock;

use civil::Employment;
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};
use proptest::prelude::*;
use rules::{
    day::{DayRecord, Findings, Verdict},
    discipline::{RunEnd, YearCount, YearFacts, YearStanding},
    law::{Law, ProvisionId, discipline::LeaveBetween},
};

static CONTOH: LazyLock<Law> =
    LazyLock::new(|| common::read(&common::texts("contoh")).expect("contoh reads"));

fn record(day: Date, verdict: Verdict) -> DayRecord {
    DayRecord {
        date: day,
        verdict,
        excuse: None,
        findings: Findings::NONE,
        late_minutes: 0,
        early_minutes: 0,
        away_minutes: 0,
        arrived: None,
        left: None,
        basis: ProvisionId::default(),
    }
}

/// A year of which the days from Monday to Friday are what `verdicts` says, one after another.
fn year(verdicts: &[Verdict]) -> Vec<DayRecord> {
    let mut verdicts = verdicts.iter();
    date(2026, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() == 2026)
        .map(|day| match day.weekday() {
            Weekday::Saturday | Weekday::Sunday => record(day, Verdict::Off),
            Weekday::Monday
            | Weekday::Tuesday
            | Weekday::Wednesday
            | Weekday::Thursday
            | Weekday::Friday => record(day, verdicts.next().copied().unwrap_or(Verdict::Present)),
        })
        .collect()
}

fn facts(days: &[DayRecord]) -> YearFacts<'_> {
    YearFacts { year: 2026, until: date(2026, 12, 31), days }
}

fn stand(days: &[DayRecord]) -> YearStanding<'static> {
    YearStanding::of(&facts(days), Employment::Pns, &CONTOH).expect("contoh has the ladder")
}

/// The heaviest rung as its first day, 0 if none.
fn height(standing: &YearStanding<'_>) -> u32 {
    let reached = standing.ladders.iter().flat_map(|ladder| &ladder.reached);
    reached.map(|reached| reached.rung.from).max().unwrap_or(0)
}

fn verdicts() -> impl Strategy<Value = Vec<Verdict>> {
    let verdict = prop_oneof![
        4 => Just(Verdict::Present),
        4 => Just(Verdict::Absent),
        1 => Just(Verdict::Leave),
        1 => Just(Verdict::Duty),
        1 => Just(Verdict::Holiday),
    ];
    prop::collection::vec(verdict, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn more_absences_never_give_a_lighter_rung(
        verdicts in verdicts(),
        place in 0_usize..60,
    ) {
        let before = stand(&year(&verdicts));
        let mut more = verdicts;
        if let Some(verdict) = more.get_mut(place) {
            *verdict = Verdict::Absent;
        }
        let after = stand(&year(&more));
        prop_assert!(height(&after) >= height(&before));
        prop_assert!(after.count.in_a_row() >= before.count.in_a_row());
    }

    #[test]
    fn the_order_of_records_changes_nothing(
        verdicts in verdicts(),
        shuffled in Just((0..365_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let days = year(&verdicts);
        let mixed: Vec<_> = shuffled.iter().filter_map(|place| days.get(*place).copied()).collect();
        prop_assert_eq!(stand(&mixed), stand(&days));
    }

    /// The cumulative count is of days, wherever in the year they lie.
    #[test]
    fn where_the_days_lie_does_not_change_their_number(
        verdicts in verdicts().prop_shuffle(),
    ) {
        let absent = verdicts.iter().filter(|verdict| **verdict == Verdict::Absent).count();
        let standing = stand(&year(&verdicts));
        prop_assert_eq!(standing.count.absences.len(), absent);
        prop_assert_eq!(standing.ladders.iter().map(|one| one.days).sum::<u32>() as usize, absent);
        let of_runs: usize = standing.count.runs.iter().map(|run| run.days.len()).sum();
        prop_assert_eq!(of_runs, absent);
    }

    /// A day by which nothing is known never makes it worse than a day at work.
    #[test]
    fn what_is_not_known_accuses_nobody(verdicts in verdicts(), place in 0_usize..60) {
        let mut days = year(&verdicts);
        let known = stand(&days);
        days.remove(place);
        let unknown = stand(&days);
        prop_assert!(height(&unknown) <= height(&known));
        prop_assert_eq!(unknown.count.unknown.len(), 1);
    }
}

/// No folder takes the ladder away from a Pns, whatever else it changes.
#[test]
fn every_composition_can_count_a_year() {
    let days = year(&[Verdict::Absent; 3]);
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("every composition reads");
        let standing = YearStanding::of(&facts(&days), Employment::Pns, &law);
        let standing = standing.unwrap_or_else(|silent| panic!("{composition}: {silent}"));
        let reached = standing.ladders.first().and_then(|ladder| ladder.reached.first());
        assert_eq!(reached.map(|one| one.rung.code.as_str()), Some("teguran-lisan"));
    }
}

#[test]
fn leave_breaks_a_run_or_spans_it_as_the_law_says() {
    use Verdict::{Absent, Leave};
    // 1 January 2026 is a Thursday.
    let days = year(&[Absent, Leave, Absent, Absent]);
    let breaks = YearCount::of(&facts(&days), LeaveBetween::Breaks);
    assert_eq!(breaks.in_a_row(), 2);
    assert_eq!(breaks.runs[0].end, RunEnd::Leave(date(2026, 1, 2)));
    assert_eq!(breaks.runs[1].end, RunEnd::Worked(date(2026, 1, 7)));
    let spans = YearCount::of(&facts(&days), LeaveBetween::Spans);
    assert_eq!(spans.in_a_row(), 3);
    let between: Vec<_> = spans.runs[0].between.iter().map(|(day, _)| day.day()).collect();
    assert_eq!(between, [2, 3, 4], "the leave and the weekend are shown");
}

#[test]
fn a_day_that_is_not_over_or_absent_only_by_minutes_is_no_absence() {
    let mut days = year(&[Verdict::Absent; 4]);
    days[1].verdict = Verdict::NotYet;
    days[4].findings = Findings::RUNNING;
    days[5].findings = Findings::ABSENT_BY_MINUTES;
    let count = YearCount::of(&facts(&days), LeaveBetween::Breaks);
    assert_eq!(count.absences, [date(2026, 1, 1)]);
    assert_eq!(count.by_minutes, [date(2026, 1, 6)]);
    let codes: Vec<_> = stand(&days).alerts.iter().map(rules::discipline::Alert::code).collect();
    assert_eq!(codes, ["soon", "absent-by-minutes"]);
}

#[test]
fn permitted_and_made_up_minutes_are_left_out() {
    let mut days = year(&[]);
    for (day, findings) in days.iter_mut().zip([
        Findings::NONE,
        Findings::LATE_PERMITTED,
        Findings::EARLY_PERMITTED,
        Findings::MADE_UP,
        Findings::RUNNING,
    ]) {
        (day.verdict, day.findings) = (Verdict::LateEarly, findings);
        (day.late_minutes, day.early_minutes) = (30, 7);
    }
    let count = YearCount::of(&facts(&days), LeaveBetween::Breaks);
    let minutes: Vec<_> =
        count.minutes.iter().map(|(day, minutes)| (day.day(), *minutes)).collect();
    assert_eq!(minutes, [(1, 37), (2, 7), (3, 30), (4, 7)]);
    assert_eq!(count.minutes_total(), 81);
}

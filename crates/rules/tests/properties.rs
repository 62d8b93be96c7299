//! What must hold of every month, whatever happened in it.

mod common;

use std::sync::LazyLock;

use civil::{Employment, Month, Rupiah, ScheduleKey, Wall};
use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;
use rules::{
    day::{DayRecord, Verdict},
    excuse::{Excuse, ExcuseKind},
    law::Law,
    month::{Beside, ExcusedDays, InService, PresenceFacts, evaluate_days, readings_of_day},
    plan::Plan,
    statement::{MonthFacts, Occurrence, PayState, Statement},
    tariff::Tariff,
};

const CLASS_7: i64 = 3_854_725;
const DISIPLIN: i64 = CLASS_7 * 40 / 100;

static CONTOH: LazyLock<Law> =
    LazyLock::new(|| common::read(&common::texts("contoh")).expect("contoh reads"));
static NOVEMBER: LazyLock<Tariff> =
    LazyLock::new(|| Tariff::compile(&CONTOH, month(), date(2027, 12, 31)));

fn month() -> Month {
    "2026-11".parse().expect("it is a month")
}

fn plan(schedule: &str, from: Date, until: Date) -> Plan {
    let key: ScheduleKey = schedule.parse().expect("it is a schedule");
    Plan::compile(&CONTOH, &key, (from, until), date(2027, 12, 31)).expect("contoh is complete")
}

fn records(plan: &Plan, readings: &[Wall], excuses: &[ExcusedDays]) -> Vec<DayRecord> {
    let plans: Vec<_> = plan.days.iter().map(|day| (day, InService::Yes)).collect();
    let mut records = Vec::new();
    evaluate_days(
        &PresenceFacts { beside: Beside::default(), plans: &plans, readings, excuses, now: None },
        &mut records,
    );
    records
}

fn pns() -> [PayState; 1] {
    [PayState {
        from: month().first(),
        until: month().last(),
        class: Some(7),
        employment: Employment::Pns,
        eligible: true,
        factor: None,
        reason: None,
        group: None,
    }]
}

/// Gross, lines and net of a month.
struct Pay {
    lines: Vec<(Date, String, String, i64)>,
    deduction: i64,
    net: i64,
}

fn pay(days: &[DayRecord], occurrences: &[Occurrence], productivity_bp: u32) -> Pay {
    pay_of(&pns(), days, occurrences, productivity_bp)
}

fn pay_of(
    states: &[PayState],
    days: &[DayRecord],
    occurrences: &[Occurrence],
    productivity_bp: u32,
) -> Pay {
    let facts = MonthFacts {
        days,
        states,
        occurrences,
        productivity_bp: Some(productivity_bp),
        predikat: None,
    };
    let statement = Statement::of(&facts, &NOVEMBER).expect("contoh is complete");
    assert_eq!(statement.gross, Rupiah(CLASS_7));
    let line = |line: &rules::statement::Line<'_>| {
        (line.date, line.rule.to_string(), line.code.to_string(), line.amount.0)
    };
    Pay {
        lines: statement.lines.iter().map(line).collect(),
        deduction: statement.deduction.0,
        net: statement.net.0,
    }
}

/// What a day of a five-day office comes to, and the minutes late and early.
fn plain_office(date: Date, scans: &[Wall]) -> (Verdict, u16, u16) {
    use jiff::civil::Weekday;
    let (starts, ends) = match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => return (Verdict::Off, 0, 0),
        Weekday::Friday => (27_000, 59_400),
        _ => (27_000, 57_600),
    };
    let midnight = Wall::midnight(date);
    let seconds: Vec<i64> = scans
        .iter()
        .map(|scan| scan.0 - midnight.0)
        .filter(|second| (starts - 7_200..ends + 14_400).contains(second))
        .collect();
    let minutes = |seconds: i64| u16::try_from(seconds.max(0) / 60).expect("a day is short");
    let (Some(first), Some(last)) = (seconds.first(), seconds.last()) else {
        return (Verdict::Absent, 0, 0);
    };
    let (late, early) = (minutes(first - starts), minutes(ends - last));
    // One scan, or one and its repeats: the arrival up to the middle, the departure after it.
    if last - first <= 300 {
        let is_arrival = first - starts <= ends - first;
        let (late, early) = if is_arrival { (late, 0) } else { (0, early) };
        return (Verdict::Incomplete, late, early);
    }
    let verdict = match (late > 0, early > 0) {
        (true, true) => Verdict::LateEarly,
        (true, false) => Verdict::Late,
        (false, true) => Verdict::Early,
        (false, false) => Verdict::Present,
    };
    (verdict, late, early)
}

/// Full days but for `own`, which stands for the scans of one date.
fn full_days_but(plan: &Plan, day: Date, own: &[i64]) -> Vec<Wall> {
    let mut readings: Vec<Wall> = plan
        .days
        .iter()
        .flat_map(|planned| {
            let at = |second: i64| planned.midnight.plus_seconds(second);
            if planned.date == day {
                return own.iter().copied().map(at).collect::<Vec<_>>();
            }
            let ends = |shift: &rules::plan::Shift| [shift.starts, shift.ends];
            planned.shifts.iter().flat_map(ends).map(|second| at(i64::from(second))).collect()
        })
        .collect();
    readings.sort_unstable();
    readings.dedup();
    readings
}

/// Scans of a month anywhere in it, most of them near the hours people scan at.
fn scans() -> impl Strategy<Value = Vec<Wall>> {
    let near = prop_oneof![
        (0_i64..86_400),
        (6 * 3600_i64..9 * 3600),
        (12 * 3600_i64..15 * 3600),
        (20 * 3600_i64..22 * 3600),
    ];
    proptest::collection::vec((0_i64..30, near), 0..90).prop_map(|scans| {
        let first = Wall::midnight(month().first());
        let mut readings: Vec<_> =
            scans.iter().map(|(day, second)| first.plus_seconds(day * 86_400 + second)).collect();
        readings.sort_unstable();
        readings.dedup();
        readings
    })
}

fn excuses() -> impl Strategy<Value = Vec<ExcusedDays>> {
    let one = (proptest::sample::select(ExcuseKind::ALL), 0_i64..30, 0_i64..12, 0_u8..3).prop_map(
        |(kind, first, length, part)| {
            let from = month().first() + first.days();
            let seconds = match part {
                0 => Some((7 * 3600, 12 * 3600)),
                1 => Some((12 * 3600, 17 * 3600)),
                _ => None,
            };
            let excuse = Excuse { kind, seconds };
            ExcusedDays { from, until: from + length.days(), excuse }
        },
    );
    proptest::collection::vec(one, 0..4)
}

fn occurrences() -> impl Strategy<Value = Vec<Occurrence>> {
    let code = prop_oneof![
        Just("missed:apel"),
        Just("missed:upacara"),
        Just("away"),
        Just("sanction:teguran-lisan"),
        Just("sanction:teguran-tertulis"),
        Just("sanction:pernyataan-tidak-puas"),
    ];
    let one = (code, 0_i64..30, 1_u32..4).prop_map(|(code, day, amount)| Occurrence {
        date: month().first() + day.days(),
        code: code.to_owned(),
        amount,
    });
    proptest::collection::vec(one, 0..40)
}

const SCHEDULES: [&str; 7] = [
    "lima-hari",
    "enam-hari",
    "sekolah-enam-hari",
    "puskesmas-loket-jaga:3",
    "rsud-rotasi:2",
    "damkar-jaga",
    "pppk-paruh-waktu",
];

fn schedules() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&SCHEDULES[..])
}

fn whole(schedule: &str) -> Plan {
    plan(schedule, month().first(), month().last())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn lines_are_the_total_and_nobody_owes(
        schedule in schedules(),
        scans in scans(),
        excuses in excuses(),
        occurrences in occurrences(),
        productivity in 0_u32..11_000,
    ) {
        let days = records(&whole(schedule), &scans, &excuses);
        let pay = pay(&days, &occurrences, productivity);
        let sum: i64 = pay.lines.iter().map(|line| line.3).sum();
        prop_assert_eq!(sum, pay.deduction);
        prop_assert_eq!(CLASS_7 + pay.deduction, pay.net);
        prop_assert!(pay.net >= 0, "{}", pay.net);
        prop_assert!(pay.deduction <= 0, "{}", pay.deduction);
    }

    /// Without productivity and sanctions only discipline can be cut, and no more than all of it;
    /// a day's lateness, early leave and assemblies together no more than 3 %.
    #[test]
    fn the_caps_hold(
        schedule in schedules(),
        scans in scans(),
        occurrences in occurrences(),
    ) {
        let missed: Vec<_> =
            occurrences.into_iter().filter(|o| !o.code.starts_with("sanction")).collect();
        let days = records(&whole(schedule), &scans, &[]);
        let pay = pay(&days, &missed, 10_000);
        prop_assert!(-pay.deduction <= DISIPLIN, "{}", pay.deduction);
        for day in month().days() {
            let of_day = pay.lines.iter().filter(|line| line.0 == day && line.1 != "absent");
            // The cap of the month stands on the last day and only gives back.
            let cut: i64 = of_day.map(|line| line.3).sum();
            prop_assert!(-cut <= DISIPLIN * 3 / 100, "{day}: {cut}");
        }
    }

    #[test]
    fn arriving_later_never_costs_less(earlier in 19_800_i64..57_600, later in 19_800_i64..57_600) {
        let (earlier, later) = (earlier.min(later), earlier.max(later));
        let plan = whole("lima-hari");
        let day = date(2026, 11, 5);
        let cost = |arrived: i64| {
            let readings = full_days_but(&plan, day, &[arrived, 57_600]);
            -pay(&records(&plan, &readings, &[]), &[], 10_000).deduction
        };
        prop_assert!(cost(earlier) <= cost(later), "{earlier} {later}");
        let absent = full_days_but(&plan, day, &[]);
        let absent = -pay(&records(&plan, &absent, &[]), &[], 10_000).deduction;
        prop_assert!(cost(later) <= absent);
    }

    #[test]
    fn leaving_sooner_never_costs_less(sooner in 27_000_i64..71_900, later in 27_000_i64..71_900) {
        let (sooner, later) = (sooner.min(later), sooner.max(later));
        let plan = whole("lima-hari");
        let cost = |left: i64| {
            let readings = full_days_but(&plan, date(2026, 11, 5), &[27_000, left]);
            -pay(&records(&plan, &readings, &[]), &[], 10_000).deduction
        };
        prop_assert!(cost(later) <= cost(sooner), "{sooner} {later}");
    }

    #[test]
    fn repeats_of_punches_change_nothing(
        schedule in schedules(),
        scans in scans(),
        excuses in excuses(),
    ) {
        let plan = whole(schedule);
        let twice: Vec<Wall> = scans.iter().flat_map(|scan| [*scan, *scan]).collect();
        prop_assert_eq!(records(&plan, &scans, &excuses), records(&plan, &twice, &excuses));
    }

    #[test]
    fn punches_between_the_first_and_the_last_change_nothing(
        arrived in 19_800_i64..40_000,
        left in 41_000_i64..71_900,
        between in proptest::collection::vec(0_i64..1000, 0..6),
    ) {
        let plan = whole("lima-hari");
        let day = date(2026, 11, 5);
        let mut own = vec![arrived, left];
        let plain = records(&plan, &full_days_but(&plan, day, &own), &[]);
        own.extend(between.iter().map(|part| arrived + (left - arrived) * part / 1000));
        prop_assert_eq!(plain, records(&plan, &full_days_but(&plan, day, &own), &[]));
    }

    #[test]
    fn the_order_of_what_happened_changes_nothing(
        scans in scans(),
        occurrences in occurrences(),
        productivity in 0_u32..11_000,
    ) {
        let days = records(&whole("lima-hari"), &scans, &[]);
        let mut turned = occurrences.clone();
        turned.reverse();
        let (one, other) =
            (pay(&days, &occurrences, productivity), pay(&days, &turned, productivity));
        prop_assert_eq!(one.lines, other.lines);
    }

    /// A night over a month's end is the same night whichever month is computed.
    #[test]
    fn months_computed_apart_or_together_agree(
        schedule in schedules(),
        scans in scans(),
    ) {
                let middle = date(2026, 11, 15);
        let together = records(&whole(schedule), &scans, &[]);
        let mut apart = records(&plan(schedule, month().first(), middle), &scans, &[]);
        let rest = plan(schedule, date(2026, 11, 16), month().last());
        apart.extend(records(&rest, &scans, &[]));
        prop_assert_eq!(together, apart);
    }

    /// The five-day office in its plainest words, written a second time: first scan in, last scan
    /// out, one scan whichever is nearer, whole minutes, from two hours before until four hours
    /// after.
    #[test]
    fn an_ordinary_office_is_what_its_article_says(scans in scans()) {
        let plan = whole("lima-hari");
        for record in records(&plan, &scans, &[]) {
            let (verdict, late, early) = plain_office(record.date, &scans);
            prop_assert_eq!(
                (record.verdict, record.late_minutes, record.early_minutes),
                (verdict, late, early),
                "{}", record.date
            );
        }
    }

    /// Writing one state down as two changes nothing.
    #[test]
    fn a_state_in_two_parts_is_one_state(
        scans in scans(),
        occurrences in occurrences(),
        last in 0_i64..29,
    ) {
        let days = records(&whole("lima-hari"), &scans, &[]);
        let [state] = pns();
        let last = month().first() + last.days();
        let parts = [
            PayState { until: last, ..state.clone() },
            PayState { from: last + 1.days(), ..state.clone() },
        ];
        let (one, two) =
            (pay_of(&[state], &days, &occurrences, 9_000), pay_of(&parts, &days, &occurrences, 9_000));
        prop_assert_eq!(one.lines, two.lines);
        prop_assert_eq!(one.net, two.net);
    }

    /// Evaluating a stale day alone gives what the whole month gives.
    #[test]
    fn a_day_alone_is_the_day_in_its_month(
        schedule in schedules(),
        scans in scans(),
        excuses in excuses(),
        day in 0_i64..30,
    ) {
                let date = month().first() + day.days();
        let in_month = records(&whole(schedule), &scans, &excuses);
        let alone = plan(schedule, date, date);
        let mine = readings_of_day(&alone.days[0], &scans);
        let alone = records(&alone, mine, &excuses);
        prop_assert_eq!(in_month.iter().find(|record| record.date == date), alone.first());
    }
}

/// Every month in which each of four days went one of seven ways, against sums made by hand:
/// discipline is Rp 1.541.890, and each line is rounded to the nearest rupiah.
#[test]
fn every_small_month_is_the_sum_of_its_days() {
    /// Scans of the day, its verdict, and the cut.
    const WAYS: [(&[i64], Verdict, i64); 7] = [
        (&[27_000, 59_400], Verdict::Present, 0),
        // 07.31: 1 minute, 0,5 % = 7.709,45
        (&[27_060, 59_400], Verdict::Late, 7_709),
        // 08.01: 31 minutes, 1 % = 15.418,9
        (&[28_860, 59_400], Verdict::Late, 15_419),
        // 08.31: 61 minutes, 1,25 % = 19.273,625
        (&[30_660, 59_400], Verdict::Late, 19_274),
        // No departure: 1,5 % = 23.128,35
        (&[27_000], Verdict::Incomplete, 23_128),
        // 09.30 and no departure: twice 1,5 %
        (&[34_200], Verdict::Incomplete, 46_256),
        // Absent: 3 % = 46.256,7
        (&[], Verdict::Absent, 46_257),
    ];
    let plan = whole("lima-hari");
    let chosen = [date(2026, 11, 3), date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 30)];
    let mut months = 0;
    for number in 0..WAYS.len().pow(4) {
        let ways: Vec<usize> =
            (0..4).map(|place| number / WAYS.len().pow(place) % WAYS.len()).collect();
        let mut readings = full_days_but(&plan, date(2000, 1, 1), &[]);
        readings.retain(|reading| !chosen.contains(&reading.date()));
        for (day, way) in chosen.iter().zip(&ways) {
            let at = |second: &i64| Wall::midnight(*day).plus_seconds(*second);
            readings.extend(WAYS[*way].0.iter().map(at));
        }
        readings.sort_unstable();
        let days = records(&plan, &readings, &[]);
        for (day, way) in chosen.iter().zip(&ways) {
            let record = days.iter().find(|record| record.date == *day).expect("it is planned");
            assert_eq!(record.verdict, WAYS[*way].1, "{ways:?} {day}");
        }
        let expected: i64 = ways.iter().map(|way| WAYS[*way].2).sum();
        assert_eq!(-pay(&days, &[], 10_000).deduction, expected, "{ways:?}");
        months += 1;
    }
    assert_eq!(months, 2_401);
}

/// Every composition can be asked about every month of four years, and what it says is in force on
/// a day holds on that day, once a topic and layer.
#[test]
fn every_composition_answers_for_every_month() {
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("every composition reads");
        let mut month: Month = "2024-01".parse().expect("it is a month");
        while month.year() < 2028 {
            let tariff = Tariff::compile(&law, month, date(2027, 12, 31));
            assert!(tariff.rules.iter().all(|rule| !rule.bands.is_empty()), "{composition}");
            let in_force = law.in_force(month.first(), date(2027, 12, 31));
            for (_, provision) in &in_force {
                assert!(provision.from <= month.first(), "{composition} {}", provision.id);
            }
            month = month.next();
        }
    }
}

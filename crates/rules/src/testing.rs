//! A small invented law for the tests of modules, and facts to hold against it.

use civil::{Employment, Month, ScheduleKey, Wall};
use jiff::civil::Date;

use crate::{
    day::DayRecord,
    law::{Law, LawFile, Layer},
    month::{Beside, ExcusedDays, InService, PresenceFacts, Records},
    plan::Plan,
    statement::{MonthFacts, Occurrence, PayState, Statement},
    tariff::Tariff,
};

/// Hours from 08:00 to 16:00 with a rest at noon, whole minutes, first scan and last.
pub(crate) const HOURS: &str = r#"
[schedule.s]
title = "S"
[[schedule.s.value]]
@
week = { mon-fri = [{ in = "08:00", out = "16:00", rest = "12:00-13:00" }] }
"#;
pub(crate) const SCANS: &str = r#"
[scans]
title = "Scans"
[[scans.value]]
@
which = "first-last"
opens-minutes = 120
closes-minutes = 120
"#;
pub(crate) const MINUTES: &str = r#"
[minutes]
title = "Minutes"
[[minutes.value]]
@
counted = "whole"
"#;
/// One million for class 1, two for class 2; Pns all of it, Cpns 80 %.
pub(crate) const PAY: &str = r#"
[class-amounts]
title = "Amounts"
[[class-amounts.value]]
@
amounts = { "1" = 1000000, "2" = 2000000 }
[employment-factor.pns]
title = "Pns"
[[employment-factor.pns.value]]
@
factor = "100%"
[employment-factor.cpns]
title = "Cpns"
[[employment-factor.cpns.value]]
@
factor = "80%"
[proration]
title = "Proration"
[[proration.value]]
@
by = "calendar-days"
[gross-rounding]
title = "Rounding of the Tpp"
[[gross-rounding.value]]
@
how = "half-up"
at = "total"
[rounding]
title = "Rounding"
[[rounding.value]]
@
how = "half-up"
at = "total"
"#;

/// Writes out the head of a value where a line is `@`, or `@` and its first day.
fn expand(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('@') {
        Some(from) => {
            let from = if from.is_empty() { "2026-01-01" } else { from };
            format!(
                "from = \"{from}\"\nstatus = \"assumed\"\nsource = {{ act = \"a\", article = \"1\" }}\n"
            )
        }
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// The law of a nation and of a regency, each of the parts given.
pub(crate) fn law_of_two(national: &[&str], regency: &[&str]) -> Law {
    const ACT: &str =
        "title = \"Test\"\n[act.a]\ncite = \"A\"\ntitle = \"No act\"\ninvented = true\n";
    let national = format!("title = \"Nation\"\n{}", expand(&national.concat()));
    let regency = format!("{ACT}{}", expand(&regency.concat()));
    Law::read(&[
        LawFile { path: "national/test.toml", text: &national, layer: Layer::National },
        LawFile { path: "regency/test.toml", text: &regency, layer: Layer::Regency },
    ])
    .unwrap_or_else(|faults| panic!("{faults:#?}"))
}

pub(crate) fn law(parts: &[&str]) -> Law {
    law_of_two(&[], parts)
}

/// Hours, scans, minutes and pay as above, and these rules.
pub(crate) fn law_with(rules: &str) -> Law {
    law(&[HOURS, SCANS, MINUTES, PAY, rules])
}

/// March 2026: its first is a Sunday, its second a working day.
pub(crate) fn march() -> Month {
    "2026-03".parse().unwrap()
}

pub(crate) fn day(day: i8) -> Date {
    Date::new(2026, 3, day).unwrap()
}

/// A reading in March 2026, written `2 08:15` or `2 08:15:30`.
pub(crate) fn reading(text: &str) -> Wall {
    let (date, time) = text.split_once(' ').unwrap();
    let parts: Vec<i64> = time.split(':').map(|part| part.parse().unwrap()).collect();
    let seconds = parts.iter().zip([3600, 60, 1]).map(|(part, unit)| part * unit).sum();
    Wall::midnight(day(date.parse().unwrap())).plus_seconds(seconds)
}

pub(crate) fn readings(texts: &[&str]) -> Vec<Wall> {
    texts.iter().map(|text| reading(text)).collect()
}

pub(crate) fn plan(law: &Law, schedule: &str, (from, until): (Date, Date)) -> Plan {
    let key: ScheduleKey = schedule.parse().unwrap();
    Plan::compile(law, &key, (from, until), Date::constant(2027, 12, 31)).unwrap()
}

/// Records of the days from `from` to `until` of March 2026 on schedule `s`.
pub(crate) fn records(
    law: &Law,
    (from, until): (i8, i8),
    scans: &[&str],
    excuses: &[ExcusedDays],
    now: Option<&str>,
) -> Vec<DayRecord> {
    let plan = plan(law, "s", (day(from), day(until)));
    let plans: Vec<_> = plan.days.iter().map(|day| (day, InService::Yes)).collect();
    let facts = PresenceFacts {
        beside: Beside::default(),
        plans: &plans,
        readings: &readings(scans),
        excuses,
        now: now.map(reading),
    };
    Records::default().of(&facts).to_vec()
}

/// Record of one day of March 2026.
pub(crate) fn record(law: &Law, date: i8, scans: &[&str]) -> DayRecord {
    records(law, (date, date), scans, &[], None)[0]
}

pub(crate) fn state(from: i8, until: i8, employment: Employment) -> PayState {
    PayState {
        from: day(from),
        until: day(until),
        class: Some(1),
        employment,
        eligible: true,
        factor: None,
        reason: None,
        group: None,
    }
}

/// A line in short: day, code, units and amount.
pub(crate) type Short = (i8, String, u32, i64);

/// The lines of a Pns of class 1 for these days of March 2026.
pub(crate) fn lines(law: &Law, days: &[DayRecord], occurrences: &[Occurrence]) -> Vec<Short> {
    lines_in(law, days, occurrences, &[state(1, 31, Employment::Pns)])
}

pub(crate) fn lines_in(
    law: &Law,
    days: &[DayRecord],
    occurrences: &[Occurrence],
    states: &[PayState],
) -> Vec<Short> {
    let tariff = Tariff::compile(law, march(), Date::constant(2027, 12, 31));
    let facts =
        MonthFacts { days, states, occurrences, productivity_bp: Some(10_000), predikat: None };
    let statement = Statement::of(&facts, &tariff).unwrap();
    let sum: i64 = statement.lines.iter().map(|line| line.amount.0).sum();
    assert_eq!(sum, statement.deduction.0, "lines are the total");
    statement
        .lines
        .iter()
        .map(|line| (line.date.day(), line.code.to_owned(), line.units, line.amount.0))
        .collect()
}

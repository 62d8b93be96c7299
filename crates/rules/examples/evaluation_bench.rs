//! Evaluates a month of everybody from unsorted punches, one thread, and prints one JSON line.
//!
//! `evaluation_bench FOLDER SCHEDULE LAW.toml…`: the folder holds `punch.csv` and `person.csv` as
//! the peer's script writes them; the law files are read in order, as the nation's where the path says
//! so, else as a regency's. The time runs from the unsorted punches in memory to every person's
//! statement, line by line, with the law compiled anew.

#![expect(clippy::indexing_slicing, reason = "a bench over arrays it made itself")]

use std::{collections::BTreeMap, fs, path::Path, time::Instant};

use civil::{Employment, Month, Rupiah, ScheduleKey, Wall};
use rules::{
    day::Verdict,
    law::{Law, LawFile, Layer},
    month::{Beside, ByPerson, InService, PresenceFacts, Records},
    plan::Plan,
    statement::{MonthFacts, PayState, Statements},
    tariff::Tariff,
};

/// Rounds; the time of each is printed.
const ROUNDS: usize = 9;

struct Input {
    /// Person of each punch, as it stands in the file.
    people: Vec<u32>,
    /// Reading of each punch.
    readings: Vec<Wall>,
    classes: Vec<u8>,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().expect("usage: evaluation_bench FOLDER SCHEDULE LAW.toml…");
    let schedule: ScheduleKey = args.next().and_then(|s| s.parse().ok()).expect("a schedule");
    let texts: Vec<(String, String)> =
        args.map(|path| (path.clone(), fs::read_to_string(&path).expect("a law file"))).collect();
    let files: Vec<LawFile<'_>> = texts
        .iter()
        .map(|(path, text)| {
            let national = path.contains("national");
            LawFile { path, text, layer: if national { Layer::National } else { Layer::Regency } }
        })
        .collect();
    let law = Law::read(&files).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let input = read(Path::new(&folder));
    let month: Month = "2026-03".parse().expect("a month");
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let outcome = evaluate(&law, &schedule, month, &input);
        times.push(start.elapsed());
        last = Some(outcome);
    }
    let (records, cut, status) = last.expect("at least one round");
    let status: Vec<String> =
        status.iter().map(|(code, count)| format!("\"{code}\": {count}")).collect();
    let times: Vec<String> = times.iter().map(|time| time.as_micros().to_string()).collect();
    let line = format!(
        "{{\"people\": {}, \"punches\": {}, \"employee_days\": {records}, \"times_us\": [{}], \"bytes_moved\": {}, \"copy_mb_per_s\": {}, \"cut\": {}, \"status\": {{{}}}}}\n",
        input.classes.len(),
        input.readings.len(),
        times.join(", "),
        input.readings.len() * BYTES_OF_PUNCH,
        copy_mb_per_s(),
        -cut.0,
        status.join(", "),
    );
    std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).expect("standard output");
}

/// What memory must move for a punch at the least: its person (4) read to count and again to deal
/// out, its reading (8) read, written in its place, and read back. All else stays in the caches.
const BYTES_OF_PUNCH: usize = 2 * 4 + 3 * 8;

/// Megabytes a second that one thread moves by copying far more than the caches hold, what is read
/// and what is written taken together.
fn copy_mb_per_s() -> u128 {
    const BYTES: usize = 128 << 20;
    let from = vec![1_u8; BYTES];
    let mut to = vec![0_u8; BYTES];
    let mut best_us = u128::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        to.copy_from_slice(std::hint::black_box(&from));
        std::hint::black_box(&mut to);
        best_us = best_us.min(start.elapsed().as_micros());
    }
    2 * BYTES as u128 / best_us.max(1)
}

fn read(folder: &Path) -> Input {
    let text = fs::read_to_string(folder.join("punch.csv")).expect("punch.csv");
    let (people, readings) = text
        .lines()
        .skip(1)
        .map(|line| {
            let (person, at) = line.split_once(',').expect("two columns");
            let at = at.replace(' ', "T").parse().expect("a time");
            (person.parse::<u32>().expect("a person") - 1, Wall::of(at))
        })
        .unzip();
    let text = fs::read_to_string(folder.join("person.csv")).expect("person.csv");
    let classes = text
        .lines()
        .skip(1)
        .map(|line| match line.rsplit(',').next() {
            Some("2000000") => 1,
            Some("3500000") => 2,
            Some("5000000") => 3,
            _ => 4,
        })
        .collect();
    Input { people, readings, classes }
}

fn evaluate(
    law: &Law,
    schedule: &ScheduleKey,
    month: Month,
    input: &Input,
) -> (usize, Rupiah, BTreeMap<&'static str, u32>) {
    let as_of = month.last();
    let plan = Plan::compile(law, schedule, (month.first(), month.last()), as_of).expect("hours");
    let tariff = Tariff::compile(law, month, as_of);
    let plans: Vec<_> = plan.days.iter().map(|day| (day, InService::Yes)).collect();
    let punches = input.people.iter().copied().zip(input.readings.iter().copied());
    let readings = ByPerson::of(input.classes.len(), punches);
    let (mut days_of, mut statements) = (Records::default(), Statements::under(&tariff));
    let mut cut = Rupiah(0);
    let mut status = [0_u32; Verdict::ALL.len()];
    for (person, class) in input.classes.iter().enumerate() {
        let readings = readings.readings(person);
        let facts = PresenceFacts {
            beside: Beside::default(),
            plans: &plans,
            readings,
            excuses: &[],
            now: None,
        };
        let days = days_of.of(&facts);
        let state = PayState {
            from: month.first(),
            until: month.last(),
            class: Some(*class),
            employment: Employment::Pns,
            eligible: true,
            factor: None,
            reason: None,
            group: None,
        };
        let facts = MonthFacts {
            days,
            states: std::slice::from_ref(&state),
            occurrences: &[],
            productivity_bp: None,
            predikat: None,
        };
        let statement = statements.of(&facts).expect("the law covers the month");
        cut = cut + statement.deduction;
        for day in days {
            status[day.verdict as usize] += 1;
        }
    }
    let worked = Verdict::ALL.iter().filter(|verdict| **verdict != Verdict::Off);
    let records = worked.map(|verdict| status[*verdict as usize] as usize).sum();
    let status = Verdict::ALL.iter().map(|verdict| (verdict.code(), status[*verdict as usize]));
    (records, cut, status.filter(|(_, count)| *count > 0).collect())
}

//! How fast a store is: deliveries from many callers at once, a month of readings, a month of
//! results. Prints what a flush of the disk takes in the same run, since that is the limit.
//!
//! `cargo run --release -p storage-sql --example store_bench [FOLDER or postgres://…]`

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::{
    fs::File,
    io::Write as _,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use civil::{Employment, Month, PersonId, Rupiah, Wall, Zone};
use jiff::{Timestamp, civil::date};
use storage::{
    AuditEntry,
    people::{NewPersonFact, PeopleStore as _, PersonState},
    presence::{Delivery, NewPunch, People, PresenceStore as _, PunchFilter, PunchSource},
    results::{MonthResult, ResultFilter, ResultPeople, ResultStore as _},
};
use storage_sql::SqlStore;

/// People of the measured regency.
const PEOPLE: usize = 10_000;
/// Days with punches of each in the measured month, and punches a day.
const DAYS: i64 = 21;
const PUNCHES_A_DAY: [i64; 4] = [26_900, 43_100, 46_300, 57_700];
/// Terminals of the regency, all in one group.
const TERMINALS: usize = 60;
/// Organisations.
const SKPDS: usize = 40;
/// Bytes of a computed month: about what day records and a statement take.
const DAYS_BYTES: usize = 600;
const STATEMENT_BYTES: usize = 900;
/// Flushes of the disk that are measured.
const FLUSHES: usize = 50;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let place = std::env::args().nth(1);
    let server = place.as_deref().is_some_and(|place| place.starts_with("postgres"));
    let folder = match &place {
        Some(folder) if !server => tempfile::tempdir_in(folder)?,
        _ => tempfile::tempdir()?,
    };
    let flush = flush_time(folder.path())?;
    println!("fdatasync of 4 KiB: {} µs (median of {FLUSHES})", flush.as_micros());
    let url = match place {
        Some(url) if server => url,
        _ => format!("sqlite://{}", folder.path().join("bench.db").display()),
    };
    // A server keeps its data: each run is a regency of its own.
    let regency = format!("bench-{}", std::process::id()).parse()?;
    let store = Arc::new(SqlStore::open(&url, &regency).await?);

    people(&store).await?;
    ingest(&store).await?;
    let marks = reading(&store).await?;
    saving(&store, &marks).await?;
    store.close().await;
    if !server {
        let size = std::fs::metadata(folder.path().join("bench.db"))?.len();
        println!("file: {} MB", size / 1_000_000);
    }
    Ok(())
}

fn flush_time(folder: &Path) -> std::io::Result<Duration> {
    let mut file = File::create(folder.join("flush"))?;
    let mut times = Vec::new();
    for _ in 0..FLUSHES {
        let began = Instant::now();
        file.write_all(&[7; 4_096])?;
        file.sync_data()?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    Ok(times.get(FLUSHES / 2).copied().unwrap_or_default())
}

fn audit() -> AuditEntry {
    AuditEntry {
        at: Timestamp::UNIX_EPOCH,
        actor: "terminal:BENCH".to_owned(),
        verb: "presence.record_punches",
        subject: "BENCH".to_owned(),
        detail: "100 lines".to_owned(),
    }
}

async fn people(store: &SqlStore) -> Result<(), Box<dyn std::error::Error>> {
    let fact = |index: usize| -> Result<NewPersonFact, Box<dyn std::error::Error>> {
        let (year, month, day) = (1960 + index / 400, 1 + index / 1_000 % 12, 1 + index % 28);
        let (sex, number) = (1 + index % 2, 1 + index % 999);
        let nip = format!("{year}{month:02}{day:02}201001{sex}{number:03}");
        Ok(NewPersonFact {
            person: None,
            valid_from: date(2026, 1, 1),
            state: PersonState {
                nip: nip.parse()?,
                name: format!("Pegawai {index}"),
                skpd: format!("SKPD-{:02}", index % SKPDS).parse()?,
                unit: String::new(),
                position: "Pelaksana".to_owned(),
                class: Some(7),
                employment: Employment::Pns,
                schedule: "lima-hari".parse()?,
                tpp_eligible: true,
                tpp_factor: None,
                tpp_reason: None,
                in_service: true,
            },
            pin: Some(("utama".parse()?, format!("{}", 1_000 + index))),
        })
    };
    let facts = (0..PEOPLE).map(fact).collect::<Result<Vec<_>, _>>()?;
    let began = Instant::now();
    let done = store.append_facts(&facts, Timestamp::UNIX_EPOCH, audit()).await?;
    println!("{} people with facts and PINs: {} ms", done.people, began.elapsed().as_millis());
    Ok(())
}

/// The punches of the month in the order in which they would arrive, by terminal.
fn punches() -> Vec<Vec<NewPunch>> {
    let mut of_terminal = vec![Vec::new(); TERMINALS];
    for day in 0..DAYS {
        let midnight = Wall::midnight(date(2026, 10, 1)).plus_seconds(day * 86_400);
        for punch in PUNCHES_A_DAY {
            for person in 0..PEOPLE {
                let spread = i64::try_from(person * 7_919 % 1_800).unwrap_or_default();
                let punches =
                    of_terminal.get_mut(person % TERMINALS).expect("as many as terminals");
                punches.push(NewPunch {
                    pin: format!("{}", 1_000 + person),
                    at: midnight.plus_seconds(punch + spread),
                    status: Some(0),
                    verify: Some(1),
                    line: 1,
                });
            }
        }
    }
    of_terminal
}

fn delivery(terminal: usize, punches: Vec<NewPunch>) -> Delivery {
    let line = |punch: &NewPunch| format!("{}\t{}\t0\t1\t0\t0\n", punch.pin, punch.at);
    Delivery {
        terminal: format!("BENCH{terminal}").parse().expect("a well-formed serial"),
        zone: Zone::WIB,
        source: PunchSource::Push,
        received: Timestamp::UNIX_EPOCH,
        body: punches.iter().map(line).collect::<String>().into_bytes(),
        punches,
        quarantined: Vec::new(),
    }
}

async fn ingest(store: &Arc<SqlStore>) -> Result<(), Box<dyn std::error::Error>> {
    let mut waiting = punches();
    for (callers, records, share) in [(8, 1, 800), (64, 1, 12_800), (8, 100, usize::MAX)] {
        let mut queues = vec![Vec::new(); callers];
        let mut count = 0;
        for (terminal, punches) in waiting.iter_mut().enumerate() {
            let take = punches.len().min((share / TERMINALS).max(1));
            let part: Vec<_> = punches.drain(..take).collect();
            count += part.len();
            for (place, chunk) in part.chunks(records).enumerate() {
                let queue = queues.get_mut((terminal + place) % callers).expect("of the callers");
                queue.push(delivery(terminal, chunk.to_vec()));
            }
        }
        let began = Instant::now();
        let mut tasks = Vec::new();
        for queue in queues {
            let store = Arc::clone(store);
            tasks.push(tokio::spawn(async move {
                let mut slowest = Duration::ZERO;
                for delivery in queue {
                    let asked = Instant::now();
                    let done = store.record_delivery(delivery, audit()).await;
                    assert!(done.expect("a delivery is kept").known == 0, "each punch is new");
                    slowest = slowest.max(asked.elapsed());
                }
                slowest
            }));
        }
        let mut slowest = Duration::ZERO;
        for task in tasks {
            slowest = slowest.max(task.await?);
        }
        let took = began.elapsed();
        let rate = u128::try_from(count)? * 1_000_000 / took.as_micros().max(1);
        println!(
            "{callers} callers × {records}: {count} records in {} ms, {rate} records/s, slowest answer {} ms",
            took.as_millis(),
            slowest.as_millis()
        );
    }
    Ok(())
}

async fn reading(store: &SqlStore) -> Result<Vec<i64>, Box<dyn std::error::Error>> {
    let from = Wall::midnight(date(2026, 10, 1));
    let until = Wall::midnight(date(2026, 11, 1)).plus_seconds(-1);
    for round in 1..=3 {
        let began = Instant::now();
        let found = store.readings(&People::All, from, until).await?;
        let count: usize = found.iter().map(|row| row.readings.len()).sum();
        let took = began.elapsed().as_millis();
        println!(
            "readings of all, round {round}: {} people, {count} readings, {took} ms",
            found.len()
        );
    }
    let began = Instant::now();
    let unit = store.readings(&People::Of("SKPD-03".parse()?), from, until).await?;
    println!("readings of an SKPD of {}: {} µs", unit.len(), began.elapsed().as_micros());
    let began = Instant::now();
    let one = store.readings(&People::These(vec![PersonId(17)]), from, until).await?;
    println!("readings of {}: {} µs", one.len(), began.elapsed().as_micros());
    let began = Instant::now();
    let filter = PunchFilter { person: Some(PersonId(17)), ..PunchFilter::default() };
    let punches = store.punches(&filter).await?;
    println!("{} punches of one: {} µs", punches.len(), began.elapsed().as_micros());
    let began = Instant::now();
    let facts = store.facts(&People::All).await?;
    println!("{} facts: {} ms", facts.len(), began.elapsed().as_millis());
    let began = Instant::now();
    let marks = store.stale_marks(&People::All, Some("2026-10".parse()?), u32::MAX).await?;
    println!("{} stale marks of the month: {} ms", marks.len(), began.elapsed().as_millis());
    Ok(marks.iter().map(|mark| mark.id).collect())
}

async fn saving(store: &SqlStore, marks: &[i64]) -> Result<(), Box<dyn std::error::Error>> {
    let month: Month = "2026-10".parse()?;
    let result = |index: usize| -> Result<MonthResult, Box<dyn std::error::Error>> {
        Ok(MonthResult {
            person: PersonId(i64::try_from(index)?),
            month,
            skpd: format!("SKPD-{:02}", index % SKPDS).parse()?,
            law_version: "5f".repeat(8),
            facts_digest: "a7".repeat(32),
            evaluated: Timestamp::UNIX_EPOCH,
            days: vec![3; DAYS_BYTES],
            statement: vec![9; STATEMENT_BYTES],
            gross: Rupiah(4_250_000),
            net: Rupiah(4_100_000),
            problems: 1,
            absences: 1,
        })
    };
    let results = (1..=PEOPLE).map(result).collect::<Result<Vec<_>, _>>()?;
    for (what, marks) in [("and clearing all marks", marks), ("again, in place", &[])] {
        let began = Instant::now();
        store.save_months(&results, marks).await?;
        println!("saving {PEOPLE} months, {what}: {} ms", began.elapsed().as_millis());
    }
    for people in [ResultPeople::Of("SKPD-03".parse()?), ResultPeople::All] {
        let began = Instant::now();
        let found = store.months(&ResultFilter { month, people }).await?;
        println!("reading {} months: {} ms", found.len(), began.elapsed().as_millis());
    }
    let began = Instant::now();
    let totals = store.month_totals(month).await?;
    println!("totals of {} SKPD: {} µs", totals.len(), began.elapsed().as_micros());
    let began = Instant::now();
    let law = "5f".repeat(8);
    let outdated = store.months_outdated(&People::All, month, &law, Timestamp::UNIX_EPOCH).await?;
    println!("{} outdated months: {} ms", outdated.len(), began.elapsed().as_millis());
    Ok(())
}

//! A whole month of 10,000 people on SQLite, through the office's own verb: 22 working days with
//! four punches of each are read, evaluated by the law of Contoh, and stored. Everybody is new and
//! every day stale, as after a month in which nobody looked.
//!
//! `month_bench FOLDER [PEOPLE [ROUNDS]]`: the databases lie in FOLDER while it runs. Prints the
//! median, and how it is made up: the same reads and the same store are timed alone, the rest is
//! evaluation. The last line is `median MICROSECONDS`.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use civil::{
    Clock as _, Employment, FixedClock, Month, PersonId, Random, Regency, TerminalSerial, Wall,
    Zone,
};
use jiff::civil::{Date, Weekday, date};
use office::{Actor, Lawbook, Office, law::LawText, terminal::Terminal};
use storage::{
    AuditEntry,
    people::{NewPersonFact, PeopleStore as _, Performance, PersonState},
    presence::{People, PresenceStore as _},
    results::{ResultFilter, ResultPeople, ResultStore as _},
};
use storage_sql::SqlStore;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// October 2026: 22 working days, no holiday.
const YEAR: i16 = 2026;
const MONTH: i8 = 10;
/// Organisations, and the terminals of all, in one group.
const SKPDS: usize = 40;
const TERMINALS: usize = 60;
/// When the four punches of a day begin, in minutes, and over how many they spread: some come late,
/// some go early.
const SCANS: [(usize, usize); 4] =
    [(7 * 60 - 20, 55), (12 * 60, 25), (12 * 60 + 35, 30), (960, 70)];
/// People that the office gathers and stores at a time.
const PEOPLE_AT_ONCE: usize = 2_000;

/// Chance that is none: nothing here asks for any.
struct NoChance;

impl Random for NoChance {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("use: month_bench FOLDER [PEOPLE [ROUNDS]]")?;
    let people: usize = args.next().map_or(Ok(10_000), |text| text.parse())?;
    let rounds: usize = args.next().map_or(Ok(5), |text| text.parse())?;
    let folder = tempfile::tempdir_in(folder)?;
    let full = open(&folder.path().join("full.sqlite")).await?;
    let punches = fill(&full, people).await?;
    println!("{people} people, {punches} punches");

    let month: Month = format!("{YEAR}-{MONTH:02}").parse()?;
    let mut times = Vec::new();
    let mut parts = Vec::new();
    for round in 0..rounds {
        // Each round finds everything stale and nothing stored.
        let path = folder.path().join(format!("round-{round}.sqlite"));
        full.backup(&path).await?;
        let store = open(&path).await?;
        let office = office(&store)?;
        let began = Instant::now();
        let done =
            office.evaluate_month(&Actor::command_line("bench"), month, &People::All).await?;
        times.push(began.elapsed());
        assert_eq!(done.people, people as u64, "{:?}", done.silent.first());
        assert!(done.silent.is_empty(), "the law is silent: {:?}", done.silent.first());
        if round == 0 {
            let (before, after) = (full.stale_count().await?, store.stale_count().await?);
            println!("stale marks: {before} before, {after} after (also those of other months)");
            print_result(&store, month).await?;
        }
        let reading = read(&store, month, people).await?;
        parts.push((reading, save(&store, &full, folder.path(), month, round).await?));
        store.close().await;
        fs::remove_file(&path)?;
    }
    full.close().await;
    report(times, &parts);
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn report(times: Vec<Duration>, parts: &[(Duration, Duration)]) {
    let each: Vec<String> = times.iter().map(|time| time.as_millis().to_string()).collect();
    let whole = median(times);
    let reading = median(parts.iter().map(|(reading, _)| *reading).collect());
    let saving = median(parts.iter().map(|(_, saving)| *saving).collect());
    println!("rounds: {} ms", each.join(", "));
    println!(
        "of the median {} ms: reading {}, storing {}, evaluating and the rest {}",
        whole.as_millis(),
        reading.as_millis(),
        saving.as_millis(),
        whole.saturating_sub(reading + saving).as_millis()
    );
    println!("median {}", whole.as_micros());
}

async fn open(path: &Path) -> Outcome<Arc<SqlStore>> {
    let path = path.to_str().ok_or("the path of the folder is not text")?;
    Ok(Arc::new(SqlStore::open(path, &regency()?).await?))
}

fn regency() -> Outcome<Regency> {
    Ok("contoh".parse()?)
}

fn office(store: &Arc<SqlStore>) -> Outcome<Office> {
    let regency = regency()?;
    Ok(Office::new(office::Parts {
        store: store.clone(),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook: lawbook(&regency)?,
        clock: Arc::new(clock()),
        random: Arc::new(NoChance),
        regency,
        zone: Zone::WIB,
    }))
}

fn clock() -> FixedClock {
    let now = Wall::of(date(YEAR, MONTH + 1, 24).at(11, 0, 0, 0));
    FixedClock::at(now.instant(Zone::WIB))
}

fn lawbook(regency: &Regency) -> Outcome<Lawbook> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut texts = Vec::new();
    for folder in ["national".to_owned(), format!("regency/{regency}")] {
        for entry in fs::read_dir(root.join(&folder))? {
            let entry = entry?;
            if entry.path().extension().is_some_and(|extension| extension == "toml") {
                let path = format!("{folder}/{}", entry.file_name().display());
                texts.push(LawText { path, text: fs::read_to_string(entry.path())? });
            }
        }
    }
    Lawbook::read(&texts, regency)
        .map_err(|bad| bad.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into())
}

// --- What is kept before ---------------------------------------------------------------------------

/// Tells the store of people and what they did, and brings the punches by the office's own verb.
async fn fill(store: &Arc<SqlStore>, people: usize) -> Outcome<u64> {
    let at = clock().now();
    let audit = || AuditEntry {
        at,
        actor: "cli:bench".to_owned(),
        verb: "person.import",
        subject: "bench".to_owned(),
        detail: String::new(),
    };
    let facts = (0..people).map(fact).collect::<Outcome<Vec<_>>>()?;
    store.append_facts(&facts, at, audit()).await?;
    let month: Month = format!("{YEAR}-{MONTH:02}").parse()?;
    let performance = |index: usize| -> Outcome<Performance> {
        Ok(Performance {
            person: PersonId(i64::try_from(index)? + 1),
            month,
            productivity_bp: Some(u32::try_from(8_500 + index % 1_501)?),
            predikat: None,
            rated: None,
        })
    };
    let results = (0..people).map(performance).collect::<Outcome<Vec<_>>>()?;
    store.add_performance(&results, at, audit()).await?;

    let office = office(store)?;
    let mut kept = 0;
    for day in
        month.days().filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
    {
        for number in 0..TERMINALS {
            let serial: TerminalSerial = format!("BENCH{number:02}").parse()?;
            let body = body(number, people, day);
            let done = office.record_push(&Terminal::new(serial), body.into_bytes()).await?;
            kept += u64::from(done.recorded.stored);
        }
    }
    Ok(kept)
}

fn fact(index: usize) -> Outcome<NewPersonFact> {
    let (year, month, day) = (1966 + index / 400, 1 + index / 1_000 % 12, 1 + index % 28);
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
            class: Some(u8::try_from(5 + index % 6)?),
            employment: Employment::Pns,
            schedule: "lima-hari".parse()?,
            tpp_eligible: true,
            tpp_factor: None,
            tpp_reason: None,
            in_service: true,
        },
        pin: Some(("utama".parse()?, format!("{}", 1_000 + index))),
    })
}

/// A day of a terminal as it pushes it: every punch of everybody who uses it.
fn body(terminal: usize, people: usize, day: Date) -> String {
    let mut body = String::new();
    for (status, (begins, spread)) in SCANS.into_iter().enumerate() {
        for person in (terminal..people).step_by(TERMINALS) {
            let turn =
                person * 7_919 + usize::from(day.day().unsigned_abs()) * 104_729 + status * 31;
            let (minute, second) = (begins + turn % spread, turn / 7 % 60);
            let (hour, minute) = (minute / 60, minute % 60);
            writeln!(
                body,
                "{}\t{day} {hour:02}:{minute:02}:{second:02}\t{status}\t1\t0\t0\t0",
                1_000 + person
            )
            .expect("a String takes every write");
        }
    }
    body
}

// --- The parts, alone ------------------------------------------------------------------------------

/// Reads what the office reads for the month, as it does: a part of the people at a time.
async fn read(store: &SqlStore, month: Month, people: usize) -> Outcome<Duration> {
    let (first, last) = (month.first(), month.last());
    let from = Wall::midnight(first).plus_seconds(-2 * 86_400);
    let until = Wall::midnight(last).plus_seconds(3 * 86_400);
    let numbers: Vec<PersonId> = (1..=i64::try_from(people)?).map(PersonId).collect();
    let began = Instant::now();
    store.stale_marks(&People::All, Some(month), u32::MAX).await?;
    store.facts(&People::All).await?;
    for part in numbers.chunks(PEOPLE_AT_ONCE) {
        let part = People::These(part.to_vec());
        store.facts(&part).await?;
        store.readings(&part, from, until).await?;
        store.excuses(&part, first, last).await?;
        store.occurrences(&part, first, last).await?;
        store.performance(&part, month).await?;
    }
    Ok(began.elapsed())
}

/// Stores what came out in a database that has none of it, and clears its marks, as the office does.
async fn save(
    done: &SqlStore,
    full: &SqlStore,
    folder: &Path,
    month: Month,
    round: usize,
) -> Outcome<Duration> {
    let results = done.months(&ResultFilter { month, people: ResultPeople::All }).await?;
    let path = folder.join(format!("save-{round}.sqlite"));
    full.backup(&path).await?;
    let store = open(&path).await?;
    let marks = store.stale_marks(&People::All, Some(month), u32::MAX).await?;
    let marks: Vec<i64> = marks.iter().map(|mark| mark.id).collect();
    let began = Instant::now();
    for part in results.chunks(PEOPLE_AT_ONCE) {
        store.save_months(part, &[]).await?;
    }
    store.save_months(&[], &marks).await?;
    let took = began.elapsed();
    store.close().await;
    fs::remove_file(&path)?;
    Ok(took)
}

/// What came out, so that two runs can be seen to have done the same.
async fn print_result(store: &SqlStore, month: Month) -> Outcome<()> {
    let totals = store.month_totals(month).await?;
    let sum = |of: fn(&storage::results::SkpdTotals) -> i64| totals.iter().map(of).sum::<i64>();
    println!(
        "all SKPD: gross Rp {}, net Rp {}, {} problems",
        sum(|of| of.gross.0),
        sum(|of| of.net.0),
        totals.iter().map(|of| of.problems).sum::<u64>()
    );
    Ok(())
}

//! How long the example regency takes on SQLite: told to an office, delivered through a real
//! gateway over HTTP, evaluated. `cargo run --release -p sim --example demo_speed -- 1000 3`

use std::{env, error::Error, fs, path::Path, sync::Arc, time::Instant};

use civil::{FixedClock, Random, Wall, Zone};
use gateway::{Gateway, Limits};
use office::{Actor, Lawbook, Office, Parts, law::LawText};
use sim::{Options, Recipe, Regency, deliver, load};
use storage::presence::People;
use storage_sql::SqlStore;
use tokio::net::TcpListener;

/// Chance that repeats.
struct Repeating;

impl Random for Repeating {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.iter_mut().zip((0..=250).cycle()).for_each(|(byte, value)| *byte = value);
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let people = args.next().map_or(Ok(1_000), |text| text.parse())?;
    let months = args.next().map_or(Ok(3), |text| text.parse())?;
    let now = Wall::of("2026-11-24T11:00:00".parse()?);
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("abdi.sqlite").display());
    let regency_name: civil::Regency = "contoh".parse()?;
    let store = Arc::new(SqlStore::open(&url, &regency_name).await?);
    let lawbook = lawbook(&regency_name)?;
    let began = Instant::now();
    let recipe = Recipe { seed: 42, people, months, now };
    let regency = Arc::new(Regency::invent(&recipe, lawbook.law())?);
    say(began, "invented");
    let office = Office::new(Parts {
        store: store.clone(),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook,
        clock: Arc::new(FixedClock::at(now.instant(Zone::WIB))),
        random: Arc::new(Repeating),
        regency: regency_name,
        zone: Zone::WIB,
    });
    let gateway = Gateway::new(gateway::Parts {
        office: office.clone(),
        random: Arc::new(Repeating),
        limits: Limits::default(),
    });
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let addr = listener.local_addr()?;
    tokio::spawn(gateway::serve(listener, gateway, std::future::pending()));
    let actor = Actor::command_line("bench");
    let loaded = load(&office, &actor, &regency, "sandi-contoh-2026").await?;
    say(began, &format!("told: {} people, {} terminals", loaded.people, loaded.terminals));
    let done = deliver(addr, &regency, Options::default(), Arc::new(|_| ())).await?;
    say(began, &format!("delivered: {done:?}"));
    let months = regency.months();
    let evaluated = office.evaluate_months(&actor, months, &People::All).await?;
    for (month, evaluated) in months.iter().zip(evaluated) {
        let silent = evaluated.silent.first();
        say(began, &format!("evaluated {month}: {} people, silent {silent:?}", evaluated.people));
    }
    let rest = office.refresh_all(&actor).await?;
    say(began, &format!("what was stale beside: {} people, {} days", rest.people, rest.days));
    let bytes = fs::metadata(folder.path().join("abdi.sqlite"))?.len();
    say(began, &format!("{} MiB on disk{}", bytes >> 20, memory()));
    store.close().await;
    Ok(())
}

fn say(began: Instant, what: &str) {
    let millis = began.elapsed().as_millis();
    eprintln!("{:>4}.{:03} s  {what}", millis / 1_000, millis % 1_000);
}

/// The most memory held so far, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(String::new, |peak| format!(", {} of memory at most", peak.trim()))
}

fn lawbook(regency: &civil::Regency) -> Result<Lawbook, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut texts = Vec::new();
    collect(&root, &root, &mut texts)?;
    Lawbook::read(&texts, regency)
        .map_err(|bad| bad.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into())
}

fn collect(root: &Path, folder: &Path, texts: &mut Vec<LawText>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            texts.push(LawText { path: name, text: fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

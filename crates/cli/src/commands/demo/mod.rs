//! `abdi demo`: an invented regency, told to the office as an officer tells it, its punches brought
//! by simulated terminals over HTTP, then served.
//!
//! Nothing here is about a real person. The office is told of the regency with its clock at the
//! moment some terminals fell silent, so that they are silent from the first look on.

mod note;
mod progress;

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context as _;
use civil::{FixedClock, Zone};
use office::{Actor, Office};
use sim::{Delivered, Loaded, Options, Poll, Recipe, Regency, Wave};
use storage::presence::People;
use storage_sql::SqlStore;
use tokio::net::TcpListener;
use web::{Site, pages::access::ExampleAccount};
use words::Phrase;

use self::{
    note::{Note, State},
    progress::Deliveries,
};
use super::serve::{Serving, Sockets};
use crate::{
    args::{Args, Demo, Serve},
    content,
    opening::{self, Opened},
    output,
};

/// The password of every example account. Public, as the data is: nobody works with it.
const PASSWORD: &str = "contoh-abdi-2026";

/// Any free ports of the loopback, where nobody is served: another server may hold the usual ones.
const NOBODYS: Serve = Serve { listen: LOOPBACK, terminals: LOOPBACK };
const LOOPBACK: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// Rounds after which evaluation gives up on days that stay stale; each takes 100,000 marks.
const ROUNDS_MAX: usize = 1_000;

/// Loads the regency unless it is there, says how to look at it, and serves it.
pub(crate) async fn run(args: &Args, demo: &Demo) -> anyhow::Result<()> {
    let name = args.regency.as_str();
    anyhow::ensure!(
        name == "contoh" || name.starts_with("examples/"),
        "the demo invents people, and \"{name}\" may be a real regency; use --regency contoh"
    );
    let opened = opening::open(args).await?;
    let done = in_office(args, demo, &opened).await;
    opened.store.close().await;
    done
}

async fn in_office(args: &Args, demo: &Demo, opened: &Opened) -> anyhow::Result<()> {
    let office = &opened.office;
    let note = which(args, demo, office).await?;
    let loaded = note.state == State::Loaded;
    let regency = Regency::invent(&note.recipe(), office.lawbook().law())?;
    if loaded && demo.no_serve {
        return output::print(&(already(args, &note) + &accounts(&regency)));
    }
    let sockets = Sockets::bind(if demo.no_serve { &NOBODYS } else { &demo.serve }).await?;
    let addresses = Addresses {
        pages: reachable(sockets.pages.local_addr()?),
        terminals: reachable(sockets.terminals.local_addr()?),
    };
    let mut serving = Serving::begin(office, sockets.terminals);
    let site = Site::new(office.clone())
        .with_examples(examples(&regency))
        .with_banks(content::banks()?)
        .with_ekinerja(content::ekinerja()?);
    let regency = Arc::new(regency);
    let said = if loaded {
        already(args, &note)
    } else {
        note.write(&args.data)?;
        let figures = load(args, opened, &regency, addresses.terminals).await?;
        note.loaded().write(&args.data)?;
        figures
    };
    output::print(&(said + &accounts(&regency)))?;
    if demo.no_serve {
        return serving.end().await;
    }
    serving.show(site, sockets.pages);
    output::print(&addresses.said())?;
    let callers = regency.callers();
    // The invented people are needed no more: whoever looks on sees what the office knows.
    drop(regency);
    let end = serving.end_signal();
    let polling = sim::keep_polling(addresses.terminals, callers, Poll::default(), end);
    serving.also("the simulated terminals", polling);
    serving.keep_fresh(office.clone());
    serving.do_jobs(office.clone());
    serving.until_told_to_end().await
}

/// Where to look.
struct Addresses {
    pages: SocketAddr,
    terminals: SocketAddr,
}

impl Addresses {
    fn said(&self) -> String {
        format!(
            "pages: http://{}/\nterminals: http://{}/iclock/\nend with Ctrl-C\n",
            self.pages, self.terminals
        )
    }
}

/// What is in the data folder, or is to come into it.
async fn which(args: &Args, demo: &Demo, office: &Office) -> anyhow::Result<Note> {
    let noted = Note::read(&args.data)?;
    // Whoever has people has organisations.
    let is_empty = office.skpds().await?.is_empty();
    match noted {
        Some(note) if !is_empty => {
            if note.state == State::Loading {
                output::progress("going on with a demo that was not loaded to its end\n");
            }
            Ok(note)
        }
        None if !is_empty => anyhow::bail!(
            "{} already holds people that no demo made, and nobody invented may come among them; \
             choose an empty folder with --data",
            args.data.display()
        ),
        Some(_) | None => Ok(Note::of(&Recipe {
            seed: demo.seed,
            people: demo.people,
            months: demo.months,
            now: office.wall_now(),
        })),
    }
}

/// Tells the office of the regency, delivers, evaluates; gives the figures.
async fn load(
    args: &Args,
    opened: &Opened,
    regency: &Arc<Regency>,
    addr: SocketAddr,
) -> anyhow::Result<String> {
    let Opened { office, store } = opened;
    let began = Instant::now();
    output::progress(&format!(
        "inventing {} people (data rekaan: nobody is real)\n",
        regency.recipe().people
    ));
    let deliveries = Deliveries::begin(regency);
    let (mut loaded, mut delivered) = tell(args, store, regency, &deliveries).await?;
    sim::record_days(office, &opening::actor(), regency, &mut loaded).await?;
    for wave in regency.waves().into_iter().filter(|wave| *wave != Wave::BeforeSilence) {
        let witness = deliveries.witness();
        let done = sim::deliver_wave(addr, regency, wave, Options::default(), witness).await?;
        delivered = sum(delivered, done);
    }
    deliveries.end();
    let told = began.elapsed();
    let days = evaluate(office, regency).await?;
    sim::close_first_month(office, &opening::actor(), regency).await?;
    sim::ask_for_corrections(office, regency).await?;
    Ok(figures(regency, (&loaded, &delivered), days, told, began.elapsed()))
}

/// Tells the office of the regency, and of what terminals said that are silent since, at the moment
/// they fell silent.
async fn tell(
    args: &Args,
    store: &Arc<SqlStore>,
    regency: &Arc<Regency>,
    deliveries: &Deliveries,
) -> anyhow::Result<(Loaded, Delivered)> {
    let then = regency.silent_since().instant(Zone::WIB);
    let office = opening::again(args, store, Arc::new(FixedClock::at(then)))?;
    let loaded = sim::register(&office, &opening::actor(), regency, PASSWORD).await?;
    let socket = TcpListener::bind(LOOPBACK).await.context("cannot listen on the loopback")?;
    let addr = socket.local_addr()?;
    let serving = Serving::begin(&office, socket);
    let (wave, witness) = (Wave::BeforeSilence, deliveries.witness());
    let done = sim::deliver_wave(addr, regency, wave, Options::default(), witness).await;
    serving.end().await?;
    Ok((loaded, done?))
}

/// Evaluates every month, and what became stale beside; gives the days.
async fn evaluate(office: &Office, regency: &Regency) -> anyhow::Result<u64> {
    let actor = Actor::program();
    let months = regency.months();
    let names: Vec<String> = months.iter().map(ToString::to_string).collect();
    output::progress(&format!("evaluating {}\n", names.join(", ")));
    let mut days = 0;
    let done = office.evaluate_months(&actor, months, &People::All).await?;
    for (month, done) in months.iter().zip(done) {
        days += done.days;
        if let Some(silent) = done.silent.first() {
            // Months before the law begins, or an example that its source does not tell whole.
            output::progress(&format!(
                "  {month}: the law is silent for {} people, of whom nothing was assumed; first \
                 {}: {}\n",
                done.silent.len(),
                silent.nip,
                silent.reason
            ));
        }
    }
    for _ in 0..ROUNDS_MAX {
        if office.refresh_all(&actor).await?.people == 0 {
            break;
        }
    }
    Ok(days)
}

fn sum(one: Delivered, other: Delivered) -> Delivered {
    Delivered {
        punches: one.punches + other.punches,
        uploads: one.uploads + other.uploads,
        repeats: one.repeats + other.repeats,
        broken: one.broken + other.broken,
        failed: one.failed + other.failed,
        not_taken: one.not_taken + other.not_taken,
    }
}

fn figures(
    regency: &Regency,
    (loaded, delivered): (&Loaded, &Delivered),
    days: u64,
    told: Duration,
    all: Duration,
) -> String {
    let seconds = |time: Duration| format!("{}.{}", time.as_secs(), time.subsec_millis() / 100);
    format!(
        "{} people of {} organisations, {} terminals; {} punches delivered over HTTP, told and \
         delivered in {} s; {days} days evaluated; {} s in all\n",
        // Not those that were new: some were there before, where loading goes on.
        regency.recipe().people,
        loaded.organisations,
        loaded.terminals,
        delivered.punches,
        seconds(told),
        seconds(all)
    )
}

fn already(args: &Args, note: &Note) -> String {
    format!(
        "{} already holds a demo of {} people up to {}; nothing was loaded\n",
        args.data.display(),
        note.recipe().people,
        note.recipe().now
    )
}

/// Whom to sign in as.
fn accounts(regency: &Regency) -> String {
    let head = ["ACCOUNT", "PASSWORD", "ROLE", "OF"].map(str::to_owned).to_vec();
    let rows = sim::example_accounts(regency).into_iter().map(|account| {
        let skpd = account.skpd.map_or_else(|| "the regency".to_owned(), |skpd| skpd.to_string());
        let of = account.name.map_or_else(|| skpd.clone(), |name| format!("{name}, {skpd}"));
        vec![account.username, PASSWORD.to_owned(), account.role.to_string(), of]
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    format!(
        "DATA REKAAN: this regency, its people and their punches are invented\n{}",
        output::columns(&rows, &[])
    )
}

/// The accounts as the sign-in page of the example lists them.
fn examples(regency: &Regency) -> Vec<ExampleAccount> {
    sim::example_accounts(regency)
        .into_iter()
        .map(|account| ExampleAccount {
            name: account.username,
            password: PASSWORD.to_owned(),
            role: Phrase::new(format!("role-{}", account.role)),
        })
        .collect()
}

/// Where this machine reaches a socket that listens on every address.
fn reachable(addr: SocketAddr) -> SocketAddr {
    let ip = match addr.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, addr.port())
}

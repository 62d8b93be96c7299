//! A whole regency through a real gateway, with everything going wrong that can: each punch is
//! kept exactly once, and what is computed bit by bit is what is computed from nothing.

mod moments;
mod polling;
mod regency;
mod served;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use civil::{TerminalSerial, Wall};
use office::Actor;
use served::{Served, lawbook, moody, now, serve};
use sim::{Event, Faults, Options, Recipe, Regency, Standing, deliver_wave, load};
use storage::{
    presence::{People, PresenceStore as _, PunchFilter},
    results::{MonthResult, ResultFilter, ResultPeople, ResultStore as _},
    terminals::{TerminalState, TerminalStore as _},
};
use tokio::sync::Notify;

pub(crate) const PASSWORD: &str = "sandi-contoh-2026";

/// An upload that was acknowledged.
type Heard = (TerminalSerial, Vec<u8>);

/// A punch by what makes it one.
type Key = (String, String, Wall);

fn regency(seed: u64) -> Arc<Regency> {
    let recipe = Recipe { seed, people: 40, months: 2, now: now() };
    Arc::new(Regency::invent(&recipe, lawbook().law()).expect("a regency"))
}

pub(crate) fn actor() -> Actor {
    Actor::command_line("test")
}

/// What the terminals say: the believable punches, and how many cannot be believed.
pub(crate) fn said(regency: &Regency) -> (BTreeSet<Key>, usize) {
    let (mut good, mut bad) = (BTreeSet::new(), 0);
    for wave in regency.waves() {
        for site in 0..regency.sites().len() {
            for punch in regency.punches(site, wave) {
                let serial = regency
                    .terminals()
                    .get(punch.terminal)
                    .expect("its terminal")
                    .serial
                    .to_string();
                if regency.is_plausible(&punch) {
                    assert!(good.insert((serial, punch.pin, punch.at)), "said twice");
                } else {
                    bad += 1;
                }
            }
        }
    }
    (good, bad)
}

pub(crate) async fn stored(served: &Served) -> BTreeSet<Key> {
    let punches = served.store.punches(&PunchFilter::default()).await.expect("the store answers");
    let count = punches.len();
    let keys: BTreeSet<Key> =
        punches.into_iter().map(|one| (one.terminal.to_string(), one.pin, one.at)).collect();
    assert_eq!(keys.len(), count, "a punch is kept once");
    keys
}

/// Results without the instant at which they were computed.
async fn results(served: &Served, regency: &Regency) -> BTreeMap<(i64, i32), MonthResult> {
    let mut all = BTreeMap::new();
    for month in regency.months() {
        let filter = ResultFilter { month: *month, people: ResultPeople::All };
        for mut result in served.store.months(&filter).await.expect("the store answers") {
            result.evaluated = jiff::Timestamp::UNIX_EPOCH;
            all.insert((result.person.0, month.number()), result);
        }
    }
    all
}

async fn survives(seed: u64) {
    let served = serve().await;
    let regency = regency(seed);
    let loaded =
        load(&served.office, &actor(), &regency, PASSWORD).await.expect("the office takes it");
    assert_eq!((loaded.people, loaded.organisations), (40, 62));
    let front = moody(served.addr).await;
    let options = Options { connections_max: 6, faults: Faults::ROUGH };
    let mut total = sim::Delivered::default();
    for wave in regency.waves() {
        let done = deliver_wave(front, &regency, wave, options, Arc::new(|_| ()))
            .await
            .expect("everything is delivered in the end");
        total.punches += done.punches;
        total.broken += done.broken;
        total.failed += done.failed;
        total.repeats += done.repeats;
        total.not_taken += done.not_taken;
        // Bit by bit: what is stale after each wave, the backlog included.
        served.office.refresh_all(&Actor::program()).await.expect("it is evaluated");
    }
    assert!(total.broken > 0 && total.failed > 0, "{total:?}");
    let (good, bad) = said(&regency);
    assert_eq!(usize::try_from(total.punches).expect("a count fits"), good.len() + bad);
    assert_eq!(stored(&served).await, good);
    let set_aside = served.store.quarantine(None, 10_000).await.expect("the store answers");
    assert!(bad > 0 && set_aside.iter().all(|line| line.reason == "before_2005"));
    assert_eq!(set_aside.len(), bad);
    unknown_pins_and_waiting_terminals(&served, &regency, total.not_taken).await;
    let bit_by_bit = results(&served, &regency).await;
    assert!(bit_by_bit.len() >= 40, "{}", bit_by_bit.len());
    for month in regency.months() {
        served
            .office
            .evaluate_month(&actor(), *month, &People::All)
            .await
            .expect("it is evaluated");
    }
    let from_nothing = results(&served, &regency).await;
    let different: Vec<_> = from_nothing
        .iter()
        .filter(|(key, result)| bit_by_bit.get(*key) != Some(*result))
        .map(|((person, month), new)| {
            let old = bit_by_bit.get(&(*person, *month));
            (*person, *month, difference(old, new))
        })
        .collect();
    assert!(different.is_empty(), "{different:#?}");
    assert_eq!(from_nothing.len(), bit_by_bit.len());
    the_example_has_something_to_show(&served, &regency).await;
    served.stop().await;
}

/// Whoever signs in as the example finds cuts of several kinds in the last whole month.
async fn the_example_has_something_to_show(served: &Served, regency: &Regency) {
    let month = regency.last_whole_month().expect("two months are covered");
    let nip = regency.example().nip;
    let statement =
        served.office.statement(&actor(), &nip, month).await.expect("the example is a person");
    let codes: BTreeSet<&str> = statement.lines.iter().map(|line| line.code.as_str()).collect();
    assert!(statement.tpp_gross > 0 && codes.len() >= 3, "{codes:?}");
}

/// What of a result differs, in few words.
fn difference(old: Option<&MonthResult>, new: &MonthResult) -> String {
    let Some(old) = old else { return "was not there".to_owned() };
    let read = |result: &MonthResult| {
        rules::day::from_bytes(&result.days).expect("what was stored is read")
    };
    let days: Vec<String> = read(old)
        .iter()
        .zip(read(new))
        .filter(|(one, other)| *one != other)
        .map(|(one, other)| format!("{one:?} / {other:?}"))
        .collect();
    let text = |result: &MonthResult| String::from_utf8_lossy(&result.statement).into_owned();
    let same = text(old) == text(new);
    format!(
        "{} days: {days:?}; digests {} {}; the statement is the same: {same}",
        days.len(),
        old.facts_digest,
        new.facts_digest
    )
}

async fn unknown_pins_and_waiting_terminals(served: &Served, regency: &Regency, not_taken: u64) {
    let unknown = served.office.unknown_pins(&actor(), 10).await.expect("the office answers");
    let pins: BTreeSet<&str> = unknown.iter().map(|one| one.pin.as_str()).collect();
    assert_eq!(pins, regency.unknown_pins().into_iter().collect());
    let waiting = regency.terminals().last().expect("there are terminals");
    assert_eq!((waiting.standing, not_taken), (Standing::Waiting, 1));
    let kept = served
        .store
        .terminal(&waiting.serial)
        .await
        .expect("the store answers")
        .expect("it called");
    assert_eq!(kept.state, TerminalState::Waiting);
    assert_eq!(
        served.store.punch_count(Some(&waiting.serial)).await.expect("the store answers"),
        0
    );
}

#[tokio::test]
async fn each_punch_is_kept_once_whatever_goes_wrong() {
    for seed in [1, 42, 2_026] {
        survives(seed).await;
    }
}

#[tokio::test]
async fn what_was_acknowledged_is_kept_when_the_terminals_are_cut_off() {
    let served = serve().await;
    let regency = regency(7);
    load(&served.office, &actor(), &regency, PASSWORD).await.unwrap();
    let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
    let enough = Arc::new(Notify::new());
    let (list, bell) = (heard.clone(), enough.clone());
    let witness = move |event: Event<'_>| {
        if let Event::Acknowledged { serial, body, .. } = event {
            let mut list = list.lock().unwrap();
            list.push((serial.clone(), body.to_vec()));
            if list.len() == 9 {
                bell.notify_one();
            }
        }
    };
    let options = Options { connections_max: 4, faults: Faults::ROUGH };
    tokio::select! {
        done = sim::deliver(served.addr, &regency, options, Arc::new(witness)) => {
            panic!("all was delivered before nine uploads: {done:?}");
        }
        () = enough.notified() => {}
    }
    let kept = stored(&served).await;
    let heard = heard.lock().unwrap().clone();
    let (good, _) = said(&regency);
    assert!(kept.len() < good.len(), "the terminals were cut off in the middle");
    for (serial, body) in heard {
        let serial = serial.to_string();
        for line in terminal::push::att_log::lines(&body) {
            let record = line.record.unwrap();
            let wall = Wall::of(record.at.wall(7).unwrap());
            if wall.date().year() >= 2005 {
                assert!(kept.contains(&(serial.clone(), record.pin.to_owned(), wall)));
            }
        }
    }
    served.stop().await;
}

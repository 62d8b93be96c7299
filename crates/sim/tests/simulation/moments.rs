//! A regency can be loaded at any moment of a year, its terminals silent from the first look on.

use std::{collections::BTreeSet, sync::Arc};

use civil::{Skpd, Wall};
use office::terminal::TerminalHealth;
use sim::{
    ClosedMonths, Options, Recipe, Regency, Wave, close_first_month, deliver_wave, record_days,
    register,
};
use storage::{MemoryStore, presence::People};

use crate::{
    PASSWORD, actor, said,
    served::{Served, lawbook, serve_at},
    stored,
};

/// Moments at which little has happened, or much is closed.
const MOMENTS: [&str; 6] = [
    "2026-11-24T15:00:00",
    // The first minutes of a month, and of a year.
    "2026-12-01T00:05:00",
    "2027-01-01T00:00:00",
    // The end of a month, a Sunday, and the days after Lebaran.
    "2026-10-31T23:59:59",
    "2026-11-29T09:00:00",
    "2026-03-25T06:00:00",
];

/// Whether months are closed too, which takes long.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closing {
    Tried,
    LeftOut,
}

/// The month before the last whole one is closed, wherever people worked in it.
async fn closes(served: &Served, regency: &Regency) {
    let done = close_first_month(&served.office, &actor(), regency).await.expect("it closes");
    let Some(month) = regency.closed_month() else {
        assert_eq!(done, ClosedMonths::default());
        return;
    };
    let staffed: BTreeSet<&Skpd> = regency
        .people()
        .iter()
        .filter(|person| person.known)
        .filter_map(|person| person.post_on(month.last()))
        .filter_map(|post| regency.sites().get(post.site))
        .map(|site| &site.skpd)
        .collect();
    let wanted = staffed.len() * 9 / 10;
    assert!(done.closed >= wanted, "{month}: {done:?} of {}", staffed.len());
    let again = close_first_month(&served.office, &actor(), regency).await.expect("it answers");
    assert_eq!(again, done, "a second time nothing happens");
}

async fn loads(now: Wall, months: u8, closing: Closing) {
    let recipe = Recipe { seed: 11, people: 40, months, now };
    let regency = Arc::new(Regency::invent(&recipe, lawbook().law()).expect("a regency"));
    let store = Arc::new(MemoryStore::new());
    let (options, nobody) = (Options::default(), Arc::new(|_: sim::Event<'_>| ()));

    let then = serve_at(store.clone(), regency.silent_since()).await;
    let mut loaded =
        register(&then.office, &actor(), &regency, PASSWORD).await.expect("the office takes it");
    deliver_wave(then.addr, &regency, Wave::BeforeSilence, options, nobody.clone())
        .await
        .expect("it is delivered");
    then.stop().await;

    let served = serve_at(store, now).await;
    record_days(&served.office, &actor(), &regency, &mut loaded).await.expect("it takes the rest");
    for wave in regency.waves().into_iter().filter(|wave| *wave != Wave::BeforeSilence) {
        deliver_wave(served.addr, &regency, wave, options, nobody.clone())
            .await
            .expect("it is delivered");
    }
    assert_eq!(stored(&served).await, said(&regency).0, "{now}");
    for month in regency.months() {
        let done = served.office.evaluate_month(&actor(), *month, &People::All).await;
        let done = done.expect("it is evaluated");
        assert!(done.people >= 30 && done.silent.is_empty(), "{now} {month}: {done:?}");
    }
    if closing == Closing::Tried {
        closes(&served, &regency).await;
    }
    let terminals = served.office.list_terminals(&actor()).await.expect("the office answers");
    let count = |health| terminals.iter().filter(|one| one.health == health).count();
    let silent = regency.terminals().iter().filter(|one| one.is_silent()).count();
    assert_eq!((count(TerminalHealth::Silent), silent), (2, 2), "{now}: {terminals:?}");
    assert_eq!(count(TerminalHealth::Waiting), 1, "{now}");
    served.stop().await;
}

#[tokio::test]
async fn a_regency_can_be_loaded_at_any_moment() {
    let tried = [Closing::Tried].into_iter().chain(std::iter::repeat(Closing::LeftOut));
    for (moment, closing) in MOMENTS.into_iter().zip(tried) {
        let now = Wall::of(moment.parse().expect("a reading"));
        loads(now, 1, closing).await;
        loads(now, 3, closing).await;
    }
}

use civil::{PersonId, Rate};
use jiff::civil::Date;

use super::{
    append, audit, day, deliver, delivery, evaluate_all, map, month, newcomer, nip, noon, person,
    punch, read, stale, state, utama,
};
use crate::{
    Store,
    people::{Appended, NewPersonFact, Occurrence, Performance, PersonState, PinMapping, Rated},
    presence::{People, PunchFilter, UnknownPin, UnknownPinFilter},
    terminals::{Approval, TerminalState},
};

/// Punches of a PIN nobody carries are kept, listed and wait; mapping the PIN attaches them.
pub(super) async fn unknown_pins_wait<S: Store>(store: &S) {
    let punches =
        [punch("9", "10-07 07:00:00"), punch("9", "10-05 07:00:00"), punch("9", "10-05 08:00:00")];
    deliver(store, delivery("A1", &punches)).await;
    deliver(store, delivery("A0", &[punch("9", "10-01 07:00:00")])).await;
    deliver(store, delivery("A1", &[punch("09", "10-05 07:00:00")])).await;
    let waiting = |terminal: &str, pin: &str, days, first, last| UnknownPin {
        terminal: read(terminal),
        pin: pin.to_owned(),
        days,
        first: day(first),
        last: day(last),
    };
    let a0 = waiting("A0", "9", 1, "10-01", "10-01");
    let zero = waiting("A1", "09", 1, "10-05", "10-05");
    let a1 = waiting("A1", "9", 2, "10-05", "10-07");
    let all = UnknownPinFilter::default();
    let unknown = store.unknown_pins(&all, 100).await.expect("unknown PINs");
    assert_eq!(unknown, [a0.clone(), zero.clone(), a1.clone()]);
    let nine = UnknownPinFilter { pin: Some("9".to_owned()), ..all.clone() };
    assert_eq!(
        store.unknown_pins(&nine, 100).await.expect("unknown PINs"),
        [a0.clone(), a1.clone()]
    );
    let approval = Approval {
        serial: read("A1"),
        state: TerminalState::Approved,
        name: None,
        skpd: Some(read("DISHUB")),
        group: None,
        zone: None,
    };
    append(store, &[newcomer(7, "DISHUB", None)], noon("10-01")).await;
    store.decide_terminal(approval, audit("terminal.decide")).await.expect("it is decided");
    let there = UnknownPinFilter { skpd: Some(read("DISHUB")), ..all.clone() };
    let unknown = store.unknown_pins(&there, 100).await.expect("unknown PINs");
    assert_eq!(unknown, [zero.clone(), a1]);
    let one = store.unknown_pins(&there, 1).await.expect("unknown PINs");
    assert_eq!(one, std::slice::from_ref(&zero));
    evaluate_all(store).await;
    assert_eq!(store.unknown_pins(&all, 1).await.expect("unknown PINs"), [a0]);
    assert_eq!(store.stale_count().await.expect("count"), 0);
    assert_eq!(stale(store).await, []);

    append(store, &[newcomer(1, "DISHUB", None)], noon("10-01")).await;
    evaluate_all(store).await;
    let one = person(store, 1).await;
    assert_eq!(map(store, "9", one, "10-02").await, 1);
    assert_eq!(map(store, "9", one, "10-02").await, 0, "known to the letter");
    let day_of = |text| (one, day(text), day(text));
    assert_eq!(stale(store).await, [day_of("10-05"), day_of("10-07")]);
    let attached = PunchFilter { person: Some(one), ..PunchFilter::default() };
    assert_eq!(store.punches(&attached).await.expect("punches").len(), 3);
    // The day before the mapping still waits, and so does the PIN with a leading zero.
    let unknown = store.unknown_pins(&all, 100).await.expect("unknown PINs");
    assert_eq!(unknown, [waiting("A0", "9", 1, "10-01", "10-01"), zero]);
    assert_eq!(map(store, "9", one, "01-01").await, 1);
    assert_eq!(stale(store).await, [day_of("10-01"), day_of("10-05"), day_of("10-07")]);
}

/// A PIN handed on: each punch belongs to the owner of its day, and both owners become stale.
pub(super) async fn a_pin_changes_owner<S: Store>(store: &S) {
    let facts = [newcomer(1, "DISHUB", Some("5")), newcomer(2, "DISHUB", None)];
    append(store, &facts, noon("10-01")).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let days = ["10-05", "10-06", "10-12", "11-03"];
    let punches = days.map(|day| punch("5", &format!("{day} 07:00:00")));
    deliver(store, delivery("A1", &punches)).await;
    let owners = async || -> Vec<Option<PersonId>> {
        let punches = store.punches(&PunchFilter::default()).await.expect("punches");
        punches.iter().map(|punch| punch.person).collect()
    };
    assert_eq!(owners().await, [Some(one); 4]);
    evaluate_all(store).await;

    assert_eq!(map(store, "5", two, "10-12").await, 1);
    assert_eq!(owners().await, [Some(one), Some(one), Some(two), Some(two)]);
    let on = |person, text| (person, day(text), day(text));
    let both = |text| [on(one, text), on(two, text)];
    let mut expected = [both("10-12"), both("11-03")].concat();
    expected.sort_unstable();
    assert_eq!(stale(store).await, expected);
    evaluate_all(store).await;

    // Learnt late: back to the first owner, but only until the next mapping.
    assert_eq!(map(store, "5", two, "10-06").await, 1);
    assert_eq!(owners().await, [Some(one), Some(two), Some(two), Some(two)]);
    assert_eq!(stale(store).await, both("10-06"));
    evaluate_all(store).await;
    assert_eq!(map(store, "5", one, "10-06").await, 1, "the mapping recorded last holds");
    assert_eq!(owners().await, [Some(one), Some(one), Some(two), Some(two)]);
    assert_eq!(stale(store).await, both("10-06"));
    evaluate_all(store).await;
    assert_eq!(map(store, "5", one, "10-07").await, 1, "nothing changes, but it was said");
    assert_eq!(stale(store).await, []);

    let mapping = |person, from| PinMapping {
        group: utama(),
        pin: "5".to_owned(),
        person,
        valid_from: day(from),
    };
    let line = [
        mapping(one, "01-01"),
        mapping(two, "10-06"),
        mapping(one, "10-06"),
        mapping(one, "10-07"),
        mapping(two, "10-12"),
    ];
    for people in [People::These(vec![one]), People::Of(read("DISHUB")), People::All] {
        assert_eq!(store.pins(&people).await.expect("pins"), line, "{people:?}");
    }
    append(store, &[newcomer(3, "DINKES", Some("6"))], noon("10-01")).await;
    let three = person(store, 3).await;
    for people in [People::These(vec![three]), People::Of(read("DINKES"))] {
        let [only] = &store.pins(&people).await.expect("pins")[..] else { panic!("{people:?}") };
        assert_eq!((only.pin.as_str(), only.person), ("6", three));
    }
}

/// A late decree changes the past without losing what was known.
pub(super) async fn facts_with_both_dates<S: Store>(store: &S) {
    let pin = Some((utama(), "1".to_owned()));
    let first = NewPersonFact { pin, ..newcomer(1, "DISHUB", None) };
    let import = async |facts: &[NewPersonFact], at: &str| {
        let done = store.append_facts(facts, noon(at), audit("person.import")).await;
        done.expect("facts are appended")
    };
    let other = newcomer(2, "DINKES", None);
    let done = import(&[first.clone(), other.clone()], "02-01").await;
    assert_eq!(done, Appended { people: 2, facts: 2, known: 0, pins: 1 });
    let done = import(&[first.clone(), other.clone()], "03-01").await;
    assert_eq!(done, Appended { known: 2, ..Appended::default() });

    let one = person(store, 1).await;
    let full = PersonState {
        unit: "Sekretariat".to_owned(),
        position: "Analis \"Muda\"".to_owned(),
        class: None,
        employment: civil::Employment::PppkParuhWaktu,
        schedule: read("rsud-rotasi:3"),
        tpp_eligible: false,
        tpp_factor: Some(Rate::new(1, 3)),
        tpp_reason: Some("tugas-belajar".to_owned()),
        in_service: false,
        ..state(1, "SETDA")
    };
    let fact = |from, state: &PersonState| NewPersonFact {
        person: None,
        valid_from: day(from),
        state: state.clone(),
        pin: None,
    };
    let moved = fact("06-01", &full);
    let late = fact("04-01", &state(1, "DISDIK"));
    let done = import(&[moved.clone(), late.clone()], "07-01").await;
    assert_eq!(done, Appended { facts: 2, ..Appended::default() });

    let facts = store.facts(&People::These(vec![one])).await.expect("facts");
    let seen: Vec<_> = facts.iter().map(|fact| (fact.valid_from, fact.recorded)).collect();
    let expected = [("01-01", "02-01"), ("04-01", "07-01"), ("06-01", "07-01")];
    assert_eq!(seen, expected.map(|(from, at)| (day(from), noon(at))));
    assert_eq!(facts.last().map(|fact| &fact.state), Some(&full), "every field comes back");

    // A correction from the same day: both stay, the one recorded last comes last and holds.
    let renamed = PersonState { nip: nip(9), ..full };
    let corrected = NewPersonFact { person: Some(one), ..fact("06-01", &renamed) };
    assert_eq!(import(&[corrected], "08-01").await.facts, 1);
    let facts = store.facts(&People::These(vec![one])).await.expect("facts");
    assert_eq!(facts.len(), 4);
    assert_eq!(facts.last().map(|fact| fact.state.nip), Some(nip(9)));
    assert_eq!(store.person_by_nip(&nip(9)).await.expect("person"), Some(one));
    assert_eq!(store.person_by_nip(&nip(1)).await.expect("person"), None, "no longer carried");
    let all = store.facts(&People::These(vec![one])).await.expect("facts");
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(store.facts_by_nip(&nip(9)).await.expect("facts"), all);
    assert_eq!(store.facts_by_nip(&nip(1)).await.expect("facts"), []);

    // Of an Skpd: whoever ever belongs to it, with all facts.
    for (skpd, count) in [("DISHUB", 4), ("DISDIK", 4), ("DINKES", 1), ("BKPSDM", 0)] {
        let facts = store.facts(&People::Of(read(skpd))).await.expect("facts");
        assert_eq!(facts.len(), count, "{skpd}");
    }
    assert_eq!(store.facts(&People::All).await.expect("facts").len(), 5);
    let skpds = store.skpds().await.expect("skpds");
    let codes: Vec<_> = skpds.iter().map(|skpd| (skpd.code.as_str(), skpd.name.as_str())).collect();
    let named = ["DINKES", "DISDIK", "DISHUB", "SETDA"].map(|code| (code, code));
    assert_eq!(codes, named, "registered under their code");
}

/// Productivity and occurrences: the newest holds, repeats are known, the days are stale.
pub(super) async fn work_and_occurrences<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", None), newcomer(2, "DINKES", None)], noon("10-01")).await;
    evaluate_all(store).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let october = month("2026-10");
    let work = |person, productivity_bp, predikat: Option<&str>| Performance {
        person,
        month: october,
        productivity_bp,
        predikat: predikat.map(str::to_owned),
        rated: predikat
            .map(|_| Rated { results: "di-atas".to_owned(), behaviour: "sesuai".to_owned() }),
    };
    let add = async |rows: &[Performance]| {
        let done = store.add_performance(rows, noon("11-01"), audit("allowance.import")).await;
        done.expect("results of work are kept");
    };
    add(&[work(two, Some(9_000), None), work(one, Some(8_000), None)]).await;
    let span = |person| (person, october.first(), october.last());
    assert_eq!(stale(store).await, [span(one), span(two)]);
    evaluate_all(store).await;
    add(&[work(two, Some(9_000), None), work(one, None, Some("baik"))]).await;
    assert_eq!(stale(store).await, [span(one)], "only what says something new");
    let held = store.performance(&People::All, october).await.expect("performance");
    assert_eq!(held, [work(one, None, Some("baik")), work(two, Some(9_000), None)]);
    let held = store.performance(&People::Of(read("DINKES")), october).await.expect("performance");
    assert_eq!(held, [work(two, Some(9_000), None)]);
    let none = store.performance(&People::All, month("2026-09")).await.expect("performance");
    assert_eq!(none, []);
    evaluate_all(store).await;

    let event = |person, date, code: &str, amount| Occurrence {
        person,
        date: day(date),
        code: code.to_owned(),
        amount,
        reason: "berita acara".to_owned(),
    };
    let rows = [
        event(two, "10-05", "missed:apel", 1),
        event(one, "10-12", "away", 45),
        event(one, "10-05", "missed:apel", 1),
        event(one, "10-12", "away", 30),
        event(one, "10-12", "away", 45),
    ];
    for _ in 0..2 {
        let done = store.add_occurrences(&rows, noon("11-01"), audit("presence.import")).await;
        done.expect("occurrences are kept");
    }
    let on = |person, text| (person, day(text), day(text));
    let expected = [on(one, "10-05"), on(one, "10-12"), on(two, "10-05")];
    assert_eq!(stale(store).await, expected);
    let read_back = async |people: &People, from: Date, until: Date| {
        store.occurrences(people, from, until).await.expect("occurrences")
    };
    let all = read_back(&People::All, day("10-05"), day("10-12")).await;
    let seen: Vec<_> = all.iter().map(|row| (row.person, row.date, row.amount)).collect();
    let expected = [
        (one, day("10-05"), 1),
        (one, day("10-12"), 45),
        (one, day("10-12"), 30),
        (two, day("10-05"), 1),
    ];
    assert_eq!(seen, expected, "one to the letter is kept once");
    assert_eq!(read_back(&People::All, day("10-06"), day("10-11")).await, []);
    assert_eq!(read_back(&People::These(vec![two]), day("10-01"), day("10-31")).await.len(), 1);
}

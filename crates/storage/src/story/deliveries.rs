use civil::Zone;

use super::{
    append, audit, deliver, delivery, known_terminal, map, newcomer, noon, person, punch, read,
    wall,
};
use crate::{
    Store,
    presence::{
        Delivery, NewPunch, People, PersonPunches, PunchFilter, PunchSource, Recorded,
        UnknownPinFilter,
    },
};

fn four() -> Vec<NewPunch> {
    vec![
        punch("1", "10-05 07:31:00"),
        punch("1", "10-05 16:02:10"),
        punch("01", "10-05 07:31:00"),
        punch("2", "10-06 07:29:59"),
    ]
}

fn stored(stored: u32, known: u32) -> Recorded {
    Recorded { stored, known, ..Recorded::default() }
}

/// The same punches count once however often, in whatever order and by whatever way they come.
pub(super) async fn repeats_change_nothing<S: Store>(store: &S) {
    let mut twice = four();
    twice.extend(four());
    assert_eq!(deliver(store, delivery("A1", &twice)).await, stored(4, 4));
    let kept = store.punches(&PunchFilter::default()).await.expect("punches");
    let entries = store.audit(100).await.expect("audit").len();
    assert_eq!(entries, 1, "a delivery with something new is one entry");

    for source in [PunchSource::Push, PunchSource::Usb, PunchSource::Csv] {
        let mut backwards = four();
        backwards.reverse();
        let again = Delivery { source, received: noon("11-02"), ..delivery("A1", &backwards) };
        assert_eq!(deliver(store, again).await, stored(0, 4), "{source:?}");
        for one in four() {
            let one = Delivery { source, ..delivery("A1", &[one]) };
            assert_eq!(deliver(store, one).await, stored(0, 1));
        }
    }
    assert_eq!(deliver(store, delivery("A1", &[])).await, Recorded::default());
    let after = store.punches(&PunchFilter::default()).await.expect("punches");
    assert_eq!(after, kept, "repeats change nothing, the first source and time stay");
    assert_eq!(store.audit(100).await.expect("audit").len(), entries, "repeats leave no trace");

    // The same reading elsewhere, and another second here, are other punches.
    let mut more = four();
    more.push(punch("1", "10-05 07:31:01"));
    assert_eq!(deliver(store, delivery("A1", &more)).await, stored(1, 4));
    assert_eq!(deliver(store, delivery("A2", &four())).await, stored(4, 0));
    assert_eq!(store.punch_count(None).await.expect("count"), 9);
    assert_eq!(store.punch_count(Some(&known_terminal("A1"))).await.expect("count"), 5);
    assert_eq!(store.punch_count(Some(&known_terminal("B9"))).await.expect("count"), 0);
}

/// What is kept is what came, and filters narrow it.
pub(super) async fn lists_and_counts<S: Store>(store: &S) {
    let plain = NewPunch { status: None, verify: None, ..punch("00042", "12-31 23:59:59") };
    let night = NewPunch { status: Some(0), ..punch("00042", "01-01 00:00:00") };
    let usb = Delivery {
        source: PunchSource::Usb,
        zone: Zone::WIT,
        body: Vec::new(),
        received: read("2026-12-31T15:00:00.123456789Z"),
        ..delivery("Z9", &[plain.clone(), night.clone()])
    };
    deliver(store, usb).await;
    deliver(store, delivery("A1", &four())).await;
    append(store, &[newcomer(1, "DISHUB", Some("00042"))], noon("10-01")).await;

    let all = store.punches(&PunchFilter::default()).await.expect("punches");
    let order: Vec<_> =
        all.iter().map(|punch| (punch.at, punch.terminal.as_str(), punch.pin.as_str())).collect();
    let expected = [
        ("01-01 00:00:00", "Z9", "00042"),
        ("10-05 07:31:00", "A1", "01"),
        ("10-05 07:31:00", "A1", "1"),
        ("10-05 16:02:10", "A1", "1"),
        ("10-06 07:29:59", "A1", "2"),
        ("12-31 23:59:59", "Z9", "00042"),
    ];
    assert_eq!(order, expected.map(|(at, terminal, pin)| (wall(at), terminal, pin)));
    let last = all.last().expect("six punches");
    assert_eq!((last.status, last.verify, last.zone), (None, None, Zone::WIT));
    assert_eq!((last.source.as_str(), last.person), ("usb", Some(person(store, 1).await)));
    assert_eq!(last.received, read("2026-12-31T15:00:00.123456Z"));
    let first = all.first().expect("six punches");
    assert_eq!((first.status, first.verify), (Some(0), Some(1)));

    let narrowed = [
        (PunchFilter { person: Some(person(store, 1).await), ..PunchFilter::default() }, 2),
        (PunchFilter { terminal: Some(read("A1")), ..PunchFilter::default() }, 4),
        (PunchFilter { terminal: Some(read("B9")), ..PunchFilter::default() }, 0),
        (between("10-05 07:31:00", "10-05 16:02:10"), 3),
        (between("10-05 07:31:01", "10-05 16:02:09"), 0),
        (
            PunchFilter {
                terminal: Some(read("Z9")),
                ..between("02-01 00:00:00", "12-31 23:59:59")
            },
            1,
        ),
        (
            PunchFilter {
                person: Some(person(store, 1).await),
                terminal: Some(read("A1")),
                ..between("01-01 00:00:00", "12-31 23:59:59")
            },
            0,
        ),
    ];
    for (filter, count) in narrowed {
        let found = store.punches(&filter).await.expect("punches");
        assert_eq!(found.len(), count, "{filter:?}");
    }
}

fn between(from: &str, until: &str) -> PunchFilter {
    PunchFilter { between: Some((wall(from), wall(until))), ..PunchFilter::default() }
}

/// Readings go to people by the mapping of their day, over all terminals of the group.
pub(super) async fn readings_of_people<S: Store>(store: &S) {
    deliver(store, delivery("A1", &four())).await;
    deliver(store, delivery("A2", &[punch("1", "10-05 07:31:00"), punch("1", "11-01 07:00:00")]))
        .await;
    append(
        store,
        &[newcomer(1, "DISHUB", Some("1")), newcomer(2, "DISHUB", Some("01"))],
        noon("10-01"),
    )
    .await;
    append(store, &[newcomer(3, "DINKES", Some("2"))], noon("10-01")).await;
    let (one, two, three) =
        (person(store, 1).await, person(store, 2).await, person(store, 3).await);
    let row = |person, readings: &[&str]| PersonPunches {
        person,
        readings: readings.iter().map(|at| wall(at)).collect(),
    };
    let first = row(one, &["10-05 07:31:00", "10-05 16:02:10"]);
    let second = row(two, &["10-05 07:31:00"]);
    let third = row(three, &["10-06 07:29:59"]);
    let october = (wall("10-01 00:00:00"), wall("10-31 23:59:59"));
    for (people, expected) in [
        (People::All, vec![first.clone(), second.clone(), third.clone()]),
        (People::Of(read("DISHUB")), vec![first.clone(), second.clone()]),
        (People::Of(read("SETDA")), vec![]),
        (People::These(vec![three, one]), vec![first.clone(), third.clone()]),
        (People::These(vec![]), vec![]),
    ] {
        let found = store.readings(&people, october.0, october.1).await.expect("readings");
        assert_eq!(found, expected, "{people:?}");
    }

    // Both ends count, and a span over months is one span.
    let (from, until) = (wall("10-05 16:02:10"), wall("11-01 07:00:00"));
    let found = store.readings(&People::These(vec![one]), from, until).await.expect("readings");
    assert_eq!(found, [row(one, &["10-05 16:02:10", "11-01 07:00:00"])]);
    let found = store.readings(&People::All, from, until).await.expect("readings");
    assert_eq!(found, [row(one, &["10-05 16:02:10", "11-01 07:00:00"]), third.clone()]);

    // A mapping that ends in mid-month parts the readings by day.
    map(store, "1", two, "11-01").await;
    let found = store.readings(&People::All, from, until).await.expect("readings");
    let expected = [row(one, &["10-05 16:02:10"]), row(two, &["11-01 07:00:00"]), third];
    assert_eq!(found, expected);
}

/// Everything of another regency is invisible.
pub(super) async fn two_regencies<S: Store>(here: &S, there: &S) {
    append(here, &[newcomer(1, "DISHUB", Some("1"))], noon("10-01")).await;
    let bad = super::bad_line(2, b"bad");
    deliver(here, Delivery { quarantined: vec![bad], ..delivery("A1", &four()) }).await;
    let everybody = People::All;
    let (from, until) = (wall("01-01 00:00:00"), wall("12-31 00:00:00"));
    assert_eq!(there.punch_count(None).await.expect("count"), 0);
    assert_eq!(there.punches(&PunchFilter::default()).await.expect("punches"), []);
    assert_eq!(there.readings(&everybody, from, until).await.expect("readings"), []);
    assert_eq!(there.facts(&everybody).await.expect("facts"), []);
    assert_eq!(there.pins(&everybody).await.expect("pins"), []);
    assert_eq!(there.terminals().await.expect("terminals"), []);
    assert_eq!(there.skpds().await.expect("skpds"), []);
    assert_eq!(there.audit(10).await.expect("audit"), []);
    assert_eq!(there.stale_count().await.expect("count"), 0);
    assert_eq!(there.unknown_pins(&UnknownPinFilter::default(), 10).await.expect("unknown"), []);
    assert_eq!(there.quarantine_count().await.expect("count"), 0);
    assert_eq!(there.person_by_nip(&super::nip(1)).await.expect("person"), None);

    // The same punches, people and numbers can live there too.
    append(there, &[newcomer(1, "DISHUB", Some("2"))], noon("10-01")).await;
    assert_eq!(deliver(there, delivery("A1", &four())).await, stored(4, 0));
    let found = there.readings(&everybody, from, until).await.expect("readings");
    let readings = vec![wall("10-06 07:29:59")];
    assert_eq!(found, [PersonPunches { person: person(there, 1).await, readings }]);
    let marks = super::all_marks(there).await;
    super::clear(there, &marks).await;
    assert!(!super::all_marks(here).await.is_empty(), "marks are cleared at home only");
    let audited = here.audit(10).await.expect("audit");
    assert_eq!(audited.len(), 2, "{audited:?}");
    here.append_audit(audit("access.refused")).await.expect("audit");
    assert_eq!(there.audit(10).await.expect("audit").len(), 2);
}

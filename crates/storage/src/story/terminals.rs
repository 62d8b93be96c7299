use civil::Zone;

use super::{
    append, audit, day, deliver, delivery, evaluate_all, known_terminal, newcomer, noon, person,
    punch, read, stale,
};
use crate::{
    Store,
    presence::PunchFilter,
    terminals::{Approval, Sighting, Terminal, TerminalState},
};

fn sighting(serial: &str, at: &str) -> Sighting {
    Sighting { serial: read(serial), at: noon(at), delivered: false, request: None, info: None }
}

fn approval(serial: &str, state: TerminalState) -> Approval {
    Approval { serial: read(serial), state, name: None, skpd: None, group: None, zone: None }
}

/// A terminal calls, waits, is approved and keeps what is known about it.
pub(super) async fn from_waiting_to_approved<S: Store>(store: &S) {
    let note = async |sightings: &[Sighting], waiting_max| {
        store.note_sightings(sightings, waiting_max).await.expect("sightings are noted");
    };
    let decide = async |approval| {
        let decided = store.decide_terminal(approval, audit("terminal.decide")).await;
        decided.expect("a terminal is decided")
    };
    let first = Sighting {
        request: Some("GET /iclock/cdata?SN=B2 HTTP/1.1".to_owned()),
        info: Some("~DeviceName=X".to_owned()),
        ..sighting("B2", "10-01")
    };
    note(&[first, sighting("A1", "10-01"), sighting("C3", "10-01")], 2).await;
    let known = store.terminals().await.expect("terminals");
    let serials: Vec<_> = known.iter().map(|terminal| terminal.serial.as_str()).collect();
    assert_eq!(serials, ["A1", "B2"], "no more than two wait");
    assert_eq!(store.terminal(&read("C3")).await.expect("terminal"), None);
    let b2 = known.last().expect("two").clone();
    let expected = Terminal {
        first_seen: Some(noon("10-01")),
        last_seen: Some(noon("10-01")),
        last_request: "GET /iclock/cdata?SN=B2 HTTP/1.1".to_owned(),
        last_info: "~DeviceName=X".to_owned(),
        ..Terminal::new(known_terminal("B2"))
    };
    assert_eq!(b2, expected);

    // Known ones are noted however many wait; what was not sent stays.
    let delivered = Sighting { delivered: true, ..sighting("B2", "10-03") };
    note(&[delivered, sighting("B2", "10-02")], 0).await;
    let b2 = store.terminal(&read("B2")).await.expect("terminal").expect("known");
    assert_eq!((b2.first_seen, b2.last_seen), (Some(noon("10-01")), Some(noon("10-03"))));
    assert_eq!(b2.last_delivery, Some(noon("10-03")));
    assert_eq!(b2.last_info, "~DeviceName=X");
    assert_eq!(store.audit(10).await.expect("audit"), [], "hearing is no deed");

    let full = Approval {
        name: Some("Kantor Dishub".to_owned()),
        skpd: Some(read("DISHUB")),
        group: Some(read("dishub")),
        zone: Some(Zone::WITA),
        ..approval("B2", TerminalState::Approved)
    };
    let approved = decide(full).await;
    assert_eq!(approved.state, TerminalState::Approved);
    assert_eq!((approved.name.as_str(), approved.zone), ("Kantor Dishub", Zone::WITA));
    assert_eq!(store.terminal(&read("B2")).await.expect("terminal"), Some(approved.clone()));
    let refused = decide(approval("B2", TerminalState::Refused)).await;
    let expected = Terminal { state: TerminalState::Refused, ..approved };
    assert_eq!(refused, expected, "what was not given stays");

    // One that never called can be approved ahead, and leaves room among those that wait.
    let ahead = decide(approval("D4", TerminalState::Approved)).await;
    let expected =
        Terminal { state: TerminalState::Approved, ..Terminal::new(known_terminal("D4")) };
    assert_eq!(ahead, expected);
    note(&[sighting("C3", "10-04"), sighting("E5", "10-04")], 2).await;
    assert!(store.terminal(&read("C3")).await.expect("terminal").is_some());
    assert_eq!(store.terminal(&read("E5")).await.expect("terminal"), None);
    assert_eq!(store.audit(10).await.expect("audit").len(), 3);
}

/// Another group gives a terminal's PINs other owners, and both become stale.
pub(super) async fn a_group_changes_owners<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", Some("1"))], noon("10-01")).await;
    let mut second = newcomer(2, "SDN-1", None);
    second.pin = Some((read("sdn-1"), "1".to_owned()));
    append(store, &[second], noon("10-01")).await;
    let punches = [punch("1", "10-05 07:00:00"), punch("8", "10-05 07:00:00")];
    deliver(store, delivery("A1", &punches)).await;
    let unheard = store.terminal(&read("A1")).await.expect("terminal");
    assert_eq!(unheard, Some(Terminal::unheard(known_terminal("A1"), Zone::WIB)));
    evaluate_all(store).await;

    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let moved = Approval { group: Some(read("sdn-1")), ..approval("A1", TerminalState::Approved) };
    let done = store.decide_terminal(moved.clone(), audit("terminal.decide")).await;
    done.expect("a terminal is decided");
    let on = |person| (person, day("10-05"), day("10-05"));
    assert_eq!(stale(store).await, [on(one), on(two)]);
    let punches = store.punches(&PunchFilter::default()).await.expect("punches");
    let owners: Vec<_> = punches.iter().map(|punch| punch.person).collect();
    assert_eq!(owners, [Some(two), None]);
    evaluate_all(store).await;
    let done = store.decide_terminal(moved, audit("terminal.decide")).await;
    done.expect("a terminal is decided");
    assert_eq!(stale(store).await, [], "the same group changes nothing");
}

/// A PIN that many terminals of a group share, and another group too, is that of each one's person.
pub(super) async fn a_pin_of_many_terminals<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", Some("1"))], noon("10-01")).await;
    let mut second = newcomer(2, "SDN-1", None);
    second.pin = Some((read("sdn-1"), "1".to_owned()));
    append(store, &[second], noon("10-01")).await;
    let elsewhere = Approval {
        name: Some("SDN 1".to_owned()),
        group: Some(read("sdn-1")),
        ..approval("B1", TerminalState::Approved)
    };
    store.decide_terminal(elsewhere, audit("terminal.decide")).await.expect("it is decided");
    for number in 10..30 {
        let at = punch("1", &format!("10-05 07:{number}:00"));
        deliver(store, delivery(&format!("A{number}"), &[at])).await;
    }
    deliver(store, delivery("B1", &[punch("1", "10-05 07:00:00")])).await;
    let punches = async |of| {
        let filter = PunchFilter { person: Some(of), ..PunchFilter::default() };
        store.punches(&filter).await.expect("punches")
    };
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let of_one = punches(one).await;
    assert_eq!(of_one.len(), 20);
    assert!(of_one.iter().all(|punch| punch.terminal.as_str().starts_with('A')), "{of_one:?}");
    let of_two = punches(two).await;
    let of_two: Vec<_> = of_two
        .iter()
        .map(|punch| (punch.terminal.as_str(), punch.terminal_name.as_str()))
        .collect();
    assert_eq!(of_two, [("B1", "SDN 1")]);
}

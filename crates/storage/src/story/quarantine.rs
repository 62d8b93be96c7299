use civil::Zone;

use super::{
    append, audit, bad_line, day, deliver, delivery, newcomer, noon, person, punch, stale, wall,
};
use crate::{
    Store,
    presence::{Delivery, PunchFilter, Recorded, Repair},
    terminals::{Approval, TerminalState},
};

/// An unusable line is kept once, waits for a person, and is decided once.
pub(super) async fn kept_once_and_decided_once<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", Some("7"))], noon("10-01")).await;
    super::evaluate_all(store).await;
    let bad = [
        bad_line(1, b"7\t2026-02-30 07:00:00"),
        bad_line(2, b"\xff\0"),
        bad_line(3, b"7\t2026-02-30 07:00:00"),
    ];
    let brought = Delivery { quarantined: bad.to_vec(), ..delivery("A1", &[]) };
    let done = Recorded { quarantined: 2, quarantined_known: 1, ..Recorded::default() };
    assert_eq!(deliver(store, brought.clone()).await, done);
    let done = Recorded { quarantined_known: 3, ..Recorded::default() };
    assert_eq!(deliver(store, brought.clone()).await, done);
    assert_eq!(store.quarantine_count().await.expect("count"), 2);
    assert_eq!(store.audit(100).await.expect("audit").len(), 2, "one for people, one for lines");
    let elsewhere = Delivery { terminal: super::read("A2"), ..brought.clone() };
    assert_eq!(deliver(store, elsewhere).await.quarantined, 2);
    let by_terminal = async || store.quarantine_by_terminal().await.expect("counts");
    assert_eq!(by_terminal().await, [(super::read("A1"), 2), (super::read("A2"), 2)]);

    let lines = store.quarantine(None, 100).await.expect("quarantine");
    assert_eq!(lines.len(), 4);
    assert_eq!(store.quarantine(None, 1).await.expect("quarantine"), lines.get(..1).expect("four"));
    let (second, first) = (lines.get(2).expect("four"), lines.get(3).expect("four"));
    assert_eq!((first.terminal.as_str(), second.terminal.as_str()), ("A1", "A1"));
    assert_eq!(first.raw, b"7\t2026-02-30 07:00:00");
    assert_eq!(second.raw, b"\xff\0");
    assert_eq!((first.reason.as_str(), first.pin.as_deref()), ("impossible_date", Some("7")));
    assert_eq!((first.received, first.decision.as_deref()), (noon("10-31"), None));

    assert_eq!(store.quarantined(first.id).await.expect("a line").as_ref(), Some(first));
    assert_eq!(store.quarantined(987_654).await.expect("no line"), None);
    let approval = Approval {
        serial: super::read("A2"),
        state: TerminalState::Approved,
        name: None,
        skpd: Some(super::read("DISHUB")),
        group: None,
        zone: None,
    };
    store.decide_terminal(approval, audit("terminal.decide")).await.expect("it is decided");
    let there = super::read("DISHUB");
    let of_a2 = store.quarantine(Some(&there), 100).await.expect("quarantine");
    assert_eq!(of_a2, lines.get(..2).expect("four"));
    let newest = store.quarantine(Some(&there), 1).await.expect("quarantine");
    assert_eq!(newest, lines.get(..1).expect("four"));
    let elsewhere = store.quarantine(Some(&super::read("SDN-1")), 100).await.expect("quarantine");
    assert_eq!(elsewhere, []);

    let right = ("7".to_owned(), wall("03-02 07:00:00"), Zone::WITA);
    let repair = |quarantine, punch| Repair { quarantine, punch, decided: noon("11-01") };
    let decide = async |repair| {
        let done = store.decide_quarantine(repair, audit("presence.decide")).await;
        done.expect("a line is decided")
    };
    let kept = Recorded { stored: 1, ..Recorded::default() };
    assert_eq!(decide(repair(first.id, Some(right.clone()))).await, Some(kept));
    assert_eq!(decide(repair(second.id, None)).await, Some(Recorded::default()));
    let audited = store.audit(100).await.expect("audit").len();
    assert_eq!(decide(repair(first.id, None)).await, None, "decided before");
    assert_eq!(store.quarantined(first.id).await.expect("no line"), None, "it waits no more");
    assert_eq!(decide(repair(987_654, Some(right))).await, None, "no such line");
    assert_eq!(store.audit(100).await.expect("audit").len(), audited);

    let punches = store.punches(&PunchFilter::default()).await.expect("punches");
    assert_eq!(punches.len(), 1);
    let repaired = punches.first().expect("one");
    assert_eq!((repaired.at, repaired.zone), (wall("03-02 07:00:00"), Zone::WITA));
    assert_eq!((repaired.source.as_str(), repaired.received), ("repair", noon("11-01")));
    let one = person(store, 1).await;
    assert_eq!(stale(store).await, [(one, day("03-02"), day("03-02"))]);

    // What was decided does not come back, and a punch that was repaired is known.
    assert_eq!(deliver(store, brought).await.quarantined, 0);
    assert_eq!(store.quarantine_count().await.expect("count"), 2);
    assert_eq!(by_terminal().await, [(super::read("A2"), 2)]);
    let again = delivery("A1", &[punch("7", "03-02 07:00:00")]);
    assert_eq!(deliver(store, again).await.known, 1);
}

//! Lines in quarantine.

use civil::{Role, Wall, Zone};
use office::{
    OfficeError,
    presence::{PunchQuery, QuarantineDecision},
};

use crate::fixture::{Desk, account, desk};

fn repair(at: &str) -> QuarantineDecision {
    QuarantineDecision::Repair {
        pin: "101".parse().expect("the example is in order"),
        at: Wall::of(at.parse().expect("the example is in order")),
        zone: Zone::WIB,
    }
}

async fn broken_clock() -> Desk {
    let desk = desk();
    desk.load_two().await;
    for (serial, skpd) in [("KES1", "DINKES"), ("TAN1", "DISTAN")] {
        let done = desk.punched(serial, skpd, "101\t2000-01-01 07:31:04\t1\t0\t1\t0\n").await;
        assert_eq!(done.quarantined, 1);
    }
    desk
}

#[tokio::test]
async fn a_line_is_shown_and_repaired_once_for_a_reason() {
    let desk = broken_clock().await;
    let operator = account(Role::Operator, Some("DINKES"));
    let lines = desk.office.list_quarantine(&operator, 10).await.unwrap();
    assert_eq!(lines.len(), 1, "of the own terminals");
    let line = &lines[0];
    assert_eq!((line.terminal.as_str(), line.reason.as_str()), ("KES1", "before_2005"));
    assert!(line.raw.contains("2000-01-01"), "{}", line.raw);
    let good = || repair("2026-10-05T07:31:04");
    let refused = desk.office.decide_quarantine(&operator, line.id, good(), "jam mati").await;
    assert!(matches!(refused, Err(OfficeError::Forbidden(_))));
    let bkpsdm = account(Role::Bkpsdm, None);
    let done = desk.office.decide_quarantine(&bkpsdm, line.id, good(), " jam mati ").await;
    assert_eq!(done.unwrap().stored, 1);
    let entry = &desk.audit(1).await[0];
    assert_eq!(entry.verb, "presence.repair_quarantine");
    assert!(entry.detail.ends_with("jam mati"), "{}", entry.detail);
    let again = desk.office.decide_quarantine(&bkpsdm, line.id, good(), "lagi").await;
    assert!(matches!(again, Err(OfficeError::NotFound { .. })));
    let punches = desk.office.list_punches(&desk.root, &PunchQuery::default()).await.unwrap();
    assert_eq!(punches.len(), 1);
    assert_eq!((punches[0].at.as_str(), punches[0].state), ("2026-10-05T07:31:04", "attached"));
    assert_eq!(desk.office.list_quarantine(&desk.root, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_repair_that_cannot_be_believed_is_refused() {
    let desk = broken_clock().await;
    let id = desk.office.list_quarantine(&desk.root, 1).await.unwrap()[0].id;
    for (at, part) in
        [("2004-12-31T23:59:59", "before 2005"), ("2026-11-03T08:00:01", "in the future")]
    {
        let done = desk.office.decide_quarantine(&desk.root, id, repair(at), "uji").await;
        match done.unwrap_err() {
            OfficeError::BadInput(text) => assert!(text.contains(part), "{text}"),
            other => panic!("{other}"),
        }
    }
    let done = desk.office.decide_quarantine(&desk.root, id, repair("2026-10-05T07:00:00"), " ");
    assert!(matches!(done.await, Err(OfficeError::BadInput(_))), "a reason must be given");
    let done =
        desk.office.decide_quarantine(&desk.root, id, QuarantineDecision::Discard, "baris uji");
    assert_eq!(done.await.unwrap().stored, 0);
    assert_eq!(desk.office.list_quarantine(&desk.root, 10).await.unwrap().len(), 1);
    assert_eq!(desk.office.count_punches(&desk.root, None).await.unwrap(), 0);
}

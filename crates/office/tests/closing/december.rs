//! December is closed before it ends, by the regency's rule; what was paid before it came is settled
//! by a supplement.

use std::sync::Arc;

use office::allowance::closing::{Cause, Closing, ClosingState, Supplemented};
use storage::memory::MemoryStore;

use crate::{
    common::owner,
    fixture::{KEPALA, READY, SITI, UJANG, bare, distan, nip, scans},
};

#[tokio::test]
async fn the_rest_of_december_is_paid_in_full_and_settled_afterwards() {
    let desk = bare(Arc::new(MemoryStore::new()), "2026-12-15T03:00:00Z").await;
    let december = "2026-12".parse().expect(READY);
    desk.sign_law_but(&["perbup-contoh-12-2024"]).await;
    desk.push("T1", &scans("2026-12", 1..=15, &["1001", "1002", "1003"])).await;
    desk.results(december, &[SITI, UJANG, KEPALA]).await;
    let close = async || desk.office.close_month(&owner(), &distan(), december, &[]).await.unwrap();
    let Closing::Hindered(checks) = close().await else { panic!("the 15th counts still") };
    let codes: Vec<_> = checks.iter().map(|check| check.code.code()).collect();
    assert_eq!(codes, ["month-not-over", "law-unverified"]);
    desk.clock.advance_seconds(86_400);
    desk.sign_law_but(&[]).await;
    let Closing::Closed(closed) = close().await else { panic!("the rest is paid in full") };
    let before = desk.office.frozen_statements(&owner(), closed.id).await.unwrap();
    let status = desk.office.closing_status(&owner(), &distan(), december).await.unwrap();
    let ClosingState::Closed { closing, drift, .. } = status.state else { panic!("closed") };
    assert_eq!((closing.counts_until.as_deref(), drift.len()), (Some("2026-12-15"), 0));
    assert!(before.iter().all(|frozen| frozen.gross == frozen.net), "nothing was cut so far");

    // Siti and the head came to the end, Ujang stayed away from the 16th on.
    desk.clock.advance_seconds(20 * 86_400);
    desk.push("T1", &scans("2026-12", 16..=31, &["1001", "1003"])).await;
    let proof = desk.office.verify_closing(&owner(), closed.id).await.unwrap();
    assert!(proof.holds(), "{proof:?}");
    assert_eq!(proof.same, 1, "of Ujang nothing more became known; the others punched: {proof:?}");
    let done = desk.office.supplement_month(&owner(), &distan(), december, &[]).await.unwrap();
    let Supplemented::Frozen(done) = done else { panic!("{done:?}") };
    assert_eq!(done.people.len(), 1);
    assert_eq!(
        (done.people[0].nip.as_str(), &done.people[0].causes),
        (UJANG, &vec![Cause::RestOfMonth])
    );
    let today = desk.office.statement(&owner(), &nip(UJANG), december).await.unwrap();
    let held = before.iter().find(|frozen| frozen.nip == UJANG).unwrap();
    assert_eq!(held.net + done.closing.net, today.tpp_net);
    assert!(done.closing.net < 0);
}

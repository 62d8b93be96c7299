//! Money paid too much comes back to the last rupiah.

use std::sync::Arc;

use civil::Role;
use office::{
    OfficeError,
    allowance::closing::{
        Cause, Claim, ClaimMistake, ClaimWish, ClaimWithdrawal, Closing, ClosingMistake, NewClaim,
        NewReceipt, Supplemented, SupplementedMonth,
    },
};
use storage::memory::MemoryStore;

use crate::{
    common::owner,
    fixture::{Desk, KEPALA, SITI, UJANG, bare, desk, distan, nip, october, scans},
};

#[tokio::test]
async fn an_overpayment_is_found_paid_back_in_parts_and_ends_when_it_is() {
    let desk = desk().await;
    let new = NewClaim {
        nip: nip(SITI),
        months: vec![october()],
        why: "LHP Inspektorat 12/2026".to_owned(),
        wish: ClaimWish::Number(3),
        first: "2026-12".parse().unwrap(),
    };
    let open = desk.office.open_claim(&owner(), &new).await;
    assert!(matches!(open, Err(OfficeError::NotFound { .. })), "October is not closed");
    let closed = desk.close(&distan()).await;
    let nothing = desk.office.open_claim(&owner(), &new).await;
    assert!(wrong(nothing, &ClaimMistake::NothingOverpaid), "nothing was overpaid");
    let frozen = desk.office.frozen_statements(&owner(), closed.id).await.unwrap();
    let paid = frozen.iter().find(|frozen| frozen.nip == SITI).unwrap().net;

    // She was on long leave for a week, and nobody said so.
    desk.excuse(SITI, "cuti-besar", "2026-10-05", "2026-10-09").await;
    let right = desk.office.statement(&owner(), &nip(SITI), october()).await.unwrap().tpp_net;
    let claim = desk.office.open_claim(&owner(), &new).await.unwrap();
    assert_eq!((claim.total, claim.open), (paid - right, paid - right));
    assert_eq!(claim.months[0].changes.len(), 5, "five days of long leave");
    let parts: i64 = claim.plan.parts.iter().map(|part| part.due.0).sum();
    assert_eq!((claim.plan.parts.len(), parts), (3, claim.total));
    let twice = desk.office.open_claim(&owner(), &new).await;
    assert!(wrong(twice, &ClaimMistake::NothingOverpaid), "it is claimed already");

    let first = claim.plan.parts[0].due.0;
    let receipt = |seen, amount, number: &str| NewReceipt {
        claim: claim.id,
        seen,
        on: "2026-11-02".parse().unwrap(),
        amount,
        number: number.to_owned(),
    };
    let receive = async |new| desk.office.receive_claim(&owner(), &new).await;
    assert_eq!(receive(receipt(0, first, "STS 1")).await.unwrap().open, claim.total - first);
    for wrong in [
        receipt(1, claim.total - first + 1, "STS 2"),
        receipt(1, 0, "STS 2"),
        receipt(1, 5, "STS 1"),
        receipt(1, 5, ""),
        receipt(0, 5, "STS 2"),
    ] {
        assert!(matches!(receive(wrong).await, Err(OfficeError::Claim(_))));
    }
    for day in ["2026-10-30", "1900-01-01", "2026-11-04"] {
        let on = day.parse().unwrap();
        let outside = receive(NewReceipt { on, ..receipt(1, 5, "STS 2") }).await;
        assert!(matches!(outside, Err(OfficeError::Claim(ClaimMistake::DayOutside { .. }))));
    }
    let done = receive(receipt(1, claim.total - first, "STS 2")).await.unwrap();
    assert_eq!((done.open, done.receipts.len()), (0, 2));
    assert!(receive(receipt(2, 1, "STS 3")).await.is_err(), "it has ended");
    let matter = desk.store.matter(claim.id).await.unwrap().unwrap();
    assert_eq!(
        (matter.opened.standing.stage.as_str(), matter.opened.standing.desk),
        ("paid", None)
    );
    assert_eq!((done.name.as_str(), &done.skpd), ("Siti Rahmawati", &distan()));
    let of_unit = desk.office.list_claims(&owner(), Some(&distan())).await.unwrap();
    let of_person = desk.office.person_claims(&owner(), &nip(SITI)).await.unwrap();
    assert_eq!((&of_unit, &of_person), (&vec![done], &of_unit));
    assert_eq!(desk.office.list_claims(&owner(), None).await.expect("it is there"), of_unit);
    let other = desk.office.open_claim(&owner(), &NewClaim { nip: nip(UJANG), ..new }).await;
    assert!(wrong(other, &ClaimMistake::NothingOverpaid), "Ujang was paid right");
}

fn wrong(done: Result<Claim, OfficeError>, as_said: &ClaimMistake) -> bool {
    matches!(done, Err(OfficeError::Claim(mistake)) if mistake == *as_said)
}

fn of_siti() -> NewClaim {
    NewClaim {
        nip: nip(SITI),
        months: vec![october()],
        why: "LHP Inspektorat 12/2026".to_owned(),
        wish: ClaimWish::Number(3),
        first: "2026-12".parse().expect("it is there"),
    }
}

/// October closed and paid, then a week of long leave that nobody had said: what was paid too much.
async fn overpaid(desk: &Desk) -> i64 {
    let closed = desk.close(&distan()).await;
    let frozen = desk.office.frozen_statements(&owner(), closed.id).await.expect("it is there");
    let paid = frozen.iter().find(|frozen| frozen.nip == SITI).expect("it is there").net;
    desk.excuse(SITI, "cuti-besar", "2026-10-05", "2026-10-09").await;
    let right =
        desk.office.statement(&owner(), &nip(SITI), october()).await.expect("it is there").tpp_net;
    assert!(paid > right);
    paid - right
}

async fn supplement(desk: &Desk) -> Option<SupplementedMonth> {
    let done = desk.office.supplement_month(&owner(), &distan(), october(), &[]).await;
    match done.expect("it is there") {
        Supplemented::Frozen(done) => Some(done),
        Supplemented::Nothing => None,
        Supplemented::Hindered(checks) => panic!("nothing stands in the way: {checks:?}"),
    }
}

async fn withdraw(desk: &Desk, claim: &Claim) -> Result<Claim, OfficeError> {
    let why = "LHP ditarik".to_owned();
    let new = ClaimWithdrawal { claim: claim.id, seen: claim.steps, why };
    desk.office.withdraw_claim(&owner(), &new).await
}

#[tokio::test]
async fn what_is_claimed_is_left_out_of_a_supplement_to_the_rupiah() {
    let desk = desk().await;
    let too_much = overpaid(&desk).await;
    let claim = desk.office.open_claim(&owner(), &of_siti()).await.unwrap();
    assert_eq!(claim.total, too_much);
    assert_eq!(desk.drift().await, 0, "the claim takes all of it");
    assert_eq!(supplement(&desk).await, None);

    // Two days more: only those are taken by the supplement.
    desk.excuse(SITI, "cuti-besar", "2026-10-12", "2026-10-13").await;
    let right = desk.office.statement(&owner(), &nip(SITI), october()).await.unwrap().tpp_net;
    let paid = claim.months[0].paid;
    let done = supplement(&desk).await.unwrap();
    assert_eq!(done.closing.net, right - (paid - too_much));
    assert!(
        done.closing.net < 0
            && done.people[0].causes.contains(&Cause::Claimed { amount: too_much })
    );
    assert_eq!((desk.drift().await, supplement(&desk).await), (0, None));
    // Closings less claims are what is right: only what the supplement took is left to ask for.
    let again = desk.office.open_claim(&owner(), &of_siti()).await.unwrap();
    assert_eq!((again.total, again.months[0].claimed), (again.months[0].taken, too_much));

    // Withdrawn, the first part is taken by a supplement after all.
    withdraw(&desk, &claim).await.unwrap();
    assert_eq!(supplement(&desk).await.unwrap().closing.net, -too_much);
    assert_eq!(supplement(&desk).await, None);
}

#[tokio::test]
async fn a_claim_is_withdrawn_for_a_reason_and_what_had_come_back_is_given_back() {
    let desk = desk().await;
    let too_much = overpaid(&desk).await;
    let claim = desk.office.open_claim(&owner(), &of_siti()).await.unwrap();
    let refused = desk.office.reopen_month(&owner(), &distan(), october(), "why").await;
    let rests = ClosingMistake::Claimed { claims: vec![claim.id] };
    assert!(
        matches!(refused, Err(OfficeError::Closing(mistake)) if mistake == rests),
        "closed again, the month would take it a second time"
    );
    let receipt = NewReceipt {
        claim: claim.id,
        seen: 0,
        on: "2026-11-02".parse().unwrap(),
        amount: 1_000,
        number: "STS 1".to_owned(),
    };
    let claim = desk.office.receive_claim(&owner(), &receipt).await.unwrap();
    let operator = desk.account(Role::Operator, Some(distan()), UJANG).await;
    let new = ClaimWithdrawal { claim: claim.id, seen: 1, why: "LHP ditarik".to_owned() };
    let refused = desk.office.withdraw_claim(&operator, &new).await;
    assert!(matches!(refused, Err(OfficeError::Forbidden(_))), "it is for the personnel office");
    let silent = ClaimWithdrawal { why: " ".to_owned(), ..new.clone() };
    assert!(wrong(desk.office.withdraw_claim(&owner(), &silent).await, &ClaimMistake::NoReason));
    let early = ClaimWithdrawal { seen: 0, ..new };
    assert!(wrong(desk.office.withdraw_claim(&owner(), &early).await, &ClaimMistake::Overtaken));
    let ended = withdraw(&desk, &claim).await.unwrap();
    assert_eq!((ended.open, ended.receipts.len()), (0, 1));
    assert_eq!(ended.withdrawn.as_ref().map(|how| how.why.as_str()), Some("LHP ditarik"));
    assert!(wrong(withdraw(&desk, &ended).await, &ClaimMistake::Over));
    let late = NewReceipt { seen: 2, number: "STS 2".to_owned(), ..receipt };
    assert!(wrong(desk.office.receive_claim(&owner(), &late).await, &ClaimMistake::Over));
    let log = desk.store.audit(1).await.unwrap();
    assert_eq!(log[0].verb, "allowance.withdraw_claim");

    // A thousand came back already: the supplement takes only the rest.
    assert_eq!(supplement(&desk).await.unwrap().closing.net, -(too_much - 1_000));
    // Opened again and closed by what is right, the thousand is owed to her.
    desk.office.reopen_month(&owner(), &distan(), october(), "why").await.unwrap();
    desk.close(&distan()).await;
    assert_eq!(supplement(&desk).await.unwrap().closing.net, 1_000);
    assert_eq!(supplement(&desk).await, None);
}

#[tokio::test]
async fn nobody_has_a_hand_in_a_claim_on_oneself() {
    let desk = desk().await;
    overpaid(&desk).await;
    let operator = desk.account(Role::Operator, Some(distan()), SITI).await;
    let own = desk.office.open_claim(&operator, &of_siti()).await;
    assert!(wrong(own, &ClaimMistake::Oneself));
    let claim = desk.office.open_claim(&owner(), &of_siti()).await.unwrap();
    let on = "2026-11-02".parse().unwrap();
    let number = "STS 1".to_owned();
    let receipt = NewReceipt { claim: claim.id, seen: 0, on, amount: claim.total, number };
    assert!(wrong(desk.office.receive_claim(&operator, &receipt).await, &ClaimMistake::Oneself));
    let bkpsdm = desk.account(Role::Bkpsdm, None, SITI).await;
    let new = ClaimWithdrawal { claim: claim.id, seen: 0, why: "saya".to_owned() };
    assert!(wrong(desk.office.withdraw_claim(&bkpsdm, &new).await, &ClaimMistake::Oneself));
}

#[tokio::test]
async fn the_first_instalment_is_in_a_month_to_come_and_each_in_a_month_of_its_own() {
    let desk = desk().await;
    let too_much = overpaid(&desk).await;
    for first in ["2026-10", "2026-09", "2027-12", "9999-12"] {
        let new = NewClaim { first: first.parse().unwrap(), ..of_siti() };
        let outside = desk.office.open_claim(&owner(), &new).await;
        let mistake = ClaimMistake::FirstOutside {
            from: "2026-11".parse().unwrap(),
            until: "2027-11".parse().unwrap(),
        };
        assert!(wrong(outside, &mistake), "{first}");
    }
    let new = NewClaim { first: "2026-11".parse().unwrap(), ..of_siti() };
    let claim = desk.office.open_claim(&owner(), &new).await.unwrap();
    let months: Vec<String> = claim.plan.parts.iter().map(|part| part.month.to_string()).collect();
    assert_eq!(months, ["2026-11", "2026-12", "2027-01"]);
    assert_eq!(claim.plan.parts.iter().map(|part| part.due.0).sum::<i64>(), too_much);
}

#[tokio::test]
async fn no_instalment_is_written_into_a_month_that_is_closed_before_its_end() {
    let desk = bare(Arc::new(MemoryStore::new()), "2026-11-03T01:00:00Z").await;
    desk.sign_law_but(&[]).await;
    desk.results(october(), &[SITI, UJANG, KEPALA]).await;
    let too_much = overpaid(&desk).await;
    desk.clock.advance_seconds(43 * 86_400);
    let december = "2026-12".parse().unwrap();
    desk.push("T1", &scans("2026-12", 1..=15, &["1001", "1002", "1003"])).await;
    desk.results(december, &[SITI, UJANG, KEPALA]).await;
    let closed = desk.office.close_month(&owner(), &distan(), december, &[]).await.unwrap();
    assert!(matches!(closed, Closing::Closed(_)), "{closed:?}");
    let refused = desk.office.open_claim(&owner(), &of_siti()).await;
    let mistake = ClaimMistake::FirstClosed { skpd: distan(), month: december };
    assert!(wrong(refused, &mistake));
    let new = NewClaim { first: december.next(), ..of_siti() };
    assert_eq!(desk.office.open_claim(&owner(), &new).await.unwrap().total, too_much);
}

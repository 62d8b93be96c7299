//! Money paid too much comes back to the last rupiah.

use office::{
    OfficeError,
    allowance::closing::{ClaimWish, NewClaim, NewReceipt},
};

use crate::{
    common::owner,
    fixture::{SITI, UJANG, desk, distan, nip, october},
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
    assert!(matches!(nothing, Err(OfficeError::BadInput(_))), "nothing was overpaid");
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
    assert!(matches!(twice, Err(OfficeError::BadInput(_))), "it is claimed already");

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
        assert!(matches!(receive(wrong).await, Err(OfficeError::BadInput(_))));
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
    assert_eq!(desk.office.list_claims(&owner(), None).await.unwrap(), of_unit);
    let other = desk.office.open_claim(&owner(), &NewClaim { nip: nip(UJANG), ..new }).await;
    assert!(matches!(other, Err(OfficeError::BadInput(_))), "Ujang was paid right");
}

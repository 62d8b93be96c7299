//! A closing is signed by the operator, the head and the personnel office, in this order, each
//! somebody else, each seeing the digest.

use civil::Role;
use office::{
    OfficeError,
    allowance::closing::{ClosingMistake, ClosingState, Signing},
};

use crate::{
    common::owner,
    fixture::{DEWI, KEPALA, SITI, UJANG, desk, distan, nip, october},
};

fn signing(digest: &str, signer: Option<&str>) -> Signing {
    let signer = signer.map(nip);
    Signing { skpd: distan(), month: october(), number: None, digest: digest.to_owned(), signer }
}

#[tokio::test]
async fn three_people_sign_one_after_the_other() {
    let desk = desk().await;
    desk.fill_head().await;
    let closed = desk.close(&distan()).await;
    let frozen = desk.store.frozen(&[closed.id]).await.unwrap();
    let operator = desk.account(Role::Operator, Some(distan()), UJANG).await;
    let head = desk.account(Role::Pimpinan, Some(distan()), KEPALA).await;
    let bkpsdm = desk.account(Role::Bkpsdm, None, DEWI).await;
    let of_digest = signing(&closed.digest, None);
    for early in [&head, &bkpsdm] {
        let refused = desk.office.sign_closing(early, &of_digest).await;
        assert!(matches!(refused, Err(OfficeError::Forbidden(_))), "it is not their turn");
    }
    let other = signing(&"0".repeat(64), None);
    let refused = desk.office.sign_closing(&operator, &other).await;
    assert!(matches!(refused, Err(OfficeError::Closing(ClosingMistake::OtherDigest { .. }))));
    let done = desk.office.sign_closing(&operator, &of_digest).await.unwrap();
    assert_eq!(
        (done.desk.as_str(), done.next.as_deref()),
        ("operator:DISTAN", Some("head:DISTAN"))
    );
    let again = desk.office.sign_closing(&operator, &of_digest).await;
    assert!(matches!(again, Err(OfficeError::Forbidden(_))), "it waits for the head");
    desk.office.sign_closing(&head, &of_digest).await.unwrap();
    let done = desk.office.sign_closing(&bkpsdm, &of_digest).await.unwrap();
    assert_eq!(done.next, None);
    let nothing = desk.office.sign_closing(&bkpsdm, &of_digest).await;
    assert!(matches!(nothing, Err(OfficeError::NotFound { .. })));

    assert_eq!(desk.store.frozen(&[closed.id]).await.unwrap(), frozen);
    let ClosingState::Closed { closing, .. } = desk.status().await.state else { panic!("closed") };
    assert_eq!((closing.stage.as_str(), closing.desk), ("signed", None));
    let by: Vec<_> =
        closing.signatures.iter().map(|by| (by.role.as_str(), by.nip.as_str())).collect();
    assert_eq!(by, [("operator", UJANG), ("pimpinan", KEPALA), ("bkpsdm", DEWI)]);
    let proof = desk.office.verify_closing(&owner(), closed.id).await.unwrap();
    assert!(proof.holds() && proof.signatures_agree);
}

#[tokio::test]
async fn nobody_signs_twice_whatever_the_desk() {
    let desk = desk().await;
    desk.fill_head().await;
    let closed = desk.close(&distan()).await;
    let digest = &closed.digest[..8];
    let operator = desk.account(Role::Operator, Some(distan()), KEPALA).await;
    desk.office.sign_closing(&operator, &signing(digest, None)).await.unwrap();
    let head = desk.account(Role::Pimpinan, Some(distan()), KEPALA).await;
    let refused = desk.office.sign_closing(&head, &signing(digest, None)).await;
    assert!(matches!(refused, Err(OfficeError::Closing(ClosingMistake::SignedAlready))));
}

#[tokio::test]
async fn the_command_line_records_who_signed_on_paper() {
    let desk = desk().await;
    desk.fill_head().await;
    let closed = desk.close(&distan()).await;
    let sign =
        async |signer| desk.office.sign_closing(&owner(), &signing(&closed.digest, signer)).await;
    for wrong in [None, Some(DEWI)] {
        assert!(sign(wrong).await.is_err(), "the operator is somebody of DISTAN, and is named");
    }
    sign(Some(UJANG)).await.unwrap();
    assert!(sign(Some(SITI)).await.is_err(), "Siti does not head DISTAN");
    sign(Some(KEPALA)).await.unwrap();
    assert_eq!(sign(Some(DEWI)).await.unwrap().next, None);
}

//! What is frozen never changes; what comes out otherwise is a supplement of exactly the difference.

use std::sync::Arc;

use office::{
    OfficeError,
    access::NewAccount,
    allowance::closing::{
        Cause, ClosingMistake, ClosingState, FigureChange, Supplemented, SupplementedMonth,
    },
};
use storage_sql::SqlStore;

use crate::{
    common::owner,
    fixture::{DEWI, Desk, READY, SITI, UJANG, desk, desk_over, distan, nip, october},
};

async fn supplement(desk: &Desk) -> SupplementedMonth {
    match desk.office.supplement_month(&owner(), &distan(), october(), &[]).await.expect(READY) {
        Supplemented::Frozen(done) => done,
        other => panic!("something came out otherwise: {other:?}"),
    }
}

/// A punch of the 6th that the terminal tells only now; it changes no figure.
const LATE: &str = "2001\t2026-10-06 17:00:00\t1\t1\n";

/// The whole story on a desk at which Siti was absent on the 7th.
async fn story(desk: &Desk) {
    let closed = desk.close(&distan()).await;
    let before = desk.office.frozen_statements(&owner(), closed.id).await.expect(READY);
    assert_eq!(desk.drift().await, 0);
    let proof = desk.office.verify_closing(&owner(), closed.id).await.expect(READY);
    assert!(proof.holds(), "{proof:?}");
    assert_eq!((proof.statements, proof.same), (3, 3));

    // A leave becomes known late: a day that was charged no longer is.
    let noted = desk.excuse(SITI, "cuti-tahunan", "2026-10-07", "2026-10-07").await;
    assert_eq!(
        noted,
        ["2026-10 is closed; what this changes becomes a supplement (month supplement)"]
    );
    desk.push("T1", LATE).await;
    desk.clock.advance_seconds(3_600);
    assert_eq!(desk.drift().await, 1);
    assert_eq!(desk.office.frozen_statements(&owner(), closed.id).await.expect(READY), before);

    let today = desk.office.statement(&owner(), &nip(SITI), october()).await.expect(READY);
    let held = before.iter().find(|frozen| frozen.nip == SITI).expect(READY);
    let done = supplement(desk).await;
    assert_eq!((done.main, done.closing.number, done.people.len()), (1, 2, 1));
    let [one] = done.people.as_slice() else { panic!("Siti alone") };
    assert_eq!(one.causes, [Cause::Facts]);
    assert_eq!(held.net + done.closing.net, today.tpp_net);
    let sum: i64 = one.changes.iter().map(FigureChange::amount).sum();
    assert_eq!(sum, done.closing.net);
    assert!(sum > 0, "leave costs less than absence");
    assert_eq!(one.statement.as_ref(), Some(&today));
    assert_eq!(desk.drift().await, 0);
    let again =
        desk.office.supplement_month(&owner(), &distan(), october(), &[]).await.expect(READY);
    assert_eq!(again, Supplemented::Nothing);

    for (id, same, changed) in [(closed.id, 2, vec![SITI]), (done.closing.id, 1, vec![])] {
        let proof = desk.office.verify_closing(&owner(), id).await.expect(READY);
        assert!(proof.holds(), "{proof:?}");
        assert_eq!(
            (proof.same, proof.facts_changed),
            (same, changed.iter().map(|nip| (*nip).to_owned()).collect())
        );
    }
    assert_eq!(desk.office.frozen_statements(&owner(), closed.id).await.expect(READY), before);
}

/// A desk at which Siti has another PIN, and is absent on the 7th.
async fn absent_once(desk: Desk) -> Desk {
    desk.people(&format!(
        "nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak\n\
         {SITI};Siti Rahmawati;DISTAN;Bidang Pangan;Analis;7;PNS;2001;lima-hari;2024-01-01\n"
    ))
    .await;
    // Under her old PIN somebody else punched: nothing of it is hers.
    let other = office::presence::NewPin {
        group: "utama".parse().expect(READY),
        pin: "1001".parse().expect(READY),
        nip: nip(DEWI),
        valid_from: "2024-01-01".parse().expect(READY),
    };
    desk.office.map_pins(&owner(), &[other]).await.expect(READY);
    let all = crate::fixture::scans("2026-10", 1..=31, &["2001"]);
    let own = all.split_inclusive('\n').filter(|line| !line.contains("2026-10-07"));
    let own: String = own.collect();
    desk.push("T1", &own).await;
    desk
}

#[tokio::test]
async fn late_facts_go_into_a_supplement_of_exactly_the_difference() {
    story(&absent_once(desk().await).await).await;
}

#[tokio::test]
async fn the_same_over_sqlite() {
    let folder = tempfile::tempdir().expect(READY);
    let path = folder.path().join("abdi.sqlite");
    let store = SqlStore::open(path.to_str().expect(READY), &"contoh".parse().expect(READY))
        .await
        .expect(READY);
    let store = Arc::new(store);
    story(&absent_once(desk_over(store.clone()).await).await).await;
    store.close().await;
}

#[tokio::test]
async fn the_same_facts_closed_in_two_offices_give_the_same_bytes() {
    let (one, other) = (desk().await, desk().await);
    other.clock.advance_seconds(86_400);
    let (first, second) = (one.close(&distan()).await, other.close(&distan()).await);
    assert_eq!(first.digest, second.digest);
    let frozen = one.store.frozen(&[first.id]).await.expect(READY);
    assert_eq!(frozen, other.store.frozen(&[second.id]).await.expect(READY));
    other.excuse(UJANG, "cuti-tahunan", "2026-10-07", "2026-10-07").await;
    other.office.reopen_month(&owner(), &distan(), october(), "a test").await.expect(READY);
    assert_ne!(other.close(&distan()).await.digest, first.digest);
}

#[tokio::test]
async fn of_two_who_close_at_once_one_is_told() {
    let desk = desk().await;
    let (actor, skpd) = (owner(), distan());
    let close = || desk.office.close_month(&actor, &skpd, october(), &[]);
    let (one, other) = tokio::join!(close(), close());
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "{one:?} {other:?}");
    let refused = [one, other].into_iter().find_map(Result::err).expect(READY);
    assert!(matches!(refused, OfficeError::Closing(_)), "{refused}");
    let ClosingState::Closed { closing, .. } = desk.status().await.state else { panic!("closed") };
    assert_eq!(closing.number, 1);
}

#[tokio::test]
async fn a_month_is_opened_again_for_a_reason_and_closed_under_the_next_number() {
    let desk = desk().await;
    let first = desk.close(&distan()).await;
    let operator = desk.account(civil::Role::Operator, Some(distan()), UJANG).await;
    let reopened = desk.office.reopen_month(&operator, &distan(), october(), "why").await;
    assert!(matches!(reopened, Err(OfficeError::Forbidden(_))));
    let reopened = desk.office.reopen_month(&owner(), &distan(), october(), "  ").await;
    assert!(matches!(reopened, Err(OfficeError::Closing(ClosingMistake::NoReason))));
    let bkpsdm = desk.account(civil::Role::Bkpsdm, None, DEWI).await;
    let number = desk.office.reopen_month(&bkpsdm, &distan(), october(), "wrong class").await;
    assert_eq!(number.expect(READY), 1);
    let account = NewAccount {
        username: format!("operator-{UJANG}"),
        password: "sandi untuk uji coba".to_owned(),
        role: civil::Role::Operator,
        skpd: Some(distan()),
        nip: Some(nip(UJANG)),
    };
    desk.office.put_account(&owner(), account).await.expect(READY);
    let told = desk.office.messages(&operator).await.expect(READY);
    let told = told.rows.iter().filter(|listed| listed.message.code() == "month-reopened");
    assert_eq!(told.count(), 1, "whoever closes the month is told");
    let status = desk.status().await;
    assert!(matches!(status.state, ClosingState::Open { .. }));
    assert_eq!(status.reopened[0].reopened.as_deref(), Some("wrong class"));
    let twice = desk.office.reopen_month(&owner(), &distan(), october(), "again").await;
    assert!(matches!(twice, Err(OfficeError::NotFound { .. })));
    let second = desk.close(&distan()).await;
    assert_eq!((second.number, second.net), (2, first.net));
    assert_ne!(second.digest, first.digest, "it says in whose place it stands");
    let ClosingState::Closed { closing, .. } = desk.status().await.state else { panic!("closed") };
    assert_eq!(closing.former, Some(1));
    let kept = desk.office.frozen_statements(&owner(), first.id).await.expect(READY);
    assert_eq!(kept.len(), 3, "what was frozen first is there still");
}

use office::{
    OfficeError,
    matter::{Decided, Decision, Outcome, Verdict},
};
use storage::audit::AuditQuery;

use crate::unit::{AGUS, BUDI, HADI, RINA, SITI, Unit, unit};

#[tokio::test]
async fn requests_go_up_the_posts_and_nobody_decides_on_himself() {
    let unit = unit(&["2026-10-21"]).await;
    let desk = async |of: &str| {
        let id = unit.ask(of, "2026-10-21").await;
        (id, unit.office.matter(&unit.root, id).await.unwrap().matter.desk.unwrap())
    };
    assert_eq!(desk(SITI).await.1, "head:DISTAN/Bidang A");
    let (of_rina, to) = desk(RINA).await;
    assert_eq!(to, "head:DISTAN", "the head of the unit asks the head of the department");
    let (of_agus, to) = desk(AGUS).await;
    assert_eq!(to, "sekda", "a head of department's requests go to the Sekda");
    assert_eq!(desk(HADI).await.1, "bkpsdm", "where no Bupati is recorded");

    let (rina, agus) = (unit.pegawai(RINA).await, unit.pegawai(AGUS).await);
    assert_eq!(unit.decide(&rina, of_rina, Verdict::Grant, "").await, Outcome::Oneself);
    assert_eq!(unit.decide(&agus, of_agus, Verdict::Grant, "").await, Outcome::Oneself);
    assert_eq!(unit.decide(&rina, of_agus, Verdict::Grant, "").await, Outcome::NotYours);
    assert_eq!(unit.decide(&agus, of_rina, Verdict::Grant, "").await, Outcome::Granted);
    let hadi = unit.pegawai(HADI).await;
    assert_eq!(unit.decide(&hadi, of_agus, Verdict::Grant, "").await, Outcome::Granted);
}

#[tokio::test]
async fn of_two_supervisors_at_once_the_second_is_told() {
    let unit = unit(&["2026-10-21"]).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    let rina = unit.pegawai(RINA).await;
    let decision = [Decision { matter: id, seen: 0 }];
    let grant = unit.office.decide(&rina, &decision, Verdict::Grant, "");
    let refuse = unit.office.decide(&rina, &decision, Verdict::Refuse, "tidak ada bukti");
    let (grant, refuse) = tokio::join!(grant, refuse);
    let outcomes: Vec<Outcome> = [grant, refuse]
        .into_iter()
        .flat_map(|done| done.unwrap())
        .map(|Decided { outcome, .. }| outcome)
        .collect();
    assert!(outcomes.contains(&Outcome::Overtaken), "{outcomes:?}");
    assert_eq!(unit.office.matter(&unit.root, id).await.unwrap().steps.len(), 1);
    let again = unit.decide(&rina, id, Verdict::Grant, "").await;
    assert_eq!(again, Outcome::Overtaken, "what is decided is not decided again");
}

#[tokio::test]
async fn many_are_decided_with_one_reason_and_one_that_cannot_hinders_no_other() {
    let unit = unit(&["2026-10-21", "2026-10-22"]).await;
    let ids = [
        unit.ask(SITI, "2026-10-21").await,
        unit.ask(BUDI, "2026-10-21").await,
        unit.ask(AGUS, "2026-10-21").await,
        9_999,
    ];
    let decisions = ids.map(|matter| Decision { matter, seen: 0 });
    let rina = unit.pegawai(RINA).await;
    let bare = unit.office.decide(&rina, &decisions, Verdict::Grant, " ").await;
    assert!(matches!(bare, Err(OfficeError::Mistake(_))), "several need a reason: {bare:?}");
    let refused = unit.office.decide(&rina, &decisions[..1], Verdict::Refuse, "").await;
    assert!(matches!(refused, Err(OfficeError::Mistake(_))), "a refusal needs a reason");
    let done =
        unit.office.decide(&rina, &decisions, Verdict::Grant, "listrik padam").await.unwrap();
    let outcomes: Vec<_> = done.into_iter().map(|decided| decided.outcome).collect();
    let expected = [Outcome::Granted, Outcome::Granted, Outcome::NotYours, Outcome::Unknown];
    assert_eq!(outcomes, expected);
}

#[tokio::test]
async fn what_was_refused_is_put_before_the_personnel_office_once() {
    let unit = unit(&["2026-10-21"]).await;
    let (siti, rina, bkpsdm) = (unit.pegawai(SITI).await, unit.pegawai(RINA).await, Unit::bkpsdm());
    let before = unit.october_of(SITI).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    assert!(unit.office.appeal(&siti, id, "keliru").await.is_err(), "nothing is refused yet");
    assert_eq!(unit.decide(&rina, id, Verdict::Refuse, "tidak yakin").await, Outcome::Refused);
    assert!(unit.office.appeal(&siti, id, " ").await.is_err(), "it needs a reason");
    let budi = unit.pegawai(BUDI).await;
    assert!(unit.office.appeal(&budi, id, "saya juga").await.is_err(), "it is hers");
    unit.office.appeal(&siti, id, "mesin mati, empat rekan saksi").await.unwrap();
    let waiting = unit.office.waiting_matters(&bkpsdm).await.unwrap();
    let appeal = waiting.rows[0].appeal.clone().unwrap();
    assert_eq!(appeal.refused, "tidak yakin");
    assert_eq!(appeal.appealed, "mesin mati, empat rekan saksi");
    assert_eq!(unit.decide(&rina, id, Verdict::Grant, "").await, Outcome::NotYours);
    assert_eq!(unit.decide(&bkpsdm, id, Verdict::Grant, "").await, Outcome::Granted);
    assert!(unit.october_of(SITI).await.tpp_net > before.tpp_net);

    let other = unit.ask(SITI, "2026-10-20").await;
    unit.decide(&rina, other, Verdict::Refuse, "hadir biasa").await;
    unit.office.appeal(&siti, other, "tidak").await.unwrap();
    unit.decide(&bkpsdm, other, Verdict::Refuse, "tetap").await;
    assert!(unit.office.appeal(&siti, other, "sekali lagi").await.is_err(), "once");
}

#[tokio::test]
async fn what_is_taken_back_no_longer_holds() {
    let unit = unit(&["2026-10-21"]).await;
    let (siti, rina) = (unit.pegawai(SITI).await, unit.pegawai(RINA).await);
    let before = unit.october_of(SITI).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    unit.decide(&rina, id, Verdict::Grant, "").await;
    assert_ne!(unit.october_of(SITI).await, before);
    unit.office.take_back(&siti, id, "salah hari").await.unwrap();
    assert_eq!(unit.october_of(SITI).await, before, "to the last byte");
    assert!(unit.office.take_back(&siti, id, "").await.is_err(), "it is over");
    let log = unit.store.audit(2).await.unwrap();
    assert_eq!(log[0].verb, "matter.ask_again");
}

#[tokio::test]
async fn the_audit_of_a_person_has_what_was_decided_about_that_person() {
    let unit = unit(&["2026-10-21"]).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    let rina = unit.pegawai(RINA).await;
    assert_eq!(unit.decide(&rina, id, Verdict::Refuse, "tidak ada bukti").await, Outcome::Refused);
    let siti = unit.pegawai(SITI).await;
    unit.office.appeal(&siti, id, "ada foto").await.expect("it was refused");
    let query = AuditQuery { subject: SITI.to_owned(), ..AuditQuery::newest(9) };
    let found = unit.office.list_audit(&unit.root, &query).await.expect("root reads it");
    let said: Vec<_> =
        found.iter().map(|entry| (entry.verb.as_str(), entry.subject.as_str())).collect();
    let subject = format!("correction {id} {SITI}");
    assert!(said.contains(&("matter.decide", subject.as_str())), "{said:?}");
    assert!(said.contains(&("matter.ask_again", subject.as_str())), "{said:?}");
}

#[tokio::test]
async fn an_auditor_decides_nothing() {
    let unit = unit(&["2026-10-21"]).await;
    let id = unit.ask(SITI, "2026-10-21").await;
    let auditor = unit.signed_in(RINA, civil::Role::Auditor).await;
    let decision = [Decision { matter: id, seen: 0 }];
    let done = unit.office.decide(&auditor, &decision, Verdict::Grant, "").await;
    assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{done:?}");
    assert!(unit.office.waiting_matters(&auditor).await.is_err());
}

//! Who may see and do what.

use civil::Role;
use office::{
    Actor, OfficeError,
    discipline::{CaseEntry, CaseRights, DisciplineFilter},
};
use rules::discipline::case::{CaseEvent, Step, SummonsNumber};

use crate::{
    common::owner,
    fixture::{
        BUDI, DEDI, Desk, RATNA, READY, SITI, UJANG, UJANG_ABSENT, code, desk, nip, summoned,
    },
};

async fn sees_list(desk: &Desk, actor: &Actor, skpd: Option<&str>) -> bool {
    let skpd = skpd.map(|skpd| skpd.parse().expect(READY));
    let filter = DisciplineFilter { skpd, year: 2026, page: 1, rows_a_page: 50 };
    desk.office.discipline_list(actor, &filter).await.is_ok()
}

async fn records(desk: &Desk, actor: &Actor, case: i64, step: Step) -> Result<(), String> {
    let seen = desk.office.show_case(&owner(), case).await.expect(READY).steps;
    let mut entry = CaseEntry::plain(CaseEvent { on: desk.office.today(), step });
    entry.words.time = Some("09:00".parse().expect(READY));
    let done = desk.office.append_case_event(actor, case, seen, entry).await;
    done.map(drop).map_err(code)
}

#[tokio::test]
async fn who_handles_sees_all_a_unit_its_own_and_a_person_oneself() {
    let desk = desk().await;
    let case = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    let budi = desk.account(Role::Bkpsdm, None, BUDI).await;
    let head = desk.account(Role::Pimpinan, Some("DISTAN"), RATNA).await;
    let auditor = desk.account(Role::Auditor, None, DEDI).await;
    let ujang = desk.account(Role::Pegawai, None, UJANG).await;
    let siti = desk.account(Role::Pegawai, None, SITI).await;
    let elsewhere = desk.account(Role::Operator, Some("DINKES"), DEDI).await;

    let mut lists = Vec::new();
    for actor in [&budi, &head, &auditor, &ujang, &elsewhere] {
        let of_regency = sees_list(&desk, actor, Some("DINKES")).await;
        lists.push((sees_list(&desk, actor, Some("DISTAN")).await, of_regency));
    }
    assert_eq!(lists, [(true, true), (true, false), (true, true), (false, false), (false, true)]);
    let mut seen = Vec::new();
    for actor in [&budi, &head, &auditor, &ujang, &siti, &elsewhere] {
        seen.push(desk.office.show_case(actor, case).await.ok().map(|case| case.rights));
    }
    let read = Some(CaseRights::Read);
    assert_eq!(seen, [Some(CaseRights::Record), read, read, read, None, None]);
    let hidden = desk.office.show_case(&siti, case).await;
    assert!(matches!(hidden, Err(OfficeError::NotFound { .. })), "not even that there is one");
    let year = async |actor: &Actor| desk.office.discipline_year(actor, &nip(UJANG), 2026).await;
    assert!(year(&ujang).await.expect(READY).own);
    assert!(year(&siti).await.is_err());

    let summons = || summoned(SummonsNumber::First, "2026-08-20");
    for actor in [&head, &auditor, &ujang, &siti, &elsewhere] {
        let refused = records(&desk, actor, case, summons()).await;
        assert!(refused.expect_err(READY).contains("may not do this"));
    }
    assert_eq!(records(&desk, &budi, case, summons()).await, Ok(()));
}

#[tokio::test]
async fn nobody_handles_a_case_about_himself() {
    let desk = desk().await;
    let case = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    let ujang = desk.account(Role::Bkpsdm, None, UJANG).await;
    let summons = summoned(SummonsNumber::First, "2026-08-20");
    assert_eq!(records(&desk, &ujang, case, summons).await, Err("oneself".to_owned()));
    let shown = desk.office.show_case(&ujang, case).await.expect(READY);
    assert_eq!((shown.rights, shown.own, shown.next.as_slice()), (CaseRights::Read, true, &[][..]));
    let new = office::discipline::NewCase {
        nip: nip(UJANG),
        on: desk.office.today(),
        post: rules::law::discipline::Post::Pelaksana,
        rung: "teguran-lisan".to_owned(),
        absences: crate::fixture::days(&UJANG_ABSENT),
        note: String::new(),
    };
    assert_eq!(desk.office.open_case(&ujang, new).await.map_err(code), Err("oneself".to_owned()));
}

#[tokio::test]
async fn every_deed_is_in_the_audit_log_with_who_did_it() {
    let desk = desk().await;
    let case = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    let budi = desk.account(Role::Bkpsdm, None, BUDI).await;
    let summons = summoned(SummonsNumber::First, "2026-08-20");
    records(&desk, &budi, case, summons).await.expect(READY);
    let query = storage::audit::AuditQuery { subject: UJANG.to_owned(), before: None, limit: 10 };
    let log = desk.office.list_audit(&owner(), &query).await.expect(READY);
    let deeds: Vec<_> =
        log.iter().map(|entry| (entry.verb.as_str(), entry.actor.as_str())).collect();
    assert_eq!(
        deeds.get(..2).expect(READY),
        [
            ("discipline.append_event", format!("bkpsdm.{BUDI}").as_str()),
            ("discipline.open_case", "command-line:test"),
        ]
    );
    let shown = desk.office.show_case(&owner(), case).await.expect(READY);
    assert_eq!(shown.events.last().expect(READY).by, "Budi Santoso");
}

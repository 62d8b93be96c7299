//! Reading the audit log.

use civil::Role;
use office::{Actor, OfficeError, audit::AuditQuery};

use crate::fixture::{SITI, account, desk, group, nip};

fn about(subject: &str) -> AuditQuery {
    AuditQuery { subject: subject.to_owned(), ..AuditQuery::newest(10) }
}

#[tokio::test]
async fn an_auditor_finds_what_was_done_about_a_nip_and_a_pin() {
    let desk = desk();
    desk.load_two().await;
    let mapped = office::presence::NewPin {
        group: group(),
        pin: "2002".parse().unwrap(),
        nip: nip(SITI),
        valid_from: "2026-11-01".parse().unwrap(),
    };
    desk.office.map_pins(&desk.root, &[mapped]).await.unwrap();
    let auditor = account(Role::Auditor, None);
    let all = desk.office.list_audit(&auditor, &AuditQuery::newest(10)).await.unwrap();
    let verbs: Vec<_> = all.iter().map(|entry| entry.verb.as_str()).collect();
    assert_eq!(verbs, ["presence.map_pins", "person.import_people"]);
    for part in [SITI, " utama 2002 ", "PEOPLE.csv"] {
        let found = desk.office.list_audit(&auditor, &about(part)).await.unwrap();
        let expected = if part == "PEOPLE.csv" { &all[1..] } else { &all[..1] };
        assert_eq!(found, expected, "{part}");
    }
    let older = AuditQuery { before: Some(all[0].number), ..AuditQuery::newest(1) };
    assert_eq!(desk.office.list_audit(&auditor, &older).await.unwrap(), all[1..2]);
}

#[tokio::test]
async fn the_log_of_a_regency_is_for_those_who_look_after_all_of_it() {
    let desk = desk();
    let query = AuditQuery::newest(10);
    for actor in [
        account(Role::Pegawai, None),
        account(Role::Operator, Some("DINKES")),
        account(Role::Auditor, Some("DINKES")),
        Actor::program(),
    ] {
        let refused = desk.office.list_audit(&actor, &query).await;
        assert!(matches!(refused, Err(OfficeError::Forbidden(_))), "{}", actor.name());
    }
    for actor in [account(Role::Bkpsdm, None), account(Role::Auditor, None)] {
        assert_eq!(desk.office.list_audit(&actor, &query).await.unwrap(), [], "{}", actor.name());
    }
    let endless = desk.office.list_audit(&desk.root, &about(&"9".repeat(201))).await;
    assert!(matches!(endless, Err(OfficeError::BadInput(_))));
}

//! Whose a PIN is.

use civil::Role;
use office::{OfficeError, presence::NewPin};

use crate::fixture::{BUDI, SITI, account, desk, group, nip};

fn pin(pin: &str, of: &str, from: &str) -> NewPin {
    NewPin {
        group: group(),
        pin: pin.parse().expect("the example is in order"),
        nip: nip(of),
        valid_from: from.parse().expect("the example is in order"),
    }
}

#[tokio::test]
async fn an_unknown_pin_is_listed_until_it_is_mapped() {
    let desk = desk();
    desk.load_two().await;
    desk.punched("KES1", "DINKES", "777\t2026-10-05 07:31:04\t1\t0\t1\t0\n").await;
    let operator = account(Role::Operator, Some("DINKES"));
    let other = account(Role::Operator, Some("DISTAN"));
    for (actor, count) in [(&desk.root, 1), (&operator, 1), (&other, 0)] {
        let unknown = desk.office.unknown_pins(actor, 10).await.unwrap();
        assert_eq!(unknown.len(), count, "{}", actor.name());
    }
    let stale = desk.store.stale_count().await.unwrap();
    let new = [pin("777", BUDI, "2026-10-01")];
    assert_eq!(desk.office.map_pins(&operator, &new).await.unwrap(), 1);
    assert_eq!(desk.office.map_pins(&operator, &new).await.unwrap(), 0);
    assert!(desk.office.unknown_pins(&desk.root, 10).await.unwrap().is_empty());
    let more = desk.store.stale_count().await.unwrap() - stale;
    assert_eq!(more, 1, "the day is to be evaluated again");
    assert_eq!(desk.audit(1).await[0].verb, "presence.map_pins");
}

#[tokio::test]
async fn an_operator_maps_own_people_only_and_takes_nobody_elses_pin() {
    let desk = desk();
    desk.load_two().await;
    // Budi was in DISTAN until May.
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,pola kerja,tmt\n\
         {BUDI},Budi Santoso,DISTAN,PNS,lima-hari,2026-01-01\n\
         {BUDI},Budi Santoso,DINKES,PNS,lima-hari,2026-05-01\n"
    ))
    .await;
    let operator = account(Role::Operator, Some("DINKES"));
    for (new, why) in [
        (pin("777", SITI, "2026-10-01"), "Siti is of DISTAN"),
        (pin("102", BUDI, "2026-10-01"), "102 is Siti's"),
        (pin("777", BUDI, "2026-04-30"), "Budi was of DISTAN then"),
        (pin("777", BUDI, "2025-06-01"), "Budi will have been of DISTAN"),
    ] {
        let done = desk.office.map_pins(&operator, &[pin("778", BUDI, "2026-05-01"), new]).await;
        assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{why}");
    }
    let pins = desk.office.show_person(&desk.root, &nip(BUDI)).await.unwrap().pins;
    assert_eq!(pins.len(), 1, "nothing of a refused list is kept");
    let new = [pin("778", BUDI, "2026-05-01")];
    assert_eq!(desk.office.map_pins(&operator, &new).await.unwrap(), 1);
    // The personnel office may.
    let new = [pin("102", BUDI, "2026-10-01")];
    assert_eq!(desk.office.map_pins(&account(Role::Bkpsdm, None), &new).await.unwrap(), 1);
    for role in [Role::Pegawai, Role::Auditor] {
        let done = desk.office.map_pins(&account(role, None), &[]).await;
        assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{role}");
    }
    let nobody = [pin("1", "199202022018011001", "2026-10-01")];
    let done = desk.office.map_pins(&desk.root, &nobody).await;
    assert!(matches!(done, Err(OfficeError::NotFound { .. })));
}

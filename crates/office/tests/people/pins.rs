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
    let again = desk.office.map_pins(&operator, &new).await;
    assert!(matches!(again, Err(OfficeError::BadInput(_))), "it waits no more: {again:?}");
    assert_eq!(desk.office.map_pins(&desk.root, &new).await.unwrap(), 0, "known to the letter");
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
    desk.punched("KES1", "DINKES", "778\t2026-10-05 07:31:04\t1\t0\t1\t0\n").await;
    let new = [pin("778", BUDI, "2026-05-01")];
    assert_eq!(desk.office.map_pins(&operator, &new).await.unwrap(), 1);
    for role in [Role::Pegawai, Role::Auditor] {
        let done = desk.office.map_pins(&account(role, None), &[]).await;
        assert!(matches!(done, Err(OfficeError::Forbidden(_))), "{role}");
    }
    let nobody = [pin("1", "199202022018011001", "2026-10-01")];
    let done = desk.office.map_pins(&desk.root, &nobody).await;
    assert!(matches!(done, Err(OfficeError::NotFound { .. })));
}

#[tokio::test]
async fn a_person_is_shown_with_a_pin_until_it_became_somebody_elses() {
    let desk = desk();
    desk.load_two().await;
    let [of_budi] = &desk.office.show_person(&desk.root, &nip(BUDI)).await.unwrap().pins[..] else {
        panic!("Budi has one PIN")
    };
    let (number, from) = (of_budi.pin.clone(), of_budi.valid_from);
    desk.office.map_pins(&desk.root, &[pin(&number, SITI, "2026-10-01")]).await.unwrap();
    let shown = desk.office.show_person(&desk.root, &nip(BUDI)).await.unwrap().pins;
    let told: Vec<_> = shown.iter().map(|pin| (pin.valid_from, pin.until)).collect();
    assert_eq!(told, [(from, Some("2026-09-30".parse().unwrap()))]);
    let shown = desk.office.show_person(&desk.root, &nip(SITI)).await.unwrap().pins;
    let told: Vec<_> = shown.iter().map(|pin| (pin.pin.as_str(), pin.until)).collect();
    assert_eq!(told, [(number.as_str(), None), ("102", None)]);
}

#[tokio::test]
async fn an_account_gives_a_pin_only_if_it_is_nobodys_has_scanned_and_from_a_day_of_service() {
    let desk = desk();
    desk.load_two().await;
    for (serial, skpd, pin) in
        [("KES1", "DINKES", "777"), ("TAN1", "DISTAN", "888"), ("KES1", "DINKES", "999")]
    {
        desk.punched(serial, skpd, &format!("{pin}\t2026-10-05 07:31:04\t1\t0\t1\t0\n")).await;
    }
    // Another of the same unit, who has a PIN.
    let third = "199202022018011001";
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,pola kerja,tmt,pin\n\
         {third},Rina,DINKES,PNS,lima-hari,2026-09-01,103\n"
    ))
    .await;
    let operator = account(Role::Operator, Some("DINKES"));
    let bkpsdm = account(Role::Bkpsdm, None);
    let refused = async |actor, new: NewPin, part: &str| {
        let pins = [pin("777", BUDI, "2026-10-01"), new];
        match desk.office.map_pins(actor, &pins).await {
            Err(OfficeError::BadInput(text)) => assert!(text.contains(part), "{text}"),
            other => panic!("{part}: {other:?}"),
        }
    };
    for actor in [&operator, &bkpsdm] {
        refused(actor, pin("103", BUDI, "2026-10-01"), "belongs to somebody").await;
        refused(actor, pin("103", BUDI, "2026-08-01"), "belongs to somebody").await;
        refused(actor, pin("777", third, "2026-10-01"), "belongs to somebody").await;
        refused(actor, pin("4242", BUDI, "2026-10-01"), "no scan of PIN 4242").await;
        refused(actor, pin("999", third, "2026-08-31"), "first day of service, 2026-09-01").await;
        refused(actor, pin("999", BUDI, "0001-01-01"), "must be between").await;
        refused(actor, pin("999", BUDI, "2024-10-31"), "must be between").await;
        refused(actor, pin("999", BUDI, "9999-12-31"), "must be between").await;
        refused(actor, pin("999", BUDI, "2026-11-04"), "must be between").await;
        let elsewhere = NewPin { group: "lain".parse().unwrap(), ..pin("999", BUDI, "2026-10-01") };
        refused(actor, elsewhere, "in group lain").await;
    }
    refused(&operator, pin("888", BUDI, "2026-10-01"), "no scan of PIN 888").await;
    assert_eq!(
        desk.office.unknown_pins(&desk.root, 10).await.unwrap().len(),
        3,
        "nothing was kept"
    );
    let new = [pin("777", BUDI, "2026-10-01"), pin("999", third, "2026-11-03")];
    assert_eq!(desk.office.map_pins(&operator, &new).await.unwrap(), 2);
    assert_eq!(desk.office.map_pins(&bkpsdm, &[pin("888", SITI, "2026-10-05")]).await.unwrap(), 1);
    // The command line may all of it.
    let new = [pin("103", BUDI, "2026-10-01"), pin("4242", BUDI, "2020-01-01")];
    assert_eq!(desk.office.map_pins(&desk.root, &new).await.unwrap(), 2);
}

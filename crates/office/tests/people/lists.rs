//! People and punches as lists.

use civil::Role;
use office::{OfficeError, person::PeopleFilter, presence::PunchQuery};

use crate::fixture::{BUDI, Desk, SITI, account, desk, nip};

fn everybody() -> PeopleFilter {
    PeopleFilter {
        skpd: None,
        search: String::new(),
        on: "2026-11-02".parse().expect("the example is in order"),
    }
}

#[tokio::test]
async fn people_are_listed_under_the_keys_of_the_contract() {
    let desk = desk();
    desk.load_two().await;
    let people = desk.office.list_people(&desk.root, &everybody()).await.unwrap();
    assert_eq!(
        serde_json::to_value(&people).unwrap(),
        serde_json::json!([
            { "nip": BUDI, "name": "Budi Santoso", "skpd": "DINKES", "employment": "pns",
              "class": 7, "schedule": "lima-hari" },
            { "nip": SITI, "name": "Siti Aminah", "skpd": "DISTAN", "employment": "pppk",
              "class": 5, "schedule": "lima-hari" },
        ])
    );
}

#[tokio::test]
async fn lists_narrow_by_word_by_unit_by_day_and_by_what_the_actor_may_see() {
    let desk = desk();
    desk.load_two().await;
    let names = async |actor, filter| {
        let people = desk.office.list_people(actor, &filter).await?;
        Ok::<_, OfficeError>(people.into_iter().map(|person| person.name).collect::<Vec<_>>())
    };
    let search = |text: &str| PeopleFilter { search: text.to_owned(), ..everybody() };
    assert_eq!(names(&desk.root, search(" santo ")).await.unwrap(), ["Budi Santoso"]);
    assert_eq!(names(&desk.root, search("19900101 2015")).await.unwrap(), ["Siti Aminah"]);
    assert!(names(&desk.root, search("xyz")).await.unwrap().is_empty());
    let of = |skpd: &str| PeopleFilter { skpd: Some(skpd.parse().unwrap()), ..everybody() };
    assert_eq!(names(&desk.root, of("DISTAN")).await.unwrap(), ["Siti Aminah"]);
    let before = PeopleFilter { on: "2025-12-31".parse().unwrap(), ..everybody() };
    assert!(names(&desk.root, before).await.unwrap().is_empty());
    let operator = account(Role::Operator, Some("DINKES"));
    assert_eq!(names(&operator, everybody()).await.unwrap(), ["Budi Santoso"]);
    assert!(matches!(names(&operator, of("DISTAN")).await, Err(OfficeError::Forbidden(_))));
    let pegawai = account(Role::Pegawai, None);
    assert!(matches!(names(&pegawai, everybody()).await, Err(OfficeError::Forbidden(_))));
}

#[tokio::test]
async fn who_moves_is_listed_where_they_are_that_day() {
    let desk = desk();
    desk.load_two().await;
    desk.load(&format!(
        "nip,nama,skpd,jenis pegawai,pola kerja,tmt\n\
         {BUDI},Budi Santoso,DISTAN,PNS,lima-hari,2026-11-02\n"
    ))
    .await;
    for (operator, on, expected) in [
        ("DINKES", "2026-11-01", vec!["Budi Santoso"]),
        ("DINKES", "2026-11-02", vec![]),
        ("DISTAN", "2026-11-02", vec!["Budi Santoso", "Siti Aminah"]),
    ] {
        let actor = account(Role::Operator, Some(operator));
        let filter = PeopleFilter { on: on.parse().unwrap(), ..everybody() };
        let people = desk.office.list_people(&actor, &filter).await.unwrap();
        let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, expected, "{operator} {on}");
    }
    // The person belongs to the new unit today, so the old one sees the facts no more.
    let former = account(Role::Operator, Some("DINKES"));
    let shown = desk.office.show_person(&former, &nip(BUDI)).await;
    assert!(matches!(shown, Err(OfficeError::Forbidden(_))));
    let unknown = desk.office.show_person(&former, &nip("199202022018011001")).await;
    assert!(matches!(unknown, Err(OfficeError::NotFound { .. })));
}

async fn punch(desk: &Desk) {
    desk.load_two().await;
    for (serial, skpd, body) in [
        (
            "KES1",
            "DINKES",
            "101\t2026-10-05 07:31:04\t1\t0\t1\t0\n999\t2026-10-05 07:40:00\t1\t255\t15\t0\n",
        ),
        (
            "TAN1",
            "DISTAN",
            "102\t2026-10-05 07:32:00\t1\t0\t1\t0\n998\t2026-10-05 07:41:00\t1\t0\t1\t0\n",
        ),
        ("TAN2", "DISTAN", "101\t2026-11-01 07:00:00\t1\t0\t1\t0\n"),
    ] {
        let done = desk.punched(serial, skpd, body).await;
        assert_eq!(done.stored, done.lines);
    }
}

#[tokio::test]
async fn punches_are_listed_under_the_keys_of_the_contract() {
    let desk = desk();
    punch(&desk).await;
    let query = PunchQuery { terminal: Some("KES1".parse().unwrap()), ..PunchQuery::default() };
    let punches = desk.office.list_punches(&desk.root, &query).await.unwrap();
    assert_eq!(
        serde_json::to_value(&punches).unwrap(),
        serde_json::json!([
            { "terminal": "KES1", "pin": "101", "nip": BUDI, "at": "2026-10-05T07:31:04",
              "zone": "+07:00", "status": 0, "verify": 1, "state": "attached" },
            { "terminal": "KES1", "pin": "999", "nip": null, "at": "2026-10-05T07:40:00",
              "zone": "+07:00", "status": 255, "verify": 15, "state": "unmapped" },
        ])
    );
}

#[tokio::test]
async fn punches_narrow_by_person_by_month_and_by_what_the_actor_may_see() {
    let desk = desk();
    punch(&desk).await;
    let pins = async |actor, query| {
        let punches = desk.office.list_punches(actor, &query).await?;
        Ok::<_, OfficeError>(punches.into_iter().map(|punch| punch.pin).collect::<Vec<_>>())
    };
    let of = |text: &str| PunchQuery { nip: Some(nip(text)), ..PunchQuery::default() };
    let month = |month: &str| PunchQuery { month: Some(month.parse().unwrap()), ..of(BUDI) };
    assert_eq!(pins(&desk.root, PunchQuery::default()).await.unwrap().len(), 5);
    assert_eq!(pins(&desk.root, of(BUDI)).await.unwrap(), ["101", "101"]);
    assert_eq!(pins(&desk.root, month("2026-10")).await.unwrap(), ["101"]);
    assert_eq!(pins(&desk.root, month("2026-11")).await.unwrap(), ["101"]);
    let operator = account(Role::Operator, Some("DINKES"));
    // Own people wherever they punch, and what is nobody's on own terminals.
    let own = pins(&operator, PunchQuery::default()).await.unwrap();
    assert_eq!(own, ["101", "999", "101"]);
    assert!(matches!(pins(&operator, of(SITI)).await, Err(OfficeError::Forbidden(_))));
    let pegawai = account(Role::Pegawai, None);
    assert!(matches!(pins(&pegawai, of(SITI)).await, Err(OfficeError::Forbidden(_))));
    assert!(matches!(pins(&pegawai, PunchQuery::default()).await, Err(OfficeError::Forbidden(_))));
    let nowhere = PunchQuery { terminal: Some("NONE".parse().unwrap()), ..PunchQuery::default() };
    assert!(matches!(pins(&desk.root, nowhere).await, Err(OfficeError::NotFound { .. })));
}

#[tokio::test]
async fn punches_are_counted_within_the_scope() {
    let desk = desk();
    punch(&desk).await;
    let (kes, tan) = ("KES1".parse().unwrap(), "TAN1".parse().unwrap());
    assert_eq!(desk.office.count_punches(&desk.root, None).await.unwrap(), 5);
    assert_eq!(desk.office.count_punches(&desk.root, Some(&kes)).await.unwrap(), 2);
    let operator = account(Role::Operator, Some("DINKES"));
    assert_eq!(desk.office.count_punches(&operator, Some(&kes)).await.unwrap(), 2);
    for terminal in [Some(&tan), None] {
        let count = desk.office.count_punches(&operator, terminal).await;
        assert!(matches!(count, Err(OfficeError::Forbidden(_))), "{terminal:?}");
    }
}

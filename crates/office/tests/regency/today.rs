//! Who is here today: in one unit, and in the whole regency by the same numbers.

use crate::common::{approve, office, owner};
use civil::Role;
use office::{Actor, Office, OfficeError, person::PeopleImport, presence::Turnout};
use storage::{access::Account, terminals::Sighting};

/// Two units on a Monday morning, and one whose only person has retired.
const PEOPLE: &str = "\
nip;nama;skpd;jenis pegawai;kelas;pola kerja;pin;berlaku sejak;aktif
198504102010012007;Siti Rahmawati;DISTAN;PNS;7;lima-hari;1001;2024-01-01;ya
199001012015031004;Ujang Hidayat;DISTAN;PNS;7;lima-hari;1002;2024-01-01;ya
198704122010012003;Budi Santoso;DISTAN;PNS;7;lima-hari;1003;2024-01-01;ya
199001012015032001;Siti Aminah;DINKES;PNS;7;lima-hari;1004;2024-01-01;ya
198601012010011009;Asep Sunandar;DINKES;PNS;7;lima-hari;1005;2024-01-01;ya
198602022010011002;Dede Kurnia;DINKES;PNS;7;lima-hari;1006;2024-01-01;ya
196501011990031001;Eman Sulaeman;SETDA;PNS;7;lima-hari;1007;2024-01-01;tidak
";

/// Siti came in time, Ujang late; Dede of the other unit came in time, Asep is on leave.
const PUSHED: &str = "\
1001\t2026-11-02 07:25:10\t0\t1
1002\t2026-11-02 08:12:00\t0\t1
1006\t2026-11-02 07:20:00\t0\t1
";

const ON_LEAVE: &str = "\
NIP;Jenis;Mulai;Sampai;Surat
198601012010011009;cuti-tahunan;2026-11-02;2026-11-03;surat 800/12
";

async fn monday_morning() -> Office {
    let (office, clock) = office("contoh", "2026-11-02T02:00:00Z");
    let options =
        PeopleImport { dry_run: false, pin_group: "utama".parse().expect("a well-formed name") };
    let done = office
        .import_people(&owner(), "people.csv", PEOPLE.as_bytes(), options)
        .await
        .expect("the example loads");
    assert_eq!((done.people_new, done.bad.len()), (7, 0), "{:?}", done.bad);
    let done = office
        .import_excuses(&owner(), "leave.csv", ON_LEAVE.as_bytes(), false)
        .await
        .expect("the example loads");
    assert_eq!(done.bad, []);
    let terminal = approve(&office, "T1").await;
    approve(&office, "T2").await;
    office.record_push(&terminal, PUSHED.as_bytes().to_vec()).await.expect("the example loads");
    let heard = |serial: &str, at: &str| Sighting {
        serial: serial.parse().expect("a serial"),
        at: at.parse().expect("an instant"),
        delivered: false,
        request: None,
        info: None,
    };
    let heard = [heard("T1", "2026-11-02T01:59:00Z"), heard("T2", "2026-11-02T01:00:00Z")];
    office.note_sightings(&heard).await.expect("noted");
    drop(clock);
    office
}

fn account(role: Role, skpd: Option<&str>) -> Actor {
    Actor::account(&Account {
        id: 1,
        username: "somebody".to_owned(),
        password_hash: String::new(),
        role,
        skpd: skpd.map(|skpd| skpd.parse().expect("a code")),
        person: None,
        active: true,
    })
}

#[tokio::test]
async fn the_regency_is_the_sum_of_its_units() {
    let office = monday_morning().await;
    let bkpsdm = account(Role::Bkpsdm, None);
    let today = office.today_everywhere(&bkpsdm).await.unwrap();
    assert_eq!((today.date, today.now), (office.today(), office.wall_now()));
    let of_units: Vec<_> =
        today.units.iter().map(|unit| (unit.code.as_str(), unit.turnout)).collect();
    let distan = Turnout { expected: 3, arrived: 2, late: 1, excused: 0, missing: 1 };
    let dinkes = Turnout { expected: 3, arrived: 1, late: 0, excused: 1, missing: 1 };
    assert_eq!(of_units, [("DINKES", dinkes), ("DISTAN", distan)], "a unit of nobody is left out");
    let everybody = Turnout { expected: 6, arrived: 3, late: 1, excused: 1, missing: 2 };
    assert_eq!(today.everybody, everybody);
    let silent: Vec<_> = today.terminals.iter().map(|t| t.terminal.serial.as_str()).collect();
    assert_eq!(silent, ["T2"]);
}

#[tokio::test]
async fn a_unit_by_itself_says_the_same() {
    let office = monday_morning().await;
    let everywhere = office.today_everywhere(&owner()).await.unwrap();
    for unit in &everywhere.units {
        let today = office.today_in(&owner(), &unit.code).await.unwrap();
        let alone = Turnout {
            expected: today.expected,
            arrived: today.arrived,
            late: today.late,
            excused: today.excused,
            missing: u32::try_from(today.missing.len()).unwrap(),
        };
        assert_eq!(alone, unit.turnout, "{}", unit.code);
    }
    let distan = office.today_in(&owner(), &"DISTAN".parse().unwrap()).await.unwrap();
    let missing: Vec<_> = distan.missing.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(missing, ["Budi Santoso"]);
    assert_eq!(distan.missing[0].since.to_string(), "2026-11-02 07:30:00");
}

#[tokio::test]
async fn units_are_named_as_registered_and_those_with_most_missing_come_first() {
    let office = monday_morning().await;
    let name = |code: &str, name: &str| storage::organisation::SkpdEntry {
        code: code.parse().unwrap(),
        name: name.to_owned(),
    };
    office.register_skpds(&owner(), &[name("DISTAN", "Dinas Pertanian")]).await.unwrap();
    let terminal = office.known_terminal(&"T1".parse().unwrap()).await.unwrap().unwrap();
    let late = b"1004\t2026-11-02 08:50:00\t0\t1\n".to_vec();
    office.record_push(&terminal, late).await.unwrap();
    let today = office.today_everywhere(&owner()).await.unwrap();
    let names: Vec<_> =
        today.units.iter().map(|unit| (unit.name.as_str(), unit.turnout.missing)).collect();
    assert_eq!(names, [("Dinas Pertanian", 1), ("DINKES", 0)]);
}

#[tokio::test]
async fn only_who_sees_the_whole_regency_sees_it_whole() {
    let office = monday_morning().await;
    for role in [Role::Bkpsdm, Role::Auditor] {
        assert!(office.today_everywhere(&account(role, None)).await.is_ok(), "{role}");
        let bound = office.today_everywhere(&account(role, Some("DISTAN"))).await;
        assert!(matches!(bound, Err(OfficeError::Forbidden(_))), "{role} of one unit");
    }
    for (role, skpd) in [(Role::Operator, Some("DISTAN")), (Role::Pegawai, None)] {
        let refused = office.today_everywhere(&account(role, skpd)).await;
        assert!(matches!(refused, Err(OfficeError::Forbidden(_))), "{role}");
    }
}

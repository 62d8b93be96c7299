//! Many look at the same months while punches come: what is stored in the end is what the facts
//! say, whoever evaluated last.

use std::sync::Arc;

use office::{Office, person::PeopleImport};
use storage::{
    people::PeopleStore as _,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople, ResultStore as _},
};
use storage_sql::SqlStore;

use super::{NOW, common::approve, common::office_over, common::owner, november};

/// People; each punches twice a day.
const PEOPLE: usize = 40;

/// Why nothing of the example fails.
const READY: &str = "the example is in order";

async fn people_of(office: &Office) {
    let head = "nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak\n";
    let rows = (1..=PEOPLE).map(|number| {
        format!(
            "198504102010012{number:03};Pegawai {number};DISTAN;Bidang;Analis;7;PNS;{number};\
             lima-hari;2024-01-01\n"
        )
    });
    let table = head.to_owned() + &rows.collect::<Vec<_>>().concat();
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect(READY) };
    let done = office.import_people(&owner(), "people.csv", table.as_bytes(), options).await;
    assert_eq!(done.expect(READY).bad, []);
}

/// Everything stored of November, but when it was computed.
async fn stored(store: &SqlStore) -> Vec<MonthResult> {
    let filter = ResultFilter { month: november(), people: ResultPeople::All };
    let mut results = store.months(&filter).await.expect(READY);
    for result in &mut results {
        result.evaluated = jiff::Timestamp::UNIX_EPOCH;
    }
    results
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_evaluates_last_stores_what_the_facts_say() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("abdi.sqlite");
    let store = SqlStore::open(path.to_str().unwrap(), &"contoh".parse().unwrap()).await.unwrap();
    let store = Arc::new(store);
    let (office, _) = office_over(store.clone(), "contoh", NOW);
    people_of(&office).await;
    let terminal = approve(&office, "T1").await;
    let facts = store.facts(&People::All).await.unwrap();
    let each = facts.into_iter().map(|fact| People::These(vec![fact.person])).collect();
    // One looks at everybody, which takes long; others at one after the other.
    let looking: Vec<_> = [vec![People::All], each]
        .map(|groups: Vec<People>| {
            let office = office.clone();
            tokio::spawn(async move {
                for people in groups.iter().cycle() {
                    office.refresh(november(), people).await.expect(READY);
                }
            })
        })
        .into();
    for day in 2..=27 {
        for (hour, status) in [(7, 0), (16, 1)] {
            let line =
                |pin| format!("{pin}\t2026-11-{day:02} {hour:02}:20:{pin:02}\t{status}\t1\n");
            let lines = (1..=PEOPLE).map(line).collect::<Vec<_>>().concat();
            office.record_push(&terminal, lines.into_bytes()).await.unwrap();
        }
    }
    for looker in looking {
        looker.abort();
        assert!(looker.await.is_err_and(|ended| ended.is_cancelled()), "it goes on until then");
    }
    office.refresh_all(&owner()).await.unwrap();
    let bit_by_bit = stored(&store).await;
    office.evaluate_month(&owner(), november(), &People::All).await.unwrap();
    let from_nothing = stored(&store).await;
    store.close().await;
    assert_eq!(bit_by_bit.len(), PEOPLE);
    let different = bit_by_bit.iter().zip(&from_nothing).filter(|(one, other)| one != other);
    assert_eq!(different.count(), 0, "people whose stored month is not what the facts say");
}

//! A unit of 250 people closes at once.

use std::{sync::Arc, time::Instant};

use storage_sql::SqlStore;

use crate::fixture::{READY, desk_over, distan, october, scans};

const PEOPLE: usize = 250;

#[tokio::test]
async fn a_unit_of_250_closes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("abdi.sqlite");
    let store = SqlStore::open(path.to_str().unwrap(), &"contoh".parse().unwrap()).await.unwrap();
    let store = Arc::new(store);
    let desk = desk_over(store.clone()).await;
    let (mut csv, mut results, mut pins) = (String::new(), Vec::new(), Vec::new());
    csv.push_str("nip;nama;skpd;kelas;jenis pegawai;pin;pola kerja;berlaku sejak\n");
    for number in 1..=PEOPLE - 3 {
        let nip = format!("198504102010011{number:03}");
        csv.push_str(&format!(
            "{nip};Pegawai {number};DISTAN;7;PNS;{};lima-hari;2024-01-01\n",
            5_000 + number
        ));
        results.push(nip);
        pins.push((5_000 + number).to_string());
    }
    desk.people(&csv).await;
    desk.results(october(), &results.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let pins: Vec<&str> = pins.iter().map(String::as_str).collect();
    for day in 1..=31 {
        desk.push("T1", &scans("2026-10", day..=day, &pins)).await;
    }
    let people = storage::presence::People::Of(distan());
    desk.office.refresh(october(), &people).await.expect(READY);
    let begun = Instant::now();
    let closed = desk.close(&distan()).await;
    let took = begun.elapsed();
    assert_eq!(closed.people, PEOPLE as u64);
    println!("closed {PEOPLE} people in {} ms", took.as_millis());
    store.close().await;
}

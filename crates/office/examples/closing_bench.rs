//! How long it takes to close a unit of 250 and to try another law on a whole regency, on SQLite:
//! `cargo run --release -p office --example closing_bench -- [PEOPLE]`.
//!
//! `bench/closing.sh` runs it and knows the bars.
//!
//! The regency is PEOPLE people (16,000 if absent) in units of 250, each of whom punches twice a
//! day through October 2026. What is measured is printed in
//! milliseconds, the best of three.

#![expect(clippy::print_stdout, reason = "what is measured is printed")]

use std::{fmt::Write as _, sync::Arc, time::Instant};

use civil::Month;
use office::{Lawbook, allowance::closing::Closing, person::PeopleImport};
use storage_sql::SqlStore;

#[path = "../tests/common/mod.rs"]
#[expect(dead_code, reason = "shared with programs of tests, and not all of it is needed here")]
mod common;

const READY: &str = "the example is in order";
const UNIT: usize = 250;

/// A Nip for each: born on one of many days, so that each is another.
fn nips(people: usize) -> Vec<String> {
    let of = |number: usize| {
        let (year, rest) = (1970 + number / 8_000, number % 8_000);
        let (month, day, serial) = (rest / 700 + 1, rest / 25 % 28 + 1, rest % 25 + 1);
        format!("{year}{month:02}{day:02}2010011{serial:03}")
    };
    let mut nips: Vec<String> = (0..people).map(of).collect();
    nips.sort();
    nips.dedup();
    nips
}

#[tokio::main]
async fn main() {
    let people = std::env::args().nth(1).map_or(16_000, |text| text.parse().expect("a number"));
    let folder = tempfile::tempdir().expect(READY);
    let path = folder.path().join("abdi.sqlite");
    let store = SqlStore::open(path.to_str().expect(READY), &"contoh".parse().expect(READY)).await;
    let store = Arc::new(store.expect(READY));
    let (office, _) = common::office_over(store.clone(), "contoh", "2026-11-03T01:00:00Z");
    let (owner, october) = (common::owner(), "2026-10".parse::<Month>().expect(READY));
    let nips = nips(people);
    let mut csv = "nip;nama;skpd;kelas;jenis pegawai;pin;pola kerja;berlaku sejak\n".to_owned();
    let mut results = "NIP;e-Kinerja\n".to_owned();
    for (number, nip) in nips.iter().enumerate() {
        let (unit, pin) = (number / UNIT, 10_000 + number);
        let _ = writeln!(csv, "{nip};Pegawai {number};U{unit};7;PNS;{pin};lima-hari;2024-01-01");
        let _ = writeln!(results, "{nip};100");
    }
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect(READY) };
    let done = office.import_people(&owner, "p.csv", csv.as_bytes(), options).await.expect(READY);
    assert_eq!(done.bad, []);
    office
        .import_performance(&owner, october, "k.csv", results.as_bytes(), false)
        .await
        .expect(READY);
    let terminal = common::approve(&office, "T1").await;
    for day in 1..=31 {
        let mut lines = String::new();
        for number in 0..nips.len() {
            let (pin, minute) = (10_000 + number, number % 60);
            let _ = writeln!(lines, "{pin}\t2026-10-{day:02} 07:{minute:02}:00\t0\t1");
            let _ = writeln!(lines, "{pin}\t2026-10-{day:02} 16:31:00\t1\t1");
        }
        office.record_push(&terminal, lines.into_bytes()).await.expect(READY);
    }
    let acts: Vec<String> = office.lawbook().law().provisions.acts.keys().cloned().collect();
    let officer: civil::Nip = nips.first().expect(READY).parse().expect(READY);
    for act in acts {
        // An act may be cited by nothing.
        let _ = office.verify_law(&owner, &act, officer, "read").await;
    }
    office.refresh(october, &storage::presence::People::All).await.expect(READY);

    let mut best = u128::MAX;
    for unit in 0..3 {
        let skpd = format!("U{unit}").parse().expect(READY);
        let begun = Instant::now();
        let closed = office.close_month(&owner, &skpd, october, &[]).await.expect(READY);
        best = best.min(begun.elapsed().as_millis());
        assert!(matches!(closed, Closing::Closed(_)), "{closed:?}");
    }
    println!("close {best}");

    let mut texts = common::law_texts();
    let before = "code = \"TL1\", from = 1, to = 30, rate = \"0.5%\"";
    for file in &mut texts {
        if file.path == "regency/contoh/deductions.toml" {
            file.text = file.text.replace(before, &before.replace("0.5%", "0.6%"));
        }
    }
    let draft = Lawbook::read(&texts, &"contoh".parse().expect(READY)).expect(READY);
    let mut best = u128::MAX;
    for _ in 0..3 {
        let begun = Instant::now();
        let told = office.what_if(&owner, october, draft.clone()).await.expect(READY);
        best = best.min(begun.elapsed().as_millis());
        assert_eq!(told.people, nips.len() as u64);
    }
    println!("what-if {best}");
    store.close().await;
}

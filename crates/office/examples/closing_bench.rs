//! How long it takes to close a unit of 250, to list 50 requests that wait for a decision with what
//! each would change, and to try another law on a whole regency, on SQLite:
//! `cargo run --release -p office --example closing_bench -- [PEOPLE]`.
//!
//! `bench/closing.sh` runs it and knows the bars.
//!
//! The regency is PEOPLE people (16,000 if absent) in units of 250, each of whom punches twice a
//! day through October 2026. What is measured is printed in
//! milliseconds, the best of three.

#![expect(clippy::print_stdout, reason = "what is measured is printed")]

use std::{fmt::Write as _, sync::Arc, time::Instant};

use civil::{Month, Role};
use office::{
    Actor, Lawbook, Office,
    allowance::closing::Closing,
    matter::Cause,
    person::PeopleImport,
    presence::{CorrectedDay, CorrectionRequest},
};
use storage::{Store, access::Account};
use storage_sql::SqlStore;

#[path = "../tests/common/mod.rs"]
#[expect(dead_code, reason = "shared with programs of tests, and not all of it is needed here")]
mod common;

const READY: &str = "the example is in order";
const UNIT: usize = 250;
/// Requests that wait on one desk.
const WAITING: usize = 50;

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

/// Somebody who is signed in.
async fn signed_in(store: &dyn Store, nip: &str) -> Actor {
    let person = store.person_by_nip(&nip.parse().expect(READY)).await.expect(READY);
    Actor::account(&Account {
        id: 1,
        username: nip.to_owned(),
        password_hash: String::new(),
        role: Role::Pegawai,
        skpd: None,
        person,
        active: true,
    })
}

/// The time in which the head of a unit that is not closed sees what waits there, in milliseconds,
/// the best of three.
async fn decisions(office: &Office, store: &dyn Store, nips: &[String]) -> u128 {
    let mut unit = nips.iter().skip(3 * UNIT);
    let head = unit.next().expect("there are more than three units");
    let posts = format!("skpd;unit;kedudukan;nip;mulai;sebagai\nU3;;;{head};2026-01-01;\n");
    let owner = common::owner();
    let done = office.import_posts(&owner, "j.csv", posts.as_bytes(), false).await.expect(READY);
    assert_eq!(done.bad, []);
    for nip in unit.take(WAITING) {
        let date = "2026-10-21".parse().expect(READY);
        let request = CorrectionRequest {
            nip: nip.parse().expect(READY),
            days: vec![CorrectedDay { date, arrived: Some(7 * 60), left: None }],
            cause: Cause::TerminalDown,
            reason: "mesin mati".to_owned(),
            proofs: Vec::new(),
        };
        let asked = office.request_correction(&signed_in(store, nip).await, request).await;
        asked.expect(READY);
    }
    let head = signed_in(store, head).await;
    let mut best = u128::MAX;
    for _ in 0..3 {
        let begun = Instant::now();
        let list = office.waiting_matters(&head).await.expect(READY);
        best = best.min(begun.elapsed().as_millis());
        assert_eq!(list.total, WAITING);
    }
    best
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
    println!("decide {}", decisions(&office, store.as_ref(), &nips).await);
    // A month that is closed is tried, all but the unit whose requests wait.
    for unit in 4..nips.len().div_ceil(UNIT) {
        let skpd = format!("U{unit}").parse().expect(READY);
        let closed = office.close_month(&owner, &skpd, october, &[]).await.expect(READY);
        assert!(matches!(closed, Closing::Closed(_)), "{closed:?}");
    }

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

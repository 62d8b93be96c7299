//! Leave, duty, and what happened.

use office::OfficeError;
use storage::{
    people::Occurrence,
    presence::{NewExcuse, People},
};

use crate::fixture::{BUDI, SITI, desk, nip};

#[tokio::test]
async fn excuses_load_with_both_days_or_one_and_bad_rows_are_told() {
    let desk = desk();
    desk.load_two().await;
    let csv = format!(
        "NIP;Jenis;Mulai;Sampai;Jam mulai;Jam selesai;Surat\n\
         {BUDI};Cuti tahunan;05/10/2026;09/10/2026;;;800/12/2026\n\
         {SITI};dinas-luar;2026-10-06;;08:00;12.00;ST 9\n\
         {SITI};cuti sakit;09/10/2026;05/10/2026;;;surat dokter\n\
         {SITI};libur;09/10/2026;;;;surat\n\
         {SITI};wfa;09/10/2026;;08:00;;surat\n\
         {SITI};wfa;09/10/2026;;12:00;08:00;surat\n\
         {SITI};wfa;09/10/2026;09/10/2036;;;surat\n\
         {SITI};wfa;09/10/2026;;;;\n\
         {BUDI};Cuti tahunan;05/10/2026;09/10/2026;;;800/12/2026\n"
    );
    let (file, bytes) = ("c.csv", csv.as_bytes());
    let said = desk.office.import_excuses(&desk.root, file, bytes, true).await.unwrap();
    assert_eq!(desk.store.stale_count().await.unwrap(), stale_before(&desk).await);
    let done = desk.office.import_excuses(&desk.root, file, bytes, false).await.unwrap();
    assert_eq!((said.loaded, said.known, &said.bad), (done.loaded, done.known, &done.bad));
    assert_eq!((done.rows, done.loaded, done.known), (9, 2, 1));
    let places: Vec<_> = done.bad.iter().map(|bad| (bad.line, bad.column.as_str())).collect();
    assert_eq!(
        places,
        [
            (4, "Sampai"),
            (5, "Jenis"),
            (6, "Jam selesai"),
            (7, "Jam selesai"),
            (8, "Sampai"),
            (9, "Surat")
        ]
    );
    let (from, until) = ("2026-10-01".parse().unwrap(), "2026-10-31".parse().unwrap());
    let kept = desk.store.excuses(&People::All, from, until).await.unwrap();
    let told: Vec<_> = kept
        .iter()
        .map(|kept| (kept.excuse.kind.as_str(), kept.excuse.until.day(), kept.excuse.minutes))
        .collect();
    assert_eq!(told, [("cuti-tahunan", 9, None), ("dinas-luar", 6, Some((480, 720)))]);
    let again = desk.office.import_excuses(&desk.root, file, bytes, false).await.unwrap();
    assert_eq!((again.loaded, again.known), (0, 3));
}

/// Marks of a desk on which only people were loaded.
async fn stale_before(_: &crate::fixture::Desk) -> u64 {
    let fresh = desk();
    fresh.load_two().await;
    fresh.store.stale_count().await.expect("the example is in order")
}

#[tokio::test]
async fn programs_record_excuses_all_or_none() {
    let desk = desk();
    desk.load_two().await;
    let person = desk.store.person_by_nip(&nip(BUDI)).await.unwrap().unwrap();
    let good = NewExcuse {
        person,
        kind: "wfa".to_owned(),
        from: "2026-10-05".parse().unwrap(),
        until: "2026-10-05".parse().unwrap(),
        minutes: None,
        reason: "SE 3/2026".to_owned(),
    };
    for bad in [
        NewExcuse { kind: "WFA".to_owned(), ..good.clone() },
        NewExcuse { kind: "libur".to_owned(), ..good.clone() },
        NewExcuse { until: "2026-10-04".parse().unwrap(), ..good.clone() },
        NewExcuse { minutes: Some((600, 600)), ..good.clone() },
        NewExcuse { reason: " ".to_owned(), ..good.clone() },
    ] {
        let done = desk.office.record_excuses(&desk.root, vec![good.clone(), bad.clone()]).await;
        assert!(matches!(done, Err(OfficeError::BadInput(_))), "{bad:?}");
    }
    let twice = vec![good.clone(), good];
    assert_eq!(desk.office.record_excuses(&desk.root, twice.clone()).await.unwrap(), 1);
    assert_eq!(desk.office.record_excuses(&desk.root, twice).await.unwrap(), 0);
}

#[tokio::test]
async fn occurrences_load_under_the_codes_that_rules_name() {
    let desk = desk();
    desk.load_two().await;
    let csv = format!(
        "nip,tanggal,kode,jumlah,alasan\n\
         {BUDI},2026-10-05,missed:Apel,,daftar hadir\n\
         {BUDI},2026-10-06,away,45,sidak\n\
         {BUDI},2026-10-07,sanction:teguran lisan,,SK 1\n\
         {SITI},2026-10-06,away,,sidak\n\
         {SITI},2026-10-06,away,1500,sidak\n\
         {SITI},2026-10-06,bolos,,sidak\n\
         {SITI},2026-12-01,missed:apel,,daftar hadir\n\
         {SITI},2026-10-06,missed:apel,,\n"
    );
    let done = desk.office.import_occurrences(&desk.root, "k.csv", csv.as_bytes(), false).await;
    let done = done.unwrap();
    assert_eq!((done.rows, done.loaded), (8, 3));
    let places: Vec<_> = done.bad.iter().map(|bad| (bad.line, bad.column.as_str())).collect();
    assert_eq!(places, [(5, "jumlah"), (6, "jumlah"), (7, "kode"), (8, "tanggal"), (9, "alasan")]);
    let (from, until) = ("2026-10-01".parse().unwrap(), "2026-10-31".parse().unwrap());
    let kept = desk.store.occurrences(&People::All, from, until).await.unwrap();
    let told: Vec<_> = kept.iter().map(|kept| (kept.code.as_str(), kept.amount)).collect();
    assert_eq!(told, [("missed:apel", 1), ("away", 45), ("sanction:teguran-lisan", 1)]);
    let again = desk.office.record_occurrences(&desk.root, kept.clone()).await.unwrap();
    assert_eq!(again, 0);
    let bad = vec![Occurrence { code: "away".to_owned(), amount: 0, ..kept[0].clone() }];
    let done = desk.office.record_occurrences(&desk.root, bad).await;
    assert!(matches!(done, Err(OfficeError::BadInput(_))));
}

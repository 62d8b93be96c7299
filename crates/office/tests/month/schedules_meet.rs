//! A night shift under one schedule and a morning under the next claim the same scan: it is of the
//! earlier day, wherever the month begins and whichever days are evaluated again.

use office::{Office, person::PeopleImport};

use super::common::{approve, office, owner};

const READY: &str = "the example is in order";
const BUDI: &str = "199001012015011002";
/// The morning scan after the night.
const MORNING: &str = "07:05:00";

/// Budi works nights in turn until the eve of `change`, then five days a week; of `night` he has
/// the scans of a shift over midnight and of the working day after it.
async fn changed(change: &str, (turn, night, day): (u8, &str, &str)) -> Office {
    let (office, _) = office("contoh", "2026-12-05T03:00:00Z");
    let rows = format!(
        "nip,nama,skpd,kelas,jenis pegawai,pin,pola kerja,berlaku sejak\n\
         {BUDI},Budi,RSUD,8,PNS,102,rsud-rotasi:{turn},2026-08-01\n\
         {BUDI},Budi,RSUD,8,PNS,102,lima-hari,{change}\n"
    );
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect(READY) };
    let done = office.import_people(&owner(), "p.csv", rows.as_bytes(), options).await;
    assert_eq!(done.expect(READY).bad, []);
    push(&office, &[&format!("{night} 20:55:00"), &format!("{day} {MORNING}")]).await;
    push(&office, &[&format!("{day} 16:35:00")]).await;
    office
}

async fn push(office: &Office, readings: &[&str]) {
    let terminal = approve(office, "T1").await;
    let lines: Vec<String> = readings.iter().map(|at| format!("102\t{at}\t0\t1\t0\t0\n")).collect();
    let done = office.record_push(&terminal, lines.concat().into_bytes()).await.expect(READY);
    assert_eq!(done.recorded.stored as usize, readings.len());
}

/// What the scan after the night was used for on a day, and whether a cut says so.
async fn used(office: &Office, day: &str) -> (&'static str, bool) {
    let nip = BUDI.parse().expect(READY);
    let day = office.explain_day(&owner(), &nip, day.parse().expect(READY)).await.expect(READY);
    let morning = day.scans.iter().find(|scan| scan.at.ends_with(MORNING)).expect("it is shown");
    (morning.used, !day.lines.is_empty())
}

#[tokio::test]
async fn a_day_beside_a_late_punch_comes_out_as_from_nothing() {
    let office = changed("2026-10-07", (1, "2026-10-06", "2026-10-07")).await;
    let october = "2026-10".parse().unwrap();
    let statement = async || {
        office.statement(&owner(), &BUDI.parse().expect(READY), october).await.expect(READY)
    };
    statement().await;
    push(&office, &["2026-10-08 07:20:00"]).await;
    let refreshed = statement().await;
    office.evaluate_month(&owner(), october, &storage::presence::People::All).await.unwrap();
    assert_eq!(statement().await, refreshed);
    assert!(refreshed.lines.iter().any(|line| line.date == "2026-10-07"), "{refreshed:?}");
}

#[tokio::test]
async fn a_scan_is_used_once_wherever_the_month_begins() {
    for (change, nights) in [
        ("2026-10-07", (1, "2026-10-06", "2026-10-07")),
        ("2026-10-01", (0, "2026-09-30", "2026-10-01")),
    ] {
        let (_, night, day) = nights;
        let office = changed(change, nights).await;
        assert_eq!(used(&office, night).await.0, "left", "{change}");
        assert_eq!(used(&office, day).await, ("day-before", true), "{change}");
    }
}

#[tokio::test]
async fn a_decree_about_a_month_reaches_the_first_day_after_it() {
    let nights = (0, "2026-09-30", "2026-10-01");
    // All the time five days a week, as it is known first.
    let office = changed("2026-08-02", nights).await;
    assert_eq!(used(&office, "2026-10-01").await.0, "arrived");
    // The change of October first: it says nothing new, so that the nights end on its eve.
    let rows = format!(
        "nip,nama,skpd,kelas,jenis pegawai,pola kerja,berlaku sejak\n\
         {BUDI},Budi,RSUD,8,PNS,lima-hari,2026-10-01\n\
         {BUDI},Budi,RSUD,8,PNS,rsud-rotasi:0,2026-08-15\n"
    );
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().unwrap() };
    let done = office.import_people(&owner(), "d.csv", rows.as_bytes(), options).await.unwrap();
    assert_eq!((done.loaded, done.bad), (2, vec![]));
    assert_eq!(used(&office, "2026-09-30").await.0, "left");
    let october = "2026-10".parse().unwrap();
    let statement = async || {
        office.statement(&owner(), &BUDI.parse().expect(READY), october).await.expect(READY)
    };
    let refreshed = statement().await;
    office.evaluate_month(&owner(), october, &storage::presence::People::All).await.unwrap();
    assert_eq!(statement().await, refreshed);
    assert_eq!(used(&office, "2026-10-01").await, ("day-before", true));
}

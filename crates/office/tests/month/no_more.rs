//! A month that is no more, by a decree or another law, leaves nothing behind that could be shown,
//! summed or paid: what is stored bit by bit is what is computed from nothing.

use std::sync::Arc;

use office::{
    Lawbook, Office, OfficeError, Parts,
    allowance::{Problems, SheetFilter, StatementDoc},
    person::PeopleImport,
};
use storage::{
    Store,
    memory::MemoryStore,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople, ResultStore as _},
};

use super::{
    NOW,
    common::{Repeating, law_texts, office_over, owner},
    load, november,
};

/// Why nothing of the example fails.
const READY: &str = "the example is in order";
const SITI: &str = "198504102010012007";
const UJANG: &str = "199001012015031004";

/// A decree of 13 October that is recorded in December, for Siti: the row but for what it changes.
async fn late_decree(office: &Office, skpd: &str, inservice: &str) {
    let rows = format!(
        "nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pola kerja;inservice;berlaku sejak\n\
         {SITI};Siti Rahmawati;{skpd};Bidang Pangan;Analis;7;PNS;lima-hari;{inservice};2026-10-13\n"
    );
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect(READY) };
    let done = office.import_people(&owner(), "decree.csv", rows.as_bytes(), options).await;
    let done = done.expect(READY);
    assert_eq!((done.bad, done.loaded), (Vec::new(), 1));
}

/// Everything stored of November, but when it was computed.
async fn stored(store: &dyn Store) -> Vec<MonthResult> {
    let filter = ResultFilter { month: november(), people: ResultPeople::All };
    let mut results = store.months(&filter).await.expect(READY);
    for result in &mut results {
        result.evaluated = jiff::Timestamp::UNIX_EPOCH;
    }
    results
}

async fn statement(office: &Office, nip: &str) -> Result<StatementDoc, OfficeError> {
    office.statement(&owner(), &nip.parse().expect(READY), november()).await
}

/// Who is on the sheet of a unit, and the sum that is paid.
async fn sheet(office: &Office, skpd: &str) -> (Vec<String>, i64) {
    let all = SheetFilter { problems_only: Problems::AndAll, ..SheetFilter::default() };
    let skpd = skpd.parse().expect(READY);
    let sheet = office.month_sheet(&owner(), &skpd, november(), &all).await.expect(READY);
    (sheet.rows.into_iter().map(|row| row.nip).collect(), sheet.totals.net.0)
}

/// The stored rows, once shown to be those that an office computes from nothing.
async fn as_from_nothing(office: &Office, store: &dyn Store) -> Vec<MonthResult> {
    let bit_by_bit = stored(store).await;
    let people: Vec<_> = bit_by_bit.iter().map(|result| result.person).collect();
    store.remove_months(november(), &people).await.expect(READY);
    assert_eq!(stored(store).await, []);
    office.evaluate_month(&owner(), november(), &People::All).await.expect(READY);
    assert_eq!(stored(store).await, bit_by_bit);
    bit_by_bit
}

#[tokio::test]
async fn who_left_service_by_a_late_decree_has_no_month_any_more() {
    let store: Arc<MemoryStore> = Arc::new(MemoryStore::new());
    let (office, _) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    assert!(statement(&office, SITI).await.unwrap().tpp_net > 0);
    let (people, both) = sheet(&office, "DISTAN").await;
    assert_eq!(people.len(), 2);
    late_decree(&office, "DISTAN", "tidak").await;

    let (people, one) = sheet(&office, "DISTAN").await;
    assert!(people == [UJANG] && one < both, "{people:?} {one} {both}");
    let gone = statement(&office, SITI).await;
    assert!(matches!(gone, Err(OfficeError::NotFound { .. })), "{gone:?}");
    let nip = SITI.parse().unwrap();
    assert_eq!(office.my_month(&owner(), &nip, november(), None).await.unwrap(), None);
    let day = office.explain_day(&owner(), &nip, november().first()).await.unwrap_err();
    assert!(day.to_string().contains("not in service on any day of 2026-11"), "{day}");
    assert_eq!(as_from_nothing(&office, &*store).await.len(), 1);

    late_decree(&office, "DISTAN", "ya").await;
    assert_eq!(sheet(&office, "DISTAN").await.1, both, "the decree was withdrawn");
}

#[tokio::test]
async fn a_row_kept_from_before_goes_whoever_looks() {
    let store: Arc<MemoryStore> = Arc::new(MemoryStore::new());
    let (office, clock) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    sheet(&office, "DISTAN").await;
    let kept: Vec<_> =
        store.months(&ResultFilter { month: november(), people: ResultPeople::All }).await.unwrap();
    late_decree(&office, "DISTAN", "tidak").await;
    office.refresh(november(), &People::All).await.unwrap();
    // As a program that never removed a month left it.
    store.save_months(&kept, &[]).await.unwrap();
    clock.advance_seconds(30 * 86_400);
    assert_eq!(sheet(&office, "DISTAN").await.0, [UJANG]);
    assert_eq!(as_from_nothing(&office, &*store).await.len(), 1);
}

#[tokio::test]
async fn a_month_is_on_the_sheet_of_one_unit_only() {
    let store: Arc<MemoryStore> = Arc::new(MemoryStore::new());
    let (office, _) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    assert_eq!(sheet(&office, "DISTAN").await.0.len(), 2);
    late_decree(&office, "DISHUB", "ya").await;
    assert_eq!(sheet(&office, "DISTAN").await.0, [UJANG], "who looks first is the unit she left");
    assert_eq!(sheet(&office, "DISHUB").await.0, [SITI]);
    assert_eq!(as_from_nothing(&office, &*store).await.len(), 2);
}

#[tokio::test]
async fn where_the_law_has_become_silent_nothing_of_an_earlier_law_is_shown() {
    let store: Arc<MemoryStore> = Arc::new(MemoryStore::new());
    let (office, clock) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    let before = statement(&office, SITI).await.unwrap();
    assert!(before.tpp_net > 0 && before.silent.is_none());

    let mut texts = law_texts();
    let hours = texts.iter_mut().find(|text| text.path == "national/hours.toml").unwrap();
    let (before_them, of_lima_hari) = hours.text.split_once("[schedule.lima-hari]").unwrap();
    let since = "\nfrom = \"2023-04-12\"";
    assert_eq!(of_lima_hari.matches(since).count(), 2);
    hours.text = before_them.to_owned()
        + "[schedule.lima-hari]"
        + &of_lima_hari.replace(since, "\nfrom = \"2026-11-16\"");
    let regency = "contoh".parse().unwrap();
    let other = Office::new(Parts {
        store: store.clone(),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook: Lawbook::read(&texts, &regency).unwrap(),
        clock,
        random: Arc::new(Repeating),
        regency,
        zone: civil::Zone::WIB,
    });
    for _ in 0..2 {
        let silent = statement(&other, SITI).await.unwrap();
        assert_eq!((silent.tpp_gross, silent.tpp_net, silent.lines.len()), (0, 0, 0));
        assert!(silent.silent.is_some() && silent.open == ["law-silent"], "{silent:?}");
        assert_ne!(silent.law_version, before.law_version);
        let day = other.explain_day(&owner(), &SITI.parse().unwrap(), november().first()).await;
        let Err(OfficeError::LawSilent(of_day)) = day else { panic!("{day:?}") };
        assert_eq!(Some((&of_day).into()), silent.silent);
    }
    assert_eq!(sheet(&other, "DISTAN").await.1, 0);
    let done = other.evaluate_month(&owner(), november(), &People::All).await.unwrap();
    assert_eq!((done.people, done.silent.len()), (0, 2));
    let rows = as_from_nothing(&other, &*store).await;
    assert!(rows.iter().all(|row| row.law_version != before.law_version && row.net.0 == 0));
}

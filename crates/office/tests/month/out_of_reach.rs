//! Months far ahead, or before there was a civil service: nobody's leafing stores them, and no
//! date makes anything panic.

use std::sync::Arc;

use civil::Month;
use jiff::civil::Date;
use office::{OfficeError, allowance::SheetFilter, person::PeopleImport};
use storage::{
    memory::MemoryStore,
    presence::People,
    results::{ResultFilter, ResultPeople, ResultStore as _},
};

use super::{
    NOW,
    common::{office_over, owner},
    load, november,
};

const SITI: &str = "198504102010012007";

#[tokio::test]
async fn a_month_out_of_reach_is_neither_computed_nor_stored() {
    let store = Arc::new(MemoryStore::new());
    let (office, _) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    let nip = SITI.parse().unwrap();
    let skpd = "DISTAN".parse().unwrap();
    let rows = async |month| {
        let filter = ResultFilter { month, people: ResultPeople::All };
        store.months(&filter).await.unwrap().len()
    };
    let far = ["1944-12", "2027-02", "3000-01", "9999-11", "9999-12"].map(str::parse);
    let ends = [Ok(Month::of(Date::MIN)), Ok(Month::of(Date::MAX))];
    for month in far.into_iter().chain(ends).map(Result::unwrap) {
        assert_eq!(office.my_month(&owner(), &nip, month, None).await.unwrap(), None);
        let sheet = office.month_sheet(&owner(), &skpd, month, &SheetFilter::default()).await;
        assert!(matches!(sheet, Err(OfficeError::NotFound { .. })), "{sheet:?}");
        let why = format!("{month} cannot be computed; months from 1945-01 to 2027-01 can");
        let statement = office.statement(&owner(), &nip, month).await.unwrap_err();
        assert_eq!(statement.to_string(), why);
        let both = [november(), month];
        let done = office.evaluate_months(&owner(), &both, &People::All).await.unwrap_err();
        assert_eq!(done.to_string(), why);
        for date in [month.first(), month.last()] {
            let day = office.explain_day(&owner(), &nip, date).await.unwrap_err();
            assert_eq!(day.to_string(), why);
        }
        office.refresh(month, &People::All).await.unwrap();
        assert_eq!(rows(month).await, 0, "{month}");
        assert_eq!(rows(november()).await, 0, "all or nothing of what was asked for");
    }
    let next = "2027-01".parse().unwrap();
    let done = office.evaluate_month(&owner(), next, &People::All).await.unwrap();
    assert_eq!((done.people, rows(next).await), (2, 2), "the month after the running one is near");
    assert!(office.my_month(&owner(), &nip, next, None).await.unwrap().is_some());
}

#[tokio::test]
async fn a_fact_from_the_last_day_of_time_stops_nobody() {
    let store = Arc::new(MemoryStore::new());
    let (office, _) = office_over(store.clone(), "contoh", NOW);
    load(&office).await;
    let table = "nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pola kerja;berlaku sejak\n\
        198504102010012007;Siti R.;DISTAN;Bidang Pangan;Analis;7;PNS;lima-hari;9999-12-31\n";
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().unwrap() };
    office.import_people(&owner(), "people.csv", table.as_bytes(), options).await.unwrap();
    office.refresh_all(&owner()).await.unwrap();
    let nip = SITI.parse().unwrap();
    assert_eq!(office.statement(&owner(), &nip, november()).await.unwrap().name, "Siti Rahmawati");
    office.show_person(&owner(), &nip).await.unwrap();
    let filter = ResultFilter { month: Month::of(Date::MAX), people: ResultPeople::All };
    assert_eq!(store.months(&filter).await.unwrap(), []);
}

//! Who is told what about whom.

use jiff::civil::Date;
use office::discipline::{DisciplineAlert, DisciplineFilter, DisciplineList, DisciplineRow};

use crate::{
    common::owner,
    fixture::{DEDI, Desk, MAYA, MAYA_ABSENT, READY, SITI, SITI_ABSENT, UJANG, UJANG_ABSENT},
    fixture::{day, days, desk, nip},
};

async fn list(desk: &Desk, skpd: Option<&str>, year: i16) -> DisciplineList {
    let skpd = skpd.map(|skpd| skpd.parse().expect(READY));
    let filter = DisciplineFilter { skpd, year, page: 1, rows_a_page: 50 };
    desk.office.discipline_list(&owner(), &filter).await.expect(READY)
}

fn codes(row: &DisciplineRow) -> Vec<&'static str> {
    row.counted.alerts.iter().map(DisciplineAlert::code).collect()
}

#[tokio::test]
async fn the_gravest_stand_first_with_the_days_that_count_and_what_may_be_imposed() {
    let desk = desk().await;
    let all = list(&desk, None, 2026).await;
    let names: Vec<&str> = all.rows.iter().map(|row| row.nip.as_str()).collect();
    assert_eq!(names, [MAYA, SITI, UJANG, DEDI]);
    let absences: Vec<&[Date]> =
        all.rows.iter().map(|row| row.counted.absences.as_slice()).collect();
    let july = day("2026-07-20");
    assert_eq!(
        absences,
        [&days(&MAYA_ABSENT)[..], &days(&SITI_ABSENT), &days(&UJANG_ABSENT), &[july]]
    );
    // January to June were recorded by no terminal: they accuse nobody, and are said to be unknown.
    let unknown = |row: &DisciplineRow| row.counted.unknown.len();
    assert!(all.rows.iter().all(|row| unknown(row) == 181), "{:?}", unknown(&all.rows[0]));
    // Maya was absent from 1 to 14 July without a day at work: ten in a row on the 14th.
    assert_eq!(codes(&all.rows[0])[..3], ["in-a-row", "salary-stop", "rung"]);
    let stop = &all.rows[0].counted.alerts[1];
    assert!(
        matches!(stop, DisciplineAlert::SalaryStop { from, .. } if *from == day("2026-08-01")),
        "{stop:?}"
    );
    assert_eq!(codes(&all.rows[1]), ["rung", "cut-waits", "unknown-days"]);
    let DisciplineAlert::CutWaits { waiting, imposable } = &all.rows[1].counted.alerts[1] else {
        panic!("{:?}", all.rows[1].counted.alerts)
    };
    assert!(waiting.words.contains("25 % selama 6 bulan"), "{waiting:?}");
    assert_eq!(imposable.code, "tunda-kgb-1-tahun");
    assert_eq!(codes(&all.rows[2]), ["rung", "soon", "unknown-days"], "one more is the next rung");
    // A PPPK by the ladder of the regency: told two days before the first rung.
    let DisciplineAlert::Soon(next) = &all.rows[3].counted.alerts[0] else { panic!("{all:?}") };
    assert_eq!((next.days, next.sanction.code.as_str()), (2, "teguran-lisan"));
}

#[tokio::test]
async fn a_unit_is_its_own_people_and_a_year_its_own_days() {
    let desk = desk().await;
    let unit = list(&desk, Some("DINKES"), 2026).await;
    assert_eq!(unit.rows.iter().map(|row| row.nip.as_str()).collect::<Vec<_>>(), [DEDI]);
    assert_eq!(unit.people, 1);
    assert_eq!(list(&desk, None, 2025).await.rows, [], "nobody was recorded in 2025");
    let filter = DisciplineFilter { skpd: None, year: 2027, page: 1, rows_a_page: 50 };
    assert!(desk.office.discipline_list(&owner(), &filter).await.is_err(), "it has not begun");
}

#[tokio::test]
async fn one_person_is_counted_as_in_the_list_and_day_by_day() {
    let desk = desk().await;
    let listed = list(&desk, None, 2026).await;
    for row in &listed.rows {
        let year = desk.office.discipline_year(&owner(), &nip(&row.nip), 2026).await.expect(READY);
        assert_eq!(year.counted, row.counted);
        let absent = year.days.iter().filter(|day| rules::discipline::days_absent(&[**day]) == 1);
        assert_eq!(absent.map(|day| day.date).collect::<Vec<_>>(), year.counted.absences);
    }
    let ujang = &listed.rows[2].counted;
    let reached: Vec<_> =
        ujang.reached.iter().map(|rung| (rung.sanction.code.as_str(), rung.on)).collect();
    assert_eq!(reached, [("teguran-lisan", day("2026-07-31"))]);
    assert_eq!(ujang.next.as_ref().map(|next| next.days), Some(1));
}

#[tokio::test]
async fn counting_begins_anew_with_the_year_and_a_row_over_it_is_shown() {
    let desk = desk().await;
    desk.on("2027-01-14");
    desk.work("2026-08-10", "2026-12-28").await;
    desk.only_ratna("2026-12-29", "2027-01-13").await;
    let ujang = nip(UJANG);
    let old = desk.office.discipline_year(&owner(), &ujang, 2026).await.expect(READY).counted;
    let new = desk.office.discipline_year(&owner(), &ujang, 2027).await.expect(READY).counted;
    // 29, 30, 31 December beside his three of July; 4, 6 to 8 and 11 to 13 January, the fifth being
    // a holiday.
    assert_eq!((old.absences.len(), new.absences.len()), (6, 7));
    assert_eq!(old.reached.last().expect(READY).sanction.code, "teguran-tertulis");
    assert_eq!(new.reached.last().expect(READY).sanction.code, "pernyataan-tidak-puas");
    assert_eq!(new.in_a_row, 7, "the days of the old year are not among them");
    let crosses = DisciplineAlert::RunCrossesYear { days: 10 };
    assert!(new.alerts.contains(&crosses), "{:?}", new.alerts);
    assert_eq!(new.unknown, []);
}

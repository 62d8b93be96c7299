//! What `law show` says beside a value: the same thing on other days, and nothing else.

use crate::common::office;
use jiff::civil::{Date, date};
use office::law::ShownProvision;

async fn shown(regency: &str, on: Date) -> Vec<ShownProvision> {
    let (office, _) = office(regency, "2026-11-02T01:00:00Z");
    office.law_in_force(on).await.expect("the store in memory does not fail").provisions
}

fn others(shown: &[ShownProvision], id: &str) -> Vec<Date> {
    let found = shown.iter().find(|shown| shown.id == id);
    found.expect("it holds on that day").others.iter().map(|(from, _)| *from).collect()
}

#[tokio::test]
async fn a_season_is_shown_with_its_other_years_of_nation_and_regency_oldest_first() {
    let law = shown("lebak", date(2026, 3, 2)).await;
    let hours = others(&law, "schedule.lima-hari.ramadan@2026-02-19");
    assert_eq!(hours, [date(2018, 5, 17), date(2023, 4, 12)], "Lebak's older one, the nation's");
    let ramadan = others(&law, "season.ramadan@2026-02-19");
    assert_eq!(ramadan, [date(2018, 5, 17), date(2024, 3, 12), date(2025, 3, 1), date(2027, 2, 8)]);
}

#[tokio::test]
async fn what_is_called_otherwise_is_another_thing() {
    let law = shown("lebak", date(2025, 12, 30)).await;
    let wfa: Vec<_> = law.iter().filter(|shown| shown.topic == "wfa").collect();
    assert_eq!(wfa.len(), 2, "the nation's rule, and three days of Lebak");
    assert!(wfa.iter().all(|shown| shown.others.is_empty()), "{wfa:?}");
}

#[tokio::test]
async fn a_band_is_shown_with_the_same_band_of_other_days() {
    let law = shown("contoh", date(2026, 11, 2)).await;
    let late: Vec<_> = law.iter().filter(|shown| shown.topic == "rule.late").collect();
    assert_eq!(late.len(), 4);
    for band in late {
        let (_, code) = band.id.split_once('#').expect("a rule's provision is a band");
        let [(from, value)] = band.others.as_slice() else { panic!("{band:?}") };
        assert_eq!(*from, date(2025, 1, 1));
        assert!(value.contains(code), "{value} for {code}");
    }
}

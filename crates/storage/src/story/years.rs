use civil::{Month, PersonId};

use super::{append, deliver, delivery, deskwork::result, month, newcomer, noon, person, punch};
use crate::{
    Store,
    results::MonthResult,
    years::{MonthDays, MonthKept},
};

/// Months of a year are counted and read at once.
pub(super) async fn counted_at_once<S: Store>(store: &S) {
    let facts = [1, 2, 3].map(|of| newcomer(of, "DISHUB", None));
    append(store, &facts, noon("10-01")).await;
    let people = [person(store, 1).await, person(store, 2).await, person(store, 3).await];
    let [one, two, three] = people;
    let (september, october) = (month("2026-09"), month("2026-10"));
    let of = |person: PersonId, month: Month, absences: u32| MonthResult {
        absences,
        days: vec![u8::try_from(absences).expect("few"), 255],
        ..result(person, month, "DISHUB", 1)
    };
    let old = MonthResult {
        law_version: "law-b".to_owned(),
        evaluated: noon("10-02"),
        ..of(three, october, 0)
    };
    let results = [
        of(one, september, 2),
        of(one, october, 3),
        of(two, october, 5),
        of(two, september, 0),
        old,
    ];
    store.save_months(&results, &[]).await.expect("months are saved");
    let punches = [punch("7", "10-05 07:31:00"), punch("7", "08-05 07:31:00")];
    deliver(store, delivery("CONTOH0001", &punches)).await;

    let span = (month("2026-08"), october);
    let kept = |month, people, punches| MonthKept {
        month,
        people,
        evaluated: (people > 0).then(|| noon("11-01")),
        punches,
    };
    let all = store.months_kept(None, span, "law-a").await.expect("months");
    let august = month("2026-08");
    assert_eq!(all, [kept(august, 0, 1), kept(september, 2, 0), kept(october, 2, 1)]);
    let of_one = store.months_kept(Some(&[one, three]), span, "law-a").await.expect("months");
    assert_eq!(of_one, [kept(august, 0, 1), kept(september, 1, 0), kept(october, 1, 1)]);
    let nobody = store.months_kept(Some(&[]), (september, september), "law-a").await;
    assert_eq!(nobody.expect("months"), []);
    let older = store.months_kept(None, (october, october), "law-b").await.expect("months");
    let evaluated = Some(noon("10-02"));
    assert_eq!(older, [MonthKept { month: october, people: 1, evaluated, punches: 1 }]);

    let absences = async |these: Option<&[PersonId]>, from, least| {
        store.absences(these, (from, october), least).await.expect("sums")
    };
    assert_eq!(absences(None, september, 0).await, [(one, 5), (two, 5)]);
    assert_eq!(absences(None, october, 1).await, [(two, 5), (one, 3)]);
    assert_eq!(absences(None, october, 4).await, [(two, 5)]);
    assert_eq!(absences(Some(&[three, one]), september, 1).await, [(one, 5)]);

    let days = store.days(&[two, one], (september, october)).await.expect("days");
    let read: Vec<_> = days
        .iter()
        .map(|MonthDays { person, month, days }| (*person, *month, days.first().copied()))
        .collect();
    assert_eq!(
        read,
        [
            (one, september, Some(2)),
            (one, october, Some(3)),
            (two, september, Some(0)),
            (two, october, Some(5)),
        ]
    );
    assert_eq!(store.days(&[three], (september, september)).await.expect("days"), []);
}

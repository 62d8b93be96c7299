use jiff::civil::Date;

use super::{
    all_marks, append, audit, clear, day, deliver, delivery, evaluate_all, month, newcomer, noon,
    person, punch, read, stale, state,
};
use crate::{
    Store,
    people::NewPersonFact,
    presence::{NewExcuse, People},
};

/// New punches mark their days, and only they do.
pub(super) async fn of_new_punches_only<S: Store>(store: &S) {
    let facts = [newcomer(1, "DISHUB", Some("1")), newcomer(2, "DINKES", Some("2"))];
    append(store, &facts, noon("10-01")).await;
    evaluate_all(store).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let on = |person, text| (person, day(text), day(text));
    let batch = [
        punch("1", "10-05 07:00:00"),
        punch("1", "10-05 16:00:00"),
        punch("1", "10-31 23:59:59"),
        punch("2", "11-01 00:00:00"),
        punch("3", "10-05 07:00:00"),
    ];
    deliver(store, delivery("A1", &batch)).await;
    let expected = [on(one, "10-05"), on(one, "10-31"), on(two, "11-01")];
    assert_eq!(stale(store).await, expected);
    assert_eq!(store.stale_count().await.expect("count"), 3);

    // Narrowed by people, by month, and in number.
    let list = async |people: &People, month, limit| {
        let marks = store.stale_marks(people, month, limit).await.expect("marks");
        let mut days: Vec<_> = marks.iter().map(|mark| mark.from).collect();
        days.sort_unstable();
        days
    };
    let (october, november) = (Some(month("2026-10")), Some(month("2026-11")));
    // The day beside the month belongs to it too: a night shift ends on the morrow.
    let beside = [day("10-05"), day("10-31"), day("11-01")];
    assert_eq!(list(&People::All, october, 9).await, beside);
    assert_eq!(list(&People::All, november, 9).await, [day("10-31"), day("11-01")]);
    let december = Some(month("2026-12"));
    assert_eq!(list(&People::All, december, 9).await, [] as [Date; 0]);
    assert_eq!(list(&People::Of(read("DINKES")), None, 9).await, [day("11-01")]);
    assert_eq!(list(&People::Of(read("DINKES")), december, 9).await, [] as [Date; 0]);
    assert_eq!(list(&People::These(vec![one]), None, 9).await.len(), 2);
    assert_eq!(list(&People::All, None, 1).await.len(), 1);
    evaluate_all(store).await;
    assert_eq!(store.stale_count().await.expect("count"), 0);

    deliver(store, delivery("A1", &batch)).await;
    assert_eq!(stale(store).await, [], "repeats mark nothing");
    let mut more = batch.to_vec();
    more.push(punch("2", "10-05 07:00:00"));
    deliver(store, delivery("A1", &more)).await;
    assert_eq!(stale(store).await, [on(two, "10-05")], "the one new punch marks its day");
}

/// What comes between reading the marks and clearing them stays marked.
pub(super) async fn a_newer_mark_stays<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", Some("1"))], noon("10-01")).await;
    evaluate_all(store).await;
    let one = person(store, 1).await;
    let on = |text| (one, day(text), day(text));
    deliver(store, delivery("A1", &[punch("1", "10-05 07:00:00")])).await;
    let read_before = all_marks(store).await;
    deliver(store, delivery("A1", &[punch("1", "10-06 07:00:00")])).await;
    clear(store, &read_before).await;
    assert_eq!(stale(store).await, [on("10-06")], "another day");

    let read_before = all_marks(store).await;
    deliver(store, delivery("A1", &[punch("1", "10-06 16:00:00")])).await;
    clear(store, &read_before).await;
    assert_eq!(stale(store).await, [on("10-06")], "the same day again");
    let old = all_marks(store).await;
    evaluate_all(store).await;

    // An id is never used again.
    deliver(store, delivery("A1", &[punch("1", "10-06 17:00:00")])).await;
    clear(store, &old).await;
    clear(store, &read_before).await;
    assert_eq!(stale(store).await, [on("10-06")]);
    evaluate_all(store).await;

    // Clearing one of several leaves the others.
    let three = ["10-07", "10-08", "11-09"].map(|day| punch("1", &format!("{day} 07:00:00")));
    deliver(store, delivery("A1", &three)).await;
    let middle: Vec<_> =
        all_marks(store).await.into_iter().filter(|mark| mark.from == day("10-08")).collect();
    clear(store, &middle).await;
    assert_eq!(stale(store).await, [on("10-07"), on("11-09")]);
}

/// A fact makes stale the days it changes, up to what was computed at all.
pub(super) async fn of_facts<S: Store>(store: &S) {
    let fact = |from, skpd| NewPersonFact {
        person: None,
        valid_from: day(from),
        state: state(1, skpd),
        pin: Some((super::utama(), "1".to_owned())),
    };
    append(store, &[fact("01-01", "DISHUB")], noon("02-10")).await;
    let one = person(store, 1).await;
    let span = |from, until| (one, day(from), day(until));
    assert_eq!(stale(store).await, [span("02-01", "02-28")], "the month it was recorded in");
    evaluate_all(store).await;
    append(store, &[fact("09-01", "DISDIK")], noon("02-11")).await;
    assert_eq!(stale(store).await, [], "nothing was computed so far ahead");

    deliver(store, delivery("A1", &[punch("1", "04-02 07:00:00")])).await;
    evaluate_all(store).await;
    append(store, &[fact("02-01", "SETDA")], noon("02-12")).await;
    let months = [("02-01", "02-28"), ("03-01", "03-31"), ("04-01", "04-30")];
    let months = months.map(|(from, until)| span(from, until));
    assert_eq!(stale(store).await, months, "a mark a month, to the latest with a punch");
    evaluate_all(store).await;
    append(store, &[fact("01-15", "DINKES")], noon("10-12")).await;
    assert_eq!(stale(store).await, [], "nothing is kept of so early a month");
    evaluate_all(store).await;
    append(store, &[fact("03-01", "SETDA")], noon("10-12")).await;
    assert_eq!(stale(store).await, [], "nothing changes");

    let excuse = NewExcuse {
        person: one,
        kind: "cuti-tahunan".to_owned(),
        from: day("04-30"),
        until: day("05-04"),
        minutes: None,
        reason: "surat 12".to_owned(),
    };
    let half = NewExcuse {
        from: day("05-06"),
        until: day("05-06"),
        minutes: Some((450, 720)),
        kind: "dinas-luar".to_owned(),
        ..excuse.clone()
    };
    for _ in 0..2 {
        let both = [half.clone(), excuse.clone()];
        store.add_excuses(&both, audit("leave.import")).await.expect("excuses");
    }
    assert_eq!(
        stale(store).await,
        [span("04-30", "04-30"), span("05-01", "05-04"), span("05-06", "05-06")]
    );
    let excuses = async |from, until| {
        let found = store.excuses(&People::All, day(from), day(until)).await.expect("excuses");
        found.into_iter().map(|kept| (kept.excuse, kept.recorded)).collect::<Vec<_>>()
    };
    let recorded = audit("leave.import").at;
    let expected = [(excuse, recorded), (half, recorded)];
    assert_eq!(excuses("05-04", "05-31").await, expected);
    assert_eq!(excuses("05-05", "05-05").await, []);
    let nobody = People::Of(read("BKPSDM"));
    let found = store.excuses(&nobody, day("05-01"), day("05-31")).await.expect("excuses");
    assert_eq!(found, []);
}

//! A case from the alert to the end, and what the law refuses on the way.

use rules::{
    discipline::case::{Answer, Stage, Step, StepKind, SummonsNumber},
    law::discipline::Capacity,
};

use crate::{
    common::owner,
    fixture::{
        BUDI, MAYA, MAYA_ABSENT, RATNA, READY, UJANG, UJANG_ABSENT, day, desk, raised, summoned,
    },
};

#[tokio::test]
async fn from_the_alert_to_the_end_by_the_calendar_of_2026() {
    let desk = desk().await;
    let case = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    // Seven working days before 20 August, the 17th being a holiday: 10 August.
    let first = |on| summoned(SummonsNumber::First, on);
    let refused = desk.record(case, first("2026-08-19")).await;
    assert_eq!(refused, Err("summons-too-short 2026-08-20".to_owned()));
    let done = desk.record(case, first("2026-08-20")).await.expect(READY);
    let due = done.due.expect(READY);
    assert_eq!((due.step, due.by), (StepKind::Examine, Some(day("2026-08-20"))));

    let ratna = desk.person(RATNA).await;
    let examined = |by| Step::Examined { by: vec![by], minutes: "BAP 1".to_owned() };
    let early = desk.record(case, examined(ratna)).await;
    assert_eq!(early, Err("before-examination".to_owned()));
    desk.on("2026-08-20");
    desk.record(case, Step::NotCome).await.expect(READY);
    let late = desk.office.show_case(&owner(), case).await.expect(READY).due.expect(READY);
    // Seven working days after 20 August, the 25th being a holiday.
    assert_eq!((late.step, late.by), (StepKind::SummonSecond, Some(day("2026-09-01"))));
    desk.on("2026-09-02");
    desk.record(case, summoned(SummonsNumber::Second, "2026-09-03")).await.expect(READY);
    desk.on("2026-09-03");
    let ujang = desk.person(UJANG).await;
    assert_eq!(desk.record(case, examined(ujang)).await, Err("examiner-is-person".to_owned()));
    desk.record(case, examined(ratna)).await.expect(READY);
    let found = Step::Found { breaches: vec!["teguran-lisan".to_owned()] };
    desk.record(case, found).await.expect(READY);

    let decide = async |sanction, by, capacity| {
        let step = desk.decided(sanction, by, capacity).await;
        desk.record(case, step).await
    };
    let by_himself = decide("teguran-lisan", UJANG, Capacity::AtasanLangsung).await;
    assert_eq!(by_himself, Err("decides-on-oneself".to_owned()));
    let outside = decide("teguran-lisan", RATNA, Capacity::Ppk).await;
    assert_eq!(outside, Err("officer-not-authorised".to_owned()));
    let another = decide("teguran-tertulis", RATNA, Capacity::AtasanLangsung).await;
    assert_eq!(another, Err("sanction-not-found".to_owned()));
    decide("teguran-lisan", RATNA, Capacity::AtasanLangsung).await.expect(READY);
    let twice = decide("teguran-lisan", RATNA, Capacity::AtasanLangsung).await;
    assert_eq!(twice, Err("not-now".to_owned()));

    desk.record(case, Step::HandedOver).await.expect(READY);
    // The fifteenth working day after 3 September.
    assert_eq!(desk.record(case, Step::TookEffect).await, Err("too-early 2026-09-24".to_owned()));
    let objected = Step::Objected { letter: "K 1".to_owned() };
    desk.record(case, objected).await.expect(READY);
    let upheld = Step::Answered { answer: Answer::Upheld, number: "T 1".to_owned() };
    desk.record(case, upheld).await.expect(READY);
    desk.on("2026-09-24");
    desk.record(case, Step::TookEffect).await.expect(READY);
    let done = desk.record(case, Step::Ended).await.expect(READY);
    assert_eq!((done.stage, done.due), (Stage::Ended, None));
    assert_eq!(desk.record(case, Step::Ended).await, Err("case-ended".to_owned()));

    let shown = desk.office.show_case(&owner(), case).await.expect(READY);
    let steps: Vec<StepKind> = shown.events.iter().map(|event| event.step).collect();
    assert_eq!(steps.len(), 12);
    assert_eq!(steps.first(), Some(&StepKind::Raise));
    let late: Vec<_> = shown.late.iter().map(|late| (late.step, late.due, late.on)).collect();
    assert_eq!(late, [(StepKind::SummonSecond, day("2026-09-01"), day("2026-09-02"))]);
    assert_eq!(shown.silent, []);
    let again = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await;
    assert_eq!(again, Err("already-punished".to_owned()), "a day is punished once");
}

#[tokio::test]
async fn a_heavy_breach_is_not_examined_without_a_team() {
    let desk = desk().await;
    let case = desk.open(MAYA, "turun-jabatan-12-bulan", &MAYA_ABSENT).await.expect(READY);
    desk.record(case, summoned(SummonsNumber::First, "2026-08-20")).await.expect(READY);
    desk.on("2026-08-20");
    let (ratna, budi) = (desk.person(RATNA).await, desk.person(BUDI).await);
    let examined = |by| Step::Examined { by: vec![by], minutes: "BAP 1".to_owned() };
    assert_eq!(desk.record(case, examined(ratna)).await, Err("team-missing".to_owned()));
    let team = |members, decree: &str| Step::TeamFormed { members, decree: decree.to_owned() };
    assert_eq!(desk.record(case, team(vec![budi], " ")).await, Err("number-missing".to_owned()));
    assert_eq!(desk.record(case, team(vec![], "1")).await, Err("nobody-examines".to_owned()));
    desk.record(case, team(vec![budi], "800/1/TIM")).await.expect(READY);
    assert_eq!(desk.record(case, examined(ratna)).await, Err("examiner-outside-team".to_owned()));
    desk.record(case, examined(budi)).await.expect(READY);
    let both = Step::Found {
        breaches: vec!["turun-jabatan-12-bulan".to_owned(), "berhenti-hormat".to_owned()],
    };
    desk.record(case, both).await.expect(READY);
    let lighter = desk.decided("turun-jabatan-12-bulan", RATNA, Capacity::Ppk).await;
    assert_eq!(desk.record(case, lighter).await, Err("not-the-heaviest".to_owned()));
}

#[tokio::test]
async fn of_two_at_once_the_second_is_told() {
    let desk = desk().await;
    let case = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    let again = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await;
    assert_eq!(again, Err("open-already".to_owned()));
    let seen = 0;
    let one = summoned(SummonsNumber::First, "2026-08-20");
    let other = summoned(SummonsNumber::First, "2026-08-21");
    let (one, other) =
        tokio::join!(desk.record_seen(case, seen, one), desk.record_seen(case, seen, other));
    let refused = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert_eq!(refused, ["overtaken"]);
    let reason = "keliru orang".to_owned();
    let dropped = Step::Cancelled { by: desk.person(RATNA).await, reason };
    desk.record(case, dropped).await.expect(READY);
    desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect("the first one was dropped");
}

#[tokio::test]
async fn days_at_work_days_too_few_and_days_to_come_open_no_case() {
    let desk = desk().await;
    let open = |rung, days: &'static [&'static str]| desk.open(UJANG, rung, days);
    let came = open("teguran-lisan", &["2026-07-06", "2026-07-07", "2026-07-15"]).await;
    assert_eq!(came, Err("not-absent".to_owned()));
    assert_eq!(open("teguran-tertulis", &UJANG_ABSENT).await, Err("rung-not-reached".to_owned()));
    assert_eq!(open("teguran", &UJANG_ABSENT).await, Err("unknown-sanction".to_owned()));
    assert_eq!(open("teguran-lisan", &[]).await, Err("no-absence".to_owned()));
    let ahead = ["2026-07-06", "2026-07-15", "2026-08-11"];
    let ahead = desk.open(UJANG, "teguran-lisan", &ahead).await;
    assert_eq!(ahead, Err("out-of-order".to_owned()));
    let raised_twice = desk.open(UJANG, "teguran-lisan", &UJANG_ABSENT).await.expect(READY);
    let raised = raised(desk.person(UJANG).await);
    assert_eq!(desk.record(raised_twice, raised).await, Err("not-now".to_owned()));
}

/// PP 53/2010 until 30 August 2021: five days absent are its first rung, by hand, since no terminal
/// of that time is known.
#[tokio::test]
async fn an_old_case_is_judged_by_the_law_of_its_days() {
    let desk = desk().await;
    let days = ["2021-03-01", "2021-03-02", "2021-03-03", "2021-03-04", "2021-03-05"];
    let of_pp94 = desk.open(UJANG, "potong-tpp-6-bulan", &days).await;
    assert_eq!(of_pp94, Err("unknown-sanction".to_owned()));
    let case = desk.open(UJANG, "teguran-lisan", &days).await.expect(READY);
    let shown = desk.office.show_case(&owner(), case).await.expect(READY);
    assert_eq!(shown.ladder, "pp53");
    assert_eq!(shown.absences.len(), 5);
}

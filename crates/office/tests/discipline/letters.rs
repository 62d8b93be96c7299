//! What letters are filled with, and what they still lack.

use office::discipline::{CaseEntry, EventWords, LetterKind};
use rules::{
    discipline::{
        case::{CaseEvent, Step},
        letters::{Exchange, LetterFacts},
    },
    law::discipline::Capacity,
};

use crate::{
    common::owner,
    fixture::{Desk, RATNA, READY, SITI, SITI_ABSENT, day, days, desk},
};

async fn letter(desk: &Desk, case: i64, which: LetterKind) -> Option<LetterFacts> {
    let facts = desk.office.letter_facts(&owner(), case, which).await.ok();
    assert!(facts.as_ref().is_none_or(|facts| facts.template() == which.template()));
    facts
}

#[tokio::test]
async fn letters_are_filled_from_the_case() {
    let desk = desk().await;
    let case = desk.open(SITI, "potong-tpp-6-bulan", &SITI_ABSENT).await.expect(READY);
    assert_eq!(letter(&desk, case, LetterKind::FirstSummons).await, None, "nothing was summoned");
    desk.to_finding(case, None, "potong-tpp-6-bulan").await;
    let Some(LetterFacts::Summons(summons)) = letter(&desk, case, LetterKind::FirstSummons).await
    else {
        panic!("no summons")
    };
    assert_eq!(
        (summons.person.name.as_str(), summons.person.position.as_str()),
        ("Siti Rahmawati", "Analis")
    );
    assert_eq!(
        (summons.examiner.name.as_str(), summons.place.as_str()),
        ("Ratna Wulandari", "Ruang rapat")
    );
    assert_eq!((summons.on, summons.examination), (day("2026-08-10"), day("2026-08-20")));
    assert_eq!(summons.absences, days(&SITI_ABSENT));
    assert_eq!(LetterFacts::Summons(summons).blanks(), Vec::<&str>::new());
    let minutes = letter(&desk, case, LetterKind::Minutes).await.expect(READY);
    assert_eq!(minutes.blanks(), ["exchanges"], "what was asked was not recorded");

    // A draft of the decision names what it lacks.
    let draft = letter(&desk, case, LetterKind::Decision).await.expect(READY);
    assert_eq!(draft.blanks(), ["number", "officer.name", "officer.position"]);
    let decided = desk.decided("tunda-kgb-1-tahun", RATNA, Capacity::JptPratama).await;
    desk.record(case, decided).await.expect(READY);
    let Some(LetterFacts::Decision(decision)) = letter(&desk, case, LetterKind::Decision).await
    else {
        panic!("no decision")
    };
    assert_eq!(decision.sanction, "penundaan kenaikan gaji berkala selama 1 tahun");
    assert!(decision.in_place_of.as_deref().expect(READY).contains("25 %"));
    assert!(decision.article.contains("Pasal 10 ayat (2) huruf f angka 1"), "{}", decision.article);
    assert_eq!((decision.months, decision.basis.as_slice()), (Some(12), &["BAP 1".to_owned()][..]));
    assert_eq!(decision.officer.name, "Ratna Wulandari");
    let Some(LetterFacts::Report(report)) = letter(&desk, case, LetterKind::Report).await else {
        panic!("no report")
    };
    assert_eq!((report.year, report.in_a_row, report.salary_stops), (2026, 5, None));
    assert_eq!(report.proposed.len(), 1);
}

#[tokio::test]
async fn questions_and_answers_go_into_the_minutes() {
    let desk = desk().await;
    let case = desk.open(SITI, "potong-tpp-6-bulan", &SITI_ABSENT).await.expect(READY);
    let first =
        crate::fixture::summoned(rules::discipline::case::SummonsNumber::First, "2026-08-20");
    desk.record(case, first).await.expect(READY);
    desk.on("2026-08-20");
    let exchange = Exchange { question: "Mengapa?".to_owned(), answer: "Anak sakit.".to_owned() };
    let by = vec![desk.person(RATNA).await];
    let step = Step::Examined { by, minutes: "BAP 1".to_owned() };
    let entry = |exchanges| CaseEntry {
        event: CaseEvent { on: day("2026-08-20"), step: step.clone() },
        words: EventWords { exchanges, ..EventWords::default() },
    };
    let append =
        async |exchanges| desk.office.append_case_event(&owner(), case, 1, entry(exchanges)).await;
    let endless = Exchange { question: "?".repeat(2_001), answer: String::new() };
    let refused = append(vec![endless]).await.map_err(crate::fixture::code);
    assert_eq!(refused.expect_err(READY), "too-long");
    append(vec![exchange.clone()]).await.expect(READY);
    let report = letter(&desk, case, LetterKind::Report).await;
    assert_eq!(report, None, "nothing was found yet, and nothing was found not to be");
    let Some(LetterFacts::Minutes(minutes)) = letter(&desk, case, LetterKind::Minutes).await else {
        panic!("no minutes")
    };
    assert_eq!(minutes.exchanges, [exchange]);
    assert_eq!(minutes.examiners.first().expect(READY).name, "Ratna Wulandari");
}

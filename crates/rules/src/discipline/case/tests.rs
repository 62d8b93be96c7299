//! What the cases in `law/cases` do not say: events survive storage, asking changes nothing, every
//! refusal has its code, and no way leads to a decision past summons and examination.

use civil::PersonId;
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};
use proptest::{prelude::*, strategy::ValueTree as _};

use super::*;
use crate::{
    law::discipline::{Capacity, Post},
    testing::law,
};

const LAW: &str = r#"
[ladder.l]
title = "L"
[[ladder.l.value]]
@
rungs = [
  { from = 1, to = 1, level = "ringan", code = "a", sanction = "A", article = "1" },
  { from = 2, to = 2, level = "sedang", code = "b", sanction = "B", article = "1", months = 6, waits = true },
  { from = 3, level = "berat", code = "c", sanction = "C", article = "1" },
]
in-a-row = { days = 3, level = "berat", code = "r", sanction = "R", article = "1", leave_between = "breaks" }
[discipline.transition.l]
title = "T"
[[discipline.transition.l.value]]
@
replaces = [{ waits = "b", code = "instead", sanction = "I", months = 12 }]
[discipline.limits]
title = "Limits"
[[discipline.limits.value]]
@
summons = { days = 2, article = "1" }
effect = { days = 3, article = "1" }
[discipline.team]
title = "Team"
[[discipline.team.value]]
@
ringan = "none"
sedang = "optional"
berat = "mandatory"
[discipline.authority.any]
title = "Anybody"
[[discipline.authority.any.value]]
@
capacity = "ppk"
grants = [
  { level = "ringan", article = "1" },
  { level = "sedang", article = "1" },
  { level = "berat", article = "1" },
]
"#;

fn weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn procedure(law: &crate::law::Law) -> Procedure<'_> {
    Procedure { law, is_working: &weekday, punished: &[] }
}

fn event(day: i8, step: Step) -> CaseEvent {
    CaseEvent { on: date(2026, 6, day), step }
}

fn raised(rung: &str) -> Step {
    Step::Raised {
        subject: Subject { person: PersonId(1), post: Post::Pelaksana },
        ladder: "l".to_owned(),
        rung: rung.to_owned(),
        absences: vec![date(2026, 5, 29)],
    }
}

fn summoned(number: SummonsNumber, day: i8) -> Step {
    Step::Summoned { number, examination: date(2026, 6, day), letter: "1".to_owned() }
}

fn examined(by: i64) -> Step {
    Step::Examined { by: vec![PersonId(by)], minutes: "1".to_owned() }
}

fn found(breaches: &[&str]) -> Step {
    Step::Found { breaches: breaches.iter().map(|code| (*code).to_owned()).collect() }
}

fn decided(sanction: &str, by: i64) -> Step {
    Step::Decided {
        sanction: sanction.to_owned(),
        by: Officer { person: PersonId(by), capacity: Capacity::Ppk },
        number: "1".to_owned(),
    }
}

fn whole_case() -> Vec<CaseEvent> {
    vec![
        event(1, raised("b")),
        event(1, summoned(SummonsNumber::First, 3)),
        event(3, examined(2)),
        event(4, found(&["a", "b"])),
        event(5, decided("instead", 3)),
        event(5, Step::HandedOver),
        event(8, Step::Objected { letter: "1".to_owned() }),
        event(
            9,
            Step::Answered {
                answer: Answer::Changed { sanction: "a".to_owned() },
                number: "2".to_owned(),
            },
        ),
        event(10, Step::TookEffect),
        event(10, Step::Ended),
        event(
            11,
            Step::Rehabilitated { by: PersonId(3), number: "3".to_owned(), reason: "x".to_owned() },
        ),
    ]
}

#[test]
fn events_survive_storage_and_fold_to_the_same_case() {
    let law = law(&[LAW]);
    let events = whole_case();
    let text = serde_json::to_string(&events).unwrap();
    assert!(
        text.starts_with(
            r#"[{"on":"2026-06-01","step":"raised","subject":{"person":1,"post":"pelaksana"}"#
        ),
        "{text}"
    );
    let back: Vec<CaseEvent> = serde_json::from_str(&text).unwrap();
    assert_eq!(back, events);
    let file = CaseFile::of(&events, procedure(&law)).unwrap();
    assert_eq!(file.state().stage, Stage::Rehabilitated);
    assert_eq!(file.state().effect, Some(date(2026, 6, 10)));
    assert_eq!(file.state().objection, Objection::Answered);
    assert_eq!(file.state().silent, [Silent::Handover, Silent::Objection]);
}

#[test]
fn asking_changes_nothing_and_agrees_with_doing() {
    let law = law(&[LAW]);
    let events = whole_case();
    for count in 0..events.len() {
        let (before, rest) = events.split_at(count);
        let file = CaseFile::of(before, procedure(&law)).unwrap();
        let state = file.state().clone();
        file.may(&rest[0]).unwrap();
        assert_eq!(*file.state(), state);
        assert!(state.next().contains(&rest[0].step.kind()));
        let whole = CaseFile::of(&events[..=count], procedure(&law)).unwrap();
        assert_eq!(file.with(&rest[0]).unwrap().state(), whole.state());
    }
}

#[test]
fn an_objection_that_changes_the_sanction_changes_how_long_it_runs() {
    let law = law(&[LAW]);
    let mut events = whole_case();
    let file = CaseFile::of(&events[..6], procedure(&law)).unwrap();
    let decision = file.state().decision.as_ref().unwrap();
    assert_eq!((decision.sanction.as_str(), decision.months), ("instead", Some(12)));
    assert_eq!(file.due().unwrap().by, Some(date(2026, 6, 10)));
    let changed = CaseFile::of(&events[..8], procedure(&law)).unwrap();
    assert_eq!(changed.state().decision.as_ref().unwrap().months, None);
    events[7] = event(
        9,
        Step::Answered {
            answer: Answer::Changed { sanction: "unheard".to_owned() },
            number: "2".to_owned(),
        },
    );
    let received = CaseFile::of(&events[..7], procedure(&law)).unwrap();
    let waiting = Answer::Changed { sanction: "b".to_owned() };
    let waiting = event(9, Step::Answered { answer: waiting, number: "2".to_owned() });
    assert_eq!(received.may(&waiting), Err(Refusal::CutWaits { instead: "instead".to_owned() }));
    let refused = CaseFile::of(&events, procedure(&law)).err().unwrap();
    let unknown = Refusal::UnknownSanction { code: "unheard".to_owned() };
    assert_eq!(refused, Refused { place: 7, refusal: unknown });
    assert!(refused.to_string().starts_with("event 8 is refused: \"unheard\" is no rung"));
}

#[test]
fn what_is_not_in_the_cases_is_refused_with_its_code() {
    let law = law(&[LAW]);
    let open = [event(1, raised("c")), event(1, summoned(SummonsNumber::First, 4))];
    let in_row = [event(1, raised("r")), event(1, summoned(SummonsNumber::First, 4))];
    let refused = |before: &[CaseEvent], next: CaseEvent| {
        let file = CaseFile::of(before, procedure(&law)).unwrap();
        file.may(&next).unwrap_err().code()
    };
    let mut none = raised("a");
    if let Step::Raised { absences, .. } = &mut none {
        absences.clear();
    }
    assert_eq!(refused(&[], event(1, none)), "no-absence");
    let before_absence = CaseEvent { on: date(2026, 5, 28), step: raised("a") };
    assert_eq!(refused(&[], before_absence), "out-of-order");
    assert_eq!(refused(&open, event(3, examined(2))), "before-examination");
    assert_eq!(refused(&open, event(3, Step::NotCome)), "before-examination");
    assert_eq!(refused(&in_row, event(4, examined(2))), "team-missing");
    let nobody = Step::TeamFormed { members: vec![], decree: "1".to_owned() };
    assert_eq!(refused(&open, event(2, nobody)), "nobody-examines");
    let own = Step::TeamFormed { members: vec![PersonId(1)], decree: "1".to_owned() };
    assert_eq!(refused(&open, event(2, own)), "examiner-is-person");
    let cancel = Step::Cancelled { by: PersonId(1), reason: "x".to_owned() };
    assert_eq!(refused(&open, event(2, cancel)), "decides-on-oneself");
    let same_day = summoned(SummonsNumber::First, 1);
    assert_eq!(refused(&open[..1], event(1, same_day)), "examination-not-after-summons");
    let objected = &whole_case()[..7];
    let again = Step::Objected { letter: "2".to_owned() };
    assert_eq!(refused(objected, event(9, again)), "objection-open");
    let mut silent = raised("a");
    if let Step::Raised { absences, .. } = &mut silent {
        *absences = vec![date(2025, 12, 31)];
    }
    assert_eq!(refused(&[], event(1, silent)), "law-silent");
}

/// A team formed after the examination did not examine.
#[test]
fn a_team_comes_before_the_examination_or_the_person_is_summoned_again() {
    let law = law(&[LAW]);
    let team =
        |day| event(day, Step::TeamFormed { members: vec![PersonId(2)], decree: "1".to_owned() });
    let mut events = vec![
        event(1, raised("b")),
        event(1, summoned(SummonsNumber::First, 3)),
        event(3, examined(2)),
        team(4),
    ];
    let file = CaseFile::of(&events, procedure(&law)).unwrap();
    assert_eq!(file.may(&event(5, found(&["c"]))), Err(Refusal::TeamMissing));
    events.extend([event(5, summoned(SummonsNumber::First, 9)), event(9, examined(2))]);
    events.push(event(10, found(&["c"])));
    let file = CaseFile::of(&events, procedure(&law)).unwrap();
    assert_eq!(file.state().stage, Stage::Found);
}

#[test]
fn every_refusal_is_listed_and_says_what_to_do() {
    let (day, code) = (date(2026, 6, 1), || "x".to_owned());
    let all = [
        Refusal::NotNow { stage: Stage::New, step: StepKind::Decide },
        Refusal::CaseEnded { stage: Stage::Ended },
        Refusal::OutOfOrder { after: day },
        Refusal::NoAbsence,
        Refusal::UnknownSanction { code: code() },
        Refusal::AlreadyPunished,
        Refusal::SummonsTooShort { earliest: day },
        Refusal::ExaminationNotAfterSummons,
        Refusal::BeforeExamination { summoned: day },
        Refusal::NobodyExamines,
        Refusal::ExaminerIsPerson,
        Refusal::ExaminerOutsideTeam,
        Refusal::TeamMissing,
        Refusal::NotTheHeaviest { heaviest: code() },
        Refusal::CutWaits { instead: code() },
        Refusal::SanctionNotFound { expected: code() },
        Refusal::OfficerNotAuthorised,
        Refusal::DecidesOnOneself,
        Refusal::TooEarly { earliest: day },
        Refusal::NoOpenObjection,
        Refusal::ObjectionOpen,
        Refusal::LawSilent { title: code(), date: day },
    ];
    assert_eq!(all.each_ref().map(Refusal::code), Refusal::CODES);
    for refusal in &all {
        let message = refusal.to_string();
        assert!(message.starts_with(|c: char| !c.is_uppercase()) && !message.ends_with('.'));
    }
}

/// What a clerk might try: a kind of step, a sanction and a person.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    kind: usize,
    sanction: &'static str,
    person: i64,
    days: i64,
}

fn attempt() -> impl Strategy<Value = Attempt> {
    let sanction = prop::sample::select(vec!["a", "b", "c", "r", "instead"]);
    (0_usize..16, sanction, 1_i64..4, 0_i64..8).prop_map(|(kind, sanction, person, days)| Attempt {
        kind,
        sanction,
        person,
        days,
    })
}

/// The attempt as an event: mostly of a kind that may come next, else of any other.
fn event_of(attempt: Attempt, state: &CaseState) -> CaseEvent {
    let Attempt { kind, sanction, person, days } = attempt;
    let likely = state.next();
    let kinds = if kind < 12 && !likely.is_empty() { likely } else { StepKind::ALL };
    let last = state.last.unwrap_or(date(2026, 6, 1));
    let on = last.checked_add(days.days()).unwrap();
    let letter = || "1".to_owned();
    let by = PersonId(person);
    let step = match kinds[kind % kinds.len()] {
        StepKind::Raise => raised(sanction),
        StepKind::SummonFirst | StepKind::SummonSecond => {
            let again = kinds[kind % kinds.len()] == StepKind::SummonSecond;
            let number = if again { SummonsNumber::Second } else { SummonsNumber::First };
            let examination = on.checked_add(days.days()).unwrap();
            Step::Summoned { number, examination, letter: letter() }
        }
        StepKind::FormTeam => Step::TeamFormed { members: vec![by], decree: letter() },
        StepKind::Examine => examined(person),
        StepKind::NotCome => Step::NotCome,
        StepKind::Find => found(&[sanction]),
        StepKind::Decide => decided(sanction, person),
        StepKind::HandOver => Step::HandedOver,
        StepKind::NotThere => Step::NotThere,
        StepKind::Send => Step::Sent,
        StepKind::Receive => Step::Received,
        StepKind::Object => Step::Objected { letter: letter() },
        StepKind::Answer => Step::Answered { answer: Answer::Upheld, number: letter() },
        StepKind::TakeEffect => Step::TookEffect,
        StepKind::End => Step::Ended,
        // Seldom by somebody who may, or every case would soon be dropped.
        StepKind::Cancel | StepKind::Rehabilitate => {
            let by = if days == 7 { by } else { PersonId(1) };
            Step::Cancelled { by, reason: "x".to_owned() }
        }
    };
    CaseEvent { on, step }
}

/// Folds whatever of the attempts is accepted, and holds the case against what must be true.
fn try_all(attempts: &[Attempt]) -> Option<Stage> {
    let law = law(&[LAW]);
    let mut file = CaseFile::of(&[], procedure(&law)).unwrap();
    let mut taken = Vec::new();
    for attempt in attempts {
        let event = event_of(*attempt, file.state());
        if let Ok(next) = file.with(&event) {
            taken.push(event.step.kind());
            file = next;
        }
    }
    let state = file.state();
    let decision = state.decision.as_ref()?;
    let count = |kind: StepKind| taken.iter().filter(|one| **one == kind).count();
    let missed = count(StepKind::NotCome) >= 2 && count(StepKind::SummonSecond) >= 1;
    assert!(count(StepKind::SummonFirst) >= 1);
    assert!(count(StepKind::Examine) >= 1 || missed, "{taken:?}");
    assert!(decision.level != crate::law::discipline::Level::Berat || !state.team.is_empty());
    assert!(!state.team.contains(&PersonId(1)));
    assert_ne!(decision.by.person, PersonId(1));
    assert_ne!(decision.sanction, "b", "it waits for another act");
    assert_eq!(count(StepKind::Decide), 1);
    Some(state.stage)
}

/// Whatever is tried, a decision has a summons and an examination, or two days on which the person
/// did not come, before it; a heavy one has a team; nobody acts on oneself.
#[test]
fn no_way_leads_past_the_summons() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = prop::collection::vec(attempt(), 10..80);
    let mut decided = 0;
    for _ in 0..600 {
        let attempts = strategy.new_tree(&mut runner).unwrap().current();
        decided += u32::from(try_all(&attempts).is_some());
    }
    assert!(decided > 60, "only {decided} of 600 came to a decision");
}

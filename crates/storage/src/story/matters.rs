use civil::PersonId;
use jiff::civil::Date;

use super::{append, audit, day, evaluate_all, newcomer, noon, person, read, stale, wall};
use crate::{
    AuditEntry, Store,
    matters::{
        Desk, Effect, Matter, MatterFilter, MatterKind, NewMatter, NewStep, Noted, Opened,
        Standing, StepDone, Waiting, Whose,
    },
    people::Occurrence,
    presence::{NewExcuse, People},
};

fn standing(stage: &str, desk: Option<Desk>, due: Option<Date>) -> Standing {
    Standing { stage: stage.to_owned(), desk, due }
}

fn asked(kind: MatterKind, of: PersonId, desk: Desk, due: &str) -> NewMatter {
    NewMatter {
        kind,
        person: Some(of),
        skpd: read("DISHUB"),
        from: day("10-05"),
        until: day("10-06"),
        key: None,
        data: "{\"reason\":\"mesin mati\u{1f525}\"}".to_owned(),
        standing: standing("asked", Some(desk), Some(day(due))),
    }
}

async fn open<S: Store>(store: &S, matter: &NewMatter) -> Opened {
    let opened = store.open_matters(&[(matter.clone(), audit("matter.open"))]).await;
    opened.expect("a matter is opened").pop().expect("what became of it is told")
}

fn new(opened: Opened) -> i64 {
    match opened {
        Opened::New(id) => id,
        Opened::Known(id) => panic!("matter {id} has its key"),
    }
}

fn step(matter: i64, seen: u32, effects: Vec<Effect>) -> NewStep {
    NewStep {
        matter,
        seen,
        verb: "granted".to_owned(),
        person: None,
        data: "sudah diperiksa".to_owned(),
        standing: standing("granted", None, None),
        effects,
        audit: AuditEntry { at: noon("10-20"), ..audit("matter.grant") },
    }
}

async fn append_steps<S: Store>(store: &S, steps: &[NewStep]) -> Vec<StepDone> {
    store.append_steps(steps).await.expect("steps are appended")
}

async fn list<S: Store>(store: &S, filter: &MatterFilter) -> Vec<i64> {
    let found = store.matters(filter).await.expect("matters");
    found.iter().map(|matter| matter.id).collect()
}

/// Matters are listed by desk, person, organisation, kind and day, and opened once a key.
pub(super) async fn opened_and_listed<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", None), newcomer(2, "DISHUB", None)], noon("10-01")).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let desk = Desk::unit_head(&read("DISHUB"), "Bidang Lalu Lintas & Angkutan");
    let late = new(open(store, &asked(MatterKind::Leave, one, desk.clone(), "10-20")).await);
    let soon = new(open(store, &asked(MatterKind::Correction, two, desk.clone(), "10-12")).await);
    let mut undated = asked(MatterKind::Leave, two, Desk::bkpsdm(), "10-01");
    undated.standing.due = None;
    undated.skpd = read("DINKES");
    (undated.from, undated.until) = (day("11-01"), day("11-30"));
    let undated_id = new(open(store, &undated).await);

    let all = MatterFilter::of(Whose::All);
    assert_eq!(list(store, &all).await, [soon, late, undated_id], "the earliest deadline first");
    assert_eq!(list(store, &MatterFilter { limit: 1, ..all.clone() }).await, [soon]);
    let of = |whose| MatterFilter::of(whose);
    assert_eq!(list(store, &of(Whose::On(vec![desk]))).await, [soon, late]);
    assert_eq!(list(store, &of(Whose::On(Vec::new()))).await, [] as [i64; 0]);
    assert_eq!(list(store, &of(Whose::Of(vec![two]))).await, [soon, undated_id]);
    assert_eq!(list(store, &of(Whose::In(read("DINKES")))).await, [undated_id]);
    let leave = MatterFilter { kinds: vec![MatterKind::Leave], ..all.clone() };
    assert_eq!(list(store, &leave).await, [late, undated_id]);
    let on = |from, until| MatterFilter { between: Some((day(from), day(until))), ..all.clone() };
    assert_eq!(list(store, &on("10-06", "10-31")).await, [soon, late]);
    assert_eq!(list(store, &on("10-07", "10-31")).await, [] as [i64; 0]);

    let found = store.matter(undated_id).await.expect("a matter can be read");
    let expected = Matter {
        id: undated_id,
        opened: undated,
        at: noon("10-31"),
        by: "command-line:story".to_owned(),
        steps: 0,
    };
    assert_eq!(found, Some(expected));
    assert_eq!(store.matter(99).await.expect("no failure"), None);

    let keyed = |kind| NewMatter {
        key: Some("2026-10 DISHUB".to_owned()),
        ..asked(kind, one, Desk::bkpsdm(), "10-30")
    };
    let first = new(open(store, &keyed(MatterKind::Closing)).await);
    assert_eq!(open(store, &keyed(MatterKind::Closing)).await, Opened::Known(first));
    new(open(store, &keyed(MatterKind::Claim)).await);
    let log = store.audit(u32::MAX).await.expect("audit");
    let opened = log.iter().filter(|entry| entry.verb == "matter.open").count();
    assert_eq!(opened, 5, "what was not opened leaves no entry");
}

/// Of two steps after the same one the second is told so; effects hold until they are withdrawn.
pub(super) async fn steps_and_effects<S: Store>(store: &S) {
    append(store, &[newcomer(1, "DISHUB", None), newcomer(2, "DINKES", None)], noon("10-01")).await;
    evaluate_all(store).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let matter = new(open(store, &asked(MatterKind::Leave, one, Desk::sekda(), "10-20")).await);
    assert_eq!(stale(store).await, [], "asking changes no day");

    let excuse = NewExcuse {
        person: one,
        kind: "cuti-tahunan".to_owned(),
        from: day("10-05"),
        until: day("10-06"),
        minutes: None,
        reason: "keluarga".to_owned(),
    };
    let occurrence = Occurrence {
        person: two,
        date: day("10-09"),
        code: "missed:apel".to_owned(),
        amount: 1,
        reason: "daftar hadir".to_owned(),
    };
    let effects = vec![
        Effect::Excuse(excuse.clone()),
        Effect::Reading { person: two, at: wall("10-08 07:25:00") },
        Effect::Occurrence(occurrence.clone()),
    ];
    let granted = step(matter, 0, effects.clone());
    let done = append_steps(store, &[granted.clone(), granted, step(99, 0, Vec::new())]).await;
    assert_eq!(done, [StepDone::Appended, StepDone::Overtaken, StepDone::Overtaken]);
    let on = |person, from, until| (person, day(from), day(until));
    let touched = [on(one, "10-05", "10-06"), on(two, "10-08", "10-08"), on(two, "10-09", "10-09")];
    assert_eq!(stale(store).await, touched);
    let settled = MatterFilter { waiting: Waiting::No, ..MatterFilter::of(Whose::All) };
    assert_eq!(list(store, &settled).await, [matter]);
    let waits = MatterFilter { waiting: Waiting::Yes, ..MatterFilter::of(Whose::All) };
    assert_eq!(list(store, &waits).await, [] as [i64; 0]);
    let steps = store.steps(matter).await.expect("steps");
    let seen: Vec<_> = steps.iter().map(|step| (step.number, step.at, &*step.verb)).collect();
    assert_eq!(seen, [(1, noon("10-20"), "granted")]);
    let of_several = store.steps_of(&[99, matter, matter]).await.expect("steps of several");
    let each: Vec<_> = steps.iter().map(|step| (matter, step.clone())).collect();
    assert_eq!(of_several, each, "each once, and none of a matter that is not there");
    let between = async |after, until| {
        store.steps_between(noon(after), noon(until)).await.expect("steps of all matters")
    };
    let of_matter: Vec<_> = steps.into_iter().map(|step| (matter, step)).collect();
    assert_eq!(between("10-19", "10-20").await, of_matter);
    assert_eq!(
        between("10-20", "10-31").await,
        [],
        "what was at the first instant is not after it"
    );
    let log = store.audit(u32::MAX).await.expect("audit");
    assert_eq!(log.iter().filter(|entry| entry.verb == "matter.grant").count(), 1);

    let (first, last) = (wall("10-01 00:00:00"), wall("10-31 23:59:59"));
    let noted = async |people: &People| store.noted(people, first, last).await.expect("noted");
    let reading = Noted { person: two, at: wall("10-08 07:25:00"), matter };
    assert_eq!(noted(&People::All).await, std::slice::from_ref(&reading));
    for people in [People::All, People::These(vec![two])] {
        let days = (first.date(), last.date());
        let at_once = store.roster_and_noted(&people, days, (first, last)).await.expect("at once");
        assert_eq!(at_once, (Vec::new(), vec![reading.clone()]));
    }
    assert_eq!(noted(&People::Of(read("DISHUB"))).await, []);
    assert_eq!(noted(&People::These(vec![two])).await, [reading]);
    let excuses = async || {
        let found = store.excuses(&People::All, day("10-01"), day("10-31")).await;
        found.expect("excuses").into_iter().map(|one| one.excuse).collect::<Vec<_>>()
    };
    assert_eq!(excuses().await, std::slice::from_ref(&excuse));
    let occurrences = async || {
        store.occurrences(&People::All, day("10-01"), day("10-31")).await.expect("occurrences")
    };
    assert_eq!(occurrences().await, [occurrence]);
    evaluate_all(store).await;

    let undone = step(matter, 1, vec![Effect::Withdraw]);
    assert_eq!(append_steps(store, &[undone]).await, [StepDone::Appended]);
    assert_eq!(stale(store).await, touched, "what no longer holds is looked at again");
    assert_eq!(noted(&People::All).await, []);
    assert_eq!(excuses().await, []);
    assert_eq!(occurrences().await, []);
    evaluate_all(store).await;
    let again = step(matter, 2, vec![Effect::Withdraw]);
    assert_eq!(append_steps(store, &[again]).await, [StepDone::Appended]);
    assert_eq!(stale(store).await, [], "nothing is withdrawn twice");
    store.add_excuses(std::slice::from_ref(&excuse), audit("excuse")).await.expect("excuses");
    assert_eq!(excuses().await, [excuse], "what was withdrawn can be recorded anew");
}

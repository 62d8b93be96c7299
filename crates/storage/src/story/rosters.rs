use super::{append, audit, day, evaluate_all, newcomer, noon, person, read, stale};
use crate::{
    AuditEntry, Store,
    matters::{Desk, Effect, MatterKind, NewMatter, NewStep, Opened, Standing, StepDone},
    presence::People,
    rosters::{RosterCell, RosterChange},
};

fn standing(stage: &str, desk: Option<Desk>) -> Standing {
    Standing { stage: stage.to_owned(), desk, due: None }
}

/// Turns are given, given anew and taken away; the last recorded holds, and makes its day stale.
pub(super) async fn the_last_given_holds<S: Store>(store: &S) {
    append(store, &[newcomer(1, "RSUD", None), newcomer(2, "DINKES", None)], noon("10-01")).await;
    evaluate_all(store).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let cell = |person, date, turn: Option<&str>| RosterCell {
        person,
        date: day(date),
        turn: turn.map(str::to_owned),
    };
    let put = async |cells: &[RosterCell]| {
        store.put_roster(cells, audit("roster.put")).await.expect("turns are given")
    };
    let given = [cell(two, "10-31", Some("M")), cell(one, "11-01", Some("-"))];
    assert_eq!(put(&given).await, 2);
    let on = |person, date| (person, day(date), day(date));
    assert_eq!(stale(store).await, [on(one, "11-01"), on(two, "10-31")]);
    evaluate_all(store).await;
    assert_eq!(put(&given).await, 0, "what holds is known");
    assert_eq!(stale(store).await, [], "and makes nothing stale");
    let entries = async || {
        let log = store.audit(u32::MAX).await.expect("audit");
        log.iter().filter(|entry| entry.verb == "roster.put").count()
    };
    assert_eq!(entries().await, 1);

    let roster = async |people: &People, from: &str, until: &str| {
        store.roster(people, day(from), day(until)).await.expect("a roster can be read")
    };
    let [of_two, of_one] = given;
    let both = [of_one.clone(), of_two.clone()];
    assert_eq!(roster(&People::All, "10-31", "11-01").await, both, "by person and day");
    assert_eq!(roster(&People::All, "11-01", "11-30").await, std::slice::from_ref(&of_one));
    assert_eq!(roster(&People::Of(read("DINKES")), "10-01", "11-30").await, [of_two]);
    assert_eq!(roster(&People::These(vec![one]), "10-01", "11-30").await, [of_one]);

    // Of two in one list the last; what is taken away leaves the cycle.
    let twice = [cell(one, "11-01", Some("P")), cell(one, "11-01", Some("S"))];
    assert_eq!(put(&twice).await, 1);
    assert_eq!(roster(&People::These(vec![one]), "11-01", "11-01").await, twice[1..]);
    assert_eq!(put(&[cell(one, "11-01", None), cell(one, "11-02", None)]).await, 1);
    assert_eq!(roster(&People::These(vec![one]), "10-01", "11-30").await, []);
    assert_eq!(put(&twice[..1]).await, 1);
    assert_eq!(roster(&People::These(vec![one]), "10-01", "11-30").await, twice[..1]);
}

/// Turns change hands by a step of a matter, if they are as they were seen, and go back when it is
/// withdrawn.
pub(super) async fn turns_change_hands<S: Store>(store: &S) {
    append(store, &[newcomer(1, "RSUD", None), newcomer(2, "RSUD", None)], noon("10-01")).await;
    let (one, two) = (person(store, 1).await, person(store, 2).await);
    let swap = NewMatter {
        kind: MatterKind::Swap,
        person: Some(one),
        skpd: read("RSUD"),
        from: day("10-31"),
        until: day("10-31"),
        key: None,
        data: "{}".to_owned(),
        standing: standing("asked", Some(Desk::person(two))),
    };
    let matters = [(swap.clone(), audit("matter.open")), (swap, audit("matter.open"))];
    let opened = store.open_matters(&matters).await.expect("matters are opened");
    let [Opened::New(first), Opened::New(second)] = opened[..] else { panic!("{opened:?}") };
    let change = |person, turn: Option<&str>, seen: Option<&str>| {
        Effect::Roster(RosterChange {
            cell: RosterCell { person, date: day("10-31"), turn: turn.map(str::to_owned) },
            seen: seen.map(str::to_owned),
        })
    };
    let step = |matter, seen, effects| NewStep {
        matter,
        seen,
        verb: "granted".to_owned(),
        person: None,
        data: String::new(),
        standing: standing("granted", None),
        effects,
        audit: AuditEntry { at: noon("10-20"), ..audit("matter.grant") },
    };
    let append = async |steps: &[NewStep]| store.append_steps(steps).await.expect("steps");
    evaluate_all(store).await;
    let effects = vec![change(one, Some("P"), None), change(two, Some("M"), None)];
    let done = append(&[step(first, 0, effects.clone()), step(second, 0, effects)]).await;
    assert_eq!(done, [StepDone::Appended, StepDone::Overtaken], "the second saw another roster");
    let matter = store.matter(second).await.expect("a matter").expect("it was opened");
    assert_eq!((matter.steps, matter.opened.standing.stage.as_str()), (0, "asked"), "no trace");
    let turns = async || {
        let found = store.roster(&People::All, day("10-01"), day("11-30")).await.expect("roster");
        found.into_iter().map(|cell| (cell.person, cell.turn)).collect::<Vec<_>>()
    };
    let (morning, night) = (Some("P".to_owned()), Some("M".to_owned()));
    assert_eq!(turns().await, [(one, morning.clone()), (two, night.clone())]);
    let on = |person| (person, day("10-31"), day("10-31"));
    assert_eq!(stale(store).await, [on(one), on(two)]);

    let back = vec![change(one, None, Some("P")), change(two, Some("S"), Some("M"))];
    assert_eq!(append(&[step(second, 0, back)]).await, [StepDone::Appended]);
    assert_eq!(turns().await, [(two, Some("S".to_owned()))]);
    evaluate_all(store).await;
    let withdrawn = append(&[step(second, 1, vec![Effect::Withdraw])]).await;
    assert_eq!(withdrawn, [StepDone::Appended]);
    assert_eq!(turns().await, [(one, morning), (two, night)], "what held before holds again");
    assert_eq!(stale(store).await, [on(one), on(two)]);
    append(&[step(first, 1, vec![Effect::Withdraw])]).await;
    assert_eq!(turns().await, []);
}

//! Long work in the background.

use std::sync::{Arc, Mutex};

use civil::Role;
use office::{
    Actor, Office, OfficeError, Permission,
    jobs::{JobAbout, JobContext, JobFailure, JobFile, JobKind, JobOrder, JobRunner, JobState},
};
use storage::{AuditEntry, access::Account};

use crate::unit::{Unit, october, unit};

/// Tells when it is half done and counts to two.
async fn count(context: JobContext, half: Arc<Mutex<Option<i64>>>) -> Result<JobFile, JobFailure> {
    context.progress(1, 2).await?;
    let cancel = *half.lock().expect("the example is in order");
    if let Some(id) = cancel {
        let root = Actor::command_line("test");
        assert!(context.office.cancel_job(&root, id).await.expect("the example is in order"));
    }
    context.progress(2, 2).await?;
    let place = context.skpd.map_or_else(|| "semua".to_owned(), |skpd| skpd.to_string());
    let bytes = format!("{place} {}", context.month).into_bytes();
    Ok(JobFile { name: "hitung.txt".to_owned(), bytes })
}

fn kinds(half: &Arc<Mutex<Option<i64>>>) -> Vec<JobKind> {
    let half = Arc::clone(half);
    vec![
        JobKind::new("count", Permission::SeeUnit, JobAbout::UnitMonth, move |context| {
            count(context, Arc::clone(&half))
        }),
        JobKind::new("break", Permission::ReadAudit, JobAbout::Month, async |_| {
            panic!("a handler with a mistake")
        }),
        JobKind::new("fail", Permission::ReadAudit, JobAbout::Month, async |_| {
            Err(JobFailure::File("no room".to_owned()))
        }),
    ]
}

fn order(kind: &str, skpd: Option<&str>) -> JobOrder {
    let skpd = skpd.map(|code| code.parse().expect("the example is in order"));
    JobOrder { kind: kind.to_owned(), skpd, month: october() }
}

async fn operator(unit: &Unit, of: &str, active: bool) -> Actor {
    let account = Account {
        id: 0,
        username: format!("operator.{}", of.to_lowercase()),
        password_hash: String::new(),
        role: Role::Operator,
        skpd: Some(of.parse().expect("the example is in order")),
        person: None,
        active,
    };
    let audit = AuditEntry {
        at: unit.office.now(),
        actor: "test".to_owned(),
        verb: "test",
        subject: String::new(),
        detail: String::new(),
    };
    unit.store
        .put_accounts(std::slice::from_ref(&account), audit)
        .await
        .expect("the example is in order");
    Actor::account(&account)
}

async fn with_jobs() -> (Unit, Office, Arc<Mutex<Option<i64>>>) {
    let half = Arc::default();
    let unit = unit(&[]).await;
    let office = unit.office.clone().with_jobs(kinds(&half));
    (unit, office, half)
}

async fn state(office: &Office, actor: &Actor, id: i64) -> (JobState, Option<String>) {
    let job = office.shown_job(actor, id).await.expect("the example is in order");
    (job.state, job.reason)
}

#[tokio::test]
async fn asked_once_done_in_turn_and_fetched_by_whoever_may() {
    let (unit, office, _) = with_jobs().await;
    let distan = operator(&unit, "DISTAN", true).await;
    let setda = operator(&unit, "SETDA", true).await;
    let runner = JobRunner::begin(office.clone()).await.expect("the example is in order");
    assert!(!runner.run_next().await.expect("the example is in order"), "nothing waits");
    let asked = office
        .ask_job(&distan, &order("count", Some("DISTAN")))
        .await
        .expect("the example is in order");
    let again = office
        .ask_job(&unit.root, &order("count", Some("DISTAN")))
        .await
        .expect("the example is in order");
    assert_eq!((again.id, again.known, asked.known), (asked.id, true, false));
    let job = office.shown_job(&distan, asked.id).await.expect("the example is in order");
    assert!(job.may_cancel && job.state == JobState::Waiting);
    assert!(
        !office.shown_job(&unit.root, asked.id).await.expect("the example is in order").may_cancel,
        "not hers"
    );
    assert!(office.job_file(&distan, asked.id).await.is_err(), "there is none yet");

    assert!(runner.run_next().await.expect("the example is in order"));
    let job = office.shown_job(&distan, asked.id).await.expect("the example is in order");
    assert_eq!((job.state, job.done, job.of), (JobState::Done, 2, 2));
    let file = office.job_file(&distan, asked.id).await.expect("the example is in order");
    assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("hitung.txt", &b"DISTAN 2026-10"[..]));
    for stranger in [&setda, &Unit::bkpsdm()] {
        let seen = office.job_file(stranger, asked.id).await;
        match stranger.skpd() {
            Some(_) => assert!(matches!(seen, Err(OfficeError::NotFound { .. })), "{seen:?}"),
            None => assert_eq!(
                seen.expect("the example is in order"),
                file,
                "whoever may ask for it may fetch it"
            ),
        }
    }
    assert_eq!(office.list_jobs(&setda).await.expect("the example is in order"), []);
    assert_eq!(office.list_jobs(&distan).await.expect("the example is in order").len(), 1);
    let verbs: Vec<String> = unit
        .store
        .audit(3)
        .await
        .expect("the example is in order")
        .into_iter()
        .map(|entry| entry.verb)
        .collect();
    assert_eq!(verbs, ["jobs.fetch", "jobs.fetch", "jobs.end"]);

    unit.clock.advance_seconds(7 * 86_400);
    assert_eq!(runner.forget_old().await.expect("the example is in order"), 0);
    unit.clock.advance_seconds(1);
    assert_eq!(runner.forget_old().await.expect("the example is in order"), 1);
    assert!(office.job_file(&distan, asked.id).await.is_err());
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused() {
    let (unit, office, _) = with_jobs().await;
    let distan = operator(&unit, "DISTAN", true).await;
    let names = |actor: &Actor| -> Vec<&str> {
        office.job_kinds(actor).into_iter().map(|kind| kind.name).collect()
    };
    assert_eq!(names(&distan), ["count"]);
    assert_eq!(names(&unit.root), ["count", "break", "fail"]);
    let ask =
        async |actor: &Actor, kind: &str, skpd| office.ask_job(actor, &order(kind, skpd)).await;
    let foreign = ask(&distan, "count", Some("SETDA")).await;
    assert!(matches!(foreign, Err(OfficeError::Forbidden(_))), "{foreign:?}");
    let whole = ask(&distan, "count", None).await;
    assert!(matches!(whole, Err(OfficeError::Forbidden(_))), "{whole:?}");
    for (kind, skpd) in [("count", None), ("fail", Some("DISTAN"))] {
        let done = ask(&unit.root, kind, skpd).await;
        assert!(matches!(done, Err(OfficeError::BadInput(_))), "{done:?}");
    }
    for (kind, skpd) in [("count", Some("TIDAKADA")), ("unknown", None)] {
        let done = ask(&unit.root, kind, skpd).await;
        assert!(matches!(done, Err(OfficeError::NotFound { .. })), "{done:?}");
    }
}

#[tokio::test]
async fn stopped_broken_and_cut_off_jobs_say_so() {
    let (unit, office, half) = with_jobs().await;
    let root = &unit.root;
    let runner = JobRunner::begin(office.clone()).await.expect("the example is in order");
    let ask = async |kind: &str, skpd| {
        office.ask_job(root, &order(kind, skpd)).await.expect("the example is in order").id
    };
    let waiting = ask("count", Some("DISTAN")).await;
    assert!(office.cancel_job(&Unit::bkpsdm(), waiting).await.is_err(), "somebody else's");
    assert!(office.cancel_job(root, waiting).await.expect("the example is in order"));
    assert!(
        !office.cancel_job(root, waiting).await.expect("the example is in order"),
        "it has ended"
    );
    assert_eq!(state(&office, root, waiting).await, (JobState::Cancelled, None));

    let running = ask("count", Some("DISTAN")).await;
    *half.lock().expect("the example is in order") = Some(running);
    assert!(runner.run_next().await.expect("the example is in order"));
    assert_eq!(state(&office, root, running).await, (JobState::Cancelled, None));

    let (broken, failed) = (ask("break", None).await, ask("fail", None).await);
    assert!(
        runner.run_next().await.expect("the example is in order")
            && runner.run_next().await.expect("the example is in order")
    );
    let reason = |reason: &str| (JobState::Failed, Some(reason.to_owned()));
    assert_eq!(state(&office, root, broken).await, reason("broken"));
    assert_eq!(state(&office, root, failed).await, reason("file"));

    let cut_off = ask("fail", None).await;
    unit.store.take_job().await.expect("the example is in order");
    let after = JobRunner::begin(office.clone()).await.expect("the example is in order");
    assert_eq!(state(&office, root, cut_off).await, reason("restarted"));
    assert!(!after.run_next().await.expect("the example is in order"), "it is not begun again");
}

#[tokio::test]
async fn whoever_lost_the_right_while_it_waited_gets_nothing() {
    let (unit, office, _) = with_jobs().await;
    let distan = operator(&unit, "DISTAN", true).await;
    let runner = JobRunner::begin(office.clone()).await.expect("the example is in order");
    let id = office
        .ask_job(&distan, &order("count", Some("DISTAN")))
        .await
        .expect("the example is in order")
        .id;
    operator(&unit, "DISTAN", false).await;
    assert!(runner.run_next().await.expect("the example is in order"));
    let reason = (JobState::Failed, Some("forbidden".to_owned()));
    assert_eq!(state(&office, &unit.root, id).await, reason);
}

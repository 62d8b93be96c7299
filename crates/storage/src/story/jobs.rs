use super::{audit, noon, read};
use crate::{
    AuditEntry, Store,
    jobs::{Job, JobAsked, JobEnd, JobFileEntry, JobState, NewJob, Wanted},
};

fn sheet(key: &str) -> NewJob {
    NewJob {
        kind: "sheet".to_owned(),
        key: key.to_owned(),
        skpd: Some(read("DISTAN")),
        data: "{\"month\":\"2026-10\"}".to_owned(),
    }
}

async fn ask<S: Store>(store: &S, job: &NewJob) -> JobAsked {
    store.ask_job(job, audit("job.ask")).await.expect("a job is asked for")
}

async fn new<S: Store>(store: &S, job: &NewJob) -> i64 {
    match ask(store, job).await {
        JobAsked::New(id) => id,
        JobAsked::Known(id) => panic!("{id} is the same and open"),
    }
}

async fn at<S: Store>(store: &S, id: i64) -> Job {
    store.job(id).await.expect("a job").expect("it was asked for")
}

async fn end<S: Store>(store: &S, id: i64, end: JobEnd) {
    store.end_job(id, &end, audit("job.end")).await.expect("a job ends");
}

/// Asked once, done in turn, ended once; a file waits.
pub(super) async fn from_waiting_to_done<S: Store>(store: &S) {
    assert_eq!(store.take_job().await.expect("a job"), None);
    let first = new(store, &sheet("DISTAN 2026-10")).await;
    assert_eq!(ask(store, &sheet("DISTAN 2026-10")).await, JobAsked::Known(first));
    let whole = NewJob { skpd: None, ..sheet("2026-10") };
    let second = new(store, &whole).await;
    assert!(first < second);
    let waiting = Job {
        id: first,
        asked: sheet("DISTAN 2026-10"),
        by: "command-line:story".to_owned(),
        at: noon("10-31"),
        state: JobState::Waiting,
        unwanted: false,
        done: 0,
        of: 0,
        ended: None,
        reason: None,
        file: None,
    };
    assert_eq!(at(store, first).await, waiting);
    let progress = async |id, done| store.note_progress(id, done, 9).await.expect("progress");
    assert_eq!(progress(first, 1).await, Wanted::No, "nobody has begun it");
    let taken = store.take_job().await.expect("a job");
    assert_eq!(taken, Some(Job { state: JobState::Running, ..waiting }));
    assert_eq!(progress(first, 4).await, Wanted::Yes);
    assert_eq!(ask(store, &sheet("DISTAN 2026-10")).await, JobAsked::Known(first));
    let file = JobFileEntry { digest: "ab12".to_owned(), name: "lembar.xlsx".to_owned(), bytes: 5 };
    end(store, first, JobEnd::Done(file.clone())).await;
    end(store, first, JobEnd::Failed("late".to_owned())).await;
    let done = at(store, first).await;
    assert_eq!((done.state, done.file, done.reason), (JobState::Done, Some(file), None));
    assert_eq!((done.done, done.of, done.ended), (4, 9, Some(noon("10-31"))));
    let again = new(store, &sheet("DISTAN 2026-10")).await;
    let listed = store.jobs(2).await.expect("jobs");
    let listed: Vec<i64> = listed.iter().map(|job| job.id).collect();
    assert_eq!(listed, [again, second], "the newest first");
    assert_eq!(store.job(9_999).await.expect("no job"), None);
    let log = store.audit(100).await.expect("audit");
    assert_eq!(log.len(), 4, "what changed nothing leaves no trace");
}

/// Cancelled before and while it is done, failed by a restart, forgotten when it is old.
pub(super) async fn unwanted_failed_forgotten<S: Store>(store: &S) {
    let ids = [new(store, &sheet("a")).await, new(store, &sheet("b")).await];
    let third = new(store, &sheet("c")).await;
    let cancel = async |id| store.cancel_job(id, audit("job.cancel")).await.expect("cancelled");
    assert!(cancel(third).await);
    assert!(!cancel(third).await, "it has ended");
    assert!(!cancel(9_999).await, "there is none");
    assert_eq!(at(store, third).await.state, JobState::Cancelled);
    for id in ids {
        assert_eq!(store.take_job().await.expect("a job").map(|job| job.id), Some(id));
    }
    assert_eq!(store.take_job().await.expect("no job"), None, "a cancelled one is not begun");
    let [first, second] = ids;
    assert!(cancel(first).await);
    assert_eq!(at(store, first).await.state, JobState::Running, "it is told when it next asks");
    assert_eq!(store.note_progress(first, 1, 2).await.expect("progress"), Wanted::No);
    end(store, first, JobEnd::Cancelled).await;
    let fail = async || {
        let done = store.fail_running("restarted", audit("job.restart")).await;
        done.expect("what ran has failed")
    };
    assert_eq!([fail().await, fail().await], [1, 0]);
    let failed = at(store, second).await;
    assert_eq!((failed.state, failed.reason.as_deref()), (JobState::Failed, Some("restarted")));
    let open = new(store, &sheet("b")).await;

    assert_eq!(store.jobs_ended_before(noon("10-31")).await.expect("jobs"), []);
    let old = store.jobs_ended_before(noon("11-01")).await.expect("jobs");
    let mut old: Vec<i64> = old.iter().map(|job| job.id).collect();
    old.sort_unstable();
    assert_eq!(old, [first, second, third]);
    let forget = |ids: Vec<i64>| {
        let audit = AuditEntry { at: noon("11-30"), ..audit("job.forget") };
        async move { store.forget_jobs(&ids, audit).await.expect("forgotten") }
    };
    forget(vec![first, third, open]).await;
    let left = store.jobs(100).await.expect("jobs");
    let left: Vec<i64> = left.iter().map(|job| job.id).collect();
    assert_eq!(left, [open, second], "what is open is not forgotten");
}

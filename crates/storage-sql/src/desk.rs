//! Where deeds are handed in. One task writes: all deeds that wait are done in one transaction, so
//! that they share its one wait for the disk, and are answered when it has been committed.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use storage::{AuditEntry, StoreError, presence::Delivery, presence::Recorded};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::timeout_at,
};

use crate::{
    numbers::Numbers,
    pools::Pool,
    writing::{Doing, Writing},
};

/// Deeds that may wait before whoever asks must wait too.
const WAITING_DEEDS_MAX: usize = 4_096;

/// Punches of one transaction, beyond which later deeds go into the next.
const GROUP_PUNCHES_MAX: usize = 50_000;

/// How long a transaction waits for those who asked of late to ask again, as a share of the time
/// the last transaction took, and at most. Without this, the first of them would go alone and the
/// others wait for the disk twice; so half a wait for the disk is well spent, and it is lost once
/// at most for each who does not ask again. Measured on two processors busy with other work: a
/// quarter, at most 1 ms, left one transaction in six without somebody, this none but the first.
const GATHER_SHARE: u32 = 2;
const GATHER_TIME_MAX: Duration = Duration::from_millis(4);

/// What is said when the transaction has ended.
pub(crate) type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// Whom to tell what became of a deed. Whoever asked may have gone, and then nobody needs to know.
type Tell<T> = oneshot::Sender<Result<T, StoreError>>;

/// A delivery with its audit entry.
pub(crate) struct DeliveryDeed {
    pub(crate) delivery: Delivery,
    pub(crate) audit: AuditEntry,
}

/// Something to write, and whom to tell.
pub(crate) enum Job {
    /// Deliveries are many and alike: neighbours are written by the same statements.
    Delivery(Box<DeliveryDeed>, Tell<Recorded>),
    Other(Box<dyn Deed>),
}

/// Any deed but a delivery.
pub(crate) trait Deed: Send {
    /// Does it, and gives what to say when the transaction has ended.
    fn perform(self: Box<Self>, writing: &mut Writing) -> Performing<'_>;

    /// Tells whoever asked that nothing was done.
    fn refuse(self: Box<Self>, error: &StoreError);
}

/// A deed being done.
pub(crate) type Performing<'t> =
    std::pin::Pin<Box<dyn Future<Output = Result<Answer, Failed>> + Send + 't>>;

/// A deed failed: why, and how to tell whoever asked.
pub(crate) struct Failed {
    pub(crate) error: StoreError,
    pub(crate) answer: Answer,
}

struct Asked<T, F> {
    deed: F,
    tell: Tell<T>,
}

impl<T, F> Deed for Asked<T, F>
where
    T: Send + 'static,
    F: for<'t> FnOnce(&'t mut Writing) -> Doing<'t, T> + Send,
{
    fn perform(self: Box<Self>, writing: &mut Writing) -> Performing<'_> {
        let Self { deed, tell } = *self;
        let doing = deed(writing);
        Box::pin(async move {
            match doing.await {
                Ok(done) => Ok(answer_with(tell, done)),
                Err(error) => {
                    let answer: Answer = Box::new(move |ended| {
                        let error = ended.err();
                        let _ = tell.send(Err(error.unwrap_or_else(gone)));
                    });
                    Err(Failed { error, answer })
                }
            }
        })
    }

    fn refuse(self: Box<Self>, error: &StoreError) {
        let _ = self.tell.send(Err(error.clone()));
    }
}

/// An answer that gives `done` if the transaction was committed.
pub(crate) fn answer_with<T: Send + 'static>(tell: Tell<T>, done: T) -> Answer {
    Box::new(move |ended| {
        let _ = tell.send(ended.map(|()| done));
    })
}

fn gone() -> StoreError {
    StoreError::Unavailable { reason: "the store is closed".to_owned() }
}

impl Job {
    fn punches(&self) -> usize {
        match self {
            Self::Delivery(deed, _) => deed.delivery.punches.len() + 1,
            Self::Other(_) => 1,
        }
    }

    /// Answers without having done anything.
    pub(crate) fn refuse(self, error: &StoreError) {
        match self {
            Self::Delivery(_, tell) => {
                let _ = tell.send(Err(error.clone()));
            }
            Self::Other(deed) => deed.refuse(error),
        }
    }
}

/// Where deeds are handed in.
#[derive(Clone)]
pub(crate) struct Desk {
    jobs: mpsc::Sender<Job>,
}

impl Desk {
    /// Starts the writer; it ends when every desk is gone and all deeds are done.
    pub(crate) fn open(
        pool: Pool,
        regency: i64,
        pages_max: Arc<AtomicU32>,
    ) -> (Self, JoinHandle<()>) {
        let (jobs, waiting) = mpsc::channel(WAITING_DEEDS_MAX);
        let writer = Writer { pool, regency, pages_max, writing: None };
        (Self { jobs }, tokio::spawn(writer.run(waiting)))
    }

    /// Does something in a transaction and answers when it is on disk.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        deed: impl for<'t> FnOnce(&'t mut Writing) -> Doing<'t, T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (tell, told) = oneshot::channel();
        self.hand_in(Job::Other(Box::new(Asked { deed, tell }))).await?;
        told.await.map_err(|_| gone())?
    }

    /// Records a delivery and answers when it is on disk.
    pub(crate) async fn record(&self, deed: DeliveryDeed) -> Result<Recorded, StoreError> {
        let (tell, told) = oneshot::channel();
        self.hand_in(Job::Delivery(Box::new(deed), tell)).await?;
        told.await.map_err(|_| gone())?
    }

    async fn hand_in(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.send(job).await.map_err(|_| gone())
    }
}

struct Writer {
    pool: Pool,
    regency: i64,
    /// Pages that the file may have, 0 for no limit: a new connection has to be told again.
    pages_max: Arc<AtomicU32>,
    /// The connection, kept between transactions; none after a failure.
    writing: Option<Writing>,
}

impl Writer {
    async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut lately = Lately::default();
        while let Some(first) = jobs.recv().await {
            let group = gather(first, &mut jobs, lately).await;
            let (began, deeds) = (Instant::now(), group.len());
            let (ended, answers) = self.commit(group).await;
            // Counted before those who are answered now can ask again.
            lately = Lately::of(deeds + jobs.len(), began.elapsed());
            for answer in answers {
                answer(ended.clone());
            }
        }
    }

    /// Does all deeds in one transaction. One that fails does not fail the others.
    /// Gives the answers that are to be told how it ended.
    async fn commit(&mut self, group: Vec<Job>) -> (Result<(), StoreError>, Vec<Answer>) {
        let mut writing = match self.begin().await {
            Ok(writing) => writing,
            Err(error) => {
                for job in group {
                    job.refuse(&error);
                }
                return (Err(error), Vec::new());
            }
        };
        let mut answers = Vec::with_capacity(group.len());
        let ended = match writing.do_all(group, &mut answers).await {
            Ok(()) => writing.end().await,
            Err(error) => Err(error),
        };
        match &ended {
            Ok(()) => self.writing = Some(writing),
            Err(error) => {
                tracing::warn!(%error, deeds = answers.len(), "a transaction was not committed");
                writing.abandon().await;
            }
        }
        (ended, answers)
    }

    async fn begin(&mut self) -> Result<Writing, StoreError> {
        // A server may have closed a connection that lay idle: the second try gets a new one.
        if let Some(mut writing) = self.writing.take() {
            match writing.begin().await {
                Ok(()) => return Ok(writing),
                Err(_) => writing.abandon().await,
            }
        }
        let mut connection = self.pool.acquire().await?;
        let pages_max = self.pages_max.load(Ordering::SeqCst);
        if pages_max > 0 {
            connection.pragma(format!("PRAGMA max_page_count = {pages_max}")).await?;
        }
        let (regency, numbers) = (self.regency, Numbers::default());
        let mut writing = Writing { connection, regency, numbers, terminals: HashMap::new() };
        match writing.begin().await {
            Ok(()) => Ok(writing),
            Err(error) => {
                writing.abandon().await;
                Err(error)
            }
        }
    }
}

/// How it went of late.
#[derive(Clone, Copy, Default)]
struct Lately {
    /// How many ask at the same time: those answered by the last transaction, and those who came
    /// during it. Counting only the former, they would split into two parties that take turns, each
    /// waiting for the disk twice.
    askers: usize,
    /// How long to wait for all of them.
    patience: Duration,
}

impl Lately {
    fn of(askers: usize, transaction: Duration) -> Self {
        Self { askers, patience: (transaction / GATHER_SHARE).min(GATHER_TIME_MAX) }
    }
}

/// Everything that waits, within the limit. If those who asked of late are about to ask again, they
/// get a moment to do so. It is slept through, not spent looking: on a small machine those who are
/// about to ask need the processor, and came too late when this held it.
async fn gather(first: Job, jobs: &mut mpsc::Receiver<Job>, lately: Lately) -> Vec<Job> {
    let end = tokio::time::Instant::now() + lately.patience;
    let mut punches = first.punches();
    let mut group = vec![first];
    while punches < GROUP_PUNCHES_MAX {
        let job = match jobs.try_recv() {
            Ok(job) => job,
            Err(_) if group.len() >= lately.askers => break,
            Err(_) => match timeout_at(end, jobs.recv()).await {
                Ok(Some(job)) => job,
                Ok(None) | Err(_) => break,
            },
        };
        punches += job.punches();
        group.push(job);
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &mut Writing) -> Doing<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn job() -> Job {
        let (tell, _) = oneshot::channel::<Result<(), StoreError>>();
        Job::Other(Box::new(Asked { deed: nothing, tell }))
    }

    /// So long that a test that waited for it would be seen to hang.
    const LONG: Duration = Duration::from_hours(1);

    #[tokio::test]
    async fn those_who_asked_of_late_are_waited_for() {
        let (desk, mut jobs) = mpsc::channel(8);
        let asking = tokio::spawn(async move {
            for _ in 0..3 {
                tokio::task::yield_now().await;
                desk.send(job()).await.unwrap();
            }
            desk
        });
        let lately = Lately { askers: 4, patience: LONG };
        assert_eq!(gather(job(), &mut jobs, lately).await.len(), 4, "and nobody else");
        asking.await.unwrap();
    }

    #[tokio::test]
    async fn who_has_gone_is_not_waited_for_long() {
        let (desk, mut jobs) = mpsc::channel(8);
        desk.send(job()).await.unwrap();
        let lately = Lately::of(3, Duration::from_millis(2));
        assert_eq!(gather(job(), &mut jobs, lately).await.len(), 2);
        drop(desk);
        let lately = Lately { askers: 2, patience: LONG };
        assert_eq!(gather(job(), &mut jobs, lately).await.len(), 1, "the store is being closed");
    }

    #[tokio::test]
    async fn more_than_asked_of_late_all_come_along() {
        let (desk, mut jobs) = mpsc::channel(8);
        for _ in 0..5 {
            desk.send(job()).await.unwrap();
        }
        assert_eq!(gather(job(), &mut jobs, Lately::default()).await.len(), 6);
    }
}

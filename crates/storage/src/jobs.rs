//! Long work that is asked for, done in the background, and whose file waits to be fetched.

use std::{fmt, str::FromStr};

use async_trait::async_trait;
use civil::Skpd;
use jiff::Timestamp;

use crate::{AuditEntry, StoreError};

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobState {
    /// Nobody has begun it.
    Waiting,
    /// It is being done.
    Running,
    /// Its file waits.
    Done,
    /// It could not be done; its reason says why.
    Failed,
    /// Whoever asked for it no longer wanted it.
    Cancelled,
}

impl JobState {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Waiting, Self::Running, Self::Done, Self::Failed, Self::Cancelled];

    /// The word it is stored under.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether something is still to come of it.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Waiting | Self::Running => true,
            Self::Done | Self::Failed | Self::Cancelled => false,
        }
    }
}

impl fmt::Display for JobState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for JobState {
    type Err = UnknownJobState;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|state| state.code() == text);
        known.ok_or_else(|| UnknownJobState { text: text.to_owned() })
    }
}

/// The text names no state of a job.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no state of a job")]
pub struct UnknownJobState {
    /// What was given.
    pub text: String,
}

/// A job to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Which handler does it.
    pub kind: String,
    /// What it is about, as text: of two with one kind and key only one is open at a time.
    pub key: String,
    /// The organisation it is about; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// What the handler is told, as `office` writes it.
    pub data: String,
}

/// The file that came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobFileEntry {
    /// Under which it is kept.
    pub digest: String,
    /// What to call it when it is fetched.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// A job as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its number.
    pub id: i64,
    /// What was asked for.
    pub asked: NewJob,
    /// By whom, as the audit log calls them.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// How it stands.
    pub state: JobState,
    /// Whether whoever asked for it no longer wants it.
    pub unwanted: bool,
    /// Steps that are done.
    pub done: u32,
    /// Of how many; 0 until it is known.
    pub of: u32,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Why it failed, as a code of `office`, with what is known about it.
    pub reason: Option<String>,
    /// What came of it.
    pub file: Option<JobFileEntry>,
}

/// What became of a job that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobAsked {
    /// It waits under this number.
    New(i64),
    /// The same was asked before and is still open under this number; nothing was done.
    Known(i64),
}

/// Whether a job that is being done is still wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Go on.
    Yes,
    /// Stop.
    No,
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobEnd {
    /// With a file.
    Done(JobFileEntry),
    /// Without, for this reason.
    Failed(String),
    /// Nobody wanted it any more.
    Cancelled,
}

/// Jobs.
#[async_trait]
pub trait JobStore: Send + Sync {
    /// Puts a job at the end of the row, unless the same is open already.
    async fn ask_job(&self, job: &NewJob, audit: AuditEntry) -> Result<JobAsked, StoreError>;

    /// The job that has waited longest, which is being done from now on.
    async fn take_job(&self) -> Result<Option<Job>, StoreError>;

    /// Notes how far a job is, and says whether to go on. No audit entry: it is asked often.
    async fn note_progress(&self, id: i64, done: u32, of: u32) -> Result<Wanted, StoreError>;

    /// Ends a job that is being done; one that is not is left as it is.
    async fn end_job(&self, id: i64, end: &JobEnd, audit: AuditEntry) -> Result<(), StoreError>;

    /// Says that a job is no longer wanted: one that waits ends at once, one that is being done
    /// when it next notes how far it is. `false` if it had ended, or there is none.
    async fn cancel_job(&self, id: i64, audit: AuditEntry) -> Result<bool, StoreError>;

    /// Jobs, the newest first, at most `limit`.
    async fn jobs(&self, limit: u32) -> Result<Vec<Job>, StoreError>;

    /// The job with this number.
    async fn job(&self, id: i64) -> Result<Option<Job>, StoreError>;

    /// Ends every job that is being done as failed: whoever did them is gone. Tells how many.
    async fn fail_running(&self, reason: &str, audit: AuditEntry) -> Result<u32, StoreError>;

    /// Jobs that ended before an instant, the oldest first.
    async fn jobs_ended_before(&self, instant: Timestamp) -> Result<Vec<Job>, StoreError>;

    /// Forgets jobs that have ended. Their files are somebody else's matter.
    async fn forget_jobs(&self, ids: &[i64], audit: AuditEntry) -> Result<(), StoreError>;
}

//! Kinds of jobs, and what a handler is given.

use std::{fmt, pin::Pin, sync::Arc};

use civil::{Month, Skpd};
use storage::{StoreError, jobs::Wanted};

use crate::{Actor, Office, OfficeError, Permission, Scope};

/// What must be said to ask for a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobAbout {
    /// A month of the whole regency.
    Month,
    /// A month of one organisation.
    UnitMonth,
}

/// What a handler comes to.
type Doing = Pin<Box<dyn Future<Output = Result<JobFile, JobFailure>> + Send>>;

/// A kind of job.
#[derive(Clone)]
pub struct JobKind {
    /// Its name, which is part of addresses and of the keys of its words.
    pub name: &'static str,
    /// What whoever asks for it, or fetches its file, must be allowed.
    pub permission: Permission,
    /// What must be said to ask for it.
    pub about: JobAbout,
    handler: Arc<dyn Fn(JobContext) -> Doing + Send + Sync>,
}

impl fmt::Debug for JobKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, permission, about, handler: _ } = self;
        f.debug_struct("JobKind")
            .field("name", name)
            .field("permission", permission)
            .field("about", about)
            .finish_non_exhaustive()
    }
}

impl JobKind {
    /// A kind that `handler` does.
    pub fn new<F, D>(
        name: &'static str,
        permission: Permission,
        about: JobAbout,
        handler: F,
    ) -> Self
    where
        F: Fn(JobContext) -> D + Send + Sync + 'static,
        D: Future<Output = Result<JobFile, JobFailure>> + Send + 'static,
    {
        let handler = Arc::new(move |context| -> Doing { Box::pin(handler(context)) });
        Self { name, permission, about, handler }
    }

    /// Begins the work.
    pub(super) fn begin(&self, context: JobContext) -> Doing {
        (self.handler)(context)
    }

    /// Whether an actor may ask for it about an organisation, or about the regency.
    pub(super) fn allows(&self, actor: &Actor, skpd: Option<&Skpd>) -> bool {
        actor.may(self.permission, scope(skpd))
    }
}

pub(super) fn scope(skpd: Option<&Skpd>) -> Scope<'_> {
    skpd.map_or(Scope::Regency, Scope::Skpd)
}

/// The kinds that are registered.
#[derive(Default)]
pub(crate) struct JobKinds(pub(super) Vec<JobKind>);

impl JobKinds {
    pub(super) fn get(&self, name: &str) -> Option<&JobKind> {
        self.0.iter().find(|kind| kind.name == name)
    }
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobFile {
    /// What to call it, with its ending; plain ASCII.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a handler gave up.
#[derive(Debug, thiserror::Error)]
pub enum JobFailure {
    /// Nobody wants it any more.
    #[error("nobody wants it any more")]
    Unwanted,
    /// The office could not do it.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The file cannot be written, for this reason.
    #[error("the file cannot be written: {0}")]
    File(String),
}

impl From<StoreError> for JobFailure {
    fn from(error: StoreError) -> Self {
        Self::Office(error.into())
    }
}

impl JobFailure {
    /// The word for it; `None` where it is no failure.
    pub(super) fn code(&self) -> Option<&'static str> {
        match self {
            Self::Unwanted => None,
            Self::File(_) => Some("file"),
            Self::Office(error) => Some(match error {
                OfficeError::Forbidden(_) => "forbidden",
                OfficeError::NotFound { .. } => "not-found",
                OfficeError::LawSilent(_) => "law-silent",
                OfficeError::BadInput(_)
                | OfficeError::Table { .. }
                | OfficeError::Mistake(_)
                | OfficeError::Claim(_)
                | OfficeError::Closing(_)
                | OfficeError::PayDay(_)
                | OfficeError::Proof(_) => "bad-input",
                OfficeError::Store(_) => "store",
            }),
        }
    }
}

/// What a handler is given.
#[derive(Clone)]
pub struct JobContext {
    /// The office.
    pub office: Office,
    /// Whoever asked for it: the verbs a handler calls ask for this one's permissions.
    pub actor: Actor,
    /// The organisation it is about; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// The month it is about.
    pub month: Month,
    pub(super) id: i64,
}

impl JobContext {
    /// Notes how many steps of how many are done. Costs a write: call it a hundred times a job,
    /// not a hundred thousand.
    ///
    /// # Errors
    ///
    /// [`JobFailure::Unwanted`] if whoever asked for the job no longer wants it; give it up then.
    pub async fn progress(&self, done: u32, of: u32) -> Result<(), JobFailure> {
        match self.office.store.note_progress(self.id, done, of).await? {
            Wanted::Yes => Ok(()),
            Wanted::No => Err(JobFailure::Unwanted),
        }
    }
}

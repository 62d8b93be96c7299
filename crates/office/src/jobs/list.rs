//! Jobs that somebody may see, and their files.

use civil::{Month, Skpd};
use jiff::Timestamp;
use storage::jobs::{Job, JobFileEntry, JobState};

use super::{JobFile, ask::month_of};
use crate::{Actor, Office, OfficeError};

/// Jobs that are looked through for a list.
const JOBS_MAX: u32 = 200;

/// A job as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedJob {
    /// Its number.
    pub id: i64,
    /// Name of its kind.
    pub kind: String,
    /// The organisation it is about; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// The month it is about.
    pub month: Month,
    /// By whom it was asked for, as the audit log calls them.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// How it stands.
    pub state: JobState,
    /// Steps that are done.
    pub done: u32,
    /// Of how many; 0 until it is known.
    pub of: u32,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Why it failed: `forbidden`, `not-found`, `law-silent`, `bad-input`, `store`, `file`,
    /// `restarted`, `unknown-kind`, `broken`.
    pub reason: Option<String>,
    /// The file that waits.
    pub file: Option<JobFileEntry>,
    /// Whether the reader asked for it and it is still open.
    pub may_cancel: bool,
}

impl Office {
    /// The jobs that the actor may see, the newest first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn list_jobs(&self, actor: &Actor) -> Result<Vec<ListedJob>, OfficeError> {
        let jobs = self.store.jobs(JOBS_MAX).await?;
        let seen = jobs.into_iter().filter(|job| self.may_see(actor, job));
        seen.map(|job| listed(actor, job)).collect()
    }

    /// A job.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`], also for whoever may not see it: whether there is one is not
    /// told.
    pub async fn shown_job(&self, actor: &Actor, id: i64) -> Result<ListedJob, OfficeError> {
        listed(actor, self.seen_job(actor, id).await?)
    }

    /// The file of a job, for whoever is allowed now what the job needs.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] where there is none that the actor may see.
    pub async fn job_file(&self, actor: &Actor, id: i64) -> Result<JobFile, OfficeError> {
        let missing = || OfficeError::not_found("file of job", id.to_string());
        let job = self.seen_job(actor, id).await?;
        let JobFileEntry { digest, name, bytes: _ } = job.file.ok_or_else(missing)?;
        let bytes = self.files.get(&digest).await?.ok_or_else(missing)?;
        let subject = format!("{} {}", job.asked.kind, job.asked.key);
        let audit = self.audit(actor, "jobs.fetch", subject, format!("job={id}"));
        self.store.append_audit(audit).await?;
        Ok(JobFile { name, bytes })
    }

    async fn seen_job(&self, actor: &Actor, id: i64) -> Result<Job, OfficeError> {
        let job = self.store.job(id).await?.filter(|job| self.may_see(actor, job));
        job.ok_or_else(|| OfficeError::not_found("job", id.to_string()))
    }

    fn may_see(&self, actor: &Actor, job: &Job) -> bool {
        let kind = self.jobs.get(&job.asked.kind);
        kind.is_some_and(|kind| kind.allows(actor, job.asked.skpd.as_ref()))
    }
}

fn listed(actor: &Actor, job: Job) -> Result<ListedJob, OfficeError> {
    let month = month_of(&job)?;
    let may_cancel = job.state.is_open() && !job.unwanted && job.by == actor.name();
    let Job { id, asked, by, at, state, unwanted: _, done, of, ended, reason, file } = job;
    Ok(ListedJob {
        id,
        kind: asked.kind,
        skpd: asked.skpd,
        month,
        by,
        at,
        state,
        done,
        of,
        ended,
        reason,
        file,
        may_cancel,
    })
}

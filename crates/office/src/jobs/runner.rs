//! Doing jobs, one after the other.

use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use storage::jobs::{Job, JobEnd, JobFileEntry};

use super::{
    ask::month_of,
    kind::{JobContext, JobFile, scope},
};
use crate::{Actor, Office, OfficeError, hex};

/// How long a file waits to be fetched.
const FILES_WAIT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A whole SHA-256.
const DIGEST_BYTES: usize = 32;

/// Name of actors from the command line.
const COMMAND_LINE: &str = "command-line:";

/// Does the jobs of an office.
pub struct JobRunner {
    office: Office,
}

/// How a handler ended, before its file is kept.
enum Done {
    File(JobFile),
    Failed(&'static str),
    Unwanted,
}

impl JobRunner {
    /// A runner, once what an earlier one left undone is marked as failed. Only one runs at a
    /// time.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn begin(office: Office) -> Result<Self, OfficeError> {
        let audit = office.audit(&Actor::program(), "jobs.restart", "", "");
        office.store.fail_running("restarted", audit).await?;
        Ok(Self { office })
    }

    /// Does the job that has waited longest; `false` if none waits.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`]. What goes wrong in a job ends the job, not the runner.
    pub async fn run_next(&self) -> Result<bool, OfficeError> {
        let Some(job) = self.office.store.take_job().await? else { return Ok(false) };
        let end = match self.work(&job).await? {
            Done::File(file) => JobEnd::Done(self.keep(job.id, file).await?),
            Done::Failed(reason) => JobEnd::Failed(reason.to_owned()),
            Done::Unwanted => JobEnd::Cancelled,
        };
        let detail = match &end {
            JobEnd::Done(file) => format!("done bytes={}", file.bytes),
            JobEnd::Failed(reason) => format!("failed {reason}"),
            JobEnd::Cancelled => "cancelled".to_owned(),
        };
        let subject = format!("{} {}", job.asked.kind, job.asked.key);
        let audit = self.office.audit(&Actor::program(), "jobs.end", subject, detail);
        self.office.store.end_job(job.id, &end, audit).await?;
        Ok(true)
    }

    async fn work(&self, job: &Job) -> Result<Done, OfficeError> {
        let Some(kind) = self.office.jobs.get(&job.asked.kind) else {
            return Ok(Done::Failed("unknown-kind"));
        };
        // Whoever asked may have lost the right while the job waited.
        let Some(actor) = self.asker(&job.by).await? else {
            return Ok(Done::Failed("forbidden"));
        };
        if actor.require(kind.permission, scope(job.asked.skpd.as_ref())).is_err() {
            return Ok(Done::Failed("forbidden"));
        }
        let context = JobContext {
            office: self.office.clone(),
            actor,
            skpd: job.asked.skpd.clone(),
            month: month_of(job)?,
            id: job.id,
        };
        // In a task of its own, so that a panic of it ends nothing else.
        let done = tokio::spawn(kind.begin(context)).await;
        Ok(match done {
            Ok(Ok(file)) => Done::File(file),
            Ok(Err(failure)) => match failure.code() {
                None => Done::Unwanted,
                Some(code) => {
                    tracing::warn!(job = job.id, error = %failure, "a job failed");
                    Done::Failed(code)
                }
            },
            Err(error) => {
                tracing::error!(job = job.id, %error, "a job broke");
                Done::Failed("broken")
            }
        })
    }

    /// Keeps a file under a digest of its job and its bytes: no proof and no other job shares it,
    /// so that it can be forgotten.
    async fn keep(&self, id: i64, file: JobFile) -> Result<JobFileEntry, OfficeError> {
        let JobFile { name, bytes } = file;
        let digest = Sha256::new_with_prefix(format!("job {id}\n")).chain_update(&bytes);
        let digest = hex::of_first(&digest.finalize(), DIGEST_BYTES);
        self.office.files.put(&digest, &bytes).await?;
        let bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(JobFileEntry { digest, name, bytes })
    }

    async fn asker(&self, by: &str) -> Result<Option<Actor>, OfficeError> {
        if let Some(user) = by.strip_prefix(COMMAND_LINE) {
            return Ok(Some(Actor::command_line(user)));
        }
        let account = self.office.store.account_by_username(by).await?;
        Ok(account.filter(|account| account.active).map(|account| Actor::account(&account)))
    }

    /// Forgets jobs that ended a week ago, and their files; tells how many.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`]; what was not forgotten is the next time.
    pub async fn forget_old(&self) -> Result<usize, OfficeError> {
        let office = &self.office;
        let old = office.store.jobs_ended_before(office.now() - FILES_WAIT).await?;
        if old.is_empty() {
            return Ok(0);
        }
        // The file first: a job without its file is found again, a file without its job never.
        for file in old.iter().filter_map(|job| job.file.as_ref()) {
            office.files.forget(&file.digest).await?;
        }
        let ids: Vec<i64> = old.iter().map(|job| job.id).collect();
        let audit =
            office.audit(&Actor::program(), "jobs.forget", "", format!("jobs={}", ids.len()));
        office.store.forget_jobs(&ids, audit).await?;
        Ok(ids.len())
    }
}

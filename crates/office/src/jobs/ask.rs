//! Asking for a job, and no longer wanting it.

use std::sync::Arc;

use civil::{Month, Skpd};
use serde::{Deserialize, Serialize};
use storage::{
    StoreError,
    jobs::{Job, JobAsked, NewJob},
};

use super::{
    JobKinds,
    kind::{JobAbout, JobKind, scope},
};
use crate::{Actor, Office, OfficeError};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobOrder {
    /// Name of the kind.
    pub kind: String,
    /// The organisation it is about; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// The month it is about.
    pub month: Month,
}

/// A job that waits or is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedJob {
    /// Its number.
    pub id: i64,
    /// Whether the same was asked for before and is still open.
    pub known: bool,
}

/// What a handler is told, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    month: String,
}

/// The month that a kept job is about.
pub(super) fn month_of(job: &Job) -> Result<Month, StoreError> {
    let unreadable = |reason: String| StoreError::Inconsistent {
        what: "job",
        reason: format!("{}: {reason}", job.id),
    };
    let kept: Kept =
        serde_json::from_str(&job.asked.data).map_err(|error| unreadable(error.to_string()))?;
    kept.month.parse().map_err(|error: civil::InvalidMonth| unreadable(error.to_string()))
}

impl Office {
    /// The same office, which can do these jobs.
    #[must_use]
    pub fn with_jobs(self, kinds: Vec<JobKind>) -> Self {
        Self { jobs: Arc::new(JobKinds(kinds)), ..self }
    }

    /// The kinds of jobs that the actor may ask for somewhere.
    #[must_use]
    pub fn job_kinds(&self, actor: &Actor) -> Vec<JobKind> {
        let kinds = self.jobs.0.iter().filter(|kind| match kind.about {
            JobAbout::Month => kind.allows(actor, None),
            JobAbout::UnitMonth => actor.may_somewhere(kind.permission),
        });
        kinds.cloned().collect()
    }

    /// Asks for a job; the same is not done twice at a time.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for a kind or an organisation that is unknown;
    /// [`OfficeError::BadInput`] if an organisation is missing or too many;
    /// [`OfficeError::Forbidden`].
    pub async fn ask_job(&self, actor: &Actor, order: &JobOrder) -> Result<AskedJob, OfficeError> {
        let JobOrder { kind, skpd, month } = order;
        let known = self.jobs.get(kind);
        let known = known.ok_or_else(|| OfficeError::not_found("kind of job", kind))?;
        actor.require(known.permission, scope(skpd.as_ref()))?;
        match (known.about, skpd) {
            (JobAbout::Month, None) => {}
            (JobAbout::UnitMonth, Some(skpd)) => {
                if !self.store.skpds().await?.iter().any(|entry| entry.code == *skpd) {
                    return Err(OfficeError::not_found("skpd", skpd.to_string()));
                }
            }
            (JobAbout::Month, Some(_)) => {
                let why = "this is about the whole regency; name no organisation";
                return Err(OfficeError::BadInput(why.to_owned()));
            }
            (JobAbout::UnitMonth, None) => {
                let why = "this is about one organisation; name it";
                return Err(OfficeError::BadInput(why.to_owned()));
            }
        }
        let place = skpd.as_ref().map_or("-", Skpd::as_str);
        let key = format!("{place} {month}");
        let subject = format!("{kind} {key}");
        let data = serde_json::to_string(&Kept { month: month.to_string() });
        let data = data.expect("a text can be written as JSON");
        let job = NewJob { kind: kind.clone(), key, skpd: skpd.clone(), data };
        let audit = self.audit(actor, "jobs.ask", subject, "");
        Ok(match self.store.ask_job(&job, audit).await? {
            JobAsked::New(id) => AskedJob { id, known: false },
            JobAsked::Known(id) => AskedJob { id, known: true },
        })
    }

    /// Says that a job is no longer wanted, for whoever asked for it: one that waits ends at once,
    /// one that is being done soon. `false` if it had ended already.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for a job that is somebody else's too.
    pub async fn cancel_job(&self, actor: &Actor, id: i64) -> Result<bool, OfficeError> {
        let job = self.store.job(id).await?.filter(|job| job.by == actor.name());
        let job = job.ok_or_else(|| OfficeError::not_found("job", id.to_string()))?;
        let subject = format!("{} {}", job.asked.kind, job.asked.key);
        let audit = self.audit(actor, "jobs.cancel", subject, "");
        Ok(self.store.cancel_job(id, audit).await?)
    }
}

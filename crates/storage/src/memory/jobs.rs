use async_trait::async_trait;
use jiff::Timestamp;

use super::{MemoryStore, State, counted, first_of};
use crate::{
    AuditEntry, StoreError,
    jobs::{Job, JobAsked, JobEnd, JobState, JobStore, NewJob, Wanted},
    kept,
};

impl State {
    fn job_mut(&mut self, id: i64) -> Option<&mut Job> {
        self.jobs.iter_mut().find(|job| job.id == id)
    }
}

#[async_trait]
impl JobStore for MemoryStore {
    async fn ask_job(&self, job: &NewJob, audit: AuditEntry) -> Result<JobAsked, StoreError> {
        let mut state = self.state();
        let same = state.jobs.iter().find(|known| {
            known.state.is_open() && known.asked.kind == job.kind && known.asked.key == job.key
        });
        if let Some(known) = same {
            return Ok(JobAsked::Known(known.id));
        }
        state.last_job += 1;
        let id = state.last_job;
        state.jobs.push(Job {
            id,
            asked: job.clone(),
            by: audit.actor.clone(),
            at: kept(audit.at),
            state: JobState::Waiting,
            unwanted: false,
            done: 0,
            of: 0,
            ended: None,
            reason: None,
            file: None,
        });
        state.audit(audit);
        Ok(JobAsked::New(id))
    }

    async fn take_job(&self) -> Result<Option<Job>, StoreError> {
        let mut state = self.state();
        let waiting = state.jobs.iter_mut().find(|job| job.state == JobState::Waiting);
        Ok(waiting.map(|job| {
            job.state = JobState::Running;
            job.clone()
        }))
    }

    async fn note_progress(&self, id: i64, done: u32, of: u32) -> Result<Wanted, StoreError> {
        let mut state = self.state();
        let running = state.job_mut(id).filter(|job| job.state == JobState::Running);
        let Some(job) = running else { return Ok(Wanted::No) };
        (job.done, job.of) = (done, of);
        Ok(if job.unwanted { Wanted::No } else { Wanted::Yes })
    }

    async fn end_job(&self, id: i64, end: &JobEnd, audit: AuditEntry) -> Result<(), StoreError> {
        let mut state = self.state();
        let running = state.job_mut(id).filter(|job| job.state == JobState::Running);
        let Some(job) = running else { return Ok(()) };
        job.ended = Some(kept(audit.at));
        match end {
            JobEnd::Done(file) => {
                job.state = JobState::Done;
                job.file = Some(file.clone());
            }
            JobEnd::Failed(reason) => {
                job.state = JobState::Failed;
                job.reason = Some(reason.clone());
            }
            JobEnd::Cancelled => job.state = JobState::Cancelled,
        }
        state.audit(audit);
        Ok(())
    }

    async fn cancel_job(&self, id: i64, audit: AuditEntry) -> Result<bool, StoreError> {
        let mut state = self.state();
        let open = state.job_mut(id).filter(|job| job.state.is_open());
        let Some(job) = open else { return Ok(false) };
        job.unwanted = true;
        if job.state == JobState::Waiting {
            job.state = JobState::Cancelled;
            job.ended = Some(kept(audit.at));
        }
        state.audit(audit);
        Ok(true)
    }

    async fn jobs(&self, limit: u32) -> Result<Vec<Job>, StoreError> {
        Ok(first_of(self.state().jobs.iter().rev().cloned().collect(), limit))
    }

    async fn job(&self, id: i64) -> Result<Option<Job>, StoreError> {
        Ok(self.state().jobs.iter().find(|job| job.id == id).cloned())
    }

    async fn fail_running(&self, reason: &str, audit: AuditEntry) -> Result<u32, StoreError> {
        let mut state = self.state();
        let running = state.jobs.iter_mut().filter(|job| job.state == JobState::Running);
        let mut failed = 0;
        for job in running {
            job.state = JobState::Failed;
            job.reason = Some(reason.to_owned());
            job.ended = Some(kept(audit.at));
            failed += 1;
        }
        if failed > 0 {
            state.audit(audit);
        }
        Ok(counted(failed))
    }

    async fn jobs_ended_before(&self, instant: Timestamp) -> Result<Vec<Job>, StoreError> {
        let state = self.state();
        let ended = state.jobs.iter().filter(|job| job.ended.is_some_and(|at| at < instant));
        Ok(ended.cloned().collect())
    }

    async fn forget_jobs(&self, ids: &[i64], audit: AuditEntry) -> Result<(), StoreError> {
        let mut state = self.state();
        let before = state.jobs.len();
        state.jobs.retain(|job| job.state.is_open() || !ids.contains(&job.id));
        if state.jobs.len() < before {
            state.audit(audit);
        }
        Ok(())
    }
}

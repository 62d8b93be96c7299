//! Jobs.

use async_trait::async_trait;
use jiff::Timestamp;
use storage::{
    AuditEntry, StoreError,
    jobs::{Job, JobAsked, JobEnd, JobFileEntry, JobState, JobStore, NewJob, Wanted},
    kept,
};

use crate::{
    SqlStore,
    connection::{Row, args},
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

/// The columns of a job, in the order in which [`job`] reads them.
macro_rules! columns {
    () => {
        "id, kind, about, skpd, data, asked_by, at, state, unwanted, done, steps, ended, reason, \
         file_digest, file_name, file_bytes"
    };
}

fn job(row: &Row) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.int(0)?,
        asked: NewJob {
            kind: row.text(1)?,
            key: row.text(2)?,
            skpd: row.maybe_parsed(3, "skpd")?,
            data: row.text(4)?,
        },
        by: row.text(5)?,
        at: row.instant(6)?,
        state: row.parsed(7, "state of a job")?,
        unwanted: row.int(8)? != 0,
        done: row.number(9, "progress of a job")?,
        of: row.number(10, "progress of a job")?,
        ended: row.maybe_instant(11)?,
        reason: row.maybe_text(12)?,
        file: file(row)?,
    })
}

fn file(row: &Row) -> Result<Option<JobFileEntry>, StoreError> {
    let Some(digest) = row.maybe_text(13)? else { return Ok(None) };
    let (name, bytes) = (row.text(14)?, row.number(15, "size of a file")?);
    Ok(Some(JobFileEntry { digest, name, bytes }))
}

async fn ask(
    writing: &mut Writing,
    new: &NewJob,
    audit: &AuditEntry,
) -> Result<JobAsked, StoreError> {
    let NewJob { kind, key, skpd, data } = new;
    let text = "SELECT id FROM job WHERE regency_id = $1 AND kind = $2 AND about = $3 \
                AND (state = 'waiting' OR state = 'running')";
    let args = args![writing.regency, kind.as_str(), key.as_str()];
    if let Some(id) = writing.connection.rows(text, args, |row| row.int(0)).await?.pop() {
        return Ok(JobAsked::Known(id));
    }
    let id = writing.numbers.next(Kind::Registered);
    let text = "INSERT INTO job (regency_id, id, kind, about, skpd, data, asked_by, at, state, \
                unwanted, done, steps) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, 0, 0)";
    let args = args![
        writing.regency,
        id,
        kind.as_str(),
        key.as_str(),
        skpd.as_ref().map(civil::Skpd::as_str),
        data.as_str(),
        audit.actor.as_str(),
        kept(audit.at).as_microsecond(),
    ];
    writing.connection.execute(text, args).await?;
    writing.audit([audit]).await?;
    Ok(JobAsked::New(id))
}

async fn end(
    writing: &mut Writing,
    id: i64,
    end: &JobEnd,
    audit: &AuditEntry,
) -> Result<(), StoreError> {
    let (state, reason, file) = match end {
        JobEnd::Done(file) => (JobState::Done, None, Some(file)),
        JobEnd::Failed(reason) => (JobState::Failed, Some(reason.as_str()), None),
        JobEnd::Cancelled => (JobState::Cancelled, None, None),
    };
    let bytes = file.map(|file| i64::try_from(file.bytes).unwrap_or(i64::MAX));
    let text = "UPDATE job SET state = $3, ended = $4, reason = $5, file_digest = $6, \
                file_name = $7, file_bytes = $8 \
                WHERE regency_id = $1 AND id = $2 AND state = 'running'";
    let args = args![
        writing.regency,
        id,
        state.code(),
        kept(audit.at).as_microsecond(),
        reason,
        file.map(|file| file.digest.as_str()),
        file.map(|file| file.name.as_str()),
        bytes,
    ];
    if writing.connection.execute(text, args).await? > 0 {
        writing.audit([audit]).await?;
    }
    Ok(())
}

#[async_trait]
impl JobStore for SqlStore {
    async fn ask_job(&self, job: &NewJob, audit: AuditEntry) -> Result<JobAsked, StoreError> {
        let job = job.clone();
        self.write(move |writing| Box::pin(async move { ask(writing, &job, &audit).await })).await
    }

    async fn take_job(&self) -> Result<Option<Job>, StoreError> {
        self.write(|writing| {
            Box::pin(async move {
                let text = concat!(
                    "UPDATE job SET state = 'running' WHERE regency_id = $1 AND id = \
                     (SELECT min(id) FROM job WHERE regency_id = $1 AND state = 'waiting') \
                     RETURNING ",
                    columns!()
                );
                Ok(writing.connection.rows(text, args![writing.regency], job).await?.pop())
            })
        })
        .await
    }

    async fn note_progress(&self, id: i64, done: u32, of: u32) -> Result<Wanted, StoreError> {
        self.write(move |writing| {
            Box::pin(async move {
                let text = "UPDATE job SET done = $3, steps = $4 \
                            WHERE regency_id = $1 AND id = $2 AND state = 'running' \
                            RETURNING unwanted";
                let args = args![writing.regency, id, i64::from(done), i64::from(of)];
                let unwanted = writing.connection.rows(text, args, |row| row.int(0)).await?.pop();
                Ok(if unwanted == Some(0) { Wanted::Yes } else { Wanted::No })
            })
        })
        .await
    }

    async fn end_job(&self, id: i64, how: &JobEnd, audit: AuditEntry) -> Result<(), StoreError> {
        let how = how.clone();
        self.write(move |writing| Box::pin(async move { end(writing, id, &how, &audit).await }))
            .await
    }

    async fn cancel_job(&self, id: i64, audit: AuditEntry) -> Result<bool, StoreError> {
        self.write(move |writing| {
            Box::pin(async move {
                let text = "UPDATE job SET unwanted = 1, \
                            ended = CASE WHEN state = 'waiting' THEN $3 ELSE ended END, \
                            state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END \
                            WHERE regency_id = $1 AND id = $2 \
                            AND (state = 'waiting' OR state = 'running')";
                let args = args![writing.regency, id, kept(audit.at).as_microsecond()];
                let was_open = writing.connection.execute(text, args).await? > 0;
                if was_open {
                    writing.audit([&audit]).await?;
                }
                Ok(was_open)
            })
        })
        .await
    }

    async fn jobs(&self, limit: u32) -> Result<Vec<Job>, StoreError> {
        let text = concat!(
            "SELECT ",
            columns!(),
            " FROM job WHERE regency_id = $1 ORDER BY id DESC LIMIT $2"
        );
        self.read().await?.rows(text, args![self.regency, i64::from(limit)], job).await
    }

    async fn job(&self, id: i64) -> Result<Option<Job>, StoreError> {
        let text = concat!("SELECT ", columns!(), " FROM job WHERE regency_id = $1 AND id = $2");
        Ok(self.read().await?.rows(text, args![self.regency, id], job).await?.pop())
    }

    async fn fail_running(&self, reason: &str, audit: AuditEntry) -> Result<u32, StoreError> {
        let reason = reason.to_owned();
        self.write(move |writing| {
            Box::pin(async move {
                let text = "UPDATE job SET state = 'failed', reason = $2, ended = $3 \
                            WHERE regency_id = $1 AND state = 'running'";
                let args = args![writing.regency, reason, kept(audit.at).as_microsecond()];
                let failed = writing.connection.execute(text, args).await?;
                if failed > 0 {
                    writing.audit([&audit]).await?;
                }
                Ok(u32::try_from(failed).unwrap_or(u32::MAX))
            })
        })
        .await
    }

    async fn jobs_ended_before(&self, instant: Timestamp) -> Result<Vec<Job>, StoreError> {
        let text = concat!(
            "SELECT ",
            columns!(),
            " FROM job WHERE regency_id = $1 AND ended < $2 ORDER BY ended, id"
        );
        self.read().await?.rows(text, args![self.regency, instant.as_microsecond()], job).await
    }

    async fn forget_jobs(&self, ids: &[i64], audit: AuditEntry) -> Result<(), StoreError> {
        let ids = Rows::of_numbers(ids.iter().copied());
        self.write(move |writing| {
            Box::pin(async move {
                let text = "DELETE FROM job WHERE regency_id = $1 AND ended IS NOT NULL \
                            AND id IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})";
                if writing.with_rows(text, ids).await? > 0 {
                    writing.audit([&audit]).await?;
                }
                Ok(())
            })
        })
        .await
    }
}

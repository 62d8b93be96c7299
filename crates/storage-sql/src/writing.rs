//! The open transaction of a regency: deeds done in it, one after the other, each so that it can
//! be undone alone.

use std::{collections::HashMap, pin::Pin};

use civil::{PersonId, TerminalSerial};
use jiff::civil::Date;
use storage::{AuditEntry, StoreError, presence::Recorded};
use tokio::sync::oneshot;

use crate::{
    connection::{Connection, day_number},
    desk::{Answer, DeliveryDeed, Job, answer_with},
    json::Rows,
    numbers::{Kind, Numbers},
    presence::recording::record_deliveries,
};

/// What a deed does in a transaction.
pub(crate) type Doing<'t, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 't>>;

/// Deliveries with whom to tell.
type Deliveries = Vec<(Box<DeliveryDeed>, oneshot::Sender<Result<Recorded, StoreError>>)>;

/// The open transaction.
pub(crate) struct Writing {
    pub(crate) connection: Connection,
    pub(crate) regency: i64,
    pub(crate) numbers: Numbers,
    /// Numbers of terminals, learnt on the way. They never change.
    pub(crate) terminals: HashMap<TerminalSerial, i64>,
}

impl Writing {
    /// Appends to the audit log.
    pub(crate) async fn audit(
        &mut self,
        entries: impl IntoIterator<Item = &AuditEntry>,
    ) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        for entry in entries {
            let AuditEntry { at, actor, verb, subject, detail } = entry;
            let number = self.numbers.next(Kind::Audit);
            rows.row().int(number).int(at.as_microsecond());
            rows.text(actor).text(verb).text(subject).text(detail);
        }
        let text = "INSERT INTO audit (regency_id, number, at, actor, verb, subject, detail) \
                    SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                    j.value->>2, j.value->>3, j.value->>4, j.value->>5 FROM {rows}";
        self.with_rows(text, rows).await.map(drop)
    }

    /// Runs a statement about the regency (its first argument) and rows (its second); without
    /// rows there is nothing to do.
    pub(crate) async fn with_rows(
        &mut self,
        text: &'static str,
        rows: Rows,
    ) -> Result<u64, StoreError> {
        if rows.is_empty() {
            return Ok(0);
        }
        let regency = self.regency.into();
        self.connection.execute(text, vec![regency, rows.into_arg()]).await
    }

    /// Marks days of people stale, both ends included; a mark a month, so that each is cleared
    /// with its month.
    pub(crate) async fn mark_people(
        &mut self,
        spans: impl IntoIterator<Item = (PersonId, Date, Date)>,
    ) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        let parts = spans.into_iter().flat_map(|(person, from, until)| {
            storage::presence::by_month(from, until).map(move |(from, until)| (person, from, until))
        });
        for (person, from, until) in parts {
            let id = self.numbers.next(Kind::Mark);
            rows.row().int(id).int(person.0).int(day_number(from)).int(day_number(until));
        }
        let text = "INSERT INTO stale_person (regency_id, id, person, from_day, until_day) \
                    SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                    CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT) FROM {rows}";
        self.with_rows(text, rows).await.map(drop)
    }

    pub(crate) async fn begin(&mut self) -> Result<(), StoreError> {
        self.connection.script(self.connection.engine().begin()).await?;
        self.numbers = Numbers::take(&mut self.connection, self.regency).await?;
        Ok(())
    }

    pub(crate) async fn end(&mut self) -> Result<(), StoreError> {
        self.numbers.keep(&mut self.connection, self.regency).await?;
        self.connection.script("COMMIT").await
    }

    /// Gives up the transaction. It may be over already, so the connection is not used again.
    pub(crate) async fn abandon(mut self) {
        if let Err(error) = self.connection.script("ROLLBACK").await {
            tracing::debug!(%error, "there was no transaction to roll back");
        }
        self.connection.discard().await;
    }

    /// Does all deeds. Fails only if the transaction as a whole is lost; whoever was not told yet
    /// has an answer then.
    pub(crate) async fn do_all(
        &mut self,
        group: Vec<Job>,
        answers: &mut Vec<Answer>,
    ) -> Result<(), StoreError> {
        let alone = group.len() == 1;
        let mut deliveries = Deliveries::new();
        let mut group = group.into_iter().peekable();
        while let Some(job) = group.next() {
            let done = match job {
                Job::Delivery(deed, tell) => {
                    deliveries.push((deed, tell));
                    if matches!(group.peek(), Some(Job::Delivery(..))) {
                        continue;
                    }
                    self.deliver(alone, std::mem::take(&mut deliveries), answers).await
                }
                Job::Other(deed) => {
                    let saved = self.save(alone).await;
                    match saved {
                        Err(error) => {
                            deed.refuse(&error);
                            Err(error)
                        }
                        Ok(saved) => match deed.perform(self).await {
                            Ok(answer) => {
                                answers.push(answer);
                                self.release(alone).await
                            }
                            Err(failed) => {
                                (failed.answer)(Err(failed.error.clone()));
                                self.undo(alone, saved, failed.error).await
                            }
                        },
                    }
                }
            };
            if let Err(error) = done {
                group.for_each(|job| job.refuse(&error));
                return Err(error);
            }
        }
        Ok(())
    }

    /// Records deliveries by the same statements; if that fails for a reason that may lie in one
    /// of them, one by one.
    async fn deliver(
        &mut self,
        alone: bool,
        deliveries: Deliveries,
        answers: &mut Vec<Answer>,
    ) -> Result<(), StoreError> {
        let mut batches = vec![deliveries];
        let mut lost = Ok(());
        while let Some(batch) = batches.pop() {
            if let Err(error) = &lost {
                refuse(batch, error);
                continue;
            }
            let saved = match self.save(alone).await {
                Ok(saved) => saved,
                Err(error) => {
                    refuse(batch, &error);
                    lost = Err(error);
                    continue;
                }
            };
            let deeds: Vec<_> = batch.iter().map(|(deed, _)| deed.as_ref()).collect();
            match record_deliveries(self, &deeds).await {
                Ok(done) => {
                    let told = batch.into_iter().zip(done);
                    answers.extend(told.map(|((_, tell), done)| answer_with(tell, done)));
                    lost = self.release(alone).await;
                }
                Err(error) if batch.len() == 1 || error == StoreError::DiskFull => {
                    refuse(batch, &error);
                    lost = self.undo(alone, saved, error).await;
                }
                Err(error) => {
                    lost = self.undo(alone, saved, error).await;
                    batches.extend(batch.into_iter().rev().map(|one| vec![one]));
                }
            }
        }
        lost
    }

    /// Makes it possible to undo what follows, unless it is alone: then the whole transaction is.
    async fn save(&mut self, alone: bool) -> Result<Numbers, StoreError> {
        if !alone {
            self.connection.script("SAVEPOINT deed").await?;
        }
        Ok(self.numbers)
    }

    async fn release(&mut self, alone: bool) -> Result<(), StoreError> {
        if alone { Ok(()) } else { self.connection.script("RELEASE SAVEPOINT deed").await }
    }

    /// Undoes what was done since; if that is not possible, the transaction is lost to `error`.
    async fn undo(
        &mut self,
        alone: bool,
        saved: Numbers,
        error: StoreError,
    ) -> Result<(), StoreError> {
        if alone {
            return Err(error);
        }
        self.numbers = saved;
        // A terminal that was new in what is undone is not there any more.
        self.terminals.clear();
        let script = "ROLLBACK TO SAVEPOINT deed; RELEASE SAVEPOINT deed";
        self.connection.script(script).await.map_err(|_| error)
    }
}

fn refuse(deliveries: Deliveries, error: &StoreError) {
    for (deed, tell) in deliveries {
        Job::Delivery(deed, tell).refuse(error);
    }
}

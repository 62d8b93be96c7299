//! People: facts, PINs, work and occurrences.

/// Who carries the Nip `$2` by the fact that holds last.
macro_rules! select_carrier {
    () => {
        "SELECT min(c.person) FROM fact c WHERE c.regency_id = $1 AND c.nip = $2 \
         AND NOT EXISTS (SELECT 1 FROM fact later \
         WHERE later.regency_id = c.regency_id AND later.person = c.person \
         AND (later.valid_from > c.valid_from \
         OR (later.valid_from = c.valid_from AND later.id > c.id)))"
    };
}

mod facts;
mod pins;
mod work;

use async_trait::async_trait;
use civil::{Month, Nip, PersonId};
use jiff::{Timestamp, civil::Date};
use storage::{
    AuditEntry, StoreError,
    people::{
        Appended, NewPersonFact, Occurrence, PeopleStore, Performance, PersonFact, PinMapping,
    },
    presence::People,
};

use crate::{SqlStore, connection::args, json::Rows};

#[async_trait]
impl PeopleStore for SqlStore {
    async fn append_facts(
        &self,
        facts: &[NewPersonFact],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<Appended, StoreError> {
        let facts = facts.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let done = facts::append(writing, &facts, recorded).await?;
                writing.audit([&audit]).await?;
                Ok(done)
            })
        })
        .await
    }

    async fn facts(&self, people: &People) -> Result<Vec<PersonFact>, StoreError> {
        self.list_facts(people).await
    }

    async fn person_by_nip(&self, nip: &Nip) -> Result<Option<PersonId>, StoreError> {
        let mut connection = self.read().await?;
        let args = args![self.regency, nip.as_str()];
        let found = connection.rows(select_carrier!(), args, |row| row.maybe_int(0)).await?;
        Ok(found.into_iter().flatten().next().map(PersonId))
    }

    async fn facts_by_nip(&self, nip: &Nip) -> Result<Vec<PersonFact>, StoreError> {
        self.list_facts_of(nip).await
    }

    async fn map_pins(
        &self,
        mappings: &[PinMapping],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<u32, StoreError> {
        let mappings = mappings.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let added = pins::map(writing, &mappings, recorded).await?;
                writing.audit([&audit]).await?;
                Ok(added)
            })
        })
        .await
    }

    async fn pins(&self, people: &People) -> Result<Vec<PinMapping>, StoreError> {
        self.list_pins(people).await
    }

    async fn add_performance(
        &self,
        rows: &[Performance],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let rows = rows.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                work::add_performance(writing, &rows, recorded).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn performance(
        &self,
        people: &People,
        month: Month,
    ) -> Result<Vec<Performance>, StoreError> {
        self.list_performance(people, month).await
    }

    async fn add_occurrences(
        &self,
        rows: &[Occurrence],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let rows = rows.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                work::add_occurrences(writing, &rows, recorded).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn occurrences(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Occurrence>, StoreError> {
        self.list_occurrences(people, from, until).await
    }
}

/// Rows of people.
fn rows_of<'p>(people: impl IntoIterator<Item = &'p PersonId>) -> Rows {
    Rows::of_numbers(people.into_iter().map(|person| person.0))
}

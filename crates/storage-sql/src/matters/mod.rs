//! Matters, their steps, and the readings that people vouched for.

mod appending;

use std::collections::BTreeSet;

use async_trait::async_trait;
use civil::{PersonId, Wall};
use jiff::{Timestamp, civil::Date};
use storage::{
    AuditEntry, StoreError,
    matters::{
        Desk, Matter, MatterFilter, MatterStore, NewMatter, NewStep, Noted, Opened, Standing, Step,
        StepDone, Whose,
    },
    presence::People,
};

pub(crate) use appending::open;

use crate::{
    SqlStore,
    connection::{Row, args, day_of},
    directory::Whom,
    json::Rows,
};

/// Matters of a source, narrowed; [`matter`] reads the rows.
macro_rules! select_matters {
    ($from:literal, $narrowed:literal) => {
        concat!(
            "SELECT m.id, m.kind, m.person, m.skpd, m.from_day, m.until_day, m.unique_key, m.data, ",
            "m.stage, m.desk, m.due, m.at, m.opened_by, m.steps FROM ",
            $from,
            " WHERE m.regency_id = $1 ",
            $narrowed,
            " ORDER BY coalesce(m.due, 9223372036854775807), m.id"
        )
    };
}

fn matter(row: &Row) -> Result<Matter, StoreError> {
    Ok(Matter {
        id: row.int(0)?,
        opened: NewMatter {
            kind: row.parsed(1, "kind of matter")?,
            person: row.maybe_int(2)?.map(PersonId),
            skpd: row.parsed(3, "skpd")?,
            from: row.day(4)?,
            until: row.day(5)?,
            key: row.maybe_text(6)?,
            data: row.text(7)?,
            standing: Standing {
                stage: row.text(8)?,
                desk: row.maybe_text(9)?.map(|text| Desk::named(&text)),
                due: row.maybe_int(10)?.map(day_of),
            },
        },
        at: row.instant(11)?,
        by: row.text(12)?,
        steps: row.number(13, "number of steps")?,
    })
}

fn step(row: &Row) -> Result<Step, StoreError> {
    Ok(Step {
        number: row.number(0, "number of a step")?,
        at: row.instant(1)?,
        actor: row.text(2)?,
        person: row.maybe_int(3)?.map(PersonId),
        verb: row.text(4)?,
        data: row.text(5)?,
    })
}

#[async_trait]
impl MatterStore for SqlStore {
    async fn open_matters(
        &self,
        matters: &[(NewMatter, AuditEntry)],
    ) -> Result<Vec<Opened>, StoreError> {
        let matters = matters.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let mut opened = Vec::with_capacity(matters.len());
                for (matter, audit) in &matters {
                    opened.push(open(writing, matter, audit).await?);
                }
                Ok(opened)
            })
        })
        .await
    }

    async fn append_steps(&self, steps: &[NewStep]) -> Result<Vec<StepDone>, StoreError> {
        let steps = steps.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let mut done = Vec::with_capacity(steps.len());
                for step in &steps {
                    done.push(appending::append(writing, step).await?);
                }
                Ok(done)
            })
        })
        .await
    }

    async fn matters(&self, filter: &MatterFilter) -> Result<Vec<Matter>, StoreError> {
        let mut connection = self.read().await?;
        let regency = self.regency;
        let mut found = match &filter.whose {
            Whose::On(desks) => {
                let text =
                    select_matters!("{rows} CROSS JOIN matter m", "AND m.desk = j.value->>0");
                let desks = Rows::of_texts(desks.iter().map(Desk::as_str));
                connection.rows(text, vec![regency.into(), desks.into_arg()], matter).await?
            }
            Whose::Of(people) => {
                let text = select_matters!(
                    "{rows} CROSS JOIN matter m",
                    "AND m.person = CAST(j.value->>0 AS BIGINT)"
                );
                let people = Rows::of_numbers(people.iter().map(|person| person.0));
                connection.rows(text, vec![regency.into(), people.into_arg()], matter).await?
            }
            Whose::In(skpd) => {
                let text = select_matters!("matter m", "AND m.skpd = $2 AND m.until_day >= $3");
                let first = filter.between.map_or(Date::MIN, |(first, _)| first);
                let first = crate::connection::day_number(first);
                connection.rows(text, args![regency, skpd.as_str(), first], matter).await?
            }
            Whose::All if !filter.kinds.is_empty() => {
                let text =
                    select_matters!("{rows} CROSS JOIN matter m", "AND m.kind = j.value->>0");
                let kinds = Rows::of_texts(filter.kinds.iter().map(|kind| kind.code()));
                connection.rows(text, vec![regency.into(), kinds.into_arg()], matter).await?
            }
            Whose::All => {
                connection.rows(select_matters!("matter m", ""), args![regency], matter).await?
            }
        };
        found.retain(|matter| filter.passes(&matter.opened));
        found.truncate(usize::try_from(filter.limit).unwrap_or(usize::MAX));
        Ok(found)
    }

    async fn matter(&self, id: i64) -> Result<Option<Matter>, StoreError> {
        let text = select_matters!("matter m", "AND m.id = $2");
        let mut connection = self.read().await?;
        Ok(connection.rows(text, args![self.regency, id], matter).await?.pop())
    }

    async fn steps(&self, matter: i64) -> Result<Vec<Step>, StoreError> {
        let text = "SELECT number, at, actor, person, verb, data FROM matter_step \
                    WHERE regency_id = $1 AND matter = $2 ORDER BY number";
        self.read().await?.rows(text, args![self.regency, matter], step).await
    }

    async fn steps_of(&self, matters: &[i64]) -> Result<Vec<(i64, Step)>, StoreError> {
        let text = "SELECT s.number, s.at, s.actor, s.person, s.verb, s.data, s.matter \
                    FROM {rows} CROSS JOIN matter_step s WHERE s.regency_id = $1 \
                    AND s.matter = CAST(j.value->>0 AS BIGINT) ORDER BY s.matter, s.number";
        let matters: BTreeSet<i64> = matters.iter().copied().collect();
        let args = vec![self.regency.into(), Rows::of_numbers(matters).into_arg()];
        self.read().await?.rows(text, args, |row| Ok((row.int(6)?, step(row)?))).await
    }

    async fn steps_between(
        &self,
        after: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<(i64, Step)>, StoreError> {
        let text = "SELECT number, at, actor, person, verb, data, matter FROM matter_step \
                    WHERE regency_id = $1 AND at > $2 AND at <= $3 ORDER BY at, matter, number";
        let (after, until) = (after.as_microsecond(), until.as_microsecond());
        let args = args![self.regency, after, until];
        self.read().await?.rows(text, args, |row| Ok((row.int(6)?, step(row)?))).await
    }

    async fn noted(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<Noted>, StoreError> {
        let mut connection = self.read().await?;
        let whom =
            Whom::find(&mut connection, self.regency, people, from.date(), until.date()).await?;
        // There are few of them: all are read faster than people are looked up.
        let text = "SELECT person, at, min(matter) FROM noted WHERE regency_id = $1 \
                    AND withdrawn IS NULL AND at BETWEEN $2 AND $3 \
                    GROUP BY person, at ORDER BY person, at";
        let rows = connection.rows(text, args![self.regency, from.0, until.0], |row| {
            let (person, at) = (PersonId(row.int(0)?), Wall(row.int(1)?));
            Ok(Noted { person, at, matter: row.int(2)? })
        });
        Ok(rows.await?.into_iter().filter(|noted| whom.includes(noted.person)).collect())
    }
}

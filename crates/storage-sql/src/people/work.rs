//! Results of work, and occurrences.

use std::collections::{HashMap, HashSet};

use civil::{Month, PersonId};
use jiff::{Timestamp, civil::Date};
use storage::{
    StoreError,
    people::{Occurrence, Performance, Rated},
    presence::People,
};

use crate::{
    SqlStore,
    connection::{Row, args, day_number},
    directory::Whom,
    failure::unreadable,
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

fn performance(row: &Row) -> Result<Performance, StoreError> {
    let month = Month::from_number(row.number(1, "month")?);
    Ok(Performance {
        person: PersonId(row.int(0)?),
        month: month.map_err(|error| unreadable("month", error))?,
        productivity_bp: row.maybe_number(2, "productivity")?,
        predikat: row.maybe_text(3)?,
        rated: row
            .maybe_text(4)?
            .zip(row.maybe_text(5)?)
            .map(|(results, behaviour)| Rated { results, behaviour }),
    })
}

fn occurrence(row: &Row) -> Result<Occurrence, StoreError> {
    Ok(Occurrence {
        person: PersonId(row.int(0)?),
        date: row.day(1)?,
        code: row.text(2)?,
        amount: row.number(3, "amount")?,
        reason: row.text(4)?,
    })
}

impl SqlStore {
    pub(super) async fn list_performance(
        &self,
        people: &People,
        month: Month,
    ) -> Result<Vec<Performance>, StoreError> {
        let mut connection = self.read().await?;
        let (first, last) = (month.first(), month.last());
        let whom = Whom::find(&mut connection, self.regency, people, first, last).await?;
        let month = i64::from(month.number());
        let found = if let Some(people) = whom.looked_up() {
            let text = "SELECT p.person, p.month, p.productivity_bp, p.predikat, \
                        p.results, p.behaviour \
                        FROM {rows} CROSS JOIN performance p WHERE p.regency_id = $1 \
                        AND p.month = $3 AND p.person = CAST(j.value->>0 AS BIGINT) \
                        ORDER BY p.person";
            let args = vec![self.regency.into(), super::rows_of(people).into_arg(), month.into()];
            connection.rows(text, args, performance).await?
        } else {
            let text = "SELECT person, month, productivity_bp, predikat, results, behaviour FROM performance \
                        WHERE regency_id = $1 AND month = $2 ORDER BY person";
            connection.rows(text, args![self.regency, month], performance).await?
        };
        Ok(found.into_iter().filter(|row| whom.includes(row.person)).collect())
    }

    pub(super) async fn list_occurrences(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Occurrence>, StoreError> {
        let mut connection = self.read().await?;
        let whom = Whom::find(&mut connection, self.regency, people, from, until).await?;
        // There are few of them: a month of a regency is read faster than people are looked up.
        let text = "SELECT person, day, code, amount, reason FROM occurrence \
                    WHERE regency_id = $1 AND day BETWEEN $2 AND $3 AND withdrawn IS NULL \
                    ORDER BY person, day, id";
        let args = args![self.regency, day_number(from), day_number(until)];
        let found = connection.rows(text, args, occurrence).await?;
        Ok(found.into_iter().filter(|row| whom.includes(row.person)).collect())
    }
}

/// Keeps results of work; a month becomes stale if that says something new.
pub(super) async fn add_performance(
    writing: &mut Writing,
    rows: &[Performance],
    recorded: Timestamp,
) -> Result<(), StoreError> {
    let mut keys = Rows::new();
    for row in rows {
        keys.row().int(row.month.number().into()).int(row.person.0);
    }
    let text = "SELECT p.person, p.month, p.productivity_bp, p.predikat, \
                        p.results, p.behaviour \
                FROM {rows} CROSS JOIN performance p WHERE p.regency_id = $1 \
                AND p.month = CAST(j.value->>0 AS BIGINT) \
                AND p.person = CAST(j.value->>1 AS BIGINT)";
    let args = vec![writing.regency.into(), keys.into_arg()];
    let known = writing.connection.rows(text, args, performance).await?;
    let mut held: HashMap<_, _> =
        known.into_iter().map(|row| ((row.month, row.person), row)).collect();
    let (mut spans, mut changed) = (Vec::new(), HashSet::new());
    for row in rows {
        let key = (row.month, row.person);
        if held.insert(key, row.clone()).as_ref() != Some(row) {
            spans.push((row.person, row.month.first(), row.month.last()));
            changed.insert(key);
        }
    }
    let mut new = Rows::new();
    for row in changed.iter().filter_map(|key| held.get(key)) {
        let Performance { person, month, productivity_bp, predikat, rated } = row;
        new.row().int(month.number().into()).int(person.0);
        new.maybe_int(productivity_bp.map(i64::from)).maybe_text(predikat.as_deref());
        new.int(recorded.as_microsecond());
        new.maybe_text(rated.as_ref().map(|rated| rated.results.as_str()));
        new.maybe_text(rated.as_ref().map(|rated| rated.behaviour.as_str()));
    }
    let text = "INSERT INTO performance \
                (regency_id, month, person, productivity_bp, predikat, recorded, \
                results, behaviour) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT), j.value->>3, CAST(j.value->>4 AS BIGINT), \
                j.value->>5, j.value->>6 \
                FROM {rows} WHERE true ON CONFLICT (regency_id, month, person) DO UPDATE SET \
                productivity_bp = excluded.productivity_bp, predikat = excluded.predikat, \
                recorded = excluded.recorded, results = excluded.results, \
                behaviour = excluded.behaviour";
    writing.with_rows(text, new).await?;
    writing.mark_people(spans).await
}

/// Keeps occurrences that are not known to the letter, and marks their days.
pub(super) async fn add_occurrences(
    writing: &mut Writing,
    rows: &[Occurrence],
    recorded: Timestamp,
) -> Result<(), StoreError> {
    let mut keys = Rows::new();
    for row in rows {
        keys.row().int(day_number(row.date)).int(row.person.0);
    }
    let text = "SELECT DISTINCT o.person, o.day, o.code, o.amount, o.reason \
                FROM {rows} CROSS JOIN occurrence o WHERE o.regency_id = $1 \
                AND o.day = CAST(j.value->>0 AS BIGINT) \
                AND o.person = CAST(j.value->>1 AS BIGINT) AND o.withdrawn IS NULL";
    let args = vec![writing.regency.into(), keys.into_arg()];
    let known = writing.connection.rows(text, args, occurrence).await?;
    let mut known: HashSet<_> = known.into_iter().collect();
    let (mut new, mut spans) = (Rows::new(), Vec::new());
    for row in rows {
        if !known.insert(row.clone()) {
            continue;
        }
        let Occurrence { person, date, code, amount, reason } = row;
        new.row().int(day_number(*date)).int(person.0);
        new.int(writing.numbers.next(Kind::Occurrence)).text(code).int((*amount).into());
        new.text(reason).int(recorded.as_microsecond());
        spans.push((*person, *date, *date));
    }
    let text = "INSERT INTO occurrence \
                (regency_id, day, person, id, code, amount, reason, recorded) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT), j.value->>3, CAST(j.value->>4 AS BIGINT), \
                j.value->>5, CAST(j.value->>6 AS BIGINT) FROM {rows}";
    writing.with_rows(text, new).await?;
    writing.mark_people(spans).await
}

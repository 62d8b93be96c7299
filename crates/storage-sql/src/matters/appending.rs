//! Opening matters and appending steps, with what they change about days.

use civil::PersonId;
use jiff::civil::Date;
use storage::{
    AuditEntry, StoreError,
    matters::{Desk, Effect, NewMatter, NewStep, Opened, StepDone},
    people::Occurrence,
    presence::NewExcuse,
    rosters::RosterChange,
};

use crate::{
    connection::{args, day_number, day_of},
    json::Rows,
    numbers::Kind,
    rosters,
    writing::Writing,
};

/// Opens a matter, unless its key is taken.
pub(crate) async fn open(
    writing: &mut Writing,
    matter: &NewMatter,
    audit: &AuditEntry,
) -> Result<Opened, StoreError> {
    let NewMatter { kind, person, skpd, from, until, key, data, standing } = matter;
    if let Some(key) = key {
        let text = "SELECT id FROM matter WHERE regency_id = $1 AND kind = $2 AND unique_key = $3";
        let args = args![writing.regency, kind.code(), key.as_str()];
        let taken = writing.connection.rows(text, args, |row| row.int(0)).await?;
        if let Some(id) = taken.into_iter().next() {
            return Ok(Opened::Known(id));
        }
    }
    let id = writing.numbers.next(Kind::Matter);
    let text = "INSERT INTO matter (regency_id, id, kind, person, skpd, from_day, until_day, \
                unique_key, data, stage, desk, due, at, opened_by, steps) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0)";
    let args = args![
        writing.regency,
        id,
        kind.code(),
        person.map(|person| person.0),
        skpd.as_str(),
        day_number(*from),
        day_number(*until),
        key.as_deref(),
        data.as_str(),
        standing.stage.as_str(),
        standing.desk.as_ref().map(Desk::as_str),
        standing.due.map(day_number),
        audit.at.as_microsecond(),
        audit.actor.as_str(),
    ];
    writing.connection.execute(text, args).await?;
    writing.audit([audit]).await?;
    Ok(Opened::New(id))
}

/// Appends a step with its effects, unless another came first.
pub(super) async fn append(writing: &mut Writing, step: &NewStep) -> Result<StepDone, StoreError> {
    let NewStep { matter, seen, verb, person, data, standing, effects, audit } = step;
    if !rosters::are_as_seen(writing, effects).await? {
        return Ok(StepDone::Overtaken);
    }
    let text = "UPDATE matter SET steps = steps + 1, stage = $4, desk = $5, due = $6 \
                WHERE regency_id = $1 AND id = $2 AND steps = $3";
    let args = args![
        writing.regency,
        *matter,
        i64::from(*seen),
        standing.stage.as_str(),
        standing.desk.as_ref().map(Desk::as_str),
        standing.due.map(day_number),
    ];
    if writing.connection.execute(text, args).await? == 0 {
        return Ok(StepDone::Overtaken);
    }
    let text = "INSERT INTO matter_step \
                (regency_id, matter, number, at, actor, person, verb, data) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let args = args![
        writing.regency,
        *matter,
        i64::from(*seen) + 1,
        audit.at.as_microsecond(),
        audit.actor.as_str(),
        person.map(|person| person.0),
        verb.as_str(),
        data.as_str(),
    ];
    writing.connection.execute(text, args).await?;
    let mut spans = Vec::new();
    if effects.contains(&Effect::Withdraw) {
        spans = withdraw(writing, *matter, audit.at.as_microsecond()).await?;
    }
    spans.extend(take_effect(writing, step).await?);
    writing.mark_people(spans).await?;
    writing.audit([audit]).await?;
    Ok(StepDone::Appended)
}

/// Days of a person that an effect is about.
type DaysOf = (PersonId, Date, Date);

/// Writes what a step causes, and tells which days it is about.
async fn take_effect(writing: &mut Writing, step: &NewStep) -> Result<Vec<DaysOf>, StoreError> {
    let recorded = step.audit.at.as_microsecond();
    let (mut excuses, mut noted, mut occurrences) = (Rows::new(), Rows::new(), Rows::new());
    let (mut turns, mut spans) = (Rows::new(), Vec::new());
    for effect in &step.effects {
        match effect {
            Effect::Excuse(NewExcuse { person, kind, from, until, minutes, reason }) => {
                excuses.row().int(writing.numbers.next(Kind::Excuse)).int(person.0).text(kind);
                excuses.int(day_number(*from)).int(day_number(*until));
                excuses.maybe_int(minutes.map(|(from, _)| from.into()));
                excuses.maybe_int(minutes.map(|(_, until)| until.into()));
                excuses.text(reason).int(recorded).int(step.matter);
                spans.push((*person, *from, *until));
            }
            Effect::Reading { person, at } => {
                noted.row().int(person.0).int(at.0).int(step.matter);
                spans.push((*person, at.date(), at.date()));
            }
            Effect::Occurrence(Occurrence { person, date, code, amount, reason }) => {
                occurrences.row().int(day_number(*date)).int(person.0);
                occurrences.int(writing.numbers.next(Kind::Occurrence)).text(code);
                occurrences.int((*amount).into()).text(reason).int(recorded).int(step.matter);
                spans.push((*person, *date, *date));
            }
            Effect::Roster(RosterChange { cell, seen: _ }) => {
                rosters::add_row(writing, &mut turns, cell, recorded);
                turns.int(step.matter);
                spans.push((cell.person, cell.date, cell.date));
            }
            Effect::Withdraw => {}
        }
    }
    let text = "INSERT INTO excuse (regency_id, id, person, kind, from_day, until_day, \
                minute_from, minute_until, reason, recorded, matter) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                j.value->>2, CAST(j.value->>3 AS BIGINT), CAST(j.value->>4 AS BIGINT), \
                CAST(j.value->>5 AS BIGINT), CAST(j.value->>6 AS BIGINT), j.value->>7, \
                CAST(j.value->>8 AS BIGINT), CAST(j.value->>9 AS BIGINT) FROM {rows}";
    writing.with_rows(text, excuses).await?;
    // What the matter had noted before and withdrew holds again.
    let text = "INSERT INTO noted (regency_id, person, at, matter) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT) FROM {rows} WHERE true \
                ON CONFLICT (regency_id, person, at, matter) DO UPDATE SET withdrawn = NULL";
    writing.with_rows(text, noted).await?;
    let text = "INSERT INTO occurrence \
                (regency_id, day, person, id, code, amount, reason, recorded, matter) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT), j.value->>3, CAST(j.value->>4 AS BIGINT), \
                j.value->>5, CAST(j.value->>6 AS BIGINT), CAST(j.value->>7 AS BIGINT) FROM {rows}";
    writing.with_rows(text, occurrences).await?;
    writing.with_rows(rosters::INSERT, turns).await?;
    Ok(spans)
}

/// Withdraws whatever a matter caused and that still holds, and tells which days it was about.
async fn withdraw(writing: &mut Writing, matter: i64, at: i64) -> Result<Vec<DaysOf>, StoreError> {
    let of = |regency: i64| args![regency, matter, at];
    let text = "UPDATE excuse SET withdrawn = $3 WHERE regency_id = $1 AND matter = $2 \
                AND withdrawn IS NULL RETURNING person, from_day, until_day";
    let mut spans = writing
        .connection
        .rows(text, of(writing.regency), |row| {
            Ok((PersonId(row.int(0)?), row.day(1)?, row.day(2)?))
        })
        .await?;
    let text = "UPDATE noted SET withdrawn = $3 WHERE regency_id = $1 AND matter = $2 \
                AND withdrawn IS NULL RETURNING person, at";
    let noted = writing.connection.rows(text, of(writing.regency), |row| {
        Ok((PersonId(row.int(0)?), civil::Wall(row.int(1)?).date()))
    });
    spans.extend(noted.await?.into_iter().map(|(person, day)| (person, day, day)));
    let text = "UPDATE occurrence SET withdrawn = $3 WHERE regency_id = $1 AND matter = $2 \
                AND withdrawn IS NULL RETURNING person, day";
    let occurrences = writing
        .connection
        .rows(text, of(writing.regency), |row| Ok((PersonId(row.int(0)?), day_of(row.int(1)?))));
    spans.extend(occurrences.await?.into_iter().map(|(person, day)| (person, day, day)));
    let text = "UPDATE roster SET withdrawn = $3 WHERE regency_id = $1 AND matter = $2 \
                AND withdrawn IS NULL RETURNING person, day";
    let turns = writing
        .connection
        .rows(text, of(writing.regency), |row| Ok((PersonId(row.int(0)?), day_of(row.int(1)?))));
    spans.extend(turns.await?.into_iter().map(|(person, day)| (person, day, day)));
    Ok(spans)
}

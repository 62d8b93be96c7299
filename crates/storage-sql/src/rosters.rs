//! Turns of rosters.

use std::collections::BTreeMap;

use async_trait::async_trait;
use civil::PersonId;
use jiff::civil::Date;
use storage::{
    AuditEntry, StoreError,
    matters::Effect,
    presence::People,
    rosters::{RosterCell, RosterChange, RosterStore},
};

use crate::{
    SqlStore,
    connection::{Row, args, day_number},
    directory::Whom,
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

/// Turns of [`add_row`], each with its matter behind it.
pub(crate) const INSERT: &str = "INSERT INTO roster \
    (regency_id, person, day, id, turn, recorded, matter) \
    SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
    CAST(j.value->>2 AS BIGINT), j.value->>3, CAST(j.value->>4 AS BIGINT), \
    CAST(j.value->>5 AS BIGINT) FROM {rows}";

/// Turns of people and days, in the order of recording.
const OF_PLACES: &str = "SELECT r.person, r.day, r.turn FROM {rows} CROSS JOIN roster r \
    WHERE r.regency_id = $1 AND r.person = CAST(j.value->>0 AS BIGINT) \
    AND r.day = CAST(j.value->>1 AS BIGINT) AND r.withdrawn IS NULL ORDER BY r.id";

/// Adds a row of [`INSERT`] but for its matter.
pub(crate) fn add_row(writing: &mut Writing, rows: &mut Rows, cell: &RosterCell, recorded: i64) {
    let id = writing.numbers.next(Kind::Registered);
    rows.row().int(cell.person.0).int(day_number(cell.date)).int(id);
    rows.maybe_text(cell.turn.as_deref()).int(recorded);
}

/// Whether rosters say what the changes among the effects have seen.
pub(crate) async fn are_as_seen(
    writing: &mut Writing,
    effects: &[Effect],
) -> Result<bool, StoreError> {
    let changes: Vec<&RosterChange> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Roster(change) => Some(change),
            Effect::Excuse(_)
            | Effect::Reading { .. }
            | Effect::Occurrence(_)
            | Effect::Withdraw => None,
        })
        .collect();
    if changes.is_empty() {
        return Ok(true);
    }
    let held = held(writing, changes.iter().map(|change| &change.cell)).await?;
    let turn = |cell: &RosterCell| held.get(&place_of(cell)).and_then(Option::as_deref);
    Ok(changes.iter().all(|change| turn(&change.cell) == change.seen.as_deref()))
}

/// Where a turn stands: of several at one place the last recorded holds.
fn place_of(cell: &RosterCell) -> (PersonId, Date) {
    (cell.person, cell.date)
}

fn cell(row: &Row) -> Result<RosterCell, StoreError> {
    let (person, date) = (PersonId(row.int(0)?), row.day(1)?);
    Ok(RosterCell { person, date, turn: row.maybe_text(2)? })
}

/// What holds at the places of cells.
async fn held(
    writing: &mut Writing,
    cells: impl Iterator<Item = &RosterCell>,
) -> Result<BTreeMap<(PersonId, Date), Option<String>>, StoreError> {
    let mut places = Rows::new();
    for cell in cells {
        places.row().int(cell.person.0).int(day_number(cell.date));
    }
    let args = vec![writing.regency.into(), places.into_arg()];
    let found = writing.connection.rows(OF_PLACES, args, cell).await?;
    Ok(found.into_iter().map(|cell| (place_of(&cell), cell.turn)).collect())
}

async fn put(
    writing: &mut Writing,
    cells: &[RosterCell],
    audit: &AuditEntry,
) -> Result<u32, StoreError> {
    let last: BTreeMap<_, _> = cells.iter().map(|cell| (place_of(cell), cell)).collect();
    let held = held(writing, last.values().copied()).await?;
    let turn = |cell: &RosterCell| held.get(&place_of(cell)).cloned().flatten();
    let new: Vec<_> = last.into_values().filter(|cell| turn(cell) != cell.turn).collect();
    let mut rows = Rows::new();
    for cell in &new {
        add_row(writing, &mut rows, cell, audit.at.as_microsecond());
        rows.maybe_int(None);
    }
    writing.with_rows(INSERT, rows).await?;
    writing.mark_people(new.iter().map(|cell| (cell.person, cell.date, cell.date))).await?;
    if !new.is_empty() {
        writing.audit([audit]).await?;
    }
    u32::try_from(new.len()).map_err(|error| crate::failure::unreadable("count", error))
}

#[async_trait]
impl RosterStore for SqlStore {
    async fn put_roster(&self, cells: &[RosterCell], audit: AuditEntry) -> Result<u32, StoreError> {
        let cells = cells.to_vec();
        self.write(move |writing| Box::pin(async move { put(writing, &cells, &audit).await })).await
    }

    async fn roster(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<RosterCell>, StoreError> {
        let mut connection = self.read().await?;
        let whom = Whom::find(&mut connection, self.regency, people, from, until).await?;
        let (first, last) = (day_number(from), day_number(until));
        let found = if let Some(people) = whom.looked_up() {
            let text = "SELECT r.person, r.day, r.turn FROM {rows} CROSS JOIN roster r \
                        WHERE r.regency_id = $1 AND r.person = CAST(j.value->>0 AS BIGINT) \
                        AND r.day BETWEEN $3 AND $4 AND r.withdrawn IS NULL ORDER BY r.id";
            let people = Rows::of_numbers(people.iter().map(|person| person.0));
            let args = vec![self.regency.into(), people.into_arg(), first.into(), last.into()];
            connection.rows(text, args, cell).await?
        } else {
            let text = "SELECT person, day, turn FROM roster WHERE regency_id = $1 \
                        AND day BETWEEN $2 AND $3 AND withdrawn IS NULL ORDER BY id";
            connection.rows(text, args![self.regency, first, last], cell).await?
        };
        let found = found.into_iter().filter(|cell| whom.includes(cell.person));
        let last: BTreeMap<_, _> = found.map(|cell| (place_of(&cell), cell)).collect();
        Ok(last.into_values().filter(|cell| cell.turn.is_some()).collect())
    }
}

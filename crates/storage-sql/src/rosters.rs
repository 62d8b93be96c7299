//! Turns of rosters.

use std::collections::BTreeMap;

use async_trait::async_trait;
use civil::{PersonId, Wall};
use jiff::civil::Date;
use storage::{
    AuditEntry, StoreError,
    matters::{Effect, Noted},
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

/// What people vouched for between two readings, then the turns of a span in the order of
/// recording. Of the former there are few: all are read faster than people are looked up.
macro_rules! with_noted {
    ($turns:literal, $first:literal, $last:literal, $from:literal, $until:literal) => {
        concat!(
            "SELECT CAST(0 AS BIGINT) AS what, person, at AS place, min(matter) AS number, ",
            "CAST(NULL AS TEXT) AS turn FROM noted WHERE regency_id = $1 AND withdrawn IS NULL ",
            "AND at BETWEEN ",
            $from,
            " AND ",
            $until,
            " GROUP BY person, at UNION ALL ",
            "SELECT CAST(1 AS BIGINT), r.person, r.day, r.id, r.turn FROM ",
            $turns,
            " AND r.day BETWEEN ",
            $first,
            " AND ",
            $last,
            " AND r.withdrawn IS NULL ORDER BY what, person, place, number"
        )
    };
}

const OF_PEOPLE_WITH_NOTED: &str = with_noted!(
    "{rows} CROSS JOIN roster r WHERE r.regency_id = $1 \
     AND r.person = CAST(j.value->>0 AS BIGINT)",
    "$3",
    "$4",
    "$5",
    "$6"
);

const ALL_WITH_NOTED: &str =
    with_noted!("roster r WHERE r.regency_id = $1", "$2", "$3", "$4", "$5");

/// A row of these.
enum Said {
    Noted(Noted),
    Turn(RosterCell),
}

fn said(row: &Row) -> Result<Said, StoreError> {
    let person = PersonId(row.int(1)?);
    Ok(match row.int(0)? {
        0 => Said::Noted(Noted { person, at: Wall(row.int(2)?), matter: row.int(3)? }),
        _ => Said::Turn(RosterCell { person, date: row.day(2)?, turn: row.maybe_text(4)? }),
    })
}

/// The turns that hold of those in the order of recording.
fn holding(turns: Vec<RosterCell>, whom: &Whom) -> Vec<RosterCell> {
    let turns = turns.into_iter().filter(|cell| whom.includes(cell.person));
    let last: BTreeMap<_, _> = turns.map(|cell| (place_of(&cell), cell)).collect();
    last.into_values().filter(|cell| cell.turn.is_some()).collect()
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
        Ok(holding(found, &whom))
    }

    async fn roster_and_noted(
        &self,
        people: &People,
        (first, last): (Date, Date),
        (from, until): (Wall, Wall),
    ) -> Result<(Vec<RosterCell>, Vec<Noted>), StoreError> {
        let mut connection = self.read().await?;
        let (from_day, until_day) = (first.min(from.date()), last.max(until.date()));
        let whom = Whom::find(&mut connection, self.regency, people, from_day, until_day).await?;
        let (first, last) = (day_number(first), day_number(last));
        let found = if let Some(people) = whom.looked_up() {
            let people = Rows::of_numbers(people.iter().map(|person| person.0));
            let mut args = vec![self.regency.into(), people.into_arg()];
            args.extend(args![first, last, from.0, until.0]);
            connection.rows(OF_PEOPLE_WITH_NOTED, args, said).await?
        } else {
            let args = args![self.regency, first, last, from.0, until.0];
            connection.rows(ALL_WITH_NOTED, args, said).await?
        };
        let (mut turns, mut noted) = (Vec::new(), Vec::new());
        for said in found {
            match said {
                Said::Turn(cell) => turns.push(cell),
                Said::Noted(one) if whom.includes(one.person) => noted.push(one),
                Said::Noted(_) => {}
            }
        }
        Ok((holding(turns, &whom), noted))
    }
}

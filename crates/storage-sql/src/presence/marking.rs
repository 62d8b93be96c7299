//! Stale marks: days to evaluate again.
//!
//! The days of a PIN in a month are one row with a bit for each day, so that a month in which
//! everything is new is as many rows as there are people, not as many as there are days. A mark is
//! known outside as 32 times the id of its row, plus the day of the month; for a row about a
//! person, plus nothing.

use std::collections::{BTreeMap, HashMap};

use civil::{Month, PersonId};
use jiff::civil::Date;
use storage::{
    StoreError,
    presence::{People, StaleMark, UnknownPin},
};

use crate::{
    SqlStore,
    connection::{Connection, args, day_number},
    directory::{Pins, Terminals, Whom, memberships},
    failure::unreadable,
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

/// Marks of one row, at most: the days of a month, and 0 for a person's.
const MARKS_OF_ROW: i64 = 32;

/// Marks that can be cleared with one statement.
const CLEARED_MAX: usize = 20_000;

/// Days of PINs to be marked.
#[derive(Default)]
pub(crate) struct Marks {
    days: HashMap<(i32, String, i64), i64>,
}

impl Marks {
    /// Adds a day of a PIN of a terminal.
    pub(crate) fn add(&mut self, terminal: i64, pin: &str, day: Date) {
        let month = Month::of(day).number();
        *self.days.entry((month, pin.to_owned(), terminal)).or_default() |= bit(day.day());
    }

    /// Writes the marks. A day that is marked already gets a new id, so that whoever read the mark
    /// before does not clear this one.
    pub(crate) async fn write(self, writing: &mut Writing) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        for ((month, pin, terminal), days) in self.days {
            let id = writing.numbers.next(Kind::Mark);
            rows.row().int(month.into()).text(&pin).int(terminal).int(id).int(days);
        }
        let text = "INSERT INTO stale_pin (regency_id, month, pin, terminal, id, days) \
                    SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, \
                    CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT), \
                    CAST(j.value->>4 AS BIGINT) FROM {rows} WHERE true \
                    ON CONFLICT (regency_id, month, pin, terminal) DO UPDATE SET \
                    id = CASE WHEN stale_pin.days & excluded.days = 0 THEN stale_pin.id \
                    ELSE excluded.id END, days = stale_pin.days | excluded.days";
        writing.with_rows(text, rows).await.map(drop)
    }
}

fn bit(day: i8) -> i64 {
    1 << day
}

/// The marked days of a PIN in a month.
struct PinRow {
    id: i64,
    month: Month,
    pin: String,
    terminal: i64,
    days: i64,
}

impl PinRow {
    fn days(&self) -> impl Iterator<Item = Date> {
        self.month.days().filter(|day| self.days & bit(day.day()) != 0)
    }

    async fn load(
        connection: &mut Connection,
        regency: i64,
        month: Option<Month>,
    ) -> Result<Vec<Self>, StoreError> {
        let text = "SELECT id, month, pin, terminal, days FROM stale_pin \
                    WHERE regency_id = $1 AND month BETWEEN $2 AND $3 ORDER BY id";
        let bounds = month.map_or((i64::MIN, i64::MAX), |month| {
            (i64::from(month.previous().number()), i64::from(month.next().number()))
        });
        let rows = connection.rows(text, args![regency, bounds.0, bounds.1], |row| {
            let month = Month::from_number(row.number(1, "month")?);
            Ok(Self {
                id: row.int(0)?,
                month: month.map_err(|error| unreadable("month", error))?,
                pin: row.text(2)?,
                terminal: row.int(3)?,
                days: row.int(4)?,
            })
        });
        rows.await
    }

    /// Who is meant on a day.
    fn owner(&self, terminals: &Terminals, pins: &Pins, day: Date) -> Option<PersonId> {
        let group = terminals.group(self.terminal)?;
        pins.owners(group, &self.pin)?.on(day).copied()
    }
}

/// Marks of people, oldest first.
async fn person_marks(
    connection: &mut Connection,
    regency: i64,
    month: Option<Month>,
) -> Result<Vec<StaleMark>, StoreError> {
    let text = "SELECT id, person, from_day, until_day FROM stale_person \
                WHERE regency_id = $1 AND from_day <= $2 AND until_day >= $3 ORDER BY id";
    let (last, first) = month.map_or((i64::MAX, i64::MIN), |month| {
        (day_number(month.last()) + 1, day_number(month.first()) - 1)
    });
    let rows = connection.rows(text, args![regency, last, first], |row| {
        Ok(StaleMark {
            id: row.int(0)? * MARKS_OF_ROW,
            person: Some(PersonId(row.int(1)?)),
            from: row.day(2)?,
            until: row.day(3)?,
        })
    });
    rows.await
}

impl SqlStore {
    /// All marks whose person is known, oldest first.
    async fn marks(
        &self,
        connection: &mut Connection,
        whom: &Whom,
        month: Option<Month>,
    ) -> Result<Vec<StaleMark>, StoreError> {
        let terminals = Terminals::load(connection, self.regency).await?;
        let rows = PinRow::load(connection, self.regency, month).await?;
        let pins = if rows.is_empty() {
            Pins::default()
        } else {
            Pins::load(connection, self.regency, whom).await?
        };
        let mut marks = person_marks(connection, self.regency, month).await?;
        for row in &rows {
            marks.extend(row.days().filter_map(|day| {
                let person = Some(row.owner(&terminals, &pins, day)?);
                let id = row.id * MARKS_OF_ROW + i64::from(day.day());
                Some(StaleMark { id, person, from: day, until: day })
            }));
        }
        marks.retain(|mark| {
            month.is_none_or(|month| mark.touches(month))
                && mark.person.is_some_and(|person| whom.includes(person))
        });
        marks.sort_unstable_by_key(|mark| mark.id);
        Ok(marks)
    }

    pub(super) async fn list_marks(
        &self,
        people: &People,
        month: Option<Month>,
        limit: u32,
    ) -> Result<Vec<StaleMark>, StoreError> {
        let mut connection = self.read().await?;
        let span = month.map_or((Date::MIN, Date::MAX), |month| (month.first(), month.last()));
        let whom = Whom::find(&mut connection, self.regency, people, span.0, span.1).await?;
        let mut marks = self.marks(&mut connection, &whom, month).await?;
        if let (People::Of(skpd), None) = (people, month) {
            // Without a month, a mark asks about its own days.
            let lines = memberships(&mut connection, self.regency, skpd).await?;
            marks.retain(|mark| {
                let line = mark.person.and_then(|person| lines.get(&person));
                line.is_some_and(|line| line.any_between(mark.from, mark.until, |of| of == skpd))
            });
        }
        marks.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(marks)
    }

    pub(super) async fn count_marks(&self) -> Result<u64, StoreError> {
        let mut connection = self.read().await?;
        let marks = self.marks(&mut connection, &Whom::All, None).await?;
        Ok(u64::try_from(marks.len()).expect("a count fits 64 bits"))
    }

    /// PINs whose marks nobody can evaluate: those of punches that wait for a person.
    pub(super) async fn list_unknown_pins(
        &self,
        limit: u32,
    ) -> Result<Vec<UnknownPin>, StoreError> {
        let mut connection = self.read().await?;
        let terminals = Terminals::load(&mut connection, self.regency).await?;
        let rows = PinRow::load(&mut connection, self.regency, None).await?;
        let pins = Pins::load(&mut connection, self.regency, &Whom::All).await?;
        let mut unknown: BTreeMap<_, UnknownPin> = BTreeMap::new();
        for row in &rows {
            let Some(terminal) = terminals.serial(row.terminal) else { continue };
            for day in row.days().filter(|day| row.owner(&terminals, &pins, *day).is_none()) {
                let found = unknown.entry((terminal, row.pin.as_str())).or_insert_with(|| {
                    let (terminal, pin) = (terminal.clone(), row.pin.clone());
                    UnknownPin { terminal, pin, days: 0, first: day, last: day }
                });
                found.days += 1;
                (found.first, found.last) = (found.first.min(day), found.last.max(day));
            }
        }
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(unknown.into_values().take(limit).collect())
    }
}

/// Clears marks. One whose row has another id by now stays.
pub(crate) async fn clear(writing: &mut Writing, cleared: &[i64]) -> Result<(), StoreError> {
    let mut of_people = Vec::new();
    let mut of_pins: BTreeMap<i64, i64> = BTreeMap::new();
    for mark in cleared {
        let (row, day) = (mark.div_euclid(MARKS_OF_ROW), mark.rem_euclid(MARKS_OF_ROW));
        if day == 0 {
            of_people.push(row);
        } else {
            *of_pins.entry(row).or_default() |= 1 << day;
        }
    }
    for rows in of_people.chunks(CLEARED_MAX) {
        let text = "DELETE FROM stale_person WHERE regency_id = $1 \
                    AND id IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})";
        writing.with_rows(text, Rows::of_numbers(rows.iter().copied())).await?;
    }
    let of_pins: Vec<_> = of_pins.into_iter().collect();
    for rows in of_pins.chunks(CLEARED_MAX) {
        clear_days(writing, rows).await?;
    }
    Ok(())
}

/// Clears days of rows: a row without days is gone.
async fn clear_days(writing: &mut Writing, cleared: &[(i64, i64)]) -> Result<(), StoreError> {
    let text = "SELECT id, days, month, pin, terminal FROM stale_pin WHERE regency_id = $1 \
                AND id IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})";
    let ids = Rows::of_numbers(cleared.iter().map(|(id, _)| *id));
    let args = vec![writing.regency.into(), ids.into_arg()];
    let found = writing.connection.rows(text, args, |row| {
        Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.text(3)?, row.int(4)?))
    });
    let (mut gone, mut left) = (Rows::new(), Rows::new());
    for (id, days, month, pin, terminal) in found.await? {
        let place = cleared.binary_search_by_key(&id, |(id, _)| *id);
        let cleared = place.ok().and_then(|place| cleared.get(place)).map_or(0, |row| row.1);
        if days & !cleared == 0 {
            gone.row().int(id);
        } else {
            left.row().int(month).text(&pin).int(terminal).int(days & !cleared);
        }
    }
    let text = "DELETE FROM stale_pin WHERE regency_id = $1 \
                AND id IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})";
    writing.with_rows(text, gone).await?;
    // Every row exists: this only updates, by the key, in one statement.
    let text = "INSERT INTO stale_pin (regency_id, month, pin, terminal, id, days) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, \
                CAST(j.value->>2 AS BIGINT), 0, CAST(j.value->>3 AS BIGINT) \
                FROM {rows} WHERE true \
                ON CONFLICT (regency_id, month, pin, terminal) DO UPDATE SET days = excluded.days";
    writing.with_rows(text, left).await.map(drop)
}

/// The first and last day that a fact can make stale: those of the months in which anything is
/// kept, and of the present one.
pub(crate) async fn reach(writing: &mut Writing, now: Month) -> Result<(Date, Date), StoreError> {
    let (mut first, mut last) = (now, now);
    for text in [
        "SELECT min(month), max(month) FROM punch_month WHERE regency_id = $1",
        "SELECT min(month), max(month) FROM month_result WHERE regency_id = $1",
    ] {
        let found = writing.connection.rows(text, args![writing.regency], |row| {
            Ok([row.maybe_number::<i32>(0, "month")?, row.maybe_number::<i32>(1, "month")?])
        });
        for number in found.await?.into_iter().flatten().flatten() {
            let month = Month::from_number(number).map_err(|error| unreadable("month", error))?;
            (first, last) = (first.min(month), last.max(month));
        }
    }
    Ok((first.first(), last.last()))
}

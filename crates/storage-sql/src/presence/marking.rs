//! Stale marks: days to evaluate again.
//!
//! The days of a PIN in a month are one row with a bit for each day, so that a month in which
//! everything is new is as many rows as there are people, not as many as there are days. A mark is
//! known outside as 32 times the id of its row, plus the day of the month; for a row about a
//! person, plus nothing.

use std::collections::{BTreeMap, HashMap, HashSet};

use civil::{Month, PersonId, Skpd, TerminalSerial};
use jiff::civil::Date;
use storage::{
    StoreError,
    presence::{People, StaleMark, UnknownPin, UnknownPinFilter},
    timeline::Timeline,
};

use crate::{
    SqlStore,
    connection::{Connection, Row, args, day_number, day_of},
    directory::memberships,
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

/// The marked days of PINs from one month to another, a row for each owner that the PIN ever had;
/// none of a PIN without: one query, for nearly always there is nothing to do. [`Days::read`] and
/// [`owner`] read the first columns.
macro_rules! select_pin_days {
    ($columns:literal) => {
        concat!(
            "SELECT s.id AS id, s.month, s.days, p.person, p.valid_from AS owned_from, ",
            "p.id AS mapping, ",
            $columns,
            " FROM stale_pin s ",
            "JOIN terminal t ON t.regency_id = s.regency_id AND t.id = s.terminal ",
            "JOIN pin p ON p.regency_id = s.regency_id AND p.pin_group = t.pin_group ",
            "AND p.pin = s.pin WHERE s.regency_id = $1 AND s.month BETWEEN $2 AND $3"
        )
    };
}

/// The marked days of a PIN in a month.
#[derive(PartialEq)]
struct Days {
    month: Month,
    bits: i64,
}

impl Days {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let month = Month::from_number(row.number(1, "month")?);
        Ok(Self { month: month.map_err(|error| unreadable("month", error))?, bits: row.int(2)? })
    }

    fn iter(&self) -> impl Iterator<Item = Date> {
        self.month.days().filter(|day| self.bits & bit(day.day()) != 0)
    }
}

/// Who has the PIN of a row, and from which day.
fn owner(row: &Row) -> Result<Option<(Date, PersonId)>, StoreError> {
    Ok(row.maybe_int(4)?.map(day_of).zip(row.maybe_int(3)?.map(PersonId)))
}

/// The marked days of PINs without an owner, of which there may be very many: a terminal can send
/// whatever it likes. So the first `$4` are found by the index alone. PINs that have an owner later
/// than some of their days are few, and their rows are read as those of [`mark_rows`] are.
///
/// SQLite takes a `CROSS JOIN` in the order it is written: from the terminals, or else each unit's
/// few would be looked for among the marks of the whole regency. `w` is read from the index by
/// terminals alone and `s` by its whole key: left to choose, it takes a part of the key.
const UNKNOWN_PINS: &str = "SELECT s.id AS id, s.month, s.days, CAST(NULL AS BIGINT), \
     CAST(NULL AS BIGINT) AS owned_from, CAST(NULL AS BIGINT) AS mapping, u.serial, s.pin \
     FROM (SELECT t.serial, t.id AS terminal, w.pin FROM terminal t CROSS JOIN stale_pin w \
     WHERE t.regency_id = $1 AND ($2 = '' OR t.skpd = $2) \
     AND w.regency_id = $1 AND w.terminal = t.id AND ($3 = '' OR w.pin = $3) \
     AND NOT EXISTS (SELECT 1 FROM pin p WHERE p.regency_id = $1 AND p.pin_group = t.pin_group \
     AND p.pin = w.pin) \
     GROUP BY t.serial, t.id, w.pin ORDER BY t.serial, w.pin LIMIT $4) u \
     CROSS JOIN stale_pin w CROSS JOIN stale_pin s \
     WHERE w.regency_id = $1 AND w.terminal = u.terminal AND w.pin = u.pin \
     AND s.regency_id = $1 AND s.month = w.month AND s.pin = w.pin AND s.terminal = w.terminal \
     UNION ALL SELECT s.id, s.month, s.days, p.person, p.valid_from, p.id, t.serial, s.pin \
     FROM terminal t CROSS JOIN stale_pin w CROSS JOIN pin p CROSS JOIN stale_pin s \
     WHERE t.regency_id = $1 AND ($2 = '' OR t.skpd = $2) \
     AND w.regency_id = $1 AND w.terminal = t.id AND ($3 = '' OR w.pin = $3) \
     AND p.regency_id = $1 AND p.pin_group = t.pin_group AND p.pin = w.pin \
     AND s.regency_id = $1 AND s.month = w.month AND s.pin = w.pin AND s.terminal = w.terminal \
     ORDER BY id, owned_from, mapping";

/// Rows that differ only in the owner, put together.
fn with_owners<T: PartialEq>(
    rows: Vec<(T, Option<(Date, PersonId)>)>,
) -> Vec<(T, Timeline<PersonId>)> {
    let mut found: Vec<(T, Timeline<PersonId>)> = Vec::new();
    for (of_row, owner) in rows {
        if found.last().is_none_or(|(last, _)| *last != of_row) {
            found.push((of_row, Timeline::default()));
        }
        if let Some(((from, person), (_, owners))) = owner.zip(found.last_mut()) {
            owners.append(from, person);
        }
    }
    found
}

/// What one row marks.
#[derive(PartialEq)]
enum Marked {
    /// Days of whoever has a PIN on them.
    OfPin(Days),
    /// Days of a person.
    OfPerson(PersonId, Date, Date),
}

/// A row of marks, with its id.
type MarkRow = ((i64, Marked), Timeline<PersonId>);

/// The rows whose marks may touch a month, or all, oldest first.
async fn mark_rows(
    connection: &mut Connection,
    regency: i64,
    month: Option<Month>,
) -> Result<Vec<MarkRow>, StoreError> {
    let text = concat!(
        select_pin_days!("CAST(NULL AS BIGINT) AS from_day, CAST(NULL AS BIGINT) AS until_day"),
        " UNION ALL SELECT id, NULL, NULL, person, NULL, NULL, from_day, until_day ",
        "FROM stale_person WHERE regency_id = $1 AND from_day <= $4 AND until_day >= $5 ",
        "ORDER BY id, owned_from, mapping"
    );
    let (months, days) = month.map_or(((i64::MIN, i64::MAX), (i64::MAX, i64::MIN)), |month| {
        let months = (month.previous().number().into(), month.next().number().into());
        (months, (day_number(month.last()) + 1, day_number(month.first()) - 1))
    });
    let rows = connection.rows(text, args![regency, months.0, months.1, days.0, days.1], |row| {
        let marked = if row.maybe_int(6)?.is_some() {
            Marked::OfPerson(PersonId(row.int(3)?), row.day(6)?, row.day(7)?)
        } else {
            Marked::OfPin(Days::read(row)?)
        };
        Ok(((row.int(0)?, marked), owner(row)?))
    });
    Ok(with_owners(rows.await?))
}

/// The marks of a row whose person is known.
fn marks_of(((id, marked), owners): MarkRow) -> Vec<StaleMark> {
    match marked {
        Marked::OfPerson(person, from, until) => {
            vec![StaleMark { id: id * MARKS_OF_ROW, person: Some(person), from, until }]
        }
        Marked::OfPin(days) => days
            .iter()
            .filter_map(|day| {
                let person = Some(*owners.on(day)?);
                let id = id * MARKS_OF_ROW + i64::from(day.day());
                Some(StaleMark { id, person, from: day, until: day })
            })
            .collect(),
    }
}

impl SqlStore {
    pub(super) async fn list_marks(
        &self,
        people: &People,
        month: Option<Month>,
        limit: u32,
    ) -> Result<Vec<StaleMark>, StoreError> {
        let mut connection = self.read().await?;
        let rows = mark_rows(&mut connection, self.regency, month).await?;
        // A row becomes marks only when it is come to: most calls want few of very many.
        let mut marks = rows
            .into_iter()
            .flat_map(marks_of)
            .filter(|mark| month.is_none_or(|month| mark.touches(month)))
            .peekable();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        match people {
            People::All => Ok(marks.take(limit).collect()),
            People::These(these) => {
                let these: HashSet<_> = these.iter().collect();
                let is_meant = |mark: &StaleMark| mark.person.is_some_and(|of| these.contains(&of));
                Ok(marks.filter(is_meant).take(limit).collect())
            }
            // Nothing is stale: nobody needs to know whose it would be.
            People::Of(_) if marks.peek().is_none() => Ok(Vec::new()),
            People::Of(skpd) => {
                let lines = memberships(&mut connection, self.regency, skpd).await?;
                let is_meant = |mark: &StaleMark| {
                    // Without a month, a mark asks about its own days.
                    let (from, until) =
                        month.map_or((mark.from, mark.until), |of| (of.first(), of.last()));
                    let line = mark.person.and_then(|person| lines.get(&person));
                    line.is_some_and(|line| line.any_between(from, until, |of| of == skpd))
                };
                Ok(marks.filter(is_meant).take(limit).collect())
            }
        }
    }

    pub(super) async fn count_marks(&self) -> Result<u64, StoreError> {
        let mut connection = self.read().await?;
        let rows = mark_rows(&mut connection, self.regency, None).await?;
        let marks: usize = rows.into_iter().map(|row| marks_of(row).len()).sum();
        Ok(u64::try_from(marks).expect("a count fits 64 bits"))
    }

    /// PINs whose marks nobody can evaluate: those of punches that wait for a person.
    pub(super) async fn list_unknown_pins(
        &self,
        filter: &UnknownPinFilter,
        limit: u32,
    ) -> Result<Vec<UnknownPin>, StoreError> {
        let UnknownPinFilter { skpd, pin } = filter;
        let skpd = skpd.as_ref().map_or("", Skpd::as_str);
        let pin = pin.as_deref().unwrap_or_default();
        let mut connection = self.read().await?;
        let args = args![self.regency, skpd, pin, i64::from(limit)];
        let found = connection.rows(UNKNOWN_PINS, args, |row| {
            let serial: TerminalSerial = row.parsed(6, "terminal")?;
            Ok((((serial, row.text(7)?), Days::read(row)?), owner(row)?))
        });
        let mut unknown: BTreeMap<(TerminalSerial, String), UnknownPin> = BTreeMap::new();
        for ((of_pin, days), owners) in with_owners(found.await?) {
            for day in days.iter().filter(|day| owners.on(*day).is_none()) {
                let found = unknown.entry(of_pin.clone()).or_insert_with(|| {
                    let (terminal, pin) = of_pin.clone();
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

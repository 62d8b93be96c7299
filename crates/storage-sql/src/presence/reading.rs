//! Punches and readings, by people, terminal and time.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use civil::{Month, PersonId, Wall, Zone};
use storage::{
    StoreError,
    presence::{People, PersonPunches, PunchFilter, StoredPunch},
};

use crate::{
    SqlStore,
    connection::{Connection, DAY_SECONDS, Row, args, day_of},
    directory::{Pins, Terminals, Whom, of_person},
    failure::unreadable,
    json::Rows,
};

/// Punches of a source, narrowed; [`punch`] reads the rows.
macro_rules! select_punches {
    ($from:literal, $narrowed:literal) => {
        concat!(
            "SELECT p.pin, p.terminal, p.at, p.zone, p.status, p.verify, d.source, d.received ",
            "FROM ",
            $from,
            " JOIN delivery d ON d.regency_id = p.regency_id AND d.id = p.delivery ",
            "WHERE p.regency_id = $1 AND p.at BETWEEN $3 AND $4 ",
            "AND ($5 = 0 OR p.terminal = $5) ",
            $narrowed
        )
    };
}

/// Terminals of a group up to which each is looked up by itself; in a larger group a PIN is looked
/// up once over all terminals.
const TERMINALS_LOOKED_UP_MAX: usize = 8;

/// The readings of one PIN in each range of the rows, as `TERMINAL:SECOND,SECOND;TERMINAL:…` counted
/// from `$3`, or NULL; [`pin_readings`] reads the rows. Asked of one row after the other, so that
/// each is a look into the key whatever the database believes about its tables: PostgreSQL knows
/// nothing of a table that was just filled, and joined with it would read all of it.
macro_rules! select_readings {
    ($narrowed:literal) => {
        concat!(
            "SELECT j.value->>1, (SELECT string_agg(l.list, ';') FROM (",
            "SELECT p.terminal || ':' || string_agg(CAST(p.at - $3 AS TEXT), ',') AS list ",
            "FROM punch p WHERE p.regency_id = $1 AND p.month = CAST(j.value->>0 AS BIGINT) ",
            "AND p.pin = j.value->>1 ",
            $narrowed,
            " AND p.at BETWEEN $3 AND $4 GROUP BY p.terminal) l) FROM {keys}"
        )
    };
}

/// Readings by [`Ranges::narrow`] and by [`Ranges::wide`].
pub(crate) const READINGS_NARROW: &str =
    select_readings!("AND p.terminal = CAST(j.value->>2 AS BIGINT)");
pub(crate) const READINGS_WIDE: &str = select_readings!("");

/// Punches by [`Ranges::narrow`] and by [`Ranges::wide`].
pub(crate) const PUNCHES_NARROW: &str = select_punches!(
    "{keys} CROSS JOIN punch p",
    "AND p.month = CAST(j.value->>0 AS BIGINT) AND p.pin = j.value->>1 \
     AND p.terminal = CAST(j.value->>2 AS BIGINT)"
);
pub(crate) const PUNCHES_WIDE: &str = select_punches!(
    "{keys} CROSS JOIN punch p",
    "AND p.month = CAST(j.value->>0 AS BIGINT) AND p.pin = j.value->>1"
);

/// The readings of a PIN within a month, by terminal.
struct PinReadings {
    pin: String,
    of_terminals: Vec<(i64, Vec<Wall>)>,
}

/// Which ranges of the punch table hold the punches of PINs.
#[derive(Default)]
pub(crate) struct Ranges {
    /// By month, PIN and terminal.
    pub(crate) narrow: Rows,
    /// By month and PIN, over all terminals, also those of other groups.
    pub(crate) wide: Rows,
}

impl Ranges {
    /// Adds a PIN of a group that has these terminals.
    pub(crate) fn add(&mut self, months: &[i64], pin: &str, terminals: &[i64]) {
        for month in months {
            if terminals.len() > TERMINALS_LOOKED_UP_MAX {
                self.wide.row().int(*month).text(pin);
                continue;
            }
            for terminal in terminals {
                self.narrow.row().int(*month).text(pin).int(*terminal);
            }
        }
    }
}

/// The months with punches that touch a span. Of two at most both are taken to have some: looking
/// into an empty one costs less than asking.
pub(crate) async fn months_between(
    connection: &mut Connection,
    regency: i64,
    from: Wall,
    until: Wall,
) -> Result<Vec<i64>, StoreError> {
    let (first, last) = (month_number(from), month_number(until));
    if last - first <= 1 {
        return Ok((first..=last).collect());
    }
    let text = "SELECT DISTINCT month FROM punch_month \
                WHERE regency_id = $1 AND month BETWEEN $2 AND $3";
    connection.rows(text, args![regency, first, last], |row| row.int(0)).await
}

/// The month of a reading; readings beyond the calendar belong to its first or last month.
fn month_number(at: Wall) -> i64 {
    Month::of(at.date()).number().into()
}

fn pin_readings(row: &Row, from: Wall) -> Result<PinReadings, StoreError> {
    let number = |text: &str| -> Result<i64, StoreError> {
        text.parse().map_err(|error| unreadable("reading", error))
    };
    let lists = row.maybe_text(1)?.unwrap_or_default();
    let lists = lists.split(';').filter_map(|list| list.split_once(':'));
    let of_terminals = lists.map(|(terminal, list)| {
        let readings = list.split(',').map(|text| Ok(from.plus_seconds(number(text)?)));
        Ok((number(terminal)?, readings.collect::<Result<_, StoreError>>()?))
    });
    Ok(PinReadings {
        pin: row.text(0)?,
        of_terminals: of_terminals.collect::<Result<_, StoreError>>()?,
    })
}

/// The readings between two, in no order. The database makes the lists: a row a reading would take
/// three times as long.
async fn load_readings(
    connection: &mut Connection,
    regency: i64,
    ranges: Option<Ranges>,
    (from, until): (Wall, Wall),
) -> Result<Vec<PinReadings>, StoreError> {
    let Some(ranges) = ranges else {
        let text = "SELECT p.pin, p.terminal || ':' || string_agg(CAST(p.at - $2 AS TEXT), ',') \
                    FROM punch p WHERE p.regency_id = $1 AND p.month BETWEEN $4 AND $5 \
                    AND p.at BETWEEN $2 AND $3 GROUP BY p.month, p.pin, p.terminal";
        let args = args![regency, from.0, until.0, month_number(from), month_number(until)];
        return connection.rows(text, args, |row| pin_readings(row, from)).await;
    };
    let mut found = Vec::new();
    for (text, rows) in [(READINGS_NARROW, ranges.narrow), (READINGS_WIDE, ranges.wide)] {
        if !rows.is_empty() {
            let args = vec![regency.into(), rows.into_arg(), from.0.into(), until.0.into()];
            found.extend(connection.rows(text, args, |row| pin_readings(row, from)).await?);
        }
    }
    Ok(found)
}

/// The ranges of the PINs of people who are few enough; `None` if all punches are to be read.
async fn ranges_of(
    connection: &mut Connection,
    regency: i64,
    (whom, pins, terminals): (&Whom, &Pins, &Terminals),
    (from, until): (Wall, Wall),
) -> Result<Option<Ranges>, StoreError> {
    if whom.looked_up().is_none() {
        return Ok(None);
    }
    let months = months_between(connection, regency, from, until).await?;
    let groups = terminals.by_group();
    let mut ranges = Ranges::default();
    let mut wide = BTreeSet::new();
    for (group, pin) in pins.keys() {
        let Some(terminals) = groups.get(group) else { continue };
        // The same PIN of two large groups is one range.
        if terminals.len() <= TERMINALS_LOOKED_UP_MAX || wide.insert(pin) {
            ranges.add(&months, pin, terminals);
        }
    }
    Ok(Some(ranges))
}

impl SqlStore {
    pub(super) async fn list_readings(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<PersonPunches>, StoreError> {
        let mut connection = self.read().await?;
        let connection = &mut connection;
        let whom = Whom::find(connection, self.regency, people, from.date(), until.date()).await?;
        let pins = Pins::load(connection, self.regency, &whom).await?;
        let terminals = Terminals::load(connection, self.regency).await?;
        let about = (&whom, &pins, &terminals);
        let ranges = ranges_of(connection, self.regency, about, (from, until)).await?;
        let found = load_readings(connection, self.regency, ranges, (from, until)).await?;

        let mut of_people: HashMap<PersonId, Vec<Wall>> = HashMap::new();
        let found = found.iter().flat_map(|PinReadings { pin, of_terminals }| {
            of_terminals.iter().map(move |(terminal, readings)| (pin, *terminal, readings))
        });
        for (pin, terminal, readings) in found {
            let group = terminals.group(terminal);
            let Some(owners) = group.and_then(|group| pins.owners(group, pin)) else { continue };
            let owners: Vec<_> =
                owners.spans().map(|(from, person)| (Wall::midnight(from), *person)).collect();
            for at in readings {
                if let Some((_, person)) = owners.iter().rev().find(|(from, _)| from <= at) {
                    of_people.entry(*person).or_default().push(*at);
                }
            }
        }
        let sorted: BTreeMap<_, _> =
            of_people.into_iter().filter(|(person, _)| whom.includes(*person)).collect();
        let row = |(person, mut readings): (PersonId, Vec<Wall>)| {
            readings.sort_unstable();
            readings.dedup();
            PersonPunches { person, readings }
        };
        Ok(sorted.into_iter().map(row).collect())
    }

    pub(super) async fn list_punches(
        &self,
        filter: &PunchFilter,
    ) -> Result<Vec<StoredPunch>, StoreError> {
        let mut connection = self.read().await?;
        let connection = &mut connection;
        let PunchFilter { person, terminal, between } = filter;
        let (from, until) = between.unwrap_or((ALWAYS_FROM, ALWAYS_UNTIL));
        let (pins, terminals) = if let Some(person) = person {
            of_person(connection, self.regency, *person).await?
        } else {
            let pins = Pins::load(connection, self.regency, &Whom::All).await?;
            (pins, Terminals::load(connection, self.regency).await?)
        };
        let terminal = match terminal.as_ref().map(|serial| terminals.number(serial)) {
            Some(None) => return Ok(Vec::new()),
            Some(Some(number)) => number,
            None => 0,
        };
        let whom = person.map_or(Whom::All, |person| Whom::These([person].into()));
        let about = (&whom, &pins, &terminals);
        let ranges = ranges_of(connection, self.regency, about, (from, until)).await?;
        let read = |row: &Row| punch(row, &terminals, &pins);
        let mut found: Vec<Option<StoredPunch>> = Vec::new();
        if let Some(ranges) = ranges {
            for (text, rows) in [(PUNCHES_NARROW, ranges.narrow), (PUNCHES_WIDE, ranges.wide)] {
                if !rows.is_empty() {
                    let mut args = vec![self.regency.into(), rows.into_arg()];
                    args.extend(args![from.0, until.0, terminal]);
                    found.extend(connection.rows(text, args, read).await?);
                }
            }
        } else {
            let text = select_punches!("punch p", "AND p.month BETWEEN $2 AND $6");
            let args = args![
                self.regency,
                month_number(from),
                from.0,
                until.0,
                terminal,
                month_number(until)
            ];
            found = connection.rows(text, args, read).await?;
        }
        let mut found: Vec<_> = found.into_iter().flatten().collect();
        found.retain(|punch| person.is_none_or(|of| punch.person == Some(of)));
        found
            .sort_unstable_by(|a, b| (a.at, &a.terminal, &a.pin).cmp(&(b.at, &b.terminal, &b.pin)));
        Ok(found)
    }
}

/// Before and after every reading that a wall can show.
const ALWAYS_FROM: Wall = Wall(-300_000_000_000);
const ALWAYS_UNTIL: Wall = Wall(253_000_000_000);

/// The punch of a row; `None` if it is of a terminal that is not asked about: a PIN that many
/// terminals share is looked up over all of them, also those of other groups.
fn punch(row: &Row, terminals: &Terminals, pins: &Pins) -> Result<Option<StoredPunch>, StoreError> {
    let (pin, terminal, at) = (row.text(0)?, row.int(1)?, Wall(row.int(2)?));
    let Some(serial) = terminals.serial(terminal) else { return Ok(None) };
    let owners = terminals.group(terminal).and_then(|group| pins.owners(group, &pin));
    let day = day_of(at.0.div_euclid(DAY_SECONDS));
    Ok(Some(StoredPunch {
        terminal: serial.clone(),
        terminal_name: terminals.name(terminal).unwrap_or_default().to_owned(),
        person: owners.and_then(|owners| owners.on(day)).copied(),
        pin,
        at,
        zone: Zone(row.number(3, "zone")?),
        status: row.maybe_number(4, "status")?,
        verify: row.maybe_number(5, "way of verifying")?,
        source: row.text(6)?,
        received: row.instant(7)?,
    }))
}

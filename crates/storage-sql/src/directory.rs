//! Who is who: terminals and their groups, PINs and their owners, and which people are meant.

use std::collections::{BTreeSet, HashMap};

use civil::{PersonId, PinGroup, Skpd, TerminalSerial};
use jiff::civil::Date;
use storage::{StoreError, presence::People, timeline::Timeline};

use crate::{
    connection::{Connection, args, day_of},
    json::Rows,
};

/// Above so many people, reading all rows is quicker than looking each of them up.
const LOOKED_UP_MAX: usize = 2_000;

/// The terminals of a regency.
#[derive(Default)]
pub(crate) struct Terminals {
    of_number: HashMap<i64, Place>,
}

/// A terminal as its row says.
struct Place {
    serial: TerminalSerial,
    group: PinGroup,
    name: String,
}

impl Terminals {
    pub(crate) async fn load(
        connection: &mut Connection,
        regency: i64,
    ) -> Result<Self, StoreError> {
        let text = "SELECT id, serial, pin_group, name FROM terminal WHERE regency_id = $1";
        let rows = connection.rows(text, args![regency], |row| {
            let (serial, group) = (row.parsed(1, "terminal")?, row.parsed(2, "PIN group")?);
            Ok((row.int(0)?, Place { serial, group, name: row.text(3)? }))
        });
        Ok(Self { of_number: rows.await?.into_iter().collect() })
    }

    pub(crate) fn serial(&self, number: i64) -> Option<&TerminalSerial> {
        self.of_number.get(&number).map(|place| &place.serial)
    }

    pub(crate) fn name(&self, number: i64) -> Option<&str> {
        self.of_number.get(&number).map(|place| place.name.as_str())
    }

    pub(crate) fn group(&self, number: i64) -> Option<&PinGroup> {
        self.of_number.get(&number).map(|place| &place.group)
    }

    pub(crate) fn number(&self, serial: &TerminalSerial) -> Option<i64> {
        self.of_number.iter().find(|(_, place)| place.serial == *serial).map(|(number, _)| *number)
    }

    /// The terminals of each group.
    pub(crate) fn by_group(&self) -> HashMap<&PinGroup, Vec<i64>> {
        let mut groups: HashMap<_, Vec<i64>> = HashMap::new();
        for (number, place) in &self.of_number {
            groups.entry(&place.group).or_default().push(*number);
        }
        groups
    }
}

/// PINs and whom they mean on which days.
#[derive(Default)]
pub(crate) struct Pins {
    of_group: HashMap<PinGroup, HashMap<String, Timeline<PersonId>>>,
}

/// A mapping as its row says: group, PIN, first day, person.
type Mapped = (PinGroup, String, Date, PersonId);

fn mapped(row: &crate::connection::Row) -> Result<Mapped, StoreError> {
    Ok((row.parsed(0, "PIN group")?, row.text(1)?, row.day(2)?, PersonId(row.int(3)?)))
}

impl Pins {
    /// All PINs that ever meant one of these people, with all their owners.
    pub(crate) async fn load(
        connection: &mut Connection,
        regency: i64,
        whom: &Whom,
    ) -> Result<Self, StoreError> {
        match whom.looked_up() {
            None => {
                let text = "SELECT pin_group, pin, valid_from, person FROM pin \
                            WHERE regency_id = $1 ORDER BY pin_group, pin, valid_from, id";
                Ok(Self::of(connection.rows(text, args![regency], mapped).await?))
            }
            Some(people) => {
                let text = "SELECT pin_group, pin, valid_from, person FROM pin \
                            WHERE regency_id = $1 AND (pin_group, pin) IN \
                            (SELECT q.pin_group, q.pin FROM pin q WHERE q.regency_id = $1 AND \
                            q.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})) \
                            ORDER BY valid_from, id";
                let people = Rows::of_numbers(people.iter().map(|person| person.0));
                let args = vec![regency.into(), people.into_arg()];
                Ok(Self::of(connection.rows(text, args, mapped).await?))
            }
        }
    }

    /// These PINs of groups.
    pub(crate) async fn load_these(
        connection: &mut Connection,
        regency: i64,
        pins: impl IntoIterator<Item = (&PinGroup, &str)>,
    ) -> Result<Self, StoreError> {
        let text = "SELECT DISTINCT p.pin_group, p.pin, p.valid_from, p.person, p.id \
                    FROM {rows} CROSS JOIN pin p WHERE p.regency_id = $1 \
                    AND p.pin_group = j.value->>0 AND p.pin = j.value->>1 \
                    ORDER BY p.valid_from, p.id";
        let mut rows = Rows::new();
        for (group, pin) in pins {
            rows.row().text(group.as_str()).text(pin);
        }
        let args = vec![regency.into(), rows.into_arg()];
        Ok(Self::of(connection.rows(text, args, mapped).await?))
    }

    fn of(rows: impl IntoIterator<Item = Mapped>) -> Self {
        let mut pins = Self::default();
        for (group, pin, from, person) in rows {
            pins.line(group, pin).append(from, person);
        }
        pins
    }

    pub(crate) fn line(&mut self, group: PinGroup, pin: String) -> &mut Timeline<PersonId> {
        self.of_group.entry(group).or_default().entry(pin).or_default()
    }

    /// The owners of a PIN, if it has any.
    pub(crate) fn owners(&self, group: &PinGroup, pin: &str) -> Option<&Timeline<PersonId>> {
        self.of_group.get(group)?.get(pin)
    }

    /// The groups and PINs.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&PinGroup, &str)> {
        self.of_group
            .iter()
            .flat_map(|(group, pins)| pins.keys().map(move |pin| (group, pin.as_str())))
    }
}

/// The PINs that ever meant a person, with all their owners, and the terminals of their groups.
pub(crate) async fn of_person(
    connection: &mut Connection,
    regency: i64,
    person: PersonId,
) -> Result<(Pins, Terminals), StoreError> {
    let text = "SELECT p.pin_group, p.pin, p.valid_from, p.person, t.id, t.serial, t.name \
                FROM pin q JOIN pin p ON p.regency_id = q.regency_id \
                AND p.pin_group = q.pin_group AND p.pin = q.pin \
                JOIN terminal t ON t.regency_id = p.regency_id AND t.pin_group = p.pin_group \
                WHERE q.regency_id = $1 AND q.person = $2 ORDER BY p.valid_from, p.id";
    let rows = connection.rows(text, args![regency, person.0], |row| {
        let of_pin = mapped(row)?;
        let (serial, group) = (row.parsed(5, "terminal")?, of_pin.0.clone());
        Ok((of_pin, (row.int(4)?, Place { serial, group, name: row.text(6)? })))
    });
    // A mapping comes once a terminal: what is known already is not added again.
    let (pins, places): (Vec<_>, HashMap<_, _>) = rows.await?.into_iter().unzip();
    Ok((Pins::of(pins), Terminals { of_number: places }))
}

/// Which people are meant, found out.
pub(crate) enum Whom {
    All,
    These(BTreeSet<PersonId>),
}

impl Whom {
    /// Who is meant when days between two are asked about.
    pub(crate) async fn find(
        connection: &mut Connection,
        regency: i64,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Self, StoreError> {
        match people {
            People::All => Ok(Self::All),
            People::These(these) => Ok(Self::These(these.iter().copied().collect())),
            People::Of(skpd) => {
                let lines = memberships(connection, regency, skpd).await?;
                let members = lines
                    .iter()
                    .filter(|(_, line)| line.any_between(from, until, |of| of == skpd))
                    .map(|(person, _)| *person);
                Ok(Self::These(members.collect()))
            }
        }
    }

    pub(crate) fn includes(&self, person: PersonId) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.contains(&person),
        }
    }

    /// The people, if they are few enough to be looked up one by one.
    pub(crate) fn looked_up(&self) -> Option<&BTreeSet<PersonId>> {
        match self {
            Self::All => None,
            Self::These(these) => (these.len() <= LOOKED_UP_MAX).then_some(these),
        }
    }
}

/// Everybody who ever belonged to the Skpd, with the Skpds of all their days.
pub(crate) async fn memberships(
    connection: &mut Connection,
    regency: i64,
    skpd: &Skpd,
) -> Result<HashMap<PersonId, Timeline<Skpd>>, StoreError> {
    let text = "SELECT person, valid_from, skpd FROM fact WHERE regency_id = $1 AND person IN \
                (SELECT f.person FROM fact f WHERE f.regency_id = $1 AND f.skpd = $2) \
                ORDER BY person, valid_from, id";
    let rows = connection.rows(text, args![regency, skpd.as_str()], |row| {
        Ok((PersonId(row.int(0)?), row.int(1)?, row.parsed::<Skpd>(2, "skpd")?))
    });
    let mut lines: HashMap<_, Timeline<Skpd>> = HashMap::new();
    for (person, from, skpd) in rows.await? {
        lines.entry(person).or_default().append(day_of(from), skpd);
    }
    Ok(lines)
}

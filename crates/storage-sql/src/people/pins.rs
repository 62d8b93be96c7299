//! PINs: whom a number means within a group of terminals, from a day on.

use std::collections::{BTreeMap, BTreeSet};

use civil::{PersonId, PinGroup};
use jiff::{Timestamp, civil::Date};
use storage::{
    StoreError,
    people::PinMapping,
    presence::People,
    timeline::{Change, Span},
};

use crate::{
    SqlStore,
    connection::{Arg, DAY_SECONDS, Row, args, day_number, day_of},
    directory::{Pins, Terminals, Whom},
    json::Rows,
    numbers::Kind,
    presence::{marking::Marks, reading::Ranges},
    writing::Writing,
};

fn mapping(row: &Row) -> Result<PinMapping, StoreError> {
    Ok(PinMapping {
        group: row.parsed(0, "PIN group")?,
        pin: row.text(1)?,
        person: PersonId(row.int(2)?),
        valid_from: row.day(3)?,
    })
}

impl SqlStore {
    pub(super) async fn list_pins(&self, people: &People) -> Result<Vec<PinMapping>, StoreError> {
        let mut connection = self.read().await?;
        let whom = Whom::find(&mut connection, self.regency, people, Date::MIN, Date::MAX).await?;
        if let Some(people) = whom.looked_up() {
            // By the whole key: from a join SQLite makes a scan of all PINs for each person.
            let text = "SELECT pin_group, pin, person, valid_from FROM pin WHERE regency_id = $1 \
                        AND (pin_group, pin) IN (SELECT pin_group, pin FROM pin \
                        WHERE regency_id = $1 AND person IN \
                        (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})) \
                        ORDER BY pin_group, pin, valid_from, id";
            let args = vec![self.regency.into(), super::rows_of(people).into_arg()];
            return connection.rows(text, args, mapping).await;
        }
        let text = "SELECT pin_group, pin, person, valid_from FROM pin WHERE regency_id = $1 \
                    ORDER BY pin_group, pin, valid_from, id";
        let all = connection.rows(text, args![self.regency], mapping).await?;
        let of_one_pin = |a: &PinMapping, b: &PinMapping| a.group == b.group && a.pin == b.pin;
        Ok(all
            .chunk_by(of_one_pin)
            .filter(|line| line.iter().any(|mapping| whom.includes(mapping.person)))
            .flatten()
            .cloned()
            .collect())
    }
}

/// Days on which a PIN means somebody else than before.
struct Handover {
    group: PinGroup,
    pin: String,
    span: Span<PersonId>,
}

/// Adds mappings in order, marks what they change, and tells how many were new.
pub(super) async fn map(
    writing: &mut Writing,
    mappings: &[PinMapping],
    recorded: Timestamp,
) -> Result<u32, StoreError> {
    let keys = mappings.iter().map(|mapping| (&mapping.group, mapping.pin.as_str()));
    let mut pins = Pins::load_these(&mut writing.connection, writing.regency, keys).await?;
    let (mut rows, mut handovers) = (Rows::new(), Vec::new());
    for PinMapping { group, pin, person, valid_from } in mappings {
        let line = pins.line(group.clone(), pin.clone());
        let Change::New(span) = line.append(*valid_from, *person) else { continue };
        rows.row().text(group.as_str()).text(pin).int(day_number(*valid_from));
        rows.int(writing.numbers.next(Kind::Pin)).int(person.0).int(recorded.as_microsecond());
        if span.before != Some(*person) {
            handovers.push(Handover { group: group.clone(), pin: pin.clone(), span });
        }
    }
    let added = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let text = "INSERT INTO pin (regency_id, pin_group, pin, valid_from, id, person, recorded) \
                SELECT $1, j.value->>0, j.value->>1, CAST(j.value->>2 AS BIGINT), \
                CAST(j.value->>3 AS BIGINT), CAST(j.value->>4 AS BIGINT), \
                CAST(j.value->>5 AS BIGINT) FROM {rows}";
    writing.with_rows(text, rows).await?;
    mark_handovers(writing, &handovers).await?;
    Ok(added)
}

/// Marks the days with punches that change their owner, for the new owner by the PIN and for the
/// former one by person.
async fn mark_handovers(writing: &mut Writing, handovers: &[Handover]) -> Result<(), StoreError> {
    if handovers.is_empty() {
        return Ok(());
    }
    let terminals = Terminals::load(&mut writing.connection, writing.regency).await?;
    let months = "SELECT DISTINCT month FROM punch_month WHERE regency_id = $1";
    let months = writing.connection.rows(months, args![writing.regency], |row| row.int(0)).await?;
    let mut of_pin: BTreeMap<(&PinGroup, &str), Vec<&Span<PersonId>>> = BTreeMap::new();
    for Handover { group, pin, span } in handovers {
        of_pin.entry((group, pin)).or_default().push(span);
    }
    let groups = terminals.by_group();
    let mut ranges = Ranges::default();
    for (group, pin) in of_pin.keys() {
        if let Some(terminals) = groups.get(group) {
            ranges.add(&months, pin, terminals);
        }
    }
    let (mut marks, mut lost) = (Marks::default(), BTreeSet::new());
    for (pin, terminal, day) in punch_days(writing, ranges).await? {
        let spans = terminals.group(terminal).and_then(|group| of_pin.get(&(group, pin.as_str())));
        let covers = |span: &&&Span<PersonId>| {
            span.from <= day && span.until.is_none_or(|until| day <= until)
        };
        for span in spans.into_iter().flatten().filter(covers) {
            marks.add(terminal, &pin, day);
            if let Some(former) = span.before {
                lost.insert((former, day));
            }
        }
    }
    marks.write(writing).await?;
    writing.mark_people(lost.into_iter().map(|(person, day)| (person, day, day))).await
}

/// The days with punches in ranges: PIN, terminal, day.
async fn punch_days(
    writing: &mut Writing,
    ranges: Ranges,
) -> Result<Vec<(String, i64, Date)>, StoreError> {
    let narrow = "SELECT DISTINCT p.pin, p.terminal, p.at / $3 FROM {keys} CROSS JOIN punch p \
                  WHERE p.regency_id = $1 AND p.month = CAST(j.value->>0 AS BIGINT) \
                  AND p.pin = j.value->>1 AND p.terminal = CAST(j.value->>2 AS BIGINT)";
    let wide = "SELECT DISTINCT p.pin, p.terminal, p.at / $3 FROM {keys} CROSS JOIN punch p \
                WHERE p.regency_id = $1 AND p.month = CAST(j.value->>0 AS BIGINT) \
                AND p.pin = j.value->>1";
    let mut found = Vec::new();
    for (text, rows) in [(narrow, ranges.narrow), (wide, ranges.wide)] {
        if !rows.is_empty() {
            let args: Vec<Arg> = vec![writing.regency.into(), rows.into_arg(), DAY_SECONDS.into()];
            let days = writing
                .connection
                .rows(text, args, |row| Ok((row.text(0)?, row.int(1)?, day_of(row.int(2)?))));
            found.extend(days.await?);
        }
    }
    Ok(found)
}

//! Terminals.

use std::collections::BTreeMap;

use async_trait::async_trait;
use civil::{PersonId, PinGroup, TerminalSerial, Zone};
use jiff::civil::Date;
use storage::{
    AuditEntry, StoreError,
    terminals::{Approval, Sighting, Terminal, TerminalState, TerminalStore},
};

use crate::{
    SqlStore,
    connection::{Arg, DAY_SECONDS, Row, args, day_of},
    directory::Pins,
    failure::unreadable,
    json::Rows,
    numbers::Kind,
    presence::marking::Marks,
    writing::Writing,
};

/// The columns that [`read`] reads.
macro_rules! select_terminals {
    ($rest:literal) => {
        concat!(
            "SELECT t.serial, t.name, t.skpd, t.pin_group, t.zone, t.state, t.first_seen, ",
            "t.last_seen, t.last_delivery, t.last_request, t.last_info, t.id FROM terminal t ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Terminal, StoreError> {
    let state = row.text(5)?;
    let known = TerminalState::ALL.iter().copied().find(|known| known.code() == state);
    Ok(Terminal {
        serial: row.parsed(0, "terminal")?,
        name: row.text(1)?,
        skpd: row.maybe_parsed(2, "skpd")?,
        group: row.parsed(3, "PIN group")?,
        zone: Zone(row.number(4, "zone")?),
        state: known.ok_or_else(|| unreadable("terminal's state", state))?,
        first_seen: row.maybe_instant(6)?,
        last_seen: row.maybe_instant(7)?,
        last_delivery: row.maybe_instant(8)?,
        last_request: row.text(9)?,
        last_info: row.text(10)?,
    })
}

/// Writes terminals under their numbers, new or not.
pub(crate) async fn put<'t>(
    writing: &mut Writing,
    terminals: impl IntoIterator<Item = (i64, &'t Terminal)>,
) -> Result<(), StoreError> {
    let mut rows = Rows::new();
    for (id, terminal) in terminals {
        let Terminal {
            serial,
            name,
            skpd,
            group,
            zone,
            state,
            first_seen,
            last_seen,
            last_delivery,
            last_request,
            last_info,
        } = terminal;
        rows.row().int(id).text(serial.as_str()).text(name);
        rows.maybe_text(skpd.as_ref().map(civil::Skpd::as_str)).text(group.as_str());
        rows.int(i64::from(zone.0)).text(state.code());
        for instant in [first_seen, last_seen, last_delivery] {
            rows.maybe_int(instant.map(jiff::Timestamp::as_microsecond));
        }
        rows.text(last_request).text(last_info);
    }
    let text = "INSERT INTO terminal (regency_id, id, serial, name, skpd, pin_group, zone, state, \
                first_seen, last_seen, last_delivery, last_request, last_info) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, j.value->>2, j.value->>3, \
                j.value->>4, CAST(j.value->>5 AS BIGINT), j.value->>6, \
                CAST(j.value->>7 AS BIGINT), CAST(j.value->>8 AS BIGINT), \
                CAST(j.value->>9 AS BIGINT), j.value->>10, j.value->>11 \
                FROM {rows} WHERE true ON CONFLICT (regency_id, id) DO UPDATE SET \
                name = excluded.name, skpd = excluded.skpd, pin_group = excluded.pin_group, \
                zone = excluded.zone, state = excluded.state, first_seen = excluded.first_seen, \
                last_seen = excluded.last_seen, last_delivery = excluded.last_delivery, \
                last_request = excluded.last_request, last_info = excluded.last_info";
    writing.with_rows(text, rows).await.map(drop)
}

/// Learns the numbers of terminals; those that are not known yet are registered as waiting.
pub(crate) async fn learn_numbers(
    writing: &mut Writing,
    serials: impl IntoIterator<Item = (&TerminalSerial, Zone)>,
) -> Result<(), StoreError> {
    let missing: BTreeMap<_, _> = serials
        .into_iter()
        .filter(|(serial, _)| !writing.terminals.contains_key(*serial))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let known = these(writing, missing.keys().copied()).await?;
    let mut new = Vec::new();
    for (serial, zone) in missing {
        let id = if let Some((id, _)) = known.get(serial) {
            *id
        } else {
            let id = writing.numbers.next(Kind::Terminal);
            new.push((id, Terminal::unheard(serial.clone(), zone)));
            id
        };
        writing.terminals.insert(serial.clone(), id);
    }
    put(writing, new.iter().map(|(id, terminal)| (*id, terminal))).await
}

/// The terminals that are known of these, with their numbers.
async fn these(
    writing: &mut Writing,
    serials: impl IntoIterator<Item = &TerminalSerial>,
) -> Result<BTreeMap<TerminalSerial, (i64, Terminal)>, StoreError> {
    let text = select_terminals!(
        "WHERE t.regency_id = $1 AND t.serial IN (SELECT j.value->>0 FROM {rows})"
    );
    let serials = Rows::of_texts(serials.into_iter().map(TerminalSerial::as_str));
    let args = vec![writing.regency.into(), serials.into_arg()];
    let found = writing.connection.rows(text, args, |row| Ok((row.int(11)?, read(row)?))).await?;
    Ok(found.into_iter().map(|(id, found)| (found.serial.clone(), (id, found))).collect())
}

async fn note(
    writing: &mut Writing,
    sightings: &[Sighting],
    waiting_max: u32,
) -> Result<(), StoreError> {
    let mut known = these(writing, sightings.iter().map(|sighting| &sighting.serial)).await?;
    let text = "SELECT count(*) FROM terminal WHERE regency_id = $1 AND state = $2";
    let args = args![writing.regency, TerminalState::Waiting.code()];
    let found = writing.connection.rows(text, args, |row| row.int(0)).await?;
    let mut room = i64::from(waiting_max) - found.into_iter().sum::<i64>();
    for sighting in sightings {
        let serial = &sighting.serial;
        if !known.contains_key(serial) {
            if room <= 0 {
                continue;
            }
            room -= 1;
            let id = writing.numbers.next(Kind::Terminal);
            known.insert(serial.clone(), (id, Terminal::new(serial.clone())));
        }
        if let Some((_, terminal)) = known.get_mut(serial) {
            terminal.hear(sighting);
        }
    }
    put(writing, known.values().map(|(id, terminal)| (*id, terminal))).await
}

async fn decide(writing: &mut Writing, approval: &Approval) -> Result<Terminal, StoreError> {
    let known = these(writing, [&approval.serial]).await?.remove(&approval.serial);
    let (id, mut terminal) = known.unwrap_or_else(|| {
        (writing.numbers.next(Kind::Terminal), Terminal::new(approval.serial.clone()))
    });
    let former = terminal.group.clone();
    terminal.decide(approval);
    put(writing, [(id, &terminal)]).await?;
    if terminal.group != former {
        mark_new_owners(writing, id, &former, &terminal.group).await?;
    }
    Ok(terminal)
}

/// Marks the days of a terminal whose PINs mean somebody else in its new group.
async fn mark_new_owners(
    writing: &mut Writing,
    terminal: i64,
    former: &PinGroup,
    present: &PinGroup,
) -> Result<(), StoreError> {
    let text = "SELECT DISTINCT p.pin, p.at / $3 FROM punch p \
                JOIN punch_month m ON m.regency_id = p.regency_id AND m.month = p.month \
                AND m.terminal = p.terminal WHERE p.regency_id = $1 AND p.terminal = $2";
    let args = args![writing.regency, terminal, DAY_SECONDS];
    let days = writing.connection.rows(text, args, |row| Ok((row.text(0)?, row.int(1)?))).await?;
    let keys = days.iter().flat_map(|(pin, _)| [(former, pin.as_str()), (present, pin.as_str())]);
    let pins = Pins::load_these(&mut writing.connection, writing.regency, keys).await?;
    let owner = |group: &PinGroup, pin: &str, day: Date| -> Option<PersonId> {
        pins.owners(group, pin)?.on(day).copied()
    };
    let (mut marks, mut lost) = (Marks::default(), Vec::new());
    for (pin, day) in &days {
        let day = day_of(*day);
        let (before, after) = (owner(former, pin, day), owner(present, pin, day));
        if before != after {
            marks.add(terminal, pin, day);
            lost.extend(before.map(|person| (person, day, day)));
        }
    }
    marks.write(writing).await?;
    writing.mark_people(lost).await
}

#[async_trait]
impl TerminalStore for SqlStore {
    async fn terminal(&self, serial: &TerminalSerial) -> Result<Option<Terminal>, StoreError> {
        let text = select_terminals!("WHERE t.regency_id = $1 AND t.serial = $2");
        let args = args![self.regency, serial.as_str()];
        Ok(self.read().await?.rows(text, args, read).await?.pop())
    }

    async fn terminals(&self) -> Result<Vec<Terminal>, StoreError> {
        let text = select_terminals!("WHERE t.regency_id = $1 ORDER BY t.serial");
        let args: Vec<Arg> = args![self.regency];
        self.read().await?.rows(text, args, read).await
    }

    async fn note_sightings(
        &self,
        sightings: &[Sighting],
        waiting_max: u32,
    ) -> Result<(), StoreError> {
        let sightings = sightings.to_vec();
        self.write(move |writing| {
            Box::pin(async move { note(writing, &sightings, waiting_max).await })
        })
        .await
    }

    async fn decide_terminal(
        &self,
        approval: Approval,
        audit: AuditEntry,
    ) -> Result<Terminal, StoreError> {
        self.write(move |writing| {
            Box::pin(async move {
                let terminal = decide(writing, &approval).await?;
                writing.audit([&audit]).await?;
                Ok(terminal)
            })
        })
        .await
    }
}

//! Punches, quarantine, stale marks and excuses.

pub(crate) mod marking;
mod quarantine;
pub(crate) mod reading;
pub(crate) mod recording;

use async_trait::async_trait;
use civil::{Month, PersonId, Skpd, TerminalSerial, Wall};
use jiff::civil::Date;
use storage::{
    AuditEntry, StoreError,
    presence::{
        Delivery, Excuse, NewExcuse, People, PersonPunches, PresenceStore, PunchFilter,
        Quarantined, Recorded, Repair, StaleMark, StoredPunch, UnknownPin, UnknownPinFilter,
    },
};

use crate::{
    SqlStore,
    connection::{Row, args, day_number},
    desk::DeliveryDeed,
    directory::Whom,
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

/// Excuses that fit; [`excuse`] reads the rows.
macro_rules! select_excuses {
    ($narrowed:literal) => {
        concat!(
            "SELECT id, person, kind, from_day, until_day, minute_from, minute_until, reason, ",
            "recorded FROM excuse WHERE regency_id = $1 AND withdrawn IS NULL AND ",
            $narrowed,
            " ORDER BY person, from_day, id"
        )
    };
}

#[async_trait]
impl PresenceStore for SqlStore {
    async fn record_delivery(
        &self,
        delivery: Delivery,
        audit: AuditEntry,
    ) -> Result<Recorded, StoreError> {
        self.desk().await?.record(DeliveryDeed { delivery, audit }).await
    }

    async fn punches(&self, filter: &PunchFilter) -> Result<Vec<StoredPunch>, StoreError> {
        self.list_punches(filter).await
    }

    async fn punch_count(&self, terminal: Option<&TerminalSerial>) -> Result<u64, StoreError> {
        let text = "SELECT CAST(coalesce(sum(m.punches), 0) AS BIGINT) FROM punch_month m \
                    JOIN terminal t ON t.regency_id = m.regency_id AND t.id = m.terminal \
                    WHERE m.regency_id = $1 AND ($2 = '' OR t.serial = $2)";
        let args = args![self.regency, terminal.map_or("", TerminalSerial::as_str)];
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args, |row| row.number::<u64>(0, "count"));
        Ok(rows.await?.into_iter().sum())
    }

    async fn readings(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<PersonPunches>, StoreError> {
        self.list_readings(people, from, until).await
    }

    async fn quarantine(
        &self,
        skpd: Option<&Skpd>,
        limit: u32,
    ) -> Result<Vec<Quarantined>, StoreError> {
        self.list_quarantine(skpd, limit).await
    }

    async fn quarantined(&self, id: i64) -> Result<Option<Quarantined>, StoreError> {
        self.find_quarantined(id).await
    }

    async fn quarantine_count(&self) -> Result<u64, StoreError> {
        self.count_quarantine().await
    }

    async fn quarantine_by_terminal(&self) -> Result<Vec<(TerminalSerial, u64)>, StoreError> {
        self.count_quarantine_by_terminal().await
    }

    async fn decide_quarantine(
        &self,
        repair: Repair,
        audit: AuditEntry,
    ) -> Result<Option<Recorded>, StoreError> {
        self.write(move |writing| Box::pin(quarantine::decide(writing, repair, audit))).await
    }

    async fn unknown_pins(
        &self,
        filter: &UnknownPinFilter,
        limit: u32,
    ) -> Result<Vec<UnknownPin>, StoreError> {
        self.list_unknown_pins(filter, limit).await
    }

    async fn stale_marks(
        &self,
        people: &People,
        month: Option<Month>,
        limit: u32,
    ) -> Result<Vec<StaleMark>, StoreError> {
        self.list_marks(people, month, limit).await
    }

    async fn stale_count(&self) -> Result<u64, StoreError> {
        self.count_marks().await
    }

    async fn add_excuses(
        &self,
        excuses: &[NewExcuse],
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let excuses = excuses.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let recorded = audit.at.as_microsecond();
                add_excuses(writing, &excuses, recorded).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn excuses(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Excuse>, StoreError> {
        let mut connection = self.read().await?;
        let whom = Whom::find(&mut connection, self.regency, people, from, until).await?;
        let (last, first) = (day_number(until), day_number(from));
        let found = if let Some(people) = whom.looked_up() {
            let text = select_excuses!(
                "from_day <= $3 AND until_day >= $4 \
                 AND person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})"
            );
            let people = Rows::of_numbers(people.iter().map(|person| person.0));
            let mut args = vec![self.regency.into(), people.into_arg()];
            args.extend(args![last, first]);
            connection.rows(text, args, excuse).await?
        } else {
            let text = select_excuses!("from_day <= $2 AND until_day >= $3");
            connection.rows(text, args![self.regency, last, first], excuse).await?
        };
        Ok(found.into_iter().filter(|found| whom.includes(found.excuse.person)).collect())
    }
}

fn excuse(row: &Row) -> Result<Excuse, StoreError> {
    let minute = |index| row.maybe_number(index, "minute of an excuse");
    let excuse = NewExcuse {
        person: PersonId(row.int(1)?),
        kind: row.text(2)?,
        from: row.day(3)?,
        until: row.day(4)?,
        minutes: minute(5)?.zip(minute(6)?),
        reason: row.text(7)?,
    };
    Ok(Excuse { id: row.int(0)?, excuse, recorded: row.instant(8)? })
}

async fn add_excuses(
    writing: &mut Writing,
    excuses: &[NewExcuse],
    recorded: i64,
) -> Result<(), StoreError> {
    let text = select_excuses!("person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})");
    let people = Rows::of_numbers(excuses.iter().map(|excuse| excuse.person.0));
    let args = vec![writing.regency.into(), people.into_arg()];
    let known = writing.connection.rows(text, args, excuse).await?;
    let mut known: std::collections::HashSet<_> =
        known.into_iter().map(|known| known.excuse).collect();
    let (mut rows, mut spans) = (Rows::new(), Vec::new());
    for excuse in excuses {
        if !known.insert(excuse.clone()) {
            continue;
        }
        let NewExcuse { person, kind, from, until, minutes, reason } = excuse;
        rows.row().int(writing.numbers.next(Kind::Excuse)).int(person.0).text(kind);
        rows.int(day_number(*from)).int(day_number(*until));
        rows.maybe_int(minutes.map(|(from, _)| from.into()));
        rows.maybe_int(minutes.map(|(_, until)| until.into())).text(reason).int(recorded);
        spans.push((*person, *from, *until));
    }
    let text = "INSERT INTO excuse (regency_id, id, person, kind, from_day, until_day, \
                minute_from, minute_until, reason, recorded) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                j.value->>2, CAST(j.value->>3 AS BIGINT), CAST(j.value->>4 AS BIGINT), \
                CAST(j.value->>5 AS BIGINT), CAST(j.value->>6 AS BIGINT), j.value->>7, \
                CAST(j.value->>8 AS BIGINT) FROM {rows}";
    writing.with_rows(text, rows).await?;
    writing.mark_people(spans).await
}

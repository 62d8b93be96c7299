//! Keeping deliveries: several at once, by a fixed number of statements.

use std::collections::BTreeMap;

use civil::{Month, Wall};
use storage::{
    StoreError,
    presence::{Delivery, NewPunch, NewQuarantine, Recorded},
};

use crate::{
    connection::Arg, desk::DeliveryDeed, json::Rows, numbers::Kind, presence::marking::Marks,
    terminals::learn_numbers, writing::Writing,
};

/// Bytes of rows that one statement takes.
const STATEMENT_BYTES_MAX: usize = 4 << 20;

/// What became of the deliveries of a batch.
struct Batch<'d> {
    deeds: &'d [&'d DeliveryDeed],
    /// Number of the first; the others follow.
    first: i64,
    /// Numbers of their terminals.
    terminals: Vec<i64>,
    done: Vec<Recorded>,
    marks: Marks,
    /// New punches by terminal and month.
    punches: BTreeMap<(i64, i32), i64>,
}

/// Records deliveries in order and tells what became of each.
pub(crate) async fn record_deliveries(
    writing: &mut Writing,
    deeds: &[&DeliveryDeed],
) -> Result<Vec<Recorded>, StoreError> {
    let serials = deeds.iter().map(|deed| (&deed.delivery.terminal, deed.delivery.zone));
    learn_numbers(writing, serials).await?;
    let number = |delivery: &Delivery| writing.terminals.get(&delivery.terminal).copied();
    let terminals = deeds.iter().filter_map(|deed| number(&deed.delivery)).collect();
    let numbers: Vec<_> = deeds.iter().map(|_| writing.numbers.next(Kind::Delivery)).collect();
    let mut batch = Batch {
        deeds,
        first: numbers.first().copied().unwrap_or_default(),
        terminals,
        done: vec![Recorded::default(); deeds.len()],
        marks: Marks::default(),
        punches: BTreeMap::new(),
    };
    batch.insert_punches(writing).await?;
    batch.insert_quarantine(writing).await?;
    batch.insert_deliveries(writing).await?;
    batch.count_punches(writing).await?;
    std::mem::take(&mut batch.marks).write(writing).await?;
    let new = batch.deeds.iter().zip(&batch.done).filter(|(_, done)| brought_something(done));
    writing.audit(new.map(|(deed, _)| &deed.audit)).await?;
    Ok(batch.done)
}

fn brought_something(done: &Recorded) -> bool {
    done.stored + done.quarantined > 0
}

impl<'d> Batch<'d> {
    /// The deliveries with their numbers and those of their terminals.
    fn deliveries(&self) -> Vec<(i64, i64, &'d Delivery)> {
        let numbered = (self.first..).zip(self.terminals.iter().copied()).zip(self.deeds);
        numbered.map(|((number, terminal), deed)| (number, terminal, &deed.delivery)).collect()
    }

    /// The place in the batch of the delivery with this number.
    fn place(&self, delivery: i64) -> usize {
        usize::try_from(delivery - self.first).unwrap_or(usize::MAX)
    }

    /// What becomes of the delivery with this number.
    fn done(&mut self, delivery: i64) -> Option<&mut Recorded> {
        let place = self.place(delivery);
        self.done.get_mut(place)
    }

    async fn insert_punches(&mut self, writing: &mut Writing) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        for (number, terminal, delivery) in self.deliveries() {
            for punch in &delivery.punches {
                let NewPunch { pin, at, status, verify, line } = punch;
                rows.row().int(Month::of(at.date()).number().into()).text(pin).int(terminal);
                rows.int(at.0).int(delivery.zone.0.into()).maybe_int(status.map(i64::from));
                rows.maybe_int(verify.map(i64::from)).int(number).int((*line).into());
                if rows.size() >= STATEMENT_BYTES_MAX {
                    self.insert_punch_rows(writing, std::mem::take(&mut rows)).await?;
                }
            }
            if let Some(done) = self.done(number) {
                done.known = u32::try_from(delivery.punches.len()).unwrap_or(u32::MAX);
            }
        }
        self.insert_punch_rows(writing, rows).await?;
        for done in &mut self.done {
            done.known -= done.stored;
        }
        Ok(())
    }

    /// Inserts what is not known, and notes from what comes back which those were.
    async fn insert_punch_rows(
        &mut self,
        writing: &mut Writing,
        rows: Rows,
    ) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let text = "INSERT INTO punch (regency_id, month, pin, terminal, at, zone, status, \
                    verify, delivery, line) \
                    SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, \
                    CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT), \
                    CAST(j.value->>4 AS BIGINT), CAST(j.value->>5 AS BIGINT), \
                    CAST(j.value->>6 AS BIGINT), CAST(j.value->>7 AS BIGINT), \
                    CAST(j.value->>8 AS BIGINT) FROM {rows} WHERE true \
                    ON CONFLICT (regency_id, month, pin, terminal, at) DO NOTHING \
                    RETURNING delivery, pin, at";
        let args = vec![writing.regency.into(), rows.into_arg()];
        let new = writing
            .connection
            .rows(text, args, |row| Ok((row.int(0)?, row.text(1)?, Wall(row.int(2)?))));
        for (delivery, pin, at) in new.await? {
            let place = self.place(delivery);
            let (Some(done), Some(terminal)) =
                (self.done.get_mut(place), self.terminals.get(place).copied())
            else {
                continue;
            };
            done.stored += 1;
            let day = at.date();
            self.marks.add(terminal, &pin, day);
            *self.punches.entry((terminal, Month::of(day).number())).or_default() += 1;
        }
        Ok(())
    }

    async fn insert_quarantine(&mut self, writing: &mut Writing) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        for (number, terminal, delivery) in self.deliveries() {
            for line in &delivery.quarantined {
                let NewQuarantine { line, reason, pin, raw, digest } = line;
                let id = writing.numbers.next(Kind::Quarantined);
                rows.row().int(terminal).text(digest).int(id).int(number);
                rows.int((*line).into()).text(reason).maybe_text(pin.as_deref()).bytes(raw);
                if rows.size() >= STATEMENT_BYTES_MAX {
                    self.insert_quarantine_rows(writing, std::mem::take(&mut rows)).await?;
                }
            }
            if let Some(done) = self.done(number) {
                let lines = u32::try_from(delivery.quarantined.len()).unwrap_or(u32::MAX);
                done.quarantined_known = lines;
            }
        }
        self.insert_quarantine_rows(writing, rows).await?;
        for done in &mut self.done {
            done.quarantined_known -= done.quarantined;
        }
        Ok(())
    }

    async fn insert_quarantine_rows(
        &mut self,
        writing: &mut Writing,
        rows: Rows,
    ) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let text = "INSERT INTO quarantine (regency_id, terminal, digest, id, delivery, line, \
                    reason, pin, raw) SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, \
                    CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT), \
                    CAST(j.value->>4 AS BIGINT), j.value->>5, j.value->>6, \
                    substr($3, CAST(j.value->>7 AS INTEGER), CAST(j.value->>8 AS INTEGER)) \
                    FROM {rows} WHERE true \
                    ON CONFLICT (regency_id, terminal, digest) DO NOTHING RETURNING delivery";
        let (rows, bytes) = rows.into_args();
        let args = vec![writing.regency.into(), rows, bytes];
        for delivery in writing.connection.rows(text, args, |row| row.int(0)).await? {
            if let Some(done) = self.done(delivery) {
                done.quarantined += 1;
            }
        }
        Ok(())
    }

    /// Keeps the bytes of deliveries that brought something new.
    async fn insert_deliveries(&self, writing: &mut Writing) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        for ((number, terminal, delivery), done) in self.deliveries().into_iter().zip(&self.done) {
            if !brought_something(done) {
                continue;
            }
            rows.row().int(number).int(terminal).text(delivery.source.code());
            rows.int(delivery.received.as_microsecond()).bytes(&delivery.body);
            if rows.size() >= STATEMENT_BYTES_MAX {
                insert_delivery_rows(writing, std::mem::take(&mut rows)).await?;
            }
        }
        insert_delivery_rows(writing, rows).await
    }

    async fn count_punches(&self, writing: &mut Writing) -> Result<(), StoreError> {
        let mut rows = Rows::new();
        for ((terminal, month), punches) in &self.punches {
            rows.row().int(*terminal).int((*month).into()).int(*punches);
        }
        let text = "INSERT INTO punch_month (regency_id, terminal, month, punches) \
                    SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                    CAST(j.value->>2 AS BIGINT) FROM {rows} WHERE true \
                    ON CONFLICT (regency_id, terminal, month) DO UPDATE SET \
                    punches = punch_month.punches + excluded.punches";
        writing.with_rows(text, rows).await.map(drop)
    }
}

async fn insert_delivery_rows(writing: &mut Writing, rows: Rows) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let text = "INSERT INTO delivery (regency_id, id, terminal, source, received, body) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), j.value->>2, \
                CAST(j.value->>3 AS BIGINT), \
                substr($3, CAST(j.value->>4 AS INTEGER), CAST(j.value->>5 AS INTEGER)) \
                FROM {rows}";
    let (rows, bytes): (Arg, Arg) = rows.into_args();
    writing.connection.execute(text, vec![writing.regency.into(), rows, bytes]).await.map(drop)
}

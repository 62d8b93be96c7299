//! Numbers given to things, each once in a regency: the last of every kind is in the regency's
//! row, which a transaction takes before anything else and writes back at its end.

use storage::StoreError;

use crate::connection::{Connection, args};

/// A kind of thing that is numbered.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Terminal,
    Delivery,
    Quarantined,
    Mark,
    Person,
    Fact,
    Pin,
    Occurrence,
    Excuse,
    Account,
    SignOff,
    Audit,
    Matter,
    /// Details of people, holders of posts, turns of rosters and jobs, in the order of recording.
    Registered,
}

/// How many kinds there are.
const KINDS: usize = 14;

/// The last number given of every kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Numbers([i64; KINDS]);

impl Numbers {
    /// Takes the regency's row until the transaction ends, and reads it.
    pub(crate) async fn take(
        connection: &mut Connection,
        regency: i64,
    ) -> Result<Self, StoreError> {
        let text = "UPDATE regency SET id = id WHERE id = $1 \
                    RETURNING terminals, deliveries, quarantined, marks, people, facts, pins, \
                    occurrences, excuses, accounts, sign_offs, audits, matters, registered";
        let rows = connection.rows(text, args![regency], |row| {
            let mut numbers = Self::default();
            for (index, number) in numbers.0.iter_mut().enumerate() {
                *number = row.int(index)?;
            }
            Ok(numbers)
        });
        let missing = || StoreError::Inconsistent {
            what: "regency",
            reason: "its row is gone from the database; restore a backup".to_owned(),
        };
        rows.await?.pop().ok_or_else(missing)
    }

    /// Writes the numbers back.
    pub(crate) async fn keep(
        &self,
        connection: &mut Connection,
        regency: i64,
    ) -> Result<(), StoreError> {
        let text = "UPDATE regency SET terminals = $2, deliveries = $3, quarantined = $4, \
                    marks = $5, people = $6, facts = $7, pins = $8, occurrences = $9, \
                    excuses = $10, accounts = $11, sign_offs = $12, audits = $13, \
                    matters = $14, registered = $15 WHERE id = $1";
        let mut args = args![regency];
        args.extend(self.0.map(crate::connection::Arg::from));
        connection.execute(text, args).await.map(drop)
    }

    /// The next number of a kind.
    pub(crate) fn next(&mut self, kind: Kind) -> i64 {
        let last = self.0.get_mut(kind as usize).expect("there is a number for every kind");
        *last += 1;
        *last
    }
}

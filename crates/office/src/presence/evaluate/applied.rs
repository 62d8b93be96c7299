//! How the law is applied: when, by what was known, and until which day of the month.

use civil::{Month, Wall, Zone};
use jiff::{Timestamp, civil::Date};
use rules::payout::december::MonthEnd;

use crate::Lawbook;

/// The law as it is applied now: which of it may be paid by, and its version.
#[derive(Clone)]
pub(crate) struct Applied {
    pub(crate) now: Wall,
    /// What became known by this day counts.
    pub(crate) known_by: Date,
    /// Until which day the facts of a month count.
    pub(crate) end: MonthEnd,
    pub(crate) payable: Vec<bool>,
    pub(crate) version: String,
}

impl Applied {
    /// A law as it is applied at an instant.
    pub(crate) fn at(now: Wall, lawbook: &Lawbook, payable: Vec<bool>) -> Self {
        let version = lawbook.version(&payable);
        Self { now, known_by: now.date(), end: MonthEnd::Ordinary, payable, version }
    }

    /// Whether no day of the month that counts is still to come.
    pub(crate) fn is_over(&self, month: Month) -> bool {
        let last = match self.end {
            MonthEnd::Early { counts_until, .. } => counts_until.min(month.last()),
            MonthEnd::Ordinary | MonthEnd::NextYear { .. } => month.last(),
        };
        self.now.date() > last
    }

    /// Days are looked at anew each day until the month is over and its last window closed. What
    /// was computed before this instant may hold days that were not over then.
    pub(crate) fn settled_by(&self, month: Month, zone: Zone) -> Timestamp {
        let closed = Wall::midnight(month.last()).plus_seconds(2 * 86_400);
        Wall::midnight(self.now.date()).min(closed).instant(zone)
    }
}

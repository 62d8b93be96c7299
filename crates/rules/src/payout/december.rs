//! December, which a budget year wants paid before it ends.

use civil::Month;
use jiff::civil::Date;

use crate::{
    day::DayRecord,
    law::{Dated, Law, NotInForce, ProvisionId, payout::CountsFor},
};

/// How a month is paid by the law on December.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthEnd {
    /// As any month: when it is over.
    Ordinary,
    /// Before it is over: days after `counts_until` are taken as worked in full, and what was not
    /// is settled by a supplement (Balangan's way).
    Early {
        /// Last day whose facts count.
        counts_until: Date,
        /// Who says so.
        provision: ProvisionId,
    },
    /// In January, out of the next budget, when all days are known (Pacitan's way).
    NextYear {
        /// First day on which it may be paid.
        pays_from: Date,
        /// Who says so.
        provision: ProvisionId,
    },
}

/// How `month` is paid, by the law of its first day.
///
/// # Errors
///
/// [`NotInForce`] if it is a December and the law is silent on it.
pub fn month_end(law: &Law, month: Month, as_of: Date) -> Result<MonthEnd, NotInForce> {
    if month.month() != 12 {
        return Ok(MonthEnd::Ordinary);
    }
    let first = month.first();
    let value = law.value_on(&law.payout.december, "payout.december", first, as_of)?;
    let provision = value.head().provision;
    let early = |day: i8| Date::new(month.year(), month.month(), day).ok();
    Ok(match (value.rest, value.counts_until_day.and_then(early)) {
        (CountsFor::FullPresence, Some(counts_until)) => {
            MonthEnd::Early { counts_until, provision }
        }
        (CountsFor::FullPresence, None) => MonthEnd::Ordinary,
        (CountsFor::January, _) => {
            MonthEnd::NextYear { pays_from: month.next().first(), provision }
        }
    })
}

impl MonthEnd {
    /// The records that count: a day without one costs nothing, as if worked in full.
    #[must_use]
    pub fn counted(self, days: &[DayRecord]) -> &[DayRecord] {
        match self {
            Self::Ordinary | Self::NextYear { .. } => days,
            Self::Early { counts_until, .. } => {
                let until = days.partition_point(|record| record.date <= counts_until);
                days.get(..until).unwrap_or(days)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, law_with, records};

    #[test]
    fn days_after_the_last_that_counts_cost_nothing() {
        let law = law_with("");
        let days = records(&law, (2, 31), &[], &[], None);
        let early = MonthEnd::Early { counts_until: day(15), provision: ProvisionId(0) };
        let counted = early.counted(&days);
        assert_eq!(counted.last().map(|record| record.date), Some(day(15)));
        assert_eq!(counted.len(), 14);
        assert_eq!(MonthEnd::Ordinary.counted(&days).len(), days.len());
        let next = MonthEnd::NextYear { pays_from: day(1), provision: ProvisionId(0) };
        assert_eq!(next.counted(&days).len(), days.len());
    }
}

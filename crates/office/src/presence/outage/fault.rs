//! What may be wrong with a row of the paper list.

use jiff::civil::Date;

use super::list::Column;
use crate::table::{BadRow, Reason, Row};

/// A row of the list that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOutageRow {
    /// Where it stands, and why in plain words.
    pub row: BadRow,
    /// Why.
    pub fault: OutageFault,
}

/// Why a row cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutageFault {
    /// A cell cannot be read, or nobody has this Nip.
    #[error("{0}")]
    Unreadable(String),
    /// A day outside the outage.
    #[error("{0} is not among the days of the outage")]
    OtherDay(Date),
    /// Somebody of another organisation, or not in service.
    #[error("is not in service in {skpd} on {date}")]
    NotInService {
        /// The organisation of the outage.
        skpd: String,
        /// The day.
        date: Date,
    },
    /// A day without a shift of this person.
    #[error("{0} is no working day of this person; look at the schedule of the month")]
    NoWorkingDay(Date),
    /// The law has no hours for the day.
    #[error("{0}")]
    NoHours(String),
    /// A departure before the arrival.
    #[error("the time of leaving must come after the time of coming")]
    Backwards,
    /// A time to come.
    #[error("a time has not come yet")]
    Ahead,
    /// Whoever decides on the list stands on it.
    #[error(
        "decides on this list, and nobody decides on himself; let this person ask for a correction"
    )]
    Decides,
    /// A person's day that stands there already.
    #[error("is on the list twice for {0}; keep one row")]
    Twice(Date),
}

impl OutageFault {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::OtherDay(_) => "other-day",
            Self::NotInService { .. } => "not-in-service",
            Self::NoWorkingDay(_) => "no-working-day",
            Self::NoHours(_) => "no-hours",
            Self::Backwards => "backwards",
            Self::Ahead => "ahead",
            Self::Decides => "decides",
            Self::Twice(_) => "twice",
        }
    }

    /// What is said of a row for the sake of this column.
    pub(super) fn of(self, row: &Row<'_, Column>, column: Column) -> BadOutageRow {
        BadOutageRow { row: row.bad(column, Reason::verbatim(&self)), fault: self }
    }
}

impl From<BadRow> for BadOutageRow {
    fn from(row: BadRow) -> Self {
        let fault = OutageFault::Unreadable(row.reason.to_string());
        Self { row, fault }
    }
}

//! Many computed months at once, as counting a year needs them: how complete they are, how many
//! days absent they hold, and their days.

use async_trait::async_trait;
use civil::{Month, PersonId};
use jiff::Timestamp;

use crate::StoreError;

/// How complete a month is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthKept {
    /// The month.
    pub month: Month,
    /// People who were asked about and have a result by the law that was asked about.
    pub people: u64,
    /// When the oldest of those results was computed; `None` if there is none.
    pub evaluated: Option<Timestamp>,
    /// Punches in the month, of the whole regency, whoever was asked about.
    pub punches: u64,
}

/// The days of a person in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthDays {
    /// Whose.
    pub person: PersonId,
    /// The month.
    pub month: Month,
    /// Day records, in the fixed form of `rules`.
    pub days: Vec<u8>,
}

/// Results of many months, each question in one statement. Spans of months include both ends;
/// `these` is everybody where it is `None`.
#[async_trait]
pub trait YearStore: Send + Sync {
    /// How complete months are, in order; months with neither result nor punch are left out.
    async fn months_kept(
        &self,
        these: Option<&[PersonId]>,
        span: (Month, Month),
        law_version: &str,
    ) -> Result<Vec<MonthKept>, StoreError>;

    /// People with at least `least` days absent over all these months (at least one), with how
    /// many they have; the most first, then by person.
    async fn absences(
        &self,
        these: Option<&[PersonId]>,
        span: (Month, Month),
        least: u32,
    ) -> Result<Vec<(PersonId, u32)>, StoreError>;

    /// The days of people in a span of months, by person and month.
    async fn days(
        &self,
        these: &[PersonId],
        span: (Month, Month),
    ) -> Result<Vec<MonthDays>, StoreError>;
}

//! What was computed: kept with the law and the facts it was computed from, and thrown away at
//! will.

use async_trait::async_trait;
use civil::{Month, PersonId, Rupiah, Skpd};
use jiff::Timestamp;

use crate::{StoreError, presence::People};

/// A month of a person as computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthResult {
    /// Whose.
    pub person: PersonId,
    /// The month.
    pub month: Month,
    /// Organisation on the last day of service in the month.
    pub skpd: Skpd,
    /// Digest of the law text it was computed by.
    pub law_version: String,
    /// Digest of the facts it was computed from.
    pub facts_digest: String,
    /// When computed.
    pub evaluated: Timestamp,
    /// Day records, in the fixed form of `rules`.
    pub days: Vec<u8>,
    /// Statement, in the fixed form of `rules`.
    pub statement: Vec<u8>,
    /// Tpp before cuts.
    pub gross: Rupiah,
    /// Tpp after cuts.
    pub net: Rupiah,
    /// Days somebody should look at.
    pub problems: u32,
    /// Days absent without a reason, as discipline counts them.
    pub absences: u32,
}

/// Which results to read.
#[derive(Clone, Debug)]
pub struct ResultFilter {
    /// The month.
    pub month: Month,
    /// Whose.
    pub people: ResultPeople,
}

/// Whose results to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultPeople {
    /// Everybody.
    All,
    /// Those whose result belongs to this Skpd.
    Of(Skpd),
    /// These.
    These(Vec<PersonId>),
}

/// Totals of an organisation in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkpdTotals {
    /// Which.
    pub skpd: Skpd,
    /// People with a result.
    pub people: u64,
    /// Days to look at.
    pub problems: u64,
    /// Sum of gross.
    pub gross: Rupiah,
    /// Sum of net.
    pub net: Rupiah,
}

/// Computed months.
#[async_trait]
pub trait ResultStore: Send + Sync {
    /// Replaces the results of these people and months, and clears the marks given. A mark made
    /// after the facts were read has another id and stays. Ten thousand months must take well
    /// under half a second.
    async fn save_months(
        &self,
        results: &[MonthResult],
        cleared_marks: &[i64],
    ) -> Result<(), StoreError>;

    /// Forgets the results of these people in a month, with which there is nothing to compute any
    /// more. Who has none is passed over.
    async fn remove_months(&self, month: Month, people: &[PersonId]) -> Result<(), StoreError>;

    /// Results, by person.
    async fn months(&self, filter: &ResultFilter) -> Result<Vec<MonthResult>, StoreError>;

    /// Totals by organisation.
    async fn month_totals(&self, month: Month) -> Result<Vec<SkpdTotals>, StoreError>;

    /// People whose result for the month is by another law than `law_version`, was computed before
    /// `evaluated_before`, or is of a month in which they are not in service on any day; and people
    /// who are in service on any day of the month and have none. Of a Skpd also those whose result
    /// is kept under it though they do not belong to it on any day of the month.
    async fn months_outdated(
        &self,
        people: &People,
        month: Month,
        law_version: &str,
        evaluated_before: Timestamp,
    ) -> Result<Vec<PersonId>, StoreError>;
}

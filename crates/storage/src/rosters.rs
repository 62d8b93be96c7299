//! Rosters: the turns that people were given, day by day.

use async_trait::async_trait;
use civil::PersonId;
use jiff::civil::Date;

use crate::{AuditEntry, StoreError, presence::People};

/// The turn of a person on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RosterCell {
    /// Whose.
    pub person: PersonId,
    /// The day on which the shift begins.
    pub date: Date,
    /// A letter of the person's pattern, or `-` for a day off; `None` lets the cycle hold again.
    pub turn: Option<String>,
}

/// A turn that changes hands: nothing becomes of it unless it is as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterChange {
    /// What is to hold.
    pub cell: RosterCell,
    /// What the roster was seen to say; `None` if nothing.
    pub seen: Option<String>,
}

/// Rosters. Of several turns recorded for a day the last holds, those withdrawn left out.
#[async_trait]
pub trait RosterStore: Send + Sync {
    /// Appends turns, marks their days stale, and tells how many were new; one that just holds is
    /// known. Of several of one person and day in the list the last holds.
    async fn put_roster(&self, cells: &[RosterCell], audit: AuditEntry) -> Result<u32, StoreError>;

    /// The turns that hold from one day to another, both included, by person and day; where the
    /// cycle holds there is none.
    async fn roster(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<RosterCell>, StoreError>;
}

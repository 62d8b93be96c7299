//! What is kept, as traits; an in-memory store; and the story every store must pass.
//!
//! A store is opened for one regency, and everything it gives or takes belongs to that regency.
//! Lookups return `Option` or an empty list: not finding something is no error. Each method that
//! writes is one transaction, takes the [`AuditEntry`] that explains it, and returns only when
//! the data is on disk.

pub mod access;
pub mod audit;
pub mod closings;
pub mod details;
pub mod error;
pub mod files;
pub mod jobs;
pub mod law;
pub mod matters;
pub mod memory;
pub mod messages;
pub mod organisation;
pub mod people;
pub mod presence;
pub mod results;
pub mod rosters;
#[cfg(any(test, feature = "story"))]
pub mod story;
pub mod terminals;
pub mod timeline;
pub mod years;

pub use audit::AuditEntry;
pub use error::StoreError;
pub use memory::MemoryStore;

use jiff::Timestamp;

/// An instant as stores keep it: to the microsecond.
#[must_use]
pub fn kept(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond())
        .expect("an instant without its nanoseconds is an instant")
}

/// Everything an office keeps, in one place.
pub trait Store:
    access::AccessStore
    + audit::AuditStore
    + closings::ClosingStore
    + details::DetailStore
    + jobs::JobStore
    + law::LawStore
    + matters::MatterStore
    + messages::MessageStore
    + organisation::OrganisationStore
    + people::PeopleStore
    + presence::PresenceStore
    + results::ResultStore
    + rosters::RosterStore
    + terminals::TerminalStore
    + years::YearStore
{
}

impl<T> Store for T where
    T: access::AccessStore
        + audit::AuditStore
        + closings::ClosingStore
        + details::DetailStore
        + jobs::JobStore
        + law::LawStore
        + matters::MatterStore
        + messages::MessageStore
        + organisation::OrganisationStore
        + people::PeopleStore
        + presence::PresenceStore
        + results::ResultStore
        + rosters::RosterStore
        + terminals::TerminalStore
        + years::YearStore
{
}

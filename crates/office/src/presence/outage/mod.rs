//! Settling days of a whole unit whose terminals could not be used: one decision, a paper list.

mod ask;
mod fault;
mod known;
mod list;

pub use ask::{DAYS_MAX, OutageListed, OutageRequest};
pub use fault::{BadOutageRow, OutageFault};
pub use known::KnownOutage;

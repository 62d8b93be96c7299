//! Settling days of a whole unit whose terminals could not be used: one decision, a paper list.

mod ask;
mod list;

pub use ask::{OutageListed, OutageRequest};

//! Correcting a day by a time that no terminal knows.

mod ask;
mod witness;

pub use ask::{CorrectedDay, CorrectionRequest, DAYS_MAX};

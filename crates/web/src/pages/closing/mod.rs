//! Closing the month: of a unit, and of all.

mod overview;
mod unit;

pub use overview::{ClosingRow, Closings};
pub use unit::{
    CheckShown, ClosingPage, ClosingShown, DriftShown, Frozen, NamedPerson, ReopenForm, Severity,
    SignForm, VerifiedShown,
};

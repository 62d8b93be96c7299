//! Apel, ceremonies and the like: who was expected, who was there, who was missed.

mod record;

pub use record::{Attendance, EventRecorded, HeldEvent, MissedPerson};

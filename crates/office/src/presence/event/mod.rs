//! Apel, ceremonies and the like: who was expected, who was there, who was missed.

mod known;
mod record;
mod turnout;

pub use known::{EventKind, KnownEvent};
pub use record::{Attendance, EventFault, EventRecorded, EventTurnout, HeldEvent, MissedPerson};

//! What is done for a whole unit at once: an outage handed in, an event recorded.

mod event;
mod outage;

pub use event::{EventChecked, EventForm, KnownEventRow, PersonLine};
pub use outage::{KnownOutageRow, OutageChecked, OutageForm};

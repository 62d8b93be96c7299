//! Terminals: which may deliver, where they hang, when they were last heard.

mod decide;
mod list;
mod operations;
mod sightings;

pub(crate) use list::SILENT_AFTER;
pub use list::{ListedTerminal, TerminalHealth};
pub use storage::terminals::{Approval, Sighting, Terminal, TerminalState};

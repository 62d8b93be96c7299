//! Terminals.

mod page;
mod terminals;

pub use page::{LastRequest, TerminalPage, TerminalState};
pub use terminals::{
    HealthyTerminal, QuarantinedPunch, SilentTerminal, Terminals, UnknownPin, WaitingTerminal,
};

//! Terminals.

mod page;
mod terminals;

pub use page::{LastRequest, TerminalPage, TerminalState};
pub use terminals::{
    HealthyTerminal, QuarantinedPunch, RefusedTerminal, SilentTerminal, Terminals, UnknownPin,
    WaitingTerminal,
};

//! Leave: what is left of it, and asking for it.

mod ask;
mod balance;

pub use ask::{Checked, CheckedFinding, KindGroup, LeaveAsk, LeaveField, LeaveKinds};
pub use balance::{AheadStep, BalanceAhead, LeaveBalance, LeaveLot, LeaveUse};

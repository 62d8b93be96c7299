//! Leave: what is left of it.

mod balance;

pub use balance::{AheadStep, BalanceAhead, LeaveBalance, LeaveLot, LeaveUse};

//! Leave: what is left of it, and asking for it.

mod ask;
mod balance;
mod typed;

pub(super) use ask::{ask_leave, new_leave};
pub(super) use balance::my_balance;

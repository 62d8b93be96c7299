//! Closing the month: what is left, what people do about it, and where every unit stands.

mod act;
mod overview;
mod parts;
mod show;

pub(super) use act::{close, reopen, sign, supplement};
pub(super) use overview::closings;
pub(super) use show::closing;

//! Requests and decisions.

mod correction;
mod decide;
mod desk;
mod mine;
mod one;
mod row;
pub(super) mod told;

pub(super) use correction::{ask_correction, new_correction, one_day_more};
pub(super) use decide::{decide_listed, decide_one, decisions};
pub(super) use desk::desk;
pub(super) use mine::mine;
pub(super) use one::{appeal, file, one, take_back};
pub(super) use row::stage;

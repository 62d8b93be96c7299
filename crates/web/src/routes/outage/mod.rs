//! The outage of a whole unit: handing in its paper list.

mod ask;
mod typed;

pub(super) use ask::{ask_outage, new_outage};

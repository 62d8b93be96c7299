//! The law of the office: which text, which sign-offs, what holds.

mod lawbook;
mod pack;
mod show;
mod verify;

pub use lawbook::{LawText, Lawbook};
pub(crate) use pack::Unpacked;
pub use show::{LawInForce, ShownProvision};
pub use verify::Verified;

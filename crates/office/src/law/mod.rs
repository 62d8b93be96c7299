//! The law of the office: which text, which sign-offs, what holds.

mod lawbook;
mod show;
mod verify;

pub use lawbook::{LawText, Lawbook};
pub use show::{LawInForce, ShownProvision};
pub use verify::Verified;

//! The law of the office: which text, which sign-offs, what holds.

mod draft;
mod lawbook;
mod pack;
mod show;
mod verify;

pub use draft::{DRAFT_BYTES_MAX, DRAFT_FILES_MAX, DraftFault, DraftFile};
pub use lawbook::{LawText, Lawbook};
pub(crate) use pack::Unpacked;
pub use show::{LawInForce, ShownProvision};
pub use verify::Verified;

//! Matters that people open and others decide, one step after the other: who is asked, what it
//! would change, and what was said.

mod ask;
mod asked;
mod decide;
mod effect;
mod list;
mod posts;

pub(crate) use ask::Asking;
pub use ask::OpenedMatter;
pub use asked::{
    Asked, Cause, CorrectionAsked, LeaveAsked, Link, OutageAsked, OutageRow, SwapAsked,
    SwappedTurn, Witness, WitnessSays,
};
pub(crate) use decide::REASON_CHARS_MAX;
pub use decide::{Decided, Decision, Outcome, Verdict};
pub use effect::{DayChange, MatterChange};
pub use list::{ListedMatter, ListedStep, MatterList, ShownMatter};
pub use posts::{NewPost, Posts};

//! Matters that people open and others decide, one step after the other: who is asked, what it
//! would change, and what was said.

mod ask;
mod asked;
mod decide;
mod effect;
mod inbox;
mod letter;
mod list;
mod mistake;
mod posts;

pub(crate) use ask::Asking;
pub use ask::OpenedMatter;
pub use asked::{
    Asked, Cause, CorrectionAsked, LeaveAsked, Link, OutageAsked, OutageRow, SwapAsked,
    SwappedTurn, Witness, WitnessSays,
};
pub use decide::{Decided, Decision, Outcome, REASON_CHARS_MAX, Verdict};
pub use effect::{DayChange, MatterChange};
pub(crate) use inbox::Inboxes;
pub use inbox::{INBOX_MAX, Inbox};
pub use letter::{MatterLetter, OfficerSays, OfficerVerdict};
pub use list::{Appeal, ListedMatter, ListedStep, MatterList, ShownMatter};
pub use mistake::Mistake;
pub use posts::{NewPost, Posts};

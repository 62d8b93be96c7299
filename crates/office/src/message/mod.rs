//! What there is to tell somebody: in a list, and once a day in a letter or a call.
//!
//! No message is kept. Each follows from what is kept anyway (a matter on a desk, a step on one's
//! own request, a day that looks wrong, a closed month, a silent terminal) and has the instant at
//! which it became true, so "what is new" is a span of time, and the same span gives the same
//! messages again. What is no longer so (a request that somebody decided, a terminal that calls
//! again) is not told at all. Kept are only what a reader chose, how far the reader has looked,
//! and how far digests went: see [`storage::messages`].
//!
//! A digest is about the time from the last one to the reader's hour of a working day. It is
//! noted as told after the carrier took it, never before: after a crash between the two somebody
//! may read it twice, which is better than to miss a deadline. What a carrier does not take stays
//! untold, and the digest of the next working day tells it too.
//!
//! Whoever adds something to tell adds a [`Told`], its words, and a function that finds it beside
//! the others in `find`.

mod courier;
mod find;
mod list;
mod settings;
mod told;

pub use courier::{Carrier, Courier, Digest, Round, Undelivered};
pub(crate) use list::Unread;
pub use list::{ListedMessage, MessageList};
pub use settings::{ChosenSettings, DigestHour, MessageSettings};
pub use storage::messages::Channel;
pub use told::{Destination, Message, Seen, Subordinate, Told, Topic};

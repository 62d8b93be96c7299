//! What is new, and what still holds.

use askama::Template;
use jiff::civil::DateTime;
use words::Phrase;

use crate::{Frame, paths};

/// The messages of the last thirty days, the newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "message/list.html")]
pub struct Messages {
    /// What is around it.
    pub frame: Frame,
    /// How many are new.
    pub unread: u32,
    /// The instant up to which this is all, in microseconds since 1970.
    pub until: i64,
    /// Zone of the times: hours ahead of UTC.
    pub zone: i8,
    /// The messages.
    pub rows: Vec<MessageRow>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct MessageRow {
    /// Since when it is so, local.
    pub at: DateTime,
    /// Whether the reader has not seen it.
    pub new: bool,
    /// What it says.
    pub what: Phrase,
    /// Whom it is about, where that is not the reader.
    pub who: Option<String>,
    /// Where to look.
    pub href: String,
}

//! Who did what.

use askama::Template;
use jiff::civil::DateTime;
use words::Phrase;

use crate::{Frame, paths};

/// The audit log, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "audit/list.html")]
pub struct AuditLog {
    /// What is around it.
    pub frame: Frame,
    /// What was searched for.
    pub search: String,
    /// Zone of the times: hours ahead of UTC.
    pub zone: i8,
    /// The entries.
    pub rows: Vec<AuditRow>,
    /// The newest entries, if these are others.
    pub newest: Option<String>,
    /// The entries before these, if there are any.
    pub older: Option<String>,
}

/// An entry of the log.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// When, local.
    pub at: DateTime,
    /// Who: `audit-who-*`, or an account's name as it is.
    pub who: Phrase,
    /// What was done: `audit-verb-*`, or the verb itself where there are no words for it.
    pub what: Phrase,
    /// On what; may be empty.
    pub about: String,
    /// Details; may be empty.
    pub detail: String,
}

//! Who did what: written in the same transaction as the deed, never changed.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::StoreError;

/// The verb of entries about what was done to a terminal; its entries can be found by subject and
/// detail.
pub const OPERATION: &str = "terminal.operation";

/// One entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who: an account's name, `terminal:SERIAL`, or `command-line:USER`.
    pub actor: String,
    /// The verb of `office`, for example `presence.import_punches`.
    pub verb: &'static str,
    /// On what: a serial, a Nip, a file name.
    pub subject: String,
    /// Details worth keeping, as short text; no secrets.
    pub detail: String,
}

/// An entry as it was read back, with its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAuditEntry {
    /// Place in the log, growing from 1.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// The verb.
    pub verb: String,
    /// On what.
    pub subject: String,
    /// Details.
    pub detail: String,
}

/// Which part of the audit log to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only entries whose [number](StoredAuditEntry::number) is smaller: those older than a page
    /// that was read before. Without it the newest are read.
    pub before: Option<i64>,
    /// Part of the subject or of the details, in which a NIP, a PIN or a serial is named; empty
    /// for all. ASCII letters are found in either case, others as they are written.
    pub subject: String,
    /// How many entries at most.
    pub limit: u32,
}

impl AuditQuery {
    /// The newest entries, at most `limit`.
    #[must_use]
    pub fn newest(limit: u32) -> Self {
        Self { before: None, subject: String::new(), limit }
    }
}

/// The audit log.
#[async_trait]
pub trait AuditStore: Send + Sync {
    /// Appends an entry for a deed that wrote nothing else, such as a refused sign-in.
    async fn append_audit(&self, entry: AuditEntry) -> Result<(), StoreError>;

    /// Appends what terminals tell was done to them, entries of the verb [`OPERATION`], and says
    /// how many were new. Terminals tell it again and again: what the log has already of that
    /// verb, by subject and detail, leaves no second trace.
    async fn append_operations(&self, entries: &[AuditEntry]) -> Result<u32, StoreError>;

    /// The newest entries that the query is about, newest first.
    async fn audit_log(&self, query: &AuditQuery) -> Result<Vec<StoredAuditEntry>, StoreError>;

    /// The newest entries, newest first, at most `limit`.
    async fn audit(&self, limit: u32) -> Result<Vec<StoredAuditEntry>, StoreError> {
        self.audit_log(&AuditQuery::newest(limit)).await
    }
}

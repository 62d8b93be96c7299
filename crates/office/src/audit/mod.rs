//! The audit log, for those who look after the others.

mod list;

pub use storage::audit::{AuditQuery, StoredAuditEntry};

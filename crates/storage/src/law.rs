//! Sign-offs of law values by named officers.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{AuditEntry, StoreError};

/// An officer of the regency vouches for a value of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// Id of the value, as `law show` prints it.
    pub value: String,
    /// Digest of the value's text when it was signed off; another text needs another sign-off.
    pub digest: String,
    /// Nip of the officer.
    pub by: String,
    /// What was read.
    pub basis: String,
    /// When.
    pub at: Timestamp,
}

/// Sign-offs.
#[async_trait]
pub trait LawStore: Send + Sync {
    /// Records sign-offs.
    async fn add_sign_offs(
        &self,
        sign_offs: &[SignOff],
        audit: AuditEntry,
    ) -> Result<(), StoreError>;

    /// All, in order of time.
    async fn sign_offs(&self) -> Result<Vec<SignOff>, StoreError>;
}

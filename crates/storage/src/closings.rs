//! Closed months: statements as they were when they were closed, and the law they rest on.

use async_trait::async_trait;
use civil::{PersonId, Rupiah};

use crate::{
    AuditEntry, StoreError,
    matters::{NewMatter, Opened},
};

/// A statement of a person, frozen by a closing. Its bytes never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Whose.
    pub person: PersonId,
    /// The statement, as `office` writes it.
    pub statement: Vec<u8>,
    /// Tpp before cuts.
    pub gross: Rupiah,
    /// Tpp after cuts.
    pub net: Rupiah,
}

/// The text of the law that a closing rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawText {
    /// Its digest.
    pub version: String,
    /// Its files, as `office` packs them.
    pub text: Vec<u8>,
}

/// Closed months. A closing is a [matter](crate::matters): its steps are its signatures.
#[async_trait]
pub trait ClosingStore: Send + Sync {
    /// Opens a closing together with its statements and the law they rest on, in one transaction;
    /// if its key is taken, nothing is done. A law text that is kept already is not kept again.
    async fn freeze(
        &self,
        closing: &NewMatter,
        law: &LawText,
        statements: &[Frozen],
        audit: AuditEntry,
    ) -> Result<Opened, StoreError>;

    /// The statements of closings, by closing and person.
    async fn frozen(&self, closings: &[i64]) -> Result<Vec<(i64, Frozen)>, StoreError>;

    /// The text of the law of a version, if a closing rests on it.
    async fn law_text(&self, version: &str) -> Result<Option<LawText>, StoreError>;
}

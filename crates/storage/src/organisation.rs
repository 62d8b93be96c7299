//! Organisations of the regency.

use async_trait::async_trait;
use civil::Skpd;

use crate::{AuditEntry, StoreError};

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkpdEntry {
    /// Its code.
    pub code: Skpd,
    /// Its name.
    pub name: String,
}

/// Organisations.
#[async_trait]
pub trait OrganisationStore: Send + Sync {
    /// Registers organisations; a known code gets the new name.
    async fn put_skpds(&self, entries: &[SkpdEntry], audit: AuditEntry) -> Result<(), StoreError>;

    /// All, by code.
    async fn skpds(&self) -> Result<Vec<SkpdEntry>, StoreError>;
}

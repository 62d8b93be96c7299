//! Organisations of the regency.

use storage::organisation::SkpdEntry;

use crate::{Actor, Office, OfficeError, Permission, Scope};

impl Office {
    /// Registers organisations; a known code gets the new name.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn register_skpds(
        &self,
        actor: &Actor,
        entries: &[SkpdEntry],
    ) -> Result<(), OfficeError> {
        actor.require(Permission::KeepPeople, Scope::Regency)?;
        let subject = format!("{} skpd", entries.len());
        let audit = self.audit(actor, "organisation.register_skpds", subject, "");
        Ok(self.store.put_skpds(entries, audit).await?)
    }

    /// Organisations by code. Their names are public.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn skpds(&self) -> Result<Vec<SkpdEntry>, OfficeError> {
        Ok(self.store.skpds().await?)
    }
}

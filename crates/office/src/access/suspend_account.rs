//! Taking an account out of use.

use storage::access::Account;

use super::put_account::username_of;
use crate::{Actor, Office, OfficeError, Permission, Scope};

impl Office {
    /// Suspends an account: its sessions end at once, and it cannot sign in until it is put again.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if there is no such account.
    pub async fn suspend_account(&self, actor: &Actor, username: &str) -> Result<(), OfficeError> {
        actor.require(Permission::KeepAccounts, Scope::Regency)?;
        let not_found = || OfficeError::not_found("account", username);
        let name = username_of(username).ok_or_else(not_found)?;
        let account = self.store.account_by_username(&name).await?.ok_or_else(not_found)?;
        let audit = self.audit(actor, "access.suspend_account", name, "");
        Ok(self.store.put_accounts(&[Account { active: false, ..account }], audit).await?)
    }
}

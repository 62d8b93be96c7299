use async_trait::async_trait;
use jiff::Timestamp;

use super::{MemoryStore, number_after};
use crate::{
    AuditEntry, StoreError,
    access::{AccessStore, Account, Session},
    kept,
};

#[async_trait]
impl AccessStore for MemoryStore {
    async fn put_accounts(
        &self,
        accounts: &[Account],
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for account in accounts {
            let known = state.accounts.get(&account.username).map(|known| known.id);
            let id = known.unwrap_or_else(|| number_after(state.accounts.len()));
            state.sessions.retain(|_, session| session.account != id);
            state.accounts.insert(account.username.clone(), Account { id, ..account.clone() });
        }
        state.audit(audit);
        Ok(())
    }

    async fn account_by_username(&self, username: &str) -> Result<Option<Account>, StoreError> {
        Ok(self.state().accounts.get(username).cloned())
    }

    async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        Ok(self.state().accounts.values().cloned().collect())
    }

    async fn begin_session(&self, session: Session, audit: AuditEntry) -> Result<(), StoreError> {
        let mut state = self.state();
        let session =
            Session { created: kept(session.created), expires: kept(session.expires), ..session };
        let (account, now) = (session.account, session.created);
        state.sessions.retain(|_, old| old.account != account || old.expires > now);
        state.sessions.insert(session.token_digest.clone(), session);
        state.audit(audit);
        Ok(())
    }

    async fn session(
        &self,
        token_digest: &str,
        now: Timestamp,
    ) -> Result<Option<(Session, Account)>, StoreError> {
        let state = self.state();
        let session = state.sessions.get(token_digest).filter(|session| session.expires > now);
        Ok(session.and_then(|session| {
            let account = state
                .accounts
                .values()
                .find(|account| account.id == session.account && account.active)?;
            Some((session.clone(), account.clone()))
        }))
    }

    async fn end_session(&self, token_digest: &str, audit: AuditEntry) -> Result<(), StoreError> {
        let mut state = self.state();
        state.sessions.remove(token_digest);
        state.audit(audit);
        Ok(())
    }
}

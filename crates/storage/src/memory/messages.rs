use async_trait::async_trait;
use jiff::Timestamp;

use super::{MemoryStore, State};
use crate::{
    AuditEntry, StoreError, kept,
    messages::{Channel, MessageStore, ReaderState},
};

impl State {
    fn reader_mut(&mut self, account: i64) -> &mut ReaderState {
        self.readers.entry(account).or_insert_with(|| ReaderState::new(account))
    }
}

#[async_trait]
impl MessageStore for MemoryStore {
    async fn readers(&self) -> Result<Vec<ReaderState>, StoreError> {
        Ok(self.state().readers.values().cloned().collect())
    }

    async fn reader(&self, account: i64) -> Result<Option<ReaderState>, StoreError> {
        Ok(self.state().readers.get(&account).cloned())
    }

    async fn choose(
        &self,
        account: i64,
        settings: &str,
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        settings.clone_into(&mut state.reader_mut(account).settings);
        state.audit(audit);
        Ok(())
    }

    async fn note_looked(&self, account: i64, until: Timestamp) -> Result<(), StoreError> {
        let mut state = self.state();
        let reader = state.reader_mut(account);
        reader.looked = reader.looked.max(Some(kept(until)));
        Ok(())
    }

    async fn note_told(
        &self,
        channel: Channel,
        accounts: &[i64],
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for account in accounts {
            let reader = state.reader_mut(*account);
            let told = match channel {
                Channel::Email => &mut reader.told_by_email,
                Channel::Webhook => &mut reader.told_by_webhook,
            };
            *told = (*told).max(Some(kept(until)));
        }
        Ok(())
    }
}

//! Files that people hand in as proof, known by the digest of their content.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;

use crate::StoreError;

/// Where files are kept: a folder, or memory in tests.
#[async_trait]
pub trait FileStore: Send + Sync {
    /// Keeps a file under the digest of its bytes; one that is there already is left as it is.
    /// It is on disk when this returns.
    async fn put(&self, digest: &str, bytes: &[u8]) -> Result<(), StoreError>;

    /// The file with this digest.
    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Forgets the file with this digest; one that is not there is forgotten already.
    async fn forget(&self, digest: &str) -> Result<(), StoreError>;
}

/// Files in memory, forgotten when it is dropped.
#[derive(Default)]
pub struct MemoryFiles {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

#[async_trait]
impl FileStore for MemoryFiles {
    async fn put(&self, digest: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.entry(digest.to_owned()).or_insert_with(|| bytes.to_vec());
        Ok(())
    }

    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(files.get(digest).cloned())
    }

    async fn forget(&self, digest: &str) -> Result<(), StoreError> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.remove(digest);
        Ok(())
    }
}

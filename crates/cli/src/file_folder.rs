//! Files that people hand in, in a folder of the data: each under the digest of its content, in a
//! folder named by the digest's first two letters.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use storage::{StoreError, files::FileStore};

use crate::opening::private;

/// Letters of a digest in hexadecimal.
const DIGEST_LETTERS: usize = 64;

/// A folder of files.
pub(crate) struct FileFolder {
    root: PathBuf,
}

impl FileFolder {
    /// The folder, which is created with the first file.
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// Where a file lies. A digest is all letters and digits, so that it leads nowhere else.
    fn place(&self, digest: &str) -> Result<PathBuf, StoreError> {
        let good = digest.len() == DIGEST_LETTERS && digest.chars().all(|c| c.is_ascii_hexdigit());
        let part = digest.get(..2).filter(|_| good).ok_or_else(|| StoreError::Inconsistent {
            what: "digest of a file",
            reason: terminal_safe(digest),
        })?;
        Ok(self.root.join(part).join(digest))
    }
}

/// A digest that is none, cut so that it can be told.
fn terminal_safe(digest: &str) -> String {
    digest.chars().take(DIGEST_LETTERS).filter(char::is_ascii_alphanumeric).collect()
}

#[async_trait::async_trait]
impl FileStore for FileFolder {
    async fn put(&self, digest: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let (place, bytes) = (self.place(digest)?, bytes.to_vec());
        in_thread(move || keep(&place, &bytes)).await
    }

    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let place = self.place(digest)?;
        in_thread(move || match fs::read(&place) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        })
        .await
    }

    async fn forget(&self, digest: &str) -> Result<(), StoreError> {
        let place = self.place(digest)?;
        in_thread(move || match fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
        .await
    }
}

/// Writes the whole file beside its place, then puts it there: it is there whole or not at all.
fn keep(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if place.exists() {
        return Ok(());
    }
    let folder = place.parent().unwrap_or(place);
    private::create_folder(folder)?;
    let beside = place.with_extension(format!("new-{}", std::process::id()));
    private::create_file(&beside)?;
    let mut file = fs::OpenOptions::new().write(true).truncate(true).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, place)?;
    fs::File::open(folder)?.sync_all()
}

async fn in_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    let done = done.map_err(|error| StoreError::Unavailable { reason: error.to_string() })?;
    done.map_err(|error| match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Unavailable { reason: format!("a file: {error}") },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_kept_once_and_nothing_outside_the_folder_is_reached() {
        let folder = tempfile::TempDir::new().unwrap();
        let files = FileFolder::new(folder.path().join("files"));
        let digest = "ab".repeat(32);
        assert_eq!(files.get(&digest).await, Ok(None));
        files.put(&digest, b"one").await.unwrap();
        files.put(&digest, b"two").await.unwrap();
        assert_eq!(files.get(&digest).await, Ok(Some(b"one".to_vec())));
        for text in ["", "../../etc/passwd", &"/".repeat(64), &"a".repeat(63)] {
            assert!(files.put(text, b"x").await.is_err(), "{text}");
            assert!(files.get(text).await.is_err(), "{text}");
            assert!(files.forget(text).await.is_err(), "{text}");
        }
        let names = fs::read_dir(folder.path().join("files/ab")).unwrap().count();
        assert_eq!(names, 1, "nothing is left beside it");
        files.forget(&digest).await.unwrap();
        files.forget(&digest).await.unwrap();
        assert_eq!(files.get(&digest).await, Ok(None));
    }
}

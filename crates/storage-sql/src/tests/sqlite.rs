use storage::story;
use tempfile::TempDir;

use crate::SqlStore;

/// A store of a regency in a folder.
async fn open(folder: &TempDir, regency: &str) -> SqlStore {
    let path = folder.path().join("abdi.db");
    let url = format!("sqlite://{}", path.display());
    SqlStore::open(&url, &regency.parse().unwrap()).await.unwrap()
}

#[tokio::test]
async fn sqlite_passes_the_story() {
    let folder = TempDir::new().unwrap();
    story::every_store(async |chapter| open(&folder, chapter).await).await;
    story::two_regencies(&open(&folder, "here").await, &open(&folder, "there").await).await;
}

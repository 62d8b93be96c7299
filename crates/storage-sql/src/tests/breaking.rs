use civil::Zone;
use jiff::Timestamp;
use storage::{
    AuditEntry, StoreError,
    audit::AuditStore as _,
    presence::{Delivery, NewPunch, PresenceStore as _, PunchSource},
};
use tempfile::TempDir;

use crate::{
    SqlStore,
    migration::{MIGRATIONS, Migration},
};

fn path(folder: &TempDir) -> String {
    folder.path().join("abdi.db").to_str().unwrap().to_owned()
}

async fn open(folder: &TempDir) -> Result<SqlStore, StoreError> {
    SqlStore::open(&path(folder), &"contoh".parse().unwrap()).await
}

fn audit() -> AuditEntry {
    AuditEntry {
        at: Timestamp::UNIX_EPOCH,
        actor: "terminal:A1".to_owned(),
        verb: "presence.record_punches",
        subject: "A1".to_owned(),
        detail: String::new(),
    }
}

fn delivery(first: u32, count: u32) -> Delivery {
    let punch = |number: u32| NewPunch {
        pin: format!("{number:08}"),
        at: civil::Wall(1_790_000_000),
        status: None,
        verify: None,
        line: 1,
    };
    Delivery {
        terminal: "A1".parse().unwrap(),
        zone: Zone::WIB,
        source: PunchSource::Push,
        received: Timestamp::UNIX_EPOCH,
        body: vec![b'x'; 3_000],
        punches: (first..first + count).map(punch).collect(),
        quarantined: Vec::new(),
    }
}

#[tokio::test]
async fn a_full_disk_keeps_nothing_of_what_it_refused_and_all_of_what_it_took() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder).await.unwrap();
    store.record_delivery(delivery(0, 10), audit()).await.unwrap();
    store.limit_pages(1).await.unwrap();
    let mut taken = 10;
    let refused = loop {
        match store.record_delivery(delivery(taken, 500), audit()).await {
            Ok(done) => taken += done.stored,
            Err(error) => break error,
        }
        assert!(taken < 100_000, "the limit holds");
    };
    assert_eq!(refused, StoreError::DiskFull);
    assert_eq!(store.punch_count(None).await.unwrap(), u64::from(taken));
    // Several at once are all told the same.
    let both = tokio::join!(
        store.record_delivery(delivery(200_000, 500), audit()),
        store.record_delivery(delivery(300_000, 500), audit()),
    );
    assert_eq!(both, (Err(StoreError::DiskFull), Err(StoreError::DiskFull)));
    store.limit_pages(1_000_000).await.unwrap();
    assert_eq!(store.record_delivery(delivery(taken, 500), audit()).await.unwrap().stored, 500);
    store.close().await;
    let again = open(&folder).await.unwrap();
    assert_eq!(again.punch_count(None).await.unwrap(), u64::from(taken) + 500);
}

#[tokio::test]
async fn an_older_file_is_copied_and_migrated_and_a_newer_one_refused() {
    const NEXT: Migration = Migration {
        name: "0002_next",
        sqlite: "CREATE TABLE next (regency_id BIGINT NOT NULL PRIMARY KEY)",
        postgres: "CREATE TABLE next (regency_id BIGINT NOT NULL PRIMARY KEY)",
    };
    let folder = TempDir::new().unwrap();
    let old = open(&folder).await.unwrap();
    old.record_delivery(delivery(0, 3), audit()).await.unwrap();
    old.close().await;
    let regency = "contoh".parse().unwrap();
    let newer = [MIGRATIONS, &[NEXT]].concat();
    let migrated = SqlStore::open_with(&path(&folder), &regency, &newer).await.unwrap();
    assert_eq!(migrated.punch_count(None).await.unwrap(), 3);
    migrated.close().await;

    let known = i64::try_from(MIGRATIONS.len()).unwrap();
    let copy = format!("{}.v{known}.backup", path(&folder));
    let copy = SqlStore::open(&copy, &regency).await.unwrap();
    assert_eq!(copy.punch_count(None).await.unwrap(), 3, "the copy is of the old version");
    let refused = open(&folder).await.err();
    assert_eq!(refused, Some(StoreError::NewerData { found: known + 1, known }));
}

#[tokio::test]
async fn a_backup_is_a_whole_store_and_replaces_no_file() {
    let folder = TempDir::new().unwrap();
    let store = open(&folder).await.unwrap();
    store.record_delivery(delivery(0, 5), audit()).await.unwrap();
    let to = folder.path().join("copy.db");
    store.backup(&to).await.unwrap();
    assert!(matches!(store.backup(&to).await, Err(StoreError::Unavailable { .. })));
    let regency = "contoh".parse().unwrap();
    let copy = SqlStore::open(to.to_str().unwrap(), &regency).await.unwrap();
    assert_eq!(copy.punch_count(None).await.unwrap(), 5);
    assert_eq!(copy.audit(10).await.unwrap(), store.audit(10).await.unwrap());
    // Readers may still not write, and a closed store says so.
    store.close().await;
    assert!(matches!(store.audit(1).await, Err(StoreError::Unavailable { .. })));
}

#[tokio::test]
async fn what_is_no_database_is_named_as_such() {
    let folder = TempDir::new().unwrap();
    std::fs::write(path(&folder), [b'?'; 8_192]).unwrap();
    let refused = open(&folder).await.err();
    assert!(matches!(refused, Some(StoreError::Inconsistent { what: "database", .. })));
}

//! The audit log, read page by page and searched.

use super::audit;
use crate::{AuditEntry, Store, audit::AuditQuery};

/// Entries are read backwards in pages, and found by a part of what they are about.
pub(super) async fn found_again<S: Store>(store: &S) {
    for (subject, detail) in [
        ("CONTOH0001", "records=9"),
        ("utama 1003", "utama 1003=199001012015032001 from 2026-11-01"),
        ("1_attlog.dat", "lines=40"),
        ("1xattlog.dat", "100 % read!"),
        ("Ürün.csv", "C:\\import\\'x'"),
    ] {
        let entry =
            AuditEntry { subject: subject.to_owned(), detail: detail.to_owned(), ..audit("x.y") };
        store.append_audit(entry).await.expect("audit");
    }
    let found = async |before: Option<i64>, subject: &str, limit| {
        let query = AuditQuery { before, subject: subject.to_owned(), limit };
        let log = store.audit_log(&query).await.expect("audit");
        log.iter().map(|entry| entry.number).collect::<Vec<_>>()
    };
    assert_eq!(found(None, "", 2).await, [5, 4]);
    assert_eq!(found(Some(4), "", 2).await, [3, 2]);
    assert_eq!(found(Some(2), "", 2).await, [1]);
    assert_eq!(found(Some(1), "", 2).await, []);
    assert_eq!(found(None, "", 0).await, []);
    for (part, numbers) in [
        ("contoh0001", &[1][..]),
        ("CONTOH", &[1]),
        ("1003", &[2]),
        ("199001012015032001", &[2]),
        ("1_attlog", &[3]),
        ("ATTLOG", &[4, 3]),
        ("%", &[4]),
        ("!", &[4]),
        ("Ürün", &[5]),
        ("\\import\\'", &[5]),
        ("nowhere", &[]),
    ] {
        assert_eq!(found(None, part, 10).await, numbers, "{part}");
    }
    assert_eq!(found(Some(4), "attlog", 10).await, [3], "a search has pages too");
    assert_eq!(found(None, "attlog", 1).await, [4]);
}

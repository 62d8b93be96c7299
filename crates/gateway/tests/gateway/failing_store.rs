//! A store that fails: a real one, on a full disk and closed.

use std::sync::Arc;

use gateway::Limits;
use storage_sql::SqlStore;

use crate::harness::{Running, punch};

const TARGET: &str = "/iclock/cdata?SN=A1&table=ATTLOG&Stamp=5";

async fn over_sqlite() -> (tempfile::TempDir, Arc<SqlStore>, Running) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("abdi.sqlite");
    let regency = "contoh".parse().expect("a regency");
    let url = path.to_str().expect("the path is text");
    let store = Arc::new(SqlStore::open(url, &regency).await.expect("it opens"));
    let gateway = Running::over(store.clone(), Limits::default()).await;
    gateway.approve("A1").await;
    (folder, store, gateway)
}

fn batch() -> String {
    (0..3_000).map(|n| punch(&format!("{n}"), n % 60)).collect()
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_acknowledged_and_later_all_is() {
    let (_folder, store, gateway) = over_sqlite().await;
    gateway.post(TARGET, &punch("1", 0)).await.is(200, "OK: 1");
    store.limit_pages(1).await.unwrap();
    let answer = gateway.post(TARGET, &batch()).await;
    assert_eq!(answer.status, 503, "{answer:?}");
    assert_eq!(answer.header("retry-after"), Some("30"));
    assert!(!answer.body.contains("OK"), "{answer:?}");
    assert_eq!(gateway.kept("A1").await, 1, "nothing of it was kept");
    let polled = gateway.get("/iclock/getrequest?SN=A1").await;
    polled.is(200, "OK");
    store.limit_pages(1 << 20).await.unwrap();
    gateway.post(TARGET, &batch()).await.is(200, "OK: 3000");
    assert_eq!(gateway.kept("A1").await, 3_001);
}

#[tokio::test]
async fn without_a_store_polls_are_answered_and_punches_are_not_taken() {
    let (_folder, store, gateway) = over_sqlite().await;
    gateway.post(TARGET, &punch("1", 0)).await.is(200, "OK: 1");
    store.close().await;
    // What an auditor is to see is not taken either; what nobody keeps is acknowledged.
    let target = "/iclock/cdata?SN=A1&table=OPERLOG";
    for (code, status) in [(21, 503), (0, 200)] {
        let line = format!("OPLOG {code}\t0\t2026-11-02 07:15:00\t0\t0\t0\t0\n");
        assert_eq!(gateway.post(target, &line).await.status, status, "operation {code}");
    }
    for serial in ["A1", "UNKNOWN"] {
        let target = format!("/iclock/cdata?SN={serial}&table=ATTLOG");
        let answer = gateway.post(&target, &punch("2", 1)).await;
        assert_eq!((answer.status, answer.header("retry-after")), (503, Some("30")), "{answer:?}");
        gateway.get(&format!("/iclock/ping?SN={serial}")).await.is(200, "OK");
    }
    // Its zone is unknown now, and a wrong one would shift its clock.
    let answer = gateway.get("/iclock/cdata?SN=UNKNOWN&options=all").await;
    assert_eq!(answer.status, 503, "{answer:?}");
}

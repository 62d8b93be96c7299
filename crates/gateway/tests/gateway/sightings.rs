//! When terminals were heard is noted in rounds, not at each request.

use std::time::Duration;

use gateway::Limits;
use std::sync::Arc;
use storage::MemoryStore;

use crate::harness::{NOW, Running, punch};

#[tokio::test]
async fn polls_write_nothing_until_the_round_or_the_end() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    gateway.approve("A2").await;
    for _ in 0..20 {
        gateway
            .get("/iclock/getrequest?SN=A1&INFO=Ver%208,25,40,1200,10.0.0.9,10,7,15,0,111")
            .await;
        gateway.get("/iclock/ping?SN=A2").await.is(200, "OK");
    }
    gateway.post("/iclock/cdata?SN=A2&table=ATTLOG", &punch("1", 0)).await.is(200, "OK: 1");
    // The first round of all, at the start, may have come after a poll; that of now has not.
    assert!(!gateway.terminal("A1").await.unwrap().last_request.contains("ping"));
    let store = gateway.stop().await;
    let now = Some(NOW.parse().unwrap());
    let one = store.terminal(&"A1".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!((one.last_seen, one.last_delivery), (now, None));
    assert_eq!(one.last_info, "Ver 8,25,40,1200,10.0.0.9,10,7,15,0,111");
    assert!(one.last_request.starts_with("GET /iclock/getrequest?SN=A1&INFO="), "{one:?}");
    let two = store.terminal(&"A2".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!((two.last_seen, two.last_delivery), (now, now));
}

#[tokio::test]
async fn rounds_come_by_themselves() {
    let every = Limits { sightings_every: Duration::from_millis(20), ..Limits::default() };
    let gateway = Running::within(every).await;
    gateway.approve("A1").await;
    gateway.get("/iclock/ping?SN=A1").await.is(200, "OK");
    let noted = async {
        while gateway.terminal("A1").await.unwrap().last_seen.is_none() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), noted).await.expect("a round came");
}

#[tokio::test]
async fn what_was_done_to_a_terminal_is_kept_without_naming_anybody() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    let body = "OPLOG 21\t4711\t2026-11-02 07:15:00\t0\t0\t0\t0\r\nOPLOG 4\t4711\t2026-11-02 07:16:00\t0\t0\t0\t0\r\n\
        OPLOG 3\t0\t2026-11-02 07:17:00\t55\t0\t0\t0\r\nOPLOG 13\t0\t2026-11-02 07:18:00\t0\t0\t0\t0\r\n";
    gateway.post("/iclock/cdata?SN=A1&table=OPERLOG&OpStamp=1", body).await.is(200, "OK: 4");
    gateway.get("/iclock/getrequest?SN=A1&INFO=Ver%208,1,1,1").await.is(200, "OK");
    let store = gateway.stop().await;
    let info = store.terminal(&"A1".parse().unwrap()).await.unwrap().unwrap().last_info;
    assert_eq!(
        info,
        "Ver 8,1,1,1\noperation=clock_set at=2026-11-02 07:15:00\n\
         operation=alarm at=2026-11-02 07:17:00\noperation=data_cleared at=2026-11-02 07:18:00"
    );
    // Another server goes on from there, and newer info does not wipe it out.
    let gateway = Running::over(store, Limits::default()).await;
    gateway.get("/iclock/getrequest?SN=A1&INFO=Ver%209,1,1,1").await.is(200, "OK");
    let info =
        gateway.stop().await.terminal(&"A1".parse().unwrap()).await.unwrap().unwrap().last_info;
    assert!(info.starts_with("Ver 9,1,1,1\noperation=clock_set"), "{info}");
}

#[tokio::test]
async fn what_was_done_to_a_terminal_is_in_the_audit_log_once_however_often_it_is_told() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    let body = "OPLOG 0\t0\t2026-11-02 07:00:00\t0\t0\t0\t0\nOPLOG 21\t4711\t2026-11-02 07:15:00\t0\t0\t0\t0\n\
        USER PIN=9\tName=Siti\tPri=0\nOPLOG 13\t0\t2026-11-02 07:18:00\t0\t0\t0\t0\n";
    for stamp in 0..3 {
        let target = format!("/iclock/cdata?SN=A1&table=OPERLOG&OpStamp={stamp}");
        gateway.post(&target, body).await.is(200, "OK: 4");
    }
    let log = gateway.stop().await.audit(10).await.unwrap();
    let told: Vec<_> = log
        .iter()
        .filter(|entry| entry.verb == "terminal.operation")
        .map(|entry| (entry.actor.as_str(), entry.subject.as_str(), entry.detail.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("terminal:A1", "A1", "data_cleared at=2026-11-02 07:18:00 by=-"),
            ("terminal:A1", "A1", "clock_set at=2026-11-02 07:15:00 by=4711"),
        ]
    );
}

#[tokio::test]
async fn open_requests_are_answered_before_the_end() {
    let gateway = Running::over(Arc::new(MemoryStore::new()), Limits::default()).await;
    gateway.approve("A1").await;
    let mut client = gateway.connect().await;
    client.send("GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\n\r\n").await;
    client.answer().await.unwrap().is(200, "OK");
    let mut open = gateway.connect().await;
    let body = punch("1", 0);
    open.send(format!(
        "POST /iclock/cdata?SN=A1&table=ATTLOG HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n",
        body.len()
    ))
    .await;
    // The gateway has the head once it has answered another request that came later.
    gateway.get("/iclock/ping?SN=A1").await.is(200, "OK");
    let stopping = tokio::spawn(gateway.stop());
    assert!(client.ends().await, "who is idle is let go at once");
    open.send(body).await;
    open.answer().await.unwrap().is(200, "OK: 1");
    stopping.await.unwrap();
}

//! A terminal nobody has approved stays on line and keeps its punches.

use office::terminal::TerminalState;

use crate::harness::{Running, punch};

const PUNCHES: &str = "/iclock/cdata?SN=NEW1&table=ATTLOG&Stamp=9999";

#[tokio::test]
async fn an_unknown_terminal_waits_and_keeps_its_punches() {
    let gateway = Running::in_memory().await;
    let block = gateway.get("/iclock/cdata?SN=NEW1&options=all&pushcommkey=5ec7e7").await;
    assert!(block.status == 200 && block.body.starts_with("GET OPTION FROM: NEW1\n"), "{block:?}");
    let waiting = gateway.terminal("NEW1").await.expect("it is noted at once");
    assert_eq!(waiting.state, TerminalState::Waiting);
    assert!(
        waiting.last_request.starts_with("GET /iclock/cdata?SN=NEW1&options=all&pushcommkey=***")
    );
    assert!(!waiting.last_request.contains("5ec7e7"), "a secret is not kept");

    let answer = gateway.post(PUNCHES, &punch("1", 0)).await;
    assert_eq!(answer.status, 403);
    assert!(answer.body.contains("waits for approval"), "{answer:?}");
    assert_eq!(
        gateway
            .post("/iclock/cdata?SN=NEW1&table=OPERLOG", "OPLOG 21\t0\t2026-11-02 07:00:00")
            .await
            .status,
        403
    );
    assert_eq!(gateway.kept("NEW1").await, 0);
    assert_eq!(gateway.store.quarantine_count().await.unwrap(), 0);
}

#[tokio::test]
async fn a_punch_from_nowhere_makes_a_waiting_terminal_and_no_punch() {
    let gateway = Running::in_memory().await;
    assert_eq!(gateway.post(PUNCHES, &punch("1", 0)).await.status, 403);
    assert_eq!(gateway.terminal("NEW1").await.unwrap().state, TerminalState::Waiting);
    assert_eq!(gateway.kept("NEW1").await, 0);
}

#[tokio::test]
async fn an_approval_by_another_program_is_effective_at_once() {
    let gateway = Running::in_memory().await;
    let mut client = gateway.connect().await;
    for _ in 0..3 {
        client.send(crate::harness::post(PUNCHES, &punch("1", 0))).await;
        assert_eq!(client.answer().await.unwrap().status, 403);
    }
    // Straight into the store, as another process does.
    gateway.approve("NEW1").await;
    client.send(crate::harness::post(PUNCHES, &punch("1", 0))).await;
    client.answer().await.unwrap().is(200, "OK: 1");
    assert_eq!(gateway.kept("NEW1").await, 1);
}

#[tokio::test]
async fn a_refusal_is_effective_once_the_approval_is_old() {
    let limits = gateway::Limits {
        approval_age_max: std::time::Duration::ZERO,
        ..gateway::Limits::default()
    };
    let gateway = Running::within(limits).await;
    gateway.approve("NEW1").await;
    gateway.post(PUNCHES, &punch("1", 0)).await.is(200, "OK: 1");
    gateway.decide("NEW1", TerminalState::Refused).await;
    let answer = gateway.post(PUNCHES, &punch("2", 1)).await;
    assert_eq!((answer.status, answer.body.contains("refused")), (403, true), "{answer:?}");
    assert_eq!(gateway.kept("NEW1").await, 1);
    let block = gateway.get("/iclock/cdata?SN=NEW1&options=all").await.body;
    assert!(block.starts_with("GET OPTION FROM: NEW1\n"), "the handshake is answered all the same");
}

#[tokio::test]
async fn the_zone_of_an_approved_terminal_is_told() {
    use civil::Zone;
    use office::{Actor, terminal::Approval};
    let gateway = Running::in_memory().await;
    let approval = Approval {
        serial: "TIMUR".parse().unwrap(),
        state: TerminalState::Approved,
        name: None,
        skpd: None,
        group: None,
        zone: Some(Zone::WIT),
    };
    gateway.office.decide_terminal(&Actor::command_line("test"), approval).await.unwrap();
    let block = gateway.get("/iclock/cdata?SN=TIMUR&options=all").await.body;
    assert!(block.contains("\nTimeZone=9\n"), "{block}");
    gateway.get("/iclock/cdata?SN=TIMUR&type=time").await.is(200, "Time=2026-11-02T10:00:00+09:00");
}

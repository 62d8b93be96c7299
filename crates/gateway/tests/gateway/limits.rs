//! Nothing comes in without a limit. These limits are small, so that the tests are quick.

use std::time::Duration;

use gateway::Limits;

use crate::harness::{Running, post, punch};

const TARGET: &str = "/iclock/cdata?SN=A1&table=ATTLOG";

#[tokio::test]
async fn a_large_body_is_taken_and_a_larger_one_is_not() {
    let gateway = Running::within(Limits { body_bytes_max: 100_000, ..Limits::default() }).await;
    gateway.approve("A1").await;
    let line = punch("1", 0).len();
    let body: String = (0..100_000 / line).map(|n| punch(&format!("{}", n % 10), 0)).collect();
    gateway.post(TARGET, &body).await.is(200, &format!("OK: {}", body.lines().count()));
    let before = gateway.kept("A1").await;

    let larger = body.clone() + &punch("77", 9) + &punch("78", 9);
    assert!(larger.len() > 100_000);
    assert_eq!(gateway.post(TARGET, &larger).await.status, 413);
    let chunked = format!(
        "POST {TARGET} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{larger}\r\n0\r\n\r\n",
        larger.len()
    );
    assert_eq!(gateway.ask(chunked).await.status, 413);
    let announced = "POST /iclock/cdata?SN=A1&table=ATTLOG HTTP/1.1\r\nHost: x\r\nContent-Length: 99000000000\r\n\r\n";
    assert_eq!(gateway.ask(announced).await.status, 413);
    assert_eq!(gateway.kept("A1").await, before, "nothing of them is kept");
}

#[tokio::test]
async fn heads_are_limited_in_size_and_number() {
    let limits = Limits { head_bytes_max: 4_096, headers_max: 8, ..Limits::default() };
    let gateway = Running::within(limits).await;
    let headers = "X-Y: z\r\n".repeat(9);
    let answer = gateway.ask(format!("GET /iclock/ping?SN=A1 HTTP/1.1\r\n{headers}\r\n")).await;
    assert_eq!(answer.status, 431, "{answer:?}");
    let long = "y".repeat(5_000);
    let answer = gateway.ask(format!("GET /iclock/ping?SN=A1 HTTP/1.1\r\nX: {long}\r\n\r\n")).await;
    assert_eq!(answer.status, 431, "{answer:?}");
    let mut client = gateway.connect().await;
    client.send(format!("GET /iclock/ping?SN={long}{long} HTTP/1.1\r\n\r\n")).await;
    let answer = client.answer().await.expect("an answer");
    assert!(answer.status >= 400, "{answer:?}");
}

fn impatient() -> Limits {
    let (short, long) = (Duration::from_millis(60), Duration::from_mins(1));
    Limits { idle_timeout: short, body_timeout: long, stall_timeout: short, ..Limits::default() }
}

#[tokio::test]
async fn who_says_nothing_is_let_go() {
    let gateway = Running::within(impatient()).await;
    let mut silent = gateway.connect().await;
    assert!(silent.ends().await);
    let mut slow = gateway.connect().await;
    slow.send("GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost:").await;
    assert_eq!(slow.answer().await.map(|answer| answer.status), None);
    let mut idle = gateway.connect().await;
    idle.send("GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\n\r\n").await;
    idle.answer().await.unwrap().is(200, "OK");
    assert!(idle.ends().await);
}

#[tokio::test]
async fn a_body_that_stops_coming_is_not_taken() {
    let gateway = Running::within(impatient()).await;
    gateway.approve("A1").await;
    let mut client = gateway.connect().await;
    client
        .send(format!(
            "POST {TARGET} HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{}",
            punch("1", 0)
        ))
        .await;
    assert_eq!(client.answer().await, None);
    assert_eq!(gateway.kept("A1").await, 0);
}

#[tokio::test]
async fn a_body_that_trickles_is_not_taken() {
    let limits = Limits {
        body_timeout: Duration::from_millis(60),
        stall_timeout: Duration::from_mins(1),
        ..Limits::default()
    };
    let gateway = Running::within(limits).await;
    gateway.approve("A1").await;
    let mut client = gateway.connect().await;
    client
        .send(format!(
            "POST {TARGET} HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{}",
            punch("1", 0)
        ))
        .await;
    assert_eq!(client.answer().await, None);
    assert_eq!(gateway.kept("A1").await, 0);
}

#[tokio::test]
async fn whoever_takes_no_answers_is_let_go() {
    let gateway = Running::within(Limits { connections_max: 1, ..impatient() }).await;
    let mut greedy = gateway.connect().await;
    let asks = "GET /iclock/cdata?SN=A1&options=all HTTP/1.1\r\nHost: x\r\n\r\n".repeat(64);
    // Sends until the gateway can send no more and stops reading; then it is cut, and sending fails.
    let sends = async { while greedy.try_send(&asks).await {} };
    tokio::time::timeout(Duration::from_secs(20), sends).await.expect("it is cut");
    gateway.get("/iclock/ping?SN=A1").await.is(200, "OK");
}

#[tokio::test]
async fn connections_beyond_the_limit_wait_for_their_turn() {
    let gateway = Running::within(Limits { connections_max: 1, ..Limits::default() }).await;
    let mut first = gateway.connect().await;
    first.send("GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\n\r\n").await;
    first.answer().await.unwrap().is(200, "OK");
    let mut second = gateway.connect().await;
    second.send(post("/iclock/devicecmd?SN=A1", "ID=1&Return=0&CMD=INFO")).await;
    let waiting = tokio::time::timeout(Duration::from_millis(100), second.answer()).await;
    assert!(waiting.is_err(), "{waiting:?}");
    drop(first);
    second.answer().await.unwrap().is(200, "OK");
}

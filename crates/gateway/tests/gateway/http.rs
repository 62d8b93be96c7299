//! The ways terminals speak HTTP.

use crate::harness::{Running, post, punch};

const TARGET: &str = "/iclock/cdata?SN=A1&table=ATTLOG&Stamp=9999";

async fn approved() -> Running {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    gateway
}

#[tokio::test]
async fn http_1_0_is_answered_and_ended() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    let body = punch("1", 0);
    client
        .send(format!("POST {TARGET} HTTP/1.0\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
        .await;
    client.answer().await.unwrap().is(200, "OK: 1");
    assert!(client.ends().await);
}

#[tokio::test]
async fn records_without_a_length_are_not_said_to_be_taken() {
    let gateway = approved().await;
    for version in ["1.0", "1.1"] {
        let mut client = gateway.connect().await;
        let head = format!("POST {TARGET} HTTP/{version}\r\nHost: x\r\nConnection: close\r\n\r\n");
        client.send(format!("{head}{}", punch("1", 0))).await;
        let answer = client.answer().await.unwrap();
        assert_eq!(answer.status, 411, "{answer:?}");
    }
    assert_eq!(gateway.kept("A1").await, 0);
    // What carries no records needs no length.
    let mut client = gateway.connect().await;
    client.send("POST /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\n\r\n").await;
    client.answer().await.unwrap().is(200, "OK");
}

#[tokio::test]
async fn http_1_0_may_keep_the_connection() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    for second in 0..3 {
        let body = punch("1", second);
        client
            .send(format!(
                "POST {TARGET} HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            ))
            .await;
        let answer = client.answer().await.unwrap();
        answer.is(200, "OK: 1");
        assert!(answer.header("connection").unwrap().eq_ignore_ascii_case("keep-alive"));
    }
    assert_eq!(gateway.kept("A1").await, 3);
}

#[tokio::test]
async fn connections_are_kept_or_closed_as_asked() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    for connection in ["keep-alive", "starting"] {
        client
            .send(format!(
                "GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\nConnection: {connection}\r\n\r\n"
            ))
            .await;
        client.answer().await.unwrap().is(200, "OK");
    }
    client.send("GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    client.answer().await.unwrap().is(200, "OK");
    assert!(client.ends().await);
}

#[tokio::test]
async fn a_body_may_wait_for_leave() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    let body = punch("1", 0);
    let length = body.len();
    client
        .send(format!("POST {TARGET} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {length}\r\n\r\n"))
        .await;
    assert_eq!(client.head().await.unwrap(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send(body).await;
    client.answer().await.unwrap().is(200, "OK: 1");
}

#[tokio::test]
async fn chunked_bodies_are_read_whole() {
    let gateway = approved().await;
    let (one, two) = (punch("1", 0), punch("2", 1));
    let mut client = gateway.connect().await;
    client
        .send(format!("POST {TARGET} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"))
        .await;
    client
        .send(format!("{:x}\r\n{one}\r\n{:x};x=y\r\n{two}\r\n0\r\n\r\n", one.len(), two.len()))
        .await;
    client.answer().await.unwrap().is(200, "OK: 2");
    assert_eq!(gateway.kept("A1").await, 2);
}

#[tokio::test]
async fn a_body_cut_short_is_not_acknowledged_and_not_kept() {
    let gateway = approved().await;
    let whole = punch("1", 0) + &punch("2", 1);
    let cut = [
        // The announced length never comes.
        format!(
            "POST {TARGET} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}",
            whole.len(),
            punch("1", 0)
        ),
        // The last chunk is missing, and half of one.
        format!(
            "POST {TARGET} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{whole}\r\n",
            whole.len()
        ),
        format!(
            "POST {TARGET} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n1\t2026",
            whole.len()
        ),
        format!("POST {TARGET} HTTP/1.0\r\nContent-Length: {}\r\n\r\n", whole.len()),
    ];
    for request in cut {
        let mut client = gateway.connect().await;
        client.send(&request).await;
        client.end().await;
        assert_eq!(client.answer().await, None, "{request:?}");
    }
    assert_eq!(gateway.kept("A1").await, 0);
    gateway.post(TARGET, &whole).await.is(200, "OK: 2");
}

#[tokio::test]
async fn a_terminal_that_ends_its_side_is_answered() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    client.send(post(TARGET, &punch("1", 0))).await;
    client.end().await;
    client.answer().await.unwrap().is(200, "OK: 1");
}

#[tokio::test]
async fn requests_sent_ahead_are_answered_in_order() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    let (one, two) =
        (post(TARGET, &punch("1", 0)), post(TARGET, &(punch("2", 1) + &punch("3", 2))));
    client.send(format!("{one}GET /iclock/ping?SN=A1 HTTP/1.1\r\nHost: x\r\n\r\n{two}")).await;
    for said in ["OK: 1", "OK", "OK: 2"] {
        client.answer().await.unwrap().is(200, said);
    }
    assert_eq!(gateway.pins().await, ["1", "2", "3"]);
}

#[tokio::test]
async fn bytes_that_come_one_by_one_make_a_request() {
    let gateway = approved().await;
    let mut client = gateway.connect().await;
    for byte in post(TARGET, &punch("1", 0)).bytes() {
        client.send([byte]).await;
    }
    client.answer().await.unwrap().is(200, "OK: 1");
}

#[tokio::test]
async fn what_is_no_http_harms_nobody() {
    let gateway = approved().await;
    for rubbish in ["\0\0\0\0", "PP\u{82}}\u{8}\0\0\0", "GET\r\n\r\n", "POST / HTTP/9.9\r\n\r\n"] {
        let mut client = gateway.connect().await;
        client.send(rubbish).await;
        client.end().await;
        let answer = client.answer().await;
        assert!(answer.as_ref().is_none_or(|answer| answer.status >= 400), "{answer:?}");
    }
    gateway.get("/iclock/ping?SN=A1").await.is(200, "OK");
}

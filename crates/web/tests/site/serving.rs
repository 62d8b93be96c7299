//! The pages on a real socket: nobody can hold the port, and it ends when it is told to.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};
use web::{Limits, Site};

use crate::office::office;

/// What must come comes long before; what must not come would be there by then.
const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(80);

const SIGN_IN: &str = "GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n";

/// Half of a form.
const HALF: &str = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\
    Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=s";

/// Limits that no test comes near.
fn patient() -> Limits {
    let day = Duration::from_hours(24);
    Limits {
        waiting_timeout: day,
        idle_timeout: day,
        body_timeout: day,
        upload_timeout: day,
        stall_timeout: day,
        drain_timeout: day,
        ..Limits::default()
    }
}

struct Running {
    address: SocketAddr,
    end: oneshot::Sender<()>,
    done: JoinHandle<()>,
}

impl Running {
    async fn within(limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let (end, ended) = oneshot::channel::<()>();
        let site = Site::new(office().await);
        let done = tokio::spawn(web::serve(listener, site, limits, async {
            let _ = ended.await;
        }));
        Self { address, end, done }
    }

    async fn connect(&self) -> Client {
        Client(TcpStream::connect(self.address).await.expect("the port is open"))
    }

    /// Whether it ends once it is told to.
    async fn ends(self) -> bool {
        self.end.send(()).expect("it runs");
        timeout(LONG, self.done).await.is_ok_and(|done| done.is_ok())
    }
}

struct Client(TcpStream);

impl Client {
    async fn say(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.expect("the connection is open");
    }

    /// The next that comes; empty at the end of the connection.
    async fn hears(&mut self) -> String {
        let mut bytes = vec![0; 64 * 1024];
        let read = timeout(LONG, self.0.read(&mut bytes)).await.expect("something comes");
        bytes.truncate(read.unwrap_or(0));
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Everything until the connection ends.
    async fn hears_to_the_end(&mut self) -> String {
        let mut bytes = Vec::new();
        // A connection may also be cut.
        let _ = timeout(LONG, self.0.read_to_end(&mut bytes)).await.expect("it ends");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

#[tokio::test]
async fn who_says_nothing_or_half_a_head_is_let_go() {
    let port = Running::within(Limits { idle_timeout: SHORT, ..patient() }).await;
    let mut silent = port.connect().await;
    assert_eq!(silent.hears_to_the_end().await, "");
    let mut slow = port.connect().await;
    slow.say("GET /sign-in HTTP/1.1\r\nHost:").await;
    assert!(!slow.hears_to_the_end().await.contains("200 OK"));
    let mut kept = port.connect().await;
    kept.say(SIGN_IN).await;
    assert!(kept.hears_to_the_end().await.starts_with("HTTP/1.1 200 OK"));
    assert!(port.ends().await);
}

#[tokio::test]
async fn a_form_that_does_not_come_is_refused() {
    let port = Running::within(Limits { body_timeout: SHORT, ..patient() }).await;
    let mut client = port.connect().await;
    client.say(HALF).await;
    let heard = client.hears_to_the_end().await;
    assert!(heard.starts_with("HTTP/1.1 400"), "{heard}");
    assert!(port.ends().await);
}

#[tokio::test]
async fn who_takes_no_answer_is_let_go() {
    let port = Running::within(Limits { stall_timeout: SHORT, connections_max: 1, ..patient() });
    let port = port.await;
    let mut deaf = port.connect().await;
    // Answers of many MiB, which no buffer of the system takes.
    let _ = timeout(LONG, deaf.0.write_all(SIGN_IN.repeat(20_000).as_bytes())).await;
    let mut next = port.connect().await;
    next.say(SIGN_IN).await;
    assert!(next.hears().await.starts_with("HTTP/1.1 200 OK"), "the only slot is free again");
    drop((deaf, next));
    assert!(port.ends().await);
}

#[tokio::test]
async fn beyond_the_limit_a_connection_waits_and_is_then_refused() {
    let limits = Limits { connections_max: 2, waiting_timeout: SHORT, ..patient() };
    let port = Running::within(limits).await;
    let mut holders = Vec::new();
    for _ in 0..2 {
        let mut holder = port.connect().await;
        holder.say(SIGN_IN).await;
        assert!(holder.hears().await.starts_with("HTTP/1.1 200 OK"));
        holders.push(holder);
    }
    let mut third = port.connect().await;
    third.say(SIGN_IN).await;
    let heard = third.hears_to_the_end().await;
    assert!(heard.starts_with("HTTP/1.1 503"), "{heard}");
    assert!(heard.contains("Retry-After"), "{heard}");
    drop(holders);
    assert!(port.ends().await);
}

#[tokio::test]
async fn who_waits_is_answered_once_there_is_room() {
    let port = Running::within(Limits { connections_max: 1, waiting_max: 1, ..patient() }).await;
    let mut holder = port.connect().await;
    holder.say(SIGN_IN).await;
    assert!(holder.hears().await.starts_with("HTTP/1.1 200 OK"));
    // One waits in the process, one in the queue of the system.
    let (mut second, mut third) = (port.connect().await, port.connect().await);
    second.say(SIGN_IN).await;
    third.say(SIGN_IN).await;
    drop(holder);
    assert!(second.hears().await.starts_with("HTTP/1.1 200 OK"));
    drop(second);
    assert!(third.hears().await.starts_with("HTTP/1.1 200 OK"));
    drop(third);
    assert!(port.ends().await);
}

#[tokio::test]
async fn half_a_request_does_not_keep_it_from_ending() {
    for half in ["GET /sign-in HTTP/1.1\r\nHost:", HALF] {
        let port = Running::within(Limits { drain_timeout: SHORT, ..patient() }).await;
        let mut whole = port.connect().await;
        whole.say(SIGN_IN).await;
        assert!(whole.hears().await.starts_with("HTTP/1.1 200 OK"));
        let mut client = port.connect().await;
        client.say(half).await;
        assert!(port.ends().await);
        assert_eq!(client.hears_to_the_end().await, "");
    }
}

//! A gateway on a loopback socket, and a client that sends bytes as they are given.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use civil::{FixedClock, Random, TerminalSerial, Zone};
use gateway::{Gateway, Limits, Parts, serve};
use office::{
    Actor, Lawbook, Office,
    law::LawText,
    terminal::{Approval, TerminalState},
};
use storage::{MemoryStore, Store, presence::PunchFilter, terminals::Terminal};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};

/// When every test happens: 2 November 2026, 08.00 WIB.
pub(crate) const NOW: &str = "2026-11-02T01:00:00Z";

/// Chance that repeats.
struct Counter(AtomicU8);

impl Random for Counter {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill_with(|| self.0.fetch_add(1, Ordering::Relaxed));
    }
}

/// An office over a store, with no law: deliveries need none.
pub(crate) fn office_over(store: Arc<dyn Store>) -> Office {
    let regency = "contoh".parse().expect("a regency");
    let law = [LawText {
        path: "regency/contoh.toml".to_owned(),
        text: "title = \"A regency without law\"\n".to_owned(),
    }];
    Office::new(office::Parts {
        store,
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook: Lawbook::read(&law, &regency).expect("no law is well formed"),
        clock: Arc::new(FixedClock::at(NOW.parse().expect("an instant"))),
        random: Arc::new(Counter(AtomicU8::new(0))),
        regency,
        zone: Zone::WIB,
    })
}

/// A running gateway.
pub(crate) struct Running {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) office: Office,
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Running {
    pub(crate) async fn in_memory() -> Self {
        Self::over(Arc::new(MemoryStore::new()), Limits::default()).await
    }

    pub(crate) async fn within(limits: Limits) -> Self {
        Self::over(Arc::new(MemoryStore::new()), limits).await
    }

    pub(crate) async fn over(store: Arc<dyn Store>, limits: Limits) -> Self {
        let office = office_over(store.clone());
        let random = Arc::new(Counter(AtomicU8::new(0)));
        let gateway = Gateway::new(Parts { office: office.clone(), random, limits });
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let (stop, stopped) = oneshot::channel();
        let stopped = async move {
            let _ = stopped.await;
        };
        let served = tokio::spawn(serve(listener, gateway, stopped));
        Self { store, office, address, stop, served }
    }

    /// Ends the server as an operator does, and waits for it.
    pub(crate) async fn stop(self) -> Arc<dyn Store> {
        let _ = self.stop.send(());
        self.served.await.expect("the server ends well");
        self.store
    }

    pub(crate) async fn decide(&self, serial: &str, state: TerminalState) {
        let approval = Approval {
            serial: serial.parse().expect("a serial"),
            state,
            name: None,
            skpd: None,
            group: None,
            zone: None,
        };
        let actor = Actor::command_line("test");
        self.office.decide_terminal(&actor, approval).await.expect("the store works");
    }

    pub(crate) async fn approve(&self, serial: &str) {
        self.decide(serial, TerminalState::Approved).await;
    }

    pub(crate) async fn connect(&self) -> Client {
        Client::new(TcpStream::connect(self.address).await.expect("the gateway listens"))
    }

    /// Sends bytes on a connection of their own and reads the answer.
    pub(crate) async fn ask(&self, request: impl AsRef<[u8]>) -> Answer {
        let mut client = self.connect().await;
        client.send(request).await;
        client.answer().await.expect("there is an answer")
    }

    pub(crate) async fn get(&self, target: &str) -> Answer {
        self.ask(format!("GET {target} HTTP/1.1\r\nHost: x\r\n\r\n")).await
    }

    pub(crate) async fn post(&self, target: &str, body: &str) -> Answer {
        self.ask(post(target, body)).await
    }

    /// Punches kept of a terminal.
    pub(crate) async fn kept(&self, serial: &str) -> u64 {
        let serial: TerminalSerial = serial.parse().expect("a serial");
        self.store.punch_count(Some(&serial)).await.expect("the store works")
    }

    /// PINs of all punches kept.
    pub(crate) async fn pins(&self) -> Vec<String> {
        let all = self.store.punches(&PunchFilter::default()).await.expect("the store works");
        all.into_iter().map(|punch| punch.pin).collect()
    }

    pub(crate) async fn terminal(&self, serial: &str) -> Option<Terminal> {
        let serial: TerminalSerial = serial.parse().expect("a serial");
        self.store.terminal(&serial).await.expect("the store works")
    }
}

/// The bytes of an upload.
pub(crate) fn post(target: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {target} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// One punch at the `second`th second after half past seven.
pub(crate) fn punch(pin: &str, second: u32) -> String {
    format!("{pin}\t2026-11-02 07:{:02}:{:02}\t0\t1\t0\t0\t0\n", 30 + second / 60, second % 60)
}

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// First line and headers.
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Asserts the status and the whole body.
    #[track_caller]
    pub(crate) fn is(&self, status: u16, body: &str) {
        assert_eq!((self.status, self.body.as_str()), (status, body), "{self:?}");
    }
}

/// A connection of a terminal.
pub(crate) struct Client {
    stream: TcpStream,
    /// Came, and not read yet.
    rest: Vec<u8>,
}

impl Client {
    pub(crate) fn new(stream: TcpStream) -> Self {
        Self { stream, rest: Vec::new() }
    }

    /// The other side may have had enough before all is sent.
    pub(crate) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.stream.write_all(bytes.as_ref()).await;
    }

    /// Whether the other side still takes what is sent.
    pub(crate) async fn try_send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(bytes.as_ref()).await.is_ok()
    }

    /// Ends this side only.
    pub(crate) async fn end(&mut self) {
        self.stream.shutdown().await.expect("the connection is open");
    }

    async fn more(&mut self) -> bool {
        let mut buffer = [0; 4096];
        let read = self.stream.read(&mut buffer).await.unwrap_or(0);
        self.rest.extend_from_slice(buffer.split_at(read).0);
        read > 0
    }

    /// The head of the next answer, `100 Continue` included.
    pub(crate) async fn head(&mut self) -> Option<String> {
        loop {
            if let Some(at) = self.rest.windows(4).position(|four| four == b"\r\n\r\n") {
                let head = self.rest.drain(..at + 4).collect();
                return Some(String::from_utf8(head).expect("heads are text"));
            }
            if !self.more().await {
                return None;
            }
        }
    }

    /// The next answer; `None` when the connection ends without one.
    pub(crate) async fn answer(&mut self) -> Option<Answer> {
        let mut head = self.head().await?;
        while head.starts_with("HTTP/1.1 100") {
            head = self.head().await?;
        }
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok())?;
        let mut answer = Answer { status, head, body: String::new() };
        let length: usize = answer.header("content-length")?.parse().ok()?;
        while self.rest.len() < length {
            if !self.more().await {
                return None;
            }
        }
        let body = self.rest.drain(..length).collect();
        answer.body = String::from_utf8(body).expect("answers are text");
        Some(answer)
    }

    /// Whether the other side ends the connection without saying more.
    pub(crate) async fn ends(&mut self) -> bool {
        self.rest.is_empty() && !self.more().await
    }
}

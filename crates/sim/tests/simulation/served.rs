//! An office with a store in memory behind a real gateway on the loopback, and a moody front
//! before it that now and then is not in the mood.

use std::{fs, net::SocketAddr, path::Path, sync::Arc};

use civil::{FixedClock, Random, Wall, Zone};
use gateway::{Gateway, Limits};
use office::{Lawbook, Office, Parts, law::LawText};
use storage::MemoryStore;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};

/// Chance that repeats.
pub(crate) struct Repeating;

impl Random for Repeating {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.iter_mut().zip((0..=250).cycle()).for_each(|(byte, value)| *byte = value);
    }
}

/// An office, its store, and the address of its gateway.
pub(crate) struct Served {
    pub(crate) office: Office,
    pub(crate) store: Arc<MemoryStore>,
    pub(crate) addr: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

impl Served {
    /// Ends the server in good order.
    pub(crate) async fn stop(self) {
        self.stop.send(()).expect("the server runs until it is told");
        self.server.await.expect("the server ends");
    }
}

/// The present of the tests.
pub(crate) fn now() -> Wall {
    Wall::of("2026-10-21T11:00:00".parse().expect("a reading"))
}

/// Opens an office and serves its gateway.
pub(crate) async fn serve() -> Served {
    serve_at(Arc::new(MemoryStore::new()), now()).await
}

/// The same at another moment, over a store that may hold something.
pub(crate) async fn serve_at(store: Arc<MemoryStore>, now: Wall) -> Served {
    let office = Office::new(Parts {
        store: store.clone(),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook: lawbook(),
        clock: Arc::new(FixedClock::at(now.instant(Zone::WIB))),
        random: Arc::new(Repeating),
        regency: "contoh".parse().expect("a regency"),
        zone: Zone::WIB,
    });
    let gateway = Gateway::new(gateway::Parts {
        office: office.clone(),
        random: Arc::new(Repeating),
        limits: Limits::default(),
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let addr = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel();
    let server = tokio::spawn(gateway::serve(listener, gateway, async {
        let _ = stopped.await;
    }));
    Served { office, store, addr, stop, server }
}

/// A front that turns every fifth connection away with 503, and cuts every seventh in the middle
/// of the answer; the others pass.
pub(crate) async fn moody(behind: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let addr = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        for number in 1_u64.. {
            let Ok((stream, _)) = listener.accept().await else { return };
            tokio::spawn(async move {
                // What the other side makes of it is for the other side to say.
                let _ = pass(stream, behind, number).await;
            });
        }
    });
    addr
}

async fn pass(mut stream: TcpStream, behind: SocketAddr, number: u64) -> std::io::Result<()> {
    if number.is_multiple_of(5) {
        let mut some = [0; 1024];
        let _ = stream.read(&mut some).await?;
        let said = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 5\r\nConnection: close\r\n\r\nERROR";
        return stream.write_all(said.as_bytes()).await;
    }
    let mut server = TcpStream::connect(behind).await?;
    if number.is_multiple_of(7) {
        let (mut asks, mut to_server) = stream.split();
        let (mut answers, mut to_behind) = server.split();
        let mut some = [0; 20];
        tokio::select! {
            done = tokio::io::copy(&mut asks, &mut to_behind) => done.map(|_| ()),
            // The server has answered; of that the terminal hears only the beginning.
            done = answers.read(&mut some) => {
                to_server.write_all(some.get(..done?).unwrap_or_default()).await
            }
        }
    } else {
        copy_bidirectional(&mut stream, &mut server).await.map(|_| ())
    }
}

/// The law folder of this repository.
pub(crate) fn lawbook() -> Lawbook {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut texts = Vec::new();
    collect(&root, &root, &mut texts);
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    Lawbook::read(&texts, &"contoh".parse().expect("a regency")).expect("the law is in order")
}

fn collect(root: &Path, folder: &Path, texts: &mut Vec<LawText>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).expect("below the root");
            texts.push(LawText {
                path: name.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path).expect("a text"),
            });
        }
    }
}

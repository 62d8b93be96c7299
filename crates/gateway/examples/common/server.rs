//! A gateway over a SQLite folder with a few approved terminals: a real process, to be measured,
//! traced and killed.

use std::{fs::File, io::Read as _, path::Path, sync::Arc};

use civil::{Clock, Random, Zone};
use gateway::{Gateway, Limits, Parts, serve};
use office::{
    Actor, Lawbook, Office,
    law::LawText,
    terminal::{Approval, TerminalState},
};
use storage_sql::SqlStore;
use tokio::net::TcpListener;

/// The database within a data folder.
pub(crate) const DATABASE: &str = "abdi.sqlite";

/// The name of a terminal that the server approves.
pub(crate) fn serial(number: usize) -> String {
    format!("BENCH{number:04}")
}

struct WallClock;

impl Clock for WallClock {
    #[expect(clippy::disallowed_methods, reason = "a program of its own is where a clock is read")]
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }
}

struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let source = File::open("/dev/urandom").and_then(|mut file| file.read_exact(bytes));
        source.expect("the system gives random bytes");
    }
}

/// Serves the folder until `shutdown` is done, with `terminals` of them approved. Says the address
/// with `listening` once it can be called.
pub(crate) async fn run(
    folder: &Path,
    terminals: usize,
    listening: impl FnOnce(std::net::SocketAddr),
    shutdown: impl Future<Output = ()> + Send,
) {
    let regency = "contoh".parse().expect("a regency");
    let path = folder.join(DATABASE);
    let url = path.to_str().expect("the path of the folder is text");
    let store = Arc::new(SqlStore::open(url, &regency).await.expect("the store opens"));
    let text = "title = \"A regency without law\"\n".to_owned();
    let law = [LawText { path: "regency/contoh.toml".to_owned(), text }];
    let office = Office::new(office::Parts {
        store: store.clone(),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook: Lawbook::read(&law, &regency).expect("no law is well formed"),
        clock: Arc::new(WallClock),
        random: Arc::new(SystemRandom),
        regency,
        zone: Zone::WIB,
    });
    for number in 0..terminals {
        let approval = Approval {
            serial: serial(number).parse().expect("a serial number"),
            state: TerminalState::Approved,
            name: None,
            skpd: None,
            group: None,
            zone: None,
        };
        let actor = Actor::command_line("bench");
        office.decide_terminal(&actor, approval).await.expect("the store takes an approval");
    }
    let random = Arc::new(SystemRandom);
    let gateway = Gateway::new(Parts { office, random, limits: Limits::default() });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    listening(listener.local_addr().expect("it is bound"));
    serve(listener, gateway, shutdown).await;
    store.close().await;
}

//! Nothing that was acknowledged is lost, whenever the server dies.
//!
//! A real process with a SQLite folder is killed (SIGKILL) again and again at random moments while
//! four terminals deliver. After each death the database is opened and compared with what the
//! terminals were told: every acknowledged punch is there, none twice, and nothing that was never
//! sent. Terminals send again what was not acknowledged, as real ones do.

use std::{
    collections::HashSet,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    time::{Duration, Instant},
};

use civil::Wall;
use storage::presence::{PresenceStore as _, PunchFilter};
use storage_sql::SqlStore;

#[path = "../examples/common/server.rs"]
mod server;

const KILLS: u32 = 24;
const TERMINALS: usize = 4;

/// How long a server lives under load, at most.
const LIFE_MAX_MS: u64 = 160;

/// How long a server takes to start, about.
const START_MAX_MS: u64 = 60;

/// Tells the process that it is to be the server, and where.
const FOLDER: &str = "ABDI_KILL_TEST_FOLDER";

/// A punch as a terminal knows it: PIN and reading; the terminal is part of the PIN here.
type Sent = (String, Wall);

/// A generator of chance that repeats (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

#[tokio::test]
#[ignore = "this is the server that the other test starts and kills"]
#[expect(clippy::print_stdout, reason = "whoever started it reads the address")]
async fn the_server() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let listening = |address| println!("\nlistening {address}");
    server::run(&PathBuf::from(folder), TERMINALS, listening, std::future::pending()).await;
}

fn spawn(folder: &Path) -> Child {
    let this = std::env::current_exe().expect("this test is a program");
    Command::new(this)
        .args(["--exact", "the_server", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("this test can be started again")
}

fn start(folder: &Path) -> (Child, SocketAddr) {
    let mut server = spawn(folder);
    let lines = BufReader::new(server.stdout.take().expect("it is piped")).lines();
    let address = lines
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("listening ")?.parse().ok())
        .expect("the server says its address");
    (server, address)
}

/// A terminal: what it has to send, and what it was told is kept.
struct Terminal {
    number: usize,
    chance: Chance,
    next: u64,
    /// Sent and not acknowledged: goes first after the server is back.
    pending: Vec<u64>,
    acknowledged: Vec<u64>,
}

impl Terminal {
    fn new(number: usize, seed: u64) -> Self {
        let chance = Chance(seed + number as u64);
        Self { number, chance, next: 0, pending: Vec::new(), acknowledged: Vec::new() }
    }

    fn punch(&self, record: u64) -> Sent {
        let start = Wall::of("2025-01-01T00:00:00".parse().expect("a date"));
        let seconds = i64::try_from(record * 7).expect("few records");
        (format!("{}{}", self.number + 1, record % 50), start.plus_seconds(seconds))
    }

    /// Delivers until the server is gone; says each time that something was acknowledged.
    fn deliver(&mut self, address: SocketAddr, heard: &mpsc::Sender<()>) {
        let Ok(mut stream) = TcpStream::connect(address) else { return };
        loop {
            if self.pending.is_empty() {
                let count = 1 + self.chance.below(40);
                self.pending.extend(self.next..self.next + count);
                self.next += count;
            }
            let lines = self.pending.iter().map(|record| self.punch(*record));
            let body: String =
                lines.flat_map(|(pin, at)| [pin, format!("\t{at}\t0\t1\n")]).collect();
            let request = format!(
                "POST /iclock/cdata?SN={}&table=ATTLOG HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{body}",
                server::serial(self.number),
                body.len()
            );
            let mut answer = [0; 1024];
            let asked = stream.write_all(request.as_bytes());
            let Ok(read @ 1..) = asked.and_then(|()| stream.read(&mut answer)) else { return };
            let said = String::from_utf8_lossy(answer.split_at(read).0);
            // An answer cut off by the death of the server says nothing.
            let Some((_, body)) = said.split_once("\r\n\r\n") else { return };
            if body.is_empty() {
                return;
            }
            assert_eq!(body, format!("OK: {}", self.pending.len()));
            self.acknowledged.append(&mut self.pending);
            // The test may have stopped listening: then the server is being killed.
            let _ = heard.send(());
        }
    }
}

/// Lets terminals deliver to a server, which is killed at a random moment of it.
fn one_life(folder: &Path, terminals: &mut [Terminal], chance: &mut Chance) {
    let (mut server, address) = start(folder);
    std::thread::scope(|scope| {
        let (heard, hearing) = mpsc::channel();
        for terminal in terminals {
            let heard = heard.clone();
            scope.spawn(move || terminal.deliver(address, &heard));
        }
        drop(heard);
        hearing.recv_timeout(Duration::from_secs(30)).expect("something is acknowledged");
        let death = Instant::now() + Duration::from_millis(chance.below(LIFE_MAX_MS));
        loop {
            match hearing.recv_timeout(death.saturating_duration_since(Instant::now())) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => panic!("the server died by itself"),
            }
        }
        server.kill().expect("the server lives");
        server.wait().expect("it is our child");
    });
}

/// Kills a server while it starts: while it makes its tables, the first times.
fn one_early_death(folder: &Path, chance: &mut Chance) {
    let mut server = spawn(folder);
    let (_nobody, nothing) = mpsc::channel::<()>();
    let waited = nothing.recv_timeout(Duration::from_millis(chance.below(START_MAX_MS)));
    assert_eq!(waited, Err(RecvTimeoutError::Timeout));
    server.kill().expect("it is our child");
    server.wait().expect("it is our child");
}

async fn kept(folder: &Path) -> Vec<Sent> {
    let path = folder.join(server::DATABASE);
    let regency = "contoh".parse().expect("a regency");
    let store = SqlStore::open(path.to_str().expect("text"), &regency).await.expect("it opens");
    let punches = store.punches(&PunchFilter::default()).await.expect("it can be read");
    assert_eq!(store.quarantine_count().await, Ok(0));
    store.close().await;
    punches.into_iter().map(|punch| (punch.pin, punch.at)).collect()
}

#[tokio::test]
async fn no_acknowledged_punch_is_lost_when_the_server_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut chance = Chance(20_261_124);
    let mut terminals: Vec<_> = (0..TERMINALS).map(|number| Terminal::new(number, 7)).collect();
    let mut cut_off = 0;
    for life in 1..=KILLS {
        if life % 3 == 1 {
            one_early_death(folder.path(), &mut chance);
        }
        one_life(folder.path(), &mut terminals, &mut chance);
        cut_off += terminals.iter().filter(|terminal| !terminal.pending.is_empty()).count();

        let kept = kept(folder.path()).await;
        let found: HashSet<&Sent> = kept.iter().collect();
        assert_eq!(found.len(), kept.len(), "life {life}: a punch is kept twice");
        let mut sent_and_kept = 0;
        for terminal in &terminals {
            let of = |record: &u64| terminal.punch(*record);
            let lost = terminal.acknowledged.iter().map(of).filter(|punch| !found.contains(punch));
            let (lost, number) = (lost.collect::<Vec<_>>(), terminal.number);
            assert_eq!(lost, [], "life {life}: acknowledged by terminal {number} and gone");
            let sent: Vec<u64> = (0..terminal.next).collect();
            sent_and_kept += sent.iter().map(of).filter(|punch| found.contains(punch)).count();
        }
        assert_eq!(sent_and_kept, found.len(), "life {life}: something is kept that nobody sent");
    }
    let acknowledged: usize = terminals.iter().map(|terminal| terminal.acknowledged.len()).sum();
    assert!(acknowledged > 500, "only {acknowledged} punches were acknowledged in all lives");
    assert!(cut_off > 10, "only {cut_off} uploads were cut off: the server died too idle to tell");
}

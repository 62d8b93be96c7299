//! Terminals that deliver as fast as they are answered.

use std::{
    fmt::Write as _,
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// People enrolled at each terminal.
const PEOPLE: u64 = 250;

/// What is to be delivered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Where to.
    pub(crate) address: SocketAddr,
    /// Terminals, each with one connection that it keeps.
    pub(crate) connections: usize,
    /// Records of each upload.
    pub(crate) records: u64,
    /// For how long.
    pub(crate) duration: Duration,
    /// Sets the punches apart from those of other runs against the same data, in days.
    pub(crate) first_day: u64,
}

/// What was acknowledged.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Done {
    /// Uploads.
    pub(crate) posts: u64,
    /// Records.
    pub(crate) records: u64,
    /// How long it took, in microseconds.
    pub(crate) micros: u64,
}

impl Done {
    /// Records acknowledged in a second.
    pub(crate) fn records_per_s(&self) -> u64 {
        self.records * 1_000_000 / self.micros.max(1)
    }

    /// Uploads acknowledged in a second.
    pub(crate) fn posts_per_s(&self) -> u64 {
        self.posts * 1_000_000 / self.micros.max(1)
    }
}

/// Delivers, and counts what was acknowledged.
pub(crate) async fn deliver(load: Load) -> Done {
    let began = Instant::now();
    let mut terminals = tokio::task::JoinSet::new();
    for number in 0..load.connections {
        terminals.spawn(terminal(load, number, began));
    }
    let mut done = Done::default();
    while let Some(one) = terminals.join_next().await {
        let (posts, records) = one.expect("a terminal does not fail");
        done.posts += posts;
        done.records += records;
    }
    done.micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    done
}

async fn terminal(load: Load, number: usize, began: Instant) -> (u64, u64) {
    let mut stream = TcpStream::connect(load.address).await.expect("the gateway listens");
    stream.set_nodelay(true).expect("it is a TCP socket");
    let (mut posts, mut records) = (0, 0);
    let mut next = load.first_day * 4 * PEOPLE;
    let (mut body, mut request, mut answer) = (String::new(), String::new(), [0; 1024]);
    while began.elapsed() < load.duration {
        body.clear();
        for record in next..next + load.records {
            push_record(&mut body, record);
        }
        request.clear();
        write!(
            request,
            "POST /iclock/cdata?SN={}&table=ATTLOG&Stamp=9999 HTTP/1.1\r\nHost: abdi:8081\r\n\
             User-Agent: iClock Proxy/1.09\r\nContent-Length: {}\r\n\r\n{body}",
            crate::server::serial(number),
            body.len(),
        )
        .expect("a String takes every write");
        stream.write_all(request.as_bytes()).await.expect("the gateway takes it");
        let read = stream.read(&mut answer).await.expect("the gateway answers");
        let said = String::from_utf8_lossy(answer.split_at(read).0);
        assert!(said.ends_with(&format!("OK: {}", load.records)), "{said}");
        next += load.records;
        posts += 1;
        records += load.records;
    }
    (posts, records)
}

/// A punch of its own: each person four times a day, day after day from 2010.
fn push_record(body: &mut String, record: u64) {
    let (person, scan, day) = (record % PEOPLE, record / PEOPLE % 4, record / PEOPLE / 4);
    let (month, year) = (day / 28 % 12, 2010 + day / 28 / 12);
    let hour = match scan {
        0 => 7,
        1 => 12,
        2 => 13,
        _ => 16,
    };
    let clock = (person / 60, person % 60);
    writeln!(
        body,
        "{}\t{year}-{:02}-{:02} {hour:02}:{:02}:{:02}\t{scan}\t1\t0\t0\t0",
        100_000 + person,
        month + 1,
        day % 28 + 1,
        clock.0,
        clock.1,
    )
    .expect("a String takes every write");
}

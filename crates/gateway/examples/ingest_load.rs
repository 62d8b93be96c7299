//! Measures what a gateway takes, in the same run as what its disk can do.
//!
//! `ingest_load fsync FOLDER` prints the median time of one small write and fdatasync there, in
//! microseconds. `ingest_load post ADDRESS CONNECTIONS RECORDS SECONDS FIRST_DAY` delivers, and
//! prints uploads and records acknowledged in a second.

#![expect(clippy::print_stdout, reason = "the result is what is printed")]

use std::{
    fs::OpenOptions,
    io::{Seek as _, Write as _},
    path::Path,
    time::{Duration, Instant},
};

#[path = "common/load.rs"]
mod load;
#[expect(dead_code, reason = "only the names of terminals are needed")]
#[path = "common/server.rs"]
mod server;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["fsync", folder] => println!("{}", fsync_micros(Path::new(folder))),
        ["post", address, connections, records, seconds, first_day] => {
            let load = load::Load {
                address: address.parse().expect("ADDRESS is HOST:PORT"),
                connections: connections.parse().expect("CONNECTIONS is a number"),
                records: records.parse().expect("RECORDS is a number"),
                duration: Duration::from_secs(seconds.parse().expect("SECONDS is a number")),
                first_day: first_day.parse().expect("FIRST_DAY is a number"),
            };
            // One thread: the load must not take more of the machine than it has to.
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let done = runtime.expect("the system gives a thread").block_on(load::deliver(load));
            println!("{} {}", done.posts_per_s(), done.records_per_s());
        }
        _ => panic!(
            "use: ingest_load fsync FOLDER | post ADDRESS CONNECTIONS RECORDS SECONDS FIRST_DAY"
        ),
    }
}

/// As a database's log does: 4 KiB more in a file that is large enough already.
fn fsync_micros(folder: &Path) -> u128 {
    const BLOCK: usize = 4096;
    const BLOCKS: usize = 256;
    let path = folder.join("fsync-probe");
    let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&path);
    let file = file.as_mut().expect("the folder can be written");
    file.write_all(&vec![0; BLOCK * BLOCKS]).expect("there is room");
    file.sync_all().expect("the disk works");
    file.rewind().expect("a file has a start");
    let mut times = Vec::with_capacity(BLOCKS);
    for number in 0..BLOCKS {
        let block = vec![u8::try_from(number % 251).unwrap_or_default(); BLOCK];
        let began = Instant::now();
        file.write_all(&block).expect("there is room");
        file.sync_data().expect("the disk works");
        times.push(began.elapsed().as_micros());
    }
    std::fs::remove_file(&path).expect("it was just made");
    times.sort_unstable();
    times.get(BLOCKS / 2).copied().unwrap_or_default()
}

//! Prints how many `ATTLOG` lines a second are read on one core, in batches of 100 as terminals send.
//!
//! `cargo run --release -p terminal --example att_log_speed`

#![expect(clippy::print_stdout, reason = "the number is the result")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use terminal::push::att_log;

fn main() {
    let mut body = String::new();
    for n in 0..100 {
        let (pin, minute, second) = (1000 + n, n % 60, n % 59);
        writeln!(body, "{pin}\t2026-10-05 07:{minute:02}:{second:02}\t0\t1\t0\t0\t0")
            .expect("writing to a String cannot fail");
    }
    let mut lines = 0_u128;
    let start = Instant::now();
    let spent = loop {
        for _ in 0..1000 {
            let good = att_log::lines(black_box(body.as_bytes()));
            lines += good.filter(|line| black_box(&line.record).is_ok()).map(|_| 1).sum::<u128>();
        }
        let spent = start.elapsed();
        if spent > Duration::from_secs(2) {
            break spent;
        }
    };
    println!("{} lines/s", lines * 1000 / spent.as_millis());
}

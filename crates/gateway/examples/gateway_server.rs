//! A gateway for benches and traces: `gateway_server FOLDER TERMINALS` serves a SQLite database in
//! FOLDER, approves that many terminals (`BENCH0000` and on), and prints `listening ADDRESS`.

#![expect(clippy::print_stdout, reason = "whoever started it reads the address")]

use std::path::PathBuf;

#[path = "common/server.rs"]
mod server;

#[tokio::main]
async fn main() {
    let mut args = std::env::args_os().skip(1);
    let (Some(folder), Some(terminals), None) = (args.next(), args.next(), args.next()) else {
        panic!("use: gateway_server FOLDER TERMINALS");
    };
    let terminals = terminals.to_str().and_then(|text| text.parse().ok());
    let terminals = terminals.expect("TERMINALS is a number");
    let shutdown = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    let listening = |address| println!("listening {address}");
    server::run(&PathBuf::from(folder), terminals, listening, shutdown).await;
}

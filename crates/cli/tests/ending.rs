//! How `abdi serve` ends while somebody holds it.
#![cfg(unix)]

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Command, Stdio},
};

#[test]
fn a_second_signal_ends_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_abdi"))
        .args(["--data", "data", "serve", "--listen", "127.0.0.1:0", "--terminals", "127.0.0.1:0"])
        .current_dir(folder.path())
        .env_remove("ABDI_DATABASE")
        .env_remove("ABDI_REGENCY")
        .env_remove("ABDI_LAW")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut told = |start: &str| {
        let line = said.find_map(|line| line.unwrap().strip_prefix(start).map(str::to_owned));
        line.unwrap_or_else(|| panic!("it does not say \"{start}\""))
    };
    let pages = told("pages: http://");
    let mut stream = TcpStream::connect(pages.trim_end_matches('/')).unwrap();
    // Once a first request is answered the second, a form of which half is sent, holds it.
    stream
        .write_all(
            b"GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n\
              POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\
              Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=s",
        )
        .unwrap();
    assert!(stream.read(&mut [0; 16]).unwrap() > 0);
    let kill = || Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(kill().success());
    told("ending;");
    assert!(kill().success());
    told("ended at once");
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

//! Where the data lies: nobody else reads it, and nothing is created where nobody meant it.
#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Output},
};

/// Runs the binary in `folder` under the usual umask, without the environment's say.
fn abdi(folder: &Path, arguments: &str) -> Output {
    let binary = env!("CARGO_BIN_EXE_abdi");
    Command::new("sh")
        .arg("-c")
        .arg(format!("umask 022; exec '{binary}' {arguments}"))
        .current_dir(folder)
        .env_remove("ABDI_REGENCY")
        .env_remove("ABDI_LAW")
        .env_remove("ABDI_DATABASE")
        .env_remove("ABDI_DATA")
        .output()
        .expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn mode(path: &Path) -> u32 {
    let found = path.metadata();
    found.unwrap_or_else(|error| panic!("{}: {error}", path.display())).permissions().mode() & 0o777
}

#[test]
fn only_its_owner_reads_the_data() {
    let folder = tempfile::tempdir().unwrap();
    let done = abdi(folder.path(), "--data in/here person list");
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let data = folder.path().join("in/here");
    assert_eq!((mode(&folder.path().join("in")), mode(&data)), (0o700, 0o700));
    assert_eq!(mode(&data.join("abdi.sqlite")), 0o600);
}

#[test]
fn the_files_beside_the_database_are_as_closed_as_it_is() {
    use std::io::{BufRead as _, BufReader};
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_abdi"))
        .args(["--data", "data", "serve", "--listen", "127.0.0.1:0", "--terminals", "127.0.0.1:0"])
        .current_dir(folder.path())
        .env_remove("ABDI_DATABASE")
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(said.any(|line| line.unwrap().starts_with("terminals: ")));
    for name in ["abdi.sqlite", "abdi.sqlite-wal", "abdi.sqlite-shm"] {
        assert_eq!(mode(&folder.path().join("data").join(name)), 0o600, "{name}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_folder_or_file_that_others_may_open_is_said_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    let done = abdi(folder.path(), "--data data person list --json");
    assert_eq!((done.status.code(), text(&done.stdout)), (Some(0), "[]\n".to_owned()));
    assert!(text(&done.stderr).contains("(mode 755)"), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("chmod 700 data\n"), "{}", text(&done.stderr));

    let done = abdi(folder.path(), "--database sqlite:other.sqlite person list");
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let file = folder.path().join("other.sqlite");
    assert_eq!(mode(&file), 0o600);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let done = abdi(folder.path(), "--database sqlite://other.sqlite person list");
    assert_eq!(done.status.code(), Some(0));
    assert!(text(&done.stderr).contains("chmod 600 other.sqlite\n"), "{}", text(&done.stderr));
}

#[test]
fn what_is_no_address_of_a_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for word in ["foo", "''", "sqlite:"] {
        let done = abdi(folder.path(), &format!("--database {word} person list"));
        assert_eq!(done.status.code(), Some(1), "{word}");
        assert!(text(&done.stderr).contains("--database"), "{}", text(&done.stderr));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is created on the way");
}

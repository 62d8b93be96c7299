//! `abdi demo` as somebody runs it: the real binary, a real data folder, real HTTP.

use std::{
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

/// Runs the binary on a data folder, without the environment's say.
fn abdi(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_abdi"))
        .env_remove("ABDI_REGENCY")
        .env_remove("ABDI_LAW")
        .env_remove("ABDI_DATABASE")
        .env_remove("ABDI_LOG")
        .arg("--data")
        .arg(data)
        .args(arguments)
        .output()
        .expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// What a command prints, which must do its work.
fn printed(data: &Path, arguments: &[&str]) -> String {
    let output = abdi(data, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn json(data: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(data, arguments)).expect("one JSON document")
}

/// Exit code and what is said on standard error of a command that must fail.
fn failed(data: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = abdi(data, arguments);
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    (output.status.code(), text(&output.stderr))
}

const SMALL: [&str; 6] = ["demo", "--no-serve", "--people", "40", "--months", "2"];

#[test]
fn a_demo_is_loaded_once_and_can_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let said = printed(data, &SMALL);
    for part in ["DATA REKAAN", "40 people of 62 organisations", "contoh-bkpsdm", "contoh-pegawai"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let count = json(data, &["punch", "count", "--json"]);
    let people = json(data, &["person", "list", "--json"]);
    let people = people.as_array().unwrap();
    assert!((35..=40).contains(&people.len()), "in service today: {}", people.len());
    // Whoever is in service today has a statement of the last month with punches.
    let nip = people.iter().find_map(|one| one["nip"].as_str()).unwrap();
    let months: std::collections::BTreeSet<String> = json(data, &["punch", "list", "--json"])
        .as_array()
        .unwrap()
        .iter()
        .map(|punch| punch["at"].as_str().unwrap()[..7].to_owned())
        .collect();
    let (first, last) = (months.first().unwrap(), months.last().unwrap());
    let statement = json(data, &["statement", "--nip", nip, "--month", last, "--json"]);
    assert_eq!(statement["unverified_values"], 0, "its invented officer vouched for its law");
    let is_final = |nip: &str| {
        let output = abdi(data, &["statement", "--nip", nip, "--month", first, "--json"]);
        output.status.success() && text(&output.stdout).contains("\"status\": \"FINAL\"")
    };
    // Not of everybody: some came only later.
    assert!(people.iter().filter_map(|one| one["nip"].as_str()).any(is_final), "{first}");
    let balance = printed(data, &["leave", "balance", "--nip", nip, "--on", "2099-01-04"]);
    for part in ["Sisa cuti tahunan", "hari kerja", "4 Januari 2099", "Bila tidak ada permohonan"] {
        assert!(balance.contains(part), "{part}: {balance}");
    }
    let terminals = json(data, &["terminal", "list", "--json"]);
    let health = |wanted: &str| {
        terminals.as_array().unwrap().iter().filter(|one| one["health"] == wanted).count()
    };
    assert_eq!((health("silent"), health("waiting")), (2, 1), "{terminals}");
    assert!(health("healthy") >= 5, "{terminals}");

    let again = printed(data, &SMALL);
    assert!(again.contains("already holds a demo of 40 people"), "{again}");
    assert!(again.contains("contoh-auditor"), "{again}");
    assert_eq!(json(data, &["punch", "count", "--json"]), count, "nothing came a second time");
}

#[test]
fn a_demo_that_broke_off_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    printed(data, &SMALL);
    let count = json(data, &["punch", "count", "--json"]);
    let note = data.join("demo.json");
    let loaded = std::fs::read_to_string(&note).unwrap();
    std::fs::write(&note, loaded.replace("\"loaded\"", "\"loading\"")).unwrap();
    let output = abdi(data, &SMALL);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("going on with a demo"), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("40 people of 62"), "{}", text(&output.stdout));
    assert_eq!(std::fs::read_to_string(&note).unwrap(), loaded);
    assert_eq!(json(data, &["punch", "count", "--json"]), count, "each punch is kept once");
}

#[test]
fn nobody_invented_comes_among_real_people() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let real = [&["--regency", "lebak"], &SMALL[..]].concat();
    let (code, said) = failed(&data, &real);
    assert_eq!(code, Some(1));
    assert!(said.contains("\"lebak\" may be a real regency; use --regency contoh"), "{said}");
    assert!(!data.exists(), "nothing is created on the way");

    let file = folder.path().join("people.csv");
    let row = "nip;nama;skpd;jabatan;kelas;jenis pegawai;pola kerja;pin;berlaku sejak\n\
               198503302003121002;Orang Lain;DISTAN;Analis;8;pns;lima-hari;7;2026-01-01\n";
    std::fs::write(&file, row).unwrap();
    printed(&data, &["person", "import", file.to_str().unwrap()]);
    let (code, said) = failed(&data, &SMALL);
    assert_eq!(code, Some(1));
    assert!(said.contains("already holds people that no demo made"), "{said}");
    assert!(said.contains("--data"), "{said}");
    let people = json(&data, &["person", "list", "--json"]);
    assert_eq!(people.as_array().unwrap().len(), 1);
}

#[test]
fn numbers_that_make_no_regency_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (option, value) in
        [("--people", "29"), ("--people", "50001"), ("--months", "0"), ("--months", "25")]
    {
        let (code, said) = failed(folder.path(), &["demo", "--no-serve", option, value]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(option), "{said}");
    }
}

#[test]
fn a_port_in_use_is_said_before_anything_is_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (code, said) = failed(
        folder.path(),
        &["demo", "--people", "40", "--listen", "127.0.0.1:0", "--terminals", &address],
    );
    assert_eq!(code, Some(1));
    assert!(said.contains(&address) && said.contains("--terminals"), "{said}");
    assert_eq!(json(folder.path(), &["person", "list", "--json"]), Value::Array(Vec::new()));
}

#[cfg(unix)]
#[test]
fn a_served_demo_answers_people_and_terminals_until_it_is_told_to_end() {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    let folder = tempfile::tempdir().unwrap();
    let ports = ["--listen", "127.0.0.1:0", "--terminals", "127.0.0.1:0"];
    let arguments: Vec<&str> =
        SMALL.iter().filter(|one| **one != "--no-serve").chain(&ports).copied().collect();
    let mut child = Command::new(env!("CARGO_BIN_EXE_abdi"))
        .env_remove("MALLOC_ARENA_MAX")
        .env_remove("GLIBC_TUNABLES")
        .arg("--data")
        .arg(folder.path())
        .args(&arguments)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the binary runs");
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut told = |name: &str| {
        let found = said.find_map(|line| line.unwrap().strip_prefix(name).map(str::to_owned));
        found.unwrap_or_else(|| panic!("it does not say \"{name}\""))
    };
    let pages = told("pages: http://");
    let terminals = told("terminals: http://");
    let ask = |address: &str, path: &str| {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        answer
    };
    let page = ask(pages.strip_suffix('/').unwrap(), "/sign-in");
    assert!(page.contains("contoh-bkpsdm") && page.contains("DATA CONTOH"), "{page}");
    ask(terminals.strip_suffix("/iclock/").unwrap(), "/iclock/ping?SN=CONTOH240001");
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        // The process that was started is the one that serves, under its limit of memory.
        let environment = std::fs::read(format!("/proc/{}/environ", child.id())).unwrap();
        let environment = text(&environment);
        assert!(environment.contains("MALLOC_ARENA_MAX=1"), "{environment}");
    }
    let told = Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(told.success());
    assert_eq!(child.wait().unwrap().code(), Some(0), "it ends in good order");
}

//! Closing a month from the command line, what it would be under another law, and the shadow month.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// Why nothing of the example fails.
const READY: &str = "the example is in order";

const SITI: &str = "198504102010012007";
const UJANG: &str = "199001012015031004";
const KEPALA: &str = "197001012000031001";
const DEWI: &str = "198001012005012001";

const PEOPLE: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
198504102010012007;Siti Rahmawati;DISTAN;Bidang Pangan;Analis;7;PNS;1001;lima-hari;2024-01-01
199001012015031004;Ujang Hidayat;DISTAN;Bidang Kebun;Pengolah data;7;PNS;1002;lima-hari;2024-01-01
197001012000031001;Kepala Dinas;DISTAN;;Kepala;14;PNS;1003;lima-hari;2024-01-01
198001012005012001;Dewi Lestari;BKPSDM;;Analis;9;PNS;1005;lima-hari;2024-01-01
";

fn law_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law")
}

fn run(data: &Path, law: Option<&Path>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abdi"));
    for name in ["ABDI_REGENCY", "ABDI_LAW", "ABDI_DATABASE", "ABDI_LOG", "SUDO_USER"] {
        command.env_remove(name);
    }
    if let Some(law) = law {
        command.env("ABDI_LAW", law);
    }
    let command = command.env("USER", "test").arg("--data").arg(data).args(arguments);
    command.output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// What a command prints, which must do its work.
fn printed(data: &Path, arguments: &[&str]) -> String {
    let done = run(data, None, arguments);
    assert_eq!(done.status.code(), Some(0), "{arguments:?}: {}", text(&done.stderr));
    text(&done.stdout)
}

fn json(data: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(data, arguments)).expect("one JSON document")
}

/// What a command prints that cannot do its work, and what it says.
fn failed(data: &Path, arguments: &[&str]) -> (String, String) {
    let done = run(data, None, arguments);
    assert_eq!(done.status.code(), Some(1), "{arguments:?}: {}", text(&done.stdout));
    (text(&done.stdout), text(&done.stderr))
}

/// Everybody on time from day to day, Ujang 42 minutes late on the 6th.
fn scans() -> String {
    let day = |day: u32| {
        let of = |pin: &str| {
            let late = pin == "1002" && day == 6;
            let begins = if late { "08:12" } else { "07:25" };
            format!(
                "{pin}\t2026-10-{day:02} {begins}:00\t1\t0\t1\t0\n{pin}\t2026-10-{day:02} 16:31:00\t1\t1\t1\t0\n"
            )
        };
        ["1001", "1002", "1003", "1005"].map(of).concat()
    };
    (1..=31).map(day).collect()
}

fn write(data: &Path, name: &str, content: &str) -> String {
    let path = data.join(name);
    fs::write(&path, content).expect("the folder can be written");
    path.to_string_lossy().into_owned()
}

/// People, a terminal and its punches of October 2026.
fn load(data: &Path) {
    let people = write(data, "people.csv", PEOPLE);
    printed(data, &["person", "import", &people]);
    printed(data, &["terminal", "approve", "T1", "--skpd", "DISTAN"]);
    let punches = write(data, "1_attlog.dat", &scans());
    printed(data, &["punch", "import", &punches, "--terminal", "T1"]);
}

/// An officer vouches for every act.
fn sign_law(data: &Path) {
    for file in ["national/acts.toml", "regency/contoh/acts.toml"] {
        let acts = fs::read_to_string(law_folder().join(file)).expect("the acts are there");
        for line in acts.lines() {
            if let Some(act) = line.strip_prefix("[act.").and_then(|act| act.strip_suffix(']')) {
                // An act may be cited by nothing that is in force here.
                run(data, None, &["law", "verify", act, "--by", DEWI, "--basis", "read"]);
            }
        }
    }
}

/// The last line of what was said: before it may stand that others can look into the folder.
fn said(err: &str) -> &str {
    err.lines().last().unwrap_or_default()
}

/// What differs from run to run, by its name.
fn steady(text: &str, digests: &[String]) -> String {
    let mut steady = text.to_owned();
    for digest in digests {
        steady = steady.replace(digest, "DIGEST");
    }
    let lines = steady.lines().map(|line| match (line.rfind(", "), line.contains(" WIB")) {
        (Some(place), true) => {
            let rest = line.find(" WIB").map_or("", |at| &line[at + 4..]);
            format!("{}, WAKTU{rest}\n", &line[..place.min(line.find(" WIB").unwrap_or(place))])
        }
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn a_month_is_closed_signed_supplemented_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    load(data);
    let of = ["--month", "2026-10", "--skpd", "DISTAN"];
    let month = |verb: &'static str, more: &[&'static str]| -> Vec<&'static str> {
        [&["month", verb][..], &of, more].concat()
    };
    insta::assert_snapshot!("status_open", printed(data, &month("status", &[])));
    let (out, err) = failed(data, &month("close", &[]));
    insta::assert_snapshot!("close_hindered", out + said(&err));
    let (_, err) = failed(data, &["month", "close", "--month", "2026-13"]);
    assert!(err.starts_with("error: "), "{err}");

    sign_law(data);
    let results = [SITI, UJANG, KEPALA, DEWI]
        .map(|nip| {
            format!(
                "{nip};100
"
            )
        })
        .concat();
    let results = write(data, "results.csv", &format!("NIP;e-Kinerja\n{results}"));
    printed(data, &["performance", "import", &results, "--month", "2026-10"]);
    let closed = printed(data, &month("close", &[]));
    let status = json(data, &month("status", &["--json"]));
    let first = status["closing"]["digest"].as_str().unwrap().to_owned();
    assert_eq!((status["state"].as_str(), first.len()), (Some("closed"), 64));
    insta::assert_snapshot!("closed", steady(&closed, std::slice::from_ref(&first)));

    let (_, err) = failed(data, &month("sign", &["--by", UJANG, "--digest", "00000000"]));
    assert!(err.contains("the closing's digest begins with"), "{err}");
    let sign = |by: &'static str| {
        let digest = first.clone();
        let mut arguments = month("sign", &["--by", by, "--digest"]);
        arguments.push(&digest);
        printed(data, &arguments)
    };
    let signed = sign(UJANG);
    insta::assert_snapshot!("signed", steady(&signed, std::slice::from_ref(&first)));

    // A leave becomes known late.
    let leave = write(
        data,
        "leave.csv",
        &format!("NIP;Jenis;Mulai;Surat\n{UJANG};izin-terlambat;2026-10-06;SK 1\n"),
    );
    printed(data, &["leave", "import", &leave]);
    let drifted = printed(data, &month("status", &[]));
    insta::assert_snapshot!("drifted", steady(&drifted, std::slice::from_ref(&first)));
    let done = printed(data, &month("supplement", &[]));
    let status = json(data, &month("status", &["--json"]));
    let second = status["supplements"][0]["digest"].as_str().unwrap().to_owned();
    let digests = [first, second];
    insta::assert_snapshot!("supplemented", steady(&done, &digests));
    assert_eq!(
        printed(data, &month("supplement", &["--lang", "en"])),
        "DISTAN: Nothing came out otherwise since it was closed\n"
    );

    let (_, err) = failed(data, &month("reopen", &[]));
    assert!(err.contains("for a reason"), "{err}");
    insta::assert_snapshot!(
        "reopened",
        printed(data, &month("reopen", &["--reason", "kelas keliru"]))
    );
    let all = json(data, &["month", "close", "--month", "2026-10", "--json"]);
    let outcomes: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["skpd"].as_str().unwrap(), one["outcome"].as_str().unwrap()))
        .collect();
    assert_eq!(outcomes, [("BKPSDM", "closed"), ("DISTAN", "closed")]);
    let status = json(data, &month("status", &["--json"]));
    assert_eq!(
        (&status["closing"]["number"], &status["closing"]["former"]),
        (&Value::from(3), &Value::from(1))
    );
}

/// A copy of the law folder with a rule made dearer.
fn draft(into: &Path) -> PathBuf {
    let draft = into.join("draft");
    for folder in ["national", "regency/contoh"] {
        fs::create_dir_all(draft.join(folder)).expect(READY);
        for file in fs::read_dir(law_folder().join(folder)).expect(READY) {
            let path = file.expect(READY).path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                fs::copy(&path, draft.join(folder).join(path.file_name().expect(READY)))
                    .expect(READY);
            }
        }
    }
    let file = draft.join("regency/contoh/deductions.toml");
    let text = fs::read_to_string(&file).expect(READY);
    let before = "code = \"TL2\", from = 31, to = 60, rate = \"1%\"";
    assert!(text.contains(before), "the rule reads as it did");
    fs::write(&file, text.replace(before, &before.replace("1%", "2%"))).expect(READY);
    draft
}

#[test]
fn another_law_is_tried_and_the_law_as_it_stands_stays() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    load(data);
    let draft = draft(data);
    let draft_text = draft.to_string_lossy().into_owned();
    let asked = ["what-if", "--month", "2026-10", "--law", &draft_text];
    let with_json = [&asked[..], &["--json"]].concat();
    let told = json(data, &with_json);
    assert_eq!(told["people"], Value::from(4));
    assert_eq!(told["changed"], Value::from(1));
    // 1 % more of 40 % of 3,854,725 is 15,418.9.
    let cost = told["after"].as_i64().unwrap() - told["before"].as_i64().unwrap();
    assert!((-15_420..=-15_418).contains(&cost), "{cost}");
    let of_distan = &told["by_skpd"][1];
    assert_eq!((&of_distan["skpd"], &of_distan["lose"]), (&Value::from("DISTAN"), &Value::from(1)));
    let raw = printed(data, &with_json);
    let places = ["\"people\"", "\"changed\"", "\"before\"", "\"after\"", "\"by_skpd\""]
        .map(|key| raw.find(key).unwrap());
    assert!(places.is_sorted(), "{raw}");
    insta::assert_snapshot!("what_if", printed(data, &asked));

    // The law as it stands may itself be a folder: then that is what the draft is held against.
    let stands = run(data, Some(&draft), &with_json);
    let told: Value = serde_json::from_slice(&stands.stdout).unwrap();
    assert_eq!(told["changed"], Value::from(0), "{}", text(&stands.stderr));
    let unsaid = run(data, Some(&draft), &["what-if", "--month", "2026-10"]);
    assert_eq!(unsaid.status.code(), Some(2), "what to try is said, not taken from elsewhere");
    let missing = run(data, None, &["what-if", "--month", "2026-10"]);
    assert_eq!(missing.status.code(), Some(2), "{}", text(&missing.stderr));
    let nothing = run(data, None, &["what-if", "--month", "2026-10", "--law", "nowhere"]);
    assert_eq!(nothing.status.code(), Some(1), "{}", text(&nothing.stderr));
}

#[test]
fn the_old_system_is_held_against_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    load(data);
    let file = write(
        data,
        "lama.csv",
        &format!(
            "NIP;TPP;TPP setelah potongan;TK;Terlambat\n{SITI};3.854.725;3.854.725;0;0\n\
             {UJANG};3.854.725;3.854.725;0;0\n197505052005011009;100;100;0;0\n"
        ),
    );
    let asked = ["month", "shadow", "--month", "2026-10", &file];
    insta::assert_snapshot!("shadow", printed(data, &asked));
    let told = json(data, &[&asked[..], &["--json"]].concat());
    let list = |of: &Value, key: &str| of[key].as_array().unwrap().clone();
    let explained: i64 =
        list(&told, "totals").iter().map(|one| one["amount"].as_i64().unwrap()).sum();
    let figures = list(&told, "differences").into_iter().flat_map(|one| list(&one, "figures"));
    assert_eq!(explained, figures.map(|one| one["difference"].as_i64().unwrap()).sum::<i64>());
    let one = json(data, &[&asked[..], &["--skpd", "DISTAN", "--json"]].concat());
    assert_eq!(one["skpd"], "DISTAN");
    assert!(list(&one, "differences").len() < list(&told, "differences").len());
    let bad = write(data, "x.csv", "NIP;Dibayar\n1;2\n");
    let (out, err) = failed(data, &["month", "shadow", "--month", "2026-10", &bad]);
    assert!(out.contains("! Baris 2, kolom NIP: NIP harus 18 angka"), "{out}");
    assert!(err.contains("nothing of x.csv was taken"), "{err}");
    let useless = write(data, "y.csv", "NIP;Jumlah\n1;2\n");
    let (_, err) = failed(data, &["month", "shadow", "--month", "2026-10", &useless]);
    assert!(err.contains("tpp_setelah_potongan"), "{err}");
}

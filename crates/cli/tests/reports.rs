//! What a treasurer's script gets from `abdi report` and `abdi person details`.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn abdi(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_abdi"))
        .current_dir(folder)
        .env_remove("ABDI_REGENCY")
        .env_remove("ABDI_LAW")
        .env_remove("ABDI_DATABASE")
        .env_remove("ABDI_DATA")
        .args(arguments)
        .output()
        .expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The code of the end, what was printed, and what was said beside.
fn ended(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let done = abdi(folder, arguments);
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

const PEOPLE: &str = "nip;nama;skpd;nama skpd;jabatan;kelas;jenis pegawai;pola kerja;berlaku sejak\n\
    198503302003121002;Orang Lain;DISTAN;Dinas Pertanian;Analis;8;pns;lima-hari;2026-01-01\n";
const DETAILS: &str = "NIP;Mulai;Golongan;PTKP;Bank;Rekening\n\
    198503302003121002;2026-01-01;III/b;K/1;Bank Contoh;00112233\n\
    198503302003121002;2026-02-01;3b;K/1;Bank Contoh;00112233\n";

#[test]
fn a_list_is_printed_or_written_once_and_what_cannot_be_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("p.csv"), PEOPLE).unwrap();
    fs::write(at.join("d.csv"), DETAILS).unwrap();
    assert_eq!(ended(at, &["person", "import", "p.csv"]).0, Some(0));
    let (code, out, _) = ended(at, &["person", "details", "d.csv", "--json"]);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, document["loaded"].as_u64()), (Some(0), Some(1)));
    assert_eq!(document["bad"][0]["column"], "Golongan");

    let payments = ["report", "payments", "--month", "2026-10"];
    let with = |more: &[&'static str]| [&payments[..], more].concat();
    let (code, out, _) = ended(at, &with(&["--skpd", "DISTAN", "--format", "csv", "-o", "-"]));
    assert_eq!(code, Some(0));
    assert!(out.contains(",Orang Lain,8,Analis,4370000,") && out.contains(",00112233,"), "{out}");
    let (_, out, _) = ended(at, &with(&["--format", "json", "-o", "-"]));
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["simulation"], true);
    let (code, out, said) = ended(at, &with(&["--format", "xlsx", "-o", "list.xlsx"]));
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
    assert!(said.contains("SIMULASI, 1 rows"), "{said}");
    let written = fs::read(at.join("list.xlsx")).unwrap();
    assert!(written.starts_with(b"PK"));

    let month = ["--month", "2026-10"];
    let refusals: [(&[&str], i32, &str); 11] = [
        (&["thr", "--format", "csv", "-o", "-"], 1, "not paid in 2026-10 but in month 3"),
        (&["recap", "--bank", "contoh-csv", "-o", "-"], 1, "reports bank, thr and gaji-13"),
        (&["payments", "--format", "xlsx", "-o", "list.xlsx"], 1, "is there already"),
        (&["payments", "--format", "csv", "-o", "no/list.csv"], 1, "folder of no/list.csv"),
        (&["payments", "--format", "xlsx", "-o", "-"], 1, "cannot be printed"),
        (&["payments", "--skpd", "NIHIL", "--format", "csv", "-o", "-"], 1, "no skpd \"NIHIL\""),
        (&["slip", "--format", "csv", "-o", "-"], 1, "give a NIP"),
        (&["bank", "--bank", "contoh-csv", "-o", "-"], 1, "SIMULASI"),
        (&["bank", "--bank", "nihil", "-o", "-"], 1, "built in: contoh-csv"),
        (&["bank", "-o", "-"], 2, "--bank"),
        (&["nihil", "--format", "csv", "-o", "-"], 2, "possible values: payments"),
    ];
    for (arguments, code, said) in refusals {
        let (ended, out, error) = ended(at, &[&["report"], arguments, &month].concat());
        assert_eq!((ended, out.as_str()), (Some(code), ""), "{arguments:?}");
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    let (code, _, said) =
        ended(at, &["report", "payments", "--month", "2020-10", "--format", "csv", "-o", "-"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("nothing is known of 2020-10"), "{said}");
    assert_eq!(fs::read(at.join("list.xlsx")).unwrap(), written, "nothing was overwritten");
}

#[test]
fn a_mapping_of_ekinerja_is_built_in_or_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("p.csv"), PEOPLE).unwrap();
    assert_eq!(ended(at, &["person", "import", "p.csv"]).0, Some(0));
    fs::write(at.join("e.xlsx"), "no workbook").unwrap();
    let import = |mapping| {
        ended(at, &["performance", "import", "e.xlsx", "--month", "2026-10", "--mapping", mapping])
    };
    let (code, _, said) = import("contoh");
    assert_eq!(code, Some(1));
    assert!(said.contains("no workbook; save it as .xlsx"), "{said}");
    let (_, _, said) = import("nihil");
    assert!(said.contains("no mapping \"nihil\"") && said.contains("contoh"), "{said}");
    fs::write(at.join("own.toml"), "name = 1\n").unwrap();
    let (_, _, said) = import("own.toml");
    assert!(said.contains("the mapping cannot be read"), "{said}");
}

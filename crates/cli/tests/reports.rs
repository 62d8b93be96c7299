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

/// The words of a PDF with one space between them.
fn said(file: &Path) -> String {
    let document = lopdf::Document::load(file).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("text").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whole rupiah as a list shows them: `41.168.514`.
fn grouped(amount: i64) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[test]
fn the_sums_of_csv_json_workbook_and_pdf_are_the_same_to_the_rupiah() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let more =
        "199001012015031001;Pegawai Dua;DISTAN;Dinas Pertanian;Analis;9;pns;lima-hari;2026-01-01\n";
    fs::write(at.join("p.csv"), format!("{PEOPLE}{more}")).unwrap();
    fs::write(at.join("d.csv"), DETAILS).unwrap();
    assert_eq!(ended(at, &["person", "import", "p.csv"]).0, Some(0));
    assert_eq!(ended(at, &["person", "details", "d.csv"]).0, Some(0));
    let asked = ["--month", "2026-10", "--skpd", "DISTAN", "--format"];
    let report = |name: &'static str, form: &'static str, file: &'static str| {
        ended(at, &[&["report", name], &asked[..], &[form, "-o", file]].concat())
    };

    let (_, csv, _) = report("payments", "csv", "-");
    let heads: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
    let net = heads.iter().position(|head| *head == "net").unwrap();
    let nets = csv.lines().skip(1).map(|line| line.split(',').nth(net).unwrap().parse::<i64>());
    let paid: i64 = nets.map(Result::unwrap).sum();
    assert!(paid > 0, "{csv}");
    let (_, json, _) = report("payments", "json", "-");
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["total"]["net"], paid, "{json}");

    let (code, _, error) = report("payments", "pdf", "list.pdf");
    assert_eq!(code, Some(0), "{error}");
    let list = said(&at.join("list.pdf"));
    assert!(list.contains(&grouped(paid)) && list.contains("SIMULASI"), "{list}");
    assert!(list.contains("Bendahara Pengeluaran"), "{list}");
    assert_eq!(report("sptjm", "pdf", "sptjm.pdf").0, Some(0));
    let letter = said(&at.join("sptjm.pdf"));
    assert!(letter.contains(&format!("Dibayarkan Rp {}", grouped(paid))), "{letter}");
    assert!(letter.contains("2 orang"), "{letter}");
    assert_eq!(report("spj", "pdf", "spj.pdf").0, Some(0));
    let bundle = said(&at.join("spj.pdf"));
    // Recapitulation, statement and list each say it.
    assert!(bundle.matches(&grouped(paid)).count() >= 3, "{bundle}");
    let (code, _, error) = report("sptjm", "csv", "sptjm.csv");
    assert_eq!((code, error.contains("--format pdf")), (Some(1), true), "{error}");

    let slip = ["report", "slip", "--month", "2026-10", "--nip", "198503302003121002"];
    let (code, _, error) = ended(at, &[&slip[..], &["--format", "pdf", "-o", "slip.pdf"]].concat());
    assert_eq!(code, Some(0), "{error}");
    let (_, json, _) = ended(at, &[&slip[..], &["--format", "json", "-o", "-"]].concat());
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let own = document["total"]["amount"].as_i64().unwrap();
    assert!(said(&at.join("slip.pdf")).contains(&format!("Dibayarkan {}", grouped(own))));
}

#[test]
fn an_offices_own_template_wins_and_a_mistake_in_it_is_placed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("p.csv"), PEOPLE).unwrap();
    assert_eq!(ended(at, &["person", "import", "p.csv"]).0, Some(0));
    fs::create_dir(at.join("own")).unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/letters/sptjm.typ");
    let built_in = fs::read_to_string(built_in).unwrap();
    let own = built_in.replace("Yang bertanda tangan", "Kami yang bertanda tangan");
    fs::write(at.join("own/sptjm.typ"), own).unwrap();
    let set = |file: &'static str| {
        let asked = ["report", "sptjm", "--month", "2026-10", "--skpd", "DISTAN"];
        ended(at, &[&asked[..], &["--format", "pdf", "--letters", "own", "-o", file]].concat())
    };
    assert_eq!(set("own.pdf").0, Some(0));
    assert!(said(&at.join("own.pdf")).contains("Kami yang bertanda tangan di bawah ini"));

    fs::write(at.join("own/sptjm.typ"), "#import \"kop.typ\": *\n\n#tidak-ada").unwrap();
    let (code, _, error) = set("broken.pdf");
    assert_eq!(code, Some(1));
    assert!(error.contains("sptjm.typ line 3"), "{error}");
    assert!(!at.join("broken.pdf").exists(), "nothing half done");
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

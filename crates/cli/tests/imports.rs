//! What a script of the office learns from the exit code of an import.

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

const PEOPLE: &str = "nip;nama;skpd;jabatan;kelas;jenis pegawai;pola kerja;pin;berlaku sejak\n";
const GOOD: &str = "198503302003121002;Orang Lain;DISTAN;Analis;8;pns;lima-hari;7;2026-01-01\n";
const BAD: &str = "19850330;Orang Lain;DISTAN;Analis;8;pns;lima-hari;8;2026-01-01\n";

#[test]
fn a_file_of_which_nothing_is_taken_is_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("people.csv"), [PEOPLE, BAD].concat()).unwrap();
    fs::write(
        at.join("leave.csv"),
        "nip;kind;from;until;reason\n123;cuti;2026-11-02;2026-11-03;x\n",
    )
    .unwrap();
    fs::write(at.join("results.csv"), "nip;produktivitas;predikat\n123;90;baik\n").unwrap();
    let imports: [&[&str]; 3] = [
        &["person", "import", "people.csv"],
        &["leave", "import", "leave.csv"],
        &["performance", "import", "results.csv", "--month", "2026-10"],
    ];
    for import in imports {
        for more in [&[][..], &["--json"], &["--dry-run"], &["--json", "--dry-run"]] {
            let done = abdi(at, &[import, more].concat());
            let (out, err) = (text(&done.stdout), text(&done.stderr));
            assert_eq!(done.status.code(), Some(1), "{import:?} {more:?}: {out}{err}");
            let summary = if more.contains(&"--json") { "\"loaded\": 0" } else { "loaded 0" };
            assert!(out.contains(summary), "what became of it is printed all the same: {out}{err}");
            assert!(err.contains("nothing of ") && err.contains("mend the bad rows"), "{err}");
        }
    }
}

#[test]
fn a_file_without_a_punch_is_a_failure_and_that_of_another_terminal_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("1_attlog.dat"), "rubbish\nmore\n").unwrap();
    let import = ["punch", "import", "1_attlog.dat", "--terminal", "T1"];
    let done = abdi(at, &import);
    assert_eq!(done.status.code(), Some(1), "{}", text(&done.stdout));
    assert!(text(&done.stdout).contains("2 unreadable"), "{}", text(&done.stdout));
    assert!(text(&done.stderr).contains("holds no punch"), "{}", text(&done.stderr));

    let protected = "SN=OIN7030057091500123\n    7\t2026-10-05 07:21:04\t1\t0\t1\t0\n\
                     6f2d8a1b6f2d8a1b6f2d8a1b6f2d8a1b\n";
    fs::write(at.join("1_attlog.dat"), protected).unwrap();
    let done = abdi(at, &import);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let said = text(&done.stdout);
    assert!(said.contains("the file says that it is of terminal OIN7030057091500123"), "{said}");
    let done = abdi(at, &["punch", "import", "1_attlog.dat", "--terminal", "OIN7030057091500123"]);
    assert!(!text(&done.stdout).contains("of terminal"), "{}", text(&done.stdout));
}

#[test]
fn a_value_that_cannot_be_is_bad_input_and_an_unknown_option_wrong_use() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, expected) in [
        (&["evaluate", "--month", "2026-13"][..], 1),
        (&["statement", "--nip", "111111111111111111", "--month", "2026-10"], 1),
        (&["explain", "--nip", "198503302003121002", "--date", "2026-02-30"], 1),
        (&["evaluate", "--moon", "2026-10"], 2),
        (&["evaluate"], 2),
    ] {
        let done = abdi(folder.path(), arguments);
        assert_eq!(done.status.code(), Some(expected), "{arguments:?}: {}", text(&done.stderr));
        assert!(text(&done.stderr).starts_with("error: "), "{}", text(&done.stderr));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is created on the way");
}

#[test]
fn a_file_of_which_something_is_taken_or_known_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("people.csv"), [PEOPLE, GOOD, BAD].concat()).unwrap();
    fs::write(at.join("nobody.csv"), PEOPLE).unwrap();
    for (file, expected) in
        [("people.csv", "loaded 1"), ("people.csv", "known 1"), ("nobody.csv", "rows 0")]
    {
        let done = abdi(at, &["person", "import", file]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        assert!(text(&done.stdout).contains(expected), "{}", text(&done.stdout));
        let new = text(&done.stdout).contains("\n  organisations not known before: DISTAN\n");
        assert_eq!(new, expected == "loaded 1", "a mistyped code is to be seen");
    }
}

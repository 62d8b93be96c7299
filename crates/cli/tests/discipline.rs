//! `abdi discipline` over a demo of a few people.

use std::process::Command;

fn abdi(folder: &std::path::Path, args: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_abdi"))
        .args(["--data", "data"])
        .args(args)
        .current_dir(folder)
        .env_remove("ABDI_DATABASE")
        .env_remove("ABDI_REGENCY")
        .env_remove("ABDI_LAW")
        .output()
        .expect("the binary runs");
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn the_list_leads_to_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let demo = ["demo", "--people", "60", "--months", "2", "--no-serve"];
    assert_eq!(abdi(folder.path(), &demo).0, Some(0));
    let (code, text) = abdi(folder.path(), &["discipline", "list", "--json"]);
    assert_eq!(code, Some(0), "{text}");
    let list: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rows = list["rows"].as_array().unwrap();
    assert!(!rows.is_empty() && list["people"] == rows.len(), "{text}");
    let first = &rows[0];
    let days = first["absences"].as_array().unwrap().len();
    assert!(rows.iter().all(|row| row["absences"].as_array().unwrap().len() <= days));
    let nip = first["nip"].as_str().unwrap();
    let (code, shown) = abdi(folder.path(), &["discipline", "show", nip, "--json"]);
    assert_eq!(code, Some(0), "{shown}");
    let year: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!((&year["absences"], &year["alerts"]), (&first["absences"], &first["alerts"]));
    let (_, said) = abdi(folder.path(), &["discipline", "show", nip]);
    assert!(said.contains(&format!("{days} hari tidak masuk tanpa keterangan")), "{said}");

    let (code, said) = abdi(folder.path(), &["discipline", "show", "17"]);
    assert_eq!((code, said.contains("no case \"17\"")), (Some(1), true), "{said}");
    assert_eq!(abdi(folder.path(), &["discipline", "show", "siapa"]).0, Some(1));
    let (code, said) = abdi(folder.path(), &["discipline", "list", "--year", "1999"]);
    assert_eq!((code, said.contains("1999 cannot be counted")), (Some(1), true), "{said}");
}

//! The spreadsheets, opened by LibreOffice, which computes every formula again.
//!
//! Skipped, saying why, where there is no `soffice` (Debian: libreoffice-calc), unless
//! `ABDI_TEST_LIBREOFFICE` is set.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use reports::{PAYMENTS, Period, Table, xlsx};
use rust_xlsxwriter::{Formula, Workbook};
use words::Lang;

use crate::{read_back, samples};

/// Makes LibreOffice compute all formulas of a file that it opens, not only those of its own.
const ALWAYS_RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// CSV with `,`, `"` and UTF-8, cells as they are shown, no formulas.
const CONVERT_TO: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

/// Whether LibreOffice is here; says so if not.
fn has_libreoffice() -> bool {
    let found = Command::new("soffice").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !found {
        assert!(
            std::env::var("ABDI_TEST_LIBREOFFICE").is_err(),
            "ABDI_TEST_LIBREOFFICE is set, but there is no soffice; install libreoffice-calc"
        );
        eprintln!("skipped: there is no soffice; install libreoffice-calc to open the sheets");
    }
    found
}

/// Converts all workbooks of `folder` to CSV beside them, with a profile of its own.
fn convert(folder: &Path) {
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).expect("a profile");
    fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS_RECALCULATE)
        .expect("its settings");
    let books = fs::read_dir(folder).expect("the folder").filter_map(|entry| {
        let path = entry.expect("an entry").path();
        path.extension().is_some_and(|extension| extension == "xlsx").then_some(path)
    });
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", CONVERT_TO, "--outdir"])
        .arg(folder)
        .args(books)
        .output()
        .expect("soffice runs");
    assert!(output.status.success(), "{output:?}");
}

/// A sheet whose formula holds a wrong value: who reads 3 has computed.
fn write_control(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, 1).expect("a number");
    sheet.write(1, 0, 2).expect("a number");
    let wrong = Formula::new("=SUM(A1:A2)").set_result("99");
    sheet.write_formula(2, 0, wrong).expect("a formula");
    book.save(path).expect("a file");
}

/// All reports, and one of hard names, under names of files.
fn tables() -> Vec<(String, Table)> {
    let mut tables: Vec<(String, Table)> =
        samples::tables().into_iter().map(|table| (table.name.to_owned(), table)).collect();
    let names = samples::hard_names().into_iter().enumerate();
    let rows: Vec<_> =
        names.map(|(at, name)| samples::payment(at, &name, "Dinas", 1_000_000)).collect();
    let frame = samples::frame(Period::Month(samples::month()));
    tables.push(("hard-names".to_owned(), PAYMENTS.table(&rows, frame)));
    tables
}

#[test]
fn libreoffice_computes_the_same_totals() {
    if !has_libreoffice() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    write_control(&path.join("control.xlsx"));
    for (name, table) in tables() {
        let book = xlsx(&table, Lang::Id).expect("the table fits a spreadsheet");
        fs::write(path.join(format!("{name}.xlsx")), book).expect("a file");
    }
    convert(path);
    let control = fs::read_to_string(path.join("control.csv")).expect("it was converted");
    assert_eq!(control.lines().collect::<Vec<_>>(), ["1", "2", "3"], "it must compute");
    for (name, table) in tables() {
        let file = fs::read(path.join(format!("{name}.csv"))).expect("it was converted");
        assert_eq!(
            read_back::of_csv_total(&table, &file, b','),
            read_back::of_table(&table),
            "{name}"
        );
    }
    let hard = fs::read_to_string(path.join("hard-names.csv")).expect("it was converted");
    assert!(hard.contains("=HYPERLINK(\"\"http://contoh.invalid\"\";\"\"klik\"\")"), "{hard}");
    assert!(hard.contains("19870412201001") && hard.contains("0000000001"), "{hard}");
}

//! Results of work out of files.

use office::{BadTable, OfficeError};
use rust_xlsxwriter::Workbook;
use storage::presence::People;

use crate::fixture::{BUDI, Desk, SITI, desk};

async fn import(
    desk: &Desk,
    csv: &str,
    dry_run: bool,
) -> Result<office::ImportedRows, OfficeError> {
    let month = "2026-10".parse().expect("the example is in order");
    desk.office.import_performance(&desk.root, month, "k.csv", csv.as_bytes(), dry_run).await
}

#[tokio::test]
async fn percentages_become_basis_points_and_bad_rows_are_told() {
    let desk = desk();
    desk.load_two().await;
    let csv = format!(
        "NIP;Nama;e-Kinerja;Predikat\n\
         {BUDI};Budi;95,55;Sangat Baik\n\
         {SITI};Siti;100,01;\n\
         {SITI};Siti;-5;\n\
         {SITI};Siti;0,955;\n\
         {SITI};Siti;;\n\
         199202022018011001;Asing;90;\n\
         {BUDI};Budi;90;\n"
    );
    let said = import(&desk, &csv, true).await.unwrap();
    let month = "2026-10".parse().unwrap();
    assert_eq!(desk.store.performance(&People::All, month).await.unwrap(), []);
    let done = import(&desk, &csv, false).await.unwrap();
    assert_eq!(said.bad, done.bad);
    assert_eq!((done.rows, done.loaded, done.known, done.bad.len()), (7, 1, 0, 6));
    let lines: Vec<_> = done.bad.iter().map(|bad| (bad.line, bad.column.as_str())).collect();
    assert_eq!(
        lines,
        [
            (3, "e-Kinerja"),
            (4, "e-Kinerja"),
            (5, "e-Kinerja"),
            (6, "e-Kinerja"),
            (7, "NIP"),
            (8, "NIP")
        ]
    );
    let kept = desk.store.performance(&People::All, month).await.unwrap();
    assert_eq!(
        (kept[0].productivity_bp, kept[0].predikat.as_deref()),
        (Some(9_555), Some("sangat-baik"))
    );
    let again = import(&desk, &csv, false).await.unwrap();
    assert_eq!((again.loaded, again.known), (0, 1));
}

#[tokio::test]
async fn a_workbook_of_results_loads() {
    let desk = desk();
    desk.load_two().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (nip, percent)) in
        [("nip", None), (BUDI, Some(92.5)), (SITI, Some(87.0))].into_iter().enumerate()
    {
        let row = u32::try_from(row).unwrap();
        sheet.write(row, 0, nip).unwrap();
        match percent {
            Some(percent) => sheet.write_number(row, 1, percent).unwrap(),
            None => sheet.write(row, 1, "produktivitas").unwrap(),
        };
    }
    let bytes = book.save_to_buffer().unwrap();
    let month = "2026-10".parse().unwrap();
    let done = desk.office.import_performance(&desk.root, month, "k.xlsx", &bytes, false).await;
    assert_eq!(done.unwrap().loaded, 2);
    let kept = desk.store.performance(&People::All, month).await.unwrap();
    let points: Vec<_> = kept.iter().map(|row| row.productivity_bp).collect();
    assert_eq!(points, [Some(9_250), Some(8_700)]);
}

#[tokio::test]
async fn a_month_to_come_and_a_file_without_results_are_refused() {
    let desk = desk();
    desk.load_two().await;
    let csv = format!("nip,lkh\n{BUDI},90\n");
    let next = "2026-12".parse().unwrap();
    let done = desk.office.import_performance(&desk.root, next, "k.csv", csv.as_bytes(), false);
    assert!(matches!(done.await, Err(OfficeError::BadInput(text)) if text.contains("not begun")));
    let done = import(&desk, "nip,nama\n", false).await;
    assert!(matches!(done, Err(OfficeError::BadInput(text)) if text.contains("productivity")));
}

/// A workbook as the invented mapping describes it, with these rows.
fn ekinerja(rows: &[[&str; 4]]) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Petunjuk").expect("the workbook is in order");
    let sheet = book.add_worksheet();
    sheet.set_name("Predikat").expect("the workbook is in order");
    sheet.write(0, 0, "Rekapitulasi Oktober").expect("the workbook is in order");
    let head = ["NIP", "Rating Hasil Kerja", "Rating Perilaku Kerja", "Predikat Kinerja"];
    for (row, cells) in std::iter::once(&head).chain(rows).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (
                u32::try_from(row).expect("the workbook is in order") + 2,
                u16::try_from(column).expect("the workbook is in order"),
            );
            sheet.write(row, column, *cell).expect("the workbook is in order");
        }
    }
    book.save_to_buffer().expect("the workbook is in order")
}

fn mapping(text: &str) -> office::allowance::EKinerjaMapping {
    office::allowance::EKinerjaMapping::read(text).expect("the mapping is in order")
}

const SHIPPED: &str = include_str!("../../../../content/ekinerja/contoh.toml");

#[tokio::test]
async fn a_file_of_ekinerja_makes_the_predikat_by_the_quadrant() {
    let desk = desk();
    desk.load_two().await;
    let bytes = ekinerja(&[
        [BUDI, "Sesuai Ekspektasi", "Di Bawah Ekspektasi", "Kurang"],
        [SITI, "DIATAS ESPEKTASI", "1", ""],
        ["199202022018011001", "2", "2", "Baik"],
        [BUDI, "2", "2", "Baik"],
    ]);
    let month = "2026-10".parse().unwrap();
    let file = ("e.xlsx", bytes.as_slice());
    let mapping = mapping(SHIPPED);
    let import = desk.office.import_ekinerja(&desk.root, month, file, &mapping, false);
    let done = import.await.unwrap();
    let told: Vec<_> = done.bad.iter().map(|bad| (bad.line, bad.column.as_str())).collect();
    assert_eq!((done.rows, done.loaded, told), (4, 2, vec![(6, "NIP"), (7, "NIP")]));
    let kept = desk.store.performance(&People::All, month).await.unwrap();
    let predikat: Vec<_> = kept.iter().map(|row| row.predikat.as_deref().unwrap()).collect();
    assert_eq!(predikat, ["kurang", "sangat-baik"]);
    assert_eq!(desk.audit(1).await[0].verb, "allowance.import_performance");
}

#[tokio::test]
async fn a_predikat_that_hasil_and_perilaku_do_not_make_is_told() {
    let desk = desk();
    desk.load_two().await;
    let bytes =
        ekinerja(&[[BUDI, "Sesuai", "Di Bawah", "Baik"], [SITI, "Sesuai", "luar biasa", "Baik"]]);
    let month = "2026-10".parse().unwrap();
    let file = ("e.xlsx", bytes.as_slice());
    let mapping = mapping(SHIPPED);
    let import = desk.office.import_ekinerja(&desk.root, month, file, &mapping, false);
    let done = import.await.unwrap();
    let told: Vec<_> = done.bad.iter().map(|bad| bad.reason.to_string()).collect();
    assert_eq!(done.loaded, 0);
    assert!(told[0].contains("the file says baik") && told[0].contains("make kurang"), "{told:?}");
    assert!(told[1].contains("is no expectation"), "{told:?}");
}

#[tokio::test]
async fn a_mapping_that_does_not_fit_the_file_says_what_stands_there() {
    let desk = desk();
    desk.load_two().await;
    let bytes = ekinerja(&[[BUDI, "2", "2", "Baik"]]);
    let month = "2026-10".parse().unwrap();
    for (from, to, said) in [
        ("sheet = \"Predikat\"", "sheet = \"Lain\"", "no sheet \"Lain\", but: Petunjuk, Predikat"),
        ("header_row = 3", "header_row = 2", "row 2 is empty"),
        ("Rating Hasil Kerja", "Hasil", "no column \"Hasil\""),
    ] {
        let mapping = mapping(&SHIPPED.replace(from, to));
        let file = ("e.xlsx", bytes.as_slice());
        let done = desk.office.import_ekinerja(&desk.root, month, file, &mapping, false).await;
        assert!(
            matches!(&done, Err(OfficeError::Table { why, .. }) if why.to_string().contains(said)),
            "{said}: {done:?}"
        );
    }
    let csv = ("e.csv", &b"NIP,Predikat Kinerja\n"[..]);
    let done = desk.office.import_ekinerja(&desk.root, month, csv, &mapping(SHIPPED), false).await;
    assert!(matches!(&done, Err(OfficeError::Table { why: BadTable::NoWorkbook, .. })));
}

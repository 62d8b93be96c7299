//! What a reader of cells does not see: how a workbook scrolls, prints and describes itself.

use std::io::{Cursor, Read};

use reports::xlsx;
use words::Lang;
use zip::ZipArchive;

use crate::samples;

/// A part of the workbook of the payment list.
fn part(name: &str) -> String {
    let bytes = xlsx(&samples::payments(), Lang::Id).expect("it fits a spreadsheet");
    let mut book = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a ZIP file");
    let mut text = String::new();
    book.by_name(name).expect("the part is there").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn the_heading_stays_and_comes_again_on_each_page() {
    let (sheet, book) = (part("xl/worksheets/sheet1.xml"), part("xl/workbook.xml"));
    assert!(sheet.contains("<pane ySplit=\"6\" topLeftCell=\"A7\""), "{sheet}");
    assert!(book.contains(">'Daftar pembayaran TPP'!$6:$6</definedName>"), "{book}");
    assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"), "{sheet}");
    assert!(
        sheet.contains("paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""),
        "{sheet}"
    );
    assert!(sheet.contains("<oddHeader>&amp;RSIMULASI</oddHeader>"), "{sheet}");
}

#[test]
fn sums_are_formulas_that_hold_their_value() {
    let sheet = part("xl/worksheets/sheet1.xml");
    // Two people of the first unit stand in rows 8 and 9, all rows in 8 to 13.
    for sum in ["SUBTOTAL(9,L8:L9)</f><v>7284896</v>", "SUBTOTAL(9,L8:L13)</f><v>9227896</v>"] {
        assert!(sheet.contains(sum), "{sum} in {sheet}");
    }
    assert!(part("xl/styles.xml").contains("formatCode=\"#,##0\""));
}

#[test]
fn a_workbook_says_whose_it_is_and_nothing_of_when_it_was_written() {
    let core = part("docProps/core.xml");
    assert!(core.contains("<dc:title>Daftar pembayaran TPP</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>Pemerintah Kabupaten Contoh</dc:creator>"), "{core}");
    assert!(core.contains(">2000-01-01T00:00:00Z</dcterms:created>"), "{core}");
}

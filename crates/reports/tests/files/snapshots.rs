//! Each report as CSV and JSON.

use reports::{Cell, CsvStyle, Note, csv, json};
use words::{Lang, Words};

use crate::samples;

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("our files are UTF-8")
}

#[test]
fn every_report_as_csv_for_a_spreadsheet() {
    for table in samples::tables() {
        let file = text(csv(&table, Lang::Id, CsvStyle::Spreadsheet));
        assert!(file.starts_with('\u{feff}') && file.ends_with("\r\n"));
        insta::assert_snapshot!(format!("{}-spreadsheet", table.name), file);
    }
}

#[test]
fn every_report_as_plain_csv() {
    for table in samples::tables() {
        let file = text(csv(&table, Lang::En, CsvStyle::Plain));
        insta::assert_snapshot!(format!("{}-plain", table.name), file);
    }
}

#[test]
fn every_report_as_json() {
    for table in samples::tables() {
        let document = json(&table, Lang::Id);
        assert_eq!(document, json(&table, Lang::Id));
        insta::assert_snapshot!(format!("{}-json", table.name), document);
    }
}

#[test]
fn every_title_column_and_note_is_said_in_both_languages() {
    for table in samples::tables() {
        let notes =
            [Note::Simulation, Note::LawVersion(String::new()), Note::Digest(String::new())];
        let phrases = table.columns.iter().map(|column| column.words.clone());
        let phrases = phrases.chain(table.heading.clone()).chain(notes.map(|note| note.phrase()));
        for phrase in phrases {
            for lang in Lang::ALL {
                let said = Words::say(lang, &phrase);
                assert!(!said.starts_with("report-"), "{}: {said}", lang.code());
            }
        }
    }
}

#[test]
fn no_two_columns_of_a_report_share_a_key_and_none_is_called_group() {
    for table in samples::tables() {
        let mut keys: Vec<&str> = table.columns.iter().map(|column| &*column.key).collect();
        keys.push("group");
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count, "{}", table.name);
    }
}

#[test]
fn every_row_has_a_cell_a_column() {
    for table in samples::tables() {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{}", table.name);
        }
        let total: Option<&[Cell]> = table.total.as_deref();
        assert!(total.is_none_or(|cells| cells.len() == table.columns.len()), "{}", table.name);
    }
}

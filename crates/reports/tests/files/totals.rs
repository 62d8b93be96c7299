//! Totals of every file are equal to the rupiah, and odd names come back as they went in.

use calamine::{Data, Reader, Xlsx};
use civil::Rupiah;
use proptest::prelude::*;
use reports::{Cell, CsvStyle, Level, PAYMENTS, PaymentRow, Period, Table, XlsxRefused, csv, xlsx};
use words::Lang;

use crate::{read_back, samples};

fn book(table: &Table) -> Vec<u8> {
    xlsx(table, Lang::Id).expect("the table fits a spreadsheet")
}

fn check_totals(table: &Table) {
    let sums = read_back::of_table(table);
    let (values, formulas) = read_back::of_xlsx(table, &book(table));
    assert_eq!(values, sums, "{} as XLSX", table.name);
    for formula in formulas.values() {
        let function = if formula.starts_with("SUBTOTAL(9,") { "SUBTOTAL" } else { "SUM" };
        assert!(formula.starts_with(&format!("{function}(")), "{}: {formula:?}", table.name);
    }
    assert_eq!(read_back::of_plain_csv(table), sums, "{} as plain CSV", table.name);
    let file = csv(table, Lang::Id, CsvStyle::Spreadsheet);
    assert_eq!(read_back::of_csv_total(table, &file, b';'), sums, "{} as CSV", table.name);
    assert_eq!(read_back::of_json(table), sums, "{} as JSON", table.name);
}

#[test]
fn the_total_is_the_same_in_every_file() {
    let tables = samples::tables();
    assert_eq!(tables.len(), 13);
    for table in tables {
        check_totals(&table);
    }
}

#[test]
fn the_number_of_rows_stands_below_their_numbers() {
    let table = samples::payments();
    let first = |cells: &[Cell]| cells.first().cloned();
    let subtotals = table.rows.iter().filter(|row| row.level == Level::Subtotal);
    let counts: Vec<_> = subtotals.map(|row| first(&row.cells)).collect();
    assert_eq!(counts, [Some(Cell::Number(2)), Some(Cell::Number(1))]);
    assert_eq!(table.total.as_deref().and_then(first), Some(Cell::Number(3)));
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    for table in samples::tables() {
        assert_eq!(book(&table), book(&table), "{}", table.name);
    }
}

fn odd_rows() -> Vec<PaymentRow> {
    let names = samples::hard_names().into_iter().enumerate();
    names.map(|(index, name)| samples::payment(index, &name, "Dinas", 1_000_000)).collect()
}

fn odd_table() -> Table {
    PAYMENTS.table(&odd_rows(), samples::frame(Period::Month(samples::month())))
}

#[test]
fn odd_names_come_back_from_xlsx_as_text() {
    let table = odd_table();
    let mut sheet = Xlsx::new(std::io::Cursor::new(book(&table))).expect("a workbook");
    let name = sheet.sheet_names().first().expect("one sheet").clone();
    let range = sheet.worksheet_range(&name).expect("cells");
    // Four lines of heading, an empty one, the columns.
    let rows: Vec<&[Data]> = range.rows().skip(6).take(odd_rows().len()).collect();
    for (row, person) in rows.iter().zip(odd_rows()) {
        let text = |place: usize| match row.get(place) {
            Some(Data::String(text)) => text.clone(),
            other => panic!("column {place} is no text but {other:?}"),
        };
        assert_eq!([text(1), text(2), text(12)], [person.nip, person.name, person.account]);
        assert_eq!(row.get(5), Some(&Data::Float(1_000_000.0)));
    }
    assert_eq!(rows.len(), 9);
    let formulas = sheet.worksheet_formula(&name).expect("formulas");
    let texts = formulas.rows().flatten().filter(|formula| !formula.is_empty());
    assert!(texts.clone().count() == 7 && texts.clone().all(|text| text.starts_with("SUM(")));
}

#[test]
fn no_text_of_csv_begins_as_a_formula() {
    for style in [CsvStyle::Spreadsheet, CsvStyle::Plain] {
        let file = csv(&odd_table(), Lang::Id, style);
        let separator = if style == CsvStyle::Plain { b',' } else { b';' };
        let mut reader =
            ::csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(&*file);
        let mut people = 0;
        for (record, person) in reader.records().zip(odd_rows()) {
            let record = record.expect("a row");
            let name = record.get(2).expect("a name");
            assert!(!name.trim_start().starts_with(['=', '+', '-', '@']), "{name}");
            assert_eq!(name.strip_prefix('\'').unwrap_or(name), person.name);
            people += 1;
        }
        assert_eq!(people, 9);
    }
}

#[test]
fn a_negative_amount_stays_a_number_in_csv() {
    let mut row = samples::payment(1, "Aminah", "Dinas", 1_000_000);
    row.net = Rupiah(-15_419);
    let table = PAYMENTS.table(&[row], samples::frame(Period::Month(samples::month())));
    let file = String::from_utf8(csv(&table, Lang::Id, CsvStyle::Spreadsheet)).expect("UTF-8");
    assert!(file.contains(";-15419;"), "{file}");
    check_totals(&table);
}

#[test]
fn what_a_spreadsheet_would_change_is_refused() {
    let mut row = samples::payment(1, "Aminah", "Dinas", 1_000_000);
    row.net = Rupiah(1_000_000_000_000_000);
    let frame = || samples::frame(Period::Month(samples::month()));
    let refused = xlsx(&PAYMENTS.table(&[row.clone()], frame()), Lang::Id);
    assert!(matches!(refused, Err(XlsxRefused::AmountTooLong { amount: 1_000_000_000_000_000 })));
    row.net = Rupiah(0);
    row.name = "x".repeat(32_768);
    let refused = xlsx(&PAYMENTS.table(&[row], frame()), Lang::Id);
    assert!(matches!(refused, Err(XlsxRefused::TextTooLong { units: 32_768, .. })));
}

#[test]
fn a_list_of_nobody_is_a_file_too() {
    let table = PAYMENTS.table(&[], samples::frame(Period::Month(samples::month())));
    let (values, formulas) = read_back::of_xlsx(&table, &book(&table));
    assert!(values.len() == 7 && values.values().all(|value| *value == 0));
    assert!(formulas.values().all(String::is_empty));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The sum of the rows is that of the groups and the total, in every file, whatever the order.
    #[test]
    fn the_sum_of_the_parts_is_the_total(
        people in prop::collection::vec((0_usize..5, -9_000_000_000_i64..9_000_000_000, ".{0,12}"), 1..40)
    ) {
        let rows: Vec<PaymentRow> = people
            .iter()
            .enumerate()
            .map(|(index, (unit, gross, name))| {
                samples::payment(index, name, &format!("Unit {unit}"), *gross)
            })
            .collect();
        let table =
            PAYMENTS.grouped(&rows, |row| &row.unit, samples::frame(Period::Month(samples::month())));
        let place = table.columns.iter().position(|column| column.key == "net").expect("net");
        let sum_of = |level: Level| -> i64 {
            let rows = table.rows.iter().filter(|row| row.level == level);
            rows.filter_map(|row| row.cells.get(place).and_then(Cell::amount)).sum()
        };
        let net: i64 = rows.iter().map(|row| row.net.0).sum();
        prop_assert_eq!(sum_of(Level::Data), net);
        prop_assert_eq!(sum_of(Level::Subtotal), net);
        prop_assert_eq!(read_back::of_table(&table).get("net").copied(), Some(net));
        prop_assert_eq!(table.data().count(), rows.len());
        check_totals(&table);
    }
}

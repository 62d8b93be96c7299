//! Reading back what was written, as another program would.

use std::{collections::BTreeMap, io::Cursor};

use calamine::{Data, Reader, Xlsx};
use reports::{CsvStyle, Table, Total, csv};
use words::{Lang, Words};

/// The last row of a table that adds up: key of the column and amount.
pub(crate) type Sums = BTreeMap<String, i64>;

/// The sums that the table itself has.
pub(crate) fn of_table(table: &Table) -> Sums {
    let cells = table.total.iter().flatten();
    table
        .columns
        .iter()
        .zip(cells)
        .filter(|(column, _)| column.total == Total::Sum)
        .map(|(column, cell)| (column.key.clone(), cell.amount().expect("a sum is an amount")))
        .collect()
}

/// The sums as the sheet of a workbook has them: values, and the formulas beside them.
pub(crate) fn of_xlsx(table: &Table, bytes: &[u8]) -> (Sums, BTreeMap<String, String>) {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names().first().expect("one sheet").clone();
    let values = book.worksheet_range(&name).expect("the sheet has cells");
    let formulas = book.worksheet_formula(&name).expect("the sheet has formulas");
    let label = Words::get(Lang::Id, "report-total");
    let total = values
        .rows()
        .position(|row| row.iter().any(|cell| matches!(cell, Data::String(text) if *text == label)))
        .expect("there is a row with the total");
    let row = u32::try_from(total).expect("few rows");
    let at = |column: u32| (row, column);
    let mut sums = Sums::new();
    let mut texts = BTreeMap::new();
    for (place, column) in (0..).zip(&table.columns) {
        if column.total == Total::Sum {
            let value = match values.get_value(at(place)) {
                Some(Data::Float(number)) => number.to_string(),
                Some(other) => other.to_string(),
                None => String::new(),
            };
            sums.insert(column.key.clone(), value.parse().expect("a whole number"));
            let formula = formulas.get_value(at(place)).cloned().unwrap_or_default();
            texts.insert(column.key.clone(), formula);
        }
    }
    (sums, texts)
}

/// The sums of the rows of plain CSV, added up here.
pub(crate) fn of_plain_csv(table: &Table) -> Sums {
    let bytes = csv(table, Lang::Id, CsvStyle::Plain);
    let mut reader = ::csv::Reader::from_reader(&*bytes);
    let keys = reader.headers().expect("a heading").clone();
    let mut sums: Sums = of_table(table).into_keys().map(|key| (key, 0)).collect();
    for record in reader.records() {
        for (key, text) in keys.iter().zip(&record.expect("a row")) {
            if let Some(sum) = sums.get_mut(key) {
                *sum += text.parse::<i64>().expect("an amount");
            }
        }
    }
    sums
}

/// The last sums of CSV for a spreadsheet, with the given separator.
pub(crate) fn of_csv_total(table: &Table, bytes: &[u8], separator: u8) -> Sums {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    let label = Words::get(Lang::Id, "report-total");
    let records: Vec<::csv::StringRecord> =
        reader.records().map(|record| record.expect("a row")).collect();
    let total = records
        .iter()
        .find(|record| record.iter().any(|cell| cell == label))
        .expect("there is a row with the total");
    let cells = table.columns.iter().zip(total);
    cells
        .filter(|(column, _)| column.total == Total::Sum)
        .map(|(column, text)| {
            let digits: String = text.chars().filter(|c| *c == '-' || c.is_ascii_digit()).collect();
            (column.key.clone(), digits.parse().expect("an amount"))
        })
        .collect()
}

/// The total of JSON.
pub(crate) fn of_json(table: &Table) -> Sums {
    let document: serde_json::Value =
        serde_json::from_str(&reports::json(table, Lang::Id)).expect("JSON");
    let total = document.get("total").and_then(serde_json::Value::as_object);
    of_table(table)
        .into_keys()
        .map(|key| {
            let value = total.and_then(|total| total.get(&key)).and_then(serde_json::Value::as_i64);
            (key, value.expect("a whole number"))
        })
        .collect()
}

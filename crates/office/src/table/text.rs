//! Tables in text: CSV with a comma, a semicolon or a tab.

use std::borrow::Cow;

use super::{BadTable, CELL_BYTES_MAX, COLUMNS_MAX, HEADING_ROWS, ROWS_MAX, RawRow};

/// Reads the rows that hold anything. `known` counts the headings known in a row; the delimiter is
/// the one that makes most of them.
pub(super) fn rows(
    bytes: &[u8],
    known: impl Fn(&[String]) -> usize,
) -> Result<Vec<RawRow>, BadTable> {
    let text = decode(bytes)?;
    let best = [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| {
        let head = divide(&text, delimiter, HEADING_ROWS).unwrap_or_default();
        head.iter().map(|row| known(&row.cells)).max()
    });
    let rows = divide(&text, best.unwrap_or(b','), ROWS_MAX + 1)?;
    if rows.len() > ROWS_MAX {
        return Err(BadTable::TooManyRows);
    }
    Ok(rows)
}

/// Brings a file to text: UTF-8 and UTF-16 by their marks, else UTF-8 if it is that, else the
/// encoding of older office programs.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, BadTable> {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, bytes),
        None => (encoding_rs::WINDOWS_1252, bytes),
    };
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .filter(|text| !text.contains('\0'))
        .ok_or(BadTable::NoText)
}

/// The first `limit` rows with something in them.
fn divide(text: &str, delimiter: u8, limit: usize) -> Result<Vec<RawRow>, BadTable> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines { text, place: 0, line: 1 };
    for record in reader.into_records() {
        let record = record.map_err(|_| BadTable::NoText)?;
        let line = lines.at(record.position().map_or(0, csv::Position::byte));
        if let Some(long) = record.iter().find(|cell| cell.len() > CELL_BYTES_MAX) {
            let begin: String = long.chars().take(40).collect();
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            return Err(BadTable::EndlessCell { line, begin });
        }
        let blank = record.iter().all(|cell| cell.trim().is_empty());
        // Excel's own note about the delimiter is no row of the table.
        let note = line == 1 && record.get(0).is_some_and(|cell| cell.starts_with("sep="));
        if !blank && !note {
            rows.push(RawRow {
                line: u32::try_from(line).unwrap_or(u32::MAX),
                cells: record.iter().take(COLUMNS_MAX).map(|cell| cell.trim().to_owned()).collect(),
            });
        }
        if rows.len() == limit {
            break;
        }
    }
    Ok(rows)
}

/// Counts lines by bytes: the reader of CSV counts a record as begun before the line end of the
/// one before it.
struct Lines<'t> {
    text: &'t str,
    place: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first text at or after a byte; bytes never go back.
    fn at(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.get(byte..).unwrap_or_default();
        let start = byte + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let passed = self.text.get(self.place..start).unwrap_or_default();
        self.line += passed.matches('\n').count() as u64;
        self.place = start;
        self.line
    }
}

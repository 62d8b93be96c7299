//! Tables in a workbook: a sheet of an XLSX file.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::{BadTable, CELL_BYTES_MAX, COLUMNS_MAX, ROWS_MAX, RawRow};

/// Most bytes a workbook may unfold to: small ones can be made to fill any memory.
const UNFOLDED_BYTES_MAX: u64 = 250_000_000;

/// From here on a spreadsheet no longer holds every digit of a number.
const EXACT_BELOW: f64 = 1e15;

/// Reads the rows that hold anything, of the sheet with this name or of the first.
pub(super) fn rows(bytes: &[u8], sheet: Option<&str>) -> Result<Vec<RawRow>, BadTable> {
    let broken = |error: &dyn std::fmt::Display| BadTable::Broken { why: error.to_string() };
    check_size(bytes, UNFOLDED_BYTES_MAX).map_err(|error| match error {
        Unfit::TooLarge => BadTable::Unfolds,
        Unfit::Broken(error) => broken(&error),
    })?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names = book.sheet_names();
    let found = names.iter().find(|name| sheet.is_none_or(|sheet| *name == sheet)).cloned();
    let Some(sheet) = found else {
        let sheet = sheet.unwrap_or_default().to_owned();
        return Err(BadTable::NoSheet { sheet, here: names.join(", ") });
    };
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|error| broken(&error))?;
    let mut rows: Vec<RawRow> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = text_of(cell.get_value()).trim().to_owned();
        if text.is_empty() || column >= COLUMNS_MAX {
            continue;
        }
        if text.len() > CELL_BYTES_MAX {
            let begin = text.chars().take(40).collect();
            return Err(BadTable::EndlessCell { line: row.saturating_add(1), begin });
        }
        let line = row.saturating_add(1);
        if rows.last().is_none_or(|last| last.line != line) {
            rows.push(RawRow { line, cells: Vec::new() });
        }
        if rows.len() > ROWS_MAX {
            return Err(BadTable::TooManyRows);
        }
        let row = rows.last_mut().expect("a row was pushed");
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = text;
        }
    }
    Ok(rows)
}

/// Why a workbook is not opened at all.
#[derive(Debug)]
pub(super) enum Unfit {
    /// It unfolds to too much.
    TooLarge,
    /// It is no archive.
    Broken(zip::result::ZipError),
}

/// Adds up what the parts of the workbook unfold to: first what they say, which costs nothing, then
/// what comes out of them, because what they say may be a lie.
pub(super) fn check_size(bytes: &[u8], most: u64) -> Result<(), Unfit> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(Unfit::Broken)?;
    let mut said: u64 = 0;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(Unfit::Broken)?;
        said = said.saturating_add(part.size());
    }
    if said > most {
        return Err(Unfit::TooLarge);
    }
    let mut left = most;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(Unfit::Broken)?;
        let mut part = part.take(left.saturating_add(1));
        let unfolded = std::io::copy(&mut part, &mut std::io::sink());
        let unfolded = unfolded.map_err(|error| Unfit::Broken(error.into()))?;
        left = left.checked_sub(unfolded).ok_or(Unfit::TooLarge)?;
    }
    Ok(())
}

/// A cell as a person reads it in the sheet.
fn text_of(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(holds) => holds.to_string(),
        DataRef::DateTime(at) => date_text(*at),
        DataRef::DateTimeIso(at) => at.strip_suffix("T00:00:00").unwrap_or(at).to_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number with the 15 digits a spreadsheet shows; a longer one in the form that shows that its
/// digits are lost.
fn number_text(number: f64) -> String {
    if number.abs() >= EXACT_BELOW {
        return format!("{number:.14E}");
    }
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    shown.to_string()
}

/// A date as `2026-10-05`, a time of day as `07:30`, both as `2026-10-05 07:30`.
fn date_text(at: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if at.as_f64() < 1.0 {
        return time;
    }
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {time}") }
}

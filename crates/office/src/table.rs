//! Tables that offices hand in, a CSV file or a workbook, read as rows of named cells.
//!
//! A bad row never loses the others: each reader of a table gives a [`BadRow`] for it and goes on.
//! Only what makes the whole file useless is an error of the file.

mod mistake;
mod reason;
mod text;
pub(crate) mod value;
mod workbook;

use std::fmt::Debug;

use serde::Serialize;
use terminal::shown;

pub use self::{mistake::BadTable, reason::Reason};

/// Largest file taken, in bytes.
const FILE_BYTES_MAX: usize = 20_000_000;

/// Most rows taken, the heading included.
const ROWS_MAX: usize = 200_000;

/// Most columns looked at.
const COLUMNS_MAX: usize = 256;

/// Longest cell taken, in bytes. A longer one is a quotation mark that is never closed.
const CELL_BYTES_MAX: usize = 4_000;

/// How far down the headings may stand: offices put titles above them.
const HEADING_ROWS: usize = 20;

/// A row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BadRow {
    /// Line of the file, or row of the sheet, from 1.
    pub line: u32,
    /// The column, as the file calls it.
    pub column: String,
    /// Why, and what to do.
    pub reason: Reason,
}

/// What became of a table of rows; of a dry run what would become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportedRows {
    /// Rows below the headings.
    pub rows: u32,
    /// Rows that say something new.
    pub loaded: u32,
    /// Rows that hold already.
    pub known: u32,
    /// Rows that were not taken, with the reason; one entry a row.
    pub bad: Vec<BadRow>,
    /// What is to be looked at about rows that were taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub noted: Vec<BadRow>,
    /// Columns that mean nothing here and were passed over.
    pub ignored_columns: Vec<String>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

impl ImportedRows {
    /// Reads each row, keeps what is good, and notes what is not.
    pub(crate) fn read<H: Heading, T>(
        table: &Table<H>,
        dry_run: bool,
        mut read: impl FnMut(&Row<'_, H>) -> Result<T, BadRow>,
    ) -> (Self, Vec<T>) {
        let mut imported = Self { ignored_columns: table.ignored(), dry_run, ..Self::default() };
        let mut good = Vec::new();
        for row in table.rows() {
            imported.rows += 1;
            match read(&row) {
                Ok(value) => good.push(value),
                Err(bad) => imported.bad.push(bad),
            }
        }
        (imported, good)
    }

    /// Notes how many of the good rows were new.
    pub(crate) fn count(&mut self, good: usize, new: usize) {
        self.loaded = u32::try_from(new).unwrap_or(u32::MAX);
        self.known = u32::try_from(good - new).unwrap_or(u32::MAX);
    }
}

/// A column that a table may have.
pub(crate) trait Heading: Copy + PartialEq + Debug + 'static {
    /// Every one.
    const ALL: &'static [Self];

    /// Names in use, letters and digits only, in lower case; the first is that of messages.
    fn names(self) -> &'static [&'static str];

    /// Whether a table without it is of no use.
    fn required(self) -> bool;
}

/// A row as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RawRow {
    line: u32,
    cells: Vec<String>,
}

/// Where the columns of a workbook stand, where a mapping says so.
#[derive(Debug)]
pub(crate) struct Layout<'m, H> {
    /// The sheet by its name; the first if absent.
    pub(crate) sheet: Option<&'m str>,
    /// Row of the headings, from 1.
    pub(crate) header_row: u32,
    /// The headings as the file has them.
    pub(crate) columns: Vec<(H, &'m str)>,
}

/// A table whose columns are known.
#[derive(Debug)]
pub(crate) struct Table<H> {
    places: Vec<(H, usize)>,
    headings: Vec<String>,
    rows: Vec<RawRow>,
}

/// A row with its columns.
#[derive(Debug)]
pub(crate) struct Row<'t, H> {
    table: &'t Table<H>,
    raw: &'t RawRow,
}

impl<H: Heading> Table<H> {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Why the file as a whole is of no use, and what to do.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, BadTable> {
        check_size(bytes)?;
        let mut rows = if bytes.starts_with(b"PK") {
            workbook::rows(bytes, None)?
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(BadTable::OldWorkbook);
        } else {
            text::rows(bytes, |cells| places::<H>(cells).len())?
        };
        let best = rows.iter().take(HEADING_ROWS).enumerate().max_by_key(|(index, row)| {
            // Of several with as many known names the first.
            (places::<H>(&row.cells).len(), std::cmp::Reverse(*index))
        });
        let Some((at, row)) = best else {
            return Err(BadTable::NoRows);
        };
        let (headings, places) = (row.cells.clone(), places::<H>(&row.cells));
        check_headings(&headings, &places)?;
        rows.drain(..=at);
        Ok(Self { places, headings, rows })
    }

    /// Reads a workbook whose columns a mapping names.
    ///
    /// # Errors
    ///
    /// Why the file as a whole is of no use, and what to do.
    pub(crate) fn read_as(bytes: &[u8], layout: &Layout<'_, H>) -> Result<Self, BadTable> {
        check_size(bytes)?;
        if !bytes.starts_with(b"PK") {
            return Err(BadTable::NoWorkbook);
        }
        let mut rows = workbook::rows(bytes, layout.sheet)?;
        let row = layout.header_row;
        let at = rows.iter().position(|raw| raw.line == row);
        let at = at.ok_or(BadTable::NoHeadings { row })?;
        let headings = rows.get(at).map(|raw| raw.cells.clone()).unwrap_or_default();
        let mut places = Vec::new();
        for (of, name) in &layout.columns {
            let mut found =
                headings.iter().enumerate().filter(|(_, cell)| plain(cell) == plain(name));
            match (found.next(), found.next()) {
                (Some((place, _)), None) => places.push((*of, place)),
                (Some(_), Some(_)) => {
                    return Err(BadTable::TwoNamed { row, column: (*name).to_owned() });
                }
                (None, _) => {
                    let (column, here) = ((*name).to_owned(), headings.join(", "));
                    return Err(BadTable::NoneNamed { row, column, here });
                }
            }
        }
        rows.drain(..=at);
        Ok(Self { places, headings, rows })
    }

    /// The rows below the headings.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_, H>> {
        self.rows.iter().map(|raw| Row { table: self, raw })
    }

    /// Whether the table has this column.
    pub(crate) fn has(&self, heading: H) -> bool {
        self.place(heading).is_some()
    }

    /// What the file calls a column; else what we do.
    pub(crate) fn name(&self, heading: H) -> String {
        let name = self.place(heading).and_then(|place| self.headings.get(place));
        shown(name.map_or(title(heading), String::as_str)).into_owned()
    }

    /// The headings as the file has them.
    pub(crate) fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Headings that mean nothing here.
    pub(crate) fn ignored(&self) -> Vec<String> {
        let known = |index| self.places.iter().any(|(_, place)| *place == index);
        let names = self.headings.iter().enumerate();
        names
            .filter(|(index, name)| !name.is_empty() && !known(*index))
            .map(|(_, name)| shown(name).into_owned())
            .collect()
    }

    fn place(&self, heading: H) -> Option<usize> {
        self.places.iter().find(|(of, _)| *of == heading).map(|(_, place)| *place)
    }
}

impl<H: Heading> Row<'_, H> {
    /// Line of the file, from 1.
    pub(crate) fn line(&self) -> u32 {
        self.raw.line
    }

    /// The cell, trimmed; empty if the row or the table has none.
    pub(crate) fn cell(&self, heading: H) -> &str {
        let place = self.table.place(heading);
        place.and_then(|place| self.raw.cells.get(place)).map_or("", |cell| cell.trim())
    }

    /// The cell as `read` understands it.
    pub(crate) fn get<T, E: Into<Reason>>(
        &self,
        heading: H,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, BadRow> {
        read(self.cell(heading)).map_err(|error| self.bad(heading, error))
    }

    /// The cell as `read` understands it, or `None` if it is blank or `-`.
    pub(crate) fn get_if_given<T, E: Into<Reason>>(
        &self,
        heading: H,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, BadRow> {
        match self.cell(heading) {
            "" | "-" => Ok(None),
            _ => self.get(heading, read).map(Some),
        }
    }

    /// What is said of a row that is bad for the sake of this column.
    pub(crate) fn bad(&self, heading: H, reason: impl Into<Reason>) -> BadRow {
        let (column, reason) = (self.table.name(heading), reason.into());
        BadRow { line: self.line(), column, reason: reason.fit_for_screens() }
    }
}

/// Refuses what cannot be a table, or is too much of one.
fn check_size(bytes: &[u8]) -> Result<(), BadTable> {
    if bytes.is_empty() {
        return Err(BadTable::Empty);
    }
    if bytes.len() > FILE_BYTES_MAX {
        return Err(BadTable::TooLarge);
    }
    Ok(())
}

/// A heading without what people write in several ways: case, blanks, dots.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The name that messages use.
fn title<H: Heading>(heading: H) -> &'static str {
    heading.names().first().copied().unwrap_or_default()
}

/// Where the columns stand, every place that has a known name.
fn places<H: Heading>(cells: &[String]) -> Vec<(H, usize)> {
    let named = |name: String| H::ALL.iter().find(|of| of.names().contains(&name.as_str()));
    let cells = cells.iter().enumerate();
    cells.filter_map(|(index, name)| named(plain(name)).map(|of| (*of, index))).collect()
}

/// Whether every required column stands there, and none twice.
fn check_headings<H: Heading>(headings: &[String], places: &[(H, usize)]) -> Result<(), BadTable> {
    for heading in H::ALL {
        let count = places.iter().filter(|(of, _)| of == heading).count();
        if count > 1 {
            return Err(BadTable::TwoColumns { column: title(*heading).to_owned() });
        }
        if count == 0 && heading.required() {
            let known = H::ALL.iter().map(|of| title(*of)).collect::<Vec<_>>().join(", ");
            let column = title(*heading).to_owned();
            return Err(BadTable::NoColumn { column, known, here: headings.join(", ") });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

//! XLSX: real numbers and dates, formulas where a treasurer expects sums, ready to print.

mod style;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError, utility,
};
use words::{Lang, Words};

use crate::{Cell, Level, Note, Signature, Table, Total};
use style::Styles;

/// The largest amount that a spreadsheet keeps to the last digit: it has 15.
const AMOUNT_MAX: u64 = 999_999_999_999_999;

/// Longest text of a cell, in UTF-16 units.
const TEXT_UNITS_MAX: usize = 32_767;

/// Longest name of a sheet, in UTF-16 units.
const SHEET_NAME_UNITS_MAX: usize = 31;

/// A4, as the format numbers paper.
const PAPER_A4: u8 = 9;

/// Height of the heading of columns, in points: two lines of words.
const HEADER_POINTS: u16 = 32;

/// Narrowest table, in characters, that is printed across.
const LANDSCAPE_FROM: u32 = 90;

/// Why a table cannot become a spreadsheet.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum XlsxRefused {
    /// More digits than a spreadsheet keeps.
    #[error("{amount} has more than the 15 digits that a spreadsheet keeps; write CSV or JSON")]
    AmountTooLong {
        /// Rupiah, count or minutes.
        amount: i64,
    },
    /// A text longer than a cell takes.
    #[error(
        "a text in column {column} has {units} characters and XLSX takes {TEXT_UNITS_MAX}; shorten it"
    )]
    TextTooLong {
        /// Key of the column.
        column: String,
        /// Length in UTF-16 units.
        units: usize,
    },
    /// What the format does not take otherwise, such as more than 1,048,576 rows.
    #[error("the spreadsheet cannot be written: {0}")]
    Format(#[from] XlsxError),
}

/// `table` as an XLSX workbook of one sheet. The same table gives the same bytes.
///
/// Rupiah, counts and minutes are numbers, days are dates, everything else is text, so that a NIP
/// keeps its digits and no name is run as a formula. The rows that add up are formulas, `SUM`
/// without groups and `SUBTOTAL` with them, and hold their value for readers that compute nothing.
/// Shares that are exact in percent are numbers, others (`1/22`) text.
///
/// # Errors
///
/// [`XlsxRefused`] for an amount or a text that the format would change, and for more rows than it
/// takes.
pub fn xlsx(table: &Table, lang: Lang) -> Result<Vec<u8>, XlsxRefused> {
    let mut book = Workbook::new();
    book.set_properties(&properties(table, lang)?);
    let mut writer = Writer {
        sheet: book.add_worksheet(),
        styles: Styles::new(),
        table,
        lang,
        row: 0,
        summed: Summed::default(),
    };
    writer.write()?;
    Ok(book.save_to_buffer()?)
}

/// Title and office; the day of making is fixed, because the table says itself what it is about.
fn properties(table: &Table, lang: Lang) -> Result<DocProperties, XlsxError> {
    let line = |place: usize| {
        table.heading.get(place).map(|phrase| Words::say(lang, phrase)).unwrap_or_default()
    };
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_author(line(0)).set_title(line(1)).set_creation_datetime(&made))
}

/// Which rows the sums below them are about.
#[derive(Default)]
struct Summed {
    /// First row of all that add up.
    first: Option<u32>,
    /// First row of the group.
    group_first: Option<u32>,
    grouped: bool,
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    styles: Styles,
    table: &'a Table,
    lang: Lang,
    /// The row that is written next, from 0.
    row: u32,
    summed: Summed,
}

impl Writer<'_> {
    fn write(&mut self) -> Result<(), XlsxRefused> {
        self.page()?;
        for line in &self.table.heading {
            let text = Words::say(self.lang, line);
            self.sheet.write_string_with_format(self.row, 0, text, &self.styles.title)?;
            self.row += 1;
        }
        // The line between heading and columns says it, and so does each printed page.
        if self.table.is_simulation() {
            let mark = Words::say(self.lang, &Note::Simulation.phrase());
            self.sheet.write_string_with_format(self.row, 0, mark, &self.styles.mark)?;
            self.sheet.set_header(format!("&R{}", Words::get(self.lang, "status-simulation")));
        } else if self.table.unsigned().next().is_some() {
            self.sheet.set_header(format!("&R{}", Words::get(self.lang, "status-unsigned")));
        }
        self.row += 1;
        self.columns()?;
        for row in &self.table.rows {
            self.row(&row.cells, row.level)?;
        }
        self.total()?;
        self.row += 1;
        for note in &self.table.notes {
            let text = Words::say(self.lang, &note.phrase());
            self.sheet.write_string(self.row, 0, text)?;
            self.row += 1;
        }
        self.signatures()
    }

    fn page(&mut self) -> Result<(), XlsxRefused> {
        let title = Words::get(self.lang, &format!("report-title-{}", self.table.name));
        self.sheet.set_name(sheet_name(&title))?;
        self.sheet.set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0);
        if self.table.columns.iter().map(|c| u32::from(c.width)).sum::<u32>() >= LANDSCAPE_FROM {
            self.sheet.set_landscape();
        }
        self.sheet.set_footer("&C&P / &N");
        Ok(())
    }

    /// The heading, which stays when one scrolls and comes again on each printed page.
    fn columns(&mut self) -> Result<(), XlsxRefused> {
        for (place, column) in (0_u16..).zip(&self.table.columns) {
            self.sheet.set_column_width(place, column.width)?;
            let words = Words::say(self.lang, &column.words);
            self.sheet.write_string_with_format(self.row, place, words, &self.styles.header)?;
        }
        self.sheet.set_row_height(self.row, HEADER_POINTS)?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        self.row += 1;
        self.sheet.set_freeze_panes(self.row, 0)?;
        Ok(())
    }

    fn row(&mut self, cells: &[Cell], level: Level) -> Result<(), XlsxRefused> {
        match level {
            Level::Group => {
                self.summed.grouped = true;
                self.summed.group_first = None;
                if let Some(name) = cells.first() {
                    let name = name.say(self.lang);
                    self.sheet.write_string_with_format(self.row, 0, name, &self.styles.group)?;
                }
            }
            Level::Data => {
                self.summed.first.get_or_insert(self.row);
                self.summed.group_first.get_or_insert(self.row);
                for (place, cell) in cells.iter().enumerate() {
                    self.data(place, cell)?;
                }
            }
            Level::Subtotal => self.sums(cells, self.summed.group_first)?,
        }
        self.row += 1;
        Ok(())
    }

    fn total(&mut self) -> Result<(), XlsxRefused> {
        if let Some(total) = &self.table.total {
            self.sums(total, self.summed.first)?;
            self.row += 1;
        }
        Ok(())
    }

    fn data(&mut self, place: usize, cell: &Cell) -> Result<(), XlsxRefused> {
        let Some(column) = self.table.columns.get(place) else { return Ok(()) };
        let (row, at) = (self.row, column_number(place)?);
        let format = self.styles.data.of(column.kind);
        let date = |date: jiff::civil::Date| -> Result<ExcelDateTime, XlsxError> {
            let part = |value: i8| u8::try_from(value).unwrap_or_default();
            let year = u16::try_from(date.year()).unwrap_or_default();
            ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
        };
        match cell {
            Cell::Text(text) => {
                let text = checked(text, &column.key)?;
                self.sheet.write_string_with_format(row, at, text, format)?;
            }
            Cell::Words(phrase) => {
                let text = Words::say(self.lang, phrase);
                let text = checked(&text, &column.key)?;
                self.sheet.write_string_with_format(row, at, text, format)?;
            }
            Cell::Rupiah(_) | Cell::Number(_) | Cell::Minutes(_) => {
                let amount = kept(cell.amount().unwrap_or_default())?;
                self.sheet.write_with_format(row, at, amount, format)?;
            }
            Cell::Share(share) => {
                if let Some(number) = style::fraction(*share) {
                    self.sheet.write_number_with_format(row, at, number, format)?;
                } else {
                    let text = cell.say(self.lang);
                    self.sheet.write_string_with_format(row, at, text, format)?;
                }
            }
            Cell::Date(day) => {
                self.sheet.write_datetime_with_format(row, at, &date(*day)?, format)?;
            }
            Cell::Month(month) => {
                self.sheet.write_datetime_with_format(row, at, &date(month.first())?, format)?;
            }
            Cell::Empty => {
                self.sheet.write_blank(row, at, format)?;
            }
        }
        Ok(())
    }

    /// A row that adds up the rows from `first` to the one above.
    fn sums(&mut self, cells: &[Cell], first: Option<u32>) -> Result<(), XlsxRefused> {
        for (place, (column, cell)) in self.table.columns.iter().zip(cells).enumerate() {
            let at = column_number(place)?;
            let format = self.styles.sums.of(column.kind);
            match (column.total, cell.amount(), first) {
                (Total::Sum, Some(amount), Some(first)) => {
                    let name = utility::column_number_to_name(at);
                    // Rows are named from 1 in formulas, so `row` is the one above.
                    let range = format!("{name}{}:{name}{}", first + 1, self.row);
                    let formula = if self.summed.grouped {
                        format!("=SUBTOTAL(9,{range})")
                    } else {
                        format!("=SUM({range})")
                    };
                    let formula = Formula::new(formula).set_result(kept(amount)?.to_string());
                    self.sheet.write_formula_with_format(self.row, at, formula, format)?;
                }
                (Total::Sum | Total::Count, Some(amount), _) => {
                    self.sheet.write_with_format(self.row, at, kept(amount)?, format)?;
                }
                (Total::None | Total::Sum | Total::Count | Total::Label, _, _) => {
                    let text = cell.say(self.lang);
                    let label = &self.styles.label;
                    self.sheet.write_string_with_format(self.row, at, text, label)?;
                }
            }
        }
        Ok(())
    }

    /// Blocks beside each other: place and day, post, room to sign, name, NIP.
    fn signatures(&mut self) -> Result<(), XlsxRefused> {
        let (columns, blocks) = (self.table.columns.len(), self.table.signatures.len());
        self.row += 1;
        for (index, signature) in self.table.signatures.iter().enumerate() {
            let place = if blocks == 1 { columns * 2 / 3 } else { index * columns / blocks };
            let at = column_number(place)?;
            for (below, line) in block(signature, self.lang) {
                self.sheet.write_string(self.row + below, at, line)?;
            }
        }
        Ok(())
    }
}

/// The lines of a signature block, each with its row from the top of the block.
fn block(signature: &Signature, lang: Lang) -> Vec<(u32, String)> {
    let mut lines = Vec::with_capacity(4);
    if let Some(place) = &signature.place {
        let day = words::format::date(lang, place.on);
        lines.push((0, format!("{}, {day}", place.town)));
    }
    lines.push((1, Words::say(lang, &signature.title)));
    lines.push((5, signature.name.clone()));
    lines.extend(signature.nip.iter().map(|nip| (6, format!("NIP {nip}"))));
    lines
}

/// A title as the name of a sheet, which may not hold some signs and is short.
fn sheet_name(title: &str) -> String {
    let mut name = String::new();
    let mut units = 0;
    for letter in title.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)) {
        units += letter.len_utf16();
        if units > SHEET_NAME_UNITS_MAX {
            break;
        }
        name.push(letter);
    }
    name.trim().to_owned()
}

fn column_number(place: usize) -> Result<u16, XlsxError> {
    u16::try_from(place).map_err(|_| XlsxError::RowColumnLimitError)
}

fn kept(amount: i64) -> Result<i64, XlsxRefused> {
    if amount.unsigned_abs() > AMOUNT_MAX {
        return Err(XlsxRefused::AmountTooLong { amount });
    }
    Ok(amount)
}

fn checked<'t>(text: &'t str, column: &str) -> Result<&'t str, XlsxRefused> {
    // A unit takes at least one byte, so most texts need no counting.
    if text.len() <= TEXT_UNITS_MAX {
        return Ok(text);
    }
    let units = text.encode_utf16().count();
    if units > TEXT_UNITS_MAX {
        return Err(XlsxRefused::TextTooLong { column: column.to_owned(), units });
    }
    Ok(text)
}

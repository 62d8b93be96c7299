//! CSV.

use words::{Lang, Words};

use super::{data_by_group, formula, is_grouped};
use crate::{Cell, Table};

/// Who reads a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvStyle {
    /// A spreadsheet program set to Indonesian, by a double click: UTF-8 with a byte order mark,
    /// `;` between cells (the comma is the decimal sign there), headings in words, groups,
    /// subtotals, total and notes as on the page, `1,25%`. Text that a spreadsheet would take for
    /// another number or a day (a NIP, an account number, `1/22`) has an apostrophe before it.
    Spreadsheet,
    /// A program: UTF-8 without a mark, `,` between cells, keys as headings, only the rows of
    /// people or things, the group as a first column if there are groups, `1.25%`.
    Plain,
}

/// `table` as CSV; ends of lines are CR LF. In both styles text that a spreadsheet would run as a
/// formula has an apostrophe before it: it has a letter or digit, and its first character other
/// than a space is `=`, `+`, `-`, `@`, a tab or an end of line. Numbers are not text, and a negative
/// one stays as it is.
#[must_use]
pub fn csv(table: &Table, lang: Lang, style: CsvStyle) -> Vec<u8> {
    match style {
        CsvStyle::Spreadsheet => spreadsheet(table, lang),
        CsvStyle::Plain => plain(table, lang),
    }
}

/// Rows of text on their way to a file in memory, where writing cannot fail.
pub(super) struct Lines(csv::Writer<Vec<u8>>);

impl Lines {
    pub(super) fn after(start: Vec<u8>, separator: u8, end: csv::Terminator) -> Self {
        let mut builder = csv::WriterBuilder::new();
        // Notes are shorter than rows.
        builder.delimiter(separator).terminator(end).flexible(true);
        Self(builder.from_writer(start))
    }

    pub(super) fn line<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.0.write_record(cells).expect("memory takes every row");
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_inner().expect("memory takes every row")
    }
}

fn spreadsheet(table: &Table, lang: Lang) -> Vec<u8> {
    let mut lines = Lines::after("\u{feff}".into(), b';', csv::Terminator::CRLF);
    lines.line(table.columns.iter().map(|column| text(&Words::say(lang, &column.words))));
    let shown = |cell: &Cell| match cell {
        Cell::Text(text) if formula::would_change(text) => format!("'{text}"),
        Cell::Share(share) => {
            let text = share.to_string().replace('.', ",");
            if formula::would_change(&text) { format!("'{text}") } else { text }
        }
        Cell::Text(_)
        | Cell::Words(_)
        | Cell::Rupiah(_)
        | Cell::Number(_)
        | Cell::Minutes(_)
        | Cell::Date(_)
        | Cell::Month(_)
        | Cell::Empty => value(cell, lang),
    };
    for row in &table.rows {
        lines.line(row.cells.iter().map(shown));
    }
    if let Some(total) = &table.total {
        lines.line(total.iter().map(shown));
    }
    for note in &table.notes {
        lines.line([text(&Words::say(lang, &note.phrase()))]);
    }
    lines.bytes()
}

fn plain(table: &Table, lang: Lang) -> Vec<u8> {
    let mut lines = Lines::after(Vec::new(), b',', csv::Terminator::CRLF);
    let group = is_grouped(table).then_some("group");
    lines.line(group.into_iter().chain(table.columns.iter().map(|column| &*column.key)));
    for (group, row) in data_by_group(table) {
        lines.line(group.into_iter().chain(&row.cells).map(|cell| value(cell, lang)));
    }
    lines.bytes()
}

/// A cell as programs read it, harmless in a spreadsheet.
pub(super) fn value(cell: &Cell, lang: Lang) -> String {
    let plain = cell.plain(lang);
    match cell {
        Cell::Text(_) | Cell::Words(_) => text(&plain),
        Cell::Rupiah(_)
        | Cell::Number(_)
        | Cell::Share(_)
        | Cell::Minutes(_)
        | Cell::Date(_)
        | Cell::Month(_)
        | Cell::Empty => plain,
    }
}

fn text(text: &str) -> String {
    formula::neutral(text).into_owned()
}

//! Why a file is of no use as a table.

use words::{Arg, Phrase};

/// Why a file as a whole is of no use, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTable {
    /// It has no bytes.
    #[error("the file is empty; export it again")]
    Empty,
    /// It is larger than what is taken.
    #[error("the file is larger than 20 MB; divide it into several")]
    TooLarge,
    /// It is a workbook of the old kind, or one with a password.
    #[error(
        "the file is an old or a locked workbook; save it as .xlsx without a password, or as CSV"
    )]
    OldWorkbook,
    /// It is no workbook, where only one is taken.
    #[error("the file is no workbook; save it as .xlsx")]
    NoWorkbook,
    /// It has no rows.
    #[error("the file has no rows; the first must name the columns")]
    NoRows,
    /// It has more rows than are taken.
    #[error("the file has more than 200,000 rows; divide it into several")]
    TooManyRows,
    /// It unfolds to more than is taken.
    #[error("the workbook is too large; divide it into several")]
    Unfolds,
    /// Its parts cannot be read.
    #[error("the workbook cannot be read ({why}); save it again as .xlsx, or as CSV")]
    Broken {
        /// What the reader says.
        why: String,
    },
    /// It has no sheet of the name that a mapping gives, or none at all.
    #[error("the workbook has no sheet \"{sheet}\", but: {here}")]
    NoSheet {
        /// The name.
        sheet: String,
        /// The sheets that it has.
        here: String,
    },
    /// A cell is longer than any text of a table: in CSV a quotation mark that is never closed.
    #[error(
        "row {line} has a cell without an end (\"{begin}…\"); close its quotation mark, or shorten it"
    )]
    EndlessCell {
        /// Row, from 1.
        line: u32,
        /// How it begins.
        begin: String,
    },
    /// It is neither a workbook nor text.
    #[error("the file is no text; save it as CSV in UTF-8, or as .xlsx")]
    NoText,
    /// A column that it needs is missing.
    #[error(
        "no column \"{column}\"; a row must name the columns ({known}), and here stands: {here}"
    )]
    NoColumn {
        /// The column.
        column: String,
        /// The columns that are known.
        known: String,
        /// The headings of the file.
        here: String,
    },
    /// Two columns mean the same.
    #[error("two columns mean {column}; keep one of them")]
    TwoColumns {
        /// What they mean.
        column: String,
    },
    /// The row that a mapping names has no headings.
    #[error("row {row} is empty; correct header_row in the mapping")]
    NoHeadings {
        /// Row, from 1.
        row: u32,
    },
    /// Two columns have the name that a mapping gives.
    #[error("two columns of row {row} are called \"{column}\"")]
    TwoNamed {
        /// Row, from 1.
        row: u32,
        /// The name.
        column: String,
    },
    /// No column has the name that a mapping gives.
    #[error("row {row} has no column \"{column}\", as the mapping says, but: {here}")]
    NoneNamed {
        /// Row, from 1.
        row: u32,
        /// The name.
        column: String,
        /// The headings of the row.
        here: String,
    },
}

impl BadTable {
    /// It in a sentence, with what to do.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let plain = |text: &str| terminal::shown(text).into_owned();
        let number = |row: u32| Arg::Text(row.to_string());
        match self {
            Self::Empty => Phrase::new("table-empty"),
            Self::TooLarge => Phrase::new("table-too-large"),
            Self::OldWorkbook => Phrase::new("table-old-workbook"),
            Self::NoWorkbook => Phrase::new("table-no-workbook"),
            Self::NoRows => Phrase::new("table-no-rows"),
            Self::TooManyRows => Phrase::new("table-too-many-rows"),
            Self::Unfolds => Phrase::new("table-unfolds"),
            Self::Broken { why } => Phrase::new("table-broken").with("why", plain(why)),
            Self::NoSheet { sheet, here } => {
                Phrase::new("table-no-sheet").with("sheet", plain(sheet)).with("here", plain(here))
            }
            Self::EndlessCell { line, begin } => Phrase::new("table-endless-cell")
                .with("row", number(*line))
                .with("begin", plain(begin)),
            Self::NoText => Phrase::new("table-no-text"),
            Self::NoColumn { column, known, here } => Phrase::new("table-no-column")
                .with("column", column)
                .with("known", known)
                .with("here", plain(here)),
            Self::TwoColumns { column } => Phrase::new("table-two-columns").with("column", column),
            Self::NoHeadings { row } => Phrase::new("table-no-headings").with("row", number(*row)),
            Self::TwoNamed { row, column } => Phrase::new("table-two-named")
                .with("row", number(*row))
                .with("column", plain(column)),
            Self::NoneNamed { row, column, here } => Phrase::new("table-none-named")
                .with("row", number(*row))
                .with("column", plain(column))
                .with("here", plain(here)),
        }
    }
}

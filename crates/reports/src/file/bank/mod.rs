//! The file that a bank reads, by a mapping that is data (`content/bank`).

mod field;
mod write;

use serde::Deserialize;

use crate::{GAJI_13, PAYMENTS, THR};
pub use field::FieldRefused;
pub use write::{BankRefused, Batch};

/// Widest field, in characters: more is a mistake in the mapping.
const WIDTH_MAX: usize = 1_000;

/// Most decimals of an amount.
const DECIMALS_MAX: u8 = 6;

/// What a bank's file looks like, line by line: a mapping that was read and checked. What a mapping
/// can say stands in `content/README.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFormat {
    mapping: Mapping,
}

/// A mapping as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    /// Name as on the command line, the file's name: `contoh-lebar-tetap`.
    name: String,
    /// Where the format comes from, for people.
    note: String,
    /// The report whose rows are written: `payments`.
    report: String,
    /// How fields follow each other.
    layout: Layout,
    /// Which letters the bank takes; all others become a space.
    #[serde(default)]
    letters: Letters,
    /// How a line ends.
    #[serde(default)]
    line_end: LineEnd,
    /// A column of amounts: rows that have nothing there are left out, counts and sums follow.
    leave_out_zero: Option<String>,
    /// The line before the records, if there is one.
    #[serde(default)]
    header: Vec<Field>,
    /// The line of each row.
    record: Vec<Field>,
    /// The line after the records, if there is one.
    #[serde(default)]
    trailer: Vec<Field>,
}

/// How the fields of a line follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Layout {
    /// Each field has its width and nothing between it and the next.
    Fixed,
    /// CSV.
    Delimited {
        /// What stands between fields, one ASCII character.
        separator: char,
        /// Whether a line of field names comes before the records.
        headings: Headings,
    },
}

/// Whether a line of field names comes before the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Headings {
    /// It does.
    Written,
    /// It does not.
    Omitted,
}

/// Which letters a bank takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Letters {
    /// Those of ASCII, from space to tilde.
    #[default]
    Ascii,
    /// All but control characters, as UTF-8; widths count characters.
    Utf8,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum LineEnd {
    /// Carriage return and line feed.
    #[default]
    Crlf,
    /// Line feed.
    Lf,
}

/// One field of a line.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    /// Its name: the heading of a CSV file, and what a refusal calls it.
    name: String,
    /// What it holds.
    value: Value,
    /// Its width in characters. Must be there in a fixed layout; the most that it may hold else.
    width: Option<usize>,
    /// Where in its width the value stands.
    #[serde(default)]
    align: Side,
    /// What fills the rest of the width.
    #[serde(default = "space")]
    fill: char,
    /// How a day is written, from `dd`, `mm`, `yyyy` and `yy`: `ddmmyyyy`.
    #[serde(default = "iso")]
    date: String,
    /// Decimals of an amount. Rupiah are whole, so they are noughts.
    #[serde(default)]
    decimals: u8,
    /// What stands before the decimals; nothing if they are implied.
    #[serde(default)]
    decimal_sign: String,
    /// What becomes of a value that is longer than the width.
    #[serde(default)]
    long: Long,
    /// What becomes of a value that is empty.
    #[serde(default)]
    empty: Blank,
    /// Which characters it may have.
    #[serde(default)]
    only: Only,
}

fn space() -> char {
    ' '
}

fn iso() -> String {
    "yyyy-mm-dd".to_owned()
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Value {
    /// A cell of the row, by the key of its column.
    Column(String),
    /// Always the same.
    Text(String),
    /// The number of the record, from 1.
    Position,
    /// How many records there are.
    Count,
    /// The sum of a column over the records, by its key.
    Sum(String),
    /// The day of payment.
    Day,
    /// The number of the file among those of its day.
    Batch,
}

/// A side of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Side {
    /// Filled on the right.
    #[default]
    Left,
    /// Filled on the left.
    Right,
}

/// What becomes of a value that is too long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Long {
    /// No file is written. Amounts and account numbers.
    #[default]
    Refuse,
    /// The rest is dropped. Names.
    Cut,
}

/// What becomes of a value that is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Blank {
    /// It stays empty.
    #[default]
    Fill,
    /// No file is written. Account numbers.
    Refuse,
}

/// Which characters a value may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Only {
    /// Those of the format.
    #[default]
    Letters,
    /// 0 to 9; others are refused, not dropped.
    Digits,
}

/// Why a text is not a format of a bank's file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BadBankFormat {
    /// No TOML of this shape.
    #[error("the bank format cannot be read: {0}")]
    Toml(#[from] toml::de::Error),
    /// There is nothing to write for a row.
    #[error("the bank format has no [[record]]; write at least one field")]
    NoRecord,
    /// The separator is not one byte, or would be taken for something else.
    #[error("the separator must be one ASCII character other than a quote or an end of line")]
    Separator,
    /// A field of a fixed layout without width, or one that is absurd.
    #[error("field \"{field}\" needs a width from 1 to {WIDTH_MAX}")]
    Width {
        /// Name of the field.
        field: String,
    },
    /// Too many decimals.
    #[error("field \"{field}\" has {decimals} decimals; at most {DECIMALS_MAX} make sense")]
    Decimals {
        /// Name of the field.
        field: String,
        /// How many.
        decimals: u8,
    },
    /// A fill that the bank does not take, or that would change an amount.
    #[error(
        "field \"{field}\" is filled with {fill:?}; use a space or another letter of the format"
    )]
    Fill {
        /// Name of the field.
        field: String,
        /// The fill.
        fill: char,
    },
    /// The number of the record, or a cell of a row, in a line that is about no row.
    #[error("field \"{field}\" of the header or trailer is about one record; use count or sum")]
    NotOfRecord {
        /// Name of the field.
        field: String,
    },
}

impl BankFormat {
    /// Reads and checks a mapping, a TOML document.
    ///
    /// # Errors
    ///
    /// [`BadBankFormat`] if it is not of this shape or cannot work, naming the field.
    pub fn read(text: &str) -> Result<Self, BadBankFormat> {
        let mapping: Mapping = toml::from_str(text)?;
        mapping.check()?;
        Ok(Self { mapping })
    }

    /// Name as on the command line: `contoh-lebar-tetap`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.mapping.name
    }

    /// Where the format comes from, for people.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.mapping.note
    }

    /// Whether it writes the rows of a report. That of the payment list also writes THR and the
    /// 13th allowance: a bank's file looks the same whatever it pays.
    #[must_use]
    pub fn writes(&self, report: &str) -> bool {
        let beside_pay = [THR.name, GAJI_13.name].contains(&report);
        self.report() == report || (self.report() == PAYMENTS.name && beside_pay)
    }

    /// The report whose rows it writes: `payments`.
    #[must_use]
    pub fn report(&self) -> &str {
        &self.mapping.report
    }

    /// The ending of the file's name: `csv` or `txt`.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        match self.mapping.layout {
            Layout::Fixed => "txt",
            Layout::Delimited { .. } => "csv",
        }
    }
}

impl Mapping {
    fn check(&self) -> Result<(), BadBankFormat> {
        if self.record.is_empty() {
            return Err(BadBankFormat::NoRecord);
        }
        if let Layout::Delimited { separator, .. } = self.layout
            && (!separator.is_ascii() || ['"', '\r', '\n'].contains(&separator))
        {
            return Err(BadBankFormat::Separator);
        }
        for field in self.header.iter().chain(&self.record).chain(&self.trailer) {
            self.check_field(field)?;
        }
        for field in self.header.iter().chain(&self.trailer) {
            if matches!(field.value, Value::Column(_) | Value::Position) {
                return Err(BadBankFormat::NotOfRecord { field: field.name.clone() });
            }
        }
        Ok(())
    }

    fn check_field(&self, field: &Field) -> Result<(), BadBankFormat> {
        let name = || field.name.clone();
        let width = match self.layout {
            Layout::Fixed => field.width.unwrap_or(0),
            Layout::Delimited { .. } => field.width.unwrap_or(WIDTH_MAX),
        };
        if !(1..=WIDTH_MAX).contains(&width) {
            return Err(BadBankFormat::Width { field: name() });
        }
        if field.decimals > DECIMALS_MAX {
            return Err(BadBankFormat::Decimals { field: name(), decimals: field.decimals });
        }
        // A nought on the right of a number makes another number.
        let grows = field.fill.is_ascii_digit() && field.align == Side::Left;
        if grows || !self.letters.takes(field.fill) {
            return Err(BadBankFormat::Fill { field: name(), fill: field.fill });
        }
        Ok(())
    }
}

impl Letters {
    /// Whether the bank takes this letter.
    fn takes(self, letter: char) -> bool {
        match self {
            Self::Ascii => (' '..='~').contains(&letter),
            Self::Utf8 => !letter.is_control(),
        }
    }
}

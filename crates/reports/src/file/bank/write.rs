//! A table, written as a bank's file.

use jiff::civil::Date;
use words::Lang;

use super::{
    BankFormat, Field, Headings, Layout, LineEnd, Mapping, Value, field::Content,
    field::FieldRefused,
};
use crate::{Cell, Table, file::csv::Lines};

/// What a bank's file says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The day of payment.
    pub day: Date,
    /// The number of the file among those of its day, from 1.
    pub number: u32,
}

/// Why no file for a bank was written. Nothing is written then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BankRefused {
    /// SIMULASI: the law is not all signed off.
    #[error("the list is SIMULASI and pays nobody; have the law signed off and close the month")]
    Simulation,
    /// Closed, but not everybody has signed.
    #[error("the closing of {units} is not signed by all; have it signed first")]
    Unsigned {
        /// Codes of the organisations.
        units: String,
    },
    /// The table is of another report.
    #[error("the format writes the report {wanted}, not {given}")]
    OtherReport {
        /// What the format is for.
        wanted: String,
        /// What the table is.
        given: &'static str,
    },
    /// The format names a column that the report does not have.
    #[error("the report has no column \"{column}\"; correct the bank format")]
    NoColumn {
        /// Its key.
        column: String,
    },
    /// The format adds up a column that holds no amounts.
    #[error("column \"{column}\" holds no amounts and cannot be added up; correct the bank format")]
    NoAmounts {
        /// Its key.
        column: String,
    },
    /// There is nobody to pay.
    #[error("nobody in the list has anything to be paid")]
    NobodyToPay,
    /// A value does not fit the bank's file.
    #[error("row {row}, {field}: {why}")]
    Record {
        /// Number of the row among the people of the list, from 1.
        row: usize,
        /// Name of the field.
        field: String,
        /// What is wrong.
        why: FieldRefused,
    },
    /// A value of the first or last line does not fit.
    #[error("{field} of the header or trailer {why}")]
    Frame {
        /// Name of the field.
        field: String,
        /// What is wrong.
        why: FieldRefused,
    },
}

impl BankFormat {
    /// The file for the bank, with the rows of people of `table`. Control characters become
    /// spaces; in CSV, text that a spreadsheet would run has an apostrophe before it.
    ///
    /// # Errors
    ///
    /// [`BankRefused`] if the table may not be paid, is of another report, or has a value that the
    /// bank's file cannot hold; the message names row and field.
    pub fn file(&self, table: &Table, batch: Batch, lang: Lang) -> Result<Vec<u8>, BankRefused> {
        if table.is_simulation() {
            return Err(BankRefused::Simulation);
        }
        let units: Vec<&str> = table.unsigned().collect();
        if !units.is_empty() {
            return Err(BankRefused::Unsigned { units: units.join(", ") });
        }
        let mapping = &self.mapping;
        if !self.writes(table.name) {
            let wanted = mapping.report.clone();
            return Err(BankRefused::OtherReport { wanted, given: table.name });
        }
        let records = Records::of(mapping, table)?;
        if records.rows.is_empty() {
            return Err(BankRefused::NobodyToPay);
        }
        let writer = Writer { mapping, table, records: &records, batch, lang };
        match mapping.layout {
            Layout::Fixed => writer.fixed(),
            Layout::Delimited { separator, headings } => writer.delimited(separator, headings),
        }
    }
}

/// The rows that are paid, each with its number in the list.
struct Records<'a> {
    rows: Vec<(usize, &'a [Cell])>,
}

impl<'a> Records<'a> {
    fn of(mapping: &Mapping, table: &'a Table) -> Result<Self, BankRefused> {
        let mut rows: Vec<(usize, &[Cell])> =
            (1..).zip(table.data().map(|row| &*row.cells)).collect();
        if let Some(key) = &mapping.leave_out_zero {
            let place = place(table, key)?;
            rows.retain(|(_, cells)| cells.get(place).and_then(Cell::amount) != Some(0));
        }
        // What is to be paid back is no transfer.
        if let Some(place) = table.columns.iter().position(|column| column.key == "net") {
            let pays = |amount: i64| amount >= 0;
            let net = |cells: &[Cell]| cells.get(place).and_then(Cell::amount);
            rows.retain(|(_, cells)| net(cells).is_none_or(pays));
        }
        Ok(Self { rows })
    }
}

/// Where in a row the column with this key stands.
fn place(table: &Table, key: &str) -> Result<usize, BankRefused> {
    let found = table.columns.iter().position(|column| column.key == key);
    found.ok_or_else(|| BankRefused::NoColumn { column: key.to_owned() })
}

struct Writer<'a> {
    mapping: &'a Mapping,
    table: &'a Table,
    records: &'a Records<'a>,
    batch: Batch,
    lang: Lang,
}

impl Writer<'_> {
    fn fixed(&self) -> Result<Vec<u8>, BankRefused> {
        let end = match self.mapping.line_end {
            LineEnd::Crlf => "\r\n",
            LineEnd::Lf => "\n",
        };
        let mut file = String::new();
        let mut line = |fields: &[Field], values: Vec<String>| {
            for (field, value) in fields.iter().zip(values) {
                file.push_str(&field.fill(&value));
            }
            if !fields.is_empty() {
                file.push_str(end);
            }
        };
        line(&self.mapping.header, self.frame(&self.mapping.header)?);
        for position in 0..self.records.rows.len() {
            line(&self.mapping.record, self.record(position)?);
        }
        line(&self.mapping.trailer, self.frame(&self.mapping.trailer)?);
        Ok(file.into_bytes())
    }

    fn delimited(&self, separator: char, headings: Headings) -> Result<Vec<u8>, BankRefused> {
        let separator = u8::try_from(separator).expect("the format was checked: it is ASCII");
        let end = match self.mapping.line_end {
            LineEnd::Crlf => csv::Terminator::CRLF,
            LineEnd::Lf => csv::Terminator::Any(b'\n'),
        };
        let mut lines = Lines::after(Vec::new(), separator, end);
        let mut line = |values: Vec<String>| {
            if !values.is_empty() {
                lines.line(values);
            }
        };
        line(self.frame(&self.mapping.header)?);
        if headings == Headings::Written {
            line(self.mapping.record.iter().map(|field| field.name.clone()).collect());
        }
        for position in 0..self.records.rows.len() {
            line(self.record(position)?);
        }
        line(self.frame(&self.mapping.trailer)?);
        Ok(lines.bytes())
    }

    /// The values of the record at `position`, from 0.
    fn record(&self, position: usize) -> Result<Vec<String>, BankRefused> {
        let Some(&(row, cells)) = self.records.rows.get(position) else { return Ok(Vec::new()) };
        let value = |field: &Field| {
            let content = match &field.value {
                Value::Column(key) => {
                    let cell = cells.get(place(self.table, key)?).unwrap_or(&Cell::Empty);
                    self.cell(cell)
                }
                Value::Position => Content::Amount(count(position + 1)),
                Value::Text(_) | Value::Count | Value::Sum(_) | Value::Day | Value::Batch => {
                    self.common(&field.value)?
                }
            };
            let refused = |why| BankRefused::Record { row, field: field.name.clone(), why };
            field.say(content, self.mapping).map_err(refused)
        };
        self.mapping.record.iter().map(value).collect()
    }

    /// The values of the header or the trailer.
    fn frame(&self, fields: &[Field]) -> Result<Vec<String>, BankRefused> {
        let value = |field: &Field| {
            let refused = |why| BankRefused::Frame { field: field.name.clone(), why };
            field.say(self.common(&field.value)?, self.mapping).map_err(refused)
        };
        fields.iter().map(value).collect()
    }

    /// What is the same in every line.
    fn common(&self, value: &Value) -> Result<Content, BankRefused> {
        Ok(match value {
            Value::Text(text) => Content::Constant(text.clone()),
            Value::Count => Content::Amount(count(self.records.rows.len())),
            Value::Sum(key) => Content::Amount(self.sum(key)?),
            Value::Day => Content::Day(self.batch.day),
            Value::Batch => Content::Amount(i64::from(self.batch.number)),
            Value::Column(_) | Value::Position => {
                unreachable!("the format was checked: frames have no such field")
            }
        })
    }

    fn sum(&self, key: &str) -> Result<i64, BankRefused> {
        let place = place(self.table, key)?;
        let no_amounts = || BankRefused::NoAmounts { column: key.to_owned() };
        let mut sum = 0_i64;
        for (_, cells) in &self.records.rows {
            let amount = cells.get(place).and_then(Cell::amount).ok_or_else(no_amounts)?;
            sum = sum.checked_add(amount).ok_or_else(no_amounts)?;
        }
        Ok(sum)
    }

    fn cell(&self, cell: &Cell) -> Content {
        match cell {
            Cell::Rupiah(amount) => Content::Amount(amount.0),
            Cell::Number(number) => Content::Amount(*number),
            Cell::Minutes(minutes) => Content::Amount(i64::from(*minutes)),
            Cell::Date(day) => Content::Day(*day),
            Cell::Text(_) | Cell::Words(_) | Cell::Share(_) | Cell::Month(_) | Cell::Empty => {
                Content::Words(cell.plain(self.lang))
            }
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).expect("records are in memory")
}

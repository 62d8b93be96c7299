//! CSV and TSV of punches with named columns, as programs of offices export them.
//!
//! The first row names the columns. Which of them holds the PIN and which the time is found by the
//! names in use in Indonesia ([`Role`]), or said by the caller ([`Mapping`]). The delimiter (`;`, `,`
//! or tab) is the one the first row has most of.
//!
//! ```text
//! No. ID;Nama;Tanggal;Jam;Status
//! 2077;Luh;05/10/2026;07.31;0
//! ```

mod encoding;
mod header;
mod when;

use std::borrow::Cow;

pub use header::{BadHeader, Columns, Mapping, Role};
pub use when::DateOrder;

use crate::columns::parse_number;
use crate::{At, BadLine, Pin};

/// A file whose columns are known.
#[derive(Clone, Debug)]
pub struct DelimitedFile<'a> {
    text: Cow<'a, [u8]>,
    /// What separates columns.
    pub delimiter: char,
    /// Which column is what.
    pub columns: Columns,
    order: DateOrder,
}

/// One punch of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DelimitedPunch {
    /// The number the person is enrolled under on the terminal.
    pub pin: Pin,
    /// Wall clock of the terminal.
    pub at: At,
    /// Key pressed, if the column holds a number.
    pub status: Option<u32>,
    /// How the person was recognised, if the column holds a number.
    pub verify: Option<u32>,
}

/// One row below the names, with what it was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file at which the row begins, counted from 1.
    pub number: usize,
    /// The row as it came; bytes that are not UTF-8 are shown as �.
    pub raw: String,
    /// The punch, or why there is none.
    pub record: Result<DelimitedPunch, BadLine>,
}

impl<'a> DelimitedFile<'a> {
    /// Finds delimiter and columns. `mapping` names columns that are not found by themselves.
    ///
    /// # Errors
    ///
    /// When it is no text, has no first row, or lacks a column for the PIN or the time.
    pub fn open(body: &'a [u8], mapping: &Mapping, order: DateOrder) -> Result<Self, BadHeader> {
        let text = encoding::to_ascii_based(body)?;
        let delimiter = header::delimiter(&text);
        let mut reader = reader(&text, delimiter);
        let names = reader.byte_headers().map_err(|_| BadHeader::NoHeader)?;
        let names: Vec<_> =
            names.iter().map(|name| crate::decode_name(name).into_owned()).collect();
        let columns = Columns::find(&names, mapping)?;
        Ok(Self { text, delimiter: char::from(delimiter), columns, order })
    }

    /// Every row, good or bad, in order; rows without any content are left out.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let mut records = reader(&self.text, delimiter_byte(self.delimiter)).into_byte_records();
        let mut start = None;
        std::iter::from_fn(move || {
            loop {
                let from = start.take().unwrap_or_else(|| records.reader().position().clone());
                // A reader of memory that takes rows of any length has no errors; stop if it has.
                let record = records.next()?.ok()?;
                let end = records.reader().position().clone();
                let raw = self
                    .slice(record.position().map_or(from.byte(), csv::Position::byte), end.byte());
                let number = record.position().map_or(from.line(), csv::Position::line);
                start = Some(end);
                if record.iter().all(|field| field.trim_ascii().is_empty()) {
                    continue;
                }
                return Some(Row {
                    number: usize::try_from(number).unwrap_or(usize::MAX),
                    raw: String::from_utf8_lossy(raw).trim_matches(['\r', '\n']).to_owned(),
                    record: self.punch(&record),
                });
            }
        })
    }

    fn slice(&self, from: u64, to: u64) -> &[u8] {
        let at = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX);
        self.text.get(at(from)..at(to)).unwrap_or_default()
    }

    fn punch(&self, record: &csv::ByteRecord) -> Result<DelimitedPunch, BadLine> {
        let field = |column: usize| record.get(column).unwrap_or_default().trim_ascii();
        let number = |column: Option<usize>| column.and_then(|column| parse_number(field(column)));
        let pin = field(self.columns.pin);
        if pin.contains(&0) {
            return Err(BadLine::NulBytes);
        }
        // Spreadsheets are made to keep leading zeros by an apostrophe.
        let pin = std::str::from_utf8(pin)
            .map_err(|_| BadLine::UnreadablePin)?
            .trim_start_matches(['\'', ' ']);
        Ok(DelimitedPunch {
            pin: pin.parse()?,
            at: match self.columns.time {
                None => when::date_time(field(self.columns.date), self.order)?,
                Some(time) => when::joined(field(self.columns.date), field(time), self.order)?,
            },
            status: number(self.columns.status),
            verify: number(self.columns.verify),
        })
    }
}

/// Writes punches as a file that [`DelimitedFile::open`] reads without a mapping.
#[must_use]
pub fn emit<'p>(punches: impl IntoIterator<Item = &'p DelimitedPunch>) -> Vec<u8> {
    let mut out = b"PIN;Waktu;Status;Verifikasi\n".to_vec();
    for DelimitedPunch { pin, at, status, verify } in punches {
        let pin = pin.as_str();
        if pin.contains([';', '"']) {
            out.extend_from_slice(format!("\"{}\"", pin.replace('"', "\"\"")).as_bytes());
        } else {
            out.extend_from_slice(pin.as_bytes());
        }
        out.push(b';');
        at.emit(&mut out);
        for number in [status, verify] {
            out.push(b';');
            out.extend_from_slice(number.map(|n| n.to_string()).unwrap_or_default().as_bytes());
        }
        out.push(b'\n');
    }
    out
}

fn reader(text: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text)
}

fn delimiter_byte(delimiter: char) -> u8 {
    u8::try_from(delimiter).unwrap_or(b',')
}

#[cfg(test)]
mod tests;

//! Columns and tables, and the files that are written from a table.
//!
//! A [`Report`] is said once: its columns, each one entry. With rows and a [`Frame`] it becomes a
//! [`Table`], laid out but not yet in a language. The page, the PDF and the files here ([`csv`],
//! [`xlsx`], [`json`], a bank's file by [`BankFormat`]) are written from that same table, so their
//! sums cannot differ.

mod file;
mod list;
mod report;
mod say;
mod table;

pub use file::{
    bank::{BadBankFormat, BankFormat, BankRefused, Batch, FieldRefused},
    csv::{CsvStyle, csv},
    json::json,
    xlsx::{XlsxRefused, xlsx},
};
pub use list::*;
pub use report::{Column, Frame, Period, Report};
pub use table::{Align, Cell, Heading, Kind, Level, Note, Place, Row, Signature, Table, Total};

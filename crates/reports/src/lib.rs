//! Columns and tables, and the files that are written from a table.
//!
//! A [`Report`] is said once: its columns, each one entry. With rows and a [`Frame`] it becomes a
//! [`Table`], laid out but not yet in a language. The page, the PDF and the files here ([`csv()`],
//! [`xlsx()`], [`json()`], a bank's file by [`BankFormat`]) are written from that same table, so
//! their sums cannot differ.
//!
//! # Examples
//!
//! ```
//! use civil::{Month, Rupiah};
//! use reports::{Cell, Column, CsvStyle, Frame, Kind, Period, Report, csv};
//! use words::Lang;
//!
//! struct Meal {
//!     name: &'static str,
//!     price: Rupiah,
//! }
//!
//! static MEALS: Report<Meal> = Report {
//!     name: "meals",
//!     columns: &[
//!         Column::labelled("name", Kind::Text, 20, |meal| Cell::text(meal.name)),
//!         Column::summed("net", Kind::Rupiah, 14, |meal| Cell::Rupiah(meal.price)),
//!     ],
//!     link: |_| None,
//! };
//!
//! let rows = [
//!     Meal { name: "Nasi", price: Rupiah(12_000) },
//!     Meal { name: "=Teh", price: Rupiah(3_000) },
//! ];
//! let period = Period::Month("2026-10".parse::<Month>()?);
//! let (notes, signatures) = (Vec::new(), Vec::new());
//! let frame = Frame { office: "Contoh".to_owned(), about: None, period, notes, signatures };
//! let table = MEALS.table(&rows, frame);
//! let sum = table.total.as_deref().and_then(|cells| cells.last());
//! assert_eq!(sum, Some(&Cell::Rupiah(Rupiah(15_000))));
//! let file = csv(&table, Lang::Id, CsvStyle::Plain);
//! assert_eq!(file, b"name,net\r\nNasi,12000\r\n'=Teh,3000\r\n");
//! # Ok::<(), civil::InvalidMonth>(())
//! ```

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

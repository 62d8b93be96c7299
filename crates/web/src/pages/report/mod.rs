//! Reports: a list of them, one on the screen, and the table of which its files are written too.

mod list;
mod one;
mod table;

pub use list::{ReportLink, Reports};
pub use one::{BankForm, Download, DownloadWay, ReportKind, ReportPage, ReportWhose};
pub use table::{CellView, ColumnView, Layout, RowKind, RowView, SignatureView, TableView};

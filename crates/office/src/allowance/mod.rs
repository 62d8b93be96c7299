//! The allowance: statements, month sheets, results of work.

pub(crate) mod digest;
mod doc;
mod import_performance;
mod my_month;
mod sheet;
mod statement;

pub use doc::{DocComponent, DocLine, DocPart, PayStatus, SilentLaw, StatementDoc};
pub use my_month::MyMonth;
pub use sheet::{
    MonthSheet, Problems, ROWS_A_PAGE, SheetDay, SheetFilter, SheetRow, SheetTodo, SheetTotals,
};
pub(crate) use statement::read as read_month;

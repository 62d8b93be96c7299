//! The allowance: statements, month sheets, results of work.

pub mod closing;
pub(crate) mod digest;
mod doc;
mod ekinerja;
mod import_performance;
mod my_month;
pub mod payments;
mod performance;
mod report;
mod shadow;
mod sheet;
mod statement;
mod what_if;

pub use doc::{DocComponent, DocLine, DocPart, PayStatus, SilentLaw, StatementDoc};
pub use ekinerja::{BadEKinerjaMapping, EKinerjaFile, EKinerjaMapping};
pub use my_month::MyMonth;
pub use performance::{BadWork, PersonWork, PredikatCut, PutWork, UnitWork, Work, WorkEntry};
pub use report::{BankAsked, BankFileRefused, ReportName, ReportRequest};
pub use shadow::{
    BadShadowRow, ShadowAsked, ShadowCause, ShadowDifference, ShadowFault, ShadowFigure,
    ShadowMonth, ShadowReason, ShadowStep, ShadowSum, ShadowTotal, old_payments_in,
};
pub use sheet::{
    MonthSheet, Problems, ROWS_A_PAGE, SheetDay, SheetFilter, SheetRow, SheetTodo, SheetTotals,
};
pub(crate) use statement::read as read_month;
pub use what_if::{WhatIf, WhatIfPerson, WhatIfSkpd};

//! The reports: each with the shape of its rows and its columns, each column one entry.
//!
//! Rows are plain values; who fills them knows people, months and law. Columns are only ever added
//! at the end: scripts of offices read the files.

mod absences;
mod extras;
mod leave_balances;
mod payments;
mod punctuality;
mod recap;
mod shadow;
mod sheet;
mod slip;
mod spj;
mod year_card;

pub use absences::{ABSENCES, AbsenceRow};
pub use extras::{ExtraRow, GAJI_13, THR};
pub use leave_balances::{LEAVE_BALANCES, LeaveBalanceRow};
pub use payments::{PAYMENTS, PaymentRow};
pub use punctuality::{PUNCTUALITY, PunctualityRow};
pub use recap::{RECAP, RecapRow};
pub use shadow::{SHADOW, ShadowRow};
pub use sheet::{SHEET, SheetRow};
pub use slip::{SLIP, SlipRow};
pub use spj::{AccountRow, SIPD, SPJ_ACCOUNTS, SPJ_TAX, SipdRow, TaxRow};
pub use year_card::{YEAR_CARD, YearCardRow};

//! Leave, duty and permission: asking for it, and what is left of it.

mod balance;
mod finding;
mod form;
mod import_opening;
mod ledger;
mod of_unit;
mod recheck;
mod request;
mod wfa;

pub use balance::{LeaveBalance, LeaveForecast, LeaveLot, LeaveSource, LeaveUse};
pub use finding::{LeaveFinding, NotedFinding, NotedValue};
pub use form::{LeaveForm, LeavePlace, NamedReasons};
pub use of_unit::{LeaveDays, UnitLeave};
pub use request::{AnnualLeft, CheckedLeave, LeaveKind, LeaveRequest, Paper};

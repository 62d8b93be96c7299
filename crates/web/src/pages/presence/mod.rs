//! Presence: a day, a month, a unit, today.

mod day;
mod my_month;
mod today;
mod unit_month;
mod units;

pub use day::{AmountLine, DayPanel, Fix, Scan, ScanUse, Schedule};
pub use my_month::{LookAt, MadeOf, MonthDay, MyMonth, OtherCut, Pay, PayPart, Whose};
pub use today::{Missing, SilentToday, Today, TodayCounts, UnitToday};
pub use unit_month::{
    Closing, Problem, SheetCell, SheetDay, SheetFilter, SheetRow, SheetSums, UnitMonth, WeekEdge,
};
pub use units::{UnitLink, Units};

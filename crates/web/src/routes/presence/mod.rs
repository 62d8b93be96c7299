//! Presence: a month, a day, a unit, today.

mod day;
mod month;
mod sheet;
mod today;
mod units;

pub(super) use day::{in_short, mark, status as source_status};
pub(super) use month::{month_named, my_month, person_month, tpp_reason};
pub(super) use sheet::unit_month;
pub(super) use today::{regency_today, unit_today};
pub(super) use units::units;

//! Results as plain text for people, in either language.

mod day;
mod discipline;
mod person;
mod statement;

pub(crate) use day::explained_day;
pub(crate) use discipline::{discipline_case, discipline_list, discipline_year};
pub(crate) use person::person;
pub(crate) use statement::statement;

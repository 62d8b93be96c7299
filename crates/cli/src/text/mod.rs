//! Results as plain text for people, in either language.

mod day;
mod person;
mod statement;

pub use day::explained_day;
pub use person::person;
pub use statement::statement;

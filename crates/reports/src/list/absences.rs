//! Absence by cause, for each unit.

use words::Phrase;

use crate::{Cell, Column, Kind, Report};

/// One cause of absence in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsenceRow {
    /// Name of the unit; the report is grouped by it.
    pub unit: String,
    /// Why people were away: an excuse by its key, or without any.
    pub cause: Phrase,
    /// People who were away for it at least once. One person may be away for several causes, so
    /// they are not added up.
    pub people: i64,
    /// Days of duty that were missed.
    pub days: i64,
    /// The page that lists them.
    pub link: Option<String>,
}

/// Absence by cause.
pub static ABSENCES: Report<AbsenceRow> = Report {
    name: "absences",
    columns: &[
        Column::labelled("cause", Kind::Text, 40, |row| Cell::Words(row.cause.clone())),
        Column::new("people", Kind::Number, 10, |row| Cell::Number(row.people)),
        Column::summed("day-count", Kind::Number, 10, |row| Cell::Number(row.days)),
    ],
    link: |row| row.link.as_deref(),
};

//! The year card of a person: twelve months.

use civil::{Month, Rupiah};

use crate::{Cell, Column, Kind, Report};

/// One month of a year card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCardRow {
    /// The month.
    pub month: Month,
    /// Days of duty.
    pub workdays: i64,
    /// Days of presence.
    pub present: i64,
    /// Days of late arrival.
    pub late: i64,
    /// Minutes of late arrival.
    pub late_minutes: u32,
    /// Minutes of early departure.
    pub early_minutes: u32,
    /// Days of leave and duty.
    pub excused: i64,
    /// Days without a lawful reason.
    pub absent: i64,
    /// TPP before cuts.
    pub gross: Rupiah,
    /// Cuts, positive.
    pub cut: Rupiah,
    /// What cuts left; tax and the like are taken from it.
    pub net: Rupiah,
    /// The page of the month.
    pub link: Option<String>,
}

/// The year card of a person.
pub static YEAR_CARD: Report<YearCardRow> = Report {
    name: "year-card",
    columns: &[
        Column::labelled("month", Kind::Month, 16, |row| Cell::Month(row.month)),
        Column::summed("workdays", Kind::Number, 9, |row| Cell::Number(row.workdays)),
        Column::summed("present", Kind::Number, 9, |row| Cell::Number(row.present)),
        Column::summed("late", Kind::Number, 10, |row| Cell::Number(row.late)),
        Column::summed("late-minutes", Kind::Minutes, 10, |row| Cell::Minutes(row.late_minutes)),
        Column::summed("early-minutes", Kind::Minutes, 10, |row| Cell::Minutes(row.early_minutes)),
        Column::summed("excused", Kind::Number, 9, |row| Cell::Number(row.excused)),
        Column::summed("absent", Kind::Number, 11, |row| Cell::Number(row.absent)),
        Column::summed("gross", Kind::Rupiah, 14, |row| Cell::Rupiah(row.gross)),
        Column::summed("cut", Kind::Rupiah, 14, |row| Cell::Rupiah(row.cut)),
        Column::summed("after-cuts", Kind::Rupiah, 14, |row| Cell::Rupiah(row.net)),
    ],
    link: |row| row.link.as_deref(),
};

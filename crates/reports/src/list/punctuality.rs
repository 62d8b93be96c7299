//! Ranks of punctuality, for the public: units, never people.

use civil::Rate;

use crate::{Cell, Column, Kind, Report};

/// One unit. There is no field for a person, so that none can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunctualityRow {
    /// Rank; units with the same share have the same.
    pub rank: i64,
    /// Name of the unit.
    pub unit: String,
    /// People with days of duty in the time.
    pub people: i64,
    /// Days of duty of all people together.
    pub workdays: i64,
    /// Of these, days on time from beginning to end.
    pub on_time: i64,
    /// On-time days of the days of duty; none when there were none.
    pub share: Option<Rate>,
}

/// Ranks of punctuality of units.
pub static PUNCTUALITY: Report<PunctualityRow> = Report {
    name: "punctuality",
    columns: &[
        Column::new("rank", Kind::Number, 10, |row| Cell::Number(row.rank)),
        Column::labelled("unit", Kind::Text, 40, |row| Cell::text(&row.unit)),
        Column::summed("people", Kind::Number, 10, |row| Cell::Number(row.people)),
        Column::summed("workdays", Kind::Number, 12, |row| Cell::Number(row.workdays)),
        Column::summed("on-time", Kind::Number, 12, |row| Cell::Number(row.on_time)),
        Column::new("on-time-share", Kind::Share, 12, |row| row.share.map_or(Cell::Empty, rounded)),
    ],
    link: |_| None,
};

/// The share to a hundredth of a percent: here it is read and ranked, not paid by.
fn rounded(share: Rate) -> Cell {
    let points = u32::try_from(share.rounded_basis_points()).expect("a share is at least nothing");
    Cell::Share(Rate::basis_points(points))
}

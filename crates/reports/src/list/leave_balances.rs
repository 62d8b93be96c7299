//! Leave balances on a day.

use words::Phrase;

use crate::{Cell, Column, Kind, Report};

/// The balance of one kind of leave of one person, in working days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveBalanceRow {
    /// Name of the unit.
    pub unit: String,
    /// NIP; empty for who has none.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The kind of leave.
    pub kind: Phrase,
    /// Days carried over from the years before.
    pub carried: i64,
    /// Days of this year.
    pub entitled: i64,
    /// Days taken.
    pub taken: i64,
    /// Days asked for and not yet decided.
    pub pending: i64,
    /// Days left, those asked for counted as taken.
    pub left: i64,
    /// The page of the balance.
    pub link: Option<String>,
    /// How the person is employed.
    pub employment: Phrase,
    /// Days left on 31 December, if nothing more is asked for.
    pub at_year_end: i64,
    /// Of these, days that lapse with the year.
    pub lapsing: i64,
}

/// Leave balances.
pub static LEAVE_BALANCES: Report<LeaveBalanceRow> = Report {
    name: "leave-balances",
    columns: &[
        Column::position(),
        Column::new("nip", Kind::Text, 20, |row| Cell::text(&row.nip)),
        Column::labelled("name", Kind::Text, 28, |row| Cell::text(&row.name)),
        Column::new("leave", Kind::Text, 28, |row| Cell::Words(row.kind.clone())),
        Column::new("carried", Kind::Number, 12, |row| Cell::Number(row.carried)),
        Column::new("entitled", Kind::Number, 12, |row| Cell::Number(row.entitled)),
        Column::new("taken", Kind::Number, 12, |row| Cell::Number(row.taken)),
        Column::new("pending", Kind::Number, 12, |row| Cell::Number(row.pending)),
        Column::new("left", Kind::Number, 12, |row| Cell::Number(row.left)),
        Column::new("employment", Kind::Text, 18, |row| Cell::Words(row.employment.clone())),
        Column::new("at-year-end", Kind::Number, 12, |row| Cell::Number(row.at_year_end)),
        Column::new("lapsing", Kind::Number, 12, |row| Cell::Number(row.lapsing)),
    ],
    link: |row| row.link.as_deref(),
};

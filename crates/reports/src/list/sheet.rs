//! The month sheet of a unit: person by day.

use civil::Rupiah;

use crate::{Cell, Column, Kind, Report};

/// One person of a month sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Name of the unit.
    pub unit: String,
    /// NIP; empty for who has none.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The code of each day from the first: `H`, `TL`, `TK`; empty for a day off.
    pub codes: Vec<String>,
    /// Minutes of duty that were missed.
    pub missed_minutes: u32,
    /// The cut for presence.
    pub cut: Rupiah,
    /// The page of the person's month.
    pub link: Option<String>,
}

impl SheetRow {
    fn code(&self, day: i8) -> Cell {
        let place = usize::try_from(day - 1).expect("days are counted from 1");
        self.codes.get(place).map_or(Cell::Empty, |code| Cell::text(code))
    }
}

/// The month sheet of a unit.
pub static SHEET: Report<SheetRow> = Report {
    name: "sheet",
    columns: &[
        Column::position(),
        Column::new("nip", Kind::Text, 20, |row| Cell::text(&row.nip)),
        Column::labelled("name", Kind::Text, 28, |row| Cell::text(&row.name)),
        Column::days(Kind::Code, 5, SheetRow::code),
        Column::summed("missed-minutes", Kind::Minutes, 9, |row| Cell::Minutes(row.missed_minutes)),
        Column::summed("cut", Kind::Rupiah, 14, |row| Cell::Rupiah(row.cut)),
    ],
    link: |row| row.link.as_deref(),
};

//! What an old system paid against what is computed here, person by person.

use civil::Rupiah;

use crate::{Cell, Column, Kind, Report};

/// A person whom the two systems pay otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShadowRow {
    /// Number.
    pub nip: String,
    /// Name, where the person is known here.
    pub name: String,
    /// Name of the unit here.
    pub unit: String,
    /// What the old system paid; none if it does not know the person.
    pub theirs: Option<Rupiah>,
    /// What is computed here; none if nothing is.
    pub ours: Option<Rupiah>,
    /// Theirs less ours.
    pub difference: Rupiah,
    /// Why, in words.
    pub causes: String,
}

/// The differences of a shadow month.
pub static SHADOW: Report<ShadowRow> = Report {
    name: "shadow",
    columns: &[
        Column::new("nip", Kind::Text, 20, |row| Cell::text(&row.nip)),
        Column::labelled("name", Kind::Text, 32, |row| Cell::text(&row.name)),
        Column::new("unit", Kind::Text, 32, |row| Cell::text(&row.unit)),
        Column::summed("theirs", Kind::Rupiah, 16, |row| {
            row.theirs.map_or(Cell::Empty, Cell::Rupiah)
        }),
        Column::summed("ours", Kind::Rupiah, 16, |row| row.ours.map_or(Cell::Empty, Cell::Rupiah)),
        Column::summed("difference", Kind::Rupiah, 16, |row| Cell::Rupiah(row.difference)),
        Column::new("cause", Kind::Text, 60, |row| Cell::text(&row.causes)),
    ],
    link: |_| None,
};

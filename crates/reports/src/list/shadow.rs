//! What an old system paid against what is computed here, person by person.

use civil::Rupiah;

use crate::{Cell, Column, Kind, Report};

/// A figure of a person of which the two systems say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShadowRow {
    /// Number.
    pub nip: String,
    /// Name, where the person is known here.
    pub name: String,
    /// Name of the unit here.
    pub unit: String,
    /// Which figure, in words.
    pub figure: String,
    /// What the old system says; none if it does not know the person.
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
        Column::new("figure", Kind::Text, 22, |row| Cell::text(&row.figure)),
        // No sums: two figures of one person are not to be added up.
        Column::new("theirs", Kind::Rupiah, 16, |row| row.theirs.map_or(Cell::Empty, Cell::Rupiah)),
        Column::new("ours", Kind::Rupiah, 16, |row| row.ours.map_or(Cell::Empty, Cell::Rupiah)),
        Column::new("difference", Kind::Rupiah, 16, |row| Cell::Rupiah(row.difference)),
        Column::new("cause", Kind::Text, 60, |row| Cell::text(&row.causes)),
    ],
    link: |_| None,
};

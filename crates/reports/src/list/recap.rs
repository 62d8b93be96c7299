//! The recapitulation of a month by unit.

use civil::Rupiah;

use crate::{Cell, Column, Kind, Report};

/// One unit of a recapitulation. Amounts that reduce the pay are positive here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecapRow {
    /// What the units are grouped by: a kind of unit, or the unit above.
    pub group: String,
    /// Name of the unit.
    pub unit: String,
    /// People who are paid.
    pub people: i64,
    /// TPP before cuts.
    pub gross: Rupiah,
    /// Cuts for presence and performance.
    pub cut: Rupiah,
    /// Added for acting in other posts.
    pub plt: Rupiah,
    /// The people's share of BPJS.
    pub bpjs: Rupiah,
    /// Income tax, `PPh` 21.
    pub tax: Rupiah,
    /// Deductions that the people agreed to.
    pub other: Rupiah,
    /// What is paid.
    pub net: Rupiah,
    /// The page of the unit's payment list.
    pub link: Option<String>,
}

/// The recapitulation of a month by unit.
pub static RECAP: Report<RecapRow> = Report {
    name: "recap",
    columns: &[
        Column::position(),
        Column::labelled("unit", Kind::Text, 40, |row| Cell::text(&row.unit)),
        Column::summed("people", Kind::Number, 9, |row| Cell::Number(row.people)),
        Column::summed("gross", Kind::Rupiah, 17, |row| Cell::Rupiah(row.gross)),
        Column::summed("cut", Kind::Rupiah, 15, |row| Cell::Rupiah(row.cut)),
        Column::summed("plt", Kind::Rupiah, 15, |row| Cell::Rupiah(row.plt)),
        Column::summed("bpjs", Kind::Rupiah, 15, |row| Cell::Rupiah(row.bpjs)),
        Column::summed("tax", Kind::Rupiah, 15, |row| Cell::Rupiah(row.tax)),
        Column::summed("other", Kind::Rupiah, 15, |row| Cell::Rupiah(row.other)),
        Column::summed("net", Kind::Rupiah, 17, |row| Cell::Rupiah(row.net)),
    ],
    link: |row| row.link.as_deref(),
};

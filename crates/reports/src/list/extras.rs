//! The lists of THR and of the 13th allowance: what the treasurer pays to whom beside the month.

use civil::Rupiah;

use crate::{Cell, Column, Kind, Report};

/// One person of a list of THR or of the 13th.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtraRow {
    /// Name of the unit; the list is grouped by it.
    pub unit: String,
    /// NIP; empty for who has none.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Class of the post, 1 to 17.
    pub class: i64,
    /// Post.
    pub position: String,
    /// The Tpp of the month it rests on, as far as it counts.
    pub base: Rupiah,
    /// What is paid before tax.
    pub allowance: Rupiah,
    /// Income tax, `PPh` 21; positive.
    pub tax: Rupiah,
    /// What is paid.
    pub net: Rupiah,
    /// Number of the bank account, with its leading zeros.
    pub account: String,
    /// The page of the statement it rests on.
    pub link: Option<String>,
}

static COLUMNS: [Column<ExtraRow>; 11] = [
    Column::position(),
    Column::new("nip", Kind::Text, 20, |row| Cell::text(&row.nip)),
    Column::labelled("name", Kind::Text, 28, |row| Cell::text(&row.name)),
    Column::new("class", Kind::Number, 6, |row| Cell::Number(row.class)),
    Column::new("position", Kind::Text, 28, |row| Cell::text(&row.position)),
    Column::summed("base", Kind::Rupiah, 14, |row| Cell::Rupiah(row.base)),
    Column::summed("allowance", Kind::Rupiah, 14, |row| Cell::Rupiah(row.allowance)),
    Column::summed("tax", Kind::Rupiah, 12, |row| Cell::Rupiah(row.tax)),
    Column::summed("net", Kind::Rupiah, 14, |row| Cell::Rupiah(row.net)),
    Column::new("account", Kind::Text, 18, |row| Cell::text(&row.account)),
    Column::new("signature", Kind::Text, 16, |_| Cell::Empty),
];

/// The list of THR.
pub static THR: Report<ExtraRow> =
    Report { name: "thr", columns: &COLUMNS, link: |row| row.link.as_deref() };

/// The list of the 13th allowance.
pub static GAJI_13: Report<ExtraRow> =
    Report { name: "gaji-13", columns: &COLUMNS, link: |row| row.link.as_deref() };

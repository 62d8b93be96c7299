//! The payment list of a month: what the treasurer pays to whom.

use civil::Rupiah;

use crate::{Cell, Column, Kind, Report};

/// One person of a payment list. Amounts that reduce the pay are positive here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentRow {
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
    /// TPP before cuts.
    pub gross: Rupiah,
    /// Cuts for presence and performance.
    pub cut: Rupiah,
    /// Added for acting in another post.
    pub plt: Rupiah,
    /// The person's share of BPJS.
    pub bpjs: Rupiah,
    /// Income tax, `PPh` 21.
    pub tax: Rupiah,
    /// Deductions that the person agreed to.
    pub other: Rupiah,
    /// What is paid.
    pub net: Rupiah,
    /// Number of the bank account, with its leading zeros.
    pub account: String,
    /// The page of the statement.
    pub link: Option<String>,
}

/// The payment list of a month.
pub static PAYMENTS: Report<PaymentRow> = Report {
    name: "payments",
    columns: &[
        Column::position(),
        Column::new("nip", Kind::Text, 20, |row| Cell::text(&row.nip)),
        Column::labelled("name", Kind::Text, 28, |row| Cell::text(&row.name)),
        Column::new("class", Kind::Number, 6, |row| Cell::Number(row.class)),
        Column::new("position", Kind::Text, 28, |row| Cell::text(&row.position)),
        Column::summed("gross", Kind::Rupiah, 14, |row| Cell::Rupiah(row.gross)),
        Column::summed("cut", Kind::Rupiah, 12, |row| Cell::Rupiah(row.cut)),
        Column::summed("plt", Kind::Rupiah, 12, |row| Cell::Rupiah(row.plt)),
        Column::summed("bpjs", Kind::Rupiah, 12, |row| Cell::Rupiah(row.bpjs)),
        Column::summed("tax", Kind::Rupiah, 12, |row| Cell::Rupiah(row.tax)),
        Column::summed("other", Kind::Rupiah, 12, |row| Cell::Rupiah(row.other)),
        Column::summed("net", Kind::Rupiah, 14, |row| Cell::Rupiah(row.net)),
        Column::new("account", Kind::Text, 18, |row| Cell::text(&row.account)),
        Column::new("signature", Kind::Text, 16, |_| Cell::Empty),
    ],
    link: |row| row.link.as_deref(),
};

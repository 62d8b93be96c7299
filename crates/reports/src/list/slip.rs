//! The slip of a person: each line of the statement of a month.

use civil::{Rate, Rupiah};
use words::Phrase;

use crate::{Cell, Column, Kind, Report};

/// One line of a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipRow {
    /// Code of the line: `TL2`.
    pub code: String,
    /// What the line is.
    pub what: Phrase,
    /// The days it is about: `5, 12`.
    pub days: String,
    /// What the rate is taken of.
    pub base: Option<Rupiah>,
    /// The share of the base.
    pub rate: Option<Rate>,
    /// The amount of the line; negative for a cut.
    pub amount: Rupiah,
    /// Act and article.
    pub article: String,
    /// The page of the day or of the rule.
    pub link: Option<String>,
}

/// The slip of a person.
pub static SLIP: Report<SlipRow> = Report {
    name: "slip",
    columns: &[
        Column::new("code", Kind::Code, 8, |row| Cell::text(&row.code)),
        Column::labelled("what", Kind::Text, 40, |row| Cell::Words(row.what.clone())),
        Column::new("days", Kind::Text, 14, |row| Cell::text(&row.days)),
        Column::new("base", Kind::Rupiah, 14, |row| row.base.map_or(Cell::Empty, Cell::Rupiah)),
        Column::new("rate", Kind::Share, 9, |row| row.rate.map_or(Cell::Empty, Cell::Share)),
        Column::summed("amount", Kind::Rupiah, 14, |row| Cell::Rupiah(row.amount)),
        Column::new("article", Kind::Text, 40, |row| Cell::text(&row.article)),
    ],
    link: |row| row.link.as_deref(),
};

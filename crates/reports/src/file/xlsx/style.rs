//! How cells of a spreadsheet look.

use civil::Rate;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::{Align, Kind};

/// The formats of a sheet, made once.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) mark: Format,
    pub(super) header: Format,
    pub(super) group: Format,
    pub(super) label: Format,
    pub(super) data: Kinds,
    pub(super) sums: Kinds,
}

impl Styles {
    pub(super) fn new() -> Self {
        let bold = Format::new().set_bold();
        let cell = Format::new().set_border(FormatBorder::Thin);
        let sums = cell.clone().set_bold();
        Self {
            title: bold.clone(),
            mark: bold.clone().set_font_color(Color::Red),
            header: sums
                .clone()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            group: bold,
            label: sums.clone(),
            data: Kinds::new(&cell),
            sums: Kinds::new(&sums),
        }
    }
}

/// A format for each kind of column.
pub(super) struct Kinds {
    text: Format,
    code: Format,
    number: Format,
    share: Format,
    date: Format,
    month: Format,
}

impl Kinds {
    fn new(base: &Format) -> Self {
        let of = |kind: Kind, number: &str| {
            let align = match kind.align() {
                Align::Start => FormatAlign::Left,
                Align::Center => FormatAlign::Center,
                Align::End => FormatAlign::Right,
            };
            base.clone().set_align(align).set_num_format(number)
        };
        Self {
            text: of(Kind::Text, "@"),
            code: of(Kind::Code, "@"),
            number: of(Kind::Number, "#,##0"),
            share: of(Kind::Share, "0.00##%"),
            date: of(Kind::Date, "dd/mm/yyyy"),
            month: of(Kind::Month, "mmm yyyy"),
        }
    }

    pub(super) fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text => &self.text,
            Kind::Code => &self.code,
            Kind::Rupiah | Kind::Number | Kind::Minutes => &self.number,
            Kind::Share => &self.share,
            Kind::Date => &self.date,
            Kind::Month => &self.month,
        }
    }
}

/// A share as a number of a spreadsheet, which has only floats; none if it is not exact in percent
/// with four places, because a float would then look exact and not be.
pub(super) fn fraction(share: Rate) -> Option<f64> {
    const PARTS: u64 = 1_000_000;
    let parts = u64::from(share.num()) * PARTS;
    let den = u64::from(share.den());
    let parts = parts.is_multiple_of(den).then(|| parts / den)?;
    // Written out and read, so that no float is computed with.
    format!("{}.{:06}", parts / PARTS, parts % PARTS).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_in_percent_are_numbers_and_others_are_not() {
        let percent = |text: &str| fraction(text.parse().unwrap()).map(|n| n.to_string());
        assert_eq!(percent("1.25%").as_deref(), Some("0.0125"));
        assert_eq!(percent("100%").as_deref(), Some("1"));
        assert_eq!(percent("1/22"), None);
    }
}

//! One field of a bank's file: a value, written as the bank wants it.

use jiff::civil::Date;

use super::{Blank, Field, Layout, Long, Mapping, Only, Side};
use crate::file::formula;

/// Why a value cannot stand in its field. No file is written then: half a payment is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldRefused {
    /// Nothing where the bank wants something.
    #[error("is empty; enter it for this person")]
    Empty,
    /// Longer than the field.
    #[error("has {characters} characters and the field takes {width}; check it")]
    TooLong {
        /// Characters of the value.
        characters: usize,
        /// Characters of the field.
        width: usize,
    },
    /// Other characters than digits.
    #[error("has other characters than digits; enter the digits only")]
    NotDigits,
    /// Less than nothing.
    #[error("is less than nothing; settle it before paying")]
    Negative,
}

/// A value before it is written.
pub(super) enum Content {
    /// Words of the mapping, as they are.
    Constant(String),
    /// Words of the row.
    Words(String),
    Amount(i64),
    Day(Date),
}

impl Field {
    /// The value as it stands in the file, without filling.
    pub(super) fn say(&self, content: Content, mapping: &Mapping) -> Result<String, FieldRefused> {
        let mut text = match content {
            Content::Constant(text) => text,
            Content::Words(text) => {
                let known = |c| if mapping.letters.takes(c) { c } else { ' ' };
                let text: String = text.chars().map(known).collect();
                match mapping.layout {
                    // Every character has its place, and no spreadsheet opens it.
                    Layout::Fixed => text,
                    Layout::Delimited { .. } => formula::neutral(&text).into_owned(),
                }
            }
            Content::Amount(amount) => self.amount(amount)?,
            Content::Day(day) => self.day(day),
        };
        if self.empty == Blank::Refuse && text.trim().is_empty() {
            return Err(FieldRefused::Empty);
        }
        if self.only == Only::Digits && !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(FieldRefused::NotDigits);
        }
        let (characters, width) = (text.chars().count(), self.width.unwrap_or(usize::MAX));
        if characters > width {
            match self.long {
                Long::Refuse => return Err(FieldRefused::TooLong { characters, width }),
                Long::Cut => text = text.chars().take(width).collect(),
            }
        }
        Ok(text)
    }

    /// The value filled to the width of the field.
    pub(super) fn fill(&self, text: &str) -> String {
        let missing = self.width.unwrap_or(0).saturating_sub(text.chars().count());
        let filling = std::iter::repeat_n(self.fill, missing);
        match self.align {
            Side::Left => text.chars().chain(filling).collect(),
            Side::Right => filling.chain(text.chars()).collect(),
        }
    }

    fn amount(&self, amount: i64) -> Result<String, FieldRefused> {
        if amount < 0 {
            return Err(FieldRefused::Negative);
        }
        let noughts = "0".repeat(usize::from(self.decimals));
        let sign = if self.decimals == 0 { "" } else { &self.decimal_sign };
        Ok(format!("{amount}{sign}{noughts}"))
    }

    fn day(&self, day: Date) -> String {
        // The long forms first, because the short are part of them.
        self.date
            .replace("yyyy", &format!("{:04}", day.year()))
            .replace("yy", &format!("{:02}", day.year() % 100))
            .replace("mm", &format!("{:02}", day.month()))
            .replace("dd", &format!("{:02}", day.day()))
    }
}

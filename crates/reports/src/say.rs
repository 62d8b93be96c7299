//! A cell as an office reads it, and as a file of plain values holds it.

use words::{Lang, Words, format};

use crate::Cell;

impl Cell {
    /// Words as they are; nothing for empty words.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// The cell as it is printed and shown: `1.234.567`, `1,25 %`, `5 Oktober 2026`. The column's
    /// heading names the currency and the unit.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words(phrase) => Words::say(lang, phrase),
            Self::Rupiah(amount) => format::rupiah_bare(amount.0),
            Self::Number(number) => format::count(*number),
            Self::Share(share) => format::rate(&share.to_string()),
            Self::Minutes(minutes) => format::count(i64::from(*minutes)),
            Self::Date(date) => format::date(lang, *date),
            Self::Month(month) => format::month(lang, month.first()),
            Self::Empty => String::new(),
        }
    }

    /// The cell as programs read it: `1234567`, `1.25%`, `2026-10-05`, `2026-10`.
    #[must_use]
    pub fn plain(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words(phrase) => Words::say(lang, phrase),
            Self::Rupiah(amount) => amount.0.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Share(share) => share.to_string(),
            Self::Minutes(minutes) => minutes.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Month(month) => month.to_string(),
            Self::Empty => String::new(),
        }
    }

    /// Rupiah, count or minutes as a number; nothing for what cannot be added up.
    #[must_use]
    pub fn amount(&self) -> Option<i64> {
        match self {
            Self::Rupiah(amount) => Some(amount.0),
            Self::Number(number) => Some(*number),
            Self::Minutes(minutes) => Some(i64::from(*minutes)),
            Self::Text(_)
            | Self::Words(_)
            | Self::Share(_)
            | Self::Date(_)
            | Self::Month(_)
            | Self::Empty => None,
        }
    }
}

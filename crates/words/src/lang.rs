//! The languages people read Abdi in.

use std::str::FromStr;

use fluent_templates::{LanguageIdentifier, langid};

static INDONESIAN: LanguageIdentifier = langid!("id");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A language people read Abdi in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bahasa Indonesia: the language of the offices and of the acts.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// All languages, the first being the default.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The code as in `<html lang>` and `--lang`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language's name in itself, as a language switch shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "Bahasa Indonesia",
            Self::En => "English",
        }
    }

    pub(crate) fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::Id => &INDONESIAN,
            Self::En => &ENGLISH,
        }
    }
}

/// The text names no language that Abdi speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(String);

impl std::fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "language must be id or en but is {:?}", self.0)
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(text))
            .ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

//! How results are printed: as text in a language, or as JSON.

use clap::{Args as ClapArgs, ValueEnum};

/// Print one JSON document.
#[derive(Clone, Copy, Debug, ClapArgs)]
#[group(skip)]
pub(crate) struct Json {
    /// Print one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

/// Language of text.
#[derive(Clone, Copy, Debug, ClapArgs)]
#[group(skip)]
pub(crate) struct Lang {
    /// Language of the text
    #[arg(long, value_enum, default_value_t = LangName::Id)]
    pub(crate) lang: LangName,
}

/// A language.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangName {
    /// Bahasa Indonesia
    Id,
    /// English
    En,
}

impl From<Lang> for words::Lang {
    fn from(lang: Lang) -> Self {
        match lang.lang {
            LangName::Id => Self::Id,
            LangName::En => Self::En,
        }
    }
}

//! Why a row of a table cannot be taken, before it is in a language.

use std::fmt;

use civil::{InvalidName, InvalidNip, InvalidRate, Nip, UnknownWord};
use rules::{
    excuse::{ExcuseKind, UnknownExcuse},
    roster::InvalidTurn,
};
use serde::{Serialize, Serializer};
use terminal::{BadLine, PIN_BYTES_MAX, shown};
use words::{Arg, Lang, Phrase, Words};

/// Why a row or a turn cannot be taken, and what to do.
///
/// Pages say it in the language of the reader ([`Reason::said`]). The command line and its JSON say
/// it in English, as [`fmt::Display`] and [`Serialize`] do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(Phrase);

impl Reason {
    /// The sentence under `key`, without values.
    pub(crate) fn new(key: &str) -> Self {
        Self(Phrase::new(key))
    }

    /// Of a fault that has words of its own for pages: what the command line says of it.
    pub(crate) fn verbatim(said: impl fmt::Display) -> Self {
        Self(Phrase::verbatim(said.to_string()))
    }

    /// The same sentence with one more value, as it is written in files: days as 2026-10-05,
    /// numbers without dots between them.
    pub(crate) fn with(self, name: &'static str, value: impl fmt::Display) -> Self {
        Self(self.0.with(name, value.to_string()))
    }

    /// The same sentence with words in it that are said in the same language.
    pub(crate) fn with_words(self, name: &'static str, key: &str) -> Self {
        Self(self.0.with(name, Arg::Phrase(Phrase::new(key))))
    }

    /// The same sentence, of what stands in a file fit for a screen.
    pub(super) fn fit_for_screens(self) -> Self {
        Self(self.0.map_texts(|text| shown(text).into_owned()))
    }

    /// It in a sentence, with what to do.
    #[must_use]
    pub fn said(&self) -> Phrase {
        self.0.clone()
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&Words::say(Lang::En, &self.0)))
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<InvalidNip> for Reason {
    fn from(error: InvalidNip) -> Self {
        match error {
            InvalidNip::NotADigit { position } => {
                Self::new("import-nip-digit").with("position", position)
            }
            InvalidNip::WrongLength { count } => {
                Self::new("import-nip-length").with("digits", Nip::DIGITS).with("count", count)
            }
            InvalidNip::BirthDate => Self::new("import-nip-birth"),
            InvalidNip::TooYoung => Self::new("import-nip-young"),
            InvalidNip::Sex => Self::new("import-nip-sex"),
            InvalidNip::Sequence => Self::new("import-nip-sequence"),
            // The list is open; what is added to it is said in English until it has words.
            other => Self::verbatim(other),
        }
    }
}

impl From<InvalidRate> for Reason {
    fn from(error: InvalidRate) -> Self {
        Self::new("import-rate").with("text", error.text)
    }
}

impl From<InvalidName> for Reason {
    fn from(error: InvalidName) -> Self {
        let InvalidName { what, text, extra } = error;
        let named = Self::new("import-name").with("text", text).with("extra", extra);
        named.with_words("what", &key_of(what))
    }
}

impl From<UnknownWord> for Reason {
    fn from(error: UnknownWord) -> Self {
        let UnknownWord { what, text, known } = error;
        let named = Self::new("import-word").with("text", text).with("known", known);
        named.with_words("what", &key_of(what))
    }
}

impl From<InvalidTurn> for Reason {
    fn from(error: InvalidTurn) -> Self {
        Self::new("import-turn").with("text", error.text)
    }
}

impl From<UnknownExcuse> for Reason {
    fn from(error: UnknownExcuse) -> Self {
        let known: Vec<&str> = ExcuseKind::ALL.iter().map(|kind| kind.code()).collect();
        let unknown = Self::new("import-excuse").with("text", error.text);
        unknown.with("known", known.join(", "))
    }
}

impl From<BadLine> for Reason {
    fn from(error: BadLine) -> Self {
        match error {
            BadLine::NoPin => Self::new("import-pin-none"),
            BadLine::PinTooLong => Self::new("import-pin-long").with("bytes", PIN_BYTES_MAX),
            BadLine::UnreadablePin => Self::new("import-pin-unreadable"),
            // A PIN alone has none of these; lists of scans have words of their own for them.
            BadLine::NulBytes
            | BadLine::NotARecord
            | BadLine::NoTime
            | BadLine::UnreadableTime
            | BadLine::ImpossibleDate
            | BadLine::NoCode => Self::verbatim(error),
        }
    }
}

/// The key of what a name names: `import-what-skpd-code`.
fn key_of(what: &str) -> String {
    format!("import-what-{}", what.replace(' ', "-"))
}

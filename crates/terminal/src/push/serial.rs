//! The serial number by which a terminal introduces itself.

use std::fmt;
use std::str::FromStr;

/// A serial number: 1 to 64 letters, digits, `-` or `_`.
///
/// It is written into replies and paths, so nothing else is let in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Serial(String);

impl Serial {
    /// Most characters a serial number has here.
    pub const LEN_MAX: usize = 64;

    /// The serial number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Serial {
    type Err = BadSerial;

    fn from_str(text: &str) -> Result<Self, BadSerial> {
        if text.is_empty() {
            return Err(BadSerial::Empty);
        }
        if let Some(c) =
            text.chars().find(|c| !matches!(c, 'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_'))
        {
            return Err(BadSerial::Character(c));
        }
        if text.len() > Self::LEN_MAX {
            return Err(BadSerial::TooLong(text.len()));
        }
        Ok(Self(text.to_owned()))
    }
}

impl AsRef<str> for Serial {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is not a [`Serial`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSerial {
    /// Nothing there.
    #[error("serial number is missing: give the one on the label or in the menu of the terminal")]
    Empty,
    /// A character that no serial number has.
    #[error(
        "serial number has {0:?} but may hold only letters, digits, - and _: \
         copy it from the label of the terminal"
    )]
    Character(char),
    /// More characters than any serial number has.
    #[error(
        "serial number has {0} characters but at most 64 are taken: copy it from the label of the terminal"
    )]
    TooLong(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_serial_numbers_and_nothing_else() {
        for good in ["0316-A_b", "X", &"9".repeat(64)] {
            assert_eq!(good.parse::<Serial>().unwrap().to_string(), good);
        }
        assert_eq!("".parse::<Serial>(), Err(BadSerial::Empty));
        assert_eq!("../x".parse::<Serial>(), Err(BadSerial::Character('.')));
        assert_eq!("a\nb".parse::<Serial>(), Err(BadSerial::Character('\n')));
        assert_eq!("9".repeat(65).parse::<Serial>(), Err(BadSerial::TooLong(65)));
    }
}

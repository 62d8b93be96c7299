//! The number a person is enrolled under on a terminal.

use std::fmt;
use std::str::FromStr;

use crate::BadLine;

/// Longest PIN taken, in bytes. Terminals hold up to 24 (size of the field in the pull protocol).
pub const PIN_BYTES_MAX: usize = 32;

/// A PIN: never empty, printable ASCII, no blanks at its ends.
///
/// It is text, since terminals tell `0004` from `4`. A command that names a person takes a `Pin`, so
/// that an empty one, which deletes everybody on some firmware, cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pin(String);

impl Pin {
    /// The PIN as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Pin {
    type Err = BadLine;

    fn from_str(text: &str) -> Result<Self, BadLine> {
        read(text.as_bytes()).map(|pin| Self(pin.to_owned()))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a PIN without copying it.
pub(crate) fn read(field: &[u8]) -> Result<&str, BadLine> {
    let field = field.trim_ascii();
    if field.is_empty() {
        return Err(BadLine::NoPin);
    }
    if field.contains(&0) {
        return Err(BadLine::NulBytes);
    }
    if field.len() > PIN_BYTES_MAX {
        return Err(BadLine::PinTooLong);
    }
    if !field.iter().all(|&byte| byte == b' ' || byte.is_ascii_graphic()) {
        return Err(BadLine::UnreadablePin);
    }
    std::str::from_utf8(field).map_err(|_| BadLine::UnreadablePin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_trimmed_text() {
        assert_eq!("  0004 ".parse::<Pin>().unwrap().as_str(), "0004");
        assert_ne!("0004".parse::<Pin>(), "4".parse::<Pin>());
    }

    #[test]
    fn what_is_no_pin_says_why() {
        assert_eq!(read(b"  "), Err(BadLine::NoPin));
        assert_eq!(read(b"1\0"), Err(BadLine::NulBytes));
        assert_eq!(read("９".as_bytes()), Err(BadLine::UnreadablePin));
        assert_eq!(read(b"1\t2"), Err(BadLine::UnreadablePin));
        assert_eq!(read(&[b'9'; 33]), Err(BadLine::PinTooLong));
        assert_eq!(read(&[b'9'; 32]).unwrap().len(), 32);
    }
}

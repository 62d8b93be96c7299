//! Names in the encodings terminals use.

use std::borrow::Cow;

/// Decodes a name: UTF-8 if it is valid, else GBK if that is valid, else Latin-1.
///
/// GBK is what a terminal sends when its language is Chinese. Latin-1 takes any bytes, so nothing is
/// refused. Never use this for a PIN or a time.
#[must_use]
pub fn decode_name(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    encoding_rs::GBK
        .decode_without_bom_handling_and_without_replacement(bytes)
        .unwrap_or_else(|| encoding_rs::mem::decode_latin1(bytes))
}

/// Takes control characters out of a text that goes to a terminal as one field of one line.
///
/// A tab would begin a field and a line feed a command, so a name could carry an order of its own.
pub(crate) fn one_field(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_three_encodings_in_order() {
        assert_eq!(decode_name("Sitı".as_bytes()), "Sitı");
        assert_eq!(decode_name(b"\xcd\xf5\xce\xe5"), "王五");
        assert_eq!(decode_name(b"Ren\xe9"), "René");
    }

    #[test]
    fn a_field_cannot_begin_another() {
        assert_eq!(one_field("a\tb\nC:1:REBOOT"), "a b C:1:REBOOT");
        assert!(matches!(one_field("Wayan"), Cow::Borrowed("Wayan")));
    }
}

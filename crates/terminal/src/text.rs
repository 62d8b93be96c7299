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

/// Most characters of a text with foreign parts in it that a message shows.
const SHOWN_CHARS_MAX: usize = 400;

/// A text with parts that came from outside, such as a file's heading, fit for a terminal's
/// screen and a log: what steers a screen or turns its writing around stands there as an escape,
/// and of a long text the middle is left out, so that what to do, at its end, can still be read.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    if text.len() <= SHOWN_CHARS_MAX && !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let escaped = |c: char| if steers(c) { c.escape_default().to_string() } else { c.to_string() };
    let count = text.chars().count();
    if count <= SHOWN_CHARS_MAX {
        return Cow::Owned(text.chars().map(escaped).collect());
    }
    let half = SHOWN_CHARS_MAX / 2;
    let (head, tail) = (text.chars().take(half), text.chars().skip(count - half));
    Cow::Owned(head.map(escaped).chain([" … ".to_owned()]).chain(tail.map(escaped)).collect())
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
    fn what_steers_a_screen_is_shown_as_an_escape() {
        assert_eq!(shown("a\x1b[2Jb\0\u{9b}c\n"), "a\\u{1b}[2Jb\\u{0}\\u{9b}c\\n");
        assert_eq!(shown("slip\u{202e}fdp.exe"), "slip\\u{202e}fdp.exe");
        for plain in ["", "Siti “Ati” Rahmawati, S.P. — 王五"] {
            assert!(matches!(shown(plain), Cow::Borrowed(same) if same == plain));
        }
    }

    #[test]
    fn a_long_text_keeps_both_ends() {
        let long = format!("no column for {}; give its name", "é".repeat(100_000));
        let short = shown(&long);
        assert_eq!(short.chars().count(), SHOWN_CHARS_MAX + 3);
        assert!(short.starts_with("no column for é") && short.ends_with("; give its name"));
        let fits = "é".repeat(SHOWN_CHARS_MAX);
        assert_eq!(shown(&fits), fits.as_str());
        assert!(shown(&"\0".repeat(100_000)).len() < 6 * SHOWN_CHARS_MAX, "escapes included");
    }

    #[test]
    fn a_field_cannot_begin_another() {
        assert_eq!(one_field("a\tb\nC:1:REBOOT"), "a b C:1:REBOOT");
        assert!(matches!(one_field("Wayan"), Cow::Borrowed("Wayan")));
    }
}

//! Text that a spreadsheet would run as a formula, and text that it would take for a number.
//!
//! A name such as `=HYPERLINK(…)` in a CSV file is run when somebody opens the file. The rule: a
//! text whose first character other than a space is `=`, `+`, `-`, `@` (also in their wide forms),
//! a tab or an end of line gets an apostrophe before it. Numbers of the system, negative ones too,
//! are not text and stay as they are.

use std::borrow::Cow;

/// Digits of a number beyond which spreadsheets round it.
const DIGITS_KEPT: usize = 15;

/// `text`, with an apostrophe before it if a spreadsheet would run it.
pub(crate) fn neutral(text: &str) -> Cow<'_, str> {
    const STARTS: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.trim_start_matches(' ').starts_with(STARTS) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a spreadsheet that opens a CSV file would change this text by taking it for a number: a
/// NIP loses its last digits, an account number its leading zeros.
pub(crate) fn loses_digits(text: &str) -> bool {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits && (text.len() > DIGITS_KEPT || (text.starts_with('0') && text.len() > 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_gets_an_apostrophe() {
        for text in
            ["=1+1", "+62812", "-3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u{ff1d}1"]
        {
            assert_eq!(neutral(text), format!("'{text}"));
        }
        for text in ["", "Siti", "a=b", "'=1", "Nur-Aini", "198704122010012003"] {
            assert_eq!(neutral(text), text);
        }
    }

    #[test]
    fn long_numbers_and_leading_zeros_would_be_lost() {
        for text in ["198704122010012003", "0012345", "00"] {
            assert!(loses_digits(text), "{text}");
        }
        for text in ["", "0", "123456789012345", "12a", "Rp 0"] {
            assert!(!loses_digits(text), "{text}");
        }
    }
}

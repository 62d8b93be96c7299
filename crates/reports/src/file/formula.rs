//! Text that a spreadsheet would run as a formula, and text that it would take for a number.
//!
//! A name such as `=HYPERLINK(…)` in a CSV file is run when somebody opens the file. The rule: a
//! text whose first character other than a space is `=`, `+`, `-`, `@` (also in their wide forms),
//! a tab or an end of line, and that has a letter or digit, gets an apostrophe before it. Numbers of
//! the system, negative ones too, are not text and stay as they are.

use std::borrow::Cow;

/// Digits of a number beyond which spreadsheets round it.
const DIGITS_KEPT: usize = 15;

/// `text`, with an apostrophe before it if a spreadsheet would run it.
pub(crate) fn neutral(text: &str) -> Cow<'_, str> {
    const STARTS: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    let runs = text.trim_start_matches(' ').starts_with(STARTS);
    // A lone `-` computes nothing, and offices write it for "none".
    if runs && text.contains(char::is_alphanumeric) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a spreadsheet that opens a CSV file would change this text by taking it for a number or
/// a date: a NIP loses its last digits, an account number its leading zeros, `1/22` becomes a day.
pub(crate) fn would_change(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let numeric = |c: char| is_digit(c) || ". ,/-:eE".contains(c);
    if !text.starts_with(is_digit) || !text.chars().all(numeric) {
        return false;
    }
    let zeros = text.starts_with('0') && text.len() > 1;
    zeros || text.len() > DIGITS_KEPT || !text.chars().all(is_digit)
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
        for text in ["", "Siti", "a=b", "'=1", "Nur-Aini", "198704122010012003", "-", "--"] {
            assert_eq!(neutral(text), text);
        }
    }

    #[test]
    fn what_reads_like_another_number_or_a_day_would_change() {
        for text in ["198704122010012003", "0012345", "00", "1/22", "5, 12", "1.2.3", "1E5", "7:30"]
        {
            assert!(would_change(text), "{text}");
        }
        for text in ["", "0", "123456789012345", "12a", "Rp 0", "TL2", "-1"] {
            assert!(!would_change(text), "{text}");
        }
    }
}

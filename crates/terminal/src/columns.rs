//! A line cut into columns, and the two columns every punch must have.

use crate::at::{TimeColumn, parse_clock};
use crate::{At, BadLine, pin};

/// The columns of one line, each without blanks at its ends.
#[derive(Clone, Debug)]
pub(crate) struct Columns<'a> {
    rest: Option<&'a [u8]>,
    separator: Separator,
}

/// Tabs win over commas and commas over blanks, since times hold blanks and names hold commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Tab,
    Comma,
    Blanks,
}

impl<'a> Columns<'a> {
    pub(crate) fn of(line: &'a [u8]) -> Self {
        let separator = if line.contains(&b'\t') {
            Separator::Tab
        } else if line.contains(&b',') {
            Separator::Comma
        } else {
            Separator::Blanks
        };
        Self { rest: Some(line), separator }
    }

    /// All that has not been taken yet, as it came.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest.unwrap_or_default()
    }

    /// Takes the PIN.
    pub(crate) fn pin(&mut self) -> Result<&'a str, BadLine> {
        let field = self.next().ok_or(BadLine::NoPin)?;
        let alone = self.rest.is_none();
        if alone && !field.contains(&0) {
            return Err(BadLine::NotARecord);
        }
        pin::read(field)
    }

    /// Takes the time, which may be in one column or in two.
    pub(crate) fn time(&mut self) -> Result<At, BadLine> {
        let field = self.next().ok_or(BadLine::NoTime)?;
        match TimeColumn::parse(field) {
            Ok(TimeColumn::Whole(at)) => Ok(at),
            Ok(TimeColumn::DateOnly(date)) => {
                let clock = parse_clock(self.next().ok_or(BadLine::UnreadableTime)?)?;
                Ok(At::Wall(date.to_datetime(clock.to_time()?)))
            }
            Err(_) if field.contains(&0) => Err(BadLine::NulBytes),
            Err(bad) => Err(bad),
        }
    }

    /// Takes a number; what is no number, or is not there, is `None`.
    pub(crate) fn number(&mut self) -> Option<u32> {
        parse_number(self.next()?)
    }

    /// Takes a text; what is blank, not UTF-8 or holds control characters is `None`.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let text = std::str::from_utf8(self.next()?).ok()?;
        (!text.is_empty() && !text.contains(char::is_control)).then_some(text)
    }
}

impl<'a> Iterator for Columns<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let mut rest = self.rest?;
        let end = match self.separator {
            Separator::Tab => rest.iter().position(|&byte| byte == b'\t'),
            Separator::Comma => rest.iter().position(|&byte| byte == b','),
            Separator::Blanks => {
                rest = rest.trim_ascii();
                rest.iter().position(u8::is_ascii_whitespace)
            }
        };
        let (column, tail) = rest.split_at(end.unwrap_or(rest.len()));
        self.rest = tail.split_first().map(|(_, after)| match self.separator {
            Separator::Tab | Separator::Comma => after,
            Separator::Blanks => after.trim_ascii_start(),
        });
        Some(column.trim_ascii())
    }
}

/// Digits only; a sign or a letter makes it no number.
pub(crate) fn parse_number(field: &[u8]) -> Option<u32> {
    if field.is_empty() {
        return None;
    }
    field.iter().try_fold(0_u32, |n, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        n.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_digits_only() {
        assert_eq!(parse_number(b"255"), Some(255));
        assert_eq!(parse_number(b"4294967295"), Some(u32::MAX));
        for field in ["", "-1", "+1", "abc", "4294967296", "1.0"] {
            assert_eq!(parse_number(field.as_bytes()), None, "{field}");
        }
    }

    #[test]
    fn columns_by_tab_comma_or_blanks() {
        for line in ["a\t b \tc", "a, b,c", " a  b c "] {
            let columns: Vec<_> = Columns::of(line.as_bytes()).collect();
            assert_eq!(columns, [b"a", b"b", b"c"], "{line}");
        }
    }
}

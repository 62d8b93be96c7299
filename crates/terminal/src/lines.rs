//! A body cut into lines, whatever the terminal ends them with.

use crate::BadLine;

/// One line of a body or file, with what it was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a, R, E = BadLine> {
    /// Place in the body, counted from 1; blank lines count.
    pub number: usize,
    /// The bytes as they came, without the line end.
    pub raw: &'a [u8],
    /// The record, or why there is none.
    pub record: Result<R, E>,
}

/// The lines of a body, ended by LF, CRLF or CR, with their numbers; blank ones are left out.
///
/// A lone NUL is blank too: some firmware sends the end of its C string along.
#[derive(Clone, Debug)]
pub(crate) struct RawLines<'a> {
    rest: &'a [u8],
    number: usize,
}

impl<'a> RawLines<'a> {
    pub(crate) fn of(body: &'a [u8]) -> Self {
        Self { rest: body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body), number: 0 }
    }

    /// Reads every line with one function.
    pub(crate) fn read<R, E>(
        self,
        parse: impl Fn(&'a [u8]) -> Result<R, E>,
    ) -> impl Iterator<Item = Line<'a, R, E>> {
        self.map(move |(number, raw)| Line { number, raw, record: parse(raw) })
    }
}

impl<'a> Iterator for RawLines<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let end = self.rest.iter().position(|&byte| byte == b'\n' || byte == b'\r');
            let (line, tail) = self.rest.split_at(end.unwrap_or(self.rest.len()));
            self.rest = match tail {
                [b'\r', b'\n', after @ ..] | [_, after @ ..] => after,
                [] => tail,
            };
            self.number += 1;
            if !is_blank(line) {
                return Some((self.number, line));
            }
        }
        None
    }
}

fn is_blank(line: &[u8]) -> bool {
    matches!(line.trim_ascii(), [] | [0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(body: &[u8]) -> Vec<(usize, &[u8])> {
        RawLines::of(body).collect()
    }

    #[test]
    fn every_kind_of_line_end_splits() {
        let wanted: Vec<(usize, &[u8])> = vec![(1, b"a"), (2, b"b")];
        for body in ["a\nb\n", "a\r\nb", "a\rb\r", "a\nb\n\0", "\u{feff}a\nb"] {
            assert_eq!(split(body.as_bytes()), wanted, "{body:?}");
        }
    }

    #[test]
    fn blank_lines_are_skipped_but_counted() {
        assert_eq!(split(b"\n  \r\n\ta\n\n"), [(3, &b"\ta"[..])]);
        assert_eq!(split(b""), []);
    }

    #[test]
    fn a_run_of_nuls_is_a_line() {
        assert_eq!(split(b"a\n\0\0\0\nb").len(), 3);
    }
}

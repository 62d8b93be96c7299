//! Many rows in one argument of a query: a JSON array of arrays for the short values, and one
//! string of bytes for the long ones, of which a row names offset and length.

use std::fmt::Write as _;

use crate::connection::{Arg, without_nul};

/// Rows being written. Fields are given in the order in which the query counts them.
#[derive(Default)]
pub(crate) struct Rows {
    json: String,
    bytes: Vec<u8>,
    count: usize,
    in_row: bool,
}

impl Rows {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Rows of one number each.
    pub(crate) fn of_numbers(numbers: impl IntoIterator<Item = i64>) -> Self {
        let mut rows = Self::new();
        for number in numbers {
            rows.row().int(number);
        }
        rows
    }

    /// Rows of one text each.
    pub(crate) fn of_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut rows = Self::new();
        for text in texts {
            rows.row().text(text);
        }
        rows
    }

    pub(crate) fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Bytes it takes by now.
    pub(crate) fn size(&self) -> usize {
        self.json.len() + self.bytes.len()
    }

    /// Begins the next row.
    pub(crate) fn row(&mut self) -> &mut Self {
        self.json.push_str(if self.count == 0 { "[[" } else { "],[" });
        self.count += 1;
        self.in_row = false;
        self
    }

    fn field(&mut self) {
        if self.in_row {
            self.json.push(',');
        }
        self.in_row = true;
    }

    pub(crate) fn int(&mut self, value: i64) -> &mut Self {
        self.field();
        write!(self.json, "{value}").expect("a String takes every write");
        self
    }

    pub(crate) fn maybe_int(&mut self, value: Option<i64>) -> &mut Self {
        match value {
            Some(value) => self.int(value),
            None => self.null(),
        }
    }

    pub(crate) fn text(&mut self, value: &str) -> &mut Self {
        self.field();
        let plain = |byte: u8| (0x20..0x7f).contains(&byte) && byte != b'"' && byte != b'\\';
        if value.bytes().all(plain) {
            self.json.push('"');
            self.json.push_str(value);
            self.json.push('"');
        } else {
            let quoted = serde_json::to_string(&without_nul(value));
            self.json.push_str(&quoted.expect("a text can be written as JSON"));
        }
        self
    }

    pub(crate) fn maybe_text(&mut self, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.text(value),
            None => self.null(),
        }
    }

    fn null(&mut self) -> &mut Self {
        self.field();
        self.json.push_str("null");
        self
    }

    /// Two fields: where in the bytes these begin, from 1, and how many they are.
    pub(crate) fn bytes(&mut self, value: &[u8]) -> &mut Self {
        let length = |length: usize| i64::try_from(length).expect("memory is shorter than i64");
        self.int(length(self.bytes.len()) + 1).int(length(value.len()));
        self.bytes.extend_from_slice(value);
        self
    }

    /// The rows as an argument, and the bytes they speak of as another.
    pub(crate) fn into_args(mut self) -> (Arg, Arg) {
        self.json.push_str(if self.count == 0 { "[]" } else { "]]" });
        if self.bytes.is_empty() {
            // SQLite takes an argument of no bytes for NULL, and a part of NULL is NULL.
            self.bytes.push(0);
        }
        (Arg::Text(Some(self.json)), Arg::Bytes(self.bytes))
    }

    /// The rows as an argument; they speak of no bytes.
    pub(crate) fn into_arg(self) -> Arg {
        self.into_args().0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_json_with_their_bytes_beside() {
        let mut rows = Rows::new();
        rows.row().int(-1).text("a\"b\0é").maybe_int(None).bytes(b"xyz");
        rows.row().maybe_text(None).text("").bytes(b"").bytes(b"\0");
        let (Arg::Text(Some(json)), Arg::Bytes(bytes)) = rows.into_args() else { unreachable!() };
        assert_eq!(json, "[[-1,\"a\\\"b\u{fffd}é\",null,1,3],[null,\"\",4,0,4,1]]");
        assert_eq!(bytes, b"xyz\0");
        let Arg::Text(Some(none)) = Rows::new().into_arg() else { unreachable!() };
        assert_eq!(none, "[]");
    }
}

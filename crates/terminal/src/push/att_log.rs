//! `ATTLOG`: the punches a terminal posts to `/iclock/cdata?table=ATTLOG`.
//!
//! One record a line, fields separated by tabs (Attendance PUSH 5.8, section 9.1):
//!
//! ```text
//! PIN \t YYYY-MM-DD HH:MM:SS \t status \t verify [\t workcode [\t more, kept as it came]]
//! ```
//!
//! Only the first two columns are dependable. Firmware is known to send 2 to 16 columns, blanks or
//! commas for tabs, date and time in two columns, epoch seconds, and `ATTLOG` with the terminal's
//! internal number before the PIN. The columns after the work code mean different things on
//! different models, so they are not interpreted here.

use crate::at::TimeColumn;
use crate::columns::Columns;
use crate::lines::RawLines;
use crate::{At, BadLine, Line};

/// One line of an `ATTLOG` upload, as the terminal meant it. It borrows from the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AttLog<'a> {
    /// The number the person is enrolled under on that terminal, without blanks at its ends.
    pub pin: &'a str,
    /// Wall clock of the terminal, or epoch seconds.
    pub at: At,
    /// Key pressed: 0 in, 1 out, 255 none; 2 to 5 differ by model. `None` if absent or no number.
    pub status: Option<u32>,
    /// How the person was recognised: 1 is a finger; the rest differs by model.
    pub verify: Option<u32>,
    /// Work code. `None` if absent, not UTF-8, or with control characters.
    pub workcode: Option<&'a str>,
    /// Columns after the work code as they came, any encoding.
    pub more: &'a [u8],
}

impl<'a> AttLog<'a> {
    /// Reads one line without its line end.
    ///
    /// # Errors
    ///
    /// Only for the PIN and the time: no other column is a reason to refuse a punch.
    pub fn parse(line: &'a [u8]) -> Result<Self, BadLine> {
        let line = without_end(line);
        let mut columns = Columns::of(line);
        if is_prefixed(line.trim_ascii_start()) {
            return Self::parse_prefixed(columns);
        }
        let pin = columns.pin()?;
        Self::parse_after_pin(pin, columns)
    }

    fn parse_after_pin(pin: &'a str, mut columns: Columns<'a>) -> Result<Self, BadLine> {
        Ok(Self {
            pin,
            at: columns.time()?,
            status: columns.number(),
            verify: columns.number(),
            workcode: columns.text(),
            more: columns.rest(),
        })
    }

    /// `ATTLOG <pin>` and `ATTLOG \t [<internal number> \t] <pin>`: the time tells which.
    fn parse_prefixed(mut columns: Columns<'a>) -> Result<Self, BadLine> {
        let first = columns.next().unwrap_or_default();
        let inline = first.get(TABLE.len()..).unwrap_or_default();
        let pin = if inline.is_empty() { columns.pin()? } else { crate::pin::read(inline)? };
        let mut ahead = columns.clone();
        let next_is_time = ahead.next().is_some_and(|field| {
            !matches!(TimeColumn::parse(field), Err(BadLine::UnreadableTime | BadLine::NoTime))
        });
        let pin = if next_is_time { pin } else { columns.pin()? };
        if is_prefixed(pin.as_bytes()) {
            return Err(BadLine::UnreadablePin);
        }
        Self::parse_after_pin(pin, columns)
    }

    /// Appends the line that [`AttLog::parse`] reads, without a line end.
    ///
    /// Absent columns at the end are left out; simulated terminals send what is there.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let Self { pin, at, status, verify, workcode, more } = self;
        out.extend_from_slice(pin.as_bytes());
        out.push(b'\t');
        at.emit(out);
        let end = out.len();
        for number in [status, verify] {
            out.push(b'\t');
            if let Some(number) = number {
                out.extend_from_slice(number.to_string().as_bytes());
            }
        }
        out.push(b'\t');
        out.extend_from_slice(workcode.unwrap_or_default().as_bytes());
        if more.is_empty() {
            while out.len() > end && out.last() == Some(&b'\t') {
                out.pop();
            }
        } else {
            out.push(b'\t');
            out.extend_from_slice(more);
        }
    }
}

/// Every line of an upload, good or bad, in order; blank lines are left out.
///
/// The number of these lines is the `n` of the acknowledgement `OK: n`: a line that was put in
/// quarantine counts too, or the terminal sends it for ever. Allocates nothing.
pub fn lines(body: &[u8]) -> impl Iterator<Item = Line<'_, AttLog<'_>>> {
    RawLines::of(body).read(AttLog::parse)
}

const TABLE: &str = "ATTLOG";

/// Whether a text begins with the word `ATTLOG`.
fn is_prefixed(text: &[u8]) -> bool {
    text.split_at_checked(TABLE.len()).is_some_and(|(word, rest)| {
        word.eq_ignore_ascii_case(TABLE.as_bytes())
            && matches!(rest, [] | [b' ' | b'\t' | b',', ..])
    })
}

/// Without the NULs of a C string at the end; a line of nothing else stays, to be refused.
fn without_end(line: &[u8]) -> &[u8] {
    let end = line.iter().rposition(|&byte| byte != 0).map_or(line.len(), |last| last + 1);
    line.split_at(end).0
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    const SIX: At = At::Wall(datetime(2026, 10, 5, 7, 31, 4, 0));

    fn log(pin: &str) -> AttLog<'_> {
        AttLog { pin, at: SIX, status: Some(0), verify: Some(1), workcode: None, more: b"" }
    }

    fn parse(line: &str) -> Result<AttLog<'_>, BadLine> {
        AttLog::parse(line.as_bytes())
    }

    #[test]
    fn reads_every_variant_of_one_punch() {
        for line in [
            "2077\t2026-10-05 07:31:04\t0\t1",
            "  2077\t2026-10-05 07:31:04\t0\t1\t",
            "2077\t2026/10/05 07:31:04\t0\t1",
            "2077\t2026-10-05T07:31:04\t0\t1",
            "2077\t2026-10-05\t07:31:04\t0\t1",
            "2077 2026-10-05 07:31:04 0 1",
            "2077,2026-10-05 07:31:04,0,1",
            "2077,2026-10-05,07:31:04,0,1",
            "2077\t2026-10-05 07:31:04\t0\t1\0",
            "ATTLOG\t9\t2077\t2026-10-05 07:31:04\t0\t1",
            "ATTLOG\t2077\t2026-10-05 07:31:04\t0\t1",
            "ATTLOG 2077\t2026-10-05 07:31:04\t0\t1",
            "attlog 2077 2026-10-05 07:31:04 0 1",
        ] {
            assert_eq!(parse(line), Ok(log("2077")), "{line:?}");
        }
    }

    #[test]
    fn keeps_what_it_does_not_interpret() {
        let wide =
            parse("7\t2026-10-05 07:31:04\t255\t15\t4\t0\t0\t1\t36.4\t\t+25200\teyJ9").unwrap();
        assert_eq!((wide.status, wide.verify, wide.workcode), (Some(255), Some(15), Some("4")));
        assert_eq!(wide.more, b"0\t0\t1\t36.4\t\t+25200\teyJ9");
        let two = parse("7\t2026-10-05 07:31:04").unwrap();
        assert_eq!((two.status, two.verify, two.workcode), (None, None, None));
        let words = parse("7,2026-10-05,07:31:04,Masuk,Sidik jari").unwrap();
        assert_eq!((words.status, words.verify), (None, None));
        assert_eq!(parse("7\t1791160264\t0\t1").unwrap().at, At::Epoch(1_791_160_264));
    }

    #[test]
    fn other_encodings_in_later_fields_do_not_lose_the_punch() {
        let line = AttLog::parse(b"7\t2026-10-05 07:31:04\t0\t1\t\xcd\xf5\t0").unwrap();
        assert_eq!((line.pin, line.workcode, line.more), ("7", None, &b"0"[..]));
        // Found by fuzzing: a NUL inside a work code was lost when it was written back.
        let line = AttLog::parse(b"7\t2026-10-05 07:31:04\t0\t1\t9\0\t").unwrap();
        assert_eq!((line.workcode, line.more), (None, &b""[..]));
    }

    #[test]
    fn refuses_by_field() {
        for (line, bad) in [
            ("rubbish", BadLine::NotARecord),
            ("77", BadLine::NotARecord),
            ("no\trecord at all", BadLine::UnreadableTime),
            ("\t2026-10-05 07:31:04\t0\t1", BadLine::NoPin),
            ("77\t\t0\t1", BadLine::NoTime),
            ("77\tnow\t0\t1", BadLine::UnreadableTime),
            ("77\t1\t0\t1", BadLine::UnreadableTime),
            ("77\t2026-02-31 07:31:04\t0", BadLine::ImpossibleDate),
            ("77\t2026-10-05\t25:00\t0", BadLine::ImpossibleDate),
            ("77\t2026-10-05\t0\t1", BadLine::UnreadableTime),
            ("7\u{7}\t2026-10-05 07:31:04", BadLine::UnreadablePin),
            ("ATTLOG\tATTLOG\t2026-10-05 07:31:04", BadLine::UnreadablePin),
            ("\0\0\0\0", BadLine::NulBytes),
            ("\0\0\0\0\t1\t0\t1\t0", BadLine::NulBytes),
            ("7\t\0\0\0\t1\t0", BadLine::NulBytes),
        ] {
            assert_eq!(parse(line), Err(bad), "{line:?}");
        }
        let nines = format!("{}\t1\t0\t1\t0", "9".repeat(5000));
        assert_eq!(parse(&nines), Err(BadLine::PinTooLong));
    }

    #[test]
    fn a_bad_line_does_not_lose_its_neighbours() {
        let body =
            b"1\t2026-10-05 07:31:04\t0\t1\r\nrubbish\r\r\n2\t2026-10-05 07:31:05\t0\t1\n\0\0\n\0";
        let read: Vec<_> =
            lines(body).map(|line| (line.number, line.record.map(|r| r.pin))).collect();
        assert_eq!(
            read,
            [
                (1, Ok("1")),
                (2, Err(BadLine::NotARecord)),
                (4, Ok("2")),
                (5, Err(BadLine::NulBytes))
            ]
        );
    }

    fn comes_back(body: &[u8]) {
        for record in lines(body).filter_map(|line| line.record.ok()) {
            let mut out = Vec::new();
            record.emit(&mut out);
            assert_eq!(AttLog::parse(&out), Ok(record), "{}", body.escape_ascii());
        }
    }

    /// What looks like a punch, nearly.
    fn nearly_a_line() -> String {
        [
            "(ATTLOG[ \t])?[ 0-9A]{0,4}[\t, ]",
            "2026[-/]1?[0-9]-[0-3][0-9][ T\t,]",
            "[0-9]{2}:[0-9]{2}(:[0-9]{2})?",
            "([\t ,][0-9a\0 ]{0,3}){0,6}",
        ]
        .concat()
    }

    proptest! {
        #[test]
        fn what_is_read_of_any_bytes_comes_back(body in prop::collection::vec(any::<u8>(), 0..200)) {
            comes_back(&body);
        }

        #[test]
        fn what_is_read_of_nearly_lines_comes_back(
            body in prop::string::string_regex(&nearly_a_line()).unwrap(),
        ) {
            comes_back(body.as_bytes());
        }

        #[test]
        fn parse_undoes_emit(
            pin in "[A-Za-z0-9]{1,24}",
            (year, month, day) in (0_i16..=9999, 1_i8..=12, 1_i8..=28),
            status: Option<u32>,
            verify: Option<u32>,
            workcode in prop::option::of("[0-9A-Za-z]{1,8}"),
            more in "([0-9.+]{0,6}\t){0,8}[0-9]{0,1}",
        ) {
            let at = At::Wall(datetime(year, month, day, 7, 30, 59, 0));
            let (workcode, more) = (workcode.as_deref(), more.as_bytes());
            let record = AttLog { pin: &pin, at, status, verify, workcode, more };
            let mut out = Vec::new();
            record.emit(&mut out);
            prop_assert_eq!(AttLog::parse(&out), Ok(record));
        }
    }
}

//! `*_attlog.dat`: the punches of a terminal as text.
//!
//! ```text
//! [blanks] PIN \t YYYY-MM-DD HH:MM:SS \t terminal number \t status \t verify \t work code
//! ```
//!
//! With output protection the first line is the serial number and the last a check sum of unknown
//! making. A file that lost its power holds a line of hundreds of kilobytes without PIN and time.

use super::is_templates;
use crate::columns::Columns;
use crate::lines::RawLines;
use crate::push::Serial;
use crate::{At, BadLine, Line};

/// One line of an `attlog.dat`. It borrows from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UsbAttLog<'a> {
    /// The number the person is enrolled under, without the blanks that align it.
    pub pin: &'a str,
    /// Wall clock of the terminal.
    pub at: At,
    /// Number of the terminal, set in its menu; usually 1.
    pub device: Option<u32>,
    /// Key pressed: 0 in, 1 out, 255 none; 2 to 5 differ by model.
    pub status: Option<u32>,
    /// How the person was recognised; differs by model.
    pub verify: Option<u32>,
    /// Work code. `None` if absent, not UTF-8, or with control characters.
    pub workcode: Option<&'a str>,
}

impl<'a> UsbAttLog<'a> {
    /// Reads one line without its line end.
    ///
    /// # Errors
    ///
    /// Only for the PIN and the time: no other column is a reason to refuse a punch.
    pub fn parse(line: &'a [u8]) -> Result<Self, BadLine> {
        let mut columns = Columns::of(line);
        Ok(Self {
            pin: columns.pin()?,
            at: columns.time()?,
            device: columns.number(),
            status: columns.number(),
            verify: columns.number(),
            workcode: columns.text(),
        })
    }

    /// Appends the line that [`UsbAttLog::parse`] reads, the PIN aligned to 9, without a line end.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let Self { pin, at, device, status, verify, workcode } = self;
        out.extend_from_slice(format!("{pin:>9}\t").as_bytes());
        at.emit(out);
        for number in [device, status, verify] {
            out.push(b'\t');
            out.extend_from_slice(number.map(|n| n.to_string()).unwrap_or_default().as_bytes());
        }
        out.push(b'\t');
        out.extend_from_slice(workcode.unwrap_or_default().as_bytes());
    }
}

/// A file of punches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttLogFile<'a> {
    /// Serial number in the first line of a protected file.
    pub serial: Option<&'a str>,
    /// Check sum in the last line of a protected file. It cannot be verified: its making is unknown.
    pub checksum: Option<&'a str>,
    body: &'a [u8],
    /// Lines that are no records, by number.
    first: usize,
    last: usize,
}

impl<'a> AttLogFile<'a> {
    /// Looks at a file without reading its lines.
    ///
    /// # Errors
    ///
    /// When it is a file of another kind.
    pub fn open(body: &'a [u8]) -> Result<Self, BadAttLogFile> {
        if is_templates(body) {
            return Err(BadAttLogFile::Biometric);
        }
        if body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF") {
            return Err(BadAttLogFile::Utf16);
        }
        if body.starts_with(b"PK\x03\x04") || body.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(BadAttLogFile::Spreadsheet);
        }
        let mut file = Self { serial: None, checksum: None, body, first: 0, last: usize::MAX };
        let Some((number, line)) = RawLines::of(body).next() else { return Ok(file) };
        let named = named_value(line, &["SN", "SerialNumber"]);
        let bare = alone(line).filter(|text| text.len() >= 8);
        let Some(serial) = named.or(bare).filter(|text| text.parse::<Serial>().is_ok()) else {
            return Ok(file);
        };
        let end = RawLines::of(body).last().filter(|(last, _)| *last > number);
        let checksum = end.and_then(|(_, line)| {
            named_value(line, &["CheckSum", "Hash", "MD5"])
                .or_else(|| alone(line).filter(|t| is_hash(t)))
        });
        // A lone word in the first line is rubbish unless the last line shows a protected file.
        if named.is_some() || checksum.is_some() {
            file.serial = Some(serial);
            file.first = number;
        }
        if let (Some(_), Some((last, _))) = (checksum, end) {
            file.checksum = checksum;
            file.last = last;
        }
        Ok(file)
    }

    /// Every line that should be a punch, good or bad, in order and with its number in the file.
    pub fn lines(&self) -> impl Iterator<Item = Line<'a, UsbAttLog<'a>>> + use<'a> {
        let (first, last) = (self.first, self.last);
        RawLines::of(self.body)
            .read(UsbAttLog::parse)
            .filter(move |line| line.number != first && line.number != last)
    }
}

/// Why a file is no [`AttLogFile`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAttLogFile {
    /// Templates of fingers or faces.
    #[error(
        "the file holds biometric templates, which are not imported: give the *_attlog.dat file"
    )]
    Biometric,
    /// UTF-16 text.
    #[error("the file is UTF-16 text: import it as CSV, or save it as UTF-8")]
    Utf16,
    /// A workbook.
    #[error("the file is a workbook: save it as CSV and import that")]
    Spreadsheet,
}

/// The value of a line `Key=value` with one of these keys.
fn named_value<'a>(line: &'a [u8], keys: &[&str]) -> Option<&'a str> {
    let (key, value) = std::str::from_utf8(line).ok()?.split_once('=')?;
    keys.iter().any(|known| known.eq_ignore_ascii_case(key.trim())).then(|| value.trim())
}

/// The text of a line that is one word.
fn alone(line: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(line).ok()?.trim();
    text.bytes().all(|byte| byte.is_ascii_graphic()).then_some(text)
}

fn is_hash(text: &str) -> bool {
    (4..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_are_in_the_order_of_files() {
        let line = UsbAttLog::parse(b"     7077\t2026-10-05 07:31:04\t3\t255\t1\t0").unwrap();
        assert_eq!(
            (line.pin, line.device, line.status, line.verify),
            ("7077", Some(3), Some(255), Some(1))
        );
        assert_eq!(line.at, At::Wall(datetime(2026, 10, 5, 7, 31, 4, 0)));
        assert_eq!(line.workcode, Some("0"));
    }

    #[test]
    fn a_power_cut_loses_no_neighbour() {
        let mut body = b"    1\t2026-10-05 07:31:04\t1\t0\t1\t0\r\n".to_vec();
        body.extend(vec![0; 300_000]);
        body.extend_from_slice(b"\t1\t0\t1\t0\r\n    2\t2026-10-05 07:31:09\t1\t0\t1\t0\r\n");
        let read: Vec<_> = AttLogFile::open(&body).unwrap().lines().collect();
        assert_eq!(read.len(), 3);
        assert_eq!(read[1].record, Err(BadLine::NulBytes));
        assert_eq!((read[2].number, read[2].record.unwrap().pin), (3, "2"));
    }

    #[test]
    fn protected_files_are_reported() {
        let line = "    1\t2026-10-05 07:31:04\t1\t0\t1\t0\n";
        for (first, last, serial, checksum, records) in [
            ("SN=ABC7\r\n", "CheckSum=77f0\n", Some("ABC7"), Some("77f0"), 1),
            ("ABCD70700001\n", "0a1b2c3d\n", Some("ABCD70700001"), Some("0a1b2c3d"), 1),
            ("SN=ABC7\n", "", Some("ABC7"), None, 1),
            ("", "", None, None, 1),
            ("rubbishword\n", "", None, None, 2),
            ("rubbish\n", "", None, None, 2),
        ] {
            let body = format!("{first}{line}{last}");
            let file = AttLogFile::open(body.as_bytes()).unwrap();
            assert_eq!((file.serial, file.checksum), (serial, checksum), "{body}");
            assert_eq!(file.lines().count(), records, "{body}");
        }
        assert_eq!(AttLogFile::open(b"").unwrap().lines().count(), 0);
    }

    #[test]
    fn other_files_are_refused() {
        assert_eq!(AttLogFile::open(b"\xFF\xFE1\0"), Err(BadAttLogFile::Utf16));
        assert_eq!(AttLogFile::open(b"PK\x03\x04rest"), Err(BadAttLogFile::Spreadsheet));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(file) = AttLogFile::open(&body) {
                for line in file.lines() {
                    if let Ok(record) = line.record {
                        let mut out = Vec::new();
                        record.emit(&mut out);
                        prop_assert_eq!(UsbAttLog::parse(&out), Ok(record));
                    }
                }
            }
        }

        #[test]
        fn parse_undoes_emit(
            pin in "[0-9]{1,24}",
            minute in 0_i8..60,
            device: Option<u32>,
            status: Option<u32>,
            verify: Option<u32>,
            workcode in prop::option::of("[0-9A-Z]{1,8}"),
        ) {
            let at = At::Wall(datetime(2026, 10, 5, 7, minute, 0, 0));
            let workcode = workcode.as_deref();
            let record = UsbAttLog { pin: &pin, at, device, status, verify, workcode };
            let mut out = Vec::new();
            record.emit(&mut out);
            prop_assert_eq!(UsbAttLog::parse(&out), Ok(record));
        }
    }
}

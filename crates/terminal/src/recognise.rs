//! What kind of file this is, by its content and then by its name.

use crate::lines::RawLines;
use crate::usb::{UsbAttLog, is_templates, users};

/// A kind of file that people bring from terminals and their programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// `*_attlog.dat`: read it with [`crate::usb::AttLogFile`].
    AttLog,
    /// `user.dat`: read it with [`crate::usb::users`].
    Users,
    /// Text with a first row of names: read it with [`crate::delimited`].
    Delimited,
    /// Templates: refuse it.
    Biometric,
    /// A workbook: read it elsewhere.
    Workbook,
    /// None of these.
    Unknown,
}

/// Lines looked at to tell punches from a table.
const LINES_TRIED: usize = 20;

/// Says what kind of file this is. `name` decides only where the content does not.
#[must_use]
pub fn recognise(name: &str, body: &[u8]) -> FileKind {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_ascii_lowercase();
    if is_templates(body) || name.starts_with("template.") {
        return FileKind::Biometric;
    }
    if body.starts_with(b"PK\x03\x04") || body.starts_with(b"\xD0\xCF\x11\xE0") {
        return FileKind::Workbook;
    }
    let is_punch = |(_, line): (usize, &[u8])| {
        line.contains(&b'\t') && UsbAttLog::parse(line).is_ok_and(|log| log.device.is_some())
    };
    if RawLines::of(body).take(LINES_TRIED).any(is_punch) || name.ends_with("attlog.dat") {
        return FileKind::AttLog;
    }
    if users::Layout::of(body).is_ok() && body.contains(&0) {
        return FileKind::Users;
    }
    let is_utf16 = body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF");
    let first = RawLines::of(body).next().map(|(_, line)| line).unwrap_or_default();
    let has_columns = first.iter().any(|byte| b";,\t".contains(byte)) && !first.contains(&0);
    if is_utf16 || has_columns { FileKind::Delimited } else { FileKind::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_before_the_name() {
        let punch = b"    1\t2026-10-05 07:31:04\t1\t0\t1\t0\n";
        for (name, body, kind) in [
            ("x.csv", &punch[..], FileKind::AttLog),
            ("1_attlog.dat", b"SN=ABC7\n", FileKind::AttLog),
            ("absen.dat", b"PIN;Waktu\n1;2026-10-05 07:31\n", FileKind::Delimited),
            ("absen.tsv", b"PIN\tWaktu\n1\t2026-10-05 07:31\n", FileKind::Delimited),
            ("absen.csv", b"\xFF\xFEP\0", FileKind::Delimited),
            ("absen.xlsx", b"PK\x03\x04", FileKind::Workbook),
            ("A:\\TEMPLATE.FP10.1", b"anything", FileKind::Biometric),
            ("user.dat", &[1; 71], FileKind::Unknown),
            ("x", b"", FileKind::Unknown),
        ] {
            assert_eq!(recognise(name, body), kind, "{name}");
        }
        let mut person = [0_u8; 72];
        person[11..14].copy_from_slice(b"Luh");
        person[48] = b'7';
        assert_eq!(recognise("user.dat", &person), FileKind::Users);
    }
}

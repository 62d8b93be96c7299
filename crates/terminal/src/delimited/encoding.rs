//! The encoding of a file, brought to one in which ASCII is ASCII.

use std::borrow::Cow;

use super::BadHeader;

/// Takes a byte order mark off and decodes UTF-16; refuses what is no text.
///
/// Other encodings stay as they are: PIN and time are ASCII in all of them.
pub(super) fn to_ascii_based(body: &[u8]) -> Result<Cow<'_, [u8]>, BadHeader> {
    if body.starts_with(b"PK\x03\x04") || body.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(BadHeader::Spreadsheet);
    }
    let utf16 = match body {
        [0xFF, 0xFE, text @ ..] => Some((encoding_rs::UTF_16LE, text)),
        [0xFE, 0xFF, text @ ..] => Some((encoding_rs::UTF_16BE, text)),
        _ => None,
    };
    if let Some((encoding, text)) = utf16 {
        let text = encoding.decode_without_bom_handling_and_without_replacement(text);
        return text
            .map(|text| Cow::Owned(text.into_owned().into_bytes()))
            .ok_or(BadHeader::NotText);
    }
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let first_line = body.split(|&byte| byte == b'\n').next().unwrap_or_default();
    // The names of columns hold no byte that steers a screen.
    if first_line.iter().any(|&byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\r')) {
        return Err(BadHeader::NotText);
    }
    Ok(Cow::Borrowed(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_utf16_decoded() {
        assert_eq!(to_ascii_based("\u{feff}PIN".as_bytes()).unwrap(), &b"PIN"[..]);
        assert_eq!(to_ascii_based(b"\xFF\xFEP\0I\0").unwrap(), &b"PI"[..]);
        assert_eq!(to_ascii_based(b"\xFE\xFF\0P\0I").unwrap(), &b"PI"[..]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(to_ascii_based(b"PK\x03\x04"), Err(BadHeader::Spreadsheet));
        for binary in [&b"P\0I\0"[..], b"\x89PNG\x1a", b"PIN\x1b[2J;Waktu"] {
            assert_eq!(to_ascii_based(binary), Err(BadHeader::NotText), "{binary:?}");
        }
        assert_eq!(to_ascii_based(b"\xFF\xFE\0\xD8"), Err(BadHeader::NotText));
    }
}

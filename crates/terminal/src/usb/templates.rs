//! Files of templates, recognised so that they can be refused.

/// Whether a file is made of finger templates from end to end.
///
/// Two layouts: version 10, `u16 size (all of the record), u16 person, u8 finger, u8 valid, data`;
/// version 9, fixed records of 608 bytes with the same head.
#[must_use]
pub fn is_templates(body: &[u8]) -> bool {
    !body.is_empty() && (is_version_10(body) || is_version_9(body))
}

const HEAD: usize = 6;
const VERSION_9: usize = 608;

fn is_version_10(mut body: &[u8]) -> bool {
    while let Some((size, finger, valid)) = head(body) {
        if size <= HEAD || finger > 9 || valid > 3 {
            return false;
        }
        match body.split_at_checked(size) {
            Some((_, rest)) => body = rest,
            None => return false,
        }
    }
    body.is_empty()
}

fn is_version_9(body: &[u8]) -> bool {
    body.len().is_multiple_of(VERSION_9)
        && body.chunks_exact(VERSION_9).all(|record| {
            head(record).is_some_and(|(size, finger, valid)| {
                (1..=VERSION_9).contains(&size) && finger <= 9 && valid <= 3
            })
        })
}

/// Size, finger and validity at the start of a record.
fn head(record: &[u8]) -> Option<(usize, u8, u8)> {
    let &[low, high, _, _, finger, valid] = record.first_chunk::<HEAD>()?;
    Some((usize::from(u16::from_le_bytes([low, high])), finger, valid))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(size: u16, finger: u8, len: usize) -> Vec<u8> {
        let mut record = size.to_le_bytes().to_vec();
        record.extend([9, 0, finger, 1]);
        record.resize(len, 0x5A);
        record
    }

    #[test]
    fn both_layouts_are_recognised() {
        assert!(is_templates(&[record(900, 3, 900), record(41, 4, 41)].concat()));
        assert!(is_templates(&[record(512, 3, 608), record(500, 4, 608)].concat()));
    }

    #[test]
    fn other_files_are_not() {
        assert!(!is_templates(b""));
        assert!(!is_templates(b"    1\t2026-10-05 07:31:04\t1\t0\t1\t0\n"));
        assert!(!is_templates(&record(900, 3, 899)));
        assert!(!is_templates(&record(900, 12, 900)));
        assert!(!is_templates(&[0; 72]));
    }
}

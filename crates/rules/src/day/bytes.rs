//! Day records as bytes: the same records give the same bytes, on every machine.
//!
//! One record is 24 bytes, little-endian: day number since 1970-01-01 (4), verdict (1), excuse + 1
//! or 0 (1), findings (2), minutes late (2), early (2) and away (2), provision (2), arrival (4) and
//! departure (4) in seconds after midnight, `i32::MIN` for none.

use civil::Wall;

use super::{DayRecord, Findings, Verdict};
use crate::{excuse::ExcuseKind, law::ProvisionId};

/// Bytes of one record.
pub const RECORD_BYTES: usize = 24;

/// No scan.
const NONE: i32 = i32::MIN;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Writes records one after another.
#[must_use]
pub fn to_bytes(records: &[DayRecord]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(records.len() * RECORD_BYTES);
    for record in records {
        let day = i32::try_from(Wall::midnight(record.date).0 / DAY).unwrap_or(i32::MAX);
        let excuse = record.excuse.and_then(|kind| {
            ExcuseKind::ALL
                .iter()
                .position(|known| *known == kind)
                .and_then(|p| u8::try_from(p + 1).ok())
        });
        bytes.extend_from_slice(&day.to_le_bytes());
        bytes.push(record.verdict as u8);
        bytes.push(excuse.unwrap_or(0));
        for number in [
            record.findings.0,
            record.late_minutes,
            record.early_minutes,
            record.away_minutes,
            record.basis.0,
        ] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for scan in [record.arrived, record.left] {
            bytes.extend_from_slice(&scan.unwrap_or(NONE).to_le_bytes());
        }
    }
    bytes
}

/// Reads what [`to_bytes`] wrote.
///
/// # Errors
///
/// [`UnreadableDays`] if the bytes are not whole records of this form.
pub fn from_bytes(bytes: &[u8]) -> Result<Vec<DayRecord>, UnreadableDays> {
    let (records, rest) = bytes.as_chunks::<RECORD_BYTES>();
    if !rest.is_empty() {
        return Err(UnreadableDays);
    }
    records.iter().map(record).collect()
}

fn record(bytes: &[u8; RECORD_BYTES]) -> Result<DayRecord, UnreadableDays> {
    let &[
        d0,
        d1,
        d2,
        d3,
        verdict,
        excuse,
        f0,
        f1,
        l0,
        l1,
        e0,
        e1,
        a0,
        a1,
        p0,
        p1,
        i0,
        i1,
        i2,
        i3,
        o0,
        o1,
        o2,
        o3,
    ] = bytes;
    let scan = |bytes| Some(i32::from_le_bytes(bytes)).filter(|scan| *scan != NONE);
    let day = i64::from(i32::from_le_bytes([d0, d1, d2, d3]));
    let excuse = match usize::from(excuse).checked_sub(1) {
        None => None,
        Some(place) => Some(*ExcuseKind::ALL.get(place).ok_or(UnreadableDays)?),
    };
    Ok(DayRecord {
        date: Wall(day * DAY).date(),
        verdict: *Verdict::ALL.get(usize::from(verdict)).ok_or(UnreadableDays)?,
        excuse,
        findings: Findings(u16::from_le_bytes([f0, f1])),
        late_minutes: u16::from_le_bytes([l0, l1]),
        early_minutes: u16::from_le_bytes([e0, e1]),
        away_minutes: u16::from_le_bytes([a0, a1]),
        basis: ProvisionId(u16::from_le_bytes([p0, p1])),
        arrived: scan([i0, i1, i2, i3]),
        left: scan([o0, o1, o2, o3]),
    })
}

/// The bytes are not day records of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are no day records of this version; evaluate the month again")]
pub struct UnreadableDays;

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    fn every_kind_of_record() -> Vec<DayRecord> {
        let dates = ["1970-01-01", "1969-12-31", "2026-02-28", "2026-03-01", "2100-12-31"];
        let excuses = ExcuseKind::ALL.iter().copied().map(Some).chain([None]);
        let scans = [None, Some(0), Some(-7_200), Some(i32::MAX), Some(i32::MIN + 1)];
        let mut records = Vec::new();
        for (place, excuse) in excuses.enumerate() {
            for (step, verdict) in Verdict::ALL.into_iter().enumerate() {
                let number = u16::try_from(place * 997 + step * 31).unwrap();
                records.push(DayRecord {
                    date: dates[(place + step) % dates.len()].parse::<Date>().unwrap(),
                    verdict,
                    excuse,
                    findings: Findings(number & 0x1fff),
                    late_minutes: number,
                    early_minutes: u16::MAX - number,
                    away_minutes: number / 2,
                    arrived: scans[place % scans.len()],
                    left: scans[step % scans.len()],
                    basis: ProvisionId(u16::MAX - number),
                });
            }
        }
        records
    }

    #[test]
    fn what_is_written_is_read_back() {
        let records = every_kind_of_record();
        let bytes = to_bytes(&records);
        assert_eq!(bytes.len(), records.len() * RECORD_BYTES);
        assert_eq!(from_bytes(&bytes), Ok(records));
        assert_eq!(from_bytes(&[]), Ok(Vec::new()));
    }

    /// Stored months depend on this: if it changes, they must be evaluated again.
    #[test]
    fn the_form_is_the_documented_one() {
        let mut record = every_kind_of_record()[0];
        record.date = "1970-01-03".parse().unwrap();
        record.excuse = Some(ExcuseKind::ALL[1]);
        (record.late_minutes, record.early_minutes, record.away_minutes) = (1, 2, 0x0304);
        (record.arrived, record.left, record.basis) = (Some(-1), None, ProvisionId(7));
        record.findings = Findings::RUNNING;
        record.verdict = Verdict::Absent;
        let wanted: [u8; RECORD_BYTES] =
            [2, 0, 0, 0, 5, 2, 0, 16, 1, 0, 2, 0, 4, 3, 7, 0, 255, 255, 255, 255, 0, 0, 0, 128];
        assert_eq!(to_bytes(&[record]), wanted);
    }

    #[test]
    fn other_bytes_are_refused() {
        let bytes = to_bytes(&every_kind_of_record()[..2]);
        assert_eq!(from_bytes(&bytes[..bytes.len() - 1]), Err(UnreadableDays));
        for (place, byte) in [(4, 14), (4, 255), (5, 200), (RECORD_BYTES + 4, 99)] {
            let mut bytes = bytes.clone();
            bytes[place] = byte;
            assert_eq!(from_bytes(&bytes), Err(UnreadableDays), "{byte} at {place}");
        }
    }
}

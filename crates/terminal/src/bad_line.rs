//! Why a line is not the record it should be.

/// Why one line, row or record of a terminal could not be read.
///
/// The raw bytes are kept beside it by [`crate::Line`], so nothing is lost by refusing. A field that
/// is not the PIN or the time is never a reason to refuse a punch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum BadLine {
    /// NUL bytes where text should be: what a power cut leaves in a file.
    #[error("the line holds NUL bytes, as after a power cut: read these punches from the terminal")]
    NulBytes,
    /// There is only one column, so this is no record.
    #[error("the line has one column only, so it is no record")]
    NotARecord,
    /// The PIN is absent or blank.
    #[error("the line has no PIN")]
    NoPin,
    /// The PIN is longer than [`crate::PIN_BYTES_MAX`].
    #[error("the PIN is longer than {} bytes", crate::PIN_BYTES_MAX)]
    PinTooLong,
    /// The PIN holds something else than printable ASCII.
    #[error("the PIN holds characters other than printable ASCII")]
    UnreadablePin,
    /// The time is absent or blank.
    #[error("the line has no time")]
    NoTime,
    /// The time has no known form.
    #[error("the time is not in the form YYYY-MM-DD HH:MM:SS")]
    UnreadableTime,
    /// The form is right, but no calendar or clock has this value: 31 February, 25:00.
    #[error("the date or the time of day does not exist: repair it by hand")]
    ImpossibleDate,
    /// An operation record without a readable operation code.
    #[error("the operation record has no readable code")]
    NoCode,
}

impl BadLine {
    /// All reasons, for catalogues of words and for summaries.
    pub const ALL: [Self; 9] = [
        Self::NulBytes,
        Self::NotARecord,
        Self::NoPin,
        Self::PinTooLong,
        Self::UnreadablePin,
        Self::NoTime,
        Self::UnreadableTime,
        Self::ImpossibleDate,
        Self::NoCode,
    ];

    /// The stable name used as a reason in summaries and as a key of words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NulBytes => "nul_bytes",
            Self::NotARecord => "not_a_record",
            Self::NoPin => "no_pin",
            Self::PinTooLong => "pin_too_long",
            Self::UnreadablePin => "unreadable_pin",
            Self::NoTime => "no_time",
            Self::UnreadableTime => "unreadable_time",
            Self::ImpossibleDate => "impossible_date",
            Self::NoCode => "no_code",
        }
    }

    /// The field that is wrong, or `line` for the whole.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::NulBytes | Self::NotARecord => "line",
            Self::NoPin | Self::PinTooLong | Self::UnreadablePin => "pin",
            Self::NoTime | Self::UnreadableTime | Self::ImpossibleDate => "time",
            Self::NoCode => "code",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_snake_case() {
        let mut codes: Vec<_> = BadLine::ALL.iter().map(|bad| bad.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), BadLine::ALL.len());
        assert!(codes.iter().all(|c| c.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
    }
}

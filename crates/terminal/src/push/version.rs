//! Versions of the push protocol.

use std::fmt;
use std::str::FromStr;

/// A version of the push protocol, such as 2.4.1. Both sides use the lower of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PushVersion {
    /// 2 is attendance, 3 security or new attendance.
    pub major: u16,
    /// Second number.
    pub minor: u16,
    /// Third number.
    pub patch: u16,
}

impl PushVersion {
    /// What a terminal speaks that names no version (Attendance PUSH 5.8, appendix 6).
    pub const UNNAMED: Self = Self { major: 2, minor: 2, patch: 14 };
    /// What we offer to attendance terminals: no encryption before 2.4.0's key exchange is asked for.
    pub const ATTENDANCE: Self = Self { major: 2, minor: 4, patch: 1 };
    /// What we offer to access-control terminals: encryption begins with 3.1.1.
    pub const SECURITY: Self = Self { major: 3, minor: 0, patch: 1 };
}

impl FromStr for PushVersion {
    type Err = BadVersion;

    /// Reads `2.4.1`, and `2.4` as 2.4.0; text after the third number is left out.
    fn from_str(text: &str) -> Result<Self, BadVersion> {
        let mut parts = text.trim().splitn(3, '.');
        let mut whole = || parts.next().and_then(|part| part.parse().ok());
        let (Some(major), Some(minor)) = (whole(), whole()) else { return Err(BadVersion) };
        let patch = parts.next().unwrap_or("0");
        let digits = patch.find(|c: char| !c.is_ascii_digit()).unwrap_or(patch.len());
        let patch = patch.split_at(digits).0.parse().map_err(|_| BadVersion)?;
        Ok(Self { major, minor, patch })
    }
}

impl fmt::Display for PushVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// A text that is not a [`PushVersion`]: treat the terminal as [`PushVersion::UNNAMED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("push version is not of the form 2.4.1")]
pub struct BadVersion;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers_in_order() {
        let read = |text: &str| text.parse::<PushVersion>();
        assert_eq!(read("2.2.14"), Ok(PushVersion::UNNAMED));
        assert_eq!(read("3.0"), Ok(PushVersion { major: 3, minor: 0, patch: 0 }));
        assert_eq!(read("2.4.1-a.2").unwrap(), PushVersion::ATTENDANCE);
        assert!(PushVersion::ATTENDANCE > PushVersion::UNNAMED);
        for bad in ["", "2", "a.b.c", "2.4.x", "70000.1.1"] {
            assert_eq!(read(bad), Err(BadVersion), "{bad}");
        }
    }
}

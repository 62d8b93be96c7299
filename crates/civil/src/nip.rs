//! Nomor Induk Pegawai, the identity number of a civil servant.

use std::{fmt, str::FromStr};

use jiff::civil::Date;

use crate::Month;

/// Youngest age at appointment, in years (reference: the checks derived from Perka BKN 22/2007).
const AGE_AT_APPOINTMENT_YEARS_MIN: i16 = 18;

/// Nomor Induk Pegawai: the 18-digit identity number of a civil servant.
///
/// Birth date (8 digits), appointment month (6), sex (1), sequence (3). There is no check digit.
/// A PPPK's "month" digits are not always a month, so they are checked only when they are one.
/// A `Nip` in hand is well formed. Whether somebody holds it is a question for the register.
///
/// Source: Perka BKN 22/2007 and 43/2007.
///
/// # Examples
///
/// ```
/// use civil::Nip;
///
/// let nip: Nip = "19870412 201001 2 003".parse()?;
/// assert_eq!(nip.to_string(), "198704122010012003");
/// # Ok::<(), civil::InvalidNip>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip([u8; Self::DIGITS]);

impl Nip {
    /// How many digits there are.
    pub const DIGITS: usize = 18;

    /// The digits as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a Nip holds ASCII digits only")
    }

    /// The month in which service began, as the number says it; `None` where those digits are no
    /// month, as with Pppk.
    #[must_use]
    pub fn appointed(&self) -> Option<Month> {
        let (year, month) = (self.as_str().get(8..12)?, self.as_str().get(12..14)?);
        format!("{year}-{month}").parse().ok()
    }

    fn number(self, place: std::ops::Range<usize>) -> i16 {
        let digits = self.0.get(place).expect("places lie within the 18 digits");
        digits.iter().fold(0, |number, digit| number * 10 + i16::from(digit - b'0'))
    }

    fn check(self) -> Result<Self, InvalidNip> {
        let two = |place| i8::try_from(self.number(place)).expect("two digits fit");
        let born = Date::new(self.number(0..4), two(4..6), two(6..8))
            .map_err(|_| InvalidNip::BirthDate)?;
        if !(1900..=2100).contains(&born.year()) {
            return Err(InvalidNip::BirthDate);
        }
        let (year, month) = (self.number(8..12), two(12..14));
        let months = i32::from(year - born.year()) * 12 + i32::from(month - born.month());
        let youngest = i32::from(AGE_AT_APPOINTMENT_YEARS_MIN) * 12;
        let too_young = match month {
            1..=12 => months < youngest,
            _ => year - born.year() < AGE_AT_APPOINTMENT_YEARS_MIN,
        };
        if too_young {
            return Err(InvalidNip::TooYoung);
        }
        if !(1..=2).contains(&self.number(14..15)) {
            return Err(InvalidNip::Sex);
        }
        if self.number(15..18) == 0 {
            return Err(InvalidNip::Sequence);
        }
        Ok(self)
    }
}

impl FromStr for Nip {
    type Err = InvalidNip;

    /// Accepts the printed form with spaces as well as the bare digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut digits = [0; Self::DIGITS];
        let mut count = 0;
        for (position, byte) in text.bytes().enumerate().filter(|(_, byte)| *byte != b' ') {
            if !byte.is_ascii_digit() {
                return Err(InvalidNip::NotADigit { position });
            }
            if let Some(slot) = digits.get_mut(count) {
                *slot = byte;
            }
            count += 1;
        }
        if count == Self::DIGITS {
            Self(digits).check()
        } else {
            Err(InvalidNip::WrongLength { count })
        }
    }
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is not a [`Nip`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidNip {
    /// A character other than a digit or a space.
    #[error("NIP has a character that is not a digit at byte {position}")]
    NotADigit {
        /// Byte offset in the text as given.
        position: usize,
    },
    /// Too few or too many digits. Excel turns long numbers into 1,98704E+17: format the column
    /// as text.
    #[error("NIP needs {} digits but has {count}; format the column as text", Nip::DIGITS)]
    WrongLength {
        /// How many digits were found.
        count: usize,
    },
    /// Digits 1 to 8 are not a date.
    #[error("digits 1 to 8 of the NIP are not a birth date")]
    BirthDate,
    /// The appointment lies less than 18 years after the birth.
    #[error("digits 9 to 14 of the NIP appoint a person younger than 18; check both dates")]
    TooYoung,
    /// Digit 15 is neither 1 nor 2.
    #[error("digit 15 of the NIP must be 1 (man) or 2 (woman)")]
    Sex,
    /// Digits 16 to 18 are 000.
    #[error("digits 16 to 18 of the NIP must not be 000")]
    Sequence,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_nip_says_which_digits() {
        for (text, why) in [
            ("19870412201001200", InvalidNip::WrongLength { count: 17 }),
            ("1987O4122010012003", InvalidNip::NotADigit { position: 4 }),
            ("198702302010012003", InvalidNip::BirthDate),
            ("198704122005032003", InvalidNip::TooYoung),
            ("198704122010013003", InvalidNip::Sex),
            ("198704122010012000", InvalidNip::Sequence),
        ] {
            assert_eq!(text.parse::<Nip>(), Err(why), "{text}");
        }
    }

    #[test]
    fn the_month_digits_of_a_pppk_need_not_be_a_month() {
        assert!("199001012023211004".parse::<Nip>().is_ok());
    }

    #[test]
    fn eighteen_on_the_day_is_old_enough() {
        assert!("198704122005042003".parse::<Nip>().is_ok());
    }
}

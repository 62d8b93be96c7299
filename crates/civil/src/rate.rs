//! Shares of an amount, exactly.

use std::{fmt, str::FromStr};

/// A share of something, as an exact fraction in lowest terms.
///
/// Acts write `0,5 %`, but also "one part in twenty-two"; both are kept as they are.
///
/// # Examples
///
/// ```
/// use civil::Rate;
///
/// assert_eq!("1.25%".parse::<Rate>()?, Rate::basis_points(125));
/// assert_eq!("1/22".parse::<Rate>()?.to_string(), "1/22");
/// # Ok::<(), civil::InvalidRate>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    num: u32,
    den: u32,
}

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// All of it.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num` parts of `den`.
    ///
    /// # Panics
    ///
    /// Panics if `den` is zero.
    #[must_use]
    pub fn new(num: u32, den: u32) -> Self {
        assert!(den != 0, "a share of zero parts means nothing");
        let divisor = gcd(u64::from(num), u64::from(den));
        let reduce = |value: u32| {
            u32::try_from(u64::from(value) / divisor).expect("a quotient is no larger")
        };
        Self { num: reduce(num), den: reduce(den) }
    }

    /// Hundredths of a percent.
    #[must_use]
    pub fn basis_points(points: u32) -> Self {
        Self::new(points, 10_000)
    }

    /// Numerator in lowest terms.
    #[must_use]
    pub const fn num(self) -> u32 {
        self.num
    }

    /// Denominator in lowest terms, never zero.
    #[must_use]
    pub const fn den(self) -> u32 {
        self.den
    }

    /// Hundredths of a percent, to the nearest; exact for what acts write in percent.
    #[must_use]
    pub fn rounded_basis_points(self) -> i64 {
        let (num, den) = (i64::from(self.num), i64::from(self.den));
        (num * 20_000 + den) / (2 * den)
    }

    /// This share of `other`.
    ///
    /// # Panics
    ///
    /// Panics if the result needs more than 32 bits in lowest terms, which no act comes near.
    #[must_use]
    pub fn of(self, other: Self) -> Self {
        let num = u64::from(self.num) * u64::from(other.num);
        let den = u64::from(self.den) * u64::from(other.den);
        let divisor = gcd(num, den);
        let part = |value: u64| u32::try_from(value / divisor).expect("shares of acts are short");
        Self { num: part(num), den: part(den) }
    }
}

const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl FromStr for Rate {
    type Err = InvalidRate;

    /// Reads `0.5%`, `1,25 %`, `1/22`, `100%` or `0`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidRate { text: text.to_owned() };
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if let Some((num, den)) = plain.split_once('/') {
            let (num, den) =
                (num.parse().map_err(|_| invalid())?, den.parse().map_err(|_| invalid())?);
            return if den == 0 { Err(invalid()) } else { Ok(Self::new(num, den)) };
        }
        let Some(percent) = plain.strip_suffix('%') else {
            return if plain == "0" { Ok(Self::ZERO) } else { Err(invalid()) };
        };
        let (whole, fraction) = percent.split_once(['.', ',']).unwrap_or((percent, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > 4 {
            return Err(invalid());
        }
        let scale = 10_u32.pow(u32::try_from(fraction.len()).expect("at most four"));
        let whole: u32 = whole.parse().map_err(|_| invalid())?;
        let fraction: u32 =
            if fraction.is_empty() { 0 } else { fraction.parse().map_err(|_| invalid())? };
        let num = whole.checked_mul(scale).and_then(|num| num.checked_add(fraction));
        Ok(Self::new(num.ok_or_else(invalid)?, scale * 100))
    }
}

impl<'de> serde::Deserialize<'de> for Rate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Rate {
    /// `1.25%` where that is exact to four places, else `1/22`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled = u64::from(self.num) * 1_000_000;
        let den = u64::from(self.den);
        if !scaled.is_multiple_of(den) {
            return write!(f, "{}/{}", self.num, self.den);
        }
        let ten_thousandths = scaled / den;
        let (whole, fraction) = (ten_thousandths / 10_000, ten_thousandths % 10_000);
        if fraction == 0 {
            return write!(f, "{whole}%");
        }
        let digits = format!("{fraction:04}");
        write!(f, "{whole}.{}%", digits.trim_end_matches('0'))
    }
}

/// The text is no share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not a share; write it as 0.5% (at most 4 decimals) or 1/22")]
pub struct InvalidRate {
    /// What was given.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_read_what_they_write() {
        for text in ["0%", "0.5%", "1.25%", "100%", "1/22", "0.0001%", "2/3"] {
            assert_eq!(text.parse::<Rate>().unwrap().to_string(), text);
        }
        assert_eq!("1,25 %".parse::<Rate>().unwrap(), Rate::basis_points(125));
        for text in ["", "5", "%", "-1%", "1/0", "a/b", "0.00001%", "1.2.3%"] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_share_of_a_share_is_exact() {
        let discipline: Rate = "40%".parse().unwrap();
        let late: Rate = "1.25%".parse().unwrap();
        assert_eq!(late.of(discipline).to_string(), "0.5%");
        assert_eq!(Rate::new(1, 22).rounded_basis_points(), 455);
    }
}

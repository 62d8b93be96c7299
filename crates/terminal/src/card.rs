//! The number of a proximity card.

use std::fmt;

/// A card number. Zero means no card and is never held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Card(std::num::NonZeroU64);

impl Card {
    /// The card with this number, or none for 0.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        std::num::NonZeroU64::new(number).map(Self)
    }

    /// The number printed on most cards.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0.get()
    }

    /// Reads decimal digits, or little-endian hexadecimal bytes in brackets: `[15CD5B07]` is
    /// 123456789 (Attendance PUSH 5.8).
    #[must_use]
    pub fn parse(field: &str) -> Option<Self> {
        let field = field.trim();
        let Some(hex) = field.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            return field.parse().ok().and_then(Self::new);
        };
        if !hex.is_ascii() || hex.len() % 2 != 0 {
            return None;
        }
        let mut number = 0_u64;
        for pair in hex.as_bytes().rchunks(2) {
            let pair = std::str::from_utf8(pair).ok()?;
            let byte = u8::from_str_radix(pair, 16).ok().filter(|_| !pair.starts_with('+'))?;
            number = number.checked_mul(256)? | u64::from(byte);
        }
        Self::new(number)
    }
}

impl fmt::Display for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_decimal_and_reversed_hex() {
        assert_eq!(Card::parse("13375590").map(Card::number), Some(13_375_590));
        assert_eq!(Card::parse("[15CD5B07]").map(Card::number), Some(123_456_789));
        assert_eq!(Card::parse("[15CD5B0700]").map(Card::number), Some(123_456_789));
        for none in ["", "0", "[]", "[0000]", "[1]", "[zz]", "[+1]", "-1", "[FFFFFFFFFFFFFFFFFF]"] {
            assert_eq!(Card::parse(none), None, "{none}");
        }
    }
}

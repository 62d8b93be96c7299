//! Whole rupiah, and exact amounts on the way to them.

use std::{cmp::Ordering, fmt, iter::Sum, ops};

use crate::Rate;

/// An amount of money in whole rupiah. Negative amounts are deductions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rupiah(pub i64);

/// What becomes of a fraction of a rupiah. The act that sets a rate says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// Towards zero: the fraction is dropped.
    Down,
    /// Away from zero.
    Up,
    /// To the nearest; a half goes away from zero.
    HalfUp,
    /// To the nearest; a half goes to the even neighbour.
    HalfEven,
}

impl Rupiah {
    /// `rate` of this amount, rounded to a multiple of `unit` rupiah.
    #[must_use]
    pub fn portion(self, rate: Rate, rounding: Rounding, unit: u32) -> Self {
        Exact::portion(self, rate).round(rounding, unit)
    }
}

impl ops::Add for Rupiah {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl ops::Sub for Rupiah {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl ops::Neg for Rupiah {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), ops::Add::add)
    }
}

impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}Rp {grouped}")
    }
}

/// From this denominator on, fractions are brought to lowest terms.
const REDUCED_FROM: i128 = 1 << 62;

/// Numerator and denominator of a share. Shares that are whole basis points get one common
/// denominator, so that their sums need no other.
#[inline]
fn parts(rate: Rate) -> (i128, i128) {
    const POINTS: u32 = 10_000;
    match rate.den() {
        1 => (i128::from(rate.num()), 1),
        den if POINTS.is_multiple_of(den) => {
            (i128::from(rate.num()) * i128::from(POINTS / den), i128::from(POINTS))
        }
        den => (i128::from(rate.num()), i128::from(den)),
    }
}

/// Whether what is left of a division sends the quotient one step away from zero: `half` is how it
/// compares with half a step, `odd` whether the quotient is odd.
#[inline]
fn is_away(rounding: Rounding, nothing: bool, half: Ordering, odd: bool) -> bool {
    match rounding {
        Rounding::Down => false,
        Rounding::Up => !nothing,
        Rounding::HalfUp => half.is_ge(),
        Rounding::HalfEven => half.is_gt() || (half.is_eq() && odd),
    }
}

/// Product; that of two numbers of 64 bits, which is nearly all, cannot leave 128.
#[inline]
fn multiply(one: i128, other: i128) -> i128 {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => i128::from(one) * i128::from(other),
        _ => one.checked_mul(other).expect("amounts and shares are short"),
    }
}

/// An amount of money that is not yet rounded: an exact fraction of a rupiah.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    num: i128,
    den: i128,
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// `rate` of `amount`, exactly.
    #[inline]
    #[must_use]
    pub fn portion(amount: Rupiah, rate: Rate) -> Self {
        let (num, den) = parts(rate);
        Self { num: i128::from(amount.0) * num, den }
    }

    /// `rate` of this amount, exactly.
    ///
    /// # Panics
    ///
    /// Panics if the fraction leaves 128 bits, which needs a chain of shares no act writes.
    #[inline]
    #[must_use]
    pub fn share(self, rate: Rate) -> Self {
        let (num, den) = parts(rate);
        let (num, den) = (multiply(self.num, num), multiply(self.den, den));
        if den < REDUCED_FROM { Self { num, den } } else { Self::reduced(num, den) }
    }

    /// `times` times this amount.
    ///
    /// # Panics
    ///
    /// Panics if the amount leaves 128 bits, which needs more money than there is.
    #[inline]
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { num: multiply(self.num, i128::from(times)), den: self.den }
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        if self.num * other.den <= other.num * self.den { self } else { other }
    }

    /// To a whole multiple of `unit` rupiah.
    ///
    /// # Panics
    ///
    /// Panics if `unit` is zero or the result leaves `i64`, which needs an amount no budget holds.
    #[inline]
    #[must_use]
    pub fn round(self, rounding: Rounding, unit: u32) -> Rupiah {
        let den = multiply(self.den, i128::from(unit));
        // Nearly all amounts fit 64 bits, which divide far quicker.
        let steps = if let (Ok(num), Ok(den)) = (i64::try_from(self.num), i64::try_from(den)) {
            let (quotient, rest) = (num / den, (num % den).unsigned_abs());
            let half = rest.cmp(&(den.unsigned_abs() - rest));
            let away = is_away(rounding, rest == 0, half, quotient % 2 != 0);
            quotient + if away { num.signum() } else { 0 }
        } else {
            let (quotient, rest) = (self.num / den, (self.num % den).unsigned_abs());
            let half = rest.cmp(&(den.unsigned_abs() - rest));
            let away = is_away(rounding, rest == 0, half, quotient % 2 != 0);
            let steps = quotient + if away { self.num.signum() } else { 0 };
            i64::try_from(steps).expect("payable amounts fit i64")
        };
        Rupiah(steps.checked_mul(i64::from(unit)).expect("payable amounts fit i64"))
    }

    fn reduced(num: i128, den: i128) -> Self {
        let (mut a, mut b) = (num.unsigned_abs(), den.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = i128::try_from(a.max(1)).unwrap_or(1);
        Self { num: num / divisor, den: den / divisor }
    }
}

impl From<Rupiah> for Exact {
    fn from(amount: Rupiah) -> Self {
        Self { num: i128::from(amount.0), den: 1 }
    }
}

impl ops::Add for Exact {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        if self.den == other.den {
            return Self { num: self.num + other.num, den: self.den };
        }
        if self.num == 0 {
            return other;
        }
        Self::reduced(self.num * other.den + other.num * self.den, self.den * other.den)
    }
}

impl ops::Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self { num: -other.num, den: other.den }
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.num * other.den == other.num * self.den
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.num * other.den).partial_cmp(&(other.num * self.den))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portion_rounds_as_told() {
        use Rounding::{Down, HalfEven, HalfUp, Up};
        for (amount, points, expected) in [
            (1_000_000, 50, [5_000, 5_000, 5_000, 5_000]),
            (333_333, 50, [1_666, 1_667, 1_667, 1_667]),
            (-333_333, 50, [-1_666, -1_667, -1_667, -1_667]),
            (1, 5_000, [0, 1, 1, 0]),
            (3, 5_000, [1, 2, 2, 2]),
            (0, 10_000, [0, 0, 0, 0]),
        ] {
            for (how, expected) in [Down, Up, HalfUp, HalfEven].into_iter().zip(expected) {
                let portion = Rupiah(amount).portion(Rate::basis_points(points), how, 1);
                assert_eq!(portion, Rupiah(expected), "{amount} at {points} {how:?}");
            }
        }
        assert_eq!(Rupiah(123_456).portion(Rate::ONE, HalfUp, 100), Rupiah(123_500));
    }

    /// An amount past 64 bits and the same amount in lowest terms round alike.
    #[test]
    fn long_fractions_round_as_short_ones_do() {
        for amount in [-7, -5, -3, -1, 0, 1, 3, 5, 7, 1_000_001, -1_000_003] {
            let short = Exact::portion(Rupiah(amount), Rate::new(1, 2));
            let long = Exact { num: short.num << 80, den: short.den << 80 };
            for how in [Rounding::Down, Rounding::Up, Rounding::HalfUp, Rounding::HalfEven] {
                for unit in [1, 2, 100] {
                    assert_eq!(long.round(how, unit), short.round(how, unit), "{amount} {how:?}");
                }
            }
        }
    }

    #[test]
    fn exact_sums_lose_nothing() {
        let third = Exact::portion(Rupiah(100), Rate::new(1, 3));
        assert_eq!((third + third + third).round(Rounding::Down, 1), Rupiah(100));
        assert_eq!(
            (third + Exact::portion(Rupiah(1), Rate::new(1, 7))).round(Rounding::Up, 1),
            Rupiah(34)
        );
    }

    #[test]
    fn amounts_print_the_indonesian_way() {
        assert_eq!(Rupiah(4_250_000).to_string(), "Rp 4.250.000");
        assert_eq!(Rupiah(-850).to_string(), "-Rp 850");
    }
}

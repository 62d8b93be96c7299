//! What is still to be paid, or claimed back, when a month is computed again: late facts, or late
//! law.
//!
//! The rule of the tax: the whole month is taxed again as if the later figures had been known, and
//! what was withheld before is taken off. So a supplement and the payout before it add up to the
//! later payout, line by line. An office that withholds in the month of payment instead pays the
//! difference of the Tpp as part of that month.

use civil::{Month, Rupiah};

use super::{Payout, PayoutLine, Section};

/// A line that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands.
    pub section: Section,
    /// Its code.
    pub code: String,
    /// How the law calls it, where its kind is data.
    pub title: Option<String>,
    /// In the payout before; zero where it had no such line.
    pub before: Rupiah,
    /// In the later payout.
    pub after: Rupiah,
    /// Account code.
    pub account: Option<String>,
}

impl Difference {
    /// What is still to be paid, or, negative, to be taken.
    #[must_use]
    pub fn amount(&self) -> Rupiah {
        self.after - self.before
    }
}

/// Which way the money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Neither way.
    Nothing,
    /// Rapel: the person is still owed.
    Rapel,
    /// Pengembalian: the person was paid too much.
    Pengembalian,
}

/// What the later payout of a month has beyond the one before, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// The month.
    pub month: Month,
    /// Lines that differ, in the order of a payout.
    pub lines: Vec<Difference>,
    /// Difference of the gross.
    pub gross: Rupiah,
    /// Difference of the deductions; negative where more is taken.
    pub deduction: Rupiah,
    /// Difference of what the employer pays beside.
    pub employer: Rupiah,
    /// Difference of the net.
    pub net: Rupiah,
    /// Whether both payouts are complete.
    pub complete: Complete,
}

/// Whether a supplement may be paid or claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Complete {
    /// Nothing is missing in either payout.
    Yes,
    /// A payout has a finding that blocks.
    No,
}

impl Supplement {
    /// Which way the money goes.
    #[must_use]
    pub fn direction(&self) -> Direction {
        match self.net.cmp(&Rupiah(0)) {
            std::cmp::Ordering::Equal => Direction::Nothing,
            std::cmp::Ordering::Greater => Direction::Rapel,
            std::cmp::Ordering::Less => Direction::Pengembalian,
        }
    }
}

/// The payouts are of different months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a payout of {before} and one of {after} have no difference; take two of one month")]
pub struct OtherMonth {
    /// Month of the payout before.
    pub before: Month,
    /// Month of the later payout.
    pub after: Month,
}

/// What `after` has beyond `before`.
///
/// # Errors
///
/// [`OtherMonth`] if they are not of the same month.
pub fn supplement(before: &Payout, after: &Payout) -> Result<Supplement, OtherMonth> {
    if before.month != after.month {
        return Err(OtherMonth { before: before.month, after: after.month });
    }
    let mut lines: Vec<Difference> = Vec::new();
    for section in Section::ALL {
        let both = after.section(section).chain(before.section(section));
        for line in both {
            let is_it = |other: &Difference| other.section == section && other.code == line.code;
            if lines.iter().any(is_it) {
                continue;
            }
            let sum = |payout: &Payout| -> Rupiah {
                let same = payout.section(section).filter(|other| other.code == line.code);
                same.map(|line| line.amount).sum()
            };
            lines.push(difference(line, sum(before), sum(after)));
        }
    }
    lines.retain(|line| line.amount() != Rupiah(0));
    let complete = before.is_complete() && after.is_complete();
    Ok(Supplement {
        month: after.month,
        lines,
        gross: after.gross - before.gross,
        deduction: after.deduction - before.deduction,
        employer: after.employer - before.employer,
        net: after.net - before.net,
        complete: if complete { Complete::Yes } else { Complete::No },
    })
}

fn difference(line: &PayoutLine, before: Rupiah, after: Rupiah) -> Difference {
    Difference {
        section: line.section,
        code: line.code.clone(),
        title: line.title.clone(),
        before,
        after,
        account: line.account.clone(),
    }
}

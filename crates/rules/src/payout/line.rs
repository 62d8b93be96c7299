//! A line of a payout.

use civil::{Rate, Rupiah};

use crate::law::ProvisionId;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Tpp of the month by criterion, after cuts.
    Component,
    /// What is added: acting posts, THR, 13th.
    Addition,
    /// What the employer pays beside; no part of the net.
    Employer,
    /// What is taken.
    Deduction,
}

impl Section {
    /// Every one, in the order of a payout.
    pub const ALL: [Self; 4] = [Self::Component, Self::Addition, Self::Employer, Self::Deduction];

    /// Whether its lines are part of the gross.
    #[must_use]
    pub fn is_gross(self) -> bool {
        matches!(self, Self::Component | Self::Addition)
    }

    /// The word in files and keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Addition => "addition",
            Self::Employer => "employer",
            Self::Deduction => "deduction",
        }
    }
}

/// One amount and its reason: `base` × `rate` − `already`, rounded, is `amount` but for its sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayoutLine {
    /// Where it stands.
    pub section: Section,
    /// Name of the component, `plt`, `plh`, `thr`, `bpjs-employee`, `bpjs-employer`, `pph21-final`,
    /// `pph21-ter`, `pph21-year`, `repayment`, or the kind of an agreed deduction.
    pub code: String,
    /// How the law calls it, where its kind is data; else the code has words of its own.
    pub title: Option<String>,
    /// What it is a share of.
    pub base: Rupiah,
    /// Which share; `None` where the amount is given as it is.
    pub rate: Option<Rate>,
    /// What of it was taken or paid elsewhere, such as from the salary.
    pub already: Rupiah,
    /// In whole rupiah; deductions are negative.
    pub amount: Rupiah,
    /// The provision that says so; `None` for what was agreed or decided.
    pub provision: Option<ProvisionId>,
    /// Account code (kode rekening), where the law names one.
    pub account: Option<String>,
}

impl PayoutLine {
    /// A line whose amount is given as it is.
    pub(super) fn of(section: Section, code: &str, amount: Rupiah) -> Self {
        Self {
            section,
            code: code.to_owned(),
            title: None,
            base: amount,
            rate: None,
            already: Rupiah(0),
            amount,
            provision: None,
            account: None,
        }
    }
}

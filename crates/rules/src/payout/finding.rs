//! What is missing for a payout, or needs a look before it.

use civil::Rupiah;

/// Something about a payout that a person must see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The golongan is not recorded, and the tax is by golongan.
    GolonganMissing,
    /// The golongan is none that the law on the tax knows.
    GolonganUnknown {
        /// As recorded.
        golongan: String,
    },
    /// The family status is not recorded, and the tax is by family status.
    FamilyMissing,
    /// The family status is none that the law on the tax knows.
    FamilyUnknown {
        /// As recorded.
        family: String,
    },
    /// What is paid beside the Tpp is not recorded: neither premium nor income can be worked out.
    SalaryMissing,
    /// The tax of the last period is that of the year, which nobody has worked out.
    YearEndTaxMissing,
    /// The premium is more than is left.
    PremiumShort {
        /// What could not be taken.
        missing: Rupiah,
    },
    /// The tax is more than is left.
    TaxShort {
        /// What could not be taken.
        missing: Rupiah,
    },
    /// The Tpp of the post acted in is not known.
    ActingPostMissing,
    /// Too few working days acted: nothing is added.
    ActingTooShort {
        /// So many.
        working_days: u32,
    },
    /// The Tpp of the month that THR or 13th rests on is not known.
    ExtraMonthMissing {
        /// Name of the allowance.
        name: String,
    },
    /// The Tpp handed in is of another month than the one THR or 13th rests on.
    ExtraMonthWrong {
        /// Name of the allowance.
        name: String,
    },
    /// The act names another month of payment.
    ExtraNotPaidNow {
        /// Name of the allowance.
        name: String,
    },
    /// This kind of employment is not entitled to it.
    ExtraNotEntitled {
        /// Name of the allowance.
        name: String,
    },
    /// The reason that is kept with the person's Tpp excludes from it.
    ExtraExcluded {
        /// Name of the allowance.
        name: String,
        /// The reason, as a code.
        reason: String,
    },
    /// An agreed deduction names a kind that the law does not know.
    AgreedUnknown {
        /// The kind.
        kind: String,
    },
    /// Neither the agreement nor the law says how much.
    AgreedAmountMissing {
        /// The kind.
        kind: String,
    },
    /// An agreed deduction is more than is left, and was not taken at all.
    AgreedNotTaken {
        /// The kind.
        kind: String,
    },
    /// An instalment is more than is left.
    RepaymentShort {
        /// What could not be taken.
        missing: Rupiah,
    },
}

impl Finding {
    /// Every word that [`Finding::code`] gives.
    pub const CODES: [&'static str; 19] = [
        "golongan-missing",
        "golongan-unknown",
        "family-missing",
        "family-unknown",
        "salary-missing",
        "year-end-tax-missing",
        "premium-short",
        "tax-short",
        "acting-post-missing",
        "acting-too-short",
        "extra-month-missing",
        "extra-month-wrong",
        "extra-not-paid-now",
        "extra-not-entitled",
        "extra-excluded",
        "agreed-unknown",
        "agreed-amount-missing",
        "agreed-not-taken",
        "repayment-short",
    ];

    /// Whether the amounts are not to be paid before it is seen to.
    #[must_use]
    pub fn blocks(&self) -> bool {
        match self {
            Self::GolonganMissing
            | Self::GolonganUnknown { .. }
            | Self::FamilyMissing
            | Self::FamilyUnknown { .. }
            | Self::SalaryMissing
            | Self::YearEndTaxMissing
            | Self::PremiumShort { .. }
            | Self::TaxShort { .. }
            | Self::ActingPostMissing
            | Self::ExtraMonthMissing { .. }
            | Self::ExtraMonthWrong { .. }
            | Self::ExtraNotPaidNow { .. }
            | Self::AgreedUnknown { .. }
            | Self::AgreedAmountMissing { .. } => true,
            Self::ActingTooShort { .. }
            | Self::ExtraNotEntitled { .. }
            | Self::ExtraExcluded { .. }
            | Self::AgreedNotTaken { .. }
            | Self::RepaymentShort { .. } => false,
        }
    }

    /// The word in keys: `golongan-missing`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::GolonganMissing => "golongan-missing",
            Self::GolonganUnknown { .. } => "golongan-unknown",
            Self::FamilyMissing => "family-missing",
            Self::FamilyUnknown { .. } => "family-unknown",
            Self::SalaryMissing => "salary-missing",
            Self::YearEndTaxMissing => "year-end-tax-missing",
            Self::PremiumShort { .. } => "premium-short",
            Self::TaxShort { .. } => "tax-short",
            Self::ActingPostMissing => "acting-post-missing",
            Self::ActingTooShort { .. } => "acting-too-short",
            Self::ExtraMonthMissing { .. } => "extra-month-missing",
            Self::ExtraMonthWrong { .. } => "extra-month-wrong",
            Self::ExtraNotPaidNow { .. } => "extra-not-paid-now",
            Self::ExtraNotEntitled { .. } => "extra-not-entitled",
            Self::ExtraExcluded { .. } => "extra-excluded",
            Self::AgreedUnknown { .. } => "agreed-unknown",
            Self::AgreedAmountMissing { .. } => "agreed-amount-missing",
            Self::AgreedNotTaken { .. } => "agreed-not-taken",
            Self::RepaymentShort { .. } => "repayment-short",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_listed_once() {
        let text = include_str!("finding.rs");
        let given: Vec<&str> = text
            .lines()
            .filter_map(|line| {
                line.trim().strip_prefix("Self::")?.split_once("=> \"")?.1.strip_suffix("\",")
            })
            .collect();
        assert_eq!(given, Finding::CODES);
        assert_eq!(Finding::TaxShort { missing: Rupiah(1) }.code(), "tax-short");
    }
}

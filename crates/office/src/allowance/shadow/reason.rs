//! The causes of a difference between two systems.

use jiff::civil::Date;
use serde::Serialize;

/// Why two systems pay a person otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShadowReason {
    /// The old system pays somebody who is not known or not paid here.
    UnknownHere,
    /// Somebody paid here does not stand in the file.
    UnknownThere,
    /// The law here is silent about the person.
    LawSilent,
    /// The Tpp before cuts is another: class, share, or days in service.
    ClassAmount,
    /// Leave or duty that the old system does not know, and counts as absence.
    LeaveUnknownThere,
    /// Days absent differ.
    AbsentDays,
    /// Minutes late differ.
    LateMinutes,
    /// No results of work are known here, so that the share for them was computed in full.
    PerformanceMissing,
    /// The same days and minutes cost otherwise: rate, base, or share of presence.
    PresenceShare,
    /// What is handed out differs because the Tpp after cuts does.
    AfterCuts,
    /// Tax and premium follow the other Tpp.
    DeductionsFollow,
    /// The premium of BPJS Kesehatan.
    Premium,
    /// Income tax.
    Tax,
    /// Deductions that the person agreed to.
    Agreed,
    /// What was paid too much and comes back.
    Repayment,
    /// Acting posts, which are paid beside the Tpp.
    Added,
    /// Whole rupiah, tens, hundreds or thousands.
    Rounding,
    /// Nothing of this.
    Unexplained,
}

impl ShadowReason {
    /// Every one.
    pub const ALL: [Self; 18] = [
        Self::UnknownHere,
        Self::UnknownThere,
        Self::LawSilent,
        Self::ClassAmount,
        Self::LeaveUnknownThere,
        Self::AbsentDays,
        Self::LateMinutes,
        Self::PerformanceMissing,
        Self::PresenceShare,
        Self::AfterCuts,
        Self::DeductionsFollow,
        Self::Premium,
        Self::Tax,
        Self::Agreed,
        Self::Repayment,
        Self::Added,
        Self::Rounding,
        Self::Unexplained,
    ];

    /// Whether what both systems say of it is rupiah, and not days or minutes.
    #[must_use]
    pub fn is_of_rupiah(self) -> bool {
        match self {
            Self::ClassAmount
            | Self::PresenceShare
            | Self::AfterCuts
            | Self::Premium
            | Self::Tax
            | Self::Agreed
            | Self::Repayment
            | Self::Added => true,
            Self::UnknownHere
            | Self::UnknownThere
            | Self::LawSilent
            | Self::LeaveUnknownThere
            | Self::AbsentDays
            | Self::LateMinutes
            | Self::PerformanceMissing
            | Self::DeductionsFollow
            | Self::Rounding
            | Self::Unexplained => false,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownHere => "unknown-here",
            Self::UnknownThere => "unknown-there",
            Self::LawSilent => "law-silent",
            Self::ClassAmount => "class-amount",
            Self::LeaveUnknownThere => "leave-unknown-there",
            Self::AbsentDays => "absent-days",
            Self::LateMinutes => "late-minutes",
            Self::PerformanceMissing => "performance-missing",
            Self::PresenceShare => "presence-share",
            Self::AfterCuts => "after-cuts",
            Self::DeductionsFollow => "deductions-follow",
            Self::Premium => "premium",
            Self::Tax => "tax",
            Self::Agreed => "agreed",
            Self::Repayment => "repayment",
            Self::Added => "added",
            Self::Rounding => "rounding",
            Self::Unexplained => "unexplained",
        }
    }
}

impl ShadowCause {
    /// A cause with what it explains.
    pub(super) fn of(cause: ShadowReason, amount: Option<i64>) -> Self {
        Self { cause, amount, theirs: None, ours: None, days: Vec::new() }
    }
}

/// A cause of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShadowCause {
    /// Which.
    pub cause: ShadowReason,
    /// What of the difference it explains, in rupiah; none where that cannot be worked out.
    pub amount: Option<i64>,
    /// What the old system says: rupiah, days or minutes.
    pub theirs: Option<i64>,
    /// What this one says.
    pub ours: Option<i64>,
    /// Days here that bear on it.
    pub days: Vec<Date>,
}

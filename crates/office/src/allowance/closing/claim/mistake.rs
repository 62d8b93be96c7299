//! What is wrong with a claim, a receipt or a withdrawal, as codes that are said elsewhere.

use civil::{Month, Skpd};
use jiff::civil::Date;
use rules::payout::instalment::NoPlan;
use words::{Arg, Phrase};

use crate::allowance::SilentLaw;

/// What is wrong with a claim, a receipt or a withdrawal. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimMistake {
    /// A claim without a month.
    #[error("a claim is of one month at least")]
    NoMonth,
    /// More months than one claim may be of.
    #[error("a claim is of at most {most} months; open several")]
    TooManyMonths {
        /// How many may be.
        most: usize,
    },
    /// Nothing says why.
    #[error("it needs its finding or reason; say who found it and how")]
    NoReason,
    /// A reason too long to be read.
    #[error("a reason has at most {most} letters")]
    ReasonTooLong {
        /// How many may be.
        most: usize,
    },
    /// It is claimed from whoever does it.
    #[error("nobody opens, receives or withdraws a claim on oneself; ask a colleague")]
    Oneself,
    /// The first month is past or far.
    #[error("the first instalment is in a month from {from} to {until}")]
    FirstOutside {
        /// The earliest.
        from: Month,
        /// The latest.
        until: Month,
    },
    /// The first month is closed where the person is paid.
    #[error("{month} of {skpd} is closed; begin with a later month")]
    FirstClosed {
        /// Where.
        skpd: Skpd,
        /// The month.
        month: Month,
    },
    /// The closings paid no more than is right, or what they did is taken back already.
    #[error("nothing was overpaid, so there is nothing to pay back")]
    NothingOverpaid,
    /// A month can take nothing.
    #[error(
        "a month takes nothing at this net and this instalment; name a larger one, or another way \
         to pay"
    )]
    NothingToTake,
    /// It would take longer than a life of work.
    #[error("it would take {parts} instalments; name a larger one")]
    TooManyParts {
        /// So many.
        parts: u32,
    },
    /// The law says nothing about instalments.
    #[error("no value of \"{}\" is in force on {}; have it written down first", .0.what, .0.on)]
    Silent(SilentLaw),
    /// Somebody opened a claim on the same person at the same moment.
    #[error("a claim on this person was opened a moment ago; look at it first")]
    OpenedMeanwhile,
    /// All came back, or it was withdrawn.
    #[error("it is over already")]
    Over,
    /// A receipt without the number of its proof, or with a long one.
    #[error("a receipt needs the number of its proof, of at most {most} letters")]
    NoNumber {
        /// How many letters may be.
        most: usize,
    },
    /// The proof was recorded before.
    #[error("the receipt {number} is recorded already")]
    NumberKnown {
        /// Its number.
        number: String,
    },
    /// Nothing, or more than is open.
    #[error("between 1 and {open} rupiah are open; record what is owed, and give back the rest")]
    AmountOutside {
        /// What is open, in rupiah.
        open: i64,
    },
    /// The day is to come, or before the end of the months.
    #[error("the money came back on a day from {from} to {until}; check the day")]
    DayOutside {
        /// The earliest.
        from: Date,
        /// The latest.
        until: Date,
    },
    /// Somebody recorded something at the same moment.
    #[error("something was recorded a moment ago; look at the claim again first")]
    Overtaken,
}

impl ClaimMistake {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoMonth => "no-month",
            Self::TooManyMonths { .. } => "too-many-months",
            Self::NoReason => "no-reason",
            Self::ReasonTooLong { .. } => "reason-too-long",
            Self::Oneself => "oneself",
            Self::FirstOutside { .. } => "first-outside",
            Self::FirstClosed { .. } => "first-closed",
            Self::NothingOverpaid => "nothing-overpaid",
            Self::NothingToTake => "nothing-to-take",
            Self::TooManyParts { .. } => "too-many-parts",
            Self::Silent(_) => "silent",
            Self::OpenedMeanwhile => "opened-meanwhile",
            Self::Over => "over",
            Self::NoNumber { .. } => "no-number",
            Self::NumberKnown { .. } => "number-known",
            Self::AmountOutside { .. } => "amount-outside",
            Self::DayOutside { .. } => "day-outside",
            Self::Overtaken => "overtaken",
        }
    }

    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let said = Phrase::new(format!("claim-mistake-{}", self.code()));
        let count = |most: usize| Arg::Count(i64::try_from(most).unwrap_or(i64::MAX));
        match self {
            Self::NoMonth
            | Self::NoReason
            | Self::Oneself
            | Self::NothingOverpaid
            | Self::NothingToTake
            | Self::OpenedMeanwhile
            | Self::Over
            | Self::Overtaken => said,
            Self::TooManyMonths { most }
            | Self::ReasonTooLong { most }
            | Self::NoNumber { most } => said.with("most", count(*most)),
            Self::FirstOutside { from, until } => {
                said.with("from", Arg::Month(from.first())).with("until", Arg::Month(until.first()))
            }
            Self::FirstClosed { skpd, month } => {
                said.with("skpd", skpd.as_str()).with("month", Arg::Month(month.first()))
            }
            Self::TooManyParts { parts } => said.with("parts", Arg::Count(i64::from(*parts))),
            Self::Silent(silent) => silent.said(),
            Self::NumberKnown { number } => said.with("number", number),
            Self::AmountOutside { open } => said.with("open", words::format::rupiah(*open)),
            Self::DayOutside { from, until } => said.with("from", *from).with("until", *until),
        }
    }
}

impl From<NoPlan> for ClaimMistake {
    fn from(none: NoPlan) -> Self {
        match none {
            NoPlan::NoDebt => Self::NothingOverpaid,
            NoPlan::NothingToTake => Self::NothingToTake,
            NoPlan::TooMany { parts } => Self::TooManyParts { parts },
            NoPlan::Silent(silent) => Self::Silent(SilentLaw::from(&silent)),
        }
    }
}

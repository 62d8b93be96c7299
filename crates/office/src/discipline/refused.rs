//! Why a case is not opened, or an event not taken.

use jiff::civil::Date;
use rules::{discipline::case::Refusal, law::NotInForce};
use storage::StoreError;

use crate::{Forbidden, OfficeError};

/// A deed about a case that was not done.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// It may not be done, and what to do instead.
    #[error(transparent)]
    Refused(#[from] CaseRefusal),
    /// It could not be done.
    #[error(transparent)]
    Office(#[from] OfficeError),
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseRefusal {
    /// The law forbids it.
    #[error(transparent)]
    Law(#[from] Refusal),
    /// It is the actor's own case.
    #[error("nobody handles a case about himself; ask a colleague")]
    Oneself,
    /// The day has not come.
    #[error("the day lies in the future; record what has happened")]
    InFuture,
    /// Somebody recorded a step meanwhile.
    #[error("somebody recorded a step meanwhile; look at the case again first")]
    Overtaken,
    /// A case about these days is open already.
    #[error("case {case} about these days is open; go on with that one")]
    OpenAlready {
        /// Its number.
        case: i64,
    },
    /// The person was not absent on the day.
    #[error("{day} is no day absent without a reason; leave it out")]
    NotAbsent {
        /// The day.
        day: Date,
    },
    /// Too few days for the rung.
    #[error("the sanction takes {needs} days absent, and {has} are named; choose a lower one")]
    RungNotReached {
        /// Days it takes.
        needs: u32,
        /// Days named.
        has: u32,
    },
    /// A letter without a number.
    #[error("the letter has no number; give it")]
    NumberMissing,
    /// A summons without a time.
    #[error("the summons has no time; say when the examination begins")]
    TimeMissing,
    /// A deed without a reason.
    #[error("the reason is missing; write it down")]
    ReasonMissing,
    /// A text or list that is too long.
    #[error("a text or a list is too long; shorten it and keep the rest in the letter")]
    TooLong,
    /// The law as it is kept now would have refused an earlier event.
    #[error(
        "by the law as it is kept now event {place} would have been refused; set the law right"
    )]
    LawChanged {
        /// Which, from 1.
        place: usize,
    },
}

impl CaseRefusal {
    /// The word for it, for the key of its sentence.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Law(refusal) => refusal.code(),
            Self::Oneself => "oneself",
            Self::InFuture => "in-future",
            Self::Overtaken => "overtaken",
            Self::OpenAlready { .. } => "open-already",
            Self::NotAbsent { .. } => "not-absent",
            Self::RungNotReached { .. } => "rung-not-reached",
            Self::NumberMissing => "number-missing",
            Self::TimeMissing => "time-missing",
            Self::ReasonMissing => "reason-missing",
            Self::TooLong => "too-long",
            Self::LawChanged { .. } => "law-changed",
        }
    }

    /// The words that are not those of the law, for the test that each has its sentence.
    pub const CODES: [&str; 11] = [
        "oneself",
        "in-future",
        "overtaken",
        "open-already",
        "not-absent",
        "rung-not-reached",
        "number-missing",
        "time-missing",
        "reason-missing",
        "too-long",
        "law-changed",
    ];
}

impl From<Refusal> for CaseError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<StoreError> for CaseError {
    fn from(error: StoreError) -> Self {
        Self::Office(error.into())
    }
}

impl From<Forbidden> for CaseError {
    fn from(error: Forbidden) -> Self {
        Self::Office(error.into())
    }
}

impl From<NotInForce> for CaseError {
    fn from(silent: NotInForce) -> Self {
        Self::Office(silent.into())
    }
}

//! What is wrong with a request or a decision: which field, and what to do.

use jiff::civil::Date;

/// What is wrong with a request or a decision. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// A request without a day.
    #[error("choose at least one day")]
    NoDay,
    /// More days than one request may hold.
    #[error("ask for at most {most} days at once, not {days}")]
    TooManyDays {
        /// How many were asked for.
        days: usize,
        /// How many may be.
        most: usize,
    },
    /// A day named twice.
    #[error("{0} is there twice; give both times of a day together")]
    Twice(Date),
    /// A day to come.
    #[error("{0} has not come yet")]
    Ahead(Date),
    /// A day too far back.
    #[error("{date} is too long ago; days from {oldest} on can be corrected")]
    TooLongAgo {
        /// The day.
        date: Date,
        /// The oldest that can be corrected.
        oldest: Date,
    },
    /// A leave that begins too far back.
    #[error("{date} is too long ago; leave from {oldest} on can be asked for")]
    LeaveTooLongAgo {
        /// Its first day.
        date: Date,
        /// The oldest on which it may begin.
        oldest: Date,
    },
    /// A day on which the person was not in service.
    #[error("on {0} you were not in service here")]
    NotInService(Date),
    /// A day for which a request waits.
    #[error("a request for {0} waits already; take it back first if it is wrong")]
    WaitsAlready(Date),
    /// A day for which the same was asked at the same moment.
    #[error("for {0} this was asked a moment ago; look at your requests first")]
    AskedMeanwhile(Date),
    /// A day without a time.
    #[error("for {0} give the time you came, the time you left, or both")]
    NoTime(Date),
    /// A departure before the arrival.
    #[error("on {0} the time you left must come after the time you came")]
    Backwards(Date),
    /// A time to come.
    #[error("a time on {0} has not come yet")]
    TimeAhead(Date),
    /// A request without a reason.
    #[error("say what happened, in a sentence")]
    NoReason,
    /// A reason too long to be read.
    #[error("a reason has at most {0} letters")]
    ReasonTooLong(usize),
    /// More decisions than can be made at once.
    #[error("decide at most {most} at once, not {count}")]
    TooManyDecisions {
        /// How many were made.
        count: usize,
        /// How many may be.
        most: usize,
    },
    /// A refusal without a reason.
    #[error("a refusal needs a reason; say what is missing or wrong")]
    RefusalWithoutReason,
    /// A decision on several without a reason.
    #[error("a decision on several at once needs a reason")]
    SeveralWithoutReason,
    /// A request that is over.
    #[error("it is over already")]
    Over,
    /// A request that was decided meanwhile.
    #[error("it was decided a moment ago; look at it again first")]
    DecidedMeanwhile,
    /// An appeal against what was not refused.
    #[error("only what was refused can be put before BKPSDM")]
    NotRefused,
    /// An appeal after an appeal.
    #[error(
        "BKPSDM has decided on it; the way on is an administrative objection outside this program"
    )]
    AppealedBefore,
    /// An appeal without a reason.
    #[error("an appeal needs a reason; say what the refusal overlooked")]
    AppealWithoutReason,
    /// Undoing alone what two agreed on.
    #[error("the turns have changed hands; ask your colleague to exchange them again")]
    TurnsExchanged,
    /// An appeal where a colleague did not consent.
    #[error("nobody can be made to exchange turns; ask somebody else")]
    NoAppealOfSwap,
}

impl Mistake {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDay => "no-day",
            Self::TooManyDays { .. } => "too-many-days",
            Self::Twice(_) => "twice",
            Self::Ahead(_) => "ahead",
            Self::TooLongAgo { .. } => "too-long-ago",
            Self::LeaveTooLongAgo { .. } => "leave-too-long-ago",
            Self::NotInService(_) => "not-in-service",
            Self::WaitsAlready(_) => "waits-already",
            Self::AskedMeanwhile(_) => "asked-meanwhile",
            Self::NoTime(_) => "no-time",
            Self::Backwards(_) => "backwards",
            Self::TimeAhead(_) => "time-ahead",
            Self::NoReason => "no-reason",
            Self::ReasonTooLong(_) => "reason-too-long",
            Self::TooManyDecisions { .. } => "too-many-decisions",
            Self::RefusalWithoutReason => "refusal-without-reason",
            Self::SeveralWithoutReason => "several-without-reason",
            Self::Over => "over",
            Self::DecidedMeanwhile => "decided-meanwhile",
            Self::NotRefused => "not-refused",
            Self::AppealedBefore => "appealed-before",
            Self::AppealWithoutReason => "appeal-without-reason",
            Self::TurnsExchanged => "turns-exchanged",
            Self::NoAppealOfSwap => "no-appeal-of-swap",
        }
    }

    /// The day it is about, if it is about one.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Twice(date)
            | Self::Ahead(date)
            | Self::TooLongAgo { date, .. }
            | Self::LeaveTooLongAgo { date, .. }
            | Self::NotInService(date)
            | Self::WaitsAlready(date)
            | Self::AskedMeanwhile(date)
            | Self::NoTime(date)
            | Self::Backwards(date)
            | Self::TimeAhead(date) => Some(*date),
            Self::NoDay
            | Self::TooManyDays { .. }
            | Self::NoReason
            | Self::ReasonTooLong(_)
            | Self::TooManyDecisions { .. }
            | Self::RefusalWithoutReason
            | Self::SeveralWithoutReason
            | Self::Over
            | Self::DecidedMeanwhile
            | Self::NotRefused
            | Self::AppealedBefore
            | Self::AppealWithoutReason
            | Self::TurnsExchanged
            | Self::NoAppealOfSwap => None,
        }
    }
}

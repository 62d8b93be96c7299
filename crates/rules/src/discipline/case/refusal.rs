//! Why an event is refused.

use jiff::civil::Date;

use super::{event::StepKind, state::Stage};

/// An event that was refused, and its place among the events, from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event {} is refused: {refusal}", .place + 1)]
pub struct Refused {
    /// Place from 0.
    pub place: usize,
    /// Why.
    pub refusal: Refusal,
}

/// Why an event may not come next.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The step does not follow on the stage.
    #[error("{step} does not follow on {stage}; record what comes before it")]
    NotNow {
        /// Where the case stands.
        stage: Stage,
        /// What was to happen.
        step: StepKind,
    },
    /// The case is over.
    #[error("the case is over ({stage}); open another one")]
    CaseEnded {
        /// How it ended.
        stage: Stage,
    },
    /// The event lies before the one before it.
    #[error("the event lies before {after}; give the day on which it happened")]
    OutOfOrder {
        /// The day of the event before.
        after: Date,
    },
    /// A case about no day.
    #[error("the case names no day absent; name at least one")]
    NoAbsence,
    /// The law has no such rung or sanction.
    #[error("\"{code}\" is no rung of the ladder on the days absent; use its code")]
    UnknownSanction {
        /// What was named.
        code: String,
    },
    /// All days absent were punished before (PP 94/2021 art. 35 (3)).
    #[error("all days absent were punished in another case; a day is punished once")]
    AlreadyPunished,
    /// Too few working days between the first summons and the examination (art. 26 (2)).
    #[error("the examination is too soon after the summons; set it on {earliest} or later")]
    SummonsTooShort {
        /// The first day that is not too soon.
        earliest: Date,
    },
    /// The examination is not after the summons.
    #[error("the examination is not after the summons; set a later day")]
    ExaminationNotAfterSummons,
    /// The person was to come later.
    #[error("the person is summoned for {summoned}; nothing can be recorded before")]
    BeforeExamination {
        /// The day of the summons.
        summoned: Date,
    },
    /// Nobody examines.
    #[error("nobody is named; name who examines")]
    NobodyExamines,
    /// The person would examine the own case.
    #[error("the person cannot examine the own case; name somebody else")]
    ExaminerIsPerson,
    /// The examiner is not of the team.
    #[error("an examiner is not of the team; name its members")]
    ExaminerOutsideTeam,
    /// A heavy breach needs a team (art. 27).
    #[error("a team must examine a breach of this level; form it before the examination")]
    TeamMissing,
    /// Not the sanction of the heaviest breach (art. 35 (3)).
    #[error("of several breaches the heaviest is punished; impose {heaviest}")]
    NotTheHeaviest {
        /// Code of the sanction that may be imposed.
        heaviest: String,
    },
    /// The sanction waits for another act (art. 42).
    #[error("this sanction waits for another act; impose {instead} in its place")]
    CutWaits {
        /// Code of what stands in its place.
        instead: String,
    },
    /// The sanction does not belong to what was found.
    #[error("the sanction does not follow from what was found; impose {expected}")]
    SanctionNotFound {
        /// Code of the sanction that may be imposed.
        expected: String,
    },
    /// The officer may not impose sanctions of this level on this post (art. 16–22).
    #[error("the officer may not impose this sanction on the holder of this post")]
    OfficerNotAuthorised,
    /// The person would decide the own case.
    #[error("the person cannot decide the own case; another officer decides")]
    DecidesOnOneself,
    /// Before the day the law gives.
    #[error("this happens on {earliest} at the earliest; record it on that day")]
    TooEarly {
        /// The first day.
        earliest: Date,
    },
    /// There is no objection to answer.
    #[error("there is no open objection; record the objection first")]
    NoOpenObjection,
    /// One objection is open already.
    #[error("an objection is open; record its answer first")]
    ObjectionOpen,
    /// The law says nothing that is needed to decide.
    #[error("the law says nothing of {title} on {date}; add it to the law folder with its article")]
    LawSilent {
        /// Topic.
        title: String,
        /// Day.
        date: Date,
    },
}

impl Refusal {
    /// The word for it, for the key of its sentence.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotNow { .. } => "not-now",
            Self::CaseEnded { .. } => "case-ended",
            Self::OutOfOrder { .. } => "out-of-order",
            Self::NoAbsence => "no-absence",
            Self::UnknownSanction { .. } => "unknown-sanction",
            Self::AlreadyPunished => "already-punished",
            Self::SummonsTooShort { .. } => "summons-too-short",
            Self::ExaminationNotAfterSummons => "examination-not-after-summons",
            Self::BeforeExamination { .. } => "before-examination",
            Self::NobodyExamines => "nobody-examines",
            Self::ExaminerIsPerson => "examiner-is-person",
            Self::ExaminerOutsideTeam => "examiner-outside-team",
            Self::TeamMissing => "team-missing",
            Self::NotTheHeaviest { .. } => "not-the-heaviest",
            Self::CutWaits { .. } => "cut-waits",
            Self::SanctionNotFound { .. } => "sanction-not-found",
            Self::OfficerNotAuthorised => "officer-not-authorised",
            Self::DecidesOnOneself => "decides-on-oneself",
            Self::TooEarly { .. } => "too-early",
            Self::NoOpenObjection => "no-open-objection",
            Self::ObjectionOpen => "objection-open",
            Self::LawSilent { .. } => "law-silent",
        }
    }

    /// All words, for the test that each has its sentence.
    pub const CODES: [&str; 22] = [
        "not-now",
        "case-ended",
        "out-of-order",
        "no-absence",
        "unknown-sanction",
        "already-punished",
        "summons-too-short",
        "examination-not-after-summons",
        "before-examination",
        "nobody-examines",
        "examiner-is-person",
        "examiner-outside-team",
        "team-missing",
        "not-the-heaviest",
        "cut-waits",
        "sanction-not-found",
        "officer-not-authorised",
        "decides-on-oneself",
        "too-early",
        "no-open-objection",
        "objection-open",
        "law-silent",
    ];
}

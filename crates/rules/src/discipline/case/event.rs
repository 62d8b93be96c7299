//! What can happen in a case.

use std::fmt;

use civil::PersonId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::law::discipline::{Capacity, Post, words};

/// The person a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Who.
    pub person: PersonId,
    /// The post held when the case was opened, which decides who may impose what.
    pub post: Post,
}

/// An officer who imposes a sanction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub capacity: Capacity,
}

words! {
    /// Which summons it is (PP 94/2021 art. 26).
    SummonsNumber {
        /// The first.
        First = "first",
        /// The second, after the person did not come.
        Second = "second",
    }
}

/// What became of an objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Answer {
    /// The sanction stays.
    Upheld,
    /// Another sanction takes its place.
    Changed {
        /// Its code.
        sanction: String,
    },
    /// The sanction falls.
    Annulled,
}

/// One thing that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseEvent {
    /// The day of the act itself: of the letter, the hearing, the receipt.
    pub on: Date,
    /// What.
    #[serde(flatten)]
    pub step: Step,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum Step {
    /// The count raised an alert and somebody opened a case.
    Raised {
        /// The person.
        subject: Subject,
        /// Name of the ladder: that of the law on the days absent.
        ladder: String,
        /// Code of the rung that the days reach.
        rung: String,
        /// The days absent that the case is about.
        absences: Vec<Date>,
    },
    /// A summons in writing.
    Summoned {
        /// Which.
        number: SummonsNumber,
        /// The day for which the person is summoned.
        examination: Date,
        /// Number of the letter.
        letter: String,
    },
    /// A team was formed.
    TeamFormed {
        /// Its members.
        members: Vec<PersonId>,
        /// Number of the decree.
        decree: String,
    },
    /// The person came and was examined.
    Examined {
        /// Who examined.
        by: Vec<PersonId>,
        /// Number of the minutes.
        minutes: String,
    },
    /// The person did not come.
    NotCome,
    /// What was found.
    Found {
        /// Codes of the rungs that are proven; empty: nothing is.
        breaches: Vec<String>,
    },
    /// A sanction was imposed.
    Decided {
        /// Its code.
        sanction: String,
        /// By whom.
        by: Officer,
        /// Number of the decision.
        number: String,
    },
    /// The decision was handed to the person, who thereby received it.
    HandedOver,
    /// The person was not there at the hand-over.
    NotThere,
    /// The decision was sent.
    Sent,
    /// The decision that was sent was received.
    Received,
    /// The person objected.
    Objected {
        /// Number of the letter.
        letter: String,
    },
    /// The objection was answered.
    Answered {
        /// How.
        answer: Answer,
        /// Number of the decision.
        number: String,
    },
    /// The sanction took effect.
    TookEffect,
    /// The sanction has run its time.
    Ended,
    /// The case was dropped before a decision.
    Cancelled {
        /// By whom.
        by: PersonId,
        /// Why.
        reason: String,
    },
    /// The decision was taken back and the person restored.
    Rehabilitated {
        /// By whom.
        by: PersonId,
        /// Number of the decision.
        number: String,
        /// Why.
        reason: String,
    },
}

words! {
    /// The kind of a step, without what it says.
    StepKind {
        /// Opened.
        Raise = "raise",
        /// First summons.
        SummonFirst = "summon-first",
        /// Second summons.
        SummonSecond = "summon-second",
        /// A team.
        FormTeam = "form-team",
        /// Examination.
        Examine = "examine",
        /// The person did not come.
        NotCome = "not-come",
        /// Finding.
        Find = "find",
        /// Decision.
        Decide = "decide",
        /// Hand-over.
        HandOver = "hand-over",
        /// Not there at the hand-over.
        NotThere = "not-there",
        /// Sending.
        Send = "send",
        /// Receipt.
        Receive = "receive",
        /// Objection.
        Object = "object",
        /// Answer to it.
        Answer = "answer",
        /// Effect.
        TakeEffect = "take-effect",
        /// End of the sanction.
        End = "end",
        /// Dropped.
        Cancel = "cancel",
        /// Taken back.
        Rehabilitate = "rehabilitate",
    }
}

impl Step {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> StepKind {
        match self {
            Self::Raised { .. } => StepKind::Raise,
            Self::Summoned { number: SummonsNumber::First, .. } => StepKind::SummonFirst,
            Self::Summoned { number: SummonsNumber::Second, .. } => StepKind::SummonSecond,
            Self::TeamFormed { .. } => StepKind::FormTeam,
            Self::Examined { .. } => StepKind::Examine,
            Self::NotCome => StepKind::NotCome,
            Self::Found { .. } => StepKind::Find,
            Self::Decided { .. } => StepKind::Decide,
            Self::HandedOver => StepKind::HandOver,
            Self::NotThere => StepKind::NotThere,
            Self::Sent => StepKind::Send,
            Self::Received => StepKind::Receive,
            Self::Objected { .. } => StepKind::Object,
            Self::Answered { .. } => StepKind::Answer,
            Self::TookEffect => StepKind::TakeEffect,
            Self::Ended => StepKind::End,
            Self::Cancelled { .. } => StepKind::Cancel,
            Self::Rehabilitated { .. } => StepKind::Rehabilitate,
        }
    }
}

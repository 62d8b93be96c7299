//! Where a case stands.

use std::fmt;

use civil::PersonId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::event::{Officer, StepKind, Subject, SummonsNumber};
use crate::law::{
    ProvisionId,
    discipline::{Level, words},
};

words! {
    /// Where a case stands.
    Stage {
        /// Nothing has happened.
        New = "new",
        /// Opened.
        Raised = "raised",
        /// Summoned once.
        Summoned = "summoned",
        /// Did not come the first time.
        FirstMissed = "first-missed",
        /// Summoned again.
        SummonedAgain = "summoned-again",
        /// Did not come the second time.
        SecondMissed = "second-missed",
        /// Examined.
        Examined = "examined",
        /// A breach is proven.
        Found = "found",
        /// Nothing is proven: over.
        NothingProven = "nothing-proven",
        /// A sanction is imposed.
        Decided = "decided",
        /// Not there at the hand-over.
        NotThere = "not-there",
        /// Sent.
        Sent = "sent",
        /// The person has the decision.
        Received = "received",
        /// The sanction runs.
        InEffect = "in-effect",
        /// The sanction has run: over.
        Ended = "ended",
        /// Dropped: over.
        Cancelled = "cancelled",
        /// Taken back: over.
        Rehabilitated = "rehabilitated",
    }
}

words! {
    /// Whether the person objected.
    Objection {
        /// No.
        None = "none",
        /// Yes, and nobody has answered.
        Open = "open",
        /// Yes, and it was answered.
        Answered = "answered",
    }
}

words! {
    /// What the law did not say when a step needed it: the step was taken without a check.
    Silent {
        /// The time before the examination.
        Summons = "summons",
        /// The time to the second summons.
        SecondSummons = "second-summons",
        /// Whether a team examines.
        Team = "team",
        /// Who may impose it.
        Authority = "authority",
        /// The time to the hand-over.
        Handover = "handover",
        /// The time to the sending.
        Sending = "sending",
        /// When it takes effect.
        Effect = "effect",
        /// The time to an objection.
        Objection = "objection",
    }
}

/// The summons that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summons {
    /// Which.
    pub number: SummonsNumber,
    /// The day for which the person is summoned.
    pub examination: Date,
}

/// A sanction imposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its code.
    pub sanction: String,
    /// How heavy.
    pub level: Level,
    /// Months it runs.
    pub months: Option<u32>,
    /// By whom.
    pub by: Officer,
    /// Number of the decision.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// The provision by which the officer may, if the law says.
    pub authority: Option<ProvisionId>,
}

/// A step that came after its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// Which.
    pub step: StepKind,
    /// Its last day.
    pub due: Date,
    /// When it came.
    pub on: Date,
}

/// Where a case stands, folded from its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseState {
    /// In one word.
    pub stage: Stage,
    /// The person, once opened.
    pub subject: Option<Subject>,
    /// Name of the ladder.
    pub ladder: String,
    /// Code of the rung that the case was opened for.
    pub rung: String,
    /// How heavy that rung is; the team depends on it.
    pub suspected: Option<Level>,
    /// The days absent.
    pub absences: Vec<Date>,
    /// The summons that stands.
    pub summons: Option<Summons>,
    /// The day on which the person was examined.
    pub examined: Option<Date>,
    /// Members of the team.
    pub team: Vec<PersonId>,
    /// The day on which it was formed.
    pub team_formed: Option<Date>,
    /// Codes of the breaches proven.
    pub breaches: Vec<String>,
    /// The sanction imposed.
    pub decision: Option<Decision>,
    /// The day on which the person received the decision.
    pub received: Option<Date>,
    /// The day on which it takes or took effect, as far as the law says.
    pub effect: Option<Date>,
    /// Whether the person objected.
    pub objection: Objection,
    /// Steps that came late.
    pub late: Vec<Late>,
    /// What the law did not say.
    pub silent: Vec<Silent>,
    /// The day of the last event.
    pub last: Option<Date>,
}

impl CaseState {
    pub(super) fn new() -> Self {
        Self {
            stage: Stage::New,
            subject: None,
            ladder: String::new(),
            rung: String::new(),
            suspected: None,
            absences: Vec::new(),
            summons: None,
            examined: None,
            team: Vec::new(),
            team_formed: None,
            breaches: Vec::new(),
            decision: None,
            received: None,
            effect: None,
            objection: Objection::None,
            late: Vec::new(),
            silent: Vec::new(),
            last: None,
        }
    }

    /// Steps that may come next, by their kind; [`super::CaseFile::may`] says it of an event.
    #[must_use]
    pub fn next(&self) -> &'static [StepKind] {
        self.stage.next()
    }
}

impl Stage {
    /// Steps that may follow.
    #[must_use]
    pub fn next(self) -> &'static [StepKind] {
        use StepKind as Kind;
        match self {
            Self::New => &[Kind::Raise],
            Self::Raised => &[Kind::SummonFirst, Kind::FormTeam, Kind::Cancel],
            Self::Summoned | Self::SummonedAgain => {
                &[Kind::Examine, Kind::NotCome, Kind::FormTeam, Kind::Cancel]
            }
            Self::FirstMissed => &[Kind::SummonSecond, Kind::FormTeam, Kind::Cancel],
            Self::SecondMissed => &[Kind::Find, Kind::FormTeam, Kind::Cancel],
            // What an examination shows may need another one, by a team.
            Self::Examined => &[Kind::Find, Kind::FormTeam, Kind::SummonFirst, Kind::Cancel],
            Self::Found => &[Kind::Decide, Kind::Cancel],
            Self::Decided => &[Kind::HandOver, Kind::NotThere, Kind::Rehabilitate],
            Self::NotThere => &[Kind::Send, Kind::Rehabilitate],
            Self::Sent => &[Kind::Receive, Kind::Rehabilitate],
            Self::Received => &[Kind::TakeEffect, Kind::Object, Kind::Answer, Kind::Rehabilitate],
            Self::InEffect => &[Kind::End, Kind::Object, Kind::Answer, Kind::Rehabilitate],
            Self::Ended => &[Kind::Rehabilitate],
            Self::NothingProven | Self::Cancelled | Self::Rehabilitated => &[],
        }
    }

    /// Whether nothing more is to be done.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::NothingProven | Self::Ended | Self::Cancelled | Self::Rehabilitated => true,
            Self::New
            | Self::Raised
            | Self::Summoned
            | Self::FirstMissed
            | Self::SummonedAgain
            | Self::SecondMissed
            | Self::Examined
            | Self::Found
            | Self::Decided
            | Self::NotThere
            | Self::Sent
            | Self::Received
            | Self::InEffect => false,
        }
    }
}

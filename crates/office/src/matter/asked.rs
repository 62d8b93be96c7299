//! What a matter asks for, as it is kept with it.

use civil::{PersonId, Wall};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use storage::{StoreError, matters::Matter};

use crate::{leave::NotedFinding, proof::Proof};

/// What a matter asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "asked", rename_all = "kebab-case")]
pub enum Asked {
    /// Times that the terminals do not know.
    Correction(CorrectionAsked),
    /// Leave, duty, permission.
    Leave(LeaveAsked),
    /// Days of a whole unit whose terminals could not be used.
    Outage(OutageAsked),
    /// Turns of a roster exchanged with a colleague.
    Swap(SwapAsked),
}

/// A desk that is asked in its turn, and how long it may take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The desk.
    pub desk: String,
    /// Working days it has; `None` where no rule says.
    pub days: Option<u32>,
}

/// Why a terminal does not know a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The terminal did not work.
    TerminalDown,
    /// No electricity.
    PowerCut,
    /// The terminal does not know the finger.
    FingerUnread,
    /// The person forgot.
    Forgot,
    /// At work elsewhere.
    Elsewhere,
    /// Something else, said in the reason.
    Other,
}

impl Cause {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::TerminalDown,
        Self::PowerCut,
        Self::FingerUnread,
        Self::Forgot,
        Self::Elsewhere,
        Self::Other,
    ];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TerminalDown => "terminal-down",
            Self::PowerCut => "power-cut",
            Self::FingerUnread => "finger-unread",
            Self::Forgot => "forgot",
            Self::Elsewhere => "elsewhere",
            Self::Other => "other",
        }
    }

    /// The cause that a word names.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// A corrected day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionAsked {
    /// The day.
    pub date: Date,
    /// When the person says to have been there: one time or two.
    pub times: Vec<DateTime>,
    /// Why the terminal does not know.
    pub cause: Cause,
    /// In the person's words.
    pub reason: String,
    /// What the person hands in.
    pub proofs: Vec<Proof>,
    /// What the unit's own terminals say about each time, in their order, when it was asked.
    pub witnesses: Vec<Witness>,
    /// Who is asked, in order.
    pub chain: Vec<Link>,
}

impl CorrectionAsked {
    /// The times as readings.
    pub fn readings(&self) -> impl Iterator<Item = Wall> {
        self.times.iter().map(|time| Wall::of(*time))
    }
}

/// What a terminal of the unit says about a time at which somebody says to have been there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The time in question.
    pub time: DateTime,
    /// Serial of the terminal.
    pub terminal: String,
    /// What people call it.
    pub name: String,
    /// What it says.
    pub says: WitnessSays,
    /// Punches of others on it within half an hour of the time.
    pub near: u32,
    /// How many that are on other working days, on the average of those before.
    pub usual: u32,
    /// Its last punch before the time, that day.
    pub silent_from: Option<DateTime>,
    /// Its first punch after the time, that day.
    pub silent_until: Option<DateTime>,
}

/// What a terminal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WitnessSays {
    /// It was silent while others usually punch: it was down, or nobody could.
    Down,
    /// Others punched on it: it worked.
    Worked,
    /// Hardly anybody ever punches then: it says nothing.
    Nothing,
}

impl WitnessSays {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Worked => "worked",
            Self::Nothing => "nothing",
        }
    }
}

/// Leave, duty or permission that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveAsked {
    /// Kind, as a code of `rules::excuse`, or a kind of the regency's own.
    pub kind: String,
    /// How the day counts: the code of the excuse it becomes.
    pub counts_as: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Minutes of the day it covers, from and until; `None` is the whole day.
    pub minutes: Option<(u16, u16)>,
    /// Working days it takes, by the person's own schedule.
    pub working_days: u32,
    /// In the person's words.
    pub reason: String,
    /// Where: the place of duty, or where the person can be reached on leave.
    pub place: String,
    /// Number of the letter it rests on; may be empty.
    pub letter: String,
    /// What the person hands in.
    pub proofs: Vec<Proof>,
    /// What the check noted, for whoever decides.
    pub noted: Vec<NotedFinding>,
    /// Who is asked, in order.
    pub chain: Vec<Link>,
}

/// Somebody of the paper list of an outage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutageRow {
    /// Who.
    pub person: PersonId,
    /// Number, as of the day.
    pub nip: String,
    /// Name, as of the day.
    pub name: String,
    /// The day on which the shift began.
    pub date: Date,
    /// When the person was there, as the list says: the arrival, the departure, or both.
    pub times: Vec<DateTime>,
}

/// Days of a whole unit, settled by a paper list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutageAsked {
    /// Why the terminals could not be used.
    pub cause: Cause,
    /// What happened.
    pub reason: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// The people of the list.
    pub list: Vec<OutageRow>,
    /// Photographs of the list and of what happened.
    pub proofs: Vec<Proof>,
    /// Who is asked.
    pub chain: Vec<Link>,
}

/// Turns that two people exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapAsked {
    /// The colleague.
    pub with: PersonId,
    /// Number of the colleague.
    pub with_nip: String,
    /// Name of the colleague.
    pub with_name: String,
    /// The turns, day by day.
    pub turns: Vec<SwappedTurn>,
    /// In the words of who asks.
    pub reason: String,
    /// Who is asked, in order: the colleague, then the superior.
    pub chain: Vec<Link>,
}

/// The turns of two people on a day, each of which the other is to take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwappedTurn {
    /// The day.
    pub date: Date,
    /// Letter of who asks, `-` for a day off.
    pub mine: String,
    /// Letter of the colleague.
    pub theirs: String,
    /// What the roster of who asks said then, if anything.
    pub mine_seen: Option<String>,
    /// What the roster of the colleague said then.
    pub theirs_seen: Option<String>,
}

impl Asked {
    /// What a kept matter asks for; `None` for kinds that ask nothing of this form.
    ///
    /// # Errors
    ///
    /// [`StoreError::Inconsistent`] if what is kept cannot be read.
    pub(crate) fn of(matter: &Matter) -> Result<Self, StoreError> {
        serde_json::from_str(&matter.opened.data).map_err(|error| StoreError::Inconsistent {
            what: "matter",
            reason: format!("{}: {error}", matter.id),
        })
    }

    /// The text it is kept as.
    #[must_use]
    pub(crate) fn to_text(&self) -> String {
        serde_json::to_string(self).expect("what is asked has no map with keys that are no text")
    }

    /// Who is asked, in order.
    #[must_use]
    pub fn chain(&self) -> &[Link] {
        match self {
            Self::Correction(asked) => &asked.chain,
            Self::Leave(asked) => &asked.chain,
            Self::Outage(asked) => &asked.chain,
            Self::Swap(asked) => &asked.chain,
        }
    }

    /// What was handed in.
    #[must_use]
    pub fn proofs(&self) -> &[Proof] {
        match self {
            Self::Correction(asked) => &asked.proofs,
            Self::Leave(asked) => &asked.proofs,
            Self::Outage(asked) => &asked.proofs,
            Self::Swap(_) => &[],
        }
    }

    /// In the person's words.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Correction(asked) => &asked.reason,
            Self::Leave(asked) => &asked.reason,
            Self::Outage(asked) => &asked.reason,
            Self::Swap(asked) => &asked.reason,
        }
    }
}

//! A request as every list and page shows it.

use jiff::civil::{Date, Time};
use words::Phrase;

use crate::pages::DayMark;

/// A request.
#[derive(Clone, Debug)]
pub struct RequestRow {
    /// Its number.
    pub id: i64,
    /// Its page.
    pub href: String,
    /// How many steps it had when it was shown: whoever decides says what was seen.
    pub seen: u32,
    /// Whose it is, where the list is not the person's own.
    pub who: Option<Who>,
    /// What is asked for: `koreksi waktu`, `cuti tahunan`.
    pub kind: Phrase,
    /// First and last day.
    pub days: (Date, Date),
    /// The times said, or how many working days it takes.
    pub what: Phrase,
    /// What granting would change; nothing where that is not worked out.
    pub effect: Option<Effect>,
    /// Why the terminal does not know, of a correction.
    pub cause: Option<Phrase>,
    /// Place and letter, of leave and duty.
    pub facts: Vec<(Phrase, Phrase)>,
    /// What the check of the law noted when it was asked, for whoever decides.
    pub noted: Vec<Phrase>,
    /// In the person's words.
    pub reason: String,
    /// What was handed in.
    pub proofs: Vec<ProofFile>,
    /// What the unit's own terminals say, and how many colleagues ask for the same.
    pub witnesses: Vec<Phrase>,
    /// Where it stands.
    pub stage: Stage,
    /// Who is asked now.
    pub desk: Option<Phrase>,
    /// By when.
    pub due: Due,
}

impl RequestRow {
    pub(crate) fn is_one_day(&self) -> bool {
        self.days.0 == self.days.1
    }

    /// What a form sends about it.
    pub(crate) fn value(&self) -> String {
        format!("{}:{}", self.id, self.seen)
    }

    /// The id of the field of the reason.
    pub(crate) fn reason_field(&self) -> String {
        format!("reason-{}", self.id)
    }
}

/// Whose a request is.
#[derive(Clone, Debug)]
pub struct Who {
    /// The name.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// Unit inside the organisation, and the organisation.
    pub unit: String,
}

/// What granting would change.
#[derive(Clone, Debug)]
pub struct Effect {
    /// Days that would come out otherwise.
    pub days: Vec<DayChange>,
    /// By how much more is paid in the month, in rupiah; nothing where the law is silent.
    pub pay: Option<i64>,
}

/// A day as it is and as it would be.
#[derive(Clone, Debug)]
pub struct DayChange {
    /// Whose, where it is about several people.
    pub whose: Option<String>,
    /// The day.
    pub date: Date,
    /// As it is.
    pub before: DayLook,
    /// As it would be.
    pub after: DayLook,
}

impl DayChange {
    pub(crate) fn looks(&self) -> [&DayLook; 2] {
        [&self.before, &self.after]
    }
}

/// How a day looks.
#[derive(Clone, Debug)]
pub struct DayLook {
    /// The mark.
    pub mark: DayMark,
    /// In a few words.
    pub what: Phrase,
    /// The arrival that counts.
    pub arrived: Option<Time>,
    /// The departure that counts.
    pub left: Option<Time>,
}

impl DayLook {
    pub(crate) fn has_times(&self) -> bool {
        self.arrived.is_some() || self.left.is_some()
    }
}

/// A file that was handed in.
#[derive(Clone, Debug)]
pub struct ProofFile {
    /// Where it is.
    pub href: String,
    /// As its sender named it.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// Whether it can be shown in the page.
    pub is_picture: bool,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Asked.
    Asked,
    /// Granted by one desk, before the next.
    Forwarded,
    /// Put before the personnel office.
    Appealed,
    /// Granted: it holds.
    Granted,
    /// Refused.
    Refused,
    /// Taken back.
    TakenBack,
}

impl Stage {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Asked => "request-stage-asked",
            Self::Forwarded => "request-stage-forwarded",
            Self::Appealed => "request-stage-appealed",
            Self::Granted => "request-stage-granted",
            Self::Refused => "request-stage-refused",
            Self::TakenBack => "request-stage-taken-back",
        }
    }

    pub(crate) fn style(self) -> &'static str {
        match self {
            Self::Asked | Self::Forwarded | Self::Appealed => "waits",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::TakenBack => "over",
        }
    }
}

/// By when somebody must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// No rule says.
    Open,
    /// By this day.
    By(Date),
    /// This day is past.
    Past(Date),
}

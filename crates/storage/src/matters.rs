//! Matters: what somebody asks for or opens and others decide, step by step: leave, a corrected
//! day, an outage, a discipline case, a closed month.
//!
//! A matter is never edited. Each step is appended with where the matter stands after it, and
//! takes effect on days in the same transaction. Who appends a step says how many steps were seen:
//! of two who decide at once the second is told that it was overtaken.

use std::{fmt, str::FromStr};

use async_trait::async_trait;
use civil::{PersonId, Skpd, Wall};
use jiff::{Timestamp, civil::Date};

use crate::{
    AuditEntry, StoreError,
    people::Occurrence,
    presence::{NewExcuse, People},
    rosters::RosterChange,
};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $code:literal,)+) => {
        /// What a matter is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum MatterKind { $($(#[$doc])* $variant,)+ }

        impl MatterKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word it is stored under.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

kinds! {
    /// Leave, duty, permission.
    Leave = "leave",
    /// A time that the terminals do not know.
    Correction = "correction",
    /// Terminals that could not be used by a whole unit.
    Outage = "outage",
    /// An apel or ceremony, and who was missed at it.
    Event = "event",
    /// Turns that two people exchange.
    Swap = "swap",
    /// A closed month of an organisation.
    Closing = "closing",
    /// A case of discipline.
    Case = "case",
    /// Money paid too much, to be given back.
    Claim = "claim",
}

impl FromStr for MatterKind {
    type Err = UnknownMatterKind;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.iter().copied().find(|kind| kind.code() == text);
        known.ok_or_else(|| UnknownMatterKind { text: text.to_owned() })
    }
}

/// The text names no kind of matter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no kind of matter")]
pub struct UnknownMatterKind {
    /// What was given.
    pub text: String,
}

/// Who is asked: a person, whoever holds a post, or an office.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Desk(String);

impl Desk {
    /// A person, whatever post that one holds.
    #[must_use]
    pub fn person(person: PersonId) -> Self {
        Self(format!("person:{}", person.0))
    }

    /// Whoever heads an organisation.
    #[must_use]
    pub fn head(skpd: &Skpd) -> Self {
        Self(format!("head:{skpd}"))
    }

    /// Whoever heads a unit inside an organisation.
    #[must_use]
    pub fn unit_head(skpd: &Skpd, unit: &str) -> Self {
        Self(format!("head:{skpd}/{}", unit.trim()))
    }

    /// The secretary of the regency (Sekda).
    #[must_use]
    pub fn sekda() -> Self {
        Self("sekda".to_owned())
    }

    /// The head of the regency (Bupati), who decides last.
    #[must_use]
    pub fn bupati() -> Self {
        Self("bupati".to_owned())
    }

    /// The personnel office.
    #[must_use]
    pub fn bkpsdm() -> Self {
        Self("bkpsdm".to_owned())
    }

    /// Whoever pays for an organisation (bendahara pengeluaran).
    #[must_use]
    pub fn treasurer(skpd: &Skpd) -> Self {
        Self(format!("treasurer:{skpd}"))
    }

    /// Whoever keeps the month of an organisation.
    #[must_use]
    pub fn operator(skpd: &Skpd) -> Self {
        Self(format!("operator:{skpd}"))
    }

    /// As it was stored or typed.
    #[must_use]
    pub fn named(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The word it is stored under.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a matter stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Stage, as a code of `office`: `asked`, `granted`, `refused` …
    pub stage: String,
    /// Who is asked now; nobody once it is settled.
    pub desk: Option<Desk>,
    /// By which day, if one is set.
    pub due: Option<Date>,
}

/// A matter to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMatter {
    /// What it is about.
    pub kind: MatterKind,
    /// Whom it is about; `None` for a whole organisation.
    pub person: Option<PersonId>,
    /// To which organisation it belongs.
    pub skpd: Skpd,
    /// First day it is about.
    pub from: Date,
    /// Last day it is about.
    pub until: Date,
    /// What no other matter of its kind may have; opening a second with it opens nothing.
    pub key: Option<String>,
    /// What is asked for, as `office` writes it.
    pub data: String,
    /// Where it stands at first.
    pub standing: Standing,
}

/// A matter as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its number.
    pub id: i64,
    /// What was opened; its standing is that of now.
    pub opened: NewMatter,
    /// When.
    pub at: Timestamp,
    /// By whom, as the audit log calls them.
    pub by: String,
    /// How many steps followed.
    pub steps: u32,
}

/// What became of a matter that was to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Opened under this number.
    New(i64),
    /// Its key is taken by the matter of this number; nothing was done.
    Known(i64),
}

/// What a step changes about days. It holds until it is withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Days are excused.
    Excuse(NewExcuse),
    /// A person was there at this reading of the wall, though no terminal says so.
    Reading {
        /// Who.
        person: PersonId,
        /// When.
        at: Wall,
    },
    /// Something that a rule may charge.
    Occurrence(Occurrence),
    /// A turn of a roster. If the roster does not say any more what was seen, the whole step is
    /// overtaken.
    Roster(RosterChange),
    /// Whatever this matter caused so far no longer holds.
    Withdraw,
}

/// A step to append.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStep {
    /// Of which matter.
    pub matter: i64,
    /// How many steps were seen.
    pub seen: u32,
    /// What was done, as a code: `granted`, `refused`, `forwarded` …
    pub verb: String,
    /// The person who did it, where a person is known.
    pub person: Option<PersonId>,
    /// What was said, as `office` writes it.
    pub data: String,
    /// Where the matter stands from now on.
    pub standing: Standing,
    /// What it changes about days.
    pub effects: Vec<Effect>,
    /// Who and when, for the step and for the audit log.
    pub audit: AuditEntry,
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepDone {
    /// Appended, with all its effects.
    Appended,
    /// Somebody else's step came first, a roster is not as it was seen, or there is no such matter:
    /// nothing was done.
    Overtaken,
}

/// A step as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number within the matter, from 1.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// By whom, as the audit log calls them.
    pub actor: String,
    /// The person who did it, where a person is known.
    pub person: Option<PersonId>,
    /// What was done.
    pub verb: String,
    /// What was said.
    pub data: String,
}

/// A reading that a person vouched for, because no terminal could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Who was there.
    pub person: PersonId,
    /// When.
    pub at: Wall,
    /// By which matter.
    pub matter: i64,
}

/// Whose matters to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those that wait on one of these desks.
    On(Vec<Desk>),
    /// Those about these people.
    Of(Vec<PersonId>),
    /// Those that belong to an organisation.
    In(Skpd),
    /// All.
    All,
}

/// Whether a matter waits for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Whether or not.
    Any,
    /// It does.
    Yes,
    /// It is settled.
    No,
}

/// Which matters to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterFilter {
    /// Whose.
    pub whose: Whose,
    /// Of which kinds; all if empty.
    pub kinds: Vec<MatterKind>,
    /// Whether they wait.
    pub waiting: Waiting,
    /// About a day between two, both included.
    pub between: Option<(Date, Date)>,
    /// At most so many.
    pub limit: u32,
}

impl MatterFilter {
    /// Every matter of `whose`.
    #[must_use]
    pub fn of(whose: Whose) -> Self {
        Self { whose, kinds: Vec::new(), waiting: Waiting::Any, between: None, limit: u32::MAX }
    }

    /// Whether a matter passes, whoever it is about.
    #[must_use]
    pub fn passes(&self, matter: &NewMatter) -> bool {
        let waits = matter.standing.desk.is_some();
        (self.kinds.is_empty() || self.kinds.contains(&matter.kind))
            && match self.waiting {
                Waiting::Any => true,
                Waiting::Yes => waits,
                Waiting::No => !waits,
            }
            && self.between.is_none_or(|(from, until)| matter.from <= until && from <= matter.until)
    }
}

/// Matters and what they noted.
#[async_trait]
pub trait MatterStore: Send + Sync {
    /// Opens matters, each with its audit entry, and says in their order what became of them.
    async fn open_matters(
        &self,
        matters: &[(NewMatter, AuditEntry)],
    ) -> Result<Vec<Opened>, StoreError>;

    /// Appends steps in order, each whole or not at all, and says in their order what became of
    /// them. Days that an effect is about become stale; an overtaken step leaves no trace.
    async fn append_steps(&self, steps: &[NewStep]) -> Result<Vec<StepDone>, StoreError>;

    /// Matters, the earliest day by which somebody must act first (none last), then by number.
    async fn matters(&self, filter: &MatterFilter) -> Result<Vec<Matter>, StoreError>;

    /// The matter with this number.
    async fn matter(&self, id: i64) -> Result<Option<Matter>, StoreError>;

    /// The steps of a matter, in order.
    async fn steps(&self, matter: i64) -> Result<Vec<Step>, StoreError>;

    /// The steps of several matters, each with its matter, by matter and number.
    async fn steps_of(&self, matters: &[i64]) -> Result<Vec<(i64, Step)>, StoreError>;

    /// The steps of all matters after an instant and up to another, which is included, each with
    /// its matter, by time, matter and number.
    async fn steps_between(
        &self,
        after: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<(i64, Step)>, StoreError>;

    /// Readings that people vouched for between two, both included, and nobody withdrew, by person
    /// and time; one at which several matters agree is listed once, by the first of them.
    async fn noted(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<Noted>, StoreError>;
}

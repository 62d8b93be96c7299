//! What stands in the way of closing a month, as codes with counts, and where each is mended.

use serde::{Deserialize, Serialize};

/// How much something found stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The month cannot be closed with it.
    Blocks,
    /// It must be acknowledged with a reason.
    Acknowledge,
    /// It is told, and kept with the closing.
    Warns,
}

impl Weight {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Acknowledge => "acknowledge",
            Self::Warns => "warns",
        }
    }
}

/// Where something found is mended: what a page links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Requests of the organisation that wait.
    Requests,
    /// Lines in quarantine.
    Quarantine,
    /// PINs nobody has.
    UnknownPins,
    /// Terminals of the organisation.
    Terminals,
    /// The law in force.
    Law,
    /// Results of work of the month.
    Results,
    /// The month sheet of the organisation.
    Sheet,
    /// The month or the facts of each person named.
    People,
    /// The closing of the organisation that has frozen the person already.
    Closing,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $weight:ident, $target:ident;)+) => {
        /// What can stand in the way of closing a month.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        pub enum CheckKind { $($(#[$doc])* $variant,)+ }

        impl CheckKind {
            /// All of them, in the order of a list.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word for it.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// How much it stands in the way.
            #[must_use]
            pub fn weight(self) -> Weight {
                match self { $(Self::$variant => Weight::$weight,)+ }
            }

            /// Where it is mended.
            #[must_use]
            pub fn target(self) -> Target {
                match self { $(Self::$variant => Target::$target,)+ }
            }
        }
    };
}

checks! {
    /// Days of the month that count are still to come, or not over.
    MonthNotOver = "month-not-over", Blocks, Sheet;
    /// Requests about the month that nobody has decided.
    UndecidedRequests = "undecided-requests", Blocks, Requests;
    /// Lines in quarantine of the organisation's terminals in the month.
    Quarantine = "quarantine", Blocks, Quarantine;
    /// Days that are not computed from the facts as they are.
    StaleDays = "stale-days", Blocks, Sheet;
    /// People for whom the law is silent.
    LawSilent = "law-silent", Blocks, Law;
    /// People whose month rests on law that nobody vouched for.
    LawUnverified = "law-unverified", Blocks, Law;
    /// People without results of work in the month.
    ResultsMissing = "results-missing", Blocks, Results;
    /// Paid in full while on study by order.
    PaidWhileTugasBelajar = "paid-while-tugas-belajar", Blocks, People;
    /// Paid in full while on long leave.
    PaidWhileCutiBesar = "paid-while-cuti-besar", Blocks, People;
    /// Paid in full while on leave outside the dependants of the state.
    PaidWhileCltn = "paid-while-cltn", Blocks, People;
    /// Paid for days out of service.
    PaidOutOfService = "paid-out-of-service", Blocks, People;
    /// Frozen for the month by another organisation too.
    PaidTwice = "paid-twice", Blocks, Closing;
    /// A sanction in force that cuts nothing.
    SanctionWithoutEffect = "sanction-without-effect", Blocks, People;
    /// Absent without a reason, and nothing cut for it.
    AbsentWithoutCut = "absent-without-cut", Blocks, People;
    /// A PIN that meant two people in the month.
    SharedPin = "shared-pin", Acknowledge, People;
    /// Came from or went to another organisation in the month.
    MovedInMonth = "moved-in-month", Acknowledge, People;
    /// PINs of the organisation's terminals nobody has.
    UnknownPins = "unknown-pins", Warns, UnknownPins;
    /// Terminals of the organisation that are silent.
    SilentTerminals = "silent-terminals", Warns, Terminals;
}

impl CheckKind {
    /// The check that a word names.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// A person whom something found is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Concerned {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What.
    pub code: CheckKind,
    /// How much it stands in the way.
    pub weight: Weight,
    /// How often.
    pub count: u64,
    /// Where it is mended.
    pub target: Target,
    /// Whom it is about, where it is about people, by Nip.
    pub people: Vec<Concerned>,
}

impl Check {
    /// Something counted.
    pub(crate) fn counted(code: CheckKind, count: u64) -> Self {
        let (weight, target) = (code.weight(), code.target());
        Self { code, weight, count, target, people: Vec::new() }
    }

    /// Something about people.
    pub(crate) fn about(code: CheckKind, mut people: Vec<Concerned>) -> Self {
        people.sort();
        people.dedup();
        let count = people.len() as u64;
        Self { people, ..Self::counted(code, count) }
    }
}

/// Something acknowledged, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// What.
    pub code: CheckKind,
    /// Why the month may be closed with it.
    pub reason: String,
}

/// What was left open when a month was closed, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// What.
    pub code: String,
    /// How often.
    pub count: u64,
    /// Nips of those whom it is about.
    pub people: Vec<String>,
    /// Why the month was closed with it; empty where no reason is asked for.
    pub reason: String,
}

/// What of the checks stands in the way, or what is kept of them with the closing.
pub(crate) fn settle(
    checks: &[Check],
    acknowledged: &[Acknowledged],
) -> Result<Vec<Noted>, Vec<Check>> {
    let reason = |check: &Check| {
        let given = acknowledged.iter().find(|given| given.code == check.code);
        given.map(|given| given.reason.trim()).filter(|reason| !reason.is_empty())
    };
    let stands = |check: &&Check| match check.weight {
        Weight::Blocks => true,
        Weight::Acknowledge => reason(check).is_none(),
        Weight::Warns => false,
    };
    let left: Vec<Check> = checks.iter().filter(stands).cloned().collect();
    if !left.is_empty() {
        return Err(left);
    }
    let noted = checks.iter().map(|check| Noted {
        code: check.code.code().to_owned(),
        count: check.count,
        people: check.people.iter().map(|person| person.nip.clone()).collect(),
        reason: reason(check).unwrap_or_default().to_owned(),
    });
    Ok(noted.collect())
}

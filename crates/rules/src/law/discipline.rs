//! The law on discipline: ladders of sanctions for days absent without a reason, what waits for
//! another act, the time limits of a case, who may impose what, and when a team must examine.
//!
//! Source: PP 94/2021, Peraturan BKN 6/2022; PP 53/2010 for old cases.

use std::{collections::BTreeMap, fmt};

use civil::Employment;
use serde::{Deserialize, Serialize};

use super::dated::{Topic, dated};

/// Defines a closed list of words of the law, the same in law files, in stored cases and in keys.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word in law files, in stored cases and in the keys of sentences.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How heavy a sanction is (PP 94/2021 art. 8 (1)).
    Level {
        /// Light.
        Ringan = "ringan",
        /// Medium.
        Sedang = "sedang",
        /// Heavy.
        Berat = "berat",
    }
}

words! {
    /// What kind of post a person holds, as far as it decides who may impose a sanction.
    Post {
        /// Highest leader of a national agency.
        JptUtama = "jpt-utama",
        /// High leader, first class.
        JptMadya = "jpt-madya",
        /// High leader, second class: the highest in a regency.
        JptPratama = "jpt-pratama",
        /// Administrator.
        Administrator = "administrator",
        /// Supervisor of a section.
        Pengawas = "pengawas",
        /// Staff.
        Pelaksana = "pelaksana",
        /// A post by profession.
        Fungsional = "fungsional",
    }
}

words! {
    /// As what an officer imposes a sanction.
    Capacity {
        /// The President.
        Presiden = "presiden",
        /// The officer who appoints and dismisses; in a regency the Bupati.
        Ppk = "ppk",
        /// A high leader, second class, above the person.
        JptPratama = "jpt-pratama",
        /// An administrator above the person.
        Administrator = "administrator",
        /// The direct superior, whatever the post.
        AtasanLangsung = "atasan-langsung",
    }
}

words! {
    /// Whether a team must examine (PP 94/2021 art. 27).
    TeamNeed {
        /// The direct superior alone examines.
        None = "none",
        /// The officer may form one.
        Optional = "optional",
        /// Without one nobody may examine.
        Mandatory = "mandatory",
    }
}

words! {
    /// What a working day on leave does to a run of days absent one after another.
    LeaveBetween {
        /// The run ends: on that day there was a reason.
        Breaks = "breaks",
        /// The run goes on, the day itself is not counted.
        Spans = "spans",
    }
}

words! {
    /// From when the salary is stopped.
    StopsFrom {
        /// From the first day of the month after the one in which the days were full.
        NextMonth = "next-month",
    }
}

/// A rung of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// First day absent in the calendar year.
    pub from: u32,
    /// Last day; the last rung has none.
    pub to: Option<u32>,
    /// How heavy.
    pub level: Level,
    /// Its name in stored cases and, as `sanction:CODE`, in the rules of a regency on the Tpp.
    pub code: String,
    /// The sanction, in the words of the act.
    pub sanction: String,
    /// Article.
    pub article: String,
    /// Number of the sanction at BKN.
    pub siasn: Option<String>,
    /// How many months it runs; absent if it does not end, or is over once said.
    pub months: Option<u32>,
    /// Whether it may wait for another act: then the topic `discipline.transition` of the ladder
    /// says what stands in its place.
    #[serde(default)]
    pub waits: bool,
}

/// What days absent one after another lead to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InARow {
    /// How many working days.
    pub days: u32,
    /// How heavy.
    pub level: Level,
    /// Its name in stored cases.
    pub code: String,
    /// The sanction.
    pub sanction: String,
    /// Article.
    pub article: String,
    /// What a day on leave between them does.
    pub leave_between: LeaveBetween,
    /// What becomes of the salary.
    pub salary: Option<SalaryStop>,
}

/// The stop of the salary after days in a row. It is said to people; nothing is cut by it here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SalaryStop {
    /// From when.
    pub from: StopsFrom,
    /// What happens, in words.
    pub what: String,
    /// Article.
    pub article: String,
}

dated! {
    /// A ladder from a day on.
    LadderValue {
        /// Whom it is for; empty: everybody.
        #[serde(default)]
        employment: Vec<Employment>,
        /// Rungs in order, without gaps between them.
        rungs: Vec<Rung>,
        /// Days in a row.
        in_a_row: Option<InARow>,
    }
}

dated! {
    /// So many minutes late and early in a calendar year make a day absent. Where no value holds,
    /// minutes never do.
    Conversion {
        /// Minutes a day.
        minutes_a_day: u32,
    }
}

/// A sanction that stands in the place of one that waits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replacement {
    /// Code of the rung that waits.
    pub waits: String,
    /// Its own name in stored cases.
    pub code: String,
    /// The sanction, in the words of the act.
    pub sanction: String,
    /// Number of the sanction at BKN.
    pub siasn: Option<String>,
    /// How many months it runs.
    pub months: Option<u32>,
}

dated! {
    /// What is imposed while sanctions of a ladder wait for another act. A value without
    /// replacements says that nothing waits any more.
    Transition {
        /// The act that is waited for, in words.
        waits_for: Option<String>,
        /// What stands in the place of what.
        #[serde(default)]
        replaces: Vec<Replacement>,
    }
}

/// A number of working days with its article.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Working days.
    pub days: u32,
    /// Article.
    pub article: String,
}

dated! {
    /// The time limits of a case, in working days. One that is absent is not known.
    TimeLimits {
        /// At least so many between the first summons and the examination.
        summons: Option<Limit>,
        /// At most so many from the first examination date to the second summons.
        second_summons: Option<Limit>,
        /// At most so many from the decision to its hand-over.
        handover: Option<Limit>,
        /// At most so many from a hand-over in vain to the sending.
        sending: Option<Limit>,
        /// On which working day after the receipt it takes effect; the day of receipt is not
        /// counted.
        effect: Option<Limit>,
        /// At most so many from the receipt to an objection.
        objection: Option<Limit>,
    }
}

/// Sanctions of one level over the holders of some posts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// How heavy.
    pub level: Level,
    /// Over whom; empty: everybody.
    #[serde(default)]
    pub posts: Vec<Post>,
    /// Article.
    pub article: String,
}

dated! {
    /// What an officer may impose.
    Authority {
        /// As what.
        capacity: Capacity,
        /// What.
        grants: Vec<Grant>,
    }
}

dated! {
    /// Whether a team examines, by level.
    Team {
        /// Light.
        ringan: TeamNeed,
        /// Medium.
        sedang: TeamNeed,
        /// Heavy.
        berat: TeamNeed,
    }
}

impl Team {
    /// What it says for a level.
    #[must_use]
    pub fn need(&self, level: Level) -> TeamNeed {
        match level {
            Level::Ringan => self.ringan,
            Level::Sedang => self.sedang,
            Level::Berat => self.berat,
        }
    }
}

dated! {
    /// So many days before a rung is reached the person and the superior are told.
    Notice {
        /// Days absent that are still missing to the rung; any of them.
        days_before: Vec<u32>,
    }
}

/// The law on discipline apart from the ladders.
#[derive(Clone, Debug, Default)]
pub struct DisciplineLaw {
    /// Minutes to days, by ladder.
    pub conversions: BTreeMap<String, Topic<Conversion>>,
    /// What waits for another act, by ladder.
    pub transitions: BTreeMap<String, Topic<Transition>>,
    /// Time limits.
    pub limits: Vec<TimeLimits>,
    /// Who may impose what, by any name.
    pub authorities: BTreeMap<String, Topic<Authority>>,
    /// Teams.
    pub team: Vec<Team>,
    /// Early notice.
    pub notice: Vec<Notice>,
}

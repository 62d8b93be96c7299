//! Where a number comes from, and how sure we are of it.

use std::{collections::BTreeMap, fmt};

use jiff::civil::Date;
use serde::Deserialize;

/// How well a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing better than a guess or a memory.
    Assumed,
    /// Press, or running code of others.
    Secondary,
    /// The text of the act was read and is named.
    Confirmed,
}

impl Status {
    /// The word in law files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Assumed => "assumed",
            Self::Secondary => "secondary",
            Self::Confirmed => "confirmed",
        }
    }
}

/// An act as declared in a law file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// As it is cited: `Perpres 21/2023`.
    pub cite: String,
    /// Its full title.
    pub title: String,
    /// The day it became known: promulgation, or publication where there is none.
    pub known: Option<Date>,
    /// Where its text or the report of it was read.
    pub read_at: Option<String>,
    /// Whatever a reader should know, such as a conflict between sources.
    pub note: Option<String>,
    /// Whether it is invented, for examples.
    #[serde(default)]
    pub invented: bool,
}

/// Key of the act and the provision inside it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Key in `[act.…]`.
    pub act: String,
    /// The article, as it is cited: `Pasal 4 ayat (3)`.
    pub article: String,
}

/// Which folder a value comes from. The regency's own value comes before the nation's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// `law/regency/<name>` or `law/examples/<name>`.
    Regency,
    /// `law/national`.
    National,
}

/// Number of a [`Provision`] within one [`super::Law`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvisionId(pub u16);

/// One dated value of the law, with everything a reader needs to check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// Stable name: topic, `@`, first day, and for a band `#` and its code.
    pub id: String,
    /// Topic: `rule.late`, `schedule.lima-hari`, `holiday`.
    pub topic: String,
    /// How people call it.
    pub title: String,
    /// First day it holds.
    pub from: Date,
    /// Last day it holds, if the value itself says.
    pub until: Option<Date>,
    /// The day it became known.
    pub known: Option<Date>,
    /// How well it is known.
    pub status: Status,
    /// Key of the act.
    pub act: String,
    /// Article inside it.
    pub article: String,
    /// Remarks, such as a conflict with another act.
    pub note: Option<String>,
    /// Which folder it comes from.
    pub layer: Layer,
    /// File, below the law folder.
    pub file: String,
    /// Line in the file, from 1.
    pub line: u32,
    /// The blocks of the file that say it: of its topic, and its own.
    pub(super) signed: String,
}

impl Provision {
    /// What an officer vouches for: if any of this changes, a sign-off no longer covers it.
    #[must_use]
    pub fn signed_text(&self) -> String {
        format!("{}\n{}", self.id, self.signed)
    }
}

/// All provisions of a law, by number, and the acts they cite.
#[derive(Clone, Debug, Default)]
pub struct Provisions {
    list: Vec<Provision>,
    /// Acts by key.
    pub acts: BTreeMap<String, Act>,
}

impl Provisions {
    /// Adds one.
    pub(crate) fn add(&mut self, provision: Provision) -> ProvisionId {
        let id = u16::try_from(self.list.len()).expect("a law has fewer than 65,536 values");
        self.list.push(provision);
        ProvisionId(id)
    }

    /// Makes one more exact, right after it was added.
    pub(crate) fn refine(&mut self, id: ProvisionId, change: impl FnOnce(&mut Provision)) {
        if let Some(provision) = self.list.get_mut(usize::from(id.0)) {
            change(provision);
        }
    }

    /// The provision with this number.
    ///
    /// # Panics
    ///
    /// Panics if the number is of another law.
    #[must_use]
    pub fn get(&self, id: ProvisionId) -> &Provision {
        self.list.get(usize::from(id.0)).expect("a provision number belongs to its own law")
    }

    /// The act as it is cited.
    #[must_use]
    pub fn cite(&self, id: ProvisionId) -> &str {
        let provision = self.get(id);
        self.acts.get(&provision.act).map_or(provision.act.as_str(), |act| act.cite.as_str())
    }

    /// All, in order of file and line.
    pub fn iter(&self) -> impl Iterator<Item = (ProvisionId, &Provision)> {
        self.list.iter().enumerate().map(|(index, provision)| {
            (ProvisionId(u16::try_from(index).unwrap_or(u16::MAX)), provision)
        })
    }
}

/// The law says nothing about what was asked, on that day. Never a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotInForce {
    /// What was asked for.
    pub title: String,
    /// The day asked about.
    pub date: Date,
}

impl fmt::Display for NotInForce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no value of \"{}\" is in force on {}; add it to the law folder with its act and article",
            self.title, self.date
        )
    }
}

impl std::error::Error for NotInForce {}

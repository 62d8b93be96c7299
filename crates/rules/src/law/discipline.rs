//! Ladders of sanctions for days absent without a reason.

use serde::Deserialize;

use super::dated::dated;

/// How heavy a sanction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Light.
    Ringan,
    /// Medium.
    Sedang,
    /// Heavy.
    Berat,
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
    /// The sanction, in the words of the act.
    pub sanction: String,
    /// Article.
    pub article: String,
    /// Number of the sanction at BKN.
    pub siasn: Option<String>,
    /// What stands in its place until another act is in force, and why.
    pub instead: Option<String>,
}

/// What days absent one after another lead to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InARow {
    /// How many days.
    pub days: u32,
    /// How heavy.
    pub level: Level,
    /// The sanction.
    pub sanction: String,
    /// Article.
    pub article: String,
    /// What else follows.
    pub also: Option<String>,
}

dated! {
    /// A ladder from a day on.
    LadderValue {
        /// Rungs in order, without gaps between them.
        rungs: Vec<Rung>,
        /// Days in a row.
        in_a_row: Option<InARow>,
        /// So many minutes late and early in the year make a day; absent: minutes never do.
        minutes_a_day: Option<u32>,
    }
}

//! The allowance and what is cut from it: amounts, bases, rules, caps, rounding. All of it data.

use std::collections::BTreeMap;

use civil::{Employment, Exact, Rate, Rounding, Rupiah};
use serde::Deserialize;

use super::dated::dated;

dated! {
    /// Allowance a month by kelas jabatan, in rupiah: given as it is, or as a basic amount times
    /// indices (Kepmendagri 900-4700/2020: IKFD × IKK × IPPD).
    ClassAmounts {
        /// Class to rupiah.
        amounts: BTreeMap<String, u32>,
        /// Indices by name that the amounts are multiplied with; none where they are the allowance.
        #[serde(default)]
        indices: BTreeMap<String, Rate>,
        /// How fractions of a rupiah end; needed where there are indices.
        how: Option<How>,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
    }
}

impl ClassAmounts {
    /// The allowance of a class for a whole month; `None` where the act does not name the class.
    #[must_use]
    pub fn amount(&self, class: u8) -> Option<Rupiah> {
        let is_it = |(key, _): &(&String, &u32)| key.parse() == Ok(class);
        let (_, basic) = self.amounts.iter().find(is_it)?;
        let basic = Rupiah(i64::from(*basic));
        if self.indices.is_empty() {
            return Some(basic);
        }
        let exact = self.indices.values().fold(Exact::from(basic), |sum, index| sum.share(*index));
        Some(exact.round(self.how?.into(), self.to))
    }
}

dated! {
    /// A criterion that gives Tpp (beban kerja, prestasi kerja, tempat bertugas, kondisi kerja,
    /// kelangkaan profesi, pertimbangan objektif lainnya; PP 12/2019 art 58), as a share of the
    /// class amount. What is not named gets none of it.
    Criterion {
        /// The share of everyone.
        share: Option<Rate>,
        /// By class; comes before that of everyone.
        #[serde(default)]
        classes: BTreeMap<String, Rate>,
        /// By group of posts or code of a unit; comes before that of the class.
        #[serde(default)]
        groups: BTreeMap<String, Rate>,
    }
}

/// What a base is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// The person's Tpp of the month.
    Tpp,
    /// The amount of the person's class, whatever the person's own factor.
    Class,
}

dated! {
    /// What a cut is a share of: a component of the Tpp, or the class amount.
    Base {
        /// Of what.
        of: Of,
        /// Which share.
        share: Rate,
        /// Whether it is one of the components that make up the Tpp.
        #[serde(default)]
        component: bool,
    }
}

dated! {
    /// The share of the Tpp that a kind of employment or a reason leaves.
    Factor {
        /// The share.
        factor: Rate,
        /// Of a reason: whether leave of the same name suffices, without a decree on the Tpp.
        #[serde(default)]
        by_excuse: bool,
    }
}

/// How a part of a month is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProrationBy {
    /// Calendar days of the month.
    CalendarDays,
    /// The state on the first day of the month pays the whole month.
    FirstDay,
}

dated! {
    /// How a month is divided when the state of a person changes inside it.
    Proration {
        /// How.
        by: ProrationBy,
    }
}

/// What a rule measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Minutes late.
    Late,
    /// Minutes early.
    Early,
    /// Minutes late and early together.
    LateAndEarly,
    /// Minutes away during hours.
    Away,
    /// Minutes late, early and away together.
    Short,
    /// Minutes late with permission.
    LatePermitted,
    /// Minutes early with permission.
    EarlyPermitted,
    /// Days with minutes late.
    LateDays,
    /// Days absent without a reason.
    Absent,
    /// Days without an arrival scan.
    NoIn,
    /// Days without a departure scan.
    NoOut,
    /// Days without a scan around the rest.
    NoRest,
    /// Days of leave or duty of the kinds named.
    Leave,
    /// Events of the kinds named that were missed.
    Missed,
    /// Sanctions of the kinds named that run in the month.
    Sanction,
    /// Basis points that productivity lacks to the full.
    ProductivityShortfall,
    /// The predikat kinerja of the month, if it is of the kinds named.
    Predikat,
}

impl Measure {
    /// Whether it is measured in minutes.
    #[must_use]
    pub fn in_minutes(self) -> bool {
        matches!(
            self,
            Self::Late
                | Self::Early
                | Self::LateAndEarly
                | Self::Away
                | Self::Short
                | Self::LatePermitted
                | Self::EarlyPermitted
        )
    }

    /// Whether it exists only for a whole month.
    #[must_use]
    pub fn of_month(self) -> bool {
        matches!(self, Self::Sanction | Self::ProductivityShortfall | Self::Predikat)
    }
}

/// Whether the measure is taken day by day or summed over the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// Each day for itself.
    Day,
    /// The sum of the days of the month on which the value holds.
    Month,
}

/// How a band charges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Charge {
    /// The band's rate once, however far inside the band.
    #[default]
    Once,
    /// The rate of the band the whole measure falls in, for each unit of the measure.
    Each,
    /// Each unit at the rate of the band that this unit falls in.
    Marginal,
}

/// A stretch of the measure and its rate.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// What the act calls it, such as `TL1`; shown on the line.
    pub code: String,
    /// First unit, included.
    #[serde(default = "one")]
    pub from: u32,
    /// Last unit, included; the last band has none.
    pub to: Option<u32>,
    /// Its rate; absent only where `unknown`.
    pub rate: Option<Rate>,
    /// Another base than the rule's.
    pub base: Option<String>,
    /// Its own article, where the act gives one.
    pub article: Option<String>,
    /// The source does not give the rate: asking for it is an error, never a zero.
    #[serde(default)]
    pub unknown: bool,
    /// A missing scan is charged as this band.
    #[serde(default)]
    pub no_scan: bool,
}

pub(super) fn one() -> u32 {
    1
}

dated! {
    /// What a rule charges from a day on.
    RuleValue {
        /// Day by day, or the month's sum.
        per: Per,
        /// How a band charges.
        #[serde(default)]
        charge: Charge,
        /// Name of the base.
        base: String,
        /// Bands in order, without gaps.
        bands: Vec<Band>,
        /// So many units of the measure make one (60 turns minutes into whole hours).
        every: Option<u32>,
        /// The season in which alone it holds.
        season: Option<String>,
        /// Rules that do not charge a day that this one charges.
        #[serde(default)]
        replaces: Vec<String>,
        /// Employment kinds it is for; empty for all.
        #[serde(default)]
        employment: Vec<Employment>,
        /// Lowest class it is for.
        class_from: Option<u8>,
        /// Highest class it is for.
        class_to: Option<u8>,
        /// Months a sanction is charged, from the month it took effect; absent without end.
        months: Option<u32>,
    }
}

/// A rule that cuts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// How people call it.
    pub title: toml::Spanned<String>,
    /// What it measures.
    pub measure: Measure,
    /// Kinds of leave, events or sanctions, where the measure needs them.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Its values, oldest first.
    #[serde(rename = "value", default)]
    pub values: Vec<RuleValue>,
}

dated! {
    /// The most that rules may cut together.
    CapValue {
        /// In a day or in the month.
        per: Per,
        /// Most, as a share of the base.
        max: Rate,
        /// Name of the base.
        base: String,
        /// Rules it bounds; empty for all.
        #[serde(default)]
        rules: Vec<String>,
    }
}

/// How fractions of a rupiah end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Dropped.
    Down,
    /// To the next whole.
    Up,
    /// To the nearest, a half up.
    HalfUp,
    /// To the nearest, a half to the even.
    HalfEven,
}

impl From<How> for Rounding {
    fn from(how: How) -> Self {
        match how {
            How::Down => Self::Down,
            How::Up => Self::Up,
            How::HalfUp => Self::HalfUp,
            How::HalfEven => Self::HalfEven,
        }
    }
}

/// Where fractions of a rupiah end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// On each line.
    Line,
    /// On the month's sum; lines are rounded so that they add up to it.
    Total,
}

dated! {
    /// How amounts become whole rupiah.
    RoundingValue {
        /// How fractions end.
        how: How,
        /// Multiple of how many rupiah.
        #[serde(default = "one")]
        to: u32,
        /// On each line or on the sum.
        at: At,
    }
}

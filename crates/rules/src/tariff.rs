//! The law on pay, compiled for one month: rules ready to charge, with the days each holds.

mod compile;
mod day_set;

use std::collections::BTreeMap;

use civil::{Employment, Month, Rate, Rounding};
use jiff::civil::Date;

pub use day_set::DaySet;

use crate::law::{
    NotInForce, ProvisionId,
    pay::{At, Charge, Measure, Of, Per, ProrationBy},
};

/// A stretch of a measure and what it costs.
#[derive(Clone, Debug)]
pub struct ActiveBand {
    /// What the act calls it.
    pub code: Box<str>,
    /// First unit.
    pub from: u32,
    /// Last unit.
    pub to: u32,
    /// Its rate; `None` where the source is silent.
    pub rate: Option<Rate>,
    /// Place in [`Tariff::bases`].
    pub base: usize,
    /// A missing scan is charged as this.
    pub no_scan: bool,
    /// Its number among all bands of the tariff.
    pub number: usize,
    /// Its provision.
    pub provision: ProvisionId,
}

/// A value of a rule, ready to charge.
#[derive(Clone, Debug)]
pub struct ActiveRule {
    /// Name of the rule.
    pub name: Box<str>,
    /// How people call it.
    pub title: Box<str>,
    /// What it measures.
    pub measure: Measure,
    /// Kinds of leave, events or sanctions.
    pub kinds: Vec<String>,
    /// Day by day or summed.
    pub per: Per,
    /// How bands charge.
    pub charge: Charge,
    /// So many units make one.
    pub every: u32,
    /// The days of the month it holds.
    pub days: DaySet,
    /// Places in [`Tariff::rules`] of those that do not charge a day this one charges. All of them
    /// come later in the list.
    pub replaces: Vec<usize>,
    /// Employment kinds; empty for all.
    pub employment: Vec<Employment>,
    /// Lowest and highest class.
    pub classes: (u8, u8),
    /// Months a sanction runs.
    pub months: Option<u32>,
    /// Its bands in order.
    pub bands: Vec<ActiveBand>,
}

impl ActiveRule {
    /// Whether it is for such a person.
    #[must_use]
    pub fn is_for(&self, employment: Employment, class: Option<u8>) -> bool {
        (self.employment.is_empty() || self.employment.contains(&employment))
            && (self.classes == (0, u8::MAX)
                || class.is_some_and(|class| (self.classes.0..=self.classes.1).contains(&class)))
    }

    /// The band that so many units fall in.
    #[inline]
    #[must_use]
    pub fn band(&self, units: u32) -> Option<&ActiveBand> {
        self.bands.iter().find(|band| band.from <= units && units <= band.to)
    }
}

/// What a cut is a share of, with the days it holds.
#[derive(Clone, Debug)]
pub struct ActiveBase {
    /// Its name.
    pub name: Box<str>,
    /// Of what and which share, by the days it holds.
    pub values: Vec<(DaySet, Of, Rate)>,
    /// Whether it is a component of the Tpp, by its title.
    pub component: Option<Box<str>>,
}

impl ActiveBase {
    /// Of what and which share, on a day.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the base has no value on it.
    pub fn on(&self, day: Date) -> Result<(Of, Rate), NotInForce> {
        self.values
            .iter()
            .find(|(days, ..)| days.has(day))
            .map(|(_, of, share)| (*of, *share))
            .ok_or_else(|| NotInForce { title: format!("base.{}", self.name), date: day })
    }
}

/// A cap, ready for use.
#[derive(Clone, Debug)]
pub struct ActiveCap {
    /// In a day or in the month.
    pub per: Per,
    /// Most.
    pub max: Rate,
    /// Place in [`Tariff::bases`].
    pub base: usize,
    /// For each place in [`Tariff::rules`], whether it bounds that rule.
    pub bounds: Vec<bool>,
    /// The days it holds.
    pub days: DaySet,
    /// Its provision.
    pub provision: ProvisionId,
}

/// How amounts become whole rupiah.
#[derive(Clone, Copy, Debug)]
pub struct ActiveRounding {
    /// How fractions end.
    pub how: Rounding,
    /// Multiple of how many rupiah.
    pub unit: u32,
    /// On each line or on the sum.
    pub at: At,
    /// Its provision.
    pub provision: ProvisionId,
}

/// A criterion that gives Tpp, with the days it holds.
#[derive(Clone, Debug)]
pub struct ActiveCriterion {
    /// Its name.
    pub name: Box<str>,
    /// How people call it.
    pub title: Box<str>,
    /// The days of the month it holds.
    pub days: DaySet,
    /// The share of everyone.
    pub share: Option<Rate>,
    /// By class.
    pub classes: BTreeMap<u8, Rate>,
    /// By group of posts or code of a unit.
    pub groups: BTreeMap<String, Rate>,
    /// Its provision.
    pub provision: ProvisionId,
}

impl ActiveCriterion {
    /// The share of the class amount that such a person gets by it: that of the group before that
    /// of the class before that of everyone.
    #[must_use]
    pub fn share_of(&self, class: Option<u8>, group: Option<&str>) -> Rate {
        let of_group = group.and_then(|group| self.groups.get(group));
        let of_class = class.and_then(|class| self.classes.get(&class));
        of_group.or(of_class).copied().or(self.share).unwrap_or(Rate::ZERO)
    }
}

/// The law on pay for a month.
#[derive(Clone, Debug)]
pub struct Tariff {
    /// The month.
    pub month: Month,
    /// Rules; each before those it replaces.
    pub rules: Vec<ActiveRule>,
    /// Bases; the first two are the Tpp and the class amount.
    pub bases: Vec<ActiveBase>,
    /// Caps: those of a day before those of the month, and the narrow before the wide.
    pub caps: Vec<ActiveCap>,
    /// Rounding of cuts; `None` where the law is silent, which matters only if something is cut.
    pub rounding: Option<ActiveRounding>,
    /// Rounding of the Tpp.
    pub gross_rounding: Option<ActiveRounding>,
    /// How a month is divided.
    pub proration: Option<(ProrationBy, ProvisionId)>,
    /// How many made-up latenesses a month are free; `None` is any number.
    pub free_made_up: Option<u16>,
    /// Amounts by class, by the days they hold.
    pub class_amounts: Vec<(DaySet, BTreeMap<u8, u32>, ProvisionId)>,
    /// Criteria that give Tpp, in order of name; none where the class amount is all of it.
    pub criteria: Vec<ActiveCriterion>,
    /// Factors by kind of employment.
    pub employment: Vec<(DaySet, Employment, Rate, ProvisionId)>,
    /// Factors by reason.
    pub reasons: Vec<(DaySet, String, Rate, ProvisionId)>,
    /// Reasons for which leave of the same name suffices.
    pub paid_by_excuse: Vec<(DaySet, String)>,
    /// Every provision it rests on, each once.
    pub provisions: Vec<ProvisionId>,
}

/// Place of the whole Tpp in [`Tariff::bases`].
pub const BASE_TPP: usize = 0;
/// Place of the class amount in [`Tariff::bases`].
pub const BASE_CLASS: usize = 1;

impl Tariff {
    /// Whether a criterion gives this group of posts or unit a share of its own. Who asks first
    /// need not tell apart the states of people in groups that no criterion names.
    #[must_use]
    pub fn names_group(&self, group: &str) -> bool {
        self.criteria.iter().any(|criterion| criterion.groups.contains_key(group))
    }
}

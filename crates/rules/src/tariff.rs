//! The law on pay, compiled for one month: rules ready to charge, with the days each holds.

use std::collections::BTreeMap;

use civil::{Employment, Month, Rate, Rounding};
use jiff::civil::Date;

use crate::law::{
    Dated, Law, NotInForce, ProvisionId,
    pay::{At, Band, Charge, Measure, Of, Per, ProrationBy, Rule, RuleValue},
};

/// Days of a month as bits: bit 0 is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DaySet(u32);

impl DaySet {
    /// The days of `month` for which `holds`.
    pub fn of(month: Month, holds: impl Fn(Date) -> bool) -> Self {
        let mut set = Self::default();
        month.days().filter(|day| holds(*day)).for_each(|day| set.add(day));
        set
    }

    /// Adds a day, by its place in its month.
    pub fn add(&mut self, day: Date) {
        self.0 |= Self::bit(day);
    }

    /// Whether the day is in it.
    #[inline]
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// Whether no day is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Days of the month, 1 to 31, that are in it.
    pub fn iter(self) -> impl Iterator<Item = i8> {
        (1..=31).filter(move |day| self.0 & (1 << (day - 1)) != 0)
    }

    #[inline]
    fn bit(day: Date) -> u32 {
        1 << (day.day() - 1)
    }
}

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
    /// Names of the rules that do not charge a day this one charges.
    pub replaces: Vec<String>,
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

/// A cap, ready for use.
#[derive(Clone, Debug)]
pub struct ActiveCap {
    /// In a day or in the month.
    pub per: Per,
    /// Most.
    pub max: Rate,
    /// Place in [`Tariff::bases`].
    pub base: usize,
    /// Names of the rules it bounds; empty for all.
    pub rules: Vec<String>,
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

/// The law on pay for a month.
#[derive(Clone, Debug)]
pub struct Tariff {
    /// The month.
    pub month: Month,
    /// Rules; those that replace others first.
    pub rules: Vec<ActiveRule>,
    /// Bases; the first two are the Tpp and the class amount.
    pub bases: Vec<ActiveBase>,
    /// Caps.
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
    /// Factors by kind of employment.
    pub employment: Vec<(DaySet, Employment, Rate, ProvisionId)>,
    /// Factors by reason.
    pub reasons: Vec<(DaySet, String, Rate, ProvisionId)>,
    /// Every provision it rests on, each once.
    pub provisions: Vec<ProvisionId>,
}

/// Place of the whole Tpp in [`Tariff::bases`].
pub const BASE_TPP: usize = 0;
/// Place of the class amount in [`Tariff::bases`].
pub const BASE_CLASS: usize = 1;

impl Tariff {
    /// Compiles the law on pay for `month`, as known on `as_of`.
    #[must_use]
    pub fn compile(law: &Law, month: Month, as_of: Date) -> Self {
        let bases = bases(law, month, as_of);
        let place =
            |name: &str| bases.iter().position(|base| &*base.name == name).unwrap_or(BASE_TPP);
        let mut rules: Vec<ActiveRule> = law
            .rules
            .iter()
            .flat_map(|(name, rule)| {
                rule.values.iter().filter_map(|value| {
                    let days = held(law, rule, value, month, as_of);
                    (!days.is_empty()).then(|| active(name, rule, value, days, &place))
                })
            })
            .collect();
        rules.sort_by_key(|rule| rule.replaces.is_empty());
        let caps = law
            .caps
            .values()
            .flat_map(|cap| cap.values.iter().map(move |value| (cap, value)))
            .map(|(cap, value)| ActiveCap {
                per: value.per,
                max: value.max,
                base: place(&value.base),
                rules: value.rules.clone(),
                days: in_force_days(&cap.values, value, month, as_of),
                provision: value.head().provision,
            })
            .filter(|cap| !cap.days.is_empty())
            .collect();
        let mut tariff = Self {
            month,
            rules,
            caps,
            rounding: rounding(law, &law.rounding, month, as_of),
            gross_rounding: rounding(law, &law.gross_rounding, month, as_of),
            proration: law
                .value_on(&law.proration, "proration", month.last(), as_of)
                .ok()
                .map(|value| (value.by, value.head().provision)),
            free_made_up: law
                .value_on(&law.minutes, "minutes", month.last(), as_of)
                .ok()
                .and_then(|minutes| minutes.flex.and_then(|flex| flex.free_events_month)),
            class_amounts: class_amounts(law, month, as_of),
            employment: factors(&law.employment_factors, month, as_of)
                .filter_map(|(days, name, rate, id)| Some((days, name.parse().ok()?, rate, id)))
                .collect(),
            reasons: factors(&law.reason_factors, month, as_of)
                .map(|(days, name, rate, id)| (days, name.to_owned(), rate, id))
                .collect(),
            bases,
            provisions: Vec::new(),
        };
        tariff.provisions = tariff.rests_on(law, as_of);
        tariff
    }

    fn rests_on(&self, law: &Law, as_of: Date) -> Vec<ProvisionId> {
        let bases = law.bases.values().flat_map(|base| {
            base.values
                .iter()
                .filter(|value| !in_force_days(&base.values, *value, self.month, as_of).is_empty())
        });
        let mut ids: Vec<ProvisionId> = self
            .rules
            .iter()
            .flat_map(|rule| rule.bands.iter().map(|band| band.provision))
            .chain(self.caps.iter().map(|cap| cap.provision))
            .chain(self.rounding.iter().chain(&self.gross_rounding).map(|value| value.provision))
            .chain(self.proration.iter().map(|(_, id)| *id))
            .chain(self.class_amounts.iter().map(|(_, _, id)| *id))
            .chain(bases.map(|value| value.head().provision))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

/// The days of the month on which `value` is the one of `values` that holds.
fn in_force_days<'v, T: Dated + 'v>(
    values: impl IntoIterator<Item = &'v T> + Clone,
    value: &T,
    month: Month,
    as_of: Date,
) -> DaySet {
    DaySet::of(month, |day| {
        values
            .clone()
            .into_iter()
            .filter(|other| other.head().holds(day, as_of))
            .min_by_key(|other| (other.head().layer, std::cmp::Reverse(other.head().from)))
            .is_some_and(|holding| std::ptr::eq(holding, value))
    })
}

/// A rule's value gives way only to values of the same season.
fn held(law: &Law, rule: &Rule, value: &RuleValue, month: Month, as_of: Date) -> DaySet {
    let same: Vec<&RuleValue> =
        rule.values.iter().filter(|other| other.season == value.season).collect();
    let days = in_force_days(same.iter().copied(), value, month, as_of);
    DaySet::of(month, |day| {
        days.has(day)
            && value.season.as_deref().is_none_or(|season| law.in_season(season, day, as_of))
    })
}

fn active(
    name: &str,
    rule: &Rule,
    value: &RuleValue,
    days: DaySet,
    place: &impl Fn(&str) -> usize,
) -> ActiveRule {
    let first = value.head().provision.0;
    let band = |(index, band): (usize, &Band)| ActiveBand {
        code: band.code.as_str().into(),
        from: band.from,
        to: band.to.unwrap_or(u32::MAX),
        rate: band.rate,
        base: place(band.base.as_ref().unwrap_or(&value.base)),
        no_scan: band.no_scan,
        // The bands of a value are provisions one after another.
        provision: ProvisionId(first + u16::try_from(index).unwrap_or(0)),
    };
    ActiveRule {
        name: name.into(),
        title: rule.title.get_ref().as_str().into(),
        measure: rule.measure,
        kinds: rule.kinds.clone(),
        per: value.per,
        charge: value.charge,
        every: value.every.unwrap_or(1),
        days,
        replaces: value.replaces.clone(),
        employment: value.employment.clone(),
        classes: (value.class_from.unwrap_or(0), value.class_to.unwrap_or(u8::MAX)),
        months: value.months,
        bands: value.bands.iter().enumerate().map(band).collect(),
    }
}

fn bases(law: &Law, month: Month, as_of: Date) -> Vec<ActiveBase> {
    let whole = |name: &str, of| ActiveBase {
        name: name.into(),
        values: vec![(DaySet::of(month, |_| true), of, Rate::ONE)],
        component: None,
    };
    let named = law.bases.iter().map(|(name, topic)| ActiveBase {
        name: name.as_str().into(),
        values: topic
            .values
            .iter()
            .map(|value| (in_force_days(&topic.values, value, month, as_of), value.of, value.share))
            .filter(|(days, _, _)| !days.is_empty())
            .collect(),
        component: topic
            .values
            .iter()
            .any(|value| value.component)
            .then(|| topic.title.get_ref().as_str().into()),
    });
    [whole("tpp", Of::Tpp), whole("class", Of::Class)].into_iter().chain(named).collect()
}

fn rounding(
    law: &Law,
    values: &[crate::law::pay::RoundingValue],
    month: Month,
    as_of: Date,
) -> Option<ActiveRounding> {
    let value = law.value_on(values, "rounding", month.last(), as_of).ok()?;
    Some(ActiveRounding {
        how: value.how.into(),
        unit: value.to,
        at: value.at,
        provision: value.head().provision,
    })
}

fn class_amounts(
    law: &Law,
    month: Month,
    as_of: Date,
) -> Vec<(DaySet, BTreeMap<u8, u32>, ProvisionId)> {
    law.class_amounts
        .iter()
        .map(|value| {
            let amounts = value
                .amounts
                .iter()
                .filter_map(|(class, amount)| Some((class.parse().ok()?, *amount)))
                .collect();
            let days = in_force_days(&law.class_amounts, value, month, as_of);
            (days, amounts, value.head().provision)
        })
        .filter(|(days, _, _)| !days.is_empty())
        .collect()
}

fn factors<'l>(
    topics: &'l BTreeMap<String, crate::law::Topic<crate::law::pay::Factor>>,
    month: Month,
    as_of: Date,
) -> impl Iterator<Item = (DaySet, &'l str, Rate, ProvisionId)> {
    topics.iter().flat_map(move |(name, topic)| {
        topic
            .values
            .iter()
            .map(move |value| {
                let days = in_force_days(&topic.values, value, month, as_of);
                (days, name.as_str(), value.factor, value.head().provision)
            })
            .filter(|(days, ..)| !days.is_empty())
    })
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

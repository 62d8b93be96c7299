//! From the law of a regency to the tariff of one month.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use civil::{Month, Rate};
use jiff::civil::Date;

use super::{
    ActiveBand, ActiveBase, ActiveCap, ActiveCriterion, ActiveRounding, ActiveRule, BASE_TPP,
    DaySet, Tariff,
};
use crate::law::{
    Dated, Law, ProvisionId, Topic, holding,
    pay::{Band, CapValue, Criterion, Factor, Of, Per, RoundingValue, Rule, RuleValue},
};

impl Tariff {
    /// Compiles the law on pay for `month`, as known on `as_of`.
    #[must_use]
    pub fn compile(law: &Law, month: Month, as_of: Date) -> Self {
        let bases = bases(law, month, as_of);
        let place =
            |name: &str| bases.iter().position(|base| &*base.name == name).unwrap_or(BASE_TPP);
        let rules = rules(law, month, as_of, &place);
        let caps = caps(law, month, as_of, &rules, &place);
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
            criteria: criteria(law, month, as_of),
            employment: factors(&law.employment_factors, month, as_of)
                .filter_map(|(days, name, rate, id)| Some((days, name.parse().ok()?, rate, id)))
                .collect(),
            reasons: factors(&law.reason_factors, month, as_of)
                .map(|(days, name, rate, id)| (days, name.to_owned(), rate, id))
                .collect(),
            paid_by_excuse: paid_by_excuse(law, month, as_of),
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
                .filter(|value| !in_force_days(&base.values, value, self.month, as_of).is_empty())
        });
        let seasons = law.rules.values().flat_map(|rule| &rule.values).flat_map(|value| {
            let season = value.season.as_ref().and_then(|name| law.seasons.get(name));
            season.into_iter().flat_map(|season| &season.values)
        });
        let seasons = seasons
            .filter(|span| self.month.days().any(|day| span.head().holds(day, as_of)))
            .map(|span| span.head().provision);
        let mut ids: Vec<ProvisionId> = self
            .rules
            .iter()
            .flat_map(|rule| rule.bands.iter().map(|band| band.provision))
            .chain(self.caps.iter().map(|cap| cap.provision))
            .chain(self.rounding.iter().chain(&self.gross_rounding).map(|value| value.provision))
            .chain(self.proration.iter().map(|(_, id)| *id))
            .chain(self.class_amounts.iter().map(|(_, _, id)| *id))
            .chain(self.criteria.iter().map(|criterion| criterion.provision))
            .chain(self.employment.iter().map(|(.., id)| *id))
            .chain(self.reasons.iter().map(|(.., id)| *id))
            .chain(bases.map(|value| value.head().provision))
            .chain(seasons)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

/// The days of the month on which `value` is the one of `values` that holds.
fn in_force_days<T: Dated>(values: &[T], value: &T, month: Month, as_of: Date) -> DaySet {
    DaySet::of(month, |day| {
        holding(values, day, as_of).is_some_and(|found| std::ptr::eq(found, value))
    })
}

/// Every value of every rule that holds on a day of the month; each rule before those it replaces.
fn rules(law: &Law, month: Month, as_of: Date, place: &impl Fn(&str) -> usize) -> Vec<ActiveRule> {
    let mut held: Vec<(&str, &Rule, &RuleValue, DaySet)> = law
        .rules
        .iter()
        .flat_map(|(name, rule)| rule.values.iter().map(move |value| (name.as_str(), rule, value)))
        .map(|(name, rule, value)| (name, rule, value, held(law, rule, value, month, as_of)))
        .filter(|(.., days)| !days.is_empty())
        .collect();
    held.sort_by_cached_key(|(name, ..)| Reverse(replaced_below(law, name, &mut BTreeSet::new())));
    let names: Vec<&str> = held.iter().map(|(name, ..)| *name).collect();
    let mut rules: Vec<ActiveRule> = held
        .into_iter()
        .enumerate()
        .map(|(at, (name, rule, value, days))| {
            let later = names.iter().enumerate().skip(at + 1);
            let replaces = later
                .filter(|(_, other)| value.replaces.iter().any(|replaced| replaced == *other))
                .map(|(other, _)| other)
                .collect();
            active(name, (rule, value), days, replaces, place)
        })
        .collect();
    for (number, band) in rules.iter_mut().flat_map(|rule| &mut rule.bands).enumerate() {
        band.number = number;
    }
    rules
}

/// How long a chain of rules hangs below this one, each replacing the next.
fn replaced_below<'l>(law: &'l Law, name: &'l str, seen: &mut BTreeSet<&'l str>) -> usize {
    if !seen.insert(name) {
        return 0;
    }
    let values = law.rules.get(name).into_iter().flat_map(|rule| &rule.values);
    let longest = values
        .flat_map(|value| &value.replaces)
        .map(|replaced| 1 + replaced_below(law, replaced, seen))
        .max()
        .unwrap_or(0);
    seen.remove(name);
    longest
}

/// The days on which this value of a rule holds: one of a season the day lies in comes before the
/// ordinary one, as with schedules.
fn held(law: &Law, rule: &Rule, value: &RuleValue, month: Month, as_of: Date) -> DaySet {
    DaySet::of(month, |day| {
        let of_season = rule.values.iter().filter(|value| {
            value.season.as_deref().is_some_and(|season| law.in_season(season, day, as_of))
        });
        let ordinary = rule.values.iter().filter(|value| value.season.is_none());
        holding(of_season, day, as_of)
            .or_else(|| holding(ordinary, day, as_of))
            .is_some_and(|found| std::ptr::eq(found, value))
    })
}

fn active(
    name: &str,
    (rule, value): (&Rule, &RuleValue),
    days: DaySet,
    replaces: Vec<usize>,
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
        number: 0,
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
        replaces,
        employment: value.employment.clone(),
        classes: (value.class_from.unwrap_or(0), value.class_to.unwrap_or(u8::MAX)),
        months: value.months,
        bands: value.bands.iter().enumerate().map(band).collect(),
    }
}

/// Caps in the order in which they bind: a day's before the month's, so that the month sees what
/// a day leaves, and of those the cap of few rules before that of many.
fn caps(
    law: &Law,
    month: Month,
    as_of: Date,
    rules: &[ActiveRule],
    place: &impl Fn(&str) -> usize,
) -> Vec<ActiveCap> {
    let cap = |value: &CapValue, days| ActiveCap {
        per: value.per,
        max: value.max,
        base: place(&value.base),
        bounds: rules
            .iter()
            .map(|rule| {
                value.rules.is_empty() || value.rules.iter().any(|name| **name == *rule.name)
            })
            .collect(),
        days,
        provision: value.head().provision,
    };
    let mut caps: Vec<ActiveCap> = law
        .caps
        .values()
        .flat_map(|topic| topic.values.iter().map(move |value| (topic, value)))
        .map(|(topic, value)| cap(value, in_force_days(&topic.values, value, month, as_of)))
        .filter(|cap| !cap.days.is_empty())
        .collect();
    let width = |cap: &ActiveCap| cap.bounds.iter().filter(|bound| **bound).count();
    caps.sort_by_key(|cap| (cap.per == Per::Month, width(cap)));
    caps
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
            .any(|value| {
                value.component && !in_force_days(&topic.values, value, month, as_of).is_empty()
            })
            .then(|| topic.title.get_ref().as_str().into()),
    });
    [whole("tpp", Of::Tpp), whole("class", Of::Class)].into_iter().chain(named).collect()
}

fn rounding(
    law: &Law,
    values: &[RoundingValue],
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
            let classes = value.amounts.keys().filter_map(|class| class.parse().ok());
            let amounts = classes
                .filter_map(|class| Some((class, u32::try_from(value.amount(class)?.0).ok()?)))
                .collect();
            let days = in_force_days(&law.class_amounts, value, month, as_of);
            (days, amounts, value.head().provision)
        })
        .filter(|(days, _, _)| !days.is_empty())
        .collect()
}

fn criteria(law: &Law, month: Month, as_of: Date) -> Vec<ActiveCriterion> {
    let active = |name: &str, topic: &Topic<Criterion>, value: &Criterion| ActiveCriterion {
        name: name.into(),
        title: topic.title.get_ref().as_str().into(),
        days: in_force_days(&topic.values, value, month, as_of),
        share: value.share,
        classes: value
            .classes
            .iter()
            .filter_map(|(class, share)| Some((class.parse().ok()?, *share)))
            .collect(),
        groups: value.groups.clone(),
        provision: value.head().provision,
    };
    law.criteria
        .iter()
        .flat_map(|(name, topic)| topic.values.iter().map(move |value| active(name, topic, value)))
        .filter(|criterion| !criterion.days.is_empty())
        .collect()
}

fn factors(
    topics: &BTreeMap<String, Topic<Factor>>,
    month: Month,
    as_of: Date,
) -> impl Iterator<Item = (DaySet, &str, Rate, ProvisionId)> {
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

fn paid_by_excuse(law: &Law, month: Month, as_of: Date) -> Vec<(DaySet, String)> {
    let topics = law.reason_factors.iter();
    let of_topic = |(name, topic): (&String, &Topic<Factor>)| {
        let values = topic.values.iter().filter(|value| value.by_excuse);
        let days = values.map(|value| in_force_days(&topic.values, value, month, as_of));
        days.filter(|days| !days.is_empty()).map(|days| (days, name.clone())).collect::<Vec<_>>()
    };
    topics.flat_map(of_topic).collect()
}

//! Which organisations have closed a month, and whose statements stand by that.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId, Skpd, Wall, Zone};
use jiff::{Timestamp, civil::Date};

use super::{PayoutDoc, part::Step};
use crate::{
    Office, OfficeError,
    allowance::{
        StatementDoc,
        closing::{Chain, ClosingKind, FrozenDoc, FrozenPerson, Kept},
    },
};

/// What stands of a person's month.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) statement: StatementDoc,
    /// What it pays, where that was frozen with it.
    pub(crate) payout: Option<PayoutDoc>,
}

/// The closings of a month that stand, by organisation.
#[derive(Debug)]
pub(crate) struct Closings {
    chains: BTreeMap<Skpd, Chain>,
    zone: Zone,
}

impl Closings {
    /// The main closing of an organisation.
    fn main(&self, skpd: &Skpd) -> Option<&Kept> {
        self.chains.get(skpd).and_then(Chain::main)
    }

    /// Whether the organisation has closed the month.
    pub(crate) fn is_closed(&self, skpd: &Skpd) -> bool {
        self.main(skpd).is_some()
    }

    /// Whether everybody has signed every closing of the organisation that stands.
    pub(crate) fn is_signed(&self, skpd: &Skpd) -> bool {
        let standing = self.chains.get(skpd).into_iter().flat_map(Chain::standing);
        self.is_closed(skpd) && standing.into_iter().all(Kept::is_signed)
    }

    /// The closings of an organisation that stand, up to this number.
    fn until(&self, skpd: &Skpd, number: u32) -> Vec<&Kept> {
        let standing = self.chains.get(skpd).into_iter().flat_map(Chain::standing);
        standing.filter(|kept| kept.data.number <= number).collect()
    }

    /// Whether everybody has signed the closings of an organisation up to this number.
    pub(crate) fn is_signed_until(&self, skpd: &Skpd, number: u32) -> bool {
        self.until(skpd, number).into_iter().all(Kept::is_signed)
    }

    /// The organisations that supplemented the month, with the numbers of their closings.
    pub(crate) fn with_supplements(&self) -> impl Iterator<Item = (&Skpd, Vec<u32>)> {
        self.chains.iter().filter_map(|(skpd, chain)| {
            let numbers: Vec<u32> = chain.standing().map(|kept| kept.data.number).collect();
            (numbers.len() > 1).then_some((skpd, numbers))
        })
    }

    /// The numbers of the supplements of an organisation, oldest first.
    pub(super) fn supplements(&self, skpd: &Skpd) -> Vec<u32> {
        let standing = self.chains.get(skpd).into_iter().flat_map(Chain::standing);
        standing.skip(1).map(|kept| kept.data.number).collect()
    }

    /// When the organisation closed the month.
    pub(crate) fn closed_at(&self, skpd: &Skpd) -> Option<Timestamp> {
        self.main(skpd).map(|closed| closed.at)
    }

    /// On which day of the regency's wall the organisation closed the month.
    pub(crate) fn closed_on(&self, skpd: &Skpd) -> Option<Date> {
        self.main(skpd).map(|closed| Wall::at(closed.at, self.zone).date())
    }
}

impl Office {
    /// The closings of a month that stand.
    pub(crate) async fn standing_closings(&self, month: Month) -> Result<Closings, OfficeError> {
        Ok(Closings { chains: self.all_closings(month).await?, zone: self.zone })
    }

    /// What a closing of an organisation changed of each person it is about, and when it was made.
    pub(super) async fn steps_of(
        &self,
        closings: &Closings,
        skpd: &Skpd,
        number: u32,
    ) -> Result<(BTreeMap<PersonId, Step>, Timestamp), OfficeError> {
        let until = closings.until(skpd, number);
        let Some(last) = until.last().filter(|last| last.data.number == number) else {
            return Err(OfficeError::not_found("closing", format!("{skpd} {number}")));
        };
        let kinds: BTreeMap<i64, ClosingKind> =
            until.iter().map(|kept| (kept.id, kept.data.kind)).collect();
        let order: Vec<i64> = kinds.keys().copied().collect();
        let mut steps: BTreeMap<PersonId, Step> = BTreeMap::new();
        let mut about = BTreeSet::new();
        for (closing, frozen) in self.store.frozen(&order).await? {
            let kind = kinds.get(&closing).copied().unwrap_or(ClosingKind::Main);
            let FrozenPerson { doc, payout } = FrozenPerson::of(kind, &frozen.statement)?;
            let statement = doc.statement().cloned();
            let held = statement.map(|statement| Held { statement, payout });
            let step = steps.entry(frozen.person).or_default();
            if closing == last.id {
                about.insert(frozen.person);
                step.net = frozen.net;
                step.after = held;
            } else {
                step.before = held;
            }
        }
        steps.retain(|person, _| about.contains(person));
        Ok((steps, last.at))
    }

    /// The statements that stand by the closings of an organisation, the supplements included.
    pub(crate) async fn frozen_by(
        &self,
        closings: &Closings,
        skpd: &Skpd,
    ) -> Result<BTreeMap<PersonId, Held>, OfficeError> {
        let Some(chain) = closings.chains.get(skpd) else { return Ok(BTreeMap::new()) };
        let standing = self.standing(chain).await?;
        let held = standing.into_iter().filter_map(|(who, of)| {
            let payout = of.payout;
            Some((who, Held { statement: of.doc?, payout }))
        });
        Ok(held.collect())
    }

    /// Which closings of an organisation that stand are about whom, oldest first, and whether the
    /// month is held since.
    pub(super) async fn held_frozen(
        &self,
        closings: &Closings,
        skpd: &Skpd,
    ) -> Result<BTreeMap<PersonId, Vec<(i64, bool)>>, OfficeError> {
        let chain = closings.chains.get(skpd).into_iter().flat_map(Chain::standing);
        let kinds: BTreeMap<i64, ClosingKind> =
            chain.map(|kept| (kept.id, kept.data.kind)).collect();
        let order: Vec<i64> = kinds.keys().copied().collect();
        let mut held: BTreeMap<PersonId, Vec<(i64, bool)>> = BTreeMap::new();
        for (closing, frozen) in self.store.frozen(&order).await? {
            let kind = kinds.get(&closing).copied().unwrap_or(ClosingKind::Main);
            let doc = FrozenDoc::of(kind, &frozen.statement)?;
            let holds = doc.statement().is_some();
            held.entry(frozen.person).or_default().push((closing, holds));
        }
        Ok(held)
    }
}

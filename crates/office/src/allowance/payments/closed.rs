//! Which closings of a month stand, and whose statements they froze.

use std::collections::BTreeMap;

use civil::{Month, PersonId, Skpd, Wall};
use jiff::{Timestamp, civil::Date};
use storage::{
    StoreError,
    closings::Frozen,
    matters::{Matter, MatterFilter, MatterKind, Whose},
};

use crate::{Office, OfficeError};

/// The stage of a closing that was opened again: it pays nobody any more.
const REOPENED: &str = "reopened";

/// A closing that stands.
#[derive(Clone, Debug)]
pub(crate) struct Closed {
    /// Its number; later closings have greater ones.
    pub(crate) id: i64,
    /// When.
    pub(crate) at: Timestamp,
    /// On which day of the regency's wall.
    pub(crate) day: Date,
}

/// The closings of a month that stand, by organisation: the main one first, then what supplements
/// it.
#[derive(Debug, Default)]
pub(crate) struct Closings {
    by_skpd: BTreeMap<Skpd, Vec<Closed>>,
}

impl Closings {
    fn of(matters: Vec<Matter>, month: Month, zone: civil::Zone) -> Self {
        let mut by_skpd: BTreeMap<Skpd, Vec<Closed>> = BTreeMap::new();
        for matter in matters {
            let Matter { id, opened, at, .. } = matter;
            let of_month = (opened.from, opened.until) == (month.first(), month.last());
            if of_month && opened.standing.stage != REOPENED {
                let day = Wall::at(at, zone).date();
                by_skpd.entry(opened.skpd).or_default().push(Closed { id, at, day });
            }
        }
        by_skpd.values_mut().for_each(|closings| closings.sort_by_key(|closed| closed.id));
        Self { by_skpd }
    }

    /// The main closing of an organisation.
    pub(crate) fn main(&self, skpd: &Skpd) -> Option<&Closed> {
        self.by_skpd.get(skpd)?.first()
    }

    fn ids(&self, skpd: &Skpd) -> Vec<i64> {
        self.by_skpd.get(skpd).into_iter().flatten().map(|closed| closed.id).collect()
    }

    /// Whether `other` closed before `skpd` did.
    pub(crate) fn closed_before(&self, other: &Skpd, skpd: &Skpd) -> bool {
        match (self.main(other), self.main(skpd)) {
            (Some(other), Some(own)) => other.id < own.id,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

impl Office {
    /// The closings of a month that stand.
    pub(crate) async fn closings(&self, month: Month) -> Result<Closings, OfficeError> {
        let filter = MatterFilter {
            kinds: vec![MatterKind::Closing],
            between: Some((month.first(), month.last())),
            ..MatterFilter::of(Whose::All)
        };
        let matters = self.store.matters(&filter).await?;
        Ok(Closings::of(matters, month, self.zone))
    }

    /// The statements an organisation froze: of each person the one of the latest closing.
    pub(crate) async fn frozen_by(
        &self,
        closings: &Closings,
        skpd: &Skpd,
    ) -> Result<BTreeMap<PersonId, Frozen>, StoreError> {
        // By closing, so that a later one takes the place of an earlier one.
        let mut rows = self.store.frozen(&closings.ids(skpd)).await?;
        rows.sort_by_key(|(closing, _)| *closing);
        Ok(rows.into_iter().map(|(_, frozen)| (frozen.person, frozen)).collect())
    }
}

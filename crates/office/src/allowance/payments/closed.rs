//! Which organisations have closed a month, and whose statements stand by that.

use std::collections::BTreeMap;

use civil::{Month, PersonId, Skpd, Wall, Zone};
use jiff::{Timestamp, civil::Date};

use crate::{
    Office, OfficeError,
    allowance::{
        StatementDoc,
        closing::{Chain, Kept},
    },
};

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

    /// When the organisation closed the month.
    pub(crate) fn closed_at(&self, skpd: &Skpd) -> Option<Timestamp> {
        self.main(skpd).map(|closed| closed.at)
    }

    /// On which day of the regency's wall the organisation closed the month.
    pub(crate) fn closed_on(&self, skpd: &Skpd) -> Option<Date> {
        self.main(skpd).map(|closed| Wall::at(closed.at, self.zone).date())
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
    pub(crate) async fn standing_closings(&self, month: Month) -> Result<Closings, OfficeError> {
        Ok(Closings { chains: self.all_closings(month).await?, zone: self.zone })
    }

    /// The statements that stand by the closings of an organisation, the supplements included.
    pub(crate) async fn frozen_by(
        &self,
        closings: &Closings,
        skpd: &Skpd,
    ) -> Result<BTreeMap<PersonId, StatementDoc>, OfficeError> {
        let Some(chain) = closings.chains.get(skpd) else { return Ok(BTreeMap::new()) };
        let standing = self.standing(chain).await?;
        Ok(standing.into_iter().filter_map(|(who, of)| Some((who, of.doc?))).collect())
    }
}

//! How the closings of a month follow each other, and what stands by them.

use std::collections::BTreeMap;

use civil::{Month, PersonId, Skpd};
use storage::matters::{MatterFilter, MatterKind, Whose};

use super::kept::{ClosingKind, FrozenPerson, Kept, REOPENED};
use crate::{
    Office, OfficeError,
    allowance::{StatementDoc, payments::PayoutDoc},
};

/// Closings of an organisation and month, by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain {
    pub(crate) all: Vec<Kept>,
}

impl Chain {
    /// The closing that stands.
    pub(crate) fn main(&self) -> Option<&Kept> {
        let last = self.all.iter().rfind(|kept| kept.data.kind == ClosingKind::Main)?;
        (last.stage != REOPENED).then_some(last)
    }

    /// Supplements of the closing that stands.
    pub(crate) fn supplements(&self) -> impl Iterator<Item = &Kept> {
        let main = self.main().map(|main| main.data.number);
        self.all.iter().filter(move |kept| main.is_some() && kept.data.main == main)
    }

    /// The closing that stands and its supplements.
    pub(crate) fn standing(&self) -> impl Iterator<Item = &Kept> {
        self.main().into_iter().chain(self.supplements())
    }

    /// The number of the next closing.
    pub(crate) fn next_number(&self) -> u32 {
        self.all.iter().map(|kept| kept.data.number).max().unwrap_or(0) + 1
    }

    /// The number of the last closing that was reopened.
    pub(crate) fn former(&self) -> Option<u32> {
        let reopened = |kept: &&Kept| kept.stage == REOPENED;
        self.all.iter().rfind(reopened).map(|kept| kept.data.number)
    }
}

/// What stands frozen of a person's month.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) nip: String,
    pub(crate) name: String,
    /// The statement that holds by the last of the closings.
    pub(crate) doc: Option<StatementDoc>,
    /// What that statement pays, where it was frozen with it.
    pub(crate) payout: Option<PayoutDoc>,
    /// Sums over the closings.
    pub(crate) gross: i64,
    pub(crate) net: i64,
}

impl Office {
    /// The closings of an organisation and month.
    pub(crate) async fn closings(&self, skpd: &Skpd, month: Month) -> Result<Chain, OfficeError> {
        let chains = self.closings_of(Whose::In(skpd.clone()), month).await?;
        Ok(chains.into_values().next().unwrap_or_default())
    }

    /// The closings of a month by organisation.
    pub(crate) async fn all_closings(
        &self,
        month: Month,
    ) -> Result<BTreeMap<Skpd, Chain>, OfficeError> {
        self.closings_of(Whose::All, month).await
    }

    async fn closings_of(
        &self,
        whose: Whose,
        month: Month,
    ) -> Result<BTreeMap<Skpd, Chain>, OfficeError> {
        let filter = MatterFilter {
            kinds: vec![MatterKind::Closing],
            between: Some((month.first(), month.last())),
            ..MatterFilter::of(whose)
        };
        let mut chains: BTreeMap<Skpd, Chain> = BTreeMap::new();
        for matter in self.store.matters(&filter).await? {
            let skpd = matter.opened.skpd.clone();
            chains.entry(skpd).or_default().all.push(Kept::of(matter)?);
        }
        for chain in chains.values_mut() {
            chain.all.sort_by_key(|kept| kept.data.number);
        }
        Ok(chains)
    }

    /// What stands frozen of each person by the closings of a chain that stand.
    pub(crate) async fn standing(
        &self,
        chain: &Chain,
    ) -> Result<BTreeMap<PersonId, Standing>, OfficeError> {
        let kinds: BTreeMap<i64, ClosingKind> =
            chain.standing().map(|kept| (kept.id, kept.data.kind)).collect();
        let mut standing: BTreeMap<PersonId, Standing> = BTreeMap::new();
        if kinds.is_empty() {
            return Ok(standing);
        }
        let order: Vec<i64> = kinds.keys().copied().collect();
        for (closing, frozen) in self.store.frozen(&order).await? {
            let kind = kinds.get(&closing).copied().unwrap_or(ClosingKind::Main);
            let FrozenPerson { doc, payout } = FrozenPerson::of(kind, &frozen.statement)?;
            let of = standing.entry(frozen.person).or_insert_with(|| Standing {
                nip: doc.nip().to_owned(),
                name: doc.name().to_owned(),
                doc: None,
                payout: None,
                gross: 0,
                net: 0,
            });
            of.doc = doc.into_statement();
            of.payout = payout;
            of.gross += frozen.gross.0;
            of.net += frozen.net.0;
        }
        Ok(standing)
    }
}

//! What stands frozen of a month, as it is kept: it is read only when people are held side by side.

use std::collections::{BTreeMap, HashMap};

use civil::{Month, PersonId, Skpd};
use storage::StoreError;

use crate::{
    Office, OfficeError,
    allowance::{
        StatementDoc,
        closing::{ClosingKind, FrozenDoc},
    },
};

/// What stands frozen of a month: by whom, and of whom.
#[derive(Default)]
pub(super) struct FrozenMonth {
    pub(super) closed: Vec<Skpd>,
    pub(super) held: HashMap<PersonId, Vec<FrozenBytes>>,
}

/// What the last closing of an organisation has of a person, as it is kept.
pub(super) struct FrozenBytes {
    /// Place of the organisation among those that closed the month.
    by: usize,
    kind: ClosingKind,
    statement: Vec<u8>,
}

/// The statement that stands; of several organisations that of the one that closed last.
pub(super) fn standing(held: &[FrozenBytes]) -> Result<Option<StatementDoc>, StoreError> {
    for kept in held.iter().rev() {
        let doc = FrozenDoc::of(kept.kind, &kept.statement)?;
        if let Some(doc) = doc.into_statement() {
            return Ok(Some(doc));
        }
    }
    Ok(None)
}

impl Office {
    /// What stands frozen of a month.
    pub(super) async fn frozen_in(&self, month: Month) -> Result<FrozenMonth, OfficeError> {
        let mut frozen = FrozenMonth::default();
        let mut closings = BTreeMap::new();
        for (skpd, chain) in self.all_closings(month).await? {
            for kept in chain.standing() {
                closings.insert(kept.id, (frozen.closed.len(), kept.data.kind));
            }
            if chain.main().is_some() {
                frozen.closed.push(skpd);
            }
        }
        let order: Vec<i64> = closings.keys().copied().collect();
        for (closing, row) in self.store.frozen(&order).await? {
            let Some(&(by, kind)) = closings.get(&closing) else { continue };
            let of_person = frozen.held.entry(row.person).or_default();
            of_person.retain(|kept| kept.by != by);
            of_person.push(FrozenBytes { by, kind, statement: row.statement });
        }
        Ok(frozen)
    }
}

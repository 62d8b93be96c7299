//! What the closings of a month paid a person beyond what is right by the facts and the law of now.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, Nip, PersonId, Skpd};
use storage::{matters::Whose, presence::People};

use super::ClaimMonth;
use crate::{
    Office, OfficeError,
    allowance::closing::{FigureChange, changes, kept::FrozenDoc, pre_audit::organisations},
};

impl Office {
    /// What the closings of a month paid a person beyond what is right, and what supplements took on
    /// paper, less what other claims ask back.
    pub(super) async fn overpaid(
        &self,
        person: PersonId,
        nip: &Nip,
        month: Month,
    ) -> Result<ClaimMonth, OfficeError> {
        let facts = self.gather(&People::These(vec![person]), month).await?;
        let law = self.law_to_close(month).await?;
        let now = self.preview_by(month, law).months(&facts).pop().flatten();
        let now = now.map(|(_, doc)| doc);
        let owners = facts.iter().flat_map(|of| organisations(of, month));
        let owners: BTreeSet<Skpd> = owners.collect();
        let owner = facts.iter().find_map(|of| of.state_in(month)).map(|state| state.skpd.clone());
        let right = now.as_ref().map_or(0, |doc| doc.tpp_net);
        let mut paid: BTreeMap<Skpd, (i64, Vec<FigureChange>)> = BTreeMap::new();
        for skpd in owners {
            let chain = self.closings(&skpd, month).await?;
            let Some(main) = chain.main() else { continue };
            let standing = self.standing(&chain).await?;
            let Some(held) = standing.get(&person) else { continue };
            let first = self.store.frozen(&[main.id]).await?;
            let first = first.into_iter().find(|(_, frozen)| frozen.person == person);
            let first = first.map(|(_, frozen)| FrozenDoc::of(main.data.kind, &frozen.statement));
            let first = first.transpose()?;
            let first = first.as_ref().and_then(FrozenDoc::statement);
            paid.insert(skpd, (held.net, changes(first, now.as_ref())));
        }
        // Of several that paid the month: the one that paid most beyond its part.
        let beyond = |skpd: &Skpd, held: i64| {
            if owner.as_ref() == Some(skpd) { held - right } else { held }
        };
        let most = paid.iter().rev().max_by_key(|(skpd, (held, _))| beyond(skpd, *held));
        let Some((skpd, (_, of_first))) = most else {
            return Err(OfficeError::not_found(
                "closed month of the person",
                format!("{nip} {month}"),
            ));
        };
        let asked = self.asked_back(Whose::Of(vec![person]), month).await?;
        let mut taken = 0;
        for skpd in paid.keys() {
            taken += self.uncollected_of(person, skpd, month).await?.0;
        }
        let beyond: i64 = asked.iter().map(|asked| asked.beyond).sum();
        let all: i64 = paid.values().map(|(paid, _)| paid).sum();
        Ok(ClaimMonth {
            month: month.to_string(),
            skpd: skpd.to_string(),
            paid: all,
            right,
            claimed: beyond,
            overpaid: (all - right - beyond).max(0) + taken,
            taken,
            changes: of_first.clone(),
        })
    }
}

//! What a month takes of money that was paid too much (pengembalian, TGR).

use std::collections::HashMap;

use civil::{Month, PersonId, Rupiah};
use jiff::civil::Date;
use storage::{
    matters::{MatterFilter, MatterKind, Whose},
    presence::People,
};

use crate::{Office, OfficeError, allowance::closing::Claim};

impl Office {
    /// The claims on people, by person.
    pub(super) async fn claims_on(
        &self,
        people: &People,
    ) -> Result<HashMap<PersonId, Vec<Claim>>, OfficeError> {
        let whose = match people {
            // Who moved may have a claim of another organisation.
            People::All | People::Of(_) => Whose::All,
            People::These(these) => Whose::Of(these.clone()),
        };
        let filter = MatterFilter { kinds: vec![MatterKind::Claim], ..MatterFilter::of(whose) };
        let mut claims: HashMap<PersonId, Vec<Claim>> = HashMap::new();
        let matters = self.store.matters(&filter).await?;
        let shown = self.shown_claims(&matters).await?;
        for (matter, claim) in matters.iter().zip(shown) {
            if let Some(person) = matter.opened.person {
                claims.entry(person).or_default().push(claim);
            }
        }
        Ok(claims)
    }
}

/// What the instalments of a month still ask for on the day of payment. What comes back on that day
/// or later, such as by this very list, changes nothing about it, so that the list stays the same.
pub(super) fn due<'c>(
    claims: impl Iterator<Item = &'c Claim>,
    month: Month,
    paid_on: Date,
) -> Rupiah {
    claims.map(|claim| due_of(claim, month, paid_on)).sum()
}

fn due_of(claim: &Claim, month: Month, paid_on: Date) -> Rupiah {
    let before = claim.receipts.iter().filter(|receipt| receipt.on < paid_on);
    let mut came = Rupiah(before.map(|receipt| receipt.amount).sum());
    for part in &claim.plan.parts {
        // What came settles the earliest instalments first.
        let of_it = came.min(part.due).max(Rupiah(0));
        came = came - of_it;
        if part.month == month {
            return part.due - of_it;
        }
    }
    Rupiah(0)
}

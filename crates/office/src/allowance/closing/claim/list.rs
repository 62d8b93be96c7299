//! Claims as they stand: of an organisation, of a person, of all.

use std::collections::{BTreeSet, HashMap};

use civil::{Month, Nip, PersonId, Skpd};
use storage::{
    StoreError,
    matters::{Matter, MatterFilter, MatterKind, Step, Whose},
    people::PersonFact,
    presence::People,
};

use super::{Claim, ClaimReceipt, data_of, inconsistent, withdraw::withdrawn};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    presence::{Seen, state_in},
};

impl Office {
    /// Claims of an organisation or of all, those that are open first, then the newest.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::Store`].
    pub async fn list_claims(
        &self,
        actor: &Actor,
        skpd: Option<&Skpd>,
    ) -> Result<Vec<Claim>, OfficeError> {
        actor.require(Permission::SeePay, skpd.map_or(Scope::Regency, Scope::Skpd))?;
        let whose = skpd.map_or(Whose::All, |skpd| Whose::In(skpd.clone()));
        self.claims_in_order(whose).await
    }

    /// Claims on a person, in the same order.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`].
    pub async fn person_claims(&self, actor: &Actor, nip: &Nip) -> Result<Vec<Claim>, OfficeError> {
        let Seen { person, state, .. } = self.seen_in(actor, nip, Month::of(self.today())).await?;
        if actor.person() != Some(person) {
            actor.require(Permission::SeePay, Scope::Skpd(&state.skpd))?;
        }
        self.claims_in_order(Whose::Of(vec![person])).await
    }

    async fn claims_in_order(&self, whose: Whose) -> Result<Vec<Claim>, OfficeError> {
        let filter = MatterFilter { kinds: vec![MatterKind::Claim], ..MatterFilter::of(whose) };
        let matters = self.store.matters(&filter).await?;
        let mut claims = self.shown_claims(&matters).await?;
        claims.sort_by_key(|claim| (claim.open == 0, std::cmp::Reverse(claim.id)));
        Ok(claims)
    }

    pub(super) async fn only_claim(&self, matter: Matter) -> Result<Claim, OfficeError> {
        let mut claims = self.shown_claims(std::slice::from_ref(&matter)).await?;
        claims.pop().ok_or_else(|| OfficeError::not_found("claim", matter.id.to_string()))
    }

    /// Claims as they stand, in the order of their matters, in a fixed number of queries.
    pub(crate) async fn shown_claims(&self, matters: &[Matter]) -> Result<Vec<Claim>, OfficeError> {
        if matters.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<i64> = matters.iter().map(|matter| matter.id).collect();
        let mut steps: HashMap<i64, Vec<Step>> = HashMap::new();
        for (matter, step) in self.store.steps_of(&ids).await? {
            steps.entry(matter).or_default().push(step);
        }
        let people: BTreeSet<PersonId> =
            matters.iter().filter_map(|matter| matter.opened.person).collect();
        let people = People::These(people.into_iter().collect());
        let mut facts: HashMap<PersonId, Vec<PersonFact>> = HashMap::new();
        for fact in self.store.facts(&people).await? {
            facts.entry(fact.person).or_default().push(fact);
        }
        let shown = |matter: &Matter| {
            let steps = steps.get(&matter.id).map_or(&[][..], Vec::as_slice);
            let facts = matter.opened.person.and_then(|person| facts.get(&person));
            let state = facts.and_then(|facts| state_in(facts, Month::of(self.today())));
            self.shown_claim(matter, steps, state.map(|state| state.name.clone()))
        };
        matters.iter().map(shown).collect()
    }

    fn shown_claim(
        &self,
        matter: &Matter,
        steps: &[Step],
        name: Option<String>,
    ) -> Result<Claim, OfficeError> {
        let data = data_of(matter)?;
        let receipts = receipts_of(matter.id, steps.iter())?;
        let plan = self.plan_of(&data, &receipts)?;
        let withdrawn = withdrawn(steps);
        Ok(Claim {
            id: matter.id,
            steps: matter.steps,
            name: name.unwrap_or_else(|| data.nip.clone()),
            nip: data.nip,
            skpd: matter.opened.skpd.clone(),
            why: data.why,
            months: data.months,
            total: data.total,
            open: if withdrawn.is_some() { 0 } else { plan.open.0 },
            receipts,
            plan,
            withdrawn,
        })
    }
}

/// What came back, by the steps of a claim.
pub(super) fn receipts_of<'s>(
    id: i64,
    steps: impl Iterator<Item = &'s Step>,
) -> Result<Vec<ClaimReceipt>, StoreError> {
    steps
        .filter(|step| step.verb == "received")
        .map(|step| serde_json::from_str(&step.data).map_err(|error| inconsistent(id, &error)))
        .collect()
}

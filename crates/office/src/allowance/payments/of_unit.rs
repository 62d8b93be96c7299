//! The payments of organisations, one after the other, so that a regency fits in little memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use civil::{Month, PersonId, Rupiah, Skpd};
use jiff::{Timestamp, civil::Date};
use rules::tariff::Tariff;
use storage::{
    details::Detail,
    organisation::SkpdEntry,
    people::{PersonFact, PersonState},
    presence::People,
    results::{ResultFilter, ResultPeople},
};

use super::{
    Closings, PaidElsewhere, PayAsked, UnfitPayDay, UnitPayments,
    closed::Held,
    frozen::provision_names,
    of_person::{Known, Paying, Standing},
    repayment,
};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    allowance::{StatementDoc, closing::Claim},
    presence::{facts_by_person, state_in, state_on},
};

/// What a list of payments is made from, beside what is known of people.
pub(super) struct Ground {
    asked: PayAsked,
    closings: Closings,
    pub(super) tariff: Tariff,
    pub(super) payable: Vec<bool>,
    details: HashMap<PersonId, Vec<Detail>>,
    claims: HashMap<PersonId, Vec<Claim>>,
    /// Of organisations whose people moved: which closings held whose month.
    held: HashMap<Skpd, BTreeMap<PersonId, Vec<(i64, bool)>>>,
}

impl Ground {
    /// The month.
    pub(super) fn month(&self) -> Month {
        self.asked.month
    }

    /// The closings of the month.
    pub(super) fn closings(&self) -> &Closings {
        &self.closings
    }

    /// Whether an organisation has closed the month.
    pub(super) fn is_closed(&self, skpd: &Skpd) -> bool {
        self.closings.is_closed(skpd)
    }

    /// Whether an organisation has closed the month, and everybody has signed that.
    pub(super) fn standing(&self, skpd: &Skpd) -> Standing {
        if !self.closings.is_closed(skpd) {
            Standing::Open
        } else if self.closings.is_signed(skpd) {
            Standing::Signed
        } else {
            Standing::Unsigned(skpd.clone())
        }
    }

    /// The same of its closings up to a number.
    pub(super) fn standing_until(&self, skpd: &Skpd, number: u32) -> Standing {
        if self.closings.is_signed_until(skpd, number) {
            Standing::Signed
        } else {
            Standing::Unsigned(skpd.clone())
        }
    }

    /// On which day an organisation closed the month.
    pub(super) fn closed_on(&self, skpd: &Skpd) -> Option<Date> {
        self.closings.closed_on(skpd)
    }

    /// What is known of a person beside the facts.
    pub(super) fn details_of(&self, person: PersonId) -> &[Detail] {
        self.details.get(&person).map_or(&[][..], Vec::as_slice)
    }

    /// What the month takes of money that was paid too much.
    pub(super) fn due(&self, person: PersonId, skpd: &Skpd, paid_on: Date) -> Rupiah {
        let claims = self.claims.get(&person).map_or(&[][..], Vec::as_slice);
        let closed = self.closings.closed_at(skpd);
        // What was withdrawn after the month was closed stays in its list, which was signed.
        let stood = claims.iter().filter(|claim| {
            let withdrawn = claim.withdrawn.as_ref().map(|withdrawn| withdrawn.at);
            withdrawn.is_none_or(|at| closed.is_some_and(|closed| closed < at))
        });
        repayment::due(stood, self.asked.month, paid_on)
    }
}

impl Office {
    /// What people are paid for a month, by organisation. A month that is not closed is brought up
    /// to date first and is a simulation.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] without the right to see what is paid there;
    /// [`OfficeError::NotFound`] for an unknown organisation; [`OfficeError::BadInput`] for a month
    /// out of reach.
    pub async fn payouts(
        &self,
        actor: &Actor,
        asked: &PayAsked,
    ) -> Result<Vec<UnitPayments>, OfficeError> {
        let mut units = Vec::new();
        self.each_unit_paid(actor, asked, |unit| units.push(unit)).await?;
        Ok(units)
    }

    /// The same, handing over one organisation at a time.
    pub(crate) async fn each_unit_paid(
        &self,
        actor: &Actor,
        asked: &PayAsked,
        mut take: impl FnMut(UnitPayments),
    ) -> Result<(), OfficeError> {
        let (units, people) = self.units_paid(actor, asked).await?;
        asked.require_one_of(&units)?;
        let mut ground = self.ground(asked, &people).await?;
        if units.iter().any(|unit| !ground.closings.is_closed(&unit.code)) {
            self.refresh(asked.month, &people).await?;
        }
        for unit in units {
            take(match asked.number {
                Some(number) => self.part_paid(unit, &mut ground, number).await?,
                None => self.unit_paid(unit, &mut ground).await?,
            });
        }
        Ok(())
    }

    /// The organisations whose pay was asked about and may be seen, and their people.
    pub(super) async fn units_paid(
        &self,
        actor: &Actor,
        asked: &PayAsked,
    ) -> Result<(Vec<SkpdEntry>, People), OfficeError> {
        let skpd = asked.skpd.as_ref().or(actor.skpd());
        actor.require(Permission::SeePay, skpd.map_or(Scope::Regency, Scope::Skpd))?;
        let mut units = self.store.skpds().await?;
        if let Some(skpd) = skpd {
            units.retain(|unit| unit.code == *skpd);
            if units.is_empty() {
                return Err(OfficeError::not_found("skpd", skpd.to_string()));
            }
        }
        Ok((units, skpd.map_or(People::All, |skpd| People::Of(skpd.clone()))))
    }

    /// What one person is paid; `None` if the month has nothing of that person.
    pub(crate) async fn person_paid(
        &self,
        person: PersonId,
        skpd: &Skpd,
        asked: &PayAsked,
    ) -> Result<Option<super::Payment>, OfficeError> {
        let people = People::These(vec![person]);
        let ground = self.ground(asked, &people).await?;
        let closed = ground.closings.closed_at(skpd);
        let statement = if closed.is_some() {
            self.frozen_by(&ground.closings, skpd).await?.remove(&person)
        } else {
            self.refresh(asked.month, &people).await?;
            let stored = self.stored_month(person, asked.month).await?;
            stored.map(|(_, statement)| Held { statement, payout: None })
        };
        let Some(Held { statement, payout }) = statement else { return Ok(None) };
        let facts = self.store.facts(&people).await?;
        let Some(state) = state_as_known(&facts, asked.month, closed) else {
            return Ok(None);
        };
        let rows = ground.details_of(person);
        let paying = self.paying(skpd, &ground);
        let repayment = ground.due(person, skpd, paying.paid_on);
        paying.payment(Known { person, state, statement, repayment, payout }, rows).map(Some)
    }

    pub(super) async fn ground(
        &self,
        asked: &PayAsked,
        people: &People,
    ) -> Result<Ground, OfficeError> {
        self.require_reach(asked.month)?;
        if let Some(day) = asked.paid {
            UnfitPayDay::check(asked.month, day)?;
        }
        let sign_offs = self.store.sign_offs().await?;
        Ok(Ground {
            asked: asked.clone(),
            closings: self.standing_closings(asked.month).await?,
            tariff: Tariff::compile(self.lawbook.law(), asked.month, self.today()),
            payable: self.lawbook.payable(&sign_offs),
            details: self.details_of(people).await?,
            claims: self.claims_on(people).await?,
            held: HashMap::new(),
        })
    }

    /// What holds for everybody of an organisation.
    pub(super) fn paying<'o>(&'o self, skpd: &Skpd, ground: &'o Ground) -> Paying<'o> {
        let closed = ground.closings.closed_on(skpd);
        let known = closed.unwrap_or_else(|| self.today());
        let paid_on = ground.asked.paid.unwrap_or(known);
        Paying {
            law: self.lawbook.law(),
            names: provision_names(self.lawbook.law()),
            payable: &ground.payable,
            tariff: &ground.tariff,
            paid_on,
            // Who pays on a later day may know more by then.
            as_of: known.max(paid_on.min(self.today())),
            standing: ground.standing(skpd),
        }
    }

    pub(super) async fn unit_paid(
        &self,
        unit: SkpdEntry,
        ground: &mut Ground,
    ) -> Result<UnitPayments, OfficeError> {
        let skpd = &unit.code;
        let month = ground.asked.month;
        let statements = self.statements_of(skpd, ground).await?;
        let people: Vec<PersonId> = statements.keys().copied().collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let by_person = facts_by_person(&facts);
        let mut elsewhere = BTreeMap::new();
        for (&person, of_person) in &by_person {
            let payer = self.payer(person, of_person, skpd, ground).await?;
            elsewhere.extend(payer.map(|payer| (person, payer)));
        }
        let closed = ground.closings.closed_at(skpd);
        let paying = self.paying(skpd, ground);
        let mut paid = UnitPayments { skpd: unit.clone(), people: vec![], elsewhere: vec![] };
        for (person, Held { statement, payout }) in statements {
            if let Some(skpd) = elsewhere.remove(&person) {
                let StatementDoc { nip, name, .. } = statement;
                paid.elsewhere.push(PaidElsewhere { nip, name, skpd });
                continue;
            }
            let facts = by_person.get(&person).copied().unwrap_or_default();
            let Some(state) = state_as_known(facts, month, closed) else { continue };
            let rows = ground.details_of(person);
            let repayment = ground.due(person, skpd, paying.paid_on);
            let known = Known { person, state, statement, repayment, payout };
            let payment = paying.payment(known, rows)?;
            if payment.says_something() {
                paid.people.push(payment);
            }
        }
        paid.sort();
        Ok(paid)
    }

    /// The statements of an organisation: those that were frozen, else today's.
    async fn statements_of(
        &self,
        skpd: &Skpd,
        ground: &Ground,
    ) -> Result<BTreeMap<PersonId, Held>, OfficeError> {
        if ground.closings.is_closed(skpd) {
            return self.frozen_by(&ground.closings, skpd).await;
        }
        let people = ResultPeople::Of(skpd.clone());
        let results =
            self.store.months(&ResultFilter { month: ground.asked.month, people }).await?;
        let held = |bytes: &[u8]| read(bytes).map(|statement| Held { statement, payout: None });
        results.into_iter().map(|result| Ok((result.person, held(&result.statement)?))).collect()
    }

    /// Who pays a person in place of `skpd`: an organisation that the person served in this month,
    /// and that held the month frozen when `skpd` froze it first. What another freezes later changes
    /// no list: it holds only what this one gives up.
    pub(super) async fn payer(
        &self,
        person: PersonId,
        facts: &[PersonFact],
        skpd: &Skpd,
        ground: &mut Ground,
    ) -> Result<Option<Skpd>, OfficeError> {
        let others = others_of(facts, ground.asked.month, skpd);
        if others.is_empty() {
            return Ok(None);
        }
        let own = self.held_by(skpd, ground).await?.get(&person);
        let first = own.and_then(|held| held.iter().find(|(_, holds)| *holds)).map(|(id, _)| *id);
        for other in others {
            let held = self.held_by(&other, ground).await?.get(&person);
            let mut before = held.into_iter().flatten();
            let last = before.rfind(|(id, _)| first.is_none_or(|first| *id < first));
            if last.is_some_and(|(_, holds)| *holds) {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    /// Which closings of an organisation are about whom, oldest first, and whether the month is held
    /// since.
    async fn held_by<'g>(
        &self,
        skpd: &Skpd,
        ground: &'g mut Ground,
    ) -> Result<&'g BTreeMap<PersonId, Vec<(i64, bool)>>, OfficeError> {
        if !ground.held.contains_key(skpd) {
            let held = self.held_frozen(&ground.closings, skpd).await?;
            ground.held.insert(skpd.clone(), held);
        }
        Ok(ground.held.get(skpd).expect("it was read just now"))
    }
}

/// The organisations other than `skpd` that facts, also those that no longer hold, name for days of
/// the month.
fn others_of(facts: &[PersonFact], month: Month, skpd: &Skpd) -> BTreeSet<Skpd> {
    let first = state_on(facts, month.first()).map(|state| &state.skpd);
    let later = facts
        .iter()
        .filter(|fact| fact.valid_from <= month.last())
        .rev()
        .map(|fact| &fact.state.skpd);
    first.into_iter().chain(later).filter(|other| *other != skpd).cloned().collect()
}

/// The last state in the month, as it was known when the month was closed.
pub(super) fn state_as_known(
    facts: &[PersonFact],
    month: Month,
    closed: Option<Timestamp>,
) -> Option<PersonState> {
    let Some(closed) = closed else { return state_in(facts, month).cloned() };
    let known: Vec<PersonFact> =
        facts.iter().filter(|fact| fact.recorded <= closed).cloned().collect();
    // Of who became known by a supplement nothing was known then.
    state_in(&known, month).or_else(|| state_in(facts, month)).cloned()
}

fn read(bytes: &[u8]) -> Result<StatementDoc, OfficeError> {
    StatementDoc::from_bytes(bytes).map_err(|error| {
        storage::StoreError::Inconsistent { what: "statement", reason: error.to_string() }.into()
    })
}

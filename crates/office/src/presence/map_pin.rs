//! Whose a PIN is.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Nip, PersonId, PinGroup, Skpd, TerminalSerial};
use jiff::{ToSpan as _, civil::Date};
use storage::{
    people::{PersonFact, PinMapping},
    presence::{People, UnknownPin, UnknownPinFilter},
};
use terminal::Pin;

use super::state_on;
use crate::{Actor, Forbidden, Office, OfficeError, Permission, Scope};

/// Years back from which an account may say whose a PIN was. Months before are paid and audited.
const YEARS_BACK_MAX: i32 = 2;

/// A PIN that shall mean a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPin {
    /// Group of terminals.
    pub group: PinGroup,
    /// The PIN as the terminal shows it.
    pub pin: Pin,
    /// Who.
    pub nip: Nip,
    /// From which day. Punches from then on become that person's.
    pub valid_from: Date,
}

impl Office {
    /// Says whose PINs are, all of them or none, and tells how many were new. Punches that waited
    /// are attached, and the days that change their owner are evaluated again.
    ///
    /// Who signed in may do so only for a PIN that has scanned on a terminal of theirs and belongs
    /// to nobody from that day on, and only from a day of service of the last two years: a PIN
    /// brings the pay of its days with it. An operator may do so for people who belong to the own
    /// organisation from that day on. Taking a PIN from its owner is left to the list of people
    /// and to the command line.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if nobody carries a Nip; [`OfficeError::Forbidden`] if the person
    /// or the owner of the PIN is not the actor's; [`OfficeError::BadInput`] if the PIN has an
    /// owner or has not scanned, or if the first day cannot be.
    pub async fn map_pins(&self, actor: &Actor, pins: &[NewPin]) -> Result<u32, OfficeError> {
        actor.require(Permission::MapPins, actor.skpd().map_or(Scope::Regency, Scope::Skpd))?;
        let mut mappings = Vec::with_capacity(pins.len());
        for NewPin { group, pin, nip, valid_from } in pins {
            let person = self.person_named(nip).await?;
            mappings.push(PinMapping {
                group: group.clone(),
                pin: pin.as_str().to_owned(),
                person,
                valid_from: *valid_from,
            });
        }
        if actor.role().is_some() {
            let claims = self.claims(&mappings).await?;
            check_own(actor, &claims)?;
            self.check_days(&claims)?;
            self.check_unknown(actor, &mappings).await?;
        }
        let subject = match pins {
            [pin] => format!("{} {}", pin.group, pin.pin),
            pins => format!("{} pins", pins.len()),
        };
        let said = pins
            .iter()
            .take(20)
            .map(|new| format!("{} {}={} from {}", new.group, new.pin, new.nip, new.valid_from));
        let detail = said.collect::<Vec<_>>().join("; ");
        let audit = self.audit(actor, "presence.map_pins", subject, detail);
        Ok(self.store.map_pins(&mappings, self.now(), audit).await?)
    }

    /// What is known of the people that mappings touch.
    async fn claims<'m>(&self, mappings: &'m [PinMapping]) -> Result<Vec<Claim<'m>>, OfficeError> {
        let ledger = self.ledger().await?;
        let owners = |PinMapping { group, pin, person: _, valid_from }: &PinMapping| {
            ledger.owners_from(group, pin, *valid_from).collect::<Vec<_>>()
        };
        let touched: Vec<_> = mappings.iter().map(|mapping| (mapping, owners(mapping))).collect();
        let people = touched.iter().flat_map(|(mapping, owners)| {
            std::iter::once(mapping.person).chain(owners.iter().copied())
        });
        let facts = self.store.facts(&People::These(people.collect())).await?;
        let of = |person: PersonId| -> Vec<PersonFact> {
            facts.iter().filter(|fact| fact.person == person).cloned().collect()
        };
        let claim = |(mapping, owners): (&'m PinMapping, Vec<PersonId>)| Claim {
            mapping,
            person: of(mapping.person),
            owners: owners.into_iter().map(of).collect(),
        };
        Ok(touched.into_iter().map(claim).collect())
    }

    /// Refuses a PIN that has an owner, and first days that cannot be.
    fn check_days(&self, claims: &[Claim<'_>]) -> Result<(), OfficeError> {
        let today = self.today();
        let earliest = today.saturating_sub(YEARS_BACK_MAX.years());
        let latest = today.tomorrow().unwrap_or(today);
        let bad = |text: String| Err(OfficeError::BadInput(text));
        let mut taken = BTreeSet::new();
        for claim in claims {
            let PinMapping { group, pin, valid_from, .. } = claim.mapping;
            if !claim.owners.is_empty() || !taken.insert((group, pin)) {
                return bad(format!(
                    "PIN {pin} belongs to somebody on or after {valid_from}; correct the list of people, \
                     if it is another's"
                ));
            }
            if !(earliest..=latest).contains(valid_from) {
                return bad(format!(
                    "{valid_from} must be between {earliest} and {latest}; the list of people can \
                     reach further back"
                ));
            }
            match claim.first_of_service() {
                Some(first) if first <= *valid_from => {}
                Some(first) => {
                    return bad(format!(
                        "{valid_from} is before the first day of service, {first}; correct the list \
                         of people, if that is wrong"
                    ));
                }
                None => return bad("this person has never been in service".to_owned()),
            }
        }
        Ok(())
    }

    /// Refuses a PIN without a scan that waits on a terminal of its group that the actor may see.
    async fn check_unknown(
        &self,
        actor: &Actor,
        mappings: &[PinMapping],
    ) -> Result<(), OfficeError> {
        let groups: BTreeMap<_, _> = self
            .store
            .terminals()
            .await?
            .into_iter()
            .map(|terminal| (terminal.serial, terminal.group))
            .collect();
        for PinMapping { group, pin, .. } in mappings {
            let waiting = self.waiting(actor, pin).await?;
            if !waiting.iter().any(|unknown| groups.get(&unknown.terminal) == Some(group)) {
                return Err(OfficeError::BadInput(format!(
                    "no scan of PIN {pin} waits on a terminal of yours in group {group}; let the \
                     person scan first"
                )));
            }
        }
        Ok(())
    }

    /// Where a PIN that belongs to nobody has scanned, of the terminals that the actor may see.
    async fn waiting(&self, actor: &Actor, pin: &str) -> Result<Vec<UnknownPin>, OfficeError> {
        let filter = UnknownPinFilter { skpd: actor.skpd().cloned(), pin: Some(pin.to_owned()) };
        Ok(self.store.unknown_pins(&filter, u32::MAX).await?)
    }

    /// Whether scans of this PIN on this terminal wait for a person. Who is bound to an
    /// organisation is told so of its terminals only.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn is_unknown_pin(
        &self,
        actor: &Actor,
        terminal: &TerminalSerial,
        pin: &Pin,
    ) -> Result<bool, OfficeError> {
        let scope = actor.skpd().map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::SeeTerminals, scope)?;
        let waiting = self.waiting(actor, pin.as_str()).await?;
        Ok(waiting.iter().any(|unknown| unknown.terminal == *terminal))
    }

    /// PINs that punched and belong to nobody. Who is bound to an organisation sees those of its
    /// terminals.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn unknown_pins(
        &self,
        actor: &Actor,
        limit: u32,
    ) -> Result<Vec<UnknownPin>, OfficeError> {
        let scope = actor.skpd().map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::SeeTerminals, scope)?;
        let filter = UnknownPinFilter { skpd: actor.skpd().cloned(), pin: None };
        Ok(self.store.unknown_pins(&filter, limit).await?)
    }
}

/// A mapping with the facts of all whom it touches.
struct Claim<'m> {
    mapping: &'m PinMapping,
    /// Of whom the PIN shall mean.
    person: Vec<PersonFact>,
    /// Of whoever has the PIN on the first day or after it.
    owners: Vec<Vec<PersonFact>>,
}

impl Claim<'_> {
    fn first_of_service(&self) -> Option<Date> {
        let served = self.person.iter().filter(|fact| fact.state.in_service);
        served.map(|fact| fact.valid_from).min()
    }
}

/// Refuses who is bound to an organisation if anybody touched is not of it.
fn check_own(actor: &Actor, claims: &[Claim<'_>]) -> Result<(), Forbidden> {
    let Some(skpd) = actor.skpd() else { return Ok(()) };
    let own = claims.iter().all(|claim| {
        let first = claim.mapping.valid_from;
        // Who begins later than the first day is of the organisation all the same: that the day is
        // too early is said afterwards.
        let begins = claim.first_of_service().map_or(first, |begins| begins.max(first));
        belongs_from(&claim.person, begins, skpd)
            && claim.owners.iter().all(|owner| belongs_from(owner, first, skpd))
    });
    if own {
        Ok(())
    } else {
        Err(Forbidden { actor: actor.name().to_owned(), permission: Permission::MapPins })
    }
}

/// Whether a person belongs to the organisation on `first` and ever after.
fn belongs_from(facts: &[PersonFact], first: Date, skpd: &Skpd) -> bool {
    let on_first = state_on(facts, first);
    let later = facts.iter().filter(|fact| fact.valid_from > first).map(|fact| &fact.state);
    let mut states = on_first.into_iter().chain(later).peekable();
    states.peek().is_some() && states.all(|state| state.skpd == *skpd)
}

//! Whose a PIN is.

use civil::{Nip, PersonId, PinGroup, Skpd};
use jiff::civil::Date;
use storage::{
    people::{PersonFact, PinMapping},
    presence::{People, UnknownPin, UnknownPinFilter},
};
use terminal::Pin;

use super::state_on;
use crate::{Actor, Forbidden, Office, OfficeError, Permission, Scope};

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
    /// are attached, and the days that change their owner are evaluated again. An operator may do
    /// so for people who belong to the own organisation from that day on, and may not take a PIN
    /// from anybody else's.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if nobody carries a Nip; [`OfficeError::Forbidden`].
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
        if let Some(skpd) = actor.skpd() {
            self.check_own(actor, skpd, &mappings).await?;
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

    /// Refuses if a mapping touches anybody who is not of the organisation.
    async fn check_own(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        mappings: &[PinMapping],
    ) -> Result<(), OfficeError> {
        let ledger = self.ledger().await?;
        let touched: Vec<(PersonId, Date)> = mappings
            .iter()
            .flat_map(|PinMapping { group, pin, person, valid_from }| {
                let owners = ledger.owners_from(group, pin, *valid_from);
                std::iter::once(*person).chain(owners).map(|person| (person, *valid_from))
            })
            .collect();
        let people = touched.iter().map(|(person, _)| *person).collect();
        let facts = self.store.facts(&People::These(people)).await?;
        let own = touched.iter().all(|(person, first)| {
            let facts = facts.iter().filter(|fact| fact.person == *person).cloned();
            belongs_from(&facts.collect::<Vec<_>>(), *first, skpd)
        });
        if own {
            Ok(())
        } else {
            let permission = Permission::MapPins;
            Err(Forbidden { actor: actor.name().to_owned(), permission }.into())
        }
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

/// Whether a person belongs to the organisation on `first` and ever after.
fn belongs_from(facts: &[PersonFact], first: Date, skpd: &Skpd) -> bool {
    let on_first = state_on(facts, first);
    let later = facts.iter().filter(|fact| fact.valid_from > first).map(|fact| &fact.state);
    let mut states = on_first.into_iter().chain(later).peekable();
    states.peek().is_some() && states.all(|state| state.skpd == *skpd)
}

//! Everything that is kept about a person's work, with both its dates.

use std::collections::BTreeMap;

use civil::{Nip, PersonId};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use storage::{
    people::{PersonFact, PinMapping},
    presence::People,
    timeline::Timeline,
};

use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// A person and all that holds or held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownPerson {
    /// Who.
    #[serde(skip)]
    pub person: PersonId,
    /// Number, as of today.
    pub nip: String,
    /// Name, as of today.
    pub name: String,
    /// Code of the organisation, as of today.
    pub skpd: String,
    /// Facts, by the day from which they hold and then by when they were recorded.
    pub facts: Vec<ShownFact>,
    /// PINs that are or were this person's, by group, PIN and first day.
    pub pins: Vec<ShownPin>,
}

/// A fact with both its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the printed fact")]
pub struct ShownFact {
    /// The day from which it holds.
    pub valid_from: Date,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Whether it holds today.
    pub in_force: bool,
    /// Whether a fact recorded later took its place from its very first day.
    pub superseded: bool,
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Code of the organisation.
    pub skpd: String,
    /// Unit inside it.
    pub unit: String,
    /// Position.
    pub position: String,
    /// Kelas jabatan, if one.
    pub class: Option<u8>,
    /// How employed, as a code.
    pub employment: &'static str,
    /// Working pattern.
    pub schedule: String,
    /// Whether Tpp is due at all.
    pub tpp: bool,
    /// Share of the Tpp that an officer set: `80%`.
    pub factor: Option<String>,
    /// Why, as a code.
    pub reason: Option<String>,
    /// Whether in service.
    pub in_service: bool,
}

/// A PIN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownPin {
    /// Group of terminals.
    pub group: String,
    /// The PIN.
    pub pin: String,
    /// From which day.
    pub valid_from: Date,
    /// Until which day; `None` while it is this person's.
    pub until: Option<Date>,
}

impl Office {
    /// Shows a person.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if nobody carries the Nip; [`OfficeError::Forbidden`] if the
    /// person is not the actor's to see.
    pub async fn show_person(&self, actor: &Actor, nip: &Nip) -> Result<ShownPerson, OfficeError> {
        let not_found = || OfficeError::not_found("person with NIP", nip.to_string());
        let facts = self.store.facts_by_nip(nip).await?;
        let person = facts.first().ok_or_else(not_found)?.person;
        let today = self.today();
        // Who comes later is shown as of the first day.
        let now = state_on(&facts, today).or_else(|| facts.first().map(|fact| &fact.state));
        let now = now.ok_or_else(not_found)?;
        actor.require(Permission::SeePerson, Scope::Person(person, &now.skpd))?;
        let pins = self.store.pins(&People::These(vec![person])).await?;
        let after = |index: usize| facts.get(index + 1).map(|fact| fact.valid_from);
        Ok(ShownPerson {
            person,
            nip: now.nip.to_string(),
            name: now.name.clone(),
            skpd: now.skpd.to_string(),
            facts: facts
                .iter()
                .enumerate()
                .map(|(index, fact)| shown(fact, after(index), today))
                .collect(),
            pins: held(pins, person),
        })
    }
}

/// When each PIN was the person's, out of the mappings of it to anybody.
fn held(mappings: Vec<PinMapping>, whose: PersonId) -> Vec<ShownPin> {
    let mut lines: BTreeMap<_, Timeline<PersonId>> = BTreeMap::new();
    for PinMapping { group, pin, person, valid_from } in mappings {
        lines.entry((group, pin)).or_default().append(valid_from, person);
    }
    lines
        .iter()
        .flat_map(|(key, line)| line.periods().into_iter().map(move |period| (key, period)))
        .filter(|(_, (.., person))| **person == whose)
        .map(|((group, pin), (valid_from, until, _))| ShownPin {
            group: group.to_string(),
            pin: pin.clone(),
            valid_from,
            until,
        })
        .collect()
}

/// A fact as shown; `next` is the first day of the fact after it.
fn shown(fact: &PersonFact, next: Option<Date>, today: Date) -> ShownFact {
    let state = &fact.state;
    ShownFact {
        valid_from: fact.valid_from,
        recorded: fact.recorded,
        in_force: fact.valid_from <= today && next.is_none_or(|next| today < next),
        superseded: next == Some(fact.valid_from),
        nip: state.nip.to_string(),
        name: state.name.clone(),
        skpd: state.skpd.to_string(),
        unit: state.unit.clone(),
        position: state.position.clone(),
        class: state.class,
        employment: state.employment.code(),
        schedule: state.schedule.to_string(),
        tpp: state.tpp_eligible,
        factor: state.tpp_factor.map(|factor| factor.to_string()),
        reason: state.tpp_reason.clone(),
        in_service: state.in_service,
    }
}

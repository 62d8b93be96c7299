//! People as a list.

use civil::{PersonId, Skpd};
use jiff::civil::Date;
use serde::Serialize;
use storage::{people::PersonFact, presence::People};

use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// Which people to list.
#[derive(Clone, Debug)]
pub struct PeopleFilter {
    /// Of one organisation.
    pub skpd: Option<Skpd>,
    /// Part of the name or of the Nip; empty for all.
    pub search: String,
    /// The day on which they are in service.
    pub on: Date,
}

/// A person of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedPerson {
    /// Who.
    #[serde(skip)]
    pub person: PersonId,
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Code of the organisation.
    pub skpd: String,
    /// `pns`, `cpns`, `pppk`, `pppk-paruh-waktu` or `non-asn`.
    pub employment: &'static str,
    /// Kelas jabatan, if one.
    pub class: Option<u8>,
    /// Working pattern.
    pub schedule: String,
    /// Unit inside the organisation.
    #[serde(skip)]
    pub unit: String,
    /// Position.
    #[serde(skip)]
    pub position: String,
}

impl Office {
    /// People in service on a day, by name. Who is bound to an organisation sees that one only.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] if the organisation asked about, or without one the regency, is
    /// not the actor's to see.
    pub async fn list_people(
        &self,
        actor: &Actor,
        filter: &PeopleFilter,
    ) -> Result<Vec<ListedPerson>, OfficeError> {
        let skpd = filter.skpd.as_ref().or(actor.skpd());
        let (scope, people) = match skpd {
            Some(skpd) => (Scope::Skpd(skpd), People::Of(skpd.clone())),
            None => (Scope::Regency, People::All),
        };
        actor.require(Permission::SeeUnit, scope)?;
        let search = filter.search.trim().to_lowercase();
        let digits = search.replace(' ', "");
        let facts = self.store.facts(&people).await?;
        let mut listed: Vec<_> = facts
            .chunk_by(|a, b| a.person == b.person)
            .filter_map(|facts| listed(facts, filter.on))
            .filter(|person| skpd.is_none_or(|skpd| person.skpd == skpd.as_str()))
            .filter(|person| {
                search.is_empty()
                    || person.name.to_lowercase().contains(&search)
                    || (!digits.is_empty() && person.nip.contains(&digits))
            })
            .collect();
        listed.sort_by_cached_key(|person| (person.name.to_lowercase(), person.nip.clone()));
        Ok(listed)
    }
}

/// What the list says of a person who is in service on the day.
fn listed(facts: &[PersonFact], on: Date) -> Option<ListedPerson> {
    let person = facts.first()?.person;
    let state = state_on(facts, on).filter(|state| state.in_service)?;
    Some(ListedPerson {
        person,
        nip: state.nip.to_string(),
        name: state.name.clone(),
        skpd: state.skpd.to_string(),
        employment: state.employment.code(),
        class: state.class,
        schedule: state.schedule.to_string(),
        unit: state.unit.clone(),
        position: state.position.clone(),
    })
}

//! Who is near a rung, so that the person and the superior hear of it before it is reached.

use std::collections::{BTreeSet, HashMap};

use civil::{Month, Nip, PersonId, Skpd};
use jiff::civil::Date;
use storage::{
    matters::Desk,
    people::{PersonFact, PersonState},
    presence::People,
};

use super::{
    DisciplineAlert,
    counted::{records, serves_in},
    list::least,
};
use crate::{Actor, Office, OfficeError, Permission, Scope, matter::Posts, presence::state_on};

/// Somebody who is near a rung.
#[derive(Clone, Debug)]
pub(crate) struct NearRung {
    /// Who.
    pub(crate) person: PersonId,
    /// What is known of the person today.
    pub(crate) state: PersonState,
    /// The calendar year.
    pub(crate) year: i16,
    /// The day absent that brought it near.
    pub(crate) since: Date,
    /// What is near.
    pub(crate) near: Near,
}

/// What is near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Near {
    /// The next rung of the ladder, with the days absent still missing and its sanction in the
    /// words of the act.
    Rung {
        /// Days.
        days: u32,
        /// Sanction.
        sanction: String,
    },
    /// Days absent in a row are nearly full; so many are missing.
    InARow {
        /// Days.
        days: u32,
    },
}

impl Office {
    /// What a person is near this year, for the person and whoever may see that one's month.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip; [`OfficeError::Forbidden`].
    pub async fn near_of(&self, actor: &Actor, nip: &Nip) -> Result<Vec<Near>, OfficeError> {
        let seen = self.seen_in(actor, nip, Month::of(self.today())).await?;
        let nobody = (&BTreeSet::new(), &Posts::default());
        let near = self.near_rungs(&[seen.person], nobody).await?;
        Ok(near.into_iter().map(|one| one.near).collect())
    }

    /// How many people of an organisation are near a rung this year or on one, by the days absent
    /// that were counted when they were evaluated; in a fixed number of statements.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`].
    pub async fn near_in(&self, actor: &Actor, skpd: &Skpd) -> Result<usize, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let year = self.year(self.today().year())?;
        let facts = self.store.facts(&People::Of(skpd.clone())).await?;
        let of_person = facts.chunk_by(|a, b| a.person == b.person);
        let here = of_person.filter_map(|facts| {
            let state = state_on(facts, self.today())?;
            (state.in_service && state.skpd == *skpd)
                .then(|| facts.first().map(|one| one.person))?
        });
        let here: Vec<PersonId> = here.collect();
        let least = least(self.lawbook.law(), year.until);
        Ok(self.store.absences(Some(&here), year.own(), least).await?.len())
    }

    /// Who is near a rung this year among some people and those whose superior sits at some desks,
    /// in a fixed number of statements: the days absent were counted when they were evaluated, and
    /// only who has enough of them is looked into.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub(crate) async fn near_rungs(
        &self,
        own: &[PersonId],
        (desks, posts): (&BTreeSet<Desk>, &Posts),
    ) -> Result<Vec<NearRung>, OfficeError> {
        if own.is_empty() && desks.is_empty() {
            return Ok(Vec::new());
        }
        let year = self.year(self.today().year())?;
        let law = self.lawbook.law();
        let many = self
            .store
            .absences(desks.is_empty().then_some(own), year.own(), least(law, year.until))
            .await?;
        if many.is_empty() {
            return Ok(Vec::new());
        }
        let mut these: Vec<PersonId> = many.into_iter().map(|(person, _)| person).collect();
        let mut facts: HashMap<PersonId, Vec<PersonFact>> = HashMap::new();
        for fact in self.store.facts(&People::These(these.clone())).await? {
            facts.entry(fact.person).or_default().push(fact);
        }
        let headed = |person: PersonId, facts: &[PersonFact]| {
            let state = state_on(facts, self.today());
            state.is_some_and(|state| desks.contains(&posts.superior(person, state, self.today())))
        };
        facts.retain(|person, facts| own.contains(person) || headed(*person, facts));
        these.retain(|person| facts.contains_key(person));
        if these.is_empty() {
            return Ok(Vec::new());
        }
        let people = People::These(these.clone());
        let serving = |month| {
            let count = facts.values().filter(|facts| serves_in(facts, month)).count();
            u64::try_from(count).unwrap_or(u64::MAX)
        };
        let known = self.refresh_span(&people, &serving, year.span).await?;
        let days = self.store.days(&these, year.span).await?;
        let mut near = Vec::new();
        for person in these {
            let Some(of_person) = facts.get(&person) else { continue };
            let Some(state) = state_on(of_person, self.today()) else { continue };
            let records = records(&days, person, &known)?;
            let Some(counted) = year.count(&records, of_person, law) else { continue };
            let Some(since) = counted.absences.last().copied() else { continue };
            near.extend(counted.alerts.iter().filter_map(nears).map(|near| NearRung {
                person,
                state: state.clone(),
                year: year.year,
                since,
                near,
            }));
        }
        Ok(near)
    }
}

fn nears(alert: &DisciplineAlert) -> Option<Near> {
    match alert {
        DisciplineAlert::Soon(next) => {
            Some(Near::Rung { days: next.days, sanction: next.sanction.words.clone() })
        }
        DisciplineAlert::SoonInARow { days } => Some(Near::InARow { days: *days }),
        DisciplineAlert::Rung { .. }
        | DisciplineAlert::CutWaits { .. }
        | DisciplineAlert::InARow { .. }
        | DisciplineAlert::SalaryStop { .. }
        | DisciplineAlert::RunCrossesYear { .. }
        | DisciplineAlert::UnknownDays { .. }
        | DisciplineAlert::AbsentByMinutes { .. } => None,
    }
}

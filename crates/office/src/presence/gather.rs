//! Stage 4: the only reader of facts. What is known of people over a month, person by person.

use std::collections::BTreeMap;

use civil::{Month, Nip, PersonId, Skpd, Wall};
use jiff::{ToSpan, civil::Date};
use rules::{
    excuse::{Excuse, ExcuseKind},
    month::ExcusedDays,
    roster::Roster,
    statement::Occurrence,
};
use storage::{
    StoreError,
    people::{Performance, PersonFact, PersonState},
    presence::{NewExcuse, People},
    rosters::RosterCell,
};

use super::roster::{turn, with_beside};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A sanction may run this many months after it took effect; older occurrences are not read.
const SANCTION_MONTHS_MAX: i32 = 24;

/// Facts of one person over one month.
#[derive(Clone, Debug)]
pub struct PersonMonth {
    /// Who.
    pub person: PersonId,
    /// Every fact, in order of `valid_from` and `recorded`.
    pub facts: Vec<PersonFact>,
    /// Readings of the month and the days around it, in order.
    pub readings: Vec<Wall>,
    /// Excuses that touch the month.
    pub excuses: Vec<ExcusedDays>,
    /// Turns that were given for the month and the days around it.
    pub roster: Roster,
    /// Occurrences of the month, and sanctions before it.
    pub occurrences: Vec<Occurrence>,
    /// Results of work in the month.
    pub performance: Option<Performance>,
}

impl PersonMonth {
    /// Adds a reading that somebody vouches for.
    pub(crate) fn add_reading(&mut self, at: Wall) {
        let place = self.readings.partition_point(|reading| *reading < at);
        if self.readings.get(place) != Some(&at) {
            self.readings.insert(place, at);
        }
    }

    /// Adds an excuse.
    pub(crate) fn add_excuse(&mut self, excuse: &NewExcuse) -> Result<(), StoreError> {
        self.excuses.push(excused(excuse)?);
        Ok(())
    }

    /// Gives a turn.
    pub(crate) fn give_turn(&mut self, cell: &RosterCell) -> Result<(), StoreError> {
        self.roster.put(cell.date, turn(cell)?);
        Ok(())
    }

    /// What held about the person on `date`, as known now.
    #[must_use]
    pub fn state_on(&self, date: Date) -> Option<&PersonState> {
        state_on(&self.facts, date)
    }

    /// The last state of the month in which the person was in service, else the last of all.
    #[must_use]
    pub fn state_in(&self, month: Month) -> Option<&PersonState> {
        state_in(&self.facts, month)
    }
}

/// The last state of the month in which the person was in service, else the last of all.
pub(crate) fn state_in(facts: &[PersonFact], month: Month) -> Option<&PersonState> {
    let in_service = (0..31)
        .filter_map(|back| month.last().checked_sub(i64::from(back).days()).ok())
        .take_while(|date| month.contains(*date))
        .filter_map(|date| state_on(facts, date))
        .find(|state| state.in_service);
    in_service.or_else(|| facts.last().map(|fact| &fact.state))
}

/// Facts as a store lists them, person by person.
pub(crate) fn facts_by_person(facts: &[PersonFact]) -> BTreeMap<PersonId, &[PersonFact]> {
    facts
        .chunk_by(|a, b| a.person == b.person)
        .filter_map(|facts| Some((facts.first()?.person, facts)))
        .collect()
}

/// The state on a day: of the facts not after it the latest, and of those the last recorded.
pub(crate) fn state_on(facts: &[PersonFact], date: Date) -> Option<&PersonState> {
    facts
        .iter()
        .filter(|fact| fact.valid_from <= date)
        .max_by_key(|fact| (fact.valid_from, fact.recorded))
        .map(|fact| &fact.state)
}

/// A person whose month the actor may see.
pub(crate) struct Seen {
    /// Who.
    pub(crate) person: PersonId,
    /// The state in the month.
    pub(crate) state: PersonState,
    /// All that is known of the person.
    pub(crate) facts: Vec<PersonFact>,
}

/// How many days around the month are read: a night shift begins on its eve or ends on its
/// morrow. Not more than a stale mark reaches, or a month computed anew would rest on readings
/// that a refresh never hears of.
const MARGIN_DAYS: i64 = 1;

impl Office {
    /// Who carries the Nip, and in which state in the month, if the actor may see that person's
    /// month. To be asked before anything is computed.
    pub(crate) async fn seen_in(
        &self,
        actor: &Actor,
        nip: &Nip,
        month: Month,
    ) -> Result<Seen, OfficeError> {
        let facts = self.store.facts_by_nip(nip).await?;
        let state = state_in(&facts, month);
        let (Some(fact), Some(state)) = (facts.first(), state) else {
            return Err(OfficeError::not_found("person with NIP", nip.to_string()));
        };
        let person = fact.person;
        actor.require(Permission::SeePerson, Scope::Person(person, &state.skpd))?;
        let state = state.clone();
        Ok(Seen { person, state, facts })
    }

    /// Reads what is known of `people` over `month`, in a fixed number of queries.
    pub(crate) async fn gather(
        &self,
        people: &People,
        month: Month,
    ) -> Result<Vec<PersonMonth>, OfficeError> {
        let facts = self.store.facts(people).await?;
        self.gather_with(facts, people, month).await
    }

    /// The same of people whose facts are read already.
    pub(crate) async fn gather_with(
        &self,
        facts: Vec<PersonFact>,
        people: &People,
        month: Month,
    ) -> Result<Vec<PersonMonth>, OfficeError> {
        let (first, last) = (month.first(), month.last());
        let sanctions_from = first.saturating_sub(SANCTION_MONTHS_MAX.months());
        let mut months = by_person(facts);
        self.add_presence(&mut months, people, (first, last)).await?;
        let occurrences = self.store.occurrences(people, sanctions_from, last).await?;
        let performance = self.store.performance(people, month).await?;
        for row in occurrences {
            let of_month = month.contains(row.date) || row.code.starts_with("sanction:");
            if let Some(month) = months.get_mut(&row.person).filter(|_| of_month) {
                month.occurrences.push(Occurrence {
                    date: row.date,
                    code: row.code,
                    amount: row.amount,
                });
            }
        }
        for row in performance {
            if let Some(month) = months.get_mut(&row.person) {
                month.performance = Some(row);
            }
        }
        Ok(months.into_values().collect())
    }

    /// What tells whether people are here on `date`: their facts, readings and excuses, without
    /// what only money rests on. In service that day, of `skpd` if one is given.
    pub(crate) async fn gather_day(
        &self,
        skpd: Option<&Skpd>,
        date: Date,
    ) -> Result<Vec<PersonMonth>, OfficeError> {
        let people = skpd.map_or(People::All, |skpd| People::Of(skpd.clone()));
        let mut present = by_person(self.store.facts(&people).await?);
        present.retain(|_, person| {
            person.state_on(date).is_some_and(|state| {
                state.in_service && skpd.is_none_or(|skpd| state.skpd == *skpd)
            })
        });
        // Those of a unit are known by now, so that the store need not find them out again.
        let people = match people {
            People::All => People::All,
            People::Of(_) | People::These(_) => People::These(present.keys().copied().collect()),
        };
        self.add_presence(&mut present, &people, (date, date)).await?;
        Ok(present.into_values().collect())
    }

    /// Adds readings, those that people vouched for included, rosters and excuses of a span.
    async fn add_presence(
        &self,
        months: &mut BTreeMap<PersonId, PersonMonth>,
        people: &People,
        (first, last): (Date, Date),
    ) -> Result<(), OfficeError> {
        let from = Wall::midnight(first).plus_seconds(-MARGIN_DAYS * 86_400);
        let until = Wall::midnight(last).plus_seconds((MARGIN_DAYS + 1) * 86_400);
        for row in self.store.readings(people, from, until).await? {
            if let Some(month) = months.get_mut(&row.person) {
                month.readings = row.readings;
            }
        }
        let (days, readings) = (with_beside((first, last)), (from, until));
        let (turns, noted) = self.store.roster_and_noted(people, days, readings).await?;
        for noted in noted {
            if let Some(month) = months.get_mut(&noted.person) {
                month.add_reading(noted.at);
            }
        }
        for cell in &turns {
            if let Some(month) = months.get_mut(&cell.person) {
                month.give_turn(cell)?;
            }
        }
        for row in self.store.excuses(people, first, last).await? {
            if let Some(month) = months.get_mut(&row.excuse.person) {
                month.excuses.push(excused(&row.excuse)?);
            }
        }
        Ok(())
    }
}

/// Facts put together by person.
fn by_person(facts: Vec<PersonFact>) -> BTreeMap<PersonId, PersonMonth> {
    let mut months: BTreeMap<PersonId, PersonMonth> = BTreeMap::new();
    for fact in facts {
        let person = fact.person;
        months.entry(person).or_insert_with(|| PersonMonth::empty(person)).facts.push(fact);
    }
    months
}

impl PersonMonth {
    fn empty(person: PersonId) -> Self {
        Self {
            person,
            facts: Vec::new(),
            readings: Vec::new(),
            excuses: Vec::new(),
            roster: Roster::default(),
            occurrences: Vec::new(),
            performance: None,
        }
    }
}

/// An excuse in the words of the rules.
fn excused(row: &NewExcuse) -> Result<ExcusedDays, StoreError> {
    let kind: ExcuseKind = row.kind.parse().map_err(|error: rules::excuse::UnknownExcuse| {
        StoreError::Inconsistent { what: "excuse", reason: error.to_string() }
    })?;
    let seconds = row.minutes.map(|(from, until)| (i32::from(from) * 60, i32::from(until) * 60));
    Ok(ExcusedDays { from: row.from, until: row.until, excuse: Excuse { kind, seconds } })
}

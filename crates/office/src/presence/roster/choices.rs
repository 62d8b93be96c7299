//! With whom somebody can exchange turns, and which.

use std::collections::HashMap;

use civil::{Month, Nip};
use jiff::civil::Date;

use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// What somebody who works by turns can exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapChoices {
    /// People of the same unit with the same pattern, by name.
    pub colleagues: Vec<SwapColleague>,
    /// Days to come of the month on which the person has a turn or is off by the pattern.
    pub days: Vec<SwapDay>,
}

/// Somebody to exchange turns with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapColleague {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
}

/// A day with the turns of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapDay {
    /// The day.
    pub date: Date,
    /// Letter of who asks, `-` for a day off.
    pub mine: String,
    /// Letter of the colleague, if one is chosen and works by the same pattern that day.
    pub theirs: Option<String>,
}

impl Office {
    /// Whether somebody works by turns on a day, so that there is something to exchange.
    #[must_use]
    pub(crate) fn works_by_turns(&self, pattern: &str, on: Date) -> bool {
        let value = self.lawbook.law().schedule_value(pattern, on, self.today());
        value.is_ok_and(|(_, value)| !value.shifts.is_empty())
    }

    /// With whom the person can exchange turns in a month, and which; `None` for whoever works by
    /// none.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`] for anybody else's turns.
    pub async fn swap_choices(
        &self,
        actor: &Actor,
        nip: &Nip,
        (month, with): (Month, Option<&Nip>),
    ) -> Result<Option<SwapChoices>, OfficeError> {
        let today = self.today();
        let facts = self.store.facts_by_nip(nip).await?;
        let on = month.first().max(today).min(month.last());
        let state = state_on(&facts, on).or_else(|| facts.last().map(|fact| &fact.state));
        let (Some(fact), Some(state)) = (facts.first(), state) else {
            return Err(OfficeError::not_found("person with NIP", nip.to_string()));
        };
        actor.require(Permission::Ask, Scope::Person(fact.person, &state.skpd))?;
        if !self.works_by_turns(state.schedule.pattern(), on) {
            return Ok(None);
        }
        let gathered = self.gather_roster(&state.skpd, month, &HashMap::new()).await?;
        let mut colleagues = Vec::new();
        let mut other = None;
        for (person, (facts, _)) in &gathered.people {
            let Some(of) = state_on(facts, on).filter(|of| of.in_service) else { continue };
            let alike = of.schedule.pattern() == state.schedule.pattern() && of.unit == state.unit;
            if alike && *person != fact.person {
                let (nip, name) = (of.nip.to_string(), of.name.clone());
                colleagues.push(SwapColleague { nip, name });
                if with == Some(&of.nip) {
                    other = Some(*person);
                }
            }
        }
        colleagues.sort_by(|a, b| (&a.name, &a.nip).cmp(&(&b.name, &b.nip)));
        let served = |person, date| {
            let (_, served) = gathered.people.get(&person)?;
            served.get(&date)
        };
        let days = month.days().filter(|date| *date >= today).filter_map(|date| {
            let mine = served(fact.person, date)?;
            let theirs = other.and_then(|other| served(other, date));
            let theirs = theirs.filter(|theirs| theirs.pattern == mine.pattern);
            let theirs = theirs.and_then(|theirs| theirs.day.letter.clone());
            Some(SwapDay { date, mine: mine.day.letter.clone()?, theirs })
        });
        Ok(Some(SwapChoices { colleagues, days: days.collect() }))
    }
}

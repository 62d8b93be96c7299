use std::collections::BTreeMap;

use async_trait::async_trait;
use civil::{PersonId, Wall};
use jiff::Timestamp;

use super::{MemoryStore, State, first_of, number_after};
use crate::{
    AuditEntry, StoreError, kept,
    matters::{
        Effect, Matter, MatterFilter, MatterStore, NewMatter, NewStep, Noted, Opened, Step,
        StepDone, Whose,
    },
    presence::{Excuse, People},
};

impl State {
    pub(super) fn open_matter(&mut self, matter: &NewMatter, audit: AuditEntry) -> Opened {
        let taken = self.matters.iter().find(|known| {
            known.opened.kind == matter.kind
                && matter.key.is_some()
                && known.opened.key == matter.key
        });
        if let Some(known) = taken {
            return Opened::Known(known.id);
        }
        let id = number_after(self.matters.len());
        let (at, by) = (kept(audit.at), audit.actor.clone());
        self.matters.push(Matter { id, opened: matter.clone(), at, by, steps: 0 });
        self.audit(audit);
        Opened::New(id)
    }

    fn append_step(&mut self, step: &NewStep) -> StepDone {
        let NewStep { matter: of, seen, verb, person, data, standing, effects, audit } = step;
        let known = self.matters.iter().find(|matter| matter.id == *of);
        if known.is_none_or(|matter| matter.steps != *seen) {
            return StepDone::Overtaken;
        }
        let as_seen = effects.iter().all(|effect| match effect {
            Effect::Roster(change) => self.roster_is(change),
            Effect::Excuse(_)
            | Effect::Reading { .. }
            | Effect::Occurrence(_)
            | Effect::Withdraw => true,
        });
        if !as_seen {
            return StepDone::Overtaken;
        }
        let Some(matter) = self.matters.iter_mut().find(|matter| matter.id == *of) else {
            return StepDone::Overtaken;
        };
        matter.steps += 1;
        matter.opened.standing.clone_from(standing);
        self.steps.push((
            *of,
            Step {
                number: matter.steps,
                at: kept(audit.at),
                actor: audit.actor.clone(),
                person: *person,
                verb: verb.clone(),
                data: data.clone(),
            },
        ));
        for effect in effects {
            self.take_effect(*of, effect, step);
        }
        self.audit(audit.clone());
        StepDone::Appended
    }

    fn take_effect(&mut self, matter: i64, effect: &Effect, step: &NewStep) {
        match effect {
            Effect::Excuse(excuse) => {
                let id = number_after(self.excuses.len());
                let recorded = kept(step.audit.at);
                self.excuses.push(Excuse { id, excuse: excuse.clone(), recorded });
                self.excuse_matters.insert(id, matter);
                self.mark_person(excuse.person, excuse.from, excuse.until);
            }
            Effect::Reading { person, at } => {
                self.noted.push(Noted { person: *person, at: *at, matter });
                self.mark_person(*person, at.date(), at.date());
            }
            Effect::Occurrence(occurrence) => {
                self.occurrences.push(occurrence.clone());
                self.occurrence_matters.push((matter, occurrence.clone()));
                self.mark_person(occurrence.person, occurrence.date, occurrence.date);
            }
            Effect::Roster(change) => self.give_turn(&change.cell, Some(matter)),
            Effect::Withdraw => self.withdraw(matter),
        }
    }

    fn withdraw(&mut self, matter: i64) {
        let mut spans = self.withdraw_turns(matter);
        for excuse in &self.excuses {
            let caused = self.excuse_matters.get(&excuse.id) == Some(&matter);
            if caused && self.withdrawn.insert(excuse.id) {
                spans.push((excuse.excuse.person, excuse.excuse.from, excuse.excuse.until));
            }
        }
        let (gone, noted) =
            std::mem::take(&mut self.noted).into_iter().partition(|noted| noted.matter == matter);
        self.noted = noted;
        let gone: Vec<Noted> = gone;
        spans.extend(gone.iter().map(|noted| (noted.person, noted.at.date(), noted.at.date())));
        let (gone, caused) = std::mem::take(&mut self.occurrence_matters)
            .into_iter()
            .partition(|(of, _)| *of == matter);
        self.occurrence_matters = caused;
        let gone: Vec<(i64, _)> = gone;
        for (_, occurrence) in gone {
            if let Some(place) = self.occurrences.iter().position(|known| *known == occurrence) {
                self.occurrences.remove(place);
            }
            spans.push((occurrence.person, occurrence.date, occurrence.date));
        }
        for (person, from, until) in spans {
            self.mark_person(person, from, until);
        }
    }
}

#[async_trait]
impl MatterStore for MemoryStore {
    async fn open_matters(
        &self,
        matters: &[(NewMatter, AuditEntry)],
    ) -> Result<Vec<Opened>, StoreError> {
        let mut state = self.state();
        let open =
            |(matter, audit): &(NewMatter, AuditEntry)| state.open_matter(matter, audit.clone());
        Ok(matters.iter().map(open).collect())
    }

    async fn append_steps(&self, steps: &[NewStep]) -> Result<Vec<StepDone>, StoreError> {
        let mut state = self.state();
        Ok(steps.iter().map(|step| state.append_step(step)).collect())
    }

    async fn matters(&self, filter: &MatterFilter) -> Result<Vec<Matter>, StoreError> {
        let fits = |matter: &&Matter| {
            let opened = &matter.opened;
            filter.passes(opened)
                && match &filter.whose {
                    Whose::On(desks) => {
                        opened.standing.desk.as_ref().is_some_and(|desk| desks.contains(desk))
                    }
                    Whose::Of(people) => opened.person.is_some_and(|of| people.contains(&of)),
                    Whose::In(skpd) => opened.skpd == *skpd,
                    Whose::All => true,
                }
        };
        let mut found: Vec<Matter> = self.state().matters.iter().filter(fits).cloned().collect();
        found.sort_by_key(|matter| {
            let due = matter.opened.standing.due;
            (due.is_none(), due, matter.id)
        });
        Ok(first_of(found, filter.limit))
    }

    async fn matter(&self, id: i64) -> Result<Option<Matter>, StoreError> {
        Ok(self.state().matters.iter().find(|matter| matter.id == id).cloned())
    }

    async fn steps(&self, matter: i64) -> Result<Vec<Step>, StoreError> {
        let state = self.state();
        let of = state.steps.iter().filter(|(of, _)| *of == matter);
        Ok(of.map(|(_, step)| step.clone()).collect())
    }

    async fn steps_of(&self, matters: &[i64]) -> Result<Vec<(i64, Step)>, StoreError> {
        let state = self.state();
        let of = state.steps.iter().filter(|(of, _)| matters.contains(of));
        let mut steps: Vec<_> = of.cloned().collect();
        steps.sort_by_key(|(matter, step)| (*matter, step.number));
        Ok(steps)
    }

    async fn steps_between(
        &self,
        after: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<(i64, Step)>, StoreError> {
        let state = self.state();
        let of = state.steps.iter().filter(|(_, step)| after < step.at && step.at <= until);
        let mut steps: Vec<_> = of.cloned().collect();
        steps.sort_by_key(|(matter, step)| (step.at, *matter, step.number));
        Ok(steps)
    }

    async fn noted(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<Noted>, StoreError> {
        let state = self.state();
        let mut found: BTreeMap<(PersonId, Wall), i64> = BTreeMap::new();
        for Noted { person, at, matter } in &state.noted {
            let asked = from <= *at
                && *at <= until
                && state.includes(people, *person, from.date(), until.date());
            if asked {
                let first = found.entry((*person, *at)).or_insert(*matter);
                *first = (*first).min(*matter);
            }
        }
        let row = |((person, at), matter)| Noted { person, at, matter };
        Ok(found.into_iter().map(row).collect())
    }
}

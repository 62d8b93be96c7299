use async_trait::async_trait;
use civil::{Month, Nip, PersonId};
use jiff::{Timestamp, civil::Date};

use super::{MemoryStore, State, number_after};
use crate::{
    AuditEntry, StoreError, kept,
    people::{
        Appended, NewPersonFact, Occurrence, PeopleStore, Performance, PersonFact, PinMapping,
    },
    presence::People,
    timeline::{Change, Span},
};

impl State {
    fn append_fact(&mut self, fact: &NewPersonFact, recorded: Timestamp, done: &mut Appended) {
        let person =
            fact.person.or_else(|| self.carrier_of(&fact.state.nip)).unwrap_or_else(|| {
                done.people += 1;
                PersonId(number_after(self.states.len()))
            });
        let state = &fact.state;
        self.skpds.entry(state.skpd.clone()).or_insert_with(|| state.skpd.to_string());
        let change = self.states.entry(person).or_default().append(fact.valid_from, state.clone());
        match change {
            Change::Known => done.known += 1,
            Change::New(span) => {
                done.facts += 1;
                self.facts.push(PersonFact {
                    person,
                    valid_from: fact.valid_from,
                    recorded: kept(recorded),
                    state: state.clone(),
                });
                self.mark_span(person, &span, span.before.as_ref() != Some(state), recorded);
            }
        }
        if let Some((group, pin)) = &fact.pin {
            let (group, pin) = (group.clone(), pin.clone());
            let mapping = PinMapping { group, pin, person, valid_from: fact.valid_from };
            done.pins += self.map_pin(&mapping);
        }
    }

    fn mark_span<T>(
        &mut self,
        person: PersonId,
        span: &Span<T>,
        changes: bool,
        recorded: Timestamp,
    ) {
        let reach = self.reach(recorded);
        if let Some((from, until)) = span.touched(reach).filter(|_| changes) {
            self.mark_person(person, from, until);
        }
    }

    /// Adds a mapping; 1 if it was not known.
    fn map_pin(&mut self, mapping: &PinMapping) -> u32 {
        let PinMapping { group, pin, person, valid_from } = mapping;
        let line = self.pins.entry((group.clone(), pin.clone())).or_default();
        let Change::New(span) = line.append(*valid_from, *person) else { return 0 };
        if span.before == Some(*person) {
            return 1;
        }
        let touched: Vec<_> = self
            .punches
            .keys()
            .map(|(terminal, pin, at)| (terminal.clone(), pin.clone(), at.date()))
            .filter(|(terminal, of, day)| {
                of == pin
                    && self.terminals.get(terminal).is_some_and(|known| known.group == *group)
                    && span.from <= *day
                    && span.until.is_none_or(|until| *day <= until)
            })
            .collect();
        for (terminal, pin, day) in touched {
            self.mark_pin(&terminal, &pin, day);
            if let Some(former) = span.before {
                self.mark_person(former, day, day);
            }
        }
        1
    }

    /// The person whose state that holds last has this Nip.
    fn carrier_of(&self, nip: &Nip) -> Option<PersonId> {
        let carries = |person: &PersonId| {
            let newest = self.states.get(person).and_then(|line| line.newest());
            newest.is_some_and(|state| state.nip == *nip)
        };
        self.states.keys().copied().find(carries)
    }
}

#[async_trait]
impl PeopleStore for MemoryStore {
    async fn append_facts(
        &self,
        facts: &[NewPersonFact],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<Appended, StoreError> {
        let mut state = self.state();
        let mut done = Appended::default();
        for fact in facts {
            state.append_fact(fact, recorded, &mut done);
        }
        state.audit(audit);
        Ok(done)
    }

    async fn facts(&self, people: &People) -> Result<Vec<PersonFact>, StoreError> {
        let state = self.state();
        let mut facts: Vec<_> = state
            .facts
            .iter()
            .filter(|fact| state.includes(people, fact.person, Date::MIN, Date::MAX))
            .cloned()
            .collect();
        facts.sort_by_key(|fact| (fact.person, fact.valid_from));
        Ok(facts)
    }

    async fn person_by_nip(&self, nip: &Nip) -> Result<Option<PersonId>, StoreError> {
        Ok(self.state().carrier_of(nip))
    }

    async fn facts_by_nip(&self, nip: &Nip) -> Result<Vec<PersonFact>, StoreError> {
        match self.person_by_nip(nip).await? {
            Some(person) => self.facts(&People::These(vec![person])).await,
            None => Ok(Vec::new()),
        }
    }

    async fn map_pins(
        &self,
        mappings: &[PinMapping],
        _recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<u32, StoreError> {
        let mut state = self.state();
        let added = mappings.iter().map(|mapping| state.map_pin(mapping)).sum();
        state.audit(audit);
        Ok(added)
    }

    async fn pins(&self, people: &People) -> Result<Vec<PinMapping>, StoreError> {
        let state = self.state();
        let mut pins = Vec::new();
        for ((group, pin), line) in &state.pins {
            let asked_about = |(_, person): &(Date, PersonId)| {
                state.includes(people, *person, Date::MIN, Date::MAX)
            };
            if line.entries().any(asked_about) {
                pins.extend(line.entries().map(|(valid_from, person)| PinMapping {
                    group: group.clone(),
                    pin: pin.clone(),
                    person: *person,
                    valid_from: *valid_from,
                }));
            }
        }
        Ok(pins)
    }

    async fn add_performance(
        &self,
        rows: &[Performance],
        _recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for row in rows {
            let held = state.performance.insert((row.month, row.person), row.clone());
            if held.as_ref() != Some(row) {
                state.mark_person(row.person, row.month.first(), row.month.last());
            }
        }
        state.audit(audit);
        Ok(())
    }

    async fn performance(
        &self,
        people: &People,
        month: Month,
    ) -> Result<Vec<Performance>, StoreError> {
        let state = self.state();
        let fits = |row: &&Performance| {
            row.month == month && state.includes(people, row.person, month.first(), month.last())
        };
        Ok(state.performance.values().filter(fits).cloned().collect())
    }

    async fn add_occurrences(
        &self,
        rows: &[Occurrence],
        _recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for row in rows {
            if !state.occurrences.contains(row) {
                state.occurrences.push(row.clone());
                state.mark_person(row.person, row.date, row.date);
            }
        }
        state.audit(audit);
        Ok(())
    }

    async fn occurrences(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Occurrence>, StoreError> {
        let state = self.state();
        let fits = |row: &&Occurrence| {
            (from..=until).contains(&row.date) && state.includes(people, row.person, from, until)
        };
        let mut found: Vec<_> = state.occurrences.iter().filter(fits).cloned().collect();
        found.sort_by_key(|row| (row.person, row.date));
        Ok(found)
    }
}

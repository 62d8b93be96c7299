//! What the store knows about people, held in memory while a file is read: to tell beforehand what
//! it would change, and who owns a PIN.

use std::collections::{BTreeMap, HashMap};

use civil::{Nip, PersonId, PinGroup};
use jiff::civil::Date;
use storage::{
    people::{Appended, NewPersonFact, PersonFact, PersonState, PinMapping},
    presence::People,
    timeline::{Change, Timeline},
};

use crate::{
    Office, OfficeError,
    table::{Reason, value},
};

/// Facts and PINs of everybody. It takes facts as a store does, and counts the same.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    states: BTreeMap<PersonId, Timeline<PersonState>>,
    carriers: HashMap<Nip, PersonId>,
    pins: HashMap<(PinGroup, String), Timeline<PersonId>>,
    /// People that only the file knows, so far.
    new: i64,
}

impl Office {
    /// Reads what is known of everybody.
    pub(crate) async fn ledger(&self) -> Result<Ledger, OfficeError> {
        let mut ledger = Ledger::default();
        for fact in self.store.facts(&People::All).await? {
            ledger.add_known(fact);
        }
        for PinMapping { group, pin, person, valid_from } in self.store.pins(&People::All).await? {
            ledger.pins.entry((group, pin)).or_default().append(valid_from, person);
        }
        Ok(ledger)
    }
}

impl Ledger {
    fn add_known(&mut self, fact: PersonFact) {
        self.add_state(fact.person, fact.valid_from, fact.state);
    }

    /// Who carries the Nip by the fact that holds last.
    pub(crate) fn carrier(&self, nip: &Nip) -> Option<PersonId> {
        self.carriers.get(nip).copied()
    }

    /// Reads the Nip in a cell and tells who carries it.
    ///
    /// # Errors
    ///
    /// What is wrong with the Nip, or that nobody carries it.
    pub(crate) fn person(&self, text: &str) -> Result<PersonId, Reason> {
        let nip = value::nip(text)?;
        self.carrier(&nip).ok_or_else(|| Reason::new("import-nip-unknown").with("nip", nip))
    }

    /// What holds about a person on a day.
    pub(crate) fn state_on(&self, person: PersonId, day: Date) -> Option<&PersonState> {
        self.states.get(&person)?.on(day)
    }

    /// The Nip of the fact that holds last.
    pub(crate) fn nip(&self, person: PersonId) -> Option<&Nip> {
        Some(&self.states.get(&person)?.newest()?.nip)
    }

    /// Whom the PIN means on a day.
    pub(crate) fn owner(&self, group: &PinGroup, pin: &str, day: Date) -> Option<PersonId> {
        self.pins.get(&(group.clone(), pin.to_owned()))?.on(day).copied()
    }

    /// Whom the PIN means on a day or from a later one.
    pub(crate) fn owners_from(
        &self,
        group: &PinGroup,
        pin: &str,
        day: Date,
    ) -> impl Iterator<Item = PersonId> {
        let line = self.pins.get(&(group.clone(), pin.to_owned()));
        let later = line.into_iter().flat_map(Timeline::entries);
        let later = later.filter(move |(from, _)| *from > day).map(|(_, person)| *person);
        self.owner(group, pin, day).into_iter().chain(later)
    }

    /// Takes a fact as a store would, and counts it.
    pub(crate) fn append(&mut self, fact: &NewPersonFact, done: &mut Appended) {
        let known = fact.person.or_else(|| self.carrier(&fact.state.nip));
        let person = known.unwrap_or_else(|| {
            done.people += 1;
            self.new += 1;
            // Stores number people from 1 up, so these are nobody else's.
            PersonId(-self.new)
        });
        if self.add_state(person, fact.valid_from, fact.state.clone()) {
            done.facts += 1;
        } else {
            done.known += 1;
        }
        if let Some((group, pin)) = &fact.pin {
            let line = self.pins.entry((group.clone(), pin.clone())).or_default();
            if line.append(fact.valid_from, person) != Change::Known {
                done.pins += 1;
            }
        }
    }

    /// Adds a state and says whether it was new.
    fn add_state(&mut self, person: PersonId, from: Date, state: PersonState) -> bool {
        let line = self.states.entry(person).or_default();
        let former = line.newest().map(|state| state.nip);
        let new = line.append(from, state) != Change::Known;
        let newest = line.newest().map(|state| state.nip);
        if former != newest {
            if let Some(former) = former
                && self.carriers.get(&former) == Some(&person)
            {
                self.carriers.remove(&former);
            }
            if let Some(newest) = newest {
                self.carriers.entry(newest).or_insert(person);
            }
        }
        new
    }
}

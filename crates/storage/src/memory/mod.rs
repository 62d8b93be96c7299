//! A store in memory: the plainest that can be right. Tests hold the others against it.

mod access;
mod desk;
mod jobs;
mod matters;
mod messages;
mod people;
mod presence;
mod results;
mod rosters;
mod terminals;
mod years;

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use civil::{Month, PersonId, PinGroup, Skpd, TerminalSerial, Wall, Zone};
use jiff::{Timestamp, civil::Date};

use crate::{
    AuditEntry, StoreError,
    access::{Account, Session},
    audit::{AuditQuery, AuditStore, OPERATION, StoredAuditEntry},
    closings::{Frozen, LawText},
    details::{Detail, Post},
    jobs::Job,
    kept,
    law::{LawStore, SignOff},
    matters::{Matter, Noted, Step},
    messages::ReaderState,
    organisation::{OrganisationStore, SkpdEntry},
    people::{Occurrence, Performance, PersonFact, PersonState},
    presence::{Excuse, People, Quarantined, StaleMark, StoredPunch, by_month},
    results::MonthResult,
    terminals::Terminal,
    timeline::Timeline,
};

/// A store that forgets everything when it is dropped. It belongs to one regency, like any store.
#[derive(Default)]
pub struct MemoryStore {
    state: Mutex<State>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The state; what a panicking test left behind is still whole enough to look at.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A punch is known by its terminal, PIN and second.
type PunchKey = (TerminalSerial, String, Wall);

#[derive(Default)]
struct State {
    audit: Vec<StoredAuditEntry>,
    skpds: BTreeMap<Skpd, String>,
    sign_offs: Vec<SignOff>,
    accounts: BTreeMap<String, Account>,
    sessions: BTreeMap<String, Session>,
    terminals: BTreeMap<TerminalSerial, Terminal>,
    punches: BTreeMap<PunchKey, StoredPunch>,
    quarantine: Vec<Quarantined>,
    quarantine_digests: HashSet<(TerminalSerial, String)>,
    /// In order of recording.
    facts: Vec<PersonFact>,
    states: BTreeMap<PersonId, Timeline<PersonState>>,
    pins: BTreeMap<(PinGroup, String), Timeline<PersonId>>,
    performance: BTreeMap<(Month, PersonId), Performance>,
    occurrences: Vec<Occurrence>,
    excuses: Vec<Excuse>,
    /// By number of the excuse.
    excuse_matters: BTreeMap<i64, i64>,
    /// Numbers of excuses that no longer hold.
    withdrawn: BTreeSet<i64>,
    matters: Vec<Matter>,
    /// With the matter each belongs to, in order.
    steps: Vec<(i64, Step)>,
    noted: Vec<Noted>,
    /// Occurrences that a matter caused and that hold.
    occurrence_matters: Vec<(i64, Occurrence)>,
    /// In order of recording.
    rosters: Vec<rosters::GivenTurn>,
    details: Vec<Detail>,
    posts: Vec<Post>,
    /// By closing and person.
    frozen: BTreeMap<(i64, PersonId), Frozen>,
    law_texts: BTreeMap<String, LawText>,
    readers: BTreeMap<i64, ReaderState>,
    jobs: Vec<Job>,
    /// The number of the last job.
    last_job: i64,
    months: BTreeMap<(Month, PersonId), MonthResult>,
    /// Marks of days of PINs: a new punch of a marked day renews the mark's id.
    pin_marks: BTreeMap<(TerminalSerial, String, Date), i64>,
    /// Marks of people.
    person_marks: Vec<(i64, PersonId, Date, Date)>,
    last_mark: i64,
}

impl State {
    fn audit(&mut self, entry: AuditEntry) {
        let AuditEntry { at, actor, verb, subject, detail } = entry;
        let number = number_after(self.audit.len());
        let (at, verb) = (kept(at), verb.to_owned());
        self.audit.push(StoredAuditEntry { number, at, actor, verb, subject, detail });
    }

    fn next_mark(&mut self) -> i64 {
        self.last_mark += 1;
        self.last_mark
    }

    /// Marks days of a person; a mark a month, so that each is cleared with its month.
    fn mark_person(&mut self, person: PersonId, from: Date, until: Date) {
        for (from, until) in by_month(from, until) {
            let id = self.next_mark();
            self.person_marks.push((id, person, from, until));
        }
    }

    /// Marks a day of a PIN again, whether it is marked or not.
    fn mark_pin(&mut self, terminal: &TerminalSerial, pin: &str, day: Date) {
        let id = self.next_mark();
        self.pin_marks.insert((terminal.clone(), pin.to_owned(), day), id);
    }

    /// Who the PIN means on that day.
    fn owner(&self, terminal: &TerminalSerial, pin: &str, day: Date) -> Option<PersonId> {
        let group = self.terminals.get(terminal)?.group.clone();
        self.pins.get(&(group, pin.to_owned()))?.on(day).copied()
    }

    /// Whether the person is one of `people`, who are asked about from `from` to `until`.
    fn includes(&self, people: &People, person: PersonId, from: Date, until: Date) -> bool {
        match people {
            People::All => true,
            People::These(these) => these.contains(&person),
            People::Of(skpd) => self
                .states
                .get(&person)
                .is_some_and(|line| line.any_between(from, until, |state| state.skpd == *skpd)),
        }
    }

    /// Every mark whose person is known, in order of age.
    fn marks(&self) -> Vec<StaleMark> {
        let of_pins = self.pin_marks.iter().filter_map(|((terminal, pin, day), id)| {
            let person = Some(self.owner(terminal, pin, *day)?);
            Some(StaleMark { id: *id, person, from: *day, until: *day })
        });
        let of_people = self.person_marks.iter().map(|(id, person, from, until)| StaleMark {
            id: *id,
            person: Some(*person),
            from: *from,
            until: *until,
        });
        let mut marks: Vec<_> = of_pins.chain(of_people).collect();
        marks.sort_by_key(|mark| mark.id);
        marks
    }

    /// The first and last day that a fact can make stale: see [`crate::people::PeopleStore`].
    fn reach(&self, recorded: Timestamp) -> (Date, Date) {
        let punched = self.punches.keys().map(|(_, _, at)| Month::of(at.date()));
        let computed = self.months.keys().map(|(month, _)| *month);
        let now = Month::of(Wall::at(recorded, Zone::WIB).date());
        let (first, last) = punched
            .chain(computed)
            .fold((now, now), |(first, last), month| (first.min(month), last.max(month)));
        (first.first(), last.last())
    }
}

/// The number of the next of `count` things numbered from 1.
fn number_after(count: usize) -> i64 {
    i64::try_from(count).expect("memory holds fewer than i64::MAX things") + 1
}

/// A count as the traits give it.
fn counted(count: usize) -> u32 {
    u32::try_from(count).expect("memory holds fewer than u32::MAX of a kind")
}

#[async_trait]
impl AuditStore for MemoryStore {
    async fn append_audit(&self, entry: AuditEntry) -> Result<(), StoreError> {
        self.state().audit(entry);
        Ok(())
    }

    async fn append_operations(&self, entries: &[AuditEntry]) -> Result<u32, StoreError> {
        let mut state = self.state();
        let mut new = 0;
        for entry in entries {
            let known = state.audit.iter().any(|known| {
                known.verb == OPERATION
                    && (&known.subject, &known.detail) == (&entry.subject, &entry.detail)
            });
            if !known {
                state.audit(entry.clone());
                new += 1;
            }
        }
        Ok(new)
    }

    async fn audit_log(&self, query: &AuditQuery) -> Result<Vec<StoredAuditEntry>, StoreError> {
        let wanted = query.subject.to_ascii_lowercase();
        let state = self.state();
        let newest_first = state.audit.iter().rev().filter(|entry| {
            query.before.is_none_or(|before| entry.number < before)
                && [&entry.subject, &entry.detail]
                    .iter()
                    .any(|text| text.to_ascii_lowercase().contains(&wanted))
        });
        Ok(first_of(newest_first.cloned().collect(), query.limit))
    }
}

#[async_trait]
impl OrganisationStore for MemoryStore {
    async fn put_skpds(&self, entries: &[SkpdEntry], audit: AuditEntry) -> Result<(), StoreError> {
        let mut state = self.state();
        for SkpdEntry { code, name } in entries {
            state.skpds.insert(code.clone(), name.clone());
        }
        state.audit(audit);
        Ok(())
    }

    async fn skpds(&self) -> Result<Vec<SkpdEntry>, StoreError> {
        let state = self.state();
        let entry =
            |(code, name): (&Skpd, &String)| SkpdEntry { code: code.clone(), name: name.clone() };
        Ok(state.skpds.iter().map(entry).collect())
    }
}

#[async_trait]
impl LawStore for MemoryStore {
    async fn add_sign_offs(
        &self,
        sign_offs: &[SignOff],
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for sign_off in sign_offs {
            state.sign_offs.push(SignOff { at: kept(sign_off.at), ..sign_off.clone() });
        }
        state.audit(audit);
        Ok(())
    }

    async fn sign_offs(&self) -> Result<Vec<SignOff>, StoreError> {
        let mut all = self.state().sign_offs.clone();
        all.sort_by_key(|sign_off| sign_off.at);
        Ok(all)
    }
}

fn first_of<T>(mut all: Vec<T>, limit: u32) -> Vec<T> {
    all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    all
}

#[cfg(test)]
mod tests {
    use crate::{MemoryStore, story};

    #[tokio::test]
    async fn the_store_in_memory_passes_the_story() {
        Box::pin(story::every_store(async |_| MemoryStore::new())).await;
        story::two_regencies(&MemoryStore::new(), &MemoryStore::new()).await;
    }
}

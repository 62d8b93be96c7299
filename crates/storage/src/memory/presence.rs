use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use civil::{Month, PersonId, Skpd, TerminalSerial, Wall};
use jiff::civil::Date;

use super::{MemoryStore, State, counted, first_of, number_after};
use crate::{
    AuditEntry, StoreError, kept,
    presence::{
        Delivery, Excuse, NewExcuse, NewPunch, People, PersonPunches, PresenceStore, PunchFilter,
        PunchSource, Quarantined, Recorded, Repair, StaleMark, StoredPunch, UnknownPin,
        UnknownPinFilter,
    },
    terminals::Terminal,
};

impl State {
    fn record(&mut self, delivery: Delivery) -> Recorded {
        let Delivery { terminal, zone, source, received, body: _, punches, quarantined } = delivery;
        let mut done = Recorded::default();
        self.terminals
            .entry(terminal.clone())
            .or_insert_with(|| Terminal::unheard(terminal.clone(), zone));
        for NewPunch { pin, at, status, verify, line: _ } in punches {
            let key = (terminal.clone(), pin.clone(), at);
            if self.punches.contains_key(&key) {
                done.known += 1;
                continue;
            }
            done.stored += 1;
            self.mark_pin(&terminal, &pin, at.date());
            let (source, received) = (source.code().to_owned(), kept(received));
            let terminal = terminal.clone();
            self.punches.insert(
                key,
                StoredPunch {
                    terminal,
                    terminal_name: String::new(),
                    pin,
                    person: None,
                    at,
                    zone,
                    status,
                    verify,
                    source,
                    received,
                },
            );
        }
        for line in quarantined {
            let known = !self.quarantine_digests.insert((terminal.clone(), line.digest.clone()));
            if known {
                done.quarantined_known += 1;
                continue;
            }
            done.quarantined += 1;
            self.quarantine.push(Quarantined {
                id: number_after(self.quarantine.len()),
                terminal: terminal.clone(),
                received: kept(received),
                reason: line.reason.to_owned(),
                pin: line.pin,
                raw: line.raw,
                decision: None,
            });
        }
        done
    }

    fn decide(&mut self, repair: Repair) -> Option<Recorded> {
        let Repair { quarantine, punch, decided } = repair;
        let line = self
            .quarantine
            .iter_mut()
            .find(|line| line.id == quarantine && line.decision.is_none())?;
        let Some((pin, at, zone)) = punch else {
            line.decision = Some("discarded".to_owned());
            return Some(Recorded::default());
        };
        line.decision = Some("repaired".to_owned());
        let (terminal, body) = (line.terminal.clone(), line.raw.clone());
        let punch = NewPunch { pin, at, status: None, verify: None, line: 1 };
        Some(self.record(Delivery {
            terminal,
            zone,
            source: PunchSource::Repair,
            received: decided,
            body,
            punches: vec![punch],
            quarantined: Vec::new(),
        }))
    }

    /// Whether a terminal hangs in an organisation; all do if none is asked about.
    fn hangs_in(&self, terminal: &TerminalSerial, skpd: Option<&Skpd>) -> bool {
        let place = || self.terminals.get(terminal).and_then(|known| known.skpd.as_ref());
        skpd.is_none() || skpd == place()
    }

    /// Marks the days of a terminal whose PINs mean somebody else since its group changed.
    pub(super) fn mark_new_owners(
        &mut self,
        terminal: &TerminalSerial,
        before: &[(String, Date, Option<PersonId>)],
    ) {
        for (pin, day, former) in before {
            if self.owner(terminal, pin, *day) != *former {
                self.mark_pin(terminal, pin, *day);
                if let Some(former) = former {
                    self.mark_person(*former, *day, *day);
                }
            }
        }
    }

    /// Who is meant by each PIN and day of a terminal.
    pub(super) fn owners(&self, of: &TerminalSerial) -> Vec<(String, Date, Option<PersonId>)> {
        let days: BTreeSet<_> = self
            .punches
            .keys()
            .filter(|(terminal, _, _)| terminal == of)
            .map(|(_, pin, at)| (pin.clone(), at.date()))
            .collect();
        days.into_iter()
            .map(|(pin, day)| {
                let owner = self.owner(of, &pin, day);
                (pin, day, owner)
            })
            .collect()
    }
}

#[async_trait]
impl PresenceStore for MemoryStore {
    async fn record_delivery(
        &self,
        delivery: Delivery,
        audit: AuditEntry,
    ) -> Result<Recorded, StoreError> {
        let mut state = self.state();
        let done = state.record(delivery);
        if done.stored + done.quarantined > 0 {
            state.audit(audit);
        }
        Ok(done)
    }

    async fn punches(&self, filter: &PunchFilter) -> Result<Vec<StoredPunch>, StoreError> {
        let state = self.state();
        let PunchFilter { person, terminal, between } = filter;
        let mut found: Vec<_> = state
            .punches
            .values()
            .filter(|punch| terminal.as_ref().is_none_or(|of| *of == punch.terminal))
            .filter(|punch| {
                between.is_none_or(|(from, until)| from <= punch.at && punch.at <= until)
            })
            .map(|punch| StoredPunch {
                person: state.owner(&punch.terminal, &punch.pin, punch.at.date()),
                terminal_name: state
                    .terminals
                    .get(&punch.terminal)
                    .map_or_else(String::new, |terminal| terminal.name.clone()),
                ..punch.clone()
            })
            .filter(|punch| person.is_none_or(|of| punch.person == Some(of)))
            .collect();
        found.sort_by(|a, b| (a.at, &a.terminal, &a.pin).cmp(&(b.at, &b.terminal, &b.pin)));
        Ok(found)
    }

    async fn punch_count(&self, terminal: Option<&TerminalSerial>) -> Result<u64, StoreError> {
        let state = self.state();
        let fits = |of: &TerminalSerial| terminal.is_none_or(|terminal| of == terminal);
        Ok(u64::from(counted(state.punches.keys().filter(|(of, _, _)| fits(of)).count())))
    }

    async fn readings(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<PersonPunches>, StoreError> {
        let state = self.state();
        let mut found: BTreeMap<PersonId, BTreeSet<Wall>> = BTreeMap::new();
        for (terminal, pin, at) in state.punches.keys() {
            if *at < from || until < *at {
                continue;
            }
            if let Some(person) = state.owner(terminal, pin, at.date()) {
                found.entry(person).or_default().insert(*at);
            }
        }
        found.retain(|person, _| state.includes(people, *person, from.date(), until.date()));
        let row = |(person, readings): (PersonId, BTreeSet<Wall>)| PersonPunches {
            person,
            readings: readings.into_iter().collect(),
        };
        Ok(found.into_iter().map(row).collect())
    }

    async fn quarantine(
        &self,
        skpd: Option<&Skpd>,
        limit: u32,
    ) -> Result<Vec<Quarantined>, StoreError> {
        let state = self.state();
        let waiting = state.quarantine.iter().rev().filter(|line| line.decision.is_none());
        let own = waiting.filter(|line| state.hangs_in(&line.terminal, skpd));
        Ok(first_of(own.cloned().collect(), limit))
    }

    async fn quarantined(&self, id: i64) -> Result<Option<Quarantined>, StoreError> {
        let state = self.state();
        let is_meant = |line: &&Quarantined| line.id == id && line.decision.is_none();
        Ok(state.quarantine.iter().find(is_meant).cloned())
    }

    async fn quarantine_count(&self) -> Result<u64, StoreError> {
        let state = self.state();
        let waiting = state.quarantine.iter().filter(|line| line.decision.is_none()).count();
        Ok(u64::from(counted(waiting)))
    }

    async fn quarantine_by_terminal(&self) -> Result<Vec<(TerminalSerial, u64)>, StoreError> {
        let state = self.state();
        let mut counts: BTreeMap<_, u64> = BTreeMap::new();
        for line in state.quarantine.iter().filter(|line| line.decision.is_none()) {
            *counts.entry(line.terminal.clone()).or_default() += 1;
        }
        Ok(counts.into_iter().collect())
    }

    async fn decide_quarantine(
        &self,
        repair: Repair,
        audit: AuditEntry,
    ) -> Result<Option<Recorded>, StoreError> {
        let mut state = self.state();
        let done = state.decide(repair);
        if done.is_some() {
            state.audit(audit);
        }
        Ok(done)
    }

    async fn unknown_pins(
        &self,
        filter: &UnknownPinFilter,
        limit: u32,
    ) -> Result<Vec<UnknownPin>, StoreError> {
        let state = self.state();
        let UnknownPinFilter { skpd, pin: only } = filter;
        let mut days: BTreeMap<(TerminalSerial, String), BTreeSet<Date>> = BTreeMap::new();
        for (terminal, pin, at) in state.punches.keys() {
            let is_meant = only.as_ref().is_none_or(|only| only == pin)
                && state.hangs_in(terminal, skpd.as_ref());
            if is_meant && state.owner(terminal, pin, at.date()).is_none() {
                days.entry((terminal.clone(), pin.clone())).or_default().insert(at.date());
            }
        }
        let entry = |((terminal, pin), days): (_, BTreeSet<Date>)| {
            let (first, last) = (*days.first()?, *days.last()?);
            Some(UnknownPin { terminal, pin, days: counted(days.len()), first, last })
        };
        Ok(first_of(days.into_iter().filter_map(entry).collect(), limit))
    }

    async fn stale_marks(
        &self,
        people: &People,
        month: Option<Month>,
        limit: u32,
    ) -> Result<Vec<StaleMark>, StoreError> {
        let state = self.state();
        let fits = |mark: &StaleMark| {
            let (from, until) =
                month.map_or((mark.from, mark.until), |month| (month.first(), month.last()));
            month.is_none_or(|month| mark.touches(month))
                && mark.person.is_some_and(|person| state.includes(people, person, from, until))
        };
        Ok(first_of(state.marks().into_iter().filter(fits).collect(), limit))
    }

    async fn stale_count(&self) -> Result<u64, StoreError> {
        Ok(u64::from(counted(self.state().marks().len())))
    }

    async fn add_excuses(
        &self,
        excuses: &[NewExcuse],
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        let recorded = kept(audit.at);
        for excuse in excuses {
            let holds = |known: &&Excuse| !state.withdrawn.contains(&known.id);
            if state.excuses.iter().filter(holds).any(|known| known.excuse == *excuse) {
                continue;
            }
            let id = number_after(state.excuses.len());
            state.excuses.push(Excuse { id, excuse: excuse.clone(), recorded });
            state.mark_person(excuse.person, excuse.from, excuse.until);
        }
        state.audit(audit);
        Ok(())
    }

    async fn excuses(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Excuse>, StoreError> {
        let state = self.state();
        let fits = |kept: &&Excuse| {
            !state.withdrawn.contains(&kept.id)
                && kept.excuse.from <= until
                && from <= kept.excuse.until
                && state.includes(people, kept.excuse.person, from, until)
        };
        let mut found: Vec<_> = state.excuses.iter().filter(fits).cloned().collect();
        found.sort_by_key(|kept| (kept.excuse.person, kept.excuse.from, kept.id));
        Ok(found)
    }
}

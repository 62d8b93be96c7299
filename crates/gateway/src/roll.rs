//! Who calls: what is remembered of terminals between requests. No I/O here.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use civil::TerminalSerial;
use jiff::Timestamp;
use office::terminal::{Sighting, Terminal, TerminalState};
use terminal::push::{
    handshake::{Stamp, Stamps},
    security_push::Code,
};
use tokio::time::Instant;

/// Terminals unknown to the store whose sightings wait to be noted.
const STRANGERS_MAX: usize = 1_000;

/// Strangers noted at once between two rounds of noting; the others wait for the round.
const FIRST_SIGHTINGS_MAX: u32 = 100;

/// Operations of a terminal that are kept beside what it says about itself.
const OPERATIONS_MAX: usize = 10;

/// How lines about operations begin in a terminal's last info.
const OPERATION: &str = "operation=";

/// Whether a terminal may deliver, as far as is known.
#[derive(Clone, Debug)]
pub(crate) enum Standing {
    Approved(Arc<Terminal>),
    Waiting(Arc<Terminal>),
    Refused(Arc<Terminal>),
    /// The store does not know it, not even as waiting: too many wait already.
    Stranger,
}

impl Standing {
    pub(crate) fn terminal(&self) -> Option<&Arc<Terminal>> {
        match self {
            Self::Approved(terminal) | Self::Waiting(terminal) | Self::Refused(terminal) => {
                Some(terminal)
            }
            Self::Stranger => None,
        }
    }
}

/// The registration of an access-control terminal. It is forgotten when the server ends; the
/// terminal then registers again.
#[derive(Clone, Debug)]
pub(crate) struct Registration {
    pub(crate) code: Code,
    pub(crate) session: Code,
}

/// A table whose resume mark is given back in the next handshake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marked {
    AttLog,
    OperLog,
}

/// The terminals that have called.
#[derive(Default)]
pub(crate) struct Roll {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    known: HashMap<TerminalSerial, Known>,
    strangers: HashMap<TerminalSerial, Sighting>,
    first_sightings: u32,
}

/// A terminal that the store knows.
struct Known {
    terminal: Arc<Terminal>,
    /// When the store was asked.
    read: Instant,
    sighting: Option<Sighting>,
    about: About,
    /// Marks of what was kept since the server began. Without one a terminal sends all again,
    /// which changes nothing.
    stamps: Stamps,
    registration: Option<Registration>,
}

/// What a terminal says about itself, and what was done to it.
struct About {
    info: String,
    operations: Vec<String>,
    is_new: bool,
}

impl About {
    fn read(text: &str) -> Self {
        let (operations, info): (Vec<_>, Vec<_>) =
            text.lines().partition(|line| line.starts_with(OPERATION));
        let operations = operations.into_iter().map(str::to_owned).collect();
        Self { info: info.join("\n"), operations, is_new: false }
    }

    fn text(&self) -> String {
        let lines = std::iter::once(&self.info).chain(&self.operations);
        lines.map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

impl Roll {
    /// The state; whoever panicked while holding it has left whole values behind.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A terminal that was found approved at most `age_max` ago.
    pub(crate) fn approved(
        &self,
        serial: &TerminalSerial,
        age_max: Duration,
    ) -> Option<Arc<Terminal>> {
        let state = self.state();
        let known = state.known.get(serial)?;
        let believed =
            known.terminal.state == TerminalState::Approved && known.read.elapsed() <= age_max;
        believed.then(|| known.terminal.clone())
    }

    /// Takes over what the store says now.
    pub(crate) fn learn(&self, terminal: Terminal) -> Standing {
        let terminal = Arc::new(terminal);
        let mut state = self.state();
        let sighting = state.strangers.remove(&terminal.serial);
        let known = state.known.entry(terminal.serial.clone()).or_insert_with(|| Known {
            terminal: terminal.clone(),
            read: Instant::now(),
            sighting,
            about: About::read(&terminal.last_info),
            stamps: Stamps::default(),
            registration: None,
        });
        known.terminal = terminal.clone();
        known.read = Instant::now();
        match terminal.state {
            TerminalState::Approved => Standing::Approved(terminal),
            TerminalState::Waiting => Standing::Waiting(terminal),
            TerminalState::Refused => Standing::Refused(terminal),
        }
    }

    /// Notes that a terminal called. The request is asked for only where it is wanted: once a round
    /// of an approved terminal, each time of the others, whom somebody may be setting up.
    pub(crate) fn note(
        &self,
        serial: &TerminalSerial,
        at: Timestamp,
        request: impl FnOnce() -> String,
    ) {
        let mut state = self.state();
        if let Some(known) = state.known.get_mut(serial) {
            let wanted =
                known.sighting.is_none() || known.terminal.state != TerminalState::Approved;
            let sighting = known.sighting.get_or_insert_with(|| sighting_of(serial, at));
            sighting.at = sighting.at.max(at);
            if wanted {
                sighting.request = Some(request());
            }
        } else if state.strangers.len() < STRANGERS_MAX || state.strangers.contains_key(serial) {
            let sighting = Sighting { request: Some(request()), ..sighting_of(serial, at) };
            state.strangers.insert(serial.clone(), sighting);
        }
    }

    /// Whether a stranger may be noted at once, which is a write.
    pub(crate) fn may_note_stranger(&self) -> bool {
        let mut state = self.state();
        state.first_sightings += 1;
        state.first_sightings <= FIRST_SIGHTINGS_MAX
    }

    /// The sighting of a stranger, to be noted at once.
    pub(crate) fn take_stranger(&self, serial: &TerminalSerial) -> Option<Sighting> {
        self.state().strangers.remove(serial)
    }

    /// Notes that a terminal delivered.
    pub(crate) fn delivered(&self, serial: &TerminalSerial, at: Timestamp) {
        if let Some(known) = self.state().known.get_mut(serial) {
            let sighting = known.sighting.get_or_insert_with(|| sighting_of(serial, at));
            sighting.delivered = true;
        }
    }

    /// Remembers the mark of an upload that was kept.
    pub(crate) fn mark(&self, serial: &TerminalSerial, table: Marked, stamp: &str) {
        let Ok(stamp) = stamp.parse::<Stamp>() else { return };
        if let Some(known) = self.state().known.get_mut(serial) {
            match table {
                Marked::AttLog => known.stamps.att_log = Some(stamp),
                Marked::OperLog => known.stamps.oper_log = Some(stamp),
            }
        }
    }

    /// From where a terminal may resume.
    pub(crate) fn stamps(&self, serial: &TerminalSerial) -> Stamps {
        self.state().known.get(serial).map(|known| known.stamps.clone()).unwrap_or_default()
    }

    /// Keeps what a known terminal said about itself.
    pub(crate) fn about(&self, serial: &TerminalSerial, info: String) {
        if let Some(known) = self.state().known.get_mut(serial)
            && known.about.info != info
        {
            known.about.info = info;
            known.about.is_new = true;
        }
    }

    /// Keeps what was done to a known terminal, as lines without line ends; the latest few stay.
    pub(crate) fn operations(&self, serial: &TerminalSerial, lines: Vec<String>) {
        if let Some(known) = self.state().known.get_mut(serial) {
            for line in lines {
                let line = format!("{OPERATION}{line}");
                if !known.about.operations.contains(&line) {
                    known.about.operations.push(line);
                    known.about.is_new = true;
                }
            }
            let surplus = known.about.operations.len().saturating_sub(OPERATIONS_MAX);
            known.about.operations.drain(..surplus);
        }
    }

    /// The registration of a known terminal.
    pub(crate) fn registration(&self, serial: &TerminalSerial) -> Option<Registration> {
        self.state().known.get(serial)?.registration.clone()
    }

    /// Registers a known terminal, if it is not yet.
    pub(crate) fn register(
        &self,
        serial: &TerminalSerial,
        make: impl FnOnce() -> Registration,
    ) -> Option<Registration> {
        let mut state = self.state();
        Some(state.known.get_mut(serial)?.registration.get_or_insert_with(make).clone())
    }

    /// Everything heard and not yet noted: a round.
    pub(crate) fn take_sightings(&self) -> Vec<Sighting> {
        let mut state = self.state();
        state.first_sightings = 0;
        let strangers: Vec<_> = state.strangers.drain().map(|(_, sighting)| sighting).collect();
        let known = state.known.values_mut().filter_map(|known| {
            let mut sighting = known.sighting.take()?;
            if std::mem::take(&mut known.about.is_new) {
                sighting.info = Some(known.about.text());
            }
            Some(sighting)
        });
        known.chain(strangers).collect()
    }

    /// Takes sightings back that could not be noted; what was heard meanwhile is newer.
    pub(crate) fn give_back(&self, sightings: Vec<Sighting>) {
        let mut state = self.state();
        for old in sightings {
            if let Some(known) = state.known.get_mut(&old.serial) {
                known.about.is_new |= old.info.is_some();
                let now = known.sighting.get_or_insert_with(|| old.clone());
                now.delivered |= old.delivered;
            } else if state.strangers.len() < STRANGERS_MAX {
                state.strangers.entry(old.serial.clone()).or_insert(old);
            }
        }
    }
}

fn sighting_of(serial: &TerminalSerial, at: Timestamp) -> Sighting {
    Sighting { serial: serial.clone(), at, delivered: false, request: None, info: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll_with(state: TerminalState) -> (Roll, TerminalSerial) {
        let serial: TerminalSerial = "T1".parse().unwrap();
        let roll = Roll::default();
        roll.learn(Terminal { state, ..Terminal::new(serial.clone()) });
        (roll, serial)
    }

    #[test]
    fn many_polls_are_one_sighting() {
        let (roll, serial) = roll_with(TerminalState::Approved);
        for second in 0..100 {
            roll.note(&serial, Timestamp::new(second, 0).unwrap(), || format!("poll {second}"));
        }
        roll.delivered(&serial, Timestamp::UNIX_EPOCH);
        let sightings = roll.take_sightings();
        let [only] = sightings.as_slice() else { panic!("{sightings:?}") };
        assert_eq!((only.at.as_second(), only.delivered), (99, true));
        assert_eq!(only.request.as_deref(), Some("poll 0"));
        assert!(roll.take_sightings().is_empty());
    }

    #[test]
    fn what_could_not_be_noted_is_noted_later() {
        let (roll, serial) = roll_with(TerminalState::Approved);
        roll.note(&serial, Timestamp::UNIX_EPOCH, String::new);
        roll.delivered(&serial, Timestamp::UNIX_EPOCH);
        roll.about(&serial, "Ver 1".to_owned());
        let failed = roll.take_sightings();
        roll.note(&serial, Timestamp::new(9, 0).unwrap(), String::new);
        roll.give_back(failed);
        let sightings = roll.take_sightings();
        let [only] = sightings.as_slice() else { panic!("{sightings:?}") };
        assert_eq!((only.at.as_second(), only.delivered), (9, true));
        assert_eq!(only.info.as_deref(), Some("Ver 1"));
    }

    #[test]
    fn operations_stay_beside_newer_info() {
        let (roll, serial) = roll_with(TerminalState::Waiting);
        roll.note(&serial, Timestamp::UNIX_EPOCH, String::new);
        roll.operations(&serial, vec!["clock_set at 1".to_owned(), "clock_set at 1".to_owned()]);
        roll.about(&serial, "Ver 1".to_owned());
        roll.about(&serial, "Ver 2".to_owned());
        let text = roll.take_sightings().pop().unwrap().info.unwrap();
        assert_eq!(text, "Ver 2\noperation=clock_set at 1");
        assert_eq!(About::read(&text).text(), text, "another server goes on from it");
        roll.operations(&serial, (0..50).map(|n| format!("alarm {n}")).collect());
        roll.note(&serial, Timestamp::UNIX_EPOCH, String::new);
        let text = roll.take_sightings().pop().unwrap().info.unwrap();
        assert_eq!(text.lines().count(), 1 + OPERATIONS_MAX);
        assert!(text.ends_with("alarm 49"), "{text}");
    }

    #[test]
    fn strangers_cannot_fill_the_memory() {
        let roll = Roll::default();
        for n in 0..STRANGERS_MAX + 10 {
            roll.note(&format!("S{n}").parse().unwrap(), Timestamp::UNIX_EPOCH, String::new);
        }
        assert_eq!(roll.take_sightings().len(), STRANGERS_MAX);
        let noted = (0..200).filter(|_| roll.may_note_stranger()).count();
        assert_eq!(noted, 100);
    }
}

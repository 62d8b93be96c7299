//! Terminals: which are known, which may deliver, when each was last heard.

use async_trait::async_trait;
use civil::{PinGroup, Skpd, TerminalSerial, Zone};
use jiff::Timestamp;

use crate::{AuditEntry, StoreError, kept};

/// Whether a terminal's punches are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TerminalState {
    /// It has called; nobody has approved it.
    Waiting,
    /// Its punches are taken.
    Approved,
    /// Its punches are refused for good.
    Refused,
}

impl TerminalState {
    /// Every one.
    pub const ALL: &[Self] = &[Self::Waiting, Self::Approved, Self::Refused];

    /// The word it is stored under.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Refused => "refused",
        }
    }
}

/// A terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Its serial number.
    pub serial: TerminalSerial,
    /// What people call it; the serial until somebody names it.
    pub name: String,
    /// Where it hangs.
    pub skpd: Option<Skpd>,
    /// Whose PINs it speaks of.
    pub group: PinGroup,
    /// Zone of its wall.
    pub zone: Zone,
    /// Whether its punches are taken.
    pub state: TerminalState,
    /// First heard.
    pub first_seen: Option<Timestamp>,
    /// Last heard.
    pub last_seen: Option<Timestamp>,
    /// Last delivery with a punch in it.
    pub last_delivery: Option<Timestamp>,
    /// Last request as it came: first line and headers, at most 2,000 bytes.
    pub last_request: String,
    /// Last `INFO` or options text it sent about itself.
    pub last_info: String,
}

impl Terminal {
    /// A terminal nobody has decided on: waiting, in the group `utama`, on a wall in WIB.
    #[must_use]
    pub fn new(serial: TerminalSerial) -> Self {
        Self {
            name: serial.to_string(),
            serial,
            skpd: None,
            group: "utama".parse().expect("utama is a well-formed name"),
            zone: Zone::WIB,
            state: TerminalState::Waiting,
            first_seen: None,
            last_seen: None,
            last_delivery: None,
            last_request: String::new(),
            last_info: String::new(),
        }
    }

    /// A terminal known only because somebody brought punches of it, from a wall in `zone`.
    #[must_use]
    pub fn unheard(serial: TerminalSerial, zone: Zone) -> Self {
        Self { zone, ..Self::new(serial) }
    }

    /// Notes what was heard. Sightings may come late: the latest instants stay.
    pub fn hear(&mut self, sighting: &Sighting) {
        let at = Some(kept(sighting.at));
        self.first_seen = self.first_seen.or(at);
        self.last_seen = self.last_seen.max(at);
        if sighting.delivered {
            self.last_delivery = self.last_delivery.max(at);
        }
        if let Some(request) = &sighting.request {
            self.last_request.clone_from(request);
        }
        if let Some(info) = &sighting.info {
            self.last_info.clone_from(info);
        }
    }

    /// Takes over what an officer decided; what was not given stays.
    pub fn decide(&mut self, approval: &Approval) {
        let Approval { serial: _, state, name, skpd, group, zone } = approval;
        self.state = *state;
        if let Some(name) = name {
            self.name.clone_from(name);
        }
        if let Some(skpd) = skpd {
            self.skpd = Some(skpd.clone());
        }
        if let Some(group) = group {
            self.group = group.clone();
        }
        if let Some(zone) = zone {
            self.zone = *zone;
        }
    }
}

/// What was heard from a terminal since it was last noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// Which.
    pub serial: TerminalSerial,
    /// When last.
    pub at: Timestamp,
    /// Whether it delivered.
    pub delivered: bool,
    /// Its last request, if to be kept.
    pub request: Option<String>,
    /// What it said about itself, if it did.
    pub info: Option<String>,
}

/// What an officer sets when approving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Which.
    pub serial: TerminalSerial,
    /// The new state.
    pub state: TerminalState,
    /// Name, if given.
    pub name: Option<String>,
    /// Where it hangs, if given.
    pub skpd: Option<Skpd>,
    /// PIN group, if given; `utama` for a new terminal.
    pub group: Option<PinGroup>,
    /// Zone, if given; WIB for a new terminal.
    pub zone: Option<Zone>,
}

/// Terminals.
#[async_trait]
pub trait TerminalStore: Send + Sync {
    /// One terminal.
    async fn terminal(&self, serial: &TerminalSerial) -> Result<Option<Terminal>, StoreError>;

    /// All, by serial.
    async fn terminals(&self) -> Result<Vec<Terminal>, StoreError>;

    /// Notes when terminals were heard. An unknown one becomes a waiting one, unless
    /// `waiting_max` are waiting already. No audit entry: hearing is not a deed.
    async fn note_sightings(
        &self,
        sightings: &[Sighting],
        waiting_max: u32,
    ) -> Result<(), StoreError>;

    /// Approves or refuses; creates the terminal if it has never called. Another group gives its
    /// PINs other owners: the days on which the owner changes become stale, for both.
    async fn decide_terminal(
        &self,
        approval: Approval,
        audit: AuditEntry,
    ) -> Result<Terminal, StoreError>;
}

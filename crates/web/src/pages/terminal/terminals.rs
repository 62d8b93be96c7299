//! The terminals: which is silent, and since when?

use askama::Template;
use jiff::civil::DateTime;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, FormError, Rights},
    paths,
};

/// The terminals, what needs a hand first.
#[derive(Clone, Debug, Template)]
#[template(path = "terminal/terminals.html")]
pub struct Terminals {
    /// What is around it.
    pub frame: Frame,
    /// Whether the forms are there.
    pub rights: Rights,
    /// Silent in working hours, longest first.
    pub silent: Vec<SilentTerminal>,
    /// Waiting for approval.
    pub waiting: Vec<WaitingTerminal>,
    /// The units a waiting terminal can be given to.
    pub units: Vec<Choice>,
    /// Punches in quarantine, the oldest first, the first 50.
    pub quarantine: Vec<QuarantinedPunch>,
    /// Punches in quarantine in all.
    pub quarantine_total: u32,
    /// PINs that belong to nobody, most punches first, the first 50.
    pub unknown_pins: Vec<UnknownPin>,
    /// Unknown PINs in all.
    pub unknown_pins_total: u32,
    /// The rest.
    pub healthy: Vec<HealthyTerminal>,
    /// Mistakes in the form that was sent; a field's id is the form's name and its key, `at-17`.
    pub errors: Vec<FormError>,
}

/// A terminal that is silent in working hours.
#[derive(Clone, Debug)]
pub struct SilentTerminal {
    /// Its serial number.
    pub serial: String,
    /// Its name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// Its page.
    pub href: String,
    /// Its last request, local; nothing if it never asked.
    pub since: Option<DateTime>,
    /// What to do first.
    pub advice: Phrase,
}

/// A terminal that waits for approval. Its form posts `csrf` and `skpd` to
/// [`paths::approve_terminal`].
#[derive(Clone, Debug)]
pub struct WaitingTerminal {
    /// Its serial number.
    pub serial: String,
    /// Model and firmware as it says.
    pub model: Option<String>,
    /// Where it asks from.
    pub address: String,
    /// Its first request, local.
    pub first_seen: DateTime,
    /// Its last request, local.
    pub last_seen: DateTime,
    /// Deliveries of punches refused; the terminal keeps them and sends them again.
    pub refused: u32,
}

/// A punch in quarantine. Its form posts `csrf` and `at` to [`paths::repair_punch`].
#[derive(Clone, Debug)]
pub struct QuarantinedPunch {
    /// Names it in the address.
    pub id: String,
    /// The terminal's name.
    pub terminal: String,
    /// The PIN as sent.
    pub pin: String,
    /// When it was received, local.
    pub received_at: DateTime,
    /// The line as it came.
    pub raw: String,
    /// Why it is here, `reason-*`.
    pub reason: Phrase,
    /// What the field holds: what was typed, or a likely time as [`crate::forms::date_time`] reads
    /// it; may be empty.
    pub at: String,
}

impl QuarantinedPunch {
    pub(crate) fn field(&self) -> String {
        format!("at-{}", self.id)
    }
}

/// A PIN that belongs to nobody. Its form posts `csrf`, `group`, `pin` and `nip` to
/// [`paths::MAP_PIN`].
#[derive(Clone, Debug)]
pub struct UnknownPin {
    /// The group of terminals the PIN is scoped to.
    pub group: String,
    /// The PIN.
    pub pin: String,
    /// Punches kept for it.
    pub punches: u32,
    /// Its first punch, local.
    pub first: DateTime,
    /// Its last punch, local.
    pub last: DateTime,
    /// The NIP typed before.
    pub nip: String,
}

impl UnknownPin {
    pub(crate) fn field(&self) -> String {
        format!("nip-{}-{}", self.group, self.pin)
    }
}

/// A terminal that is well.
#[derive(Clone, Debug)]
pub struct HealthyTerminal {
    /// Its serial number.
    pub serial: String,
    /// Its name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// Its page.
    pub href: String,
    /// Its last request, local.
    pub last_seen: DateTime,
    /// Punches stored today.
    pub punches_today: u32,
}

impl Terminals {
    pub(crate) fn may_change(&self) -> bool {
        self.rights == Rights::Change
    }

    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

//! The terminals: which is silent, and since when?

use askama::Template;
use jiff::civil::{Date, DateTime};
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
    /// Whether the forms for approving are there.
    pub may_decide: Rights,
    /// Whether the forms for lines in quarantine are there.
    pub may_repair: Rights,
    /// Whether the forms for unknown PINs are there.
    pub may_map: Rights,
    /// Silent in working hours, longest first.
    pub silent: Vec<SilentTerminal>,
    /// Waiting for approval.
    pub waiting: Vec<WaitingTerminal>,
    /// Refused for good.
    pub refused: Vec<RefusedTerminal>,
    /// The units a waiting terminal can be given to.
    pub units: Vec<Choice>,
    /// Punches in quarantine, the newest first, the first few.
    pub quarantine: Vec<QuarantinedPunch>,
    /// Punches in quarantine in all.
    pub quarantine_total: u32,
    /// PINs that belong to nobody, the first few.
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
    /// Its name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// Its page.
    pub href: String,
    /// Its last request, local.
    pub since: Option<DateTime>,
}

/// A terminal whose punches are refused for good.
#[derive(Clone, Debug)]
pub struct RefusedTerminal {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
}

/// A terminal that waits for approval. Its form posts `csrf`, `skpd`, `name` and `decision` to
/// [`paths::decide_terminal`].
#[derive(Clone, Debug)]
pub struct WaitingTerminal {
    /// Its serial number.
    pub serial: String,
    /// What it says about itself; may be empty.
    pub about: String,
    /// Its first request, local.
    pub first_seen: Option<DateTime>,
    /// Its last request, local.
    pub last_seen: Option<DateTime>,
}

/// A punch in quarantine. Its form posts `csrf`, `pin`, `at`, `why` and `decision` to
/// [`paths::decide_quarantine`].
#[derive(Clone, Debug)]
pub struct QuarantinedPunch {
    /// Names it in the address.
    pub id: String,
    /// The terminal's name.
    pub terminal: String,
    /// The PIN as sent; empty where none could be read.
    pub pin: String,
    /// When it was received, local.
    pub received_at: DateTime,
    /// The line as it came.
    pub raw: String,
    /// Why it is here, `reason-*`.
    pub reason: Phrase,
    /// What the field of the true time holds.
    pub at: String,
    /// What the field of the reason holds.
    pub why: String,
}

impl QuarantinedPunch {
    pub(crate) fn at_field(&self) -> String {
        format!("at-{}", self.id)
    }

    pub(crate) fn pin_field(&self) -> String {
        format!("pin-{}", self.id)
    }

    pub(crate) fn why_field(&self) -> String {
        format!("why-{}", self.id)
    }
}

/// A PIN that belongs to nobody. Its form posts `csrf`, `serial`, `pin`, `from` and `nip` to
/// [`paths::MAP_PIN`].
#[derive(Clone, Debug)]
pub struct UnknownPin {
    /// Name of the terminal that sent it.
    pub terminal: String,
    /// Serial of that terminal.
    pub serial: String,
    /// The PIN.
    pub pin: String,
    /// Days on which it punched.
    pub days: u32,
    /// Day of its first punch.
    pub first: Date,
    /// Day of its last punch.
    pub last: Date,
    /// The NIP typed before.
    pub nip: String,
}

impl UnknownPin {
    pub(crate) fn field(&self) -> String {
        format!("nip-{}-{}", self.serial, self.pin)
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
    /// Its last request, local; nothing if its punches come by file.
    pub last_seen: Option<DateTime>,
    /// Its last delivery, local.
    pub last_delivery: Option<DateTime>,
}

impl Terminals {
    pub(crate) fn decides(&self) -> bool {
        self.may_decide == Rights::Change
    }

    pub(crate) fn repairs(&self) -> bool {
        self.may_repair == Rights::Change
    }

    pub(crate) fn maps(&self) -> bool {
        self.may_map == Rights::Change
    }

    /// Whether the form of this line has a mistake.
    pub(crate) fn is_wrong(&self, line: &QuarantinedPunch) -> bool {
        [line.at_field(), line.pin_field(), line.why_field()]
            .iter()
            .any(|field| self.error(field).is_some())
    }

    pub(crate) fn error(&self, field: &str) -> Option<&FormError> {
        FormError::of(&self.errors, field)
    }
}

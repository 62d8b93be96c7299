//! Where people punch: sites, and the terminals that hang there.

use civil::{Month, PinGroup, Skpd, TerminalSerial, Wall};
use jiff::civil::Date;

use crate::punches::Wave;

/// What kind of place a site is: who works there, and on which hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SiteKind {
    /// An office of an organisation.
    Office,
    /// The municipal police and the fire brigade.
    Order,
    /// The office of a kecamatan.
    Kecamatan,
    /// A primary school.
    Primary,
    /// A junior secondary school.
    Secondary,
    /// A community health centre.
    Puskesmas,
    /// The hospital.
    Hospital,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its code.
    pub code: Skpd,
    /// Its name.
    pub name: String,
}

/// A place where people work and punch.
#[derive(Clone, Debug)]
pub struct Site {
    /// What kind.
    pub kind: SiteKind,
    /// The organisation it belongs to.
    pub skpd: Skpd,
    /// Its name.
    pub name: String,
    /// Units of its people.
    pub units: Vec<String>,
    /// What its head is called, and the class.
    pub head: (String, u8),
    /// How many people it is for.
    pub size: usize,
    /// Whose PINs its terminals speak of.
    pub group: PinGroup,
    /// Places of its terminals in [`crate::Regency::terminals`].
    pub terminals: Vec<usize>,
    /// People who work there at some time: places in [`crate::Regency::people`].
    pub people: Vec<usize>,
}

/// How a model of terminal talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model {
    /// What it calls itself.
    pub name: &'static str,
    /// Whether it keeps its connection open between requests.
    pub line: Line,
    /// Whether it has keys for in and out, or says 255 for every punch.
    pub keys: Keys,
    /// How it ends its lines.
    pub line_end: &'static str,
    /// Columns it writes after the work code.
    pub more: &'static str,
    /// The version of the protocol it names.
    pub push_version: &'static str,
}

/// Whether a connection serves more than one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Kept open.
    Kept,
    /// Closed after each answer.
    Closed,
}

/// What a terminal says as status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// 0 for in, 1 for out.
    InOut,
    /// 0 and 1, and 2 and 3 for out to and back from the rest.
    WithRest,
    /// 255, whatever is meant.
    Absent,
}

/// The models that hang in the regency, the most common first.
pub(crate) const MODELS: &[(usize, Model)] = &[
    (
        50,
        Model {
            name: "contoh-s20",
            line: Line::Kept,
            keys: Keys::InOut,
            line_end: "\n",
            more: "0\t0",
            push_version: "2.2.14",
        },
    ),
    (
        25,
        Model {
            name: "contoh-m10",
            line: Line::Closed,
            keys: Keys::WithRest,
            line_end: "\n",
            more: "",
            push_version: "2.4.1",
        },
    ),
    (
        15,
        Model {
            name: "contoh-f6",
            line: Line::Kept,
            keys: Keys::Absent,
            line_end: "\n",
            more: "0\t0\t0",
            push_version: "3.1.2",
        },
    ),
    (
        10,
        Model {
            name: "contoh-k4",
            line: Line::Kept,
            keys: Keys::InOut,
            line_end: "\r\n",
            more: "",
            push_version: "2.0.0",
        },
    ),
];

/// Something that befalls a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Its battery was flat: on these days its clock began again in the year 2000.
    ClockReset {
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
    },
    /// It had no line on these days and brings their punches after all else.
    OffLine {
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
    },
    /// Nobody has heard it since, and it holds whatever was punched later. In the office it is a
    /// silent terminal, and its people are missing.
    FellSilent {
        /// When it was last heard.
        at: Wall,
    },
}

/// Whether a terminal may deliver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// BKPSDM approved it.
    Approved,
    /// It calls, and nobody has approved it.
    Waiting,
}

/// A terminal that hangs somewhere.
#[derive(Clone, Debug)]
pub struct HungTerminal {
    /// Its serial number.
    pub serial: TerminalSerial,
    /// What people call it.
    pub name: String,
    /// The site, a place in [`crate::Regency::sites`].
    pub site: usize,
    /// How it talks.
    pub model: Model,
    /// Whether it may deliver.
    pub standing: Standing,
    /// What befalls it.
    pub mishap: Option<Mishap>,
}

impl HungTerminal {
    /// Whether it stopped calling.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        matches!(self.mishap, Some(Mishap::FellSilent { .. }))
    }

    /// The part of the delivery that brings a scan of `day` at `at`; `None` if none does.
    pub(crate) fn wave_of(&self, day: Date, at: Wall) -> Option<Wave> {
        match self.mishap {
            Some(Mishap::OffLine { from, until }) if (from..=until).contains(&day) => {
                Some(Wave::Backlog)
            }
            Some(Mishap::FellSilent { at: last }) => (at <= last).then_some(Wave::BeforeSilence),
            Some(Mishap::OffLine { .. } | Mishap::ClockReset { .. }) | None => {
                Some(Wave::Month(Month::of(day)))
            }
        }
    }
}

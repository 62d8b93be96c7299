//! Today: who is missing, and which terminals are silent since when?

use askama::Template;
use jiff::civil::{DateTime, Time};
use words::Phrase;

use crate::Frame;

/// Today in a unit or in the whole regency.
#[derive(Clone, Debug, Template)]
#[template(path = "presence/today.html")]
pub struct Today {
    /// What is around it.
    pub frame: Frame,
    /// The unit's or the regency's name.
    pub place: String,
    /// As of when, local.
    pub as_of: DateTime,
    /// Hours ahead of UTC of the zone: 7, 8 or 9.
    pub zone: i8,
    /// How many.
    pub counts: TodayCounts,
    /// Who has not scanned though work has started, by name, the first 50; empty for the whole
    /// regency, where each unit's page lists its own.
    pub missing: Vec<Missing>,
    /// Terminals that are silent.
    pub silent: Vec<SilentToday>,
    /// Handing in an outage of the unit, for who may.
    pub outage: Option<String>,
    /// The units, most missing first; empty on a unit's own page.
    pub units: Vec<UnitToday>,
}

/// How many people stand how.
#[derive(Clone, Copy, Debug)]
pub struct TodayCounts {
    /// Due by now, without leave or duty elsewhere.
    pub due: u32,
    /// Have scanned in time.
    pub present: u32,
    /// Have scanned late.
    pub late: u32,
    /// On leave or on duty elsewhere.
    pub excused: u32,
    /// Have not scanned.
    pub missing: u32,
}

/// Somebody who has not scanned.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The name.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// The unit's name.
    pub unit: String,
    /// The person's month.
    pub href: String,
    /// When work started.
    pub started: Time,
    /// A likely reason: the unit's terminal is silent.
    pub hint: Option<Phrase>,
}

/// A terminal that is silent.
#[derive(Clone, Debug)]
pub struct SilentToday {
    /// The terminal's name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// Its last request, local; nothing if it never asked.
    pub since: Option<DateTime>,
    /// The terminal's page, if the reader may open it.
    pub href: Option<String>,
}

/// A unit today.
#[derive(Clone, Debug)]
pub struct UnitToday {
    /// The unit's name.
    pub name: String,
    /// The unit's page of today.
    pub href: String,
    /// How many.
    pub counts: TodayCounts,
}

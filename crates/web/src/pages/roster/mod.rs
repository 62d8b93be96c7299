//! The roster of a unit over a month.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{FormError, MonthLinks, Paging},
};

/// Who has which turn on which day, what is to be warned of, and the forms that give turns.
#[derive(Clone, Debug, Template)]
#[template(path = "roster/month.html")]
pub struct RosterPage {
    /// What is around it.
    pub frame: Frame,
    /// The unit's name.
    pub unit: String,
    /// Which month.
    pub month: MonthLinks,
    /// The page's own address, to which its forms are sent.
    pub address: String,
    /// The month sheet of the unit.
    pub sheet: String,
    /// Where the reader exchanges turns, if it is somebody who could.
    pub swap: Option<String>,
    /// The days.
    pub days: Vec<RosterColumn>,
    /// Patterns with letters, each with its shifts in words.
    pub patterns: Vec<(String, Vec<Phrase>)>,
    /// The people of this part.
    pub rows: Vec<RosterLine>,
    /// Which part is shown.
    pub paging: Paging,
    /// What is to be warned of, with whom it is about.
    pub warnings: Vec<(String, Phrase)>,
    /// How many more warnings there are.
    pub more_warnings: u32,
    /// Whether the reader may give turns.
    pub may_give: bool,
    /// What was typed.
    pub typed: RosterTyped,
    /// What was wrong with it.
    pub errors: Vec<FormError>,
}

/// A day of the grid.
#[derive(Clone, Debug)]
pub struct RosterColumn {
    /// The day.
    pub date: Date,
    /// The holiday on it.
    pub holiday: Option<String>,
}

/// A person of the grid.
#[derive(Clone, Debug)]
pub struct RosterLine {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Unit inside the organisation, and the schedule.
    pub place: String,
    /// Whether turns are to be given to this one.
    pub chosen: bool,
    /// A cell a day.
    pub cells: Vec<RosterCellShown>,
}

/// A cell of the grid.
#[derive(Clone, Debug, Default)]
pub struct RosterCellShown {
    /// The letter; empty where nothing is asked.
    pub letter: String,
    /// Whether the roster gave it and not the cycle.
    pub given: bool,
    /// Leave or duty on the day.
    pub excuse: Option<Phrase>,
    /// What is to be warned of here.
    pub warning: Option<Phrase>,
}

/// What the forms were sent with.
#[derive(Clone, Debug, Default)]
pub struct RosterTyped {
    /// First day of the month to give.
    pub from: String,
    /// Last day.
    pub until: String,
    /// The letters, in order of days.
    pub turns: String,
    /// Letters by which each next person is ahead.
    pub shift: String,
    /// Rows pasted from a sheet.
    pub pasted: String,
}

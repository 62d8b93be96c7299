//! Who is near a rung or on one, and the cases that run.

use askama::Template;
use jiff::civil::Date;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, Paging},
    paths,
};

/// The list, the gravest first.
#[derive(Clone, Debug, Template)]
#[template(path = "discipline/list.html")]
pub struct Discipline {
    /// What is around it.
    pub frame: Frame,
    /// The calendar year.
    pub year: i16,
    /// The last day counted.
    pub until: Date,
    /// The years to choose from.
    pub years: Vec<Choice>,
    /// The units to choose from, beside "all" for who is bound to none.
    pub units: Vec<Choice>,
    /// Whether "all units" can be chosen.
    pub all_units: bool,
    /// The reader's own year, for who has one.
    pub mine: Option<String>,
    /// Cases that wait for a step.
    pub cases: Vec<OpenCase>,
    /// The people of the page.
    pub rows: Vec<Standing>,
    /// Which part is shown.
    pub paging: Paging,
}

/// A case in a list.
#[derive(Clone, Debug)]
pub struct OpenCase {
    /// Its number, as a title.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// Whom it is about; empty where the page says so.
    pub name: String,
    /// The unit's name; empty where the page says so.
    pub unit: String,
    /// Days that it is about.
    pub about: Phrase,
    /// Where it stands.
    pub stage: Phrase,
    /// What is due next and by when.
    pub next: Option<Phrase>,
    /// Whether that day is past.
    pub late: bool,
}

/// Where a person stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The name.
    pub name: String,
    /// The NIP.
    pub nip: String,
    /// The person's year.
    pub href: String,
    /// The unit's name.
    pub unit: String,
    /// Days absent that count.
    pub absences: Vec<Date>,
    /// The longest run, where it is more than a day.
    pub in_a_row: Option<Phrase>,
    /// What to tell, the gravest first.
    pub alerts: Vec<Phrase>,
    /// Whether the days are to be counted apart: no alert tells how many they are.
    pub counts: bool,
    /// The person's cases, each with its page.
    pub cases: Vec<(Phrase, String)>,
}

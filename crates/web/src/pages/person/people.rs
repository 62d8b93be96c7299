//! The people.

use askama::Template;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, Paging},
    paths,
};

/// The list of people, by name.
#[derive(Clone, Debug, Template)]
#[template(path = "person/people.html")]
pub struct People {
    /// What is around it.
    pub frame: Frame,
    /// What was searched for.
    pub search: String,
    /// The units to choose from, beside "all".
    pub units: Vec<Choice>,
    /// Which part is shown.
    pub paging: Paging,
    /// The people.
    pub rows: Vec<PersonRow>,
}

/// A person in the list.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// The name.
    pub name: String,
    /// The NIP, or what else identifies the person.
    pub nip: String,
    /// The person's page.
    pub href: String,
    /// The unit's name.
    pub unit: String,
    /// The position; may be empty.
    pub position: String,
    /// The kind of employment, `role-employment-*`.
    pub employment: Phrase,
    /// Kelas jabatan.
    pub class: Option<u32>,
    /// The schedule, as the law files call it.
    pub schedule: String,
}

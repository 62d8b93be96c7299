//! A whole regency with simulated terminals, from a seed.
//!
//! [`Regency::invent`] makes places, people and what befalls them; [`load`] tells an office about
//! them, or [`register`] and [`record_days`] in two parts; [`deliver`] brings every punch to a
//! gateway, terminal by terminal, over HTTP as terminals speak it; [`keep_polling`] lets them go on
//! calling. Everything is invented: no person, kecamatan, school or terminal is a real one, and
//! serial numbers begin with `CONTOH`.
//!
//! Chance comes from the seed alone, question by question, so that a day of a person can be
//! invented again without its neighbours: nothing but people and plans is held in memory.

mod calendar;
mod chance;
mod day;
mod deliver;
mod habits;
mod invent;
mod load;
mod pay;
mod person;
mod place;
mod posts;
mod punches;
mod regency;

pub use deliver::{
    DeliverError, Delivered, Event, Faults, Options, Poll, deliver, deliver_wave, keep_polling,
};
pub use invent::{MONTHS_MAX, PEOPLE_MAX, PEOPLE_MIN};
pub use load::{
    ClosedMonths, ExampleAccount, LoadError, Loaded, ask_for_corrections, close_first_month,
    example_accounts, load, record_days, register,
};
pub use person::{Excuse, Occurrence, Person, Post, Productivity};
pub use place::{HungTerminal, Keys, Line, Mishap, Model, Organisation, Site, SiteKind, Standing};
pub use posts::HeldPost;
pub use punches::{Punch, Wave};
pub use regency::{Recipe, Regency, SimError};

//! Rosters: who has which turn on which day, read and given a month at a time, and exchanged.

mod choices;
mod import;
mod known;
mod month;
mod put;
mod swap;
mod warn;

pub use choices::{SwapChoices, SwapColleague, SwapDay};
pub use import::ImportedRoster;
pub(crate) use known::{turn, with_beside};
pub use month::{RosterDate, RosterHoliday, RosterMonth, RosterPerson, RosterShift, RosterSquare};
pub use put::{BadTurn, NewTurn, PutRoster};
pub(crate) use swap::swap_effects;
pub use swap::{DAYS_MAX as SWAP_DAYS_MAX, SwapChecked, SwapRequest};
pub use warn::RosterNotice;

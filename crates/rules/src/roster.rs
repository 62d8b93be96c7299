//! Rosters: the turns that people were given day by day, in place of what the cycle of their
//! schedule gives, and what is to be warned of in them.
//!
//! A turn is a letter of the pattern of that day, or a day off. It says which shift of the law is
//! worked, never at which hours: these stay law.

mod turn;
mod warning;

pub use turn::{InvalidTurn, OFF, Roster, Turn, TurnBy};
pub use warning::{Covered, RosterDay, RosterWarning, of_person, of_unit};

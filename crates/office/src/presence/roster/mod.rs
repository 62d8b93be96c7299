//! Rosters: who has which turn on which day, read and given a month at a time.

mod known;

pub(crate) use known::turn;

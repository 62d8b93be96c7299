//! What the law says about a day and a month, as pure functions of facts.
//!
//! Nothing here reads a file, a clock or a table. Given the same facts and the same [`law::Law`]
//! the answer is the same for ever, which is what lets an office compute an old month again and
//! get the old answer.
//!
//! The way of a month: [`plan::Plan`] turns the law on hours into the shifts of each day;
//! [`day::evaluate`] turns a day's facts into a [`day::DayRecord`]; [`tariff::Tariff`] turns the
//! law on pay into rules that charge; [`statement::Statement`] adds them up, line by line;
//! [`payout::payout`] takes what the law takes from it on its way to the person.

pub mod day;
pub mod discipline;
pub mod excuse;
pub mod law;
pub mod leave;
pub mod month;
pub mod pairing;
pub mod payout;
pub mod plan;
pub mod roster;
pub mod statement;
pub mod tariff;
#[cfg(test)]
mod testing;

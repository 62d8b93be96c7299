//! Money out: what people are paid, and the reports on it.

#[path = "../people/fixture.rs"]
mod fixture;

mod claimed;
mod details;
mod extras;
mod parts;
mod payouts;
mod reported;
mod unit;

//! Money out: what people are paid, and the reports on it.

#[path = "../people/fixture.rs"]
#[expect(dead_code, reason = "the fixture is that of other tests, which use more of it")]
mod fixture;

mod details;
mod extras;
mod payouts;
mod reported;
mod unit;

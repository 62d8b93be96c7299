//! Closing a month, what comes out otherwise later, and what it would be under another law.

mod checks;
mod claim;
#[path = "../common/mod.rs"]
#[expect(dead_code, reason = "shared by several programs of tests, none of which needs all of it")]
mod common;
mod december;
mod fixture;
mod frozen;
mod shadow;
mod signatures;
mod what_if;

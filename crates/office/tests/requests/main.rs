//! What people ask for and others decide: corrected days, leave, and what becomes of a month by
//! them.

#[path = "../common/mod.rs"]
#[expect(dead_code, reason = "an office of its own store and a terminal of its own is used here")]
mod common;
mod corrections;
mod deciding;
mod jobs;
mod leave;
mod messages;
mod peers;
mod performance;
mod unit;
mod whole_unit;

//! Rosters: turns given, read from a file and exchanged, and days judged by them.

#[path = "../common/mod.rs"]
#[expect(dead_code, reason = "an office over a store of its own is used here")]
mod common;
mod given;
mod imported;
mod swapped;
mod ward;

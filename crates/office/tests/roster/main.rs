//! Rosters: turns given, read from a file and exchanged, and days judged by them.

#[path = "../common/mod.rs"]
mod common;
mod given;
mod imported;
mod swapped;
mod ward;

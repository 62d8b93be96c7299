//! Discipline over a made-up year of an office: who is told what, and cases from the alert to the
//! end, by the calendar of 2026.

mod cases;
#[path = "../common/mod.rs"]
mod common;
mod fixture;
mod letters;
mod listing;
mod near;
mod pay;
mod who;

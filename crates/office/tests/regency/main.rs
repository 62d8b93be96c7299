//! What is asked of a whole regency: who is here today, and which law holds.

#[path = "../common/mod.rs"]
mod common;
mod law;
mod said;
mod today;

//! Reports: payment lists, slips, and every other list, on the screen and as files.

mod ask;
mod bank;
mod file;
mod list;
mod pages;
mod show;

pub(super) use bank::bank;
pub(super) use file::download;
pub(super) use list::reports;
pub(super) use pages::{my_slip, named, payments, person_slip, unit_payments};

//! The site of a small office: who gets where, what the pages say, what the forms do; and every page
//! in a real browser.

mod accessibility;
mod audit;
mod browser;
mod claims;
mod discipline;
mod forms;
mod leave;
mod messages;
mod money;
mod office;
mod performance;
mod permissions;
mod requests;
mod rosters;
mod scripts;
mod serving;
mod sessions;
mod shadows;
mod unit_acts;
mod walks;
mod what_if;
mod words;

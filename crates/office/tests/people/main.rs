//! People, what is known about them, and what offices hand in about them.

mod asking;
mod audit;
mod excuses;
mod final_months;
mod fixture;
mod imports;
mod lists;
mod performance;
mod pins;
mod quarantine;
mod terminals;

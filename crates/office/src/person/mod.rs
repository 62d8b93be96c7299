//! People: what holds about them, since when, and since when we know.

mod columns;
pub mod details;
mod details_columns;
mod email;
mod import_details;
mod import_people;
mod ledger;
mod list_people;
mod named;
mod show_person;

pub use details::{ActingPost, AgreedDeduction, BankAccount, PersonDetails};
pub use import_people::{ImportedPeople, PeopleImport};
pub(crate) use ledger::Ledger;
pub use list_people::{ListedPerson, PeopleFilter};
pub(crate) use named::Named;
pub use show_person::{ShownFact, ShownPerson, ShownPin};

//! People.

mod page;
mod people;

pub use page::{Fact, FactValue, HeldPin, PersonPage};
pub use people::{People, PersonRow};

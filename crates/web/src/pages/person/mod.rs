//! People.

mod page;
mod people;

pub use page::{Fact, FactValue, PersonPage};
pub use people::{People, PersonRow};

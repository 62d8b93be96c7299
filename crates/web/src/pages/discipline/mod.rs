//! Discipline: who stands where, a person's year, a case.

mod case;
mod form;
mod list;
mod year;

pub use case::{CasePage, LetterShown, Said, TimelineEvent};
pub use form::{Field, FieldKind, StepForm};
pub use list::{Discipline, OpenCase, Standing};
pub use year::{CountedDay, PersonYear, Square, StripMonth};

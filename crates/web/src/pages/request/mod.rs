//! Requests and decisions: what is asked for, what it would change, and what became of it.

mod asked;
mod correction;
mod decisions;
mod mine;
mod one;

pub use asked::{DayChange, DayLook, Due, Effect, ProofFile, RequestRow, Stage, Who};
pub use correction::{CauseChoice, CorrectionForm, DayNow, DayRow};
pub use decisions::{DecisionRow, Decisions};
pub use mine::MyRequests;
pub use one::{OneRequest, OwnForms, Step};

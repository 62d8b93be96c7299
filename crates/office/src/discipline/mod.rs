//! Discipline: who stands where in a year, and the cases that follow. It counts, reminds and says
//! what may come next; a named officer decides, and a person records what was done.

mod alert;
mod append;
mod case_law;
mod counted;
mod entry;
mod event;
mod letter;
mod list;
mod listed;
mod near;
mod open_case;
mod refused;
mod said;
mod show_case;
mod year;

pub use alert::{CutWaiting, DisciplineAlert, NextRung, ReachedRung, SanctionSaid, YearCounted};
pub use append::{CaseAppended, PayConsequence};
pub use entry::{CaseEntry, EventWords};
pub use event::{EventFact, ShownEvent};
pub use letter::LetterKind;
pub use list::{DisciplineFilter, DisciplineList, DisciplineRow};
pub use listed::{ListedCase, NamedCase};
pub use near::Near;
pub(crate) use near::NearRung;
pub use open_case::NewCase;
pub use refused::{CaseError, CaseRefusal};
pub use show_case::{CaseRights, DueStep, LateStep, ShownCase};
pub use year::DisciplineYear;

//! Discipline: days absent in a year against the ladder of sanctions, and the case that follows.
//!
//! It counts, reminds and says what the law asks for next; a named officer decides. Nothing here
//! cuts pay or stops a salary.
//!
//! Source: PP 94/2021, Peraturan BKN 6/2022; PP 53/2010 for absences before 31 August 2021.

mod authority;
pub mod case;
mod count;
mod imposable;
pub mod letters;
mod standing;
mod working_days;
mod year;

pub use authority::{may_impose, officers_for, team_need};
pub use count::{Run, RunEnd, YearCount, YearFacts, days_absent};
pub use imposable::{Imposable, PayEffect, Waiting, imposable, occurrence_code, pay_effect};
pub use standing::{AbsenceCount, Standing, ladder_on, standing};
pub use working_days::{working_days_after, working_days_before, working_days_between};
pub use year::{Alert, LadderStanding, Next, Reached, RowReached, YearStanding};

//! The days of people over a year, counted by the rules.

use civil::{Month, PersonId};
use jiff::civil::{Date, date};
use rules::{
    day::{self, DayRecord},
    discipline::{YearCount, YearFacts, YearStanding},
    law::{Law, discipline::LeaveBetween},
};
use storage::{
    StoreError,
    people::{PersonFact, PersonState},
    years::MonthDays,
};

use super::YearCounted;
use crate::{Office, OfficeError, presence::state_on};

/// A calendar year as it is looked at today.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountedYear {
    pub(super) year: i16,
    /// The last day that is looked at.
    pub(super) until: Date,
    /// The December before, in which a run may have begun, to the last month.
    pub(super) span: (Month, Month),
}

/// The first year that anything is counted of.
pub(super) const YEAR_MIN: i16 = 2000;

impl Office {
    /// The year, up to today.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] for a year that has not begun, or one long before any terminal.
    pub(super) fn year(&self, year: i16) -> Result<CountedYear, OfficeError> {
        let today = self.today();
        if !(YEAR_MIN..=today.year()).contains(&year) {
            let bad =
                format!("{year} cannot be counted; years from {YEAR_MIN} to {} can", today.year());
            return Err(OfficeError::BadInput(bad));
        }
        let until = date(year, 12, 31).min(today);
        let span = (Month::of(date(year, 1, 1)).previous(), Month::of(until));
        Ok(CountedYear { year, until, span })
    }
}

impl CountedYear {
    /// The months of the year itself.
    pub(super) fn own(self) -> (Month, Month) {
        (self.span.0.next(), self.span.1)
    }

    /// What is known of a person on the last day, or the last that was.
    pub(super) fn state(self, facts: &[PersonFact]) -> Option<&PersonState> {
        state_on(facts, self.until).or_else(|| facts.first().map(|fact| &fact.state))
    }

    /// Counts the days of a person and holds them against the law.
    pub(super) fn count(
        self,
        records: &[DayRecord],
        facts: &[PersonFact],
        law: &Law,
    ) -> Option<YearCounted> {
        let state = self.state(facts)?;
        let serves = |day| state_on(facts, day).is_some_and(|state| state.in_service);
        let of_year = YearFacts { year: self.year, until: self.until, days: records };
        Some(match YearStanding::of(&of_year, state.employment, law) {
            Ok(standing) => YearCounted::of(&standing, serves),
            Err(silent) => {
                let count = YearCount::of(&of_year, LeaveBetween::Breaks);
                let mut unknown = count.unknown.clone();
                unknown.retain(|day| serves(*day));
                YearCounted {
                    in_a_row: count.in_a_row(),
                    absences: count.absences,
                    by_minutes: count.by_minutes,
                    unknown,
                    reached: Vec::new(),
                    next: None,
                    alerts: Vec::new(),
                    silent: Some((&silent).into()),
                }
            }
        })
    }
}

/// The records of one person in the months that are known, in order.
pub(super) fn records(
    days: &[MonthDays],
    person: PersonId,
    known: &[Month],
) -> Result<Vec<DayRecord>, StoreError> {
    let mut records = Vec::new();
    for of_month in days.iter().filter(|of| of.person == person && known.contains(&of.month)) {
        let read = day::from_bytes(&of_month.days);
        records.extend(read.map_err(|error| StoreError::Inconsistent {
            what: "month",
            reason: error.to_string(),
        })?);
    }
    Ok(records)
}

/// Whether a person serves on any day of a month; `facts` are the person's, in order.
pub(super) fn serves_in(facts: &[PersonFact], month: Month) -> bool {
    let serves = |day| state_on(facts, day).is_some_and(|state| state.in_service);
    let begun = facts.iter().map(|fact| fact.valid_from).filter(|day| month.contains(*day));
    std::iter::once(month.first()).chain(begun).any(serves)
}

//! Whether one more may work from elsewhere.

use civil::PersonId;
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};

use super::{Seen, days::count};
use crate::law::{Dated as _, NotInForce, ProvisionId};

/// A person who asks to work from elsewhere on a day, and the unit.
#[derive(Clone, Copy, Debug)]
pub struct WfaAsked<'a> {
    /// Who.
    pub person: PersonId,
    /// The day.
    pub date: Date,
    /// Name of the unit, as the regency's act writes it.
    pub unit: &'a str,
    /// People of the unit on that day.
    pub people: u32,
    /// What was granted so far to people of the unit, in any order.
    pub granted: &'a [(PersonId, Date)],
}

/// What stands in the way of one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WfaFinding {
    /// People of this unit may not.
    UnitExcluded,
    /// The share of the unit is reached: so many may.
    ShareReached(u32),
    /// The days of the week are reached: so many may be.
    WeekReached(u8),
}

impl WfaFinding {
    /// All codes, for those who write sentences.
    pub const CODES: [&str; 3] = ["unit-excluded", "share-reached", "week-reached"];

    /// Its code; the sentence is under `leave-wfa-<code>`, its number is `count`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnitExcluded => "unit-excluded",
            Self::ShareReached(_) => "share-reached",
            Self::WeekReached(_) => "week-reached",
        }
    }
}

/// Whether one more fits: what stands in the way, and the provision. An empty list means that it
/// fits. A regency's own value holds in the place of the nation's, with all it says and does not say.
///
/// Source: `PermenPANRB` 4/2025 (2 days a week); for a regency its own act.
///
/// # Errors
///
/// [`NotInForce`] if nothing is said about work from elsewhere on that day.
pub fn wfa_quota(
    seen: Seen<'_>,
    asked: &WfaAsked<'_>,
) -> Result<(Vec<WfaFinding>, ProvisionId), NotInForce> {
    let wfa = seen.law.value_on(&seen.law.wfa, "wfa", asked.date, seen.as_of)?;
    let mut findings = Vec::new();
    let same = |name: &String| name.trim().to_lowercase() == asked.unit.trim().to_lowercase();
    if wfa.excluded.iter().any(same) {
        findings.push(WfaFinding::UnitExcluded);
    }
    if let Some(share) = wfa.share_max {
        let most = u64::from(asked.people) * u64::from(share.num()) / u64::from(share.den());
        let others =
            |(person, date): &&(PersonId, Date)| *date == asked.date && *person != asked.person;
        if u64::from(count(asked.granted.iter().filter(others))) >= most {
            findings.push(WfaFinding::ShareReached(u32::try_from(most).unwrap_or(u32::MAX)));
        }
    }
    if let Some(most) = wfa.days_a_week_max {
        let monday = monday_of(asked.date);
        let own = |(person, date): &&(PersonId, Date)| {
            *person == asked.person && *date != asked.date && monday_of(*date) == monday
        };
        if count(asked.granted.iter().filter(own)) >= most.into() {
            findings.push(WfaFinding::WeekReached(most));
        }
    }
    Ok((findings, wfa.head().provision))
}

fn monday_of(date: Date) -> Date {
    let days = date.weekday().since(Weekday::Monday);
    date.saturating_sub(i64::from(days).days())
}

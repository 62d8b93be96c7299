//! The balance on a day to come, and what happens on the way.

use jiff::{ToSpan as _, civil::Date};

use super::{
    Balance, LeaveFacts, Seen, balance,
    carry::{Counting, entitled_from},
    days::year_bounds,
};
use crate::law::{NotInForce, ProvisionId};

/// Days that lapse at a turn of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapsed {
    /// The first day on which they are gone, a 1 January.
    pub on: Date,
    /// The year that granted them.
    pub granted_in: i16,
    /// Working days.
    pub days: u32,
}

/// Days that a year grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The first day on which they are there.
    pub on: Date,
    /// Working days.
    pub days: u32,
    /// What grants them.
    pub provision: ProvisionId,
}

/// The balance on a day to come, if nothing more is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The balance on that day, leave already granted for the time until then taken off.
    pub balance: Balance,
    /// What lapses on the way.
    pub lapsed: Vec<Lapsed>,
    /// What is granted on the way.
    pub granted: Vec<Granted>,
}

/// Years ahead past which nobody asks in earnest: no law is known for them.
const YEARS_AHEAD_MAX: i64 = 10;

/// The balance on `future`, seen from `today`, if nothing more is asked for. The law is that known
/// on the day of `seen`. A day more than ten years ahead is brought back to ten years; the balance
/// says which day it is of.
///
/// # Errors
///
/// [`NotInForce`] if the law says nothing of annual leave for this person on one of the days.
pub fn forecast(
    seen: Seen<'_>,
    facts: &LeaveFacts<'_>,
    (today, future): (Date, Date),
) -> Result<Forecast, NotInForce> {
    let future = future.min(today.saturating_add(YEARS_AHEAD_MAX.years()));
    let mut lapsed = Vec::new();
    let mut granted = Vec::new();
    for year in today.year()..=future.year() {
        let (first, last) = year_bounds(year);
        if last < future {
            let ending = balance(seen, facts, last)?;
            let on = year_bounds(year.saturating_add(1)).0;
            let gone = ending.lots.iter().filter(|lot| lot.lapsing > 0);
            lapsed.extend(gone.map(|lot| Lapsed {
                on,
                granted_in: lot.granted_in,
                days: lot.lapsing,
            }));
        }
        let rule = Counting { seen, facts }.annual_rule(last.min(future))?;
        let on = entitled_from(facts.service_from, rule.least_service_years).max(first);
        if today < on && on <= future {
            let there = balance(seen, facts, on)?;
            let own = there.lots.iter().find(|lot| lot.granted_in == year && lot.days > 0);
            granted.extend(own.map(|lot| Granted { on, days: lot.days, provision: lot.provision }));
        }
    }
    Ok(Forecast { balance: balance(seen, facts, future)?, lapsed, granted })
}

//! Days absent in a year against the ladder of sanctions. It counts and names the rung; a person
//! decides.

use jiff::civil::Date;

use crate::law::{
    Law, NotInForce, ProvisionId,
    discipline::{InARow, LadderValue, Rung},
};

/// Days absent without a reason in a calendar year, as far as known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AbsenceCount {
    /// All of them.
    pub days: u32,
    /// The longest run of working days one after another.
    pub in_a_row: u32,
    /// Minutes late and early, for a law that turns them into days.
    pub minutes: u32,
}

/// Where a count stands on a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'l> {
    /// Days that count, minutes turned into days where the law does so.
    pub days: u32,
    /// The rung reached, if one.
    pub rung: Option<&'l Rung>,
    /// The rung for days in a row, if reached.
    pub in_a_row: Option<&'l InARow>,
    /// The provision.
    pub provision: ProvisionId,
}

/// Holds a count against the ladder `name` in force on `date`.
///
/// Source: PP 94/2021 art. 8–11; PP 53/2010 art. 8–10 for what happened before.
///
/// # Errors
///
/// [`NotInForce`] if the ladder has no value on that day.
pub fn standing<'l>(
    law: &'l Law,
    name: &str,
    date: Date,
    count: AbsenceCount,
) -> Result<Standing<'l>, NotInForce> {
    use crate::law::Dated as _;
    let silent = || NotInForce { title: format!("ladder.{name}"), date };
    let ladder = law.ladders.get(name).ok_or_else(silent)?;
    let value: &LadderValue =
        law.value_on(&ladder.values, &format!("ladder.{name}"), date, date)?;
    let from_minutes = value.minutes_a_day.map_or(0, |a_day| count.minutes / a_day.max(1));
    let days = count.days + from_minutes;
    let rung =
        value.rungs.iter().find(|rung| rung.from <= days && rung.to.is_none_or(|to| days <= to));
    let in_a_row = value.in_a_row.as_ref().filter(|row| count.in_a_row >= row.days);
    Ok(Standing { days, rung, in_a_row, provision: value.head().provision })
}

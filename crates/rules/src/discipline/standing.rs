//! A count against a ladder.

use jiff::civil::Date;

use super::imposable::{Imposable, imposable};
use crate::law::{
    Dated as _, Law, NotInForce, ProvisionId,
    discipline::{InARow, LadderValue, Rung},
    holding,
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
    /// What may be imposed for it on that day.
    pub imposable: Option<Imposable<'l>>,
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
/// [`NotInForce`] if the ladder has no value on that day, or nothing says whether its rung waits.
pub fn standing<'l>(
    law: &'l Law,
    name: &str,
    date: Date,
    count: AbsenceCount,
) -> Result<Standing<'l>, NotInForce> {
    let silent = || NotInForce { title: format!("ladder.{name}"), date };
    let ladder = law.ladders.get(name).ok_or_else(silent)?;
    let value: &LadderValue =
        law.value_on(&ladder.values, &format!("ladder.{name}"), date, date)?;
    let from_minutes = minutes_a_day(law, name, date).map_or(0, |a_day| count.minutes / a_day);
    let days = count.days + from_minutes;
    let rung = value.rung_at(days);
    let in_a_row = value.in_a_row.as_ref().filter(|row| count.in_a_row >= row.days);
    Ok(Standing {
        days,
        rung,
        imposable: rung.map(|rung| imposable(law, name, rung, date)).transpose()?,
        in_a_row,
        provision: value.head().provision,
    })
}

impl LadderValue {
    /// The rung on which so many days stand.
    #[must_use]
    pub fn rung_at(&self, days: u32) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.from <= days && rung.to.is_none_or(|to| days <= to))
    }
}

/// The ladder for a kind of employment on a day, by its name. The regency's own comes first.
///
/// # Errors
///
/// [`NotInForce`] if none is for that kind of employment on that day.
pub fn ladder_on(
    law: &Law,
    employment: civil::Employment,
    date: Date,
) -> Result<(&str, &LadderValue), NotInForce> {
    law.ladders
        .iter()
        .filter_map(|(name, topic)| Some((name.as_str(), holding(&topic.values, date, date)?)))
        .filter(|(_, value)| value.employment.is_empty() || value.employment.contains(&employment))
        .min_by_key(|(_, value)| value.head().layer)
        .ok_or_else(|| NotInForce { title: format!("ladder.{}", employment.code()), date })
}

/// Minutes that make a day under a ladder on a day, where the law turns them into days.
pub(super) fn minutes_a_day(law: &Law, ladder: &str, date: Date) -> Option<u32> {
    let topic = law.discipline.conversions.get(ladder)?;
    holding(&topic.values, date, date).map(|value| value.minutes_a_day.max(1))
}

//! Who looks at a request, and until when.

use jiff::{ToSpan as _, civil::Date};

use super::{IsWorking, Seen};
use crate::{
    excuse::ExcuseKind,
    law::{
        NotInForce, holding,
        leave::{Applicant, Chain},
    },
};

/// The steps of a request made on `date`: those of its kind, else those of all kinds.
///
/// # Errors
///
/// [`NotInForce`] if the regency has no order of decision for this applicant on that day.
pub fn chain(
    seen: Seen<'_>,
    kind: ExcuseKind,
    applicant: Applicant,
    date: Date,
) -> Result<&Chain, NotInForce> {
    let of = |name: &str| {
        let values = seen.law.leave.chains.get(name).map_or(&[][..], |topic| &topic.values);
        let own = values.iter().filter(|chain| chain.applicant == applicant);
        holding(own, date, seen.as_of)
    };
    of(kind.code()).or_else(|| of("default")).ok_or_else(|| NotInForce {
        title: format!("leave.chain.{}.{}", kind.code(), applicant.code()),
        date,
    })
}

/// The last day of a step that begins on a day and may take some working days, the first day not
/// counted. `None` if there is no such day, as with a calendar without working days.
#[must_use]
pub fn due(begins: Date, days: u16, is_working: IsWorking<'_>) -> Option<Date> {
    /// Days of the calendar that are looked through for one working day.
    const SEARCH_DAYS_PER_WORKING_DAY: u32 = 60;
    let search = (u32::from(days) + 1) * SEARCH_DAYS_PER_WORKING_DAY;
    let search = usize::try_from(search).unwrap_or(usize::MAX);
    let mut working = begins.series(1.day()).skip(1).take(search).filter(|date| is_working(*date));
    match days {
        0 => Some(begins),
        days => working.nth(usize::from(days) - 1),
    }
}

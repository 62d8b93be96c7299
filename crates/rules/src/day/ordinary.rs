//! The day that most people have on most days, the short way.

use civil::Wall;

use super::{
    DayRecord, Findings, Verdict,
    tally::{clip, minutes_early, minutes_late, verdict_of_minutes},
};
use crate::{pairing::first_last, plan::DayPlan};

/// Fills in a blank record for an ordinary day: one shift of which the first scan and the last
/// count, no excuse, the day over, and both scans there or none. Says whether it was one.
///
/// [`super::evaluate`] gives the same record for it, and a test holds the two together. This way is
/// short because it knows what cannot happen, and because it looks only at the readings that count.
#[inline]
pub(crate) fn ordinary_day(plan: &DayPlan, readings: &[Wall], record: &mut DayRecord) -> bool {
    let Some(shift) = &plan.ordinary else { return false };
    let clockwork = &plan.clockwork;
    let opens = plan.midnight.plus_seconds(i64::from(shift.opens));
    let closes = plan.midnight.plus_seconds(i64::from(shift.closes));
    let mut within = readings;
    while let [first, later @ ..] = within
        && *first < opens
    {
        within = later;
    }
    while let [earlier @ .., last] = within
        && *last >= closes
    {
        within = earlier;
    }
    match within {
        [] => record.verdict = Verdict::Absent,
        [first, .., last] => {
            // Within the window of a shift they are a few hours from midnight.
            let seconds =
                |reading: &Wall| i32::try_from(reading.0 - plan.midnight.0).unwrap_or(i32::MAX);
            let (first, last) = (seconds(first), seconds(last));
            let paired = first_last((first, last), shift, clockwork);
            let (Some(arrived), Some(left)) = (paired.arrived, paired.left) else { return false };
            let late = minutes_late(arrived, shift, clockwork);
            let early = minutes_early(left, shift, clockwork);
            record.arrived = Some(arrived);
            record.left = Some(left);
            record.late_minutes = clip(late);
            record.early_minutes = clip(early);
            record.verdict = verdict_of_minutes(late > 0, early > 0);
        }
        [_] => return false,
    }
    record.findings.add_if(within.len() < readings.len(), Findings::SCAN_OUTSIDE_WINDOW);
    true
}

//! The shifts of a day added up, and the verdict on them.

use super::{DayFacts, DayRecord, Findings, Verdict, excused::permissions, verdict_of};
use crate::{
    excuse::{ExcuseClass, ExcuseKind},
    law::presence::{Counted, CountedFrom, Which},
    pairing::Paired,
    plan::{Clockwork, Shift},
};

/// The shifts of a day added up.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one finding of the day")]
pub(super) struct Tally {
    /// Shifts of which something was asked.
    shifts: u32,
    /// Those without a scan that are over.
    empty: u32,
    /// Whether scans that matter may still come.
    running: bool,
    no_in: bool,
    no_out: bool,
    no_rest: bool,
    late: u32,
    /// Of `late`, what was made up in the shift itself.
    made_up: u32,
    early: u32,
    away: u32,
    /// Minutes of work that are not proved.
    missed: u32,
    arrived: Option<i32>,
    left: Option<i32>,
}

impl Tally {
    /// A shift of which excuses left nothing.
    pub(super) fn excused(&mut self, running: bool) {
        self.running |= running;
    }

    /// A shift and its scans. `now`, in seconds after the day's midnight, for a day that is not
    /// over: of a running shift nothing is held against anybody but a late arrival, and that is
    /// not charged before the day is over.
    #[inline]
    pub(super) fn add(
        &mut self,
        shift: &Shift,
        paired: Paired,
        clockwork: &Clockwork,
        now: Option<i32>,
    ) {
        let running = now.is_some_and(|now| now < shift.closes);
        let arrived = paired.arrived;
        // While scans may still come, one before the end is no departure.
        let left = paired.left.filter(|left| !running || *left >= shift.ends);
        self.shifts += 1;
        self.arrived = self.arrived.or(arrived);
        self.left = left.or(self.left);
        let late = arrived
            .map_or(0, |at| minutes(at - shift.starts, clockwork, clockwork.late_grace_minutes));
        let made_up = made_up(late, left, shift, clockwork);
        self.late += late;
        self.made_up += if made_up { late } else { 0 };
        if running && !is_settled(late, made_up, arrived, left, clockwork) {
            self.running = true;
            return;
        }
        if paired == Paired::default() {
            self.empty += 1;
        }
        self.no_in |= arrived.is_none();
        self.no_out |= left.is_none();
        let early =
            left.map_or(0, |at| minutes(shift.ends - at, clockwork, clockwork.early_grace_minutes));
        let away = self.rest(shift, paired, clockwork);
        self.early += early;
        self.away += away;
        // A scan that is missing proves no minute of its shift.
        self.missed += if arrived.is_some() && left.is_some() {
            late + early + away
        } else {
            let rest = shift.rest.map_or(0, |(from, until)| until - from);
            u32::try_from((shift.ends - shift.starts - rest) / 60).unwrap_or(0)
        };
    }

    /// Minutes away around the rest, where it is scanned.
    #[inline]
    fn rest(&mut self, shift: &Shift, paired: Paired, clockwork: &Clockwork) -> u32 {
        let (Which::Four, Some((from, until))) = (clockwork.which, shift.rest) else { return 0 };
        if let (Some(out), Some(back)) = (paired.rest_out, paired.rest_in) {
            return minutes(from - out, clockwork, 0) + minutes(back - until, clockwork, 0);
        }
        self.no_rest |= paired != Paired::default();
        0
    }

    /// The verdict.
    #[inline]
    pub(super) fn settle(self, facts: &DayFacts<'_>, record: &mut DayRecord) {
        record.arrived = self.arrived;
        record.left = self.left;
        if self.running {
            record.findings.add(Findings::RUNNING);
        }
        if self.shifts == 0 {
            // Every shift was excused in parts.
            record.excuse = facts.excuses.first().map(|excuse| excuse.kind);
            let class = record.excuse.map_or(ExcuseClass::Leave, ExcuseKind::class);
            record.verdict = verdict_of(class);
            return;
        }
        if self.empty == self.shifts {
            record.verdict = Verdict::Absent;
            return;
        }
        if self.arrived.is_none() && self.left.is_none() && self.running {
            record.verdict = Verdict::NotYet;
            return;
        }
        let over = facts.plan.clockwork.absent_over_minutes;
        if over.is_some_and(|over| self.missed > u32::from(over)) && !self.running {
            record.verdict = Verdict::Absent;
            record.findings.add(Findings::ABSENT_BY_MINUTES);
            return;
        }
        self.minutes_and_findings(record);
        permissions(facts.excuses, record);
        record.verdict = if self.no_in || self.no_out {
            Verdict::Incomplete
        } else {
            verdict_of_minutes(record.late_minutes > 0, record.early_minutes > 0)
        };
        if record.verdict == Verdict::Present && self.running {
            record.verdict = Verdict::NotYet;
        }
    }

    #[inline]
    fn minutes_and_findings(&self, record: &mut DayRecord) {
        // Lateness that was made up counts, marked, only where none other does: the law may charge
        // it when it happens often.
        let made_up = self.made_up == self.late && self.late > 0;
        record.late_minutes = clip(if made_up { self.late } else { self.late - self.made_up });
        record.early_minutes = clip(self.early);
        record.away_minutes = clip(self.away);
        for (holds, finding) in [
            (self.no_in, Findings::NO_IN),
            (self.no_out, Findings::NO_OUT),
            (self.no_rest, Findings::NO_REST),
            (made_up, Findings::MADE_UP),
        ] {
            record.findings.add_if(holds, finding);
        }
    }
}

/// Whether no later scan of a running shift could change what it comes to.
fn is_settled(
    late: u32,
    made_up: bool,
    arrived: Option<i32>,
    left: Option<i32>,
    clockwork: &Clockwork,
) -> bool {
    let may_be_made_up = clockwork.flex.is_some_and(|flex| late <= u32::from(flex.minutes));
    arrived.is_some() && left.is_some() && (late == 0 || made_up || !may_be_made_up)
}

/// The verdict on a day with both scans.
#[inline]
pub(super) fn verdict_of_minutes(late: bool, early: bool) -> Verdict {
    match (late, early) {
        (true, true) => Verdict::LateEarly,
        (true, false) => Verdict::Late,
        (false, true) => Verdict::Early,
        (false, false) => Verdict::Present,
    }
}

/// Minutes as a record keeps them; more than 45 days of them are 45 days.
#[inline]
pub(super) fn clip(minutes: u32) -> u16 {
    u16::try_from(minutes).unwrap_or(u16::MAX)
}

/// Minutes late that count, for an arrival in seconds after midnight.
#[inline]
pub(super) fn minutes_late(arrived: i32, shift: &Shift, clockwork: &Clockwork) -> u32 {
    minutes(arrived - shift.starts, clockwork, clockwork.late_grace_minutes)
}

/// Minutes early that count, for a departure in seconds after midnight.
#[inline]
pub(super) fn minutes_early(left: i32, shift: &Shift, clockwork: &Clockwork) -> u32 {
    minutes(shift.ends - left, clockwork, clockwork.early_grace_minutes)
}

/// Minutes by which `seconds` exceed nothing, with the grace and the way of counting of the act.
#[inline]
fn minutes(seconds: i32, clockwork: &Clockwork, grace_minutes: u16) -> u32 {
    let Ok(seconds) = u32::try_from(seconds) else { return 0 };
    let minutes = match clockwork.counted {
        Counted::Whole => seconds / 60,
        Counted::Begun => seconds.div_ceil(60),
    };
    let grace = u32::from(grace_minutes);
    if minutes <= grace {
        return 0;
    }
    match clockwork.counted_from {
        CountedFrom::Start => minutes,
        CountedFrom::Grace => minutes - grace,
    }
}

/// Whether lateness within the flexible time was worked off at the end of the same shift.
#[inline]
fn made_up(late: u32, left: Option<i32>, shift: &Shift, clockwork: &Clockwork) -> bool {
    let (Some(flex), Some(left)) = (clockwork.flex, left) else { return false };
    let late_seconds = i32::try_from(late).unwrap_or(i32::MAX).saturating_mul(60);
    late > 0 && late <= u32::from(flex.minutes) && left - shift.ends >= late_seconds
}

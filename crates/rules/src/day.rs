//! One person, one day: from facts to a record that explains itself.

mod bytes;
mod verdict;

use civil::Wall;
use jiff::civil::Date;

pub use bytes::{RECORD_BYTES, UnreadableDays, from_bytes, to_bytes};
pub use verdict::{Findings, Verdict};

use crate::{
    excuse::{Excuse, ExcuseClass, ExcuseKind},
    law::{
        ProvisionId,
        presence::{Counted, CountedFrom},
    },
    pairing::{Paired, pair},
    plan::{Clockwork, DayKind, DayPlan, Shift},
};

/// Everything the law needs to know about a day of a person.
#[derive(Clone, Copy, Debug)]
pub struct DayFacts<'a> {
    /// What is asked of the day.
    pub plan: &'a DayPlan,
    /// Scans in seconds after the day's midnight, in order, each second once. Those outside the
    /// windows of the shifts do no harm.
    pub scans: &'a [i32],
    /// Excuses of the day.
    pub excuses: &'a [Excuse],
    /// Whether the person is in service on it.
    pub in_service: bool,
    /// The present, for a day that is not over; `None` when it surely is.
    pub now: Option<Wall>,
}

/// What a day comes to. Small, and the same bytes for the same facts and law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRecord {
    /// The day.
    pub date: Date,
    /// In one word.
    pub verdict: Verdict,
    /// The excuse that decided it, if one did.
    pub excuse: Option<ExcuseKind>,
    /// What else is to be known.
    pub findings: Findings,
    /// Minutes late that count.
    pub late_minutes: u16,
    /// Minutes early that count.
    pub early_minutes: u16,
    /// Minutes away around the rest.
    pub away_minutes: u16,
    /// Arrival of the first shift, seconds after midnight.
    pub arrived: Option<i32>,
    /// Departure of the last shift, seconds after midnight.
    pub left: Option<i32>,
    /// The provision on the hours, or on the holiday.
    pub basis: ProvisionId,
}

/// Applies the law to a day.
#[must_use]
pub fn evaluate(facts: &DayFacts<'_>) -> DayRecord {
    let plan = facts.plan;
    let mut record = DayRecord {
        date: plan.date,
        verdict: Verdict::Off,
        excuse: None,
        findings: Findings::NONE,
        late_minutes: 0,
        early_minutes: 0,
        away_minutes: 0,
        arrived: None,
        left: None,
        basis: plan.hours,
    };
    if !facts.in_service {
        record.verdict = Verdict::NotInService;
        return record;
    }
    match plan.kind {
        DayKind::Work => working_day(facts, &mut record),
        DayKind::Off => {}
        DayKind::Holiday(basis) => (record.verdict, record.basis) = (Verdict::Holiday, basis),
        DayKind::JointLeave(basis) => (record.verdict, record.basis) = (Verdict::JointLeave, basis),
    }
    if plan.kind != DayKind::Work && !facts.scans.is_empty() {
        record.findings.add(Findings::SCAN_ON_DAY_OFF);
    }
    record
}

fn working_day(facts: &DayFacts<'_>, record: &mut DayRecord) {
    if let Some(excuse) = whole_day_excuse(facts.excuses) {
        record.excuse = Some(excuse);
        record.verdict = match excuse.class() {
            ExcuseClass::Leave | ExcuseClass::Permission => Verdict::Leave,
            ExcuseClass::Duty => Verdict::Duty,
            ExcuseClass::Wfa => Verdict::Wfa,
        };
        if excuse.class() == ExcuseClass::Wfa && facts.plan.wfa.is_none() {
            record.findings.add(Findings::WFA_WITHOUT_RULE);
        }
        if !facts.scans.is_empty() {
            record.findings.add(Findings::SCAN_DURING_EXCUSE);
        }
        return;
    }
    let clockwork = &facts.plan.clockwork;
    let now = facts.now.map(|now| i32::try_from(now.0 - facts.plan.midnight.0).unwrap_or(i32::MAX));
    let mut tally = Tally::default();
    for planned in &facts.plan.shifts {
        match part_excused(planned, facts.excuses) {
            None => {
                record.findings.add(Findings::PART_EXCUSED);
                continue;
            }
            Some(shift) => {
                if (shift.starts, shift.ends) != (planned.starts, planned.ends) {
                    record.findings.add(Findings::PART_EXCUSED);
                }
                let scans = within(facts.scans, &shift);
                tally.scans += scans.len();
                tally.add(&shift, pair(scans, &shift, clockwork), clockwork, now);
            }
        }
    }
    if tally.scans < facts.scans.len() {
        record.findings.add(Findings::SCAN_OUTSIDE_WINDOW);
    }
    tally.settle(facts, record);
}

/// An excuse of the whole day that decides it. Leave comes before duty, duty before work from
/// elsewhere: the one that asks least of the person.
fn whole_day_excuse(excuses: &[Excuse]) -> Option<ExcuseKind> {
    let rank = |kind: &ExcuseKind| match kind.class() {
        ExcuseClass::Leave => 0,
        ExcuseClass::Duty => 1,
        ExcuseClass::Wfa => 2,
        ExcuseClass::Permission => 3,
    };
    excuses
        .iter()
        .filter(|excuse| excuse.seconds.is_none() && excuse.kind.class() != ExcuseClass::Permission)
        .map(|excuse| excuse.kind)
        .min_by_key(rank)
}

/// The shift as it is asked once excused hours are taken off its start and its end; `None` if
/// nothing of it is left.
fn part_excused(planned: &Shift, excuses: &[Excuse]) -> Option<Shift> {
    let mut shift = *planned;
    for excuse in excuses {
        let Some((from, until)) = excuse.seconds else { continue };
        if excuse.kind.class() == ExcuseClass::Permission {
            continue;
        }
        if from <= shift.starts && until > shift.starts {
            shift.starts = until;
        }
        if until >= shift.ends && from < shift.ends {
            shift.ends = from;
        }
    }
    // Hours excused up to the rest, or from it on, leave nobody to wait out the rest.
    if let Some((rest_from, rest_until)) = shift.rest {
        if (rest_from..rest_until).contains(&shift.starts) {
            shift.starts = rest_until;
        }
        if shift.ends > rest_from && shift.ends <= rest_until {
            shift.ends = rest_from;
        }
        if shift.starts >= rest_until || shift.ends <= rest_from {
            shift.rest = None;
        }
    }
    (shift.starts < shift.ends).then_some(shift)
}

/// The scans in the window of a shift.
#[inline]
pub(crate) fn within<'s>(scans: &'s [i32], shift: &Shift) -> &'s [i32] {
    let from = scans.iter().position(|scan| *scan >= shift.opens).unwrap_or(scans.len());
    let rest = scans.get(from..).unwrap_or_default();
    let until = rest.iter().rposition(|scan| *scan < shift.closes).map_or(0, |last| last + 1);
    rest.get(..until).unwrap_or_default()
}

/// The shifts of a day added up.
#[derive(Default)]
struct Tally {
    scans: usize,
    shifts: u32,
    empty: u32,
    unfinished: bool,
    no_in: bool,
    no_out: bool,
    no_rest: bool,
    late: u32,
    early: u32,
    away: u32,
    work: u32,
    made_up: bool,
    arrived: Option<i32>,
    left: Option<i32>,
}

impl Tally {
    #[inline]
    fn add(&mut self, shift: &Shift, paired: Paired, clockwork: &Clockwork, now: Option<i32>) {
        self.shifts += 1;
        let running = now.is_some_and(|now| now < shift.closes);
        self.unfinished |= running;
        self.arrived = self.arrived.or(paired.arrived);
        self.left = paired.left.or(self.left);
        let rest = shift.rest.map_or(0, |(from, until)| until - from);
        self.work += u32::try_from((shift.ends - shift.starts - rest) / 60).unwrap_or(0);
        if paired.arrived.is_none() && paired.left.is_none() {
            self.empty += u32::from(!running);
            return;
        }
        match paired.arrived {
            Some(at) => {
                let late = minutes(at - shift.starts, clockwork, clockwork.late_grace_minutes);
                self.made_up |= made_up(late, paired.left, shift, clockwork);
                self.late += late;
            }
            None => self.no_in = true,
        }
        match paired.left {
            Some(at) => {
                self.early += minutes(shift.ends - at, clockwork, clockwork.early_grace_minutes);
            }
            None => self.no_out |= !running,
        }
        self.rest(shift, paired, clockwork, running);
    }

    fn rest(&mut self, shift: &Shift, paired: Paired, clockwork: &Clockwork, running: bool) {
        use crate::law::presence::Which;
        let (Which::Four, Some((from, until))) = (clockwork.which, shift.rest) else { return };
        match (paired.rest_out, paired.rest_in) {
            (Some(out), Some(back)) => {
                self.away +=
                    minutes(from - out, clockwork, 0) + minutes(back - until, clockwork, 0);
            }
            _ => self.no_rest |= !running,
        }
    }

    fn settle(self, facts: &DayFacts<'_>, record: &mut DayRecord) {
        let clip = |minutes: u32| u16::try_from(minutes).unwrap_or(u16::MAX);
        record.arrived = self.arrived;
        record.left = self.left;
        if self.shifts == 0 {
            // Every shift was excused in parts.
            record.excuse = facts.excuses.first().map(|excuse| excuse.kind);
            record.verdict = match record.excuse.map(ExcuseKind::class) {
                Some(ExcuseClass::Duty) => Verdict::Duty,
                Some(ExcuseClass::Wfa) => Verdict::Wfa,
                Some(ExcuseClass::Leave | ExcuseClass::Permission) | None => Verdict::Leave,
            };
            return;
        }
        if self.empty == self.shifts {
            record.verdict = Verdict::Absent;
            return;
        }
        if self.arrived.is_none() && self.left.is_none() {
            record.verdict = Verdict::NotYet;
            return;
        }
        let (no_in, no_out) = (self.no_in || self.empty > 0, self.no_out || self.empty > 0);
        let over = facts.plan.clockwork.absent_over_minutes;
        // A scan that is missing proves no hour of work.
        let missed = if no_in || no_out { self.work } else { self.late + self.early + self.away };
        if over.is_some_and(|over| missed > u32::from(over)) && !self.unfinished {
            record.verdict = Verdict::Absent;
            record.findings.add(Findings::ABSENT_BY_MINUTES);
            return;
        }
        record.late_minutes = clip(self.late);
        record.early_minutes = clip(self.early);
        record.away_minutes = clip(self.away);
        for (holds, finding) in [
            (no_in, Findings::NO_IN),
            (no_out, Findings::NO_OUT),
            (self.no_rest, Findings::NO_REST),
            (self.made_up && self.late > 0, Findings::MADE_UP),
        ] {
            if holds {
                record.findings.add(finding);
            }
        }
        permissions(facts.excuses, record);
        record.verdict = match (no_in || no_out, record.late_minutes > 0, record.early_minutes > 0)
        {
            (true, _, _) => Verdict::Incomplete,
            (false, true, true) => Verdict::LateEarly,
            (false, true, false) => Verdict::Late,
            (false, false, true) => Verdict::Early,
            (false, false, false) if self.unfinished && self.left.is_none() => Verdict::NotYet,
            (false, false, false) => Verdict::Present,
        };
    }
}

fn permissions(excuses: &[Excuse], record: &mut DayRecord) {
    let permitted = |kind| excuses.iter().any(|excuse| excuse.kind == kind);
    if record.late_minutes > 0 && permitted(ExcuseKind::IzinTerlambat) {
        record.findings.add(Findings::LATE_PERMITTED);
    }
    if record.early_minutes > 0 && permitted(ExcuseKind::IzinPulangCepat) {
        record.findings.add(Findings::EARLY_PERMITTED);
    }
}

/// Minutes by which `seconds` exceed nothing, with the grace and the way of counting of the act.
#[inline]
fn minutes(seconds: i32, clockwork: &Clockwork, grace_minutes: u16) -> u32 {
    let whole = match clockwork.counted {
        Counted::Whole => seconds.div_euclid(60),
        Counted::Begun => (seconds + 59).div_euclid(60),
    };
    let Ok(minutes) = u32::try_from(whole) else { return 0 };
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
fn made_up(late: u32, left: Option<i32>, shift: &Shift, clockwork: &Clockwork) -> bool {
    let (Some(flex), Some(left)) = (clockwork.flex, left) else { return false };
    let late_seconds = i32::try_from(late).unwrap_or(i32::MAX).saturating_mul(60);
    late > 0 && late <= u32::from(flex.minutes) && left - shift.ends >= late_seconds
}

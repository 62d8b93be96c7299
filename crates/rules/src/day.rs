//! One person, one day: from facts to a record that explains itself.

mod bytes;
mod excused;
mod ordinary;
mod tally;
#[cfg(test)]
mod tests;
mod verdict;

use civil::Wall;
use jiff::civil::Date;

pub use bytes::{RECORD_BYTES, UnreadableDays, from_bytes, to_bytes};
pub use verdict::{Findings, Verdict};

use crate::{
    excuse::{Excuse, ExcuseClass, ExcuseKind},
    law::ProvisionId,
    pairing::{pair_at, seconds_after, within},
    plan::{DayKind, DayPlan, Shift},
};
use excused::{part_excused, whole_day_excuse};
pub(crate) use ordinary::ordinary_day;
use tally::Tally;

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

impl DayRecord {
    /// A day of which nothing was said.
    pub(crate) fn blank(plan: &DayPlan) -> Self {
        Self {
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
        }
    }

    /// The provision on work from elsewhere, if the day rests on it; `plan` is that of the day.
    #[must_use]
    pub fn wfa_rule(&self, plan: &DayPlan) -> Option<ProvisionId> {
        plan.wfa.filter(|_| self.verdict == Verdict::Wfa)
    }
}

/// Applies the law to a day.
#[must_use]
pub fn evaluate(facts: &DayFacts<'_>) -> DayRecord {
    let mut record = DayRecord::blank(facts.plan);
    evaluate_into(facts, &mut record);
    record
}

/// Fills in a blank record where it stands: a month of them is not moved about.
pub(crate) fn evaluate_into(facts: &DayFacts<'_>, record: &mut DayRecord) {
    let plan = facts.plan;
    if !facts.in_service {
        record.verdict = Verdict::NotInService;
        return;
    }
    match plan.kind {
        DayKind::Work => return working_day(facts, record),
        DayKind::Off => {}
        DayKind::Holiday(basis) => (record.verdict, record.basis) = (Verdict::Holiday, basis),
        DayKind::JointLeave(basis) => (record.verdict, record.basis) = (Verdict::JointLeave, basis),
    }
    record.findings.add_if(!facts.scans.is_empty(), Findings::SCAN_ON_DAY_OFF);
}

fn working_day(facts: &DayFacts<'_>, record: &mut DayRecord) {
    let now = facts.now.map(|now| seconds_after(facts.plan.midnight, now));
    if let Some(excuse) = whole_day_excuse(facts.excuses) {
        excused_day(excuse, facts, record);
        record.findings.add_if(is_running(&facts.plan.shifts, now), Findings::RUNNING);
        return;
    }
    let clockwork = &facts.plan.clockwork;
    let mut tally = Tally::default();
    let mut used = 0;
    for planned in &facts.plan.shifts {
        let (shift, part) = part_excused(planned, facts.excuses);
        record.findings.add_if(part, Findings::PART_EXCUSED);
        let scans = within(facts.scans, planned);
        used += scans.len();
        match shift {
            Some(shift) => {
                let paired = pair_at(now, scans, &shift, clockwork);
                tally.add(&shift, paired, clockwork, now);
            }
            None => tally.excused(is_running(std::slice::from_ref(planned), now)),
        }
    }
    record.findings.add_if(used < facts.scans.len(), Findings::SCAN_OUTSIDE_WINDOW);
    tally.settle(facts, record);
}

fn excused_day(excuse: ExcuseKind, facts: &DayFacts<'_>, record: &mut DayRecord) {
    record.excuse = Some(excuse);
    record.verdict = verdict_of(excuse.class());
    let without_rule = excuse.class() == ExcuseClass::Wfa && facts.plan.wfa.is_none();
    record.findings.add_if(without_rule, Findings::WFA_WITHOUT_RULE);
    record.findings.add_if(!facts.scans.is_empty(), Findings::SCAN_DURING_EXCUSE);
}

/// What an excuse of all of a day makes it.
fn verdict_of(class: ExcuseClass) -> Verdict {
    match class {
        ExcuseClass::Leave | ExcuseClass::Permission => Verdict::Leave,
        ExcuseClass::Duty => Verdict::Duty,
        ExcuseClass::Wfa => Verdict::Wfa,
    }
}

/// Whether scans of a shift may still come.
fn is_running(shifts: &[Shift], now: Option<i32>) -> bool {
    now.is_some_and(|now| shifts.iter().any(|shift| now < shift.closes))
}

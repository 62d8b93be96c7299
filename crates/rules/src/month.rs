//! One person, one month of days: the readings dealt out to the days they belong to.

mod by_person;

use civil::Wall;
use jiff::civil::Date;

pub use by_person::ByPerson;

use crate::{
    day::{DayFacts, DayRecord, evaluate_into, ordinary_day},
    excuse::Excuse,
    pairing::seconds_after,
    plan::{DayKind, DayPlan},
};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// An excuse with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExcusedDays {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// What excuses.
    pub excuse: Excuse,
}

/// What is known of a person over a span of days.
#[derive(Clone, Copy, Debug)]
pub struct PresenceFacts<'a> {
    /// What is asked of each day, in order.
    pub plans: &'a [(&'a DayPlan, InService)],
    /// What was asked of the day before the span, and is of the day after it, where another
    /// schedule holds there.
    pub beside: Beside<'a>,
    /// Readings of the terminals' walls, in order, each once; those of neighbouring days included.
    pub readings: &'a [Wall],
    /// Excuses that touch the span.
    pub excuses: &'a [ExcusedDays],
    /// The present, where the span reaches it.
    pub now: Option<Wall>,
}

/// The days beside a span, where another schedule holds on them: the earlier of two days keeps
/// what both claim.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The day before.
    pub eve: Option<&'a DayPlan>,
    /// The day after.
    pub morrow: Option<&'a DayPlan>,
}

impl Beside<'_> {
    /// From when and until when readings belong to a day that stands between these.
    #[must_use]
    pub fn span_of(self, plan: &DayPlan) -> (Wall, Wall) {
        let from = self.begin_of_claim(plan);
        (from, end_of_claim(plan, self.morrow).max(from))
    }

    fn begin_of_claim(self, plan: &DayPlan) -> Wall {
        let claimed = self.eve.map(|eve| end_of_claim(eve, Some(plan)));
        claimed.map_or(plan.claims.0, |claimed| plan.claims.0.max(claimed))
    }
}

/// Whether a person is in service on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InService {
    /// In service.
    Yes,
    /// Not yet, or no more.
    No,
}

/// Evaluates each day of the span, in order, into `records`. For many people, [`Records`] is
/// quicker.
pub fn evaluate_days(facts: &PresenceFacts<'_>, records: &mut Vec<DayRecord>) {
    records.extend_from_slice(Records::default().of(facts));
}

/// Evaluates those days of the span that are `wanted`, in order, into `records`. Each comes out as
/// with all of them: the others take what is theirs.
pub fn evaluate_some(
    facts: &PresenceFacts<'_>,
    wanted: impl Fn(Date) -> bool,
    records: &mut Vec<DayRecord>,
) {
    let mut all = Records::default();
    let days = all.of_wanted(facts, &wanted);
    records.extend(days.iter().filter(|record| wanted(record.date)));
}

/// Evaluates the days of many people, one after another, in the same room.
#[derive(Debug, Default)]
pub struct Records {
    days: Vec<DayRecord>,
    scans: Vec<i32>,
    excuses: Vec<Excuse>,
}

impl Records {
    /// The days of a person, in order.
    pub fn of(&mut self, facts: &PresenceFacts<'_>) -> &[DayRecord] {
        self.of_wanted(facts, |_| true)
    }

    /// The days of a person, in order; those not wanted stay blank.
    #[inline]
    fn of_wanted(
        &mut self,
        facts: &PresenceFacts<'_>,
        wanted: impl Fn(Date) -> bool,
    ) -> &[DayRecord] {
        let Self { days, scans, excuses } = self;
        days.clear();
        days.extend(facts.plans.iter().map(|(plan, _)| DayRecord::blank(plan)));
        let mut readings = facts.readings;
        let first = facts.plans.first();
        let mut claimed =
            first.map_or(Wall(i64::MIN), |(first, _)| facts.beside.begin_of_claim(first));
        let past = facts.now.is_none();
        for (place, (record, (plan, in_service))) in days.iter_mut().zip(facts.plans).enumerate() {
            let from = plan.claims.0.max(claimed);
            let next = facts.plans.get(place + 1).map(|(next, _)| *next);
            claimed = end_of_claim(plan, next.or(facts.beside.morrow)).max(from);
            (_, readings) = split(readings, from);
            let mine;
            (mine, readings) = split(readings, claimed);
            if !wanted(plan.date) {
                continue;
            }
            excuses.clear();
            excuses.extend(on_day(facts.excuses, plan.date));
            let in_service = *in_service == InService::Yes;
            if in_service && plan.kind == DayKind::Off && mine.is_empty() {
                // A blank record says it.
                continue;
            }
            if past && in_service && excuses.is_empty() && ordinary_day(plan, mine, record) {
                continue;
            }
            scans.clear();
            scans.extend(mine.iter().map(|reading| seconds_after(plan.midnight, *reading)));
            let now = facts.now.filter(|now| *now < claimed);
            evaluate_into(&DayFacts { plan, scans, excuses, in_service, now }, record);
        }
        days
    }
}

/// Until when readings belong to a day. Where two schedules meet, they may claim the same hours,
/// which the earlier day keeps, or leave hours to nobody, which the earlier day gets.
#[inline]
fn end_of_claim(plan: &DayPlan, next: Option<&DayPlan>) -> Wall {
    match next {
        Some(next) if next.midnight.0 - plan.midnight.0 == DAY => plan.claims.1.max(next.claims.0),
        Some(_) | None => plan.claims.1,
    }
}

/// Readings before `at`, and those from it on. A day has few, so they are looked at in turn.
#[inline]
fn split(readings: &[Wall], at: Wall) -> (&[Wall], &[Wall]) {
    let before = readings.iter().take_while(|reading| **reading < at).count();
    readings.split_at_checked(before).unwrap_or((readings, &[]))
}

fn on_day(excuses: &[ExcusedDays], date: Date) -> impl Iterator<Item = Excuse> {
    excuses
        .iter()
        .filter(move |days| (days.from..=days.until).contains(&date))
        .map(|days| days.excuse)
}

/// The readings of the person that belong to one day, in order.
#[must_use]
pub fn readings_of_day<'r>(plan: &DayPlan, readings: &'r [Wall]) -> &'r [Wall] {
    let from = readings.partition_point(|reading| *reading < plan.claims.0);
    let until = readings.partition_point(|reading| *reading < plan.claims.1);
    readings.get(from..until).unwrap_or_default()
}

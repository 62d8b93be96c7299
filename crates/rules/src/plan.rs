//! The law on hours, compiled for one schedule and a span of days: what is asked of each day.

mod hours;
#[cfg(test)]
mod tests;

use civil::{ScheduleKey, Wall};
use jiff::{ToSpan, civil::Date};

use crate::law::{
    Dated as _, Law, NotInForce, ProvisionId,
    hours::{Clock, ShiftTimes},
    presence::{Counted, CountedFrom, Flex, Minutes, Scans, Single, Which},
};
use crate::roster::Roster;

pub(crate) use hours::DayHours;

/// One stretch of duty, in seconds after midnight of its day. A night shift's end lies beyond
/// 86,400.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// When it begins.
    pub starts: i32,
    /// When it ends.
    pub ends: i32,
    /// Rest inside it.
    pub rest: Option<(i32, i32)>,
    /// From when on scans count for it.
    pub opens: i32,
    /// Until when scans count for it, not included.
    pub closes: i32,
    /// When its leaving window opens.
    pub leaving_opens: i32,
}

/// Which scans count and how minutes are counted, ready for use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clockwork {
    /// Which scans count.
    pub which: Which,
    /// What a single scan is.
    pub single: Single,
    /// Seconds after the arrival within which a scan is a repeat.
    pub repeat_seconds: i32,
    /// Seconds around the rest in which its scans are looked for.
    pub rest_window_seconds: i32,
    /// Started minutes.
    pub counted: Counted,
    /// Minutes late forgiven.
    pub late_grace_minutes: u16,
    /// Minutes early forgiven.
    pub early_grace_minutes: u16,
    /// From where minutes count once grace is exceeded.
    pub counted_from: CountedFrom,
    /// Lateness that may be made up.
    pub flex: Option<Flex>,
    /// A day that misses more minutes is absent.
    pub absent_over_minutes: Option<u16>,
    /// The provision on scans.
    pub scans: ProvisionId,
    /// The provision on minutes.
    pub minutes: ProvisionId,
}

/// What kind of day it is for a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A working day.
    Work,
    /// No shift on this day.
    Off,
    /// A holiday.
    Holiday(ProvisionId),
    /// Joint leave.
    JointLeave(ProvisionId),
}

/// What is asked of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPlan {
    /// The day.
    pub date: Date,
    /// Its midnight.
    pub midnight: Wall,
    /// What kind of day.
    pub kind: DayKind,
    /// Its shifts in order; empty unless it is a working day.
    pub shifts: Vec<Shift>,
    /// The provision on its hours.
    pub hours: ProvisionId,
    /// The span of days for which its hours are, or that closes it.
    pub season: Option<ProvisionId>,
    /// How it is counted.
    pub clockwork: Clockwork,
    /// The shift, if there is one and only its first scan and its last can matter.
    pub(crate) ordinary: Option<Shift>,
    /// Whether the law allows work from elsewhere on it.
    pub wfa: Option<ProvisionId>,
    /// The readings that belong to this day: from the first, until the second, not included. The
    /// windows of its shifts, and what of the calendar day no neighbour claims.
    pub claims: (Wall, Wall),
}

/// Seconds of a day.
const DAY: i32 = 86_400;

/// What is asked of each day of a span, for one schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The days in order.
    pub days: Vec<DayPlan>,
    /// Every provision it rests on, each once. What only the days of some people rest on is not
    /// among them: see [`crate::day::DayRecord::wfa_rule`].
    pub provisions: Vec<ProvisionId>,
}

impl Plan {
    /// Compiles the law for `schedule` from `from` to `until`, as known on `as_of`.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] names the first topic and day without a value.
    pub fn compile(
        law: &Law,
        schedule: &ScheduleKey,
        span: (Date, Date),
        as_of: Date,
    ) -> Result<Self, NotInForce> {
        Self::rostered(law, (schedule, &Roster::default()), span, as_of)
    }

    /// The same for a person with a roster, whose shifts hold instead of those of the cycle. What
    /// the roster says of the day before the span and of the day after it counts too: shifts that
    /// meet part their windows.
    ///
    /// # Errors
    ///
    /// As [`Plan::compile`].
    pub fn rostered(
        law: &Law,
        (schedule, roster): (&ScheduleKey, &Roster),
        (from, until): (Date, Date),
        as_of: Date,
    ) -> Result<Self, NotInForce> {
        // A day more on either side, so that the windows at the edges meet their neighbours.
        let eve = from.yesterday().unwrap_or(from);
        let morrow = until.tomorrow().unwrap_or(until);
        let mut days = eve
            .series(1.day())
            .take_while(|date| *date <= morrow)
            .map(|date| {
                let planned = day_plan(law, (schedule, roster), date, as_of);
                // The neighbours may lie before the law begins; then they have no shifts.
                match planned {
                    Err(_) if date < from || date > until => Ok(None),
                    other => other.map(Some),
                }
            })
            .filter_map(Result::transpose)
            .collect::<Result<Vec<_>, _>>()?;
        part_windows(&mut days);
        part_claims(&mut days);
        for day in &mut days {
            day.ordinary = ordinary(day);
        }
        days.retain(|day| (from..=until).contains(&day.date));
        let mut provisions: Vec<ProvisionId> = days
            .iter()
            .flat_map(|day| {
                let holiday = match day.kind {
                    DayKind::Holiday(id) | DayKind::JointLeave(id) => Some(id),
                    DayKind::Work | DayKind::Off => None,
                };
                let always = [day.hours, day.clockwork.scans, day.clockwork.minutes];
                always.into_iter().chain(holiday).chain(day.season)
            })
            .collect();
        provisions.sort_unstable();
        provisions.dedup();
        Ok(Self { days, provisions })
    }

    /// The plan of `date`, if it lies in the span.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&DayPlan> {
        let first = self.days.first()?.date;
        let place = date.duration_since(first).as_hours() / 24;
        self.days.get(usize::try_from(place).ok()?)
    }
}

fn day_plan(
    law: &Law,
    (key, roster): (&ScheduleKey, &Roster),
    date: Date,
    as_of: Date,
) -> Result<DayPlan, NotInForce> {
    let DayHours { value, kind, times, season, letter: _, by: _ } =
        DayHours::of(law, (key, roster), date, as_of)?;
    let scans = law.scans_on(key.pattern(), date, as_of)?;
    let minutes = law.value_on(&law.minutes, "minutes", date, as_of)?;
    let mut shifts: Vec<_> = times.into_iter().map(|times| shift(times, scans)).collect();
    shifts.sort_by_key(|shift| shift.starts);
    let wfa = law.value_on(&law.wfa, "wfa", date, as_of).ok().map(|wfa| wfa.head().provision);
    Ok(DayPlan {
        date,
        midnight: Wall::midnight(date),
        kind,
        shifts,
        hours: value.head().provision,
        season,
        clockwork: clockwork(scans, minutes),
        ordinary: None,
        wfa,
        claims: (Wall::midnight(date), Wall::midnight(date)),
    })
}

/// The shift of a day on which nothing but its first and its last scan can matter.
fn ordinary(day: &DayPlan) -> Option<Shift> {
    let clockwork = &day.clockwork;
    let two_scans_decide = clockwork.which == Which::FirstLast
        && clockwork.flex.is_none()
        && clockwork.absent_over_minutes.is_none();
    match day.shifts.as_slice() {
        [shift] if two_scans_decide => Some(*shift),
        _ => None,
    }
}

fn shift(times: &ShiftTimes, scans: &Scans) -> Shift {
    let seconds = |clock: Clock| i32::from(clock.0) * 60;
    let minutes = |minutes: u16| i32::from(minutes) * 60;
    let (starts, ends) = (seconds(times.starts), seconds(times.ends));
    Shift {
        starts,
        ends,
        rest: times.rest.map(|rest| (seconds(rest.from), seconds(rest.until))),
        opens: starts - minutes(scans.opens_minutes),
        closes: ends + minutes(scans.closes_minutes),
        leaving_opens: ends - minutes(scans.leaving_opens_minutes),
    }
}

fn clockwork(scans: &Scans, minutes: &Minutes) -> Clockwork {
    Clockwork {
        which: scans.which,
        single: scans.single,
        repeat_seconds: i32::from(scans.repeat_minutes) * 60,
        rest_window_seconds: i32::from(scans.rest_window_minutes) * 60,
        counted: minutes.counted,
        late_grace_minutes: minutes.late_grace_minutes,
        early_grace_minutes: minutes.early_grace_minutes,
        counted_from: minutes.counted_from,
        flex: minutes.flex,
        absent_over_minutes: minutes.absent_over_minutes,
        scans: scans.head().provision,
        minutes: minutes.head().provision,
    }
}

/// Where the windows of two shifts overlap, they part in the middle between the end of the one
/// and the start of the next, so that every scan belongs to one shift.
fn part_windows(days: &mut [DayPlan]) {
    let mut before: Option<(usize, usize)> = None;
    let places: Vec<(usize, usize)> = days
        .iter()
        .enumerate()
        .flat_map(|(day, plan)| (0..plan.shifts.len()).map(move |shift| (day, shift)))
        .collect();
    for place in places {
        if let Some(before) = before {
            let (earlier, later) = (at(days, before), at(days, place));
            if let (Some((earlier, midnight)), Some((later, next_midnight))) = (earlier, later) {
                let gap = i32::try_from(next_midnight.0 - midnight.0).unwrap_or(i32::MAX);
                let (ends, starts) = (earlier.ends, later.starts + gap);
                if earlier.closes > later.opens + gap {
                    let middle = i32::midpoint(ends, starts);
                    let (closes, opens) =
                        (earlier.closes.min(middle), (later.opens + gap).max(middle));
                    set(days, before, |shift| shift.closes = closes);
                    set(days, place, |shift| shift.opens = opens - gap);
                }
            }
        }
        before = Some(place);
    }
}

/// A day claims its calendar day, stretched by its windows and cut by those of its neighbours: it
/// begins where the days before end, if they reach into it, else with its own first window.
fn part_claims(days: &mut [DayPlan]) {
    let mut reached: Option<Wall> = None;
    let mut begins: Vec<Wall> = Vec::with_capacity(days.len());
    for day in days.iter() {
        let at = |seconds: i32| day.midnight.plus_seconds(i64::from(seconds));
        let opens = at(day.shifts.first().map_or(0, |shift| shift.opens.min(0)));
        let closes = at(day.shifts.last().map_or(DAY, |shift| shift.closes.max(DAY)));
        let before = reached.filter(|before| *before > day.midnight);
        begins.push(before.unwrap_or(opens));
        reached = reached.max(Some(closes));
    }
    let ends = begins.iter().copied().skip(1).map(Some).chain([None]);
    for ((day, begin), end) in days.iter_mut().zip(&begins).zip(ends) {
        day.claims = (*begin, end.or(reached).unwrap_or(*begin).max(*begin));
    }
}

fn at(days: &[DayPlan], (day, shift): (usize, usize)) -> Option<(Shift, Wall)> {
    let plan = days.get(day)?;
    Some((*plan.shifts.get(shift)?, plan.midnight))
}

fn set(days: &mut [DayPlan], (day, shift): (usize, usize), change: impl FnOnce(&mut Shift)) {
    if let Some(shift) = days.get_mut(day).and_then(|plan| plan.shifts.get_mut(shift)) {
        change(shift);
    }
}

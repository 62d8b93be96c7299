//! Which scans of a shift are its arrival, its rest and its departure.

use civil::Wall;

use crate::{
    law::presence::{Single, Which},
    plan::{Clockwork, DayPlan, Shift},
};

/// The scans that count, in seconds after the midnight of the shift's day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paired {
    /// Arrival.
    pub arrived: Option<i32>,
    /// Out to rest; only with four scans.
    pub rest_out: Option<i32>,
    /// Back from rest; only with four scans.
    pub rest_in: Option<i32>,
    /// Departure.
    pub left: Option<i32>,
}

/// Seconds from the midnight of a day to a reading; before it negative.
#[inline]
pub(crate) fn seconds_after(midnight: Wall, reading: Wall) -> i32 {
    let seconds = reading.0.saturating_sub(midnight.0);
    i32::try_from(seconds).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX })
}

/// The scans in the window of a shift.
#[inline]
pub(crate) fn within<'s>(scans: &'s [i32], shift: &Shift) -> &'s [i32] {
    let mut mine = scans;
    while let [first, rest @ ..] = mine
        && *first < shift.opens
    {
        mine = rest;
    }
    while let [rest @ .., last] = mine
        && *last >= shift.closes
    {
        mine = rest;
    }
    mine
}

/// Picks the scans of a shift as of `now`. While scans may still come, one before the end is no
/// departure; alone, it is then the arrival, also after the middle of the shift: who came at noon
/// is here, not missing.
pub(crate) fn pair_at(
    now: Option<i32>,
    scans: &[i32],
    shift: &Shift,
    clockwork: &Clockwork,
) -> Paired {
    let running = now.is_some_and(|now| now < shift.closes);
    match scans.last() {
        Some(last) if running && *last < shift.ends => {
            pair(scans, shift, &Clockwork { single: Single::In, ..*clockwork })
        }
        Some(_) | None => pair(scans, shift, clockwork),
    }
}

/// Picks the scans of a shift. `scans` are in order and lie in the shift's window.
#[inline]
#[must_use]
pub fn pair(scans: &[i32], shift: &Shift, clockwork: &Clockwork) -> Paired {
    match (clockwork.which, scans) {
        (_, []) => Paired::default(),
        (Which::FirstLast, [first, .., last]) => first_last((*first, *last), shift, clockwork),
        (Which::FirstLast, [only]) => first_last((*only, *only), shift, clockwork),
        (Which::FirstInLeavingWindow, [first, ..]) => Paired {
            arrived: Some(*first).filter(|scan| *scan < shift.leaving_opens),
            left: scans.iter().copied().find(|scan| *scan >= shift.leaving_opens),
            ..Paired::default()
        },
        (Which::Four, _) => four(scans, shift, clockwork),
    }
}

/// The first and the last scan; a last one soon after the first is a repeat of it.
#[inline]
pub(crate) fn first_last(
    (first, last): (i32, i32),
    shift: &Shift,
    clockwork: &Clockwork,
) -> Paired {
    let is_repeat = last == first || last - first <= clockwork.repeat_seconds;
    let departure = match clockwork.single {
        Single::In => false,
        Single::Nearest => first > i32::midpoint(shift.starts, shift.ends),
    };
    let arrived = (!is_repeat || !departure).then_some(first);
    let left = (!is_repeat || departure).then_some(last);
    Paired { arrived, left, ..Paired::default() }
}

/// Arrival and departure as with first and last; the scans of the rest are the first in the half
/// of its window before its middle and the last in the half after.
fn four(scans: &[i32], shift: &Shift, clockwork: &Clockwork) -> Paired {
    let Some((rest_from, rest_until)) = shift.rest else {
        return match scans {
            [first, .., last] => first_last((*first, *last), shift, clockwork),
            [only] => first_last((*only, *only), shift, clockwork),
            [] => Paired::default(),
        };
    };
    let middle = i32::midpoint(rest_from, rest_until);
    let (opens, closes) =
        (rest_from - clockwork.rest_window_seconds, rest_until + clockwork.rest_window_seconds);
    let resting = |scan: &i32| (opens..=closes).contains(scan);
    let arrived = scans.first().copied().filter(|scan| *scan < opens);
    let left = scans.last().copied().filter(|scan| *scan > closes);
    let mut rest = scans.iter().copied().filter(resting);
    Paired {
        arrived,
        left,
        rest_out: rest.clone().find(|scan| *scan <= middle),
        rest_in: rest.rfind(|scan| *scan > middle),
    }
}

/// What a scan was used for, or why it was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// The arrival.
    Arrived,
    /// Out to rest.
    RestOut,
    /// Back from rest.
    RestIn,
    /// The departure.
    Left,
    /// Between the scans that count.
    Between,
    /// A repeat of a scan that counts.
    Repeat,
    /// Outside the windows of the day's shifts.
    OutsideWindow,
    /// On a day without a shift.
    NoShift,
    /// Of the day before, whose schedule claims it first.
    DayBefore,
    /// Of the day after.
    DayAfter,
}

impl Use {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::Arrived,
        Self::RestOut,
        Self::RestIn,
        Self::Left,
        Self::Between,
        Self::Repeat,
        Self::OutsideWindow,
        Self::NoShift,
        Self::DayBefore,
        Self::DayAfter,
    ];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::RestOut => "rest-out",
            Self::RestIn => "rest-in",
            Self::Left => "left",
            Self::Between => "between",
            Self::Repeat => "repeat",
            Self::OutsideWindow => "outside-window",
            Self::NoShift => "no-shift",
            Self::DayBefore => "day-before",
            Self::DayAfter => "day-after",
        }
    }
}

/// Says of each scan of a day what it was used for, as of `now`.
#[must_use]
pub fn uses(scans: &[Wall], day: &DayPlan, now: Wall) -> Vec<(Wall, Use)> {
    let now = seconds_after(day.midnight, now);
    let of_midnight = |scan: &Wall| i32::try_from(scan.0 - day.midnight.0).unwrap_or(i32::MAX);
    let seconds: Vec<i32> = scans.iter().map(of_midnight).collect();
    let one = |scan: i32| {
        if day.shifts.is_empty() {
            return Use::NoShift;
        }
        let Some(shift) =
            day.shifts.iter().find(|shift| (shift.opens..shift.closes).contains(&scan))
        else {
            return Use::OutsideWindow;
        };
        let within = self::within(&seconds, shift);
        let paired = pair_at(Some(now), within, shift, &day.clockwork);
        let repeats = |other: Option<i32>| {
            other.is_some_and(|other| {
                scan.abs_diff(other) <= day.clockwork.repeat_seconds.unsigned_abs()
            })
        };
        match Some(scan) {
            at if at == paired.arrived => Use::Arrived,
            at if at == paired.left => Use::Left,
            at if at == paired.rest_out => Use::RestOut,
            at if at == paired.rest_in => Use::RestIn,
            // Where there is no arrival, nothing lies between it and the departure.
            _ if repeats(paired.arrived) || (paired.arrived.is_none() && repeats(paired.left)) => {
                Use::Repeat
            }
            _ => Use::Between,
        }
    };
    scans.iter().zip(&seconds).map(|(scan, second)| (*scan, one(*second))).collect()
}

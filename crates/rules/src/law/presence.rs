//! Which scans count, and how minutes are counted.

use civil::Rate;
use serde::Deserialize;

use super::dated::dated;

/// Which scans of a shift count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The first scan is the arrival, the last the departure.
    FirstLast,
    /// The first scan is the arrival, the first in the leaving window the departure.
    FirstInLeavingWindow,
    /// Arrival, out to rest, back from rest, departure.
    Four,
}

/// What a single scan in a shift is. Where the act is silent it is the nearer end: "first in, last
/// out" decides nothing about one scan, and the other reading makes hours of lateness out of a lone
/// departure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Single {
    /// The arrival, whenever it is.
    In,
    /// Whichever of arrival and departure is nearer.
    #[default]
    Nearest,
}

dated! {
    /// Which scans count.
    Scans {
        /// Schedules it is for; empty for all.
        #[serde(default)]
        schedules: Vec<String>,
        /// Which scans.
        which: Which,
        /// What a single scan is.
        #[serde(default)]
        single: Single,
        /// Minutes before the start at which scans begin to count.
        opens_minutes: u16,
        /// Minutes after the end until which scans count.
        closes_minutes: u16,
        /// Minutes before the end at which the leaving window opens.
        #[serde(default)]
        leaving_opens_minutes: u16,
        /// Minutes around the rest in which its scans are looked for, with four scans.
        #[serde(default)]
        rest_window_minutes: u16,
        /// A scan this many minutes after the arrival or sooner is a repeat, not a departure.
        #[serde(default)]
        repeat_minutes: u16,
    }
}

/// What happens to a started minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// Seconds are dropped: 07:30:59 is on time for 07:30.
    Whole,
    /// A started minute counts in full.
    Begun,
}

/// Where minutes are counted from once grace is exceeded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountedFrom {
    /// From the start of the shift.
    #[default]
    Start,
    /// From the end of the grace.
    Grace,
}

/// Lateness that may be made up on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Flex {
    /// Most minutes that can be made up.
    pub minutes: u16,
    /// How often a month it is free; `None` is always.
    pub free_events_month: Option<u16>,
}

dated! {
    /// How minutes late and early are counted, and when a day counts as absent.
    Minutes {
        /// Started minutes.
        counted: Counted,
        /// Minutes late that are forgiven.
        #[serde(default)]
        late_grace_minutes: u16,
        /// Minutes early that are forgiven.
        #[serde(default)]
        early_grace_minutes: u16,
        /// Where minutes are counted from once grace is exceeded.
        #[serde(default)]
        counted_from: CountedFrom,
        /// Lateness that may be made up.
        flex: Option<Flex>,
        /// A day that misses more minutes than this counts as absent.
        absent_over_minutes: Option<u16>,
    }
}

dated! {
    /// When people may work from elsewhere.
    Wfa {
        /// Largest share of the people of an Skpd at once.
        share_max: Option<Rate>,
        /// Most days a week.
        days_a_week_max: Option<u8>,
        /// Organisations that may not.
        #[serde(default)]
        excluded: Vec<String>,
    }
}

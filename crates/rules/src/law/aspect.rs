//! What tells a value from others of its topic that hold at once: a season, or the schedules it is
//! for.

use super::{
    calendar::Season,
    discipline::{Authority, Conversion, LadderValue, Notice, Team, TimeLimits, Transition},
    hours::{ScheduleValue, WeekRule},
    pay::{Base, CapValue, ClassAmounts, Criterion, Factor, Proration, RoundingValue, RuleValue},
    presence::{Minutes, Scans, Wfa},
};

/// A value that may hold beside others of its topic.
pub(super) trait Aspect {
    /// Suffix of its topic, such as a season.
    fn aspect(&self) -> Option<String> {
        None
    }
}

impl Aspect for WeekRule {
    fn aspect(&self) -> Option<String> {
        self.season.clone()
    }
}

impl Aspect for ScheduleValue {
    fn aspect(&self) -> Option<String> {
        self.season.clone()
    }
}

impl Aspect for RuleValue {
    fn aspect(&self) -> Option<String> {
        self.season.clone()
    }
}

impl Aspect for Scans {
    fn aspect(&self) -> Option<String> {
        (!self.schedules.is_empty()).then(|| self.schedules.join("+"))
    }
}

impl Aspect for Season {}
impl Aspect for Minutes {}
impl Aspect for Wfa {}
impl Aspect for ClassAmounts {}
impl Aspect for Criterion {}
impl Aspect for Base {}
impl Aspect for Factor {}
impl Aspect for Proration {}
impl Aspect for CapValue {}
impl Aspect for RoundingValue {}
impl Aspect for LadderValue {}
impl Aspect for Conversion {}
impl Aspect for Transition {}
impl Aspect for TimeLimits {}
impl Aspect for Authority {}
impl Aspect for Team {}
impl Aspect for Notice {}

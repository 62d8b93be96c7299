//! Leave, duty and permission of a person: what is left, what a request runs into, who decides.
//!
//! Pure functions of the law, of what was granted so far, and of a day. They count and name; a
//! person decides. Source: PP 11/2017 art. 310–341 as changed by PP 17/2020, Peraturan BKN 24/2017
//! and 7/2021; for Pppk Peraturan BKN 7/2022; what a regency adds.

mod balance;
mod carry;
mod chain;
mod check;
mod days;
mod finding;
mod forecast;
mod limits;
mod request;
mod wfa;

use civil::Employment;
use jiff::civil::Date;

use crate::{
    excuse::ExcuseKind,
    law::{
        Law, NotInForce, holding,
        leave::{KindRule, LocalKind, Post},
    },
};

pub use balance::{Balance, Lot, balance};
pub use chain::{chain, due};
pub use check::check;
pub use days::working_days;
pub use finding::{Finding, Value, Weight, What};
pub use forecast::{Forecast, Granted, Lapsed, forecast};
pub use request::{Request, Surroundings};
pub use wfa::{WfaAsked, WfaFinding, wfa_quota};

/// Tells whether a day is a working day of the person: by the schedule, without holidays and joint
/// leave.
pub type IsWorking<'a> = &'a dyn Fn(Date) -> bool;

/// The law of a regency, as known on a day.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The law.
    pub law: &'a Law,
    /// What became known later does not count.
    pub as_of: Date,
}

/// Leave, duty or permission that was granted and not taken back, whether past or to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken<'a> {
    /// What it is to the day.
    pub kind: ExcuseKind,
    /// The regency's own kind, if it is one.
    pub local: Option<&'a str>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Seconds after midnight, from and until, if it is by hours.
    pub seconds: Option<(i32, i32)>,
    /// Calendar days at its end for the way to a place that is hard to reach; not taken off the
    /// balance.
    pub travel_days: u16,
}

/// What an office knew of the balance of a person when it began to keep it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening<'a> {
    /// The calendar year on whose first day it holds.
    pub year: i16,
    /// Days of earlier years that may be used in that year: the year, and how many.
    pub lots: &'a [(i16, u32)],
    /// Earlier years in which no annual leave was taken.
    pub unused_years: &'a [i16],
}

/// A person, and what was granted so far.
#[derive(Clone, Copy)]
pub struct LeaveFacts<'a> {
    /// How the person is employed.
    pub employment: Employment,
    /// Group of posts.
    pub post: Post,
    /// First day of unbroken service.
    pub service_from: Date,
    /// All that was granted, in any order.
    pub taken: &'a [Taken<'a>],
    /// Days of joint leave that the person had to work.
    pub joint_leave_worked: &'a [Date],
    /// Years whose annual leave the employer postponed.
    pub postponed_years: &'a [i16],
    /// The balance that was handed over; without it everything since the first day of service is
    /// expected in `taken`.
    pub opening: Option<Opening<'a>>,
    /// Working days of the person.
    pub is_working: IsWorking<'a>,
}

impl<'a> Seen<'a> {
    /// What holds of a kind for a person on a day: a value for the person's post before one for all.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the law says nothing of this kind for this employment on that day.
    pub fn rule(
        self,
        kind: ExcuseKind,
        (employment, post): (Employment, Post),
        date: Date,
    ) -> Result<&'a KindRule, NotInForce> {
        let silent = || NotInForce {
            title: format!("leave.kind.{}.{}", kind.code(), employment.code()),
            date,
        };
        let topic = self.law.leave.kinds.get(kind.code()).ok_or_else(silent)?;
        let of_person = || topic.values.iter().filter(|v| v.employment.contains(&employment));
        let own = of_person().filter(|value| value.posts.contains(&post));
        let general = of_person().filter(|value| value.posts.is_empty());
        holding(own, date, self.as_of)
            .or_else(|| holding(general, date, self.as_of))
            .ok_or_else(silent)
    }

    /// What holds of a regency's own kind on a day.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the regency has no such kind on that day.
    pub fn local(self, code: &str, date: Date) -> Result<&'a LocalKind, NotInForce> {
        let silent = || NotInForce { title: format!("leave.local.{code}"), date };
        let topic = self.law.leave.locals.get(code).ok_or_else(silent)?;
        holding(&topic.values, date, self.as_of).ok_or_else(silent)
    }
}

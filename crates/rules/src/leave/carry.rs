//! How a year of annual leave follows from the year before: what lives on, and what is granted.

use std::collections::BTreeSet;

use jiff::{ToSpan as _, civil::Date};

use super::{
    LeaveFacts, Seen,
    days::{count, year_bounds},
};
use crate::{
    excuse::ExcuseKind,
    law::{
        Dated as _, ProvisionId,
        leave::{Annual, KindRule, Unused},
    },
};

/// Days of one year's grant, as they stand inside another year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) granted_in: i16,
    pub(super) days: u32,
    pub(super) used: u32,
    pub(super) reserved: u32,
    pub(super) provision: ProvisionId,
}

impl Part {
    pub(super) fn left(&self) -> u32 {
        self.days.saturating_sub(self.used + self.reserved)
    }
}

/// A calendar year of annual leave, as seen on a day in it.
#[derive(Clone, Debug)]
pub(super) struct Year {
    pub(super) number: i16,
    /// Carried parts and the year's own, the oldest first.
    pub(super) parts: Vec<Part>,
    /// Days used beyond what there was.
    pub(super) overdrawn: u32,
    /// Whether this year counts as unused to the next.
    unused: bool,
    /// First day of the right, if the year has not reached it.
    pub(super) entitled_from: Option<Date>,
    /// Provision of the long leave that took the year's own days.
    pub(super) closed_by: Option<ProvisionId>,
}

impl Year {
    /// A year of which nothing is known, such as one before the first law.
    pub(super) fn blank(year: i16) -> Self {
        Self {
            number: year,
            parts: Vec::new(),
            overdrawn: 0,
            unused: false,
            entitled_from: None,
            closed_by: None,
        }
    }

    /// A year of which the office handed over only whether it was unused.
    pub(super) fn handed_over(year: i16, unused: bool) -> Self {
        Self { unused, ..Self::blank(year) }
    }
}

/// Everything a year needs: the law, the person, and the rule on the day that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Counting<'a> {
    pub(super) seen: Seen<'a>,
    pub(super) facts: &'a LeaveFacts<'a>,
}

impl<'a> Counting<'a> {
    pub(super) fn annual_rule(&self, date: Date) -> Result<&'a KindRule, crate::law::NotInForce> {
        let person = (self.facts.employment, self.facts.post);
        self.seen.rule(ExcuseKind::CutiTahunan, person, date)
    }

    /// The year of `on`, after the two before it.
    pub(super) fn year(&self, before: [&Year; 2], on: Date, rule: &KindRule) -> Year {
        let mut year = Year::blank(on.year());
        let Some(annual) = rule.annual else { return year };
        year.parts = match self.facts.opening.filter(|opening| opening.year == year.number) {
            Some(opening) => handed_over(opening.lots, rule.head().provision),
            None => self.carried(before, &annual, rule.head().provision),
        };
        let used = self.used_days(year.number);
        let entitled_from = entitled_from(self.facts.service_from, rule.least_service_years);
        let entitled = entitled_from <= on;
        if entitled {
            let carried: u32 = year.parts.iter().map(Part::left).sum();
            let mut days = u32::from(annual.days) + self.joint_leave_worked(&annual, on);
            if let Some((begins, provision)) = self.closing(year.number) {
                let before = count(used.iter().take_while(|date| **date < begins));
                days = days.min(before.saturating_sub(carried));
                year.closed_by = Some(provision);
            }
            year.parts.push(Part {
                granted_in: year.number,
                days,
                used: 0,
                reserved: 0,
                provision: rule.head().provision,
            });
        } else {
            year.entitled_from = Some(entitled_from);
        }
        let so_far = count(used.iter().take_while(|date| **date <= on));
        year.overdrawn = consume(&mut year.parts, so_far, |part| &mut part.used);
        consume(&mut year.parts, count(used.iter()) - so_far, |part| &mut part.reserved);
        let granted = entitled && year.closed_by.is_none();
        year.unused = granted
            && match annual.two_years_unused {
                Unused::NoDayTaken => used.is_empty(),
                Unused::DaysLeft => year.parts.last().is_some_and(|own| own.left() > 0),
            };
        year
    }

    /// What of the year before `annual`'s year lives on in it.
    ///
    /// Without leave for two years, what both left, the older first; after a postponement, and
    /// otherwise, what the last year left. In each case no more than the total that the law allows,
    /// less what the year itself grants.
    pub(super) fn carried(
        &self,
        [before_last, last]: [&Year; 2],
        annual: &Annual,
        provision: ProvisionId,
    ) -> Vec<Part> {
        let two_years = last.unused && before_last.unused;
        let postponed = self.facts.postponed_years.contains(&last.number);
        let totals = [
            Some(annual.one_year_total_max),
            two_years.then_some(annual.two_years_total_max),
            postponed.then_some(annual.postponed_total_max),
        ];
        let total = totals.into_iter().flatten().max().unwrap_or(annual.days);
        let mut room = u32::from(total.saturating_sub(annual.days));
        let lives_on = |part: &&Part| {
            part.granted_in == last.number || (two_years && part.granted_in == before_last.number)
        };
        let mut parts = Vec::new();
        for part in last.parts.iter().filter(lives_on) {
            let days = part.left().min(room);
            room -= days;
            if days > 0 {
                parts.push(Part { days, used: 0, reserved: 0, provision, ..*part });
            }
        }
        parts
    }

    /// Working days of annual leave in a year, each once, in order.
    fn used_days(&self, year: i16) -> Vec<Date> {
        let (first, last) = year_bounds(year);
        let annual = self.facts.taken.iter().filter(|one| one.kind == ExcuseKind::CutiTahunan);
        let days: BTreeSet<Date> = annual
            .flat_map(|one| {
                let until = one.charged_until().min(last);
                one.from.max(first).series(1.day()).take_while(move |date| *date <= until)
            })
            .filter(|date| (self.facts.is_working)(*date))
            .collect();
        days.into_iter().collect()
    }

    fn joint_leave_worked(&self, annual: &Annual, on: Date) -> u32 {
        if !annual.adds_joint_leave_worked {
            return 0;
        }
        let worked = self.facts.joint_leave_worked.iter();
        let days: BTreeSet<_> =
            worked.filter(|date| date.year() == on.year() && **date <= on).collect();
        count(days.iter())
    }

    /// The first leave that begins in a year and takes its annual leave, with its provision.
    pub(super) fn closing(&self, year: i16) -> Option<(Date, ProvisionId)> {
        let person = (self.facts.employment, self.facts.post);
        let begun = self.facts.taken.iter().filter(|one| one.from.year() == year);
        begun
            .filter(|one| one.kind != ExcuseKind::CutiTahunan)
            .filter_map(|one| {
                let rule = self.seen.rule(one.kind, person, one.from).ok()?;
                rule.closes_annual.then(|| (one.from, rule.head().provision))
            })
            .min()
    }
}

/// The first day on which a right that needs years of service is there.
pub(super) fn entitled_from(service_from: Date, years: u16) -> Date {
    service_from.checked_add(i64::from(years).years()).unwrap_or(Date::MAX)
}

fn handed_over(lots: &[(i16, u32)], provision: ProvisionId) -> Vec<Part> {
    let mut parts: Vec<Part> = lots
        .iter()
        .map(|(granted_in, days)| Part {
            granted_in: *granted_in,
            days: *days,
            used: 0,
            reserved: 0,
            provision,
        })
        .collect();
    parts.sort_by_key(|part| part.granted_in);
    parts
}

/// Takes days off the parts, the oldest first; what they do not cover comes back.
fn consume(parts: &mut [Part], mut days: u32, counted: impl Fn(&mut Part) -> &mut u32) -> u32 {
    for part in parts {
        let taken = part.left().min(days);
        *counted(part) += taken;
        days -= taken;
    }
    days
}

//! A request against the law, the balance, and whatever else was granted.

use civil::Month;

use super::{
    Finding, LeaveFacts, Request, Seen, Surroundings, Taken, Weight, What, balance,
    days::year_bounds, limits,
};
use crate::{excuse::ExcuseKind, law::Dated as _};

/// Calendar years past which a request is a slip of the hand: twice the longest leave there is, so
/// that no day of it need be counted.
const SPAN_YEARS_MAX: i16 = 10;

/// Calendar years after the first day of service past which a request is a slip of the hand.
const SERVICE_YEARS_MAX: i16 = 100;

/// What a request runs into, what refuses first. Nothing found means that nothing known is in its
/// way; it is granted by a person.
///
/// `facts.taken` holds everything else that was granted, and not the request itself. A regency's
/// own kind is held against its own limits instead of those of the kind it counts as.
///
/// Source: PP 11/2017 art. 310–341, Peraturan BKN 24/2017, Peraturan BKN 7/2022.
#[must_use]
pub fn check(
    seen: Seen<'_>,
    facts: &LeaveFacts<'_>,
    request: &Request<'_>,
    surroundings: Surroundings<'_>,
) -> Vec<Finding> {
    let asked = &request.asked;
    if asked.until < asked.from {
        return vec![What::Backwards.with(Weight::Refuses, None)];
    }
    let (service, from, until) = (facts.service_from.year(), asked.from.year(), asked.until.year());
    if until - from > SPAN_YEARS_MAX || from - service > SERVICE_YEARS_MAX {
        return vec![What::ImplausibleDates.with(Weight::Refuses, None)];
    }
    let mut findings = Vec::new();
    if asked.seconds.is_some() && asked.from != asked.until {
        findings.push(What::HoursOverDays.with(Weight::Refuses, None));
    }
    let person = (facts.employment, facts.post);
    let no_rule = || What::NoRule(facts.employment).with(Weight::Notes, None);
    match asked.local {
        Some(code) => match seen.local(code, asked.from) {
            Ok(local) => limits::of_local(local, facts, request, &mut findings),
            Err(_) => findings.push(no_rule()),
        },
        None => match seen.rule(asked.kind, person, asked.from) {
            Ok(rule) if rule.closed => {
                let what = What::NotOpen(facts.employment);
                findings.push(what.with(Weight::Refuses, Some(rule.head().provision)));
            }
            Ok(rule) => limits::of_kind(rule, facts, request, &mut findings),
            Err(_) => findings.push(no_rule()),
        },
    }
    against_balance(seen, facts, asked, &mut findings);
    for other in facts.taken.iter().filter(|other| other.overlaps(asked)) {
        let Taken { kind, from, until, .. } = *other;
        findings.push(What::Overlaps { kind, from, until }.with(Weight::Refuses, None));
    }
    let (first, last) = (Month::of(asked.from), Month::of(asked.until));
    for month in surroundings.closed_months.iter().filter(|month| (first..=last).contains(*month)) {
        findings.push(What::ClosedMonth(*month).with(Weight::Refuses, None));
    }
    findings.sort_by_key(|finding| finding.weight);
    findings
}

/// Every year that the request touches, and every later one for which leave is granted: what it
/// takes now may have been meant to live on.
fn against_balance(
    seen: Seen<'_>,
    facts: &LeaveFacts<'_>,
    asked: &Taken<'_>,
    findings: &mut Vec<Finding>,
) {
    let rule = seen.rule(asked.kind, (facts.employment, facts.post), asked.from).ok();
    let is_annual = asked.kind == ExcuseKind::CutiTahunan;
    let closes = rule.is_some_and(|rule| rule.closes_annual);
    if !is_annual && !closes || rule.is_some_and(|rule| rule.closed) {
        return;
    }
    let with_it: Vec<Taken<'_>> = facts.taken.iter().copied().chain([*asked]).collect();
    let after = LeaveFacts { taken: &with_it, ..*facts };
    let last = facts.taken.iter().map(|one| one.until.year()).fold(asked.until.year(), i16::max);
    for year in asked.from.year()..=last {
        let end = year_bounds(year).1;
        let (Ok(before), Ok(after)) = (balance(seen, facts, end), balance(seen, &after, end))
        else {
            continue;
        };
        let days = after.overdrawn.saturating_sub(before.overdrawn);
        let provision = Some(after.provision);
        if is_annual
            && year <= asked.until.year()
            && let Some(closed_by) = after.closed_by
        {
            let weight = if days > 0 { Weight::Refuses } else { Weight::Notes };
            findings.push(What::AnnualClosed(year).with(weight, Some(closed_by)));
        }
        if days > 0 {
            let what = if is_annual {
                What::BalanceExceeded { year, days }
            } else {
                What::AnnualOverdrawn { year, days }
            };
            findings.push(what.with(Weight::Refuses, provision));
        }
    }
}

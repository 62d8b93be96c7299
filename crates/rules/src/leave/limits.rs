//! What a kind of leave asks of a request by itself: length, service, proof, child, hours, place.

use jiff::{ToSpan as _, civil::Date};

use super::{
    Finding, LeaveFacts, Request, Taken, Weight, What,
    carry::entitled_from,
    days::{calendar_days, working_days, year_bounds},
    finding::named_reason,
};
use crate::law::{
    Dated as _, ProvisionId,
    leave::{KindRule, Length, LocalKind, Proof, Reason},
};

/// A request against the statutory kind it is of.
pub(super) fn of_kind(
    rule: &KindRule,
    facts: &LeaveFacts<'_>,
    request: &Request<'_>,
    findings: &mut Vec<Finding>,
) {
    let asked = &request.asked;
    let provision = Some(rule.head().provision);
    let mut refuse = |what: What| findings.push(what.with(Weight::Refuses, provision));
    let reason = named_reason(&rule.reasons, request.reason);
    if rule.needs_reason && reason.is_none() {
        refuse(What::ReasonMissing);
    }
    let open_from = entitled_from(facts.service_from, rule.least_service_years);
    if asked.from < open_from && !reason.is_some_and(|reason| reason.waives_service) {
        refuse(What::ServiceTooShort(open_from));
    }
    if let Some(most) = rule.children_max {
        match request.child {
            None => refuse(What::ChildMissing),
            Some(child) if child > most => {
                refuse(What::ChildBeyond { most, instead: rule.beyond_children });
            }
            Some(_) => {}
        }
    }
    if asked.seconds.is_some() && !rule.hours {
        refuse(What::HoursNotAllowed);
    }
    if rule.needs_place && request.place.is_none_or(|place| place.trim().is_empty()) {
        refuse(What::PlaceMissing);
    }
    let days = working_days(asked.from, asked.charged_until(), facts.is_working);
    if days < rule.shortest_working_days.into() {
        refuse(What::TooShort(rule.shortest_working_days));
    }
    let travel_days_max = rule.annual.map_or(0, |annual| annual.travel_days_max);
    if asked.travel_days > travel_days_max {
        refuse(What::TravelTooLong(travel_days_max));
    }
    let begins = spell_begins(asked, facts);
    if let Some(proof) = proof_needed(rule, reason, calendar_days(begins, asked.until)) {
        refuse_without(proof, request, provision, findings);
    }
    // A length that belongs to a reason is the whole of it.
    let own = reason.and_then(|reason| reason.longest).map(|longest| (longest, None));
    if let Some(limits) = own.or(rule.longest.map(|longest| (longest, rule.extension))) {
        length((begins, asked.until), limits, facts, provision, findings);
    }
}

/// A request against a kind of the regency's own.
pub(super) fn of_local(
    local: &LocalKind,
    facts: &LeaveFacts<'_>,
    request: &Request<'_>,
    findings: &mut Vec<Finding>,
) {
    let asked = &request.asked;
    let provision = Some(local.head().provision);
    if !local.employment.is_empty() && !local.employment.contains(&facts.employment) {
        findings.push(What::NotOpen(facts.employment).with(Weight::Refuses, provision));
        return;
    }
    if asked.seconds.is_some() && !local.hours {
        findings.push(What::HoursNotAllowed.with(Weight::Refuses, provision));
    }
    if let Some(proof) = local.proof {
        refuse_without(proof, request, provision, findings);
    }
    if let Some(longest) = local.longest {
        let begins = spell_begins(asked, facts);
        length((begins, asked.until), (longest, None), facts, provision, findings);
    }
    let Some(limit) = local.days_a_year_max else { return };
    let same = facts.taken.iter().filter(|one| one.local == asked.local);
    let all: Vec<_> = same.chain([asked]).collect();
    for year in asked.from.year()..=asked.until.year() {
        let (first, last) = year_bounds(year);
        let in_year = |one: &&Taken<'_>| {
            working_days(one.from.max(first), one.until.min(last), facts.is_working)
        };
        let days = all.iter().map(in_year).sum::<u32>().saturating_sub(limit.into());
        if days > 0 {
            let what = What::YearlyLimit { year, limit, days };
            findings.push(what.with(Weight::Refuses, provision));
        }
    }
}

/// The first day of the leave that a request goes on with: letters of one illness come one after
/// another, and days without work between them do not make two of it.
fn spell_begins(asked: &Taken<'_>, facts: &LeaveFacts<'_>) -> Date {
    let mut begins = asked.from;
    loop {
        let before = facts.taken.iter().filter(|one| {
            one.kind == asked.kind
                && one.local == asked.local
                && one.seconds.is_none()
                && one.from < begins
                && one.until.saturating_add(1.day()) <= begins
        });
        let next_to = |one: &&Taken<'_>| {
            let between = one.until.saturating_add(1.day());
            between == begins
                || working_days(between, begins.saturating_sub(1.day()), facts.is_working) == 0
        };
        match before.filter(next_to).map(|one| one.from).min() {
            Some(from) => begins = from,
            None => return begins,
        }
    }
}

fn proof_needed(rule: &KindRule, reason: Option<&Reason>, days: u32) -> Option<Proof> {
    let by_length = || {
        let tier = |from: u32, to: Option<u32>| from <= days && to.is_none_or(|to| days <= to);
        rule.proofs.iter().find(|one| tier(one.from, one.to)).map(|one| one.proof)
    };
    reason.and_then(|reason| reason.proof).or_else(by_length)
}

fn refuse_without(
    needed: Proof,
    request: &Request<'_>,
    provision: Option<ProvisionId>,
    findings: &mut Vec<Finding>,
) {
    if !request.proofs.iter().any(|proof| proof.serves(needed)) {
        findings.push(What::ProofMissing(needed).with(Weight::Refuses, provision));
    }
}

fn length(
    (begins, until): (Date, Date),
    (longest, extension): (Length, Option<Length>),
    facts: &LeaveFacts<'_>,
    provision: Option<ProvisionId>,
    findings: &mut Vec<Finding>,
) {
    let last = longest.last_day(begins, facts.is_working);
    let furthest = extension.map_or(last, |extension| {
        extension.last_day(last.saturating_add(1.day()), facts.is_working)
    });
    if until > furthest {
        let days = calendar_days(furthest, until).saturating_sub(1);
        let what = What::TooLong { last: furthest, days };
        findings.push(what.with(Weight::Refuses, provision));
    } else if until > last {
        findings.push(What::NeedsExtension(last).with(Weight::Notes, provision));
    }
}

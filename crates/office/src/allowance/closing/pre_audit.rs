//! What auditors of regencies keep finding (`reference/law.md` 15), looked for before a month is
//! closed: paid while on study, long leave or out of service, paid twice after a move, sanctions
//! without effect, absence without a cut, borrowed PINs.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId, Skpd};
use jiff::civil::Date;
use rules::{
    day::{DayRecord, Findings, Verdict},
    excuse::ExcuseKind,
    law::{Dated as _, Law, pay::Measure},
    statement::Occurrence,
};
use storage::{
    people::{PersonFact, PinMapping},
    timeline::Timeline,
};

use super::{
    check::{Check, CheckKind, Concerned},
    unit::{PersonOfUnit, UnitMonth},
};
use crate::{
    allowance::{DocPart, StatementDoc},
    presence::{PersonMonth, state_in},
};

/// Leave during which a regency's law must say what is paid.
const UNPAID: [(ExcuseKind, CheckKind); 3] = [
    (ExcuseKind::TugasBelajar, CheckKind::PaidWhileTugasBelajar),
    (ExcuseKind::CutiBesar, CheckKind::PaidWhileCutiBesar),
    (ExcuseKind::Cltn, CheckKind::PaidWhileCltn),
];

/// What is found in the months of people, each on its own.
pub(super) fn findings(law: &Law, unit: &UnitMonth, people: &[&PersonOfUnit]) -> Vec<Check> {
    let mut found: BTreeMap<CheckKind, Vec<Concerned>> = BTreeMap::new();
    for of in people {
        let days = unit.counted(of);
        let mut add = |code| found.entry(code).or_default().push(concerned(of));
        for (kind, code) in UNPAID {
            if is_paid_while(law, &of.doc, days, kind) {
                add(code);
            }
        }
        if is_paid_out_of_service(&of.doc, days) {
            add(CheckKind::PaidOutOfService);
        }
        if is_absent_without_cut(&of.doc, days) {
            add(CheckKind::AbsentWithoutCut);
        }
        if is_sanctioned_without_effect(law, of, unit) {
            add(CheckKind::SanctionWithoutEffect);
        }
        if organisations_served(&of.facts, unit.month).len() > 1 {
            add(CheckKind::MovedInMonth);
        }
    }
    found.into_iter().map(|(code, people)| Check::about(code, people)).collect()
}

/// The person that a month is of.
pub(super) fn concerned(of: &PersonOfUnit) -> Concerned {
    Concerned { nip: of.doc.nip.clone(), name: of.doc.name.clone() }
}

/// The part of the month that pays for a day.
fn part_on(doc: &StatementDoc, date: Date) -> Option<&DocPart> {
    let date = date.to_string();
    doc.parts.iter().find(|part| part.from <= date && date <= part.until && part.amount > 0)
}

/// Whether a line is about a day.
fn has_line(doc: &StatementDoc, date: Date, is_it: impl Fn(&str) -> bool) -> bool {
    doc.lines.iter().any(|line| line.days.contains(&date.day()) && is_it(&line.rule))
}

/// Whether a day of this leave is paid and no law says how much is left for it: neither a factor of
/// that reason nor a rule that charges the day.
fn is_paid_while(law: &Law, doc: &StatementDoc, days: &[DayRecord], kind: ExcuseKind) -> bool {
    let names = |rule: &str| {
        let rule = law.rules.get(rule);
        rule.is_some_and(|rule| {
            rule.measure == Measure::Leave && rule.kinds.iter().any(|named| named == kind.code())
        })
    };
    days.iter().filter(|day| day.excuse == Some(kind)).any(|day| {
        let part = part_on(doc, day.date);
        part.is_some_and(|part| part.reason.as_deref() != Some(kind.code()))
            && !has_line(doc, day.date, names)
    })
}

fn is_paid_out_of_service(doc: &StatementDoc, days: &[DayRecord]) -> bool {
    let out = days.iter().filter(|day| day.verdict == Verdict::NotInService);
    out.map(|day| part_on(doc, day.date)).any(|part| part.is_some())
}

fn is_absent_without_cut(doc: &StatementDoc, days: &[DayRecord]) -> bool {
    let absent =
        |day: &&DayRecord| day.verdict == Verdict::Absent && !day.findings.has(Findings::RUNNING);
    days.iter()
        .filter(absent)
        .any(|day| part_on(doc, day.date).is_some() && !has_line(doc, day.date, |_| true))
}

/// Whether a sanction runs in the month and cuts nothing of what is paid.
fn is_sanctioned_without_effect(law: &Law, of: &PersonOfUnit, unit: &UnitMonth) -> bool {
    if of.doc.tpp_gross == 0 {
        return false;
    }
    let cuts = |rule: &str| of.doc.lines.iter().any(|line| line.rule == rule && line.amount < 0);
    let mut sanctions =
        of.facts.occurrences.iter().filter_map(|occurrence| {
            Some((occurrence, occurrence.code.strip_prefix("sanction:")?))
        });
    sanctions.any(|(occurrence, kind)| {
        let mut rules = law.rules.iter().filter(|(_, rule)| {
            rule.measure == Measure::Sanction
                && (rule.kinds.is_empty() || rule.kinds.iter().any(|named| named == kind))
        });
        let Some((name, rule)) = rules.next() else {
            // No rule says for how long: it is told in the month in which it took effect.
            return unit.month.contains(occurrence.date);
        };
        let holding = rule.values.iter().rfind(|value| value.head().from <= unit.month.last());
        let months = holding.and_then(|value| value.months);
        runs_in(occurrence, months, unit.month) && !cuts(name)
    })
}

/// Whether a sanction that is charged for so many months runs in the month.
fn runs_in(occurrence: &Occurrence, months: Option<u32>, month: Month) -> bool {
    let count = |month: Month| i64::from(month.year()) * 12 + i64::from(month.month());
    let age = count(month) - count(Month::of(occurrence.date));
    age >= 0 && months.is_none_or(|months| age < i64::from(months))
}

/// The organisations in which the person serves on days of the month.
fn organisations_served(facts: &PersonMonth, month: Month) -> BTreeSet<Skpd> {
    let states = month.days().filter_map(|day| facts.state_on(day));
    states.filter(|state| state.in_service).map(|state| state.skpd.clone()).collect()
}

/// The organisations to which the person's month ever belonged, as facts became known.
pub(super) fn organisations(facts: &PersonMonth, month: Month) -> BTreeSet<Skpd> {
    let recorded: BTreeSet<_> = facts.facts.iter().map(|fact| fact.recorded).collect();
    let known = |at| -> Vec<PersonFact> {
        facts.facts.iter().filter(|fact| fact.recorded <= at).cloned().collect()
    };
    let owners =
        recorded.into_iter().filter_map(|at| Some(state_in(&known(at), month)?.skpd.clone()));
    owners.collect()
}

/// The people whom one PIN means on days of the month, if they are several; also whoever was given
/// a PIN that from the same day on is another's.
pub(super) fn sharers(of_pin: &[PinMapping], month: Month) -> Vec<PersonId> {
    let mut line: Timeline<PersonId> = Timeline::default();
    let mut owners: BTreeSet<PersonId> = BTreeSet::new();
    for mapping in of_pin {
        line.append(mapping.valid_from, mapping.person);
        if month.contains(mapping.valid_from) {
            owners.insert(mapping.person);
        }
    }
    owners.extend(line.on(month.first()));
    // Of several from one day before the month only the last one meant anything in it.
    if owners.len() > 1 { owners.into_iter().collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allowance::closing::testing::{day, doc, line, part};

    #[test]
    fn days_out_of_service_are_found_only_where_a_part_pays_for_them() {
        let out = DayRecord { verdict: Verdict::NotInService, ..day(20) };
        let mut paid = doc(1_000, Vec::new());
        paid.parts = vec![part(1, 30, 1_000)];
        assert!(is_paid_out_of_service(&paid, &[day(3), out]));
        paid.parts = vec![part(1, 19, 1_000)];
        assert!(!is_paid_out_of_service(&paid, &[day(3), out]));
    }

    #[test]
    fn an_absent_day_needs_a_line_of_its_own() {
        let absent = DayRecord { verdict: Verdict::Absent, ..day(4) };
        let mut paid = doc(1_000, vec![line(3, "TL1", -10)]);
        paid.parts = vec![part(1, 30, 1_000)];
        assert!(is_absent_without_cut(&paid, &[day(3), absent]));
        paid.lines.push(line(4, "TK", -30));
        assert!(!is_absent_without_cut(&paid, &[day(3), absent]));
        paid.lines.pop();
        paid.parts = vec![part(5, 30, 1_000)];
        assert!(!is_absent_without_cut(&paid, &[day(3), absent]), "nothing is paid for it");
    }

    #[test]
    fn a_sanction_runs_for_its_months_from_the_one_it_took_effect_in() {
        let occurrence = Occurrence {
            date: "2026-10-20".parse().unwrap(),
            code: "sanction:teguran-tertulis".to_owned(),
            amount: 1,
        };
        let runs = |months, month: &str| runs_in(&occurrence, months, month.parse().unwrap());
        let in_months = ["2026-09", "2026-10", "2026-11", "2026-12"];
        assert_eq!(in_months.map(|month| runs(Some(2), month)), [false, true, true, false]);
        assert_eq!(in_months.map(|month| runs(None, month)), [false, true, true, true]);
    }
}

//! Runs every case in `law/cases`, and checks that no change of a rate or an hour is without a case
//! on either side of it.

#[path = "common/cases.rs"]
mod cases;
mod common;

use std::collections::BTreeSet;

use cases::{Case, Cases};
use jiff::civil::Date;
use rules::law::{
    Dated, Law, Layer,
    leave::{Chain, KindRule},
};

#[test]
fn every_case_holds() {
    let cases = Cases::read();
    assert!(cases.all.len() >= 130, "only {} cases", cases.all.len());
    let failures: Vec<String> = cases
        .all
        .iter()
        .flat_map(|case| {
            let wrong = case.failures(cases.law(case));
            wrong.into_iter().map(move |wrong| {
                format!("{}: {}\n    {wrong}\n    ({})", case.file, case.name, case.cite)
            })
        })
        .collect();
    assert!(failures.is_empty(), "{} of them:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_case_is_a_sentence_of_its_own() {
    let cases = Cases::read();
    let names: BTreeSet<_> = cases.all.iter().map(|case| (&case.file, &case.name)).collect();
    assert_eq!(names.len(), cases.all.len(), "two cases of one file have the same name");
    for case in &cases.all {
        assert!(!case.name.trim().is_empty() && !case.cite.trim().is_empty(), "{}", case.file);
    }
}

#[test]
fn every_example_has_at_least_two_cases() {
    let cases = Cases::read();
    for composition in common::compositions() {
        let count = cases.all.iter().filter(|case| case.composition == composition).count();
        assert!(count >= 2, "{composition} has {count} cases");
    }
}

/// A changed rate or hour with no case on the day before and on the day itself is a typo waiting to
/// be paid out.
#[test]
fn every_change_has_a_case_on_both_sides() {
    let cases = Cases::read();
    let mut missing = Vec::new();
    for composition in ["contoh", "lebak"] {
        let law = common::read(&common::texts(composition)).expect("it reads");
        let looked_at: Vec<(&Case, Date)> = cases
            .all
            .iter()
            .filter(|case| case.composition == composition)
            .flat_map(|case| case.looks_at().map(move |day| (case, day)))
            .collect();
        // The nation's changes are looked at once, in the invented regency.
        let layers: &[Layer] = match composition {
            "contoh" => &[Layer::National, Layer::Regency],
            _ => &[Layer::Regency],
        };
        for (topic, day) in changes(&law, layers) {
            let fits = |case: &Case| match topic.strip_prefix("schedule.") {
                Some(pattern) => case.schedule.split(':').next() == Some(pattern),
                None => topic.starts_with("leave.") == case.is_about_leave(),
            };
            for (side, day) in [("eve", day.yesterday().expect("days go back")), ("day", day)] {
                if !looked_at.iter().any(|(case, looked)| *looked == day && fits(case)) {
                    missing.push(format!("{composition} {topic}: no case on its {side}, {day}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// First days of values that follow another of the same topic, season and layer.
fn changes(law: &Law, layers: &[Layer]) -> Vec<(String, Date)> {
    let mut changes = Vec::new();
    let mut add = |topic: &str, days: Vec<Date>| {
        changes.extend(days.into_iter().map(|day| (topic.to_owned(), day)));
    };
    for (name, schedule) in &law.schedules {
        let season = |value: &rules::law::hours::ScheduleValue| value.season.clone();
        add(&format!("schedule.{name}"), days(&schedule.values, layers, season));
    }
    for (name, rule) in &law.rules {
        let season = |value: &rules::law::pay::RuleValue| value.season.clone();
        add(&format!("rule.{name}"), days(&rule.values, layers, season));
    }
    for (name, base) in &law.bases {
        add(&format!("base.{name}"), days(&base.values, layers, |_| None));
    }
    for (name, cap) in &law.caps {
        add(&format!("cap.{name}"), days(&cap.values, layers, |_| None));
    }
    for (name, factor) in law.employment_factors.iter().chain(&law.reason_factors) {
        add(&format!("factor.{name}"), days(&factor.values, layers, |_| None));
    }
    for (name, ladder) in &law.ladders {
        add(&format!("ladder.{name}"), days(&ladder.values, layers, |_| None));
    }
    for (name, kind) in &law.leave.kinds {
        add(&format!("leave.kind.{name}"), days(&kind.values, layers, |value| Some(whom(value))));
    }
    for (name, chain) in &law.leave.chains {
        let applicant = |value: &Chain| Some(value.applicant.code().to_owned());
        add(&format!("leave.chain.{name}"), days(&chain.values, layers, applicant));
    }
    for (name, local) in &law.leave.locals {
        add(&format!("leave.local.{name}"), days(&local.values, layers, |_| None));
    }
    for (name, conversion) in &law.discipline.conversions {
        add(&format!("discipline.conversion.{name}"), days(&conversion.values, layers, |_| None));
    }
    for (name, transition) in &law.discipline.transitions {
        add(&format!("discipline.transition.{name}"), days(&transition.values, layers, |_| None));
    }
    for (name, authority) in &law.discipline.authorities {
        add(&format!("discipline.authority.{name}"), days(&authority.values, layers, |_| None));
    }
    add("discipline.limits", days(&law.discipline.limits, layers, |_| None));
    add("discipline.team", days(&law.discipline.team, layers, |_| None));
    add("discipline.notice", days(&law.discipline.notice, layers, |_| None));
    add("week", days(&law.week, layers, |value| value.season.clone()));
    add("class-amounts", days(&law.class_amounts, layers, |_| None));
    for (name, criterion) in &law.criteria {
        add(&format!("criterion.{name}"), days(&criterion.values, layers, |_| None));
    }
    add("minutes", days(&law.minutes, layers, |_| None));
    add("scans", days(&law.scans, layers, |value| Some(value.schedules.join("+"))));
    add("wfa", days(&law.wfa, layers, |_| None));
    add("rounding", days(&law.rounding, layers, |_| None));
    add("gross-rounding", days(&law.gross_rounding, layers, |_| None));
    add("proration", days(&law.proration, layers, |_| None));
    changes
}

/// Whom a value on leave is for.
fn whom(value: &KindRule) -> String {
    format!("{:?} {:?}", value.employment, value.posts)
}

/// The days on which values take the place of others of their aspect, and on which they end.
fn days<T: Dated>(
    values: &[T],
    layers: &[Layer],
    aspect: impl Fn(&T) -> Option<String>,
) -> Vec<Date> {
    let mut days = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let head = value.head();
        let same = |other: &&T| aspect(other) == aspect(value);
        let follows =
            values.iter().take(index).filter(same).any(|other| other.head().layer == head.layer);
        // A regency's own value changes the nation's.
        let overrides = head.layer == Layer::Regency
            && values.iter().filter(same).any(|other| other.head().layer == Layer::National);
        if layers.contains(&head.layer) && (follows || overrides) {
            days.push(head.from);
            days.extend(head.until.and_then(|until| until.tomorrow().ok()));
        }
    }
    days
}

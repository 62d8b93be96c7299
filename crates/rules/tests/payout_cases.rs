//! Runs every case in `law/cases/payout.toml`, and checks that no change of the law on paying out
//! is without a case on either side of it.

mod common;
#[path = "common/payout.rs"]
mod payout_case;

use std::collections::BTreeSet;

use payout_case::PayoutCases;

#[test]
fn every_payout_case_holds() {
    let cases = PayoutCases::read();
    assert!(cases.all.len() >= 60, "only {} cases", cases.all.len());
    let failures: Vec<String> = cases
        .all
        .iter()
        .flat_map(|case| {
            let wrong = case.failures(cases.law(case));
            wrong
                .into_iter()
                .map(move |wrong| format!("{}\n    {wrong}\n    ({})", case.name, case.cite))
        })
        .collect();
    assert!(failures.is_empty(), "{} of them:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_payout_case_is_a_sentence_of_its_own_and_asks_for_something() {
    let cases = PayoutCases::read();
    let names: BTreeSet<_> = cases.all.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.all.len(), "two cases have the same name");
    for case in &cases.all {
        assert!(!case.name.trim().is_empty() && !case.cite.trim().is_empty());
        assert!(case.expects_something(), "{} expects nothing", case.name);
    }
}

/// A value that takes the place of another of its topic has a payment on its eve and on its day.
#[test]
fn every_change_of_payout_has_a_case_on_both_sides() {
    let cases = PayoutCases::read();
    let mut missing = Vec::new();
    let mut changes = 0;
    for (overlay, law) in &cases.laws {
        let heads = law.payout.heads();
        for (index, (topic, head)) in heads.iter().enumerate() {
            if !heads.iter().take(index).any(|(other, _)| other == topic) {
                continue;
            }
            changes += 1;
            let eve = head.from.yesterday().expect("days go back");
            let of_law: Vec<_> = cases.all.iter().filter(|case| case.overlay == *overlay).collect();
            // Each December is decided by its first day, and there is one a year.
            let both = if topic == "payout.december" {
                let firsts = || of_law.iter().filter_map(|case| case.december());
                [firsts().any(|first| first <= eve), firsts().any(|first| first >= head.from)]
            } else {
                [eve, head.from].map(|day| of_law.iter().any(|case| case.paid == Some(day)))
            };
            if both != [true, true] {
                missing.push(format!("{overlay:?} {topic} {}: eve, day {both:?}", head.from));
            }
        }
    }
    assert!(changes > 0, "no law of any case changes");
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// The tables in `law/national/tax.toml` are those gathered for the project, row by row, wherever
/// that folder is at hand.
#[test]
fn effective_rates_are_those_that_were_gathered() {
    let law = common::read(&common::texts("contoh")).expect("contoh reads");
    for (name, rows) in [("a", 44), ("b", 40), ("c", 41)] {
        assert_eq!(law.payout.ter[name].values[0].rows.len(), rows, "{name}");
    }
    let path = "/work/shared/reference/law-data/ter_pph21.csv";
    let Ok(text) = std::fs::read_to_string(path) else { return };
    let mut compared = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [name, number, above, to, percent] = cells[..5] else { panic!("{line}") };
        let rows = &law.payout.ter[&name.to_lowercase()].values[0].rows;
        let place: usize = number.parse().expect("rows are numbered");
        let row = rows[place - 1];
        assert_eq!(row.to, to.parse().ok(), "{line}");
        let before =
            place.checked_sub(2).map_or(0, |before| rows[before].to.expect("not the last"));
        assert_eq!(before.to_string(), above, "{line}");
        let rate: civil::Rate = format!("{percent}%").parse().expect("it is a share");
        assert_eq!(row.rate, rate, "{line}");
        compared += 1;
    }
    assert_eq!(compared, 125);
}

/// How tax is withheld from the Tpp is nobody's guess: whoever has not chosen pays nothing out.
#[test]
fn only_the_invented_regency_has_chosen_how_tax_is_withheld() {
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("every composition reads");
        assert_eq!(law.payout.tax_method.is_empty(), composition != "contoh", "{composition}");
        assert!(!law.payout.bpjs.is_empty(), "{composition} has the nation's premium");
    }
}

/// The tax of the Tpp is an open question, and whoever reads the value reads that too.
#[test]
fn the_open_question_of_the_tax_is_shown_with_its_values() {
    let law = common::read(&common::texts("contoh")).expect("contoh reads");
    for topic in ["payout.tax-method", "payout.final-tax"] {
        let of_topic: Vec<_> =
            law.provisions.iter().filter(|(_, provision)| provision.topic == topic).collect();
        assert!(!of_topic.is_empty(), "{topic}");
        for (_, provision) in of_topic {
            let note = provision.note.as_deref().unwrap_or_default();
            assert!(note.starts_with("BELUM PASTI"), "{}: {note}", provision.id);
        }
    }
}

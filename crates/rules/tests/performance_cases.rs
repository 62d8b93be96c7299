//! Runs every case in `law/cases/performance.toml`, and checks that each change of the quadrant has
//! one on its eve and one on its day.

mod common;

use std::{collections::BTreeSet, fs, path::Path};

use jiff::civil::{Date, date};
use rules::law::{Dated as _, performance::Expectation};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    cite: String,
    date: Date,
    hasil: Expectation,
    perilaku: Expectation,
    predikat: Option<String>,
    refused: Option<String>,
}

fn cases() -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law/cases/performance.toml");
    let text = fs::read_to_string(path).expect("the cases are there");
    toml::from_str::<Cases>(&text).expect("the cases are well formed").case
}

#[test]
fn every_case_of_performance_holds() {
    let law = common::read(&common::texts("contoh")).expect("contoh reads");
    let today = date(2026, 11, 24);
    for case in cases() {
        assert!(!case.name.is_empty() && !case.cite.is_empty());
        let found = law.value_on(&law.predikat, "predikat", case.date, today);
        let found = found.map(|quadrant| quadrant.predikat(case.hasil, case.perilaku).to_owned());
        let refused = found.as_ref().err().map(|silent| silent.title.clone());
        assert!(case.predikat.is_some() != case.refused.is_some(), "{} asks nothing", case.name);
        assert_eq!((found.ok(), refused), (case.predikat, case.refused), "{}", case.name);
    }
}

#[test]
fn every_pair_and_every_change_of_the_quadrant_has_its_cases() {
    let cases = cases();
    let dates: BTreeSet<Date> = cases.iter().map(|case| case.date).collect();
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("every composition reads");
        assert!(!law.predikat.is_empty(), "the nation's quadrant is that of {composition}");
        for value in &law.predikat {
            let from = value.head().from;
            for day in [from.yesterday().expect("days go back"), from] {
                assert!(dates.contains(&day), "{composition}: no case on {day}");
            }
        }
    }
    let pairs: BTreeSet<_> = cases.iter().map(|case| (case.hasil, case.perilaku)).collect();
    assert_eq!(pairs.len(), 9);
}

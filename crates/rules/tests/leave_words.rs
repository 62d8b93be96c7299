//! Whatever a check of leave can find has its sentence in both languages, with the same values.

use std::{collections::BTreeSet, fs, path::Path};

use civil::{Employment, Month};
use jiff::civil::date;
use rules::{
    excuse::ExcuseKind,
    law::leave::{Approver, Proof},
    leave::{WfaFinding, What},
};

/// One of each finding.
fn findings() -> Vec<What> {
    let day = date(2026, 11, 24);
    vec![
        What::Backwards,
        What::ImplausibleDates,
        What::NoRule(Employment::Cpns),
        What::NotOpen(Employment::Pppk),
        What::ServiceTooShort(day),
        What::BalanceExceeded { year: 2026, days: 1 },
        What::AnnualClosed(2026),
        What::AnnualOverdrawn { year: 2026, days: 1 },
        What::Overlaps { kind: ExcuseKind::DinasLuar, from: day, until: day },
        What::TooLong { last: day, days: 1 },
        What::NeedsExtension(day),
        What::TooShort(1),
        What::TravelTooLong(12),
        What::YearlyLimit { year: 2026, limit: 3, days: 1 },
        What::ProofMissing(Proof::SuratTugas),
        What::ReasonMissing,
        What::ChildMissing,
        What::ChildBeyond { most: 3, instead: None },
        What::ChildBeyond { most: 3, instead: Some(ExcuseKind::CutiBesar) },
        What::HoursNotAllowed,
        What::HoursOverDays,
        What::PlaceMissing,
        What::ClosedMonth(Month::of(day)),
    ]
}

/// The text under a key, up to the next key.
fn sentence(text: &str, key: &str) -> Option<String> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(&format!("{key} = ")));
    let first = lines.next()?;
    let rest = lines.take_while(|line| line.starts_with([' ', '}']));
    Some([first].into_iter().chain(rest).collect::<Vec<_>>().join("\n"))
}

fn values_of(sentence: &str) -> BTreeSet<&str> {
    let after = sentence.split('$').skip(1);
    after.map(|rest| rest.split([' ', '}']).next().unwrap_or_default()).collect()
}

#[test]
fn every_code_has_its_sentence_with_its_values() {
    let codes: Vec<_> = findings().iter().map(What::code).collect();
    assert_eq!(codes, What::CODES, "the list of codes is that of the findings");
    for lang in ["id", "en"] {
        let path = format!("../words/locales/{lang}/leave.ftl");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(path).expect("the words on leave are there");
        for what in findings() {
            let key = format!("leave-finding-{}", what.code());
            let sentence = sentence(&text, &key).unwrap_or_else(|| panic!("{lang}: no {key}"));
            let values: BTreeSet<_> = what.values().into_iter().map(|(name, _)| name).collect();
            assert_eq!(values_of(&sentence), values, "{lang}: {key}");
        }
        let others = Proof::ALL.iter().map(|proof| format!("leave-proof-{}", proof.code()));
        let wfa = WfaFinding::CODES.iter().map(|code| format!("leave-wfa-{code}"));
        let approvers = Approver::ALL.iter().map(|who| format!("leave-approver-{}", who.code()));
        for key in others.chain(wfa).chain(approvers) {
            assert!(sentence(&text, &key).is_some(), "{lang}: no {key}");
        }
    }
}

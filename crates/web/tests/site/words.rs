//! Every code that the rules and the office emit has its words in both languages.

use std::{collections::BTreeSet, fs, path::Path};

use office::allowance::SheetTodo;
use rules::pairing::Use;
use words::{Lang, Words};

fn said(key: &str) {
    for lang in Lang::ALL {
        assert_ne!(Words::get_with(lang, key, &[("count", 1_i64.into())]), key, "{}", lang.code());
    }
}

#[test]
fn every_code_on_a_page_has_words() {
    for todo in SheetTodo::ALL {
        said(&format!("page-unit-month-todo-{}", todo.code()));
    }
    for used in Use::ALL {
        let counts = matches!(used, Use::Arrived | Use::Left | Use::RestOut | Use::RestIn);
        let area = if counts { "page-day-scan" } else { "page-day-ignored" };
        said(&format!("{area}-{}", used.code()));
    }
    for reason in [
        "before_2005",
        "ahead_of_server",
        "impossible_date",
        "nul_bytes",
        "not_a_record",
        "no_pin",
        "pin_too_long",
        "unreadable_pin",
        "no_time",
        "unreadable_time",
        "no_code",
        "too_many_bad_lines",
    ] {
        said(&format!("reason-{}", reason.replace('_', "-")));
    }
    for rating in rules::law::performance::Expectation::ALL {
        said(&format!("performance-expectation-{rating}"));
    }
    for bad in [
        office::allowance::BadWork::Half,
        office::allowance::BadWork::Productivity,
        office::allowance::BadWork::Elsewhere,
        office::allowance::BadWork::Overtaken,
        office::allowance::BadWork::Oneself,
        office::allowance::BadWork::Head,
    ] {
        let key = format!("performance-bad-{}", bad.code());
        for lang in Lang::ALL {
            assert_ne!(Words::get_with(lang, &key, &[("nip", 1_i64.into())]), key);
        }
    }
    for kind in civil::Employment::ALL {
        said(&format!("role-employment-{kind}"));
    }
    for role in civil::Role::ALL {
        said(&format!("role-{role}"));
    }
    for open in ["law-unverified", "month-not-over", "productivity-missing", "law-silent"] {
        said(&format!("statement-open-{open}"));
    }
}

/// What a payout says, with every value that one of its sentences may hold.
#[test]
fn every_code_of_a_payout_has_words() {
    let lines = ["tpp", "plt", "plh", "bpjs-employer", "bpjs-employee", "pph21-final"]
        .into_iter()
        .chain(["pph21-ter", "pph21-year", "repayment"])
        .map(|code| format!("payout-line-{code}"));
    let sections = rules::payout::Section::ALL.map(|one| format!("payout-section-{}", one.code()));
    let findings = rules::payout::Finding::CODES.map(|code| format!("payout-finding-{code}"));
    let plan = ["capped", "too-long"].map(|code| format!("payout-plan-{code}"));
    let values =
        ["golongan", "family", "missing", "working-days", "name", "kind", "most", "reason"]
            .map(|name| (name, words::Arg::from(1_i64)));
    for key in lines.chain(sections).chain(findings).chain(plan) {
        for lang in Lang::ALL {
            assert_ne!(Words::get_with(lang, &key, &values), key, "{}", lang.code());
        }
    }
}

/// What discipline says, with every value that one of its sentences may hold.
#[test]
fn every_code_of_discipline_has_words() {
    use office::discipline::{CaseRefusal, LetterKind, PayConsequence};
    use rules::{
        discipline::{
            Alert,
            case::{Refusal, Silent, Stage, StepKind},
        },
        law::discipline::{Capacity, Level, Post},
    };
    let keys = |area: &str, codes: &[&str]| -> Vec<String> {
        codes.iter().map(|code| format!("discipline-{area}-{code}")).collect()
    };
    let codes: [(&str, Vec<&str>); 9] = [
        ("alert", Alert::CODES.to_vec()),
        ("refusal", Refusal::CODES.into_iter().chain(CaseRefusal::CODES).collect()),
        ("pay", PayConsequence::CODES.to_vec()),
        ("stage", Stage::ALL.iter().map(|one| one.code()).collect()),
        ("step", StepKind::ALL.iter().map(|one| one.code()).collect()),
        ("silent", Silent::ALL.iter().map(|one| one.code()).collect()),
        ("capacity", Capacity::ALL.iter().map(|one| one.code()).collect()),
        ("level", Level::ALL.iter().map(|one| one.code()).collect()),
        ("post", Post::ALL.iter().map(|one| one.code()).collect()),
    ];
    let letters = LetterKind::ALL.map(|one| format!("discipline-letter-{}", one.template()));
    let mut all: Vec<String> =
        codes.iter().flat_map(|(area, codes)| keys(area, codes)).chain(letters).collect();
    let facts = ["post", "rung", "days", "number", "examination", "time", "place", "examiner"];
    let more = ["members", "examiners", "questions", "breaches", "report", "sanction", "officer"];
    let last = ["capacity", "answer", "reason", "note"];
    let facts = facts.into_iter().chain(more).chain(last);
    all.extend(facts.map(|fact| format!("page-discipline-fact-{fact}")));
    all.extend(
        ["upheld", "changed", "annulled"].map(|one| format!("page-discipline-answer-{one}")),
    );
    let values = [
        "days", "sanction", "date", "earliest", "summoned", "heaviest", "instead", "expected",
        "title", "case", "needs", "place",
    ]
    .map(|name| (name, words::Arg::from(1_i64)));
    for key in all {
        for lang in Lang::ALL {
            assert_ne!(Words::get_with(lang, &key, &values), key, "{}", lang.code());
        }
    }
}

/// The sources below `folder`.
fn sources(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            texts.extend(sources(&path));
        } else {
            texts.push(fs::read_to_string(path).expect("our sources are UTF-8"));
        }
    }
    texts
}

/// The verbs in the audit log are literals of the office: `area.verb`, where the area is one of its
/// folders.
#[test]
fn every_verb_of_the_audit_log_has_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../office/src");
    let is_verb = |literal: &str| {
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        literal.split_once('.').is_some_and(|(area, verb)| {
            !area.is_empty()
                && plain(area)
                && !verb.is_empty()
                && plain(verb)
                && folder.join(area).is_dir()
        })
    };
    let texts = sources(&folder).concat();
    let mut verbs: BTreeSet<&str> = texts.split('"').filter(|part| is_verb(part)).collect();
    verbs.insert(storage::audit::OPERATION);
    assert!(verbs.len() >= 22, "{verbs:?}");
    for verb in verbs {
        said(&format!("audit-verb-{}", verb.replace(['.', '_'], "-")));
    }
}

#[test]
fn every_refusal_about_claims_and_closings_has_words_with_its_values() {
    use office::allowance::{
        SilentLaw,
        closing::{ClaimMistake, ClosingMistake},
    };
    let day = jiff::civil::date(2026, 10, 31);
    let month = civil::Month::of(day);
    let skpd: civil::Skpd = "DISTAN".parse().expect("a code");
    let silent = SilentLaw { what: "payout.instalment".to_owned(), on: day };
    let claims = [
        ClaimMistake::NoMonth,
        ClaimMistake::TooManyMonths { most: 60 },
        ClaimMistake::NoReason,
        ClaimMistake::ReasonTooLong { most: 500 },
        ClaimMistake::Oneself,
        ClaimMistake::FirstOutside { from: month, until: month },
        ClaimMistake::FirstClosed { skpd: skpd.clone(), month },
        ClaimMistake::NothingOverpaid,
        ClaimMistake::NothingToTake,
        ClaimMistake::TooManyParts { parts: 601 },
        ClaimMistake::Silent(silent),
        ClaimMistake::OpenedMeanwhile,
        ClaimMistake::Over,
        ClaimMistake::NoNumber { most: 80 },
        ClaimMistake::NumberKnown { number: "STS 1".to_owned() },
        ClaimMistake::AmountOutside { open: 4_868_550 },
        ClaimMistake::DayOutside { from: day, until: day },
        ClaimMistake::Overtaken,
    ];
    let nip = "198504102010012007".parse().expect("a NIP");
    let closings = [
        ClosingMistake::Closed { month, skpd: skpd.clone(), number: 1 },
        ClosingMistake::Nobody { month, skpd: skpd.clone() },
        ClosingMistake::ClosedMeanwhile { month, skpd },
        ClosingMistake::SignedMeanwhile,
        ClosingMistake::OtherDigest { begins: "ab12cd34".to_owned() },
        ClosingMistake::SignedAlready,
        ClosingMistake::NoPerson,
        ClosingMistake::NoSigner,
        ClosingMistake::OtherDesk { nip, desk: "head:DISTAN".to_owned() },
        ClosingMistake::NoReason,
        ClosingMistake::ReasonTooLong { most: 500 },
        ClosingMistake::Claimed { claims: vec![7, 9] },
    ];
    let phrases = claims.iter().map(ClaimMistake::said);
    for phrase in phrases.chain(closings.iter().map(ClosingMistake::said)) {
        // A key that is unknown or lacks a value is shown as itself.
        for lang in Lang::ALL {
            assert_ne!(Words::say(lang, &phrase), phrase.key(), "{}", lang.code());
        }
    }
    said("closing-cause-claimed");
}

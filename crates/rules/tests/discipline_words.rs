//! Every code of discipline has its sentence in both languages.

use std::{fs, path::Path};

use rules::{
    discipline::{
        Alert, PayEffect,
        case::{Objection, Refusal, Silent, Stage, StepKind},
    },
    law::{
        ProvisionId,
        discipline::{Capacity, Level, Post, TeamNeed},
    },
};

fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |prefix: &str, codes: Vec<&str>| {
        keys.extend(codes.into_iter().map(|code| format!("discipline-{prefix}-{code}")));
    };
    add("level", Level::ALL.iter().map(|one| one.code()).collect());
    add("capacity", Capacity::ALL.iter().map(|one| one.code()).collect());
    add("post", Post::ALL.iter().map(|one| one.code()).collect());
    add("team", TeamNeed::ALL.iter().map(|one| one.code()).collect());
    add("alert", Alert::CODES.to_vec());
    let some = ProvisionId(0);
    let effects = [PayEffect::ByRegency(some), PayEffect::Waits(some), PayEffect::NoRule];
    add("pay", effects.iter().map(|one| one.code()).collect());
    add("stage", Stage::ALL.iter().map(|one| one.code()).collect());
    add("step", StepKind::ALL.iter().map(|one| one.code()).collect());
    add("objection", Objection::ALL.iter().map(|one| one.code()).collect());
    add("silent", Silent::ALL.iter().map(|one| one.code()).collect());
    add("refusal", Refusal::CODES.to_vec());
    keys
}

#[test]
fn each_code_has_its_sentence() {
    let keys = keys();
    assert!(keys.len() > 90, "{}", keys.len());
    for lang in ["id", "en"] {
        let path = format!("../words/locales/{lang}/discipline.ftl");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(&path).expect("the sentences of discipline are there");
        let missing: Vec<_> = keys
            .iter()
            .filter(|key| !text.lines().any(|line| line.starts_with(&format!("{key} = "))))
            .collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

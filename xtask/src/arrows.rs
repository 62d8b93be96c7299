//! Which of our crates may depend on which, and which do.
//!
//! Two walls. The *rule* below gives directions: an arrow must lie on a path of it. The committed
//! *list* holds the arrows that exist: a new one is a line in a diff, which a reviewer sees.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use crate::{
    house::{Finding, House},
    metadata::{Metadata, Use},
};

/// The committed list of the arrows that exist.
pub(crate) const LIST: &str = "xtask/arrows.txt";

/// The directions of ARCHITECTURE. Whoever may reach a crate over others may also name it.
/// `cli` may name all; nobody may name `cli` or `xtask`; a crate not listed may name nobody.
const RULE: &[(&str, &[&str])] = &[
    ("civil", &[]),
    ("terminal", &[]),
    ("fingerprint", &[]),
    ("assessment", &[]),
    ("words", &[]),
    ("rules", &["civil"]),
    ("storage", &["rules", "civil"]),
    ("storage-sql", &["storage"]),
    ("reports", &["rules", "words"]),
    ("office", &["storage", "rules", "reports", "terminal", "fingerprint", "assessment", "words"]),
    ("letters", &["reports"]),
    ("web", &["office", "reports", "letters"]),
    ("gateway", &["office", "terminal"]),
    ("sim", &["gateway", "office", "terminal"]),
];

/// What `--write-arrows` writes: the arrows that exist, sorted, with a word on what they are.
pub(crate) fn list_text(metadata: &Metadata) -> String {
    let mut text = String::from(
        "# Which of our crates depend on which. `xtask tidy` compares this list with the manifests;\n\
         # `cargo run -p xtask -- tidy --write-arrows` writes it. A new line is a change of architecture.\n",
    );
    for arrow in metadata.arrows() {
        writeln!(text, "{}", line_of(&arrow)).expect("a String takes every write");
    }
    text
}

fn line_of((from, to, purpose): &(String, String, Use)) -> String {
    match purpose {
        Use::Normal => format!("{from} -> {to}"),
        Use::Dev => format!("{from} -> {to} (tests)"),
        Use::Build => format!("{from} -> {to} (build)"),
    }
}

pub(crate) fn check(house: &House, metadata: &Metadata) -> Vec<Finding> {
    let mut findings = against_list(house, metadata);
    let reach = reach();
    for arrow in metadata.arrows() {
        let (from, to, purpose) = &arrow;
        // Tests may use more (a store in memory, simulated terminals); the list shows it.
        let allowed = match purpose {
            Use::Dev => to != "cli" || from == "cli",
            Use::Normal | Use::Build => {
                (from == "cli" && to != "xtask")
                    || reach.get(&**from).is_some_and(|reached| reached.contains(&**to))
            }
        };
        if !allowed {
            let message = format!(
                "{} points against the arrows of ARCHITECTURE; move the code, or write an ADR and change RULE in xtask/src/arrows.rs",
                line_of(&arrow)
            );
            findings.push(Finding::of_file(&format!("crates/{from}/Cargo.toml"), message));
        }
    }
    findings
}

fn against_list(house: &House, metadata: &Metadata) -> Vec<Finding> {
    let is: BTreeSet<String> = metadata.arrows().iter().map(line_of).collect();
    let text = house.text(LIST).unwrap_or_default();
    let mut findings = Vec::new();
    let mut listed = BTreeSet::new();
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if !is.contains(line) {
            findings.push(Finding::at(LIST, number, format!("no such arrow; remove `{line}`")));
        } else if !listed.insert(line.to_owned()) {
            findings.push(Finding::at(LIST, number, format!("listed twice; remove `{line}`")));
        }
    }
    for line in is.difference(&listed) {
        findings.push(Finding::of_file(LIST, format!("new arrow; add `{line}` if it is meant")));
    }
    findings
}

/// For each crate all those it reaches over the arrows of the rule.
fn reach() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut reach: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, direct) in RULE {
        let mut reached: BTreeSet<&str> = direct.iter().copied().collect();
        // RULE lists a crate after those it names.
        for to in *direct {
            reached.extend(reach.get(to).into_iter().flatten().copied());
        }
        reach.insert(from, reached);
    }
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(findings: &[Finding]) -> Vec<String> {
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_rule_names_each_crate_before_it_is_used() {
        let mut seen = BTreeSet::from(["letters"]);
        for (from, direct) in RULE {
            assert!(direct.iter().all(|to| seen.contains(to)), "{from}");
            assert!(seen.insert(from) || *from == "letters", "{from} stands twice");
        }
    }

    #[test]
    fn what_is_listed_and_follows_the_rule_passes() {
        let metadata = Metadata::with(
            &[
                ("office", "civil", Use::Normal),
                ("cli", "storage-sql", Use::Normal),
                ("web", "sim", Use::Dev),
            ],
            &[],
        );
        let list = list_text(&metadata);
        assert!(list.contains("\nweb -> sim (tests)\n"), "{list}");
        let house = House::with(&[(LIST, &list)]);
        assert_eq!(check(&house, &metadata), []);
    }

    #[test]
    fn a_new_arrow_and_a_gone_arrow_are_named_with_their_line() {
        let metadata = Metadata::with(&[("rules", "civil", Use::Normal)], &[]);
        let house = House::with(&[(LIST, "# words\nstorage -> rules\n")]);
        assert_eq!(
            texts(&check(&house, &metadata)),
            [
                "xtask/arrows.txt:2: no such arrow; remove `storage -> rules`",
                "xtask/arrows.txt: new arrow; add `rules -> civil` if it is meant",
            ]
        );
    }

    #[test]
    fn arrows_that_point_back_are_refused_even_when_listed() {
        for (from, to) in [
            ("civil", "rules"),
            ("rules", "storage"),
            ("storage", "office"),
            ("terminal", "civil"),
            ("office", "storage-sql"),
            ("web", "gateway"),
            ("web", "storage-sql"),
            ("office", "cli"),
            ("unheard-of", "civil"),
        ] {
            let metadata = Metadata::with(&[(from, to, Use::Normal)], &[]);
            let house = House::with(&[(LIST, &list_text(&metadata))]);
            let findings = check(&house, &metadata);
            assert_eq!(findings.len(), 1, "{from} -> {to}: {findings:?}");
            assert_eq!(findings.first().unwrap().path, format!("crates/{from}/Cargo.toml"));
        }
    }
}

//! The glossary: each term once, each with one spelling in code.

use std::collections::BTreeMap;

use crate::house::{Finding, House};

/// Where the glossary stands.
pub(crate) const PATH: &str = "docs/glossary.md";

/// The heading of the tables that hold terms.
const HEADING: [&str; 6] = ["Term", "In code", "Not", "Arti", "Meaning", "Source"];

/// One row of the glossary.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Term<'a> {
    /// Line of the file, from 1.
    pub(crate) line: usize,
    /// As the law writes it: `NIP`.
    pub(crate) written: &'a str,
    /// As code writes it: `Nip`. Empty when code has no such name yet.
    pub(crate) code: &'a str,
    /// Words that code must not use for it, in lower case.
    pub(crate) not: Vec<String>,
}

/// The terms of all tables with the heading; what is wrong with a row goes to `findings`.
pub(crate) fn terms<'a>(house: &'a House, findings: &mut Vec<Finding>) -> Vec<Term<'a>> {
    let mut terms = Vec::new();
    let mut in_table = false;
    for (line, text) in (1..).zip(house.text(PATH).unwrap_or_default().lines()) {
        let Some(row) = text.strip_prefix('|').and_then(|row| row.trim_end().strip_suffix('|'))
        else {
            in_table = false;
            continue;
        };
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        if cells == HEADING {
            in_table = true;
        } else if in_table && !cells.iter().all(|cell| cell.chars().all(|c| "-: ".contains(c))) {
            match cells.as_slice() {
                &[term, code, not, arti, meaning, source] => {
                    if [term, arti, meaning, source].contains(&"") {
                        let message = "a term needs its Arti, Meaning and Source";
                        findings.push(Finding::at(PATH, line, message));
                    }
                    terms.push(Term {
                        line,
                        written: term,
                        code: code.trim_matches('`'),
                        not: words(not),
                    });
                }
                _ => findings.push(Finding::at(PATH, line, "a term has six cells")),
            }
        }
    }
    terms
}

/// The words in backticks of a cell, in lower case.
fn words(cell: &str) -> Vec<String> {
    cell.split(',')
        .map(|word| word.trim().trim_matches('`').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

pub(crate) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    let terms = terms(house, &mut findings);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for term in &terms {
        for name in [term.written.to_lowercase(), format!("`{}`", term.code)] {
            if name == "``" {
                continue;
            }
            if let Some(first) = seen.insert(name.clone(), term.line) {
                let message = format!("{name} stands on line {first} already");
                findings.push(Finding::at(PATH, term.line, message));
            }
        }
    }
    for term in &terms {
        for word in &term.not {
            if terms.iter().any(|other| other.code.eq_ignore_ascii_case(word)) {
                let message =
                    format!("`{word}` is rejected here and is the name of a term elsewhere");
                findings.push(Finding::at(PATH, term.line, message));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "| Term | In code | Not | Arti | Meaning | Source |\n|---|---|---|---|---|---|\n";

    fn texts(rows: &str) -> Vec<String> {
        let text = format!("# Words\n\n{HEAD}{rows}\n");
        check(&House::with(&[(PATH, &text)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn rows_are_read_with_their_rejected_words() {
        let text = format!("{HEAD}| SKPD | `Skpd` | `opd`, `Dinas` | perangkat | unit | UU |\n");
        let house = House::with(&[(PATH, &text)]);
        let mut findings = Vec::new();
        let found = terms(&house, &mut findings);
        let not = vec!["opd".to_owned(), "dinas".to_owned()];
        assert_eq!(found, [Term { line: 3, written: "SKPD", code: "Skpd", not }]);
        assert_eq!(findings, []);
    }

    #[test]
    fn a_term_stands_once() {
        assert_eq!(
            texts(
                "| NIP | `Nip` | | a | b | c |\n| nip | | | a | b | c |\n| KTP | `Nip` | | a | b | c |"
            ),
            [
                "docs/glossary.md:6: nip stands on line 5 already",
                "docs/glossary.md:7: `Nip` stands on line 5 already",
            ]
        );
    }

    #[test]
    fn a_row_is_whole_and_rejects_no_other_term() {
        assert_eq!(
            texts("| NIP | `Nip` | | a | | c |\n| X | | |\n| OPD | | `nip` | a | b | c |"),
            [
                "docs/glossary.md:5: a term needs its Arti, Meaning and Source",
                "docs/glossary.md:6: a term has six cells",
                "docs/glossary.md:7: `nip` is rejected here and is the name of a term elsewhere",
            ]
        );
    }
}

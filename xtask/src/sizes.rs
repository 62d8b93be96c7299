//! Files past the length that a person reads in one sitting say why they are that long.

use crate::{
    house::{Finding, House},
    tokens,
};

/// Lines of a file without its tests, past which it must say why.
const LINES_MAX: usize = 400;

/// How such a file begins the sentence that says why; in its first lines, as inner documentation.
const REASON: &str = "//! Long because ";

/// Lines at the top in which the reason must stand.
const TOP_LINES: usize = 20;

/// Old long files and the length that each may not pass: a ratchet, so that the rule can come after
/// the code. A line is `LINES PATH`.
const RATCHET: &str = "xtask/long-files.txt";

pub(crate) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    let ratchet = ratchet(house, &mut findings);
    for (path, text) in house.of_kind("rs") {
        let listed = ratchet.iter().find(|old| old.path == path);
        if is_test(path) {
            continue;
        }
        let lines = lines_without_tests(text);
        match listed {
            Some(old) if lines <= LINES_MAX => {
                let message = format!("{path} has {lines} lines now; remove its line");
                findings.push(Finding::at(RATCHET, old.line, message));
            }
            Some(old) if lines > old.lines => {
                let message = format!(
                    "{lines} lines without tests, and {RATCHET} allows it {}; split it",
                    old.lines
                );
                findings.push(Finding::of_file(path, message));
            }
            None if lines > LINES_MAX && !has_reason(text) => {
                let message = format!(
                    "{lines} lines without tests, more than {LINES_MAX}; split it, or say at the top `{REASON}…`"
                );
                findings.push(Finding::of_file(path, message));
            }
            Some(_) | None => {}
        }
    }
    for old in ratchet.iter().filter(|old| house.text(old.path).is_none()) {
        let message = format!("{} is not there; remove its line", old.path);
        findings.push(Finding::at(RATCHET, old.line, message));
    }
    findings
}

struct Old<'a> {
    /// Line of the list, from 1.
    line: usize,
    lines: usize,
    path: &'a str,
}

fn ratchet<'a>(house: &'a House, findings: &mut Vec<Finding>) -> Vec<Old<'a>> {
    let mut list = Vec::new();
    for (line, text) in (1..).zip(house.text(RATCHET).unwrap_or_default().lines()) {
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let parts =
            text.split_once(' ').and_then(|(lines, path)| Some((lines.parse().ok()?, path)));
        match parts {
            Some((lines, path)) => list.push(Old { line, lines, path }),
            None => findings.push(Finding::at(RATCHET, line, "write `LINES PATH`")),
        }
    }
    list
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.contains("/benches/")
}

fn has_reason(text: &str) -> bool {
    text.lines()
        .take(TOP_LINES)
        .filter_map(|line| line.strip_prefix(REASON))
        .any(|reason| reason.split_whitespace().count() >= 3)
}

/// Lines of the file less those from the first to the last token of each test item.
fn lines_without_tests(text: &str) -> usize {
    let all = text.lines().count();
    let Some(tokens) = tokens::tokens(text) else { return all };
    let tests: usize = tokens
        .chunk_by(|a, b| a.test == b.test)
        .filter_map(|run| match run {
            [first, .., last] if first.test => Some(last.line - first.line + 1),
            [only] if only.test => Some(1),
            _ => None,
        })
        .sum();
    all.saturating_sub(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(lines: usize) -> String {
        "fn f() {}\n".repeat(lines)
    }

    fn texts(house: &House) -> Vec<String> {
        check(house).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn four_hundred_lines_pass_and_one_more_does_not() {
        assert_eq!(texts(&House::with(&[("crates/a/src/b.rs", &long(400))])), [""; 0]);
        let found = texts(&House::with(&[("crates/a/src/b.rs", &long(401))]));
        assert_eq!(
            found,
            [
                "crates/a/src/b.rs: 401 lines without tests, more than 400; split it, or say at the top `//! Long because …`"
            ]
        );
    }

    #[test]
    fn a_reason_excuses_but_not_an_empty_one() {
        let with =
            format!("//! Rules.\n//! Long because one table of an act stands here.\n{}", long(500));
        assert_eq!(texts(&House::with(&[("crates/a/src/b.rs", &with)])), [""; 0]);
        let without = format!("//! Long because\n{}", long(500));
        assert_eq!(texts(&House::with(&[("crates/a/src/b.rs", &without)])).len(), 1);
    }

    #[test]
    fn tests_do_not_count() {
        let text = format!("{}#[cfg(test)]\nmod tests {{\n{}}}\n", long(390), long(300));
        assert_eq!(texts(&House::with(&[("crates/a/src/b.rs", &text)])), [""; 0]);
        assert_eq!(texts(&House::with(&[("crates/a/tests/b.rs", &long(900))])), [""; 0]);
    }

    #[test]
    fn the_ratchet_only_turns_one_way() {
        let with = |lines: usize| {
            texts(&House::with(&[
                ("crates/a/src/b.rs", &long(lines)),
                (RATCHET, "500 crates/a/src/b.rs\n"),
            ]))
        };
        assert_eq!(with(500), [""; 0]);
        assert_eq!(
            with(501),
            [
                "crates/a/src/b.rs: 501 lines without tests, and xtask/long-files.txt allows it 500; split it"
            ]
        );
        assert_eq!(
            with(400),
            ["xtask/long-files.txt:1: crates/a/src/b.rs has 400 lines now; remove its line"]
        );
        assert_eq!(
            texts(&House::with(&[(RATCHET, "500 gone.rs\nnonsense\n")])),
            [
                "xtask/long-files.txt:2: write `LINES PATH`",
                "xtask/long-files.txt:1: gone.rs is not there; remove its line",
            ]
        );
    }
}

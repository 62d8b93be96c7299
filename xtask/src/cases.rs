//! Every case of law has a sentence and the citation that a reviewer opens.

use crate::house::{Finding, House};

const FOLDER: &str = "law/cases";

pub(crate) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in house.below(FOLDER).filter(|path| House::is_kind(path, "toml")) {
        let text = house.text(path).unwrap_or_default();
        match text.parse::<toml::Table>() {
            Ok(table) => findings.extend(of_file(path, text, &table)),
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let line = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();
                findings.push(Finding::at(path, line, error.message()));
            }
        }
    }
    findings
}

fn of_file(path: &str, text: &str, table: &toml::Table) -> Vec<Finding> {
    let cases = match table.get("case") {
        Some(toml::Value::Array(cases)) => cases.as_slice(),
        Some(_) | None => &[],
    };
    if cases.is_empty() {
        return vec![Finding::of_file(path, "no [[case]] stands here; cases only, in law/cases")];
    }
    let mut findings = Vec::new();
    // The headers stand in the order of the cases.
    let headers = (1..).zip(text.lines()).filter(|(_, line)| line.trim().starts_with("[[case]]"));
    let lines = headers.map(|(number, _)| number).chain(std::iter::repeat(0));
    for (case, line) in cases.iter().zip(lines) {
        for (key, why) in [
            ("name", "one sentence that says what is tested"),
            ("cite", "the act and article that a reviewer opens"),
        ] {
            let said = case.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            if said.trim().is_empty() {
                findings.push(Finding::at(path, line, format!("this case has no `{key}`: {why}")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        check(&House::with(&[("law/cases/late.toml", source)]))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_case_with_sentence_and_citation_passes() {
        assert_eq!(texts("[[case]]\nname = \"a\"\ncite = \"Perbup 1 Pasal 2\"\n"), [""; 0]);
    }

    #[test]
    fn a_case_without_citation_is_named_by_its_line() {
        let source = "[[case]]\nname = \"a\"\ncite = \"Perbup\"\n\n[[case]]\nname = \"b\"\ncite = \" \"\n[[case]]\ncite = \"x\"";
        assert_eq!(
            texts(source),
            [
                "law/cases/late.toml:5: this case has no `cite`: the act and article that a reviewer opens",
                "law/cases/late.toml:8: this case has no `name`: one sentence that says what is tested",
            ]
        );
    }

    #[test]
    fn a_file_that_is_no_toml_or_has_no_case_is_refused() {
        let found = texts("[[case]]\nname = 1979-\n");
        assert!(found.first().unwrap().starts_with("law/cases/late.toml:2: "), "{found:?}");
        assert_eq!(texts("x = 1").len(), 1);
        assert_eq!(check(&House::with(&[("law/national/x.toml", "")])), []);
    }
}

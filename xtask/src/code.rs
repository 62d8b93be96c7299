//! What no Rust file may hold: `#[allow]`, unfinished work, and SQL outside the stores.

use proc_macro2::Delimiter;

use crate::{
    house::{Finding, House},
    tokens::{self, Kind, Token},
};

/// The crates that may speak SQL, and this one, whose tests quote it.
const SQL_ALLOWED: [&str; 2] = ["crates/storage-sql/", "xtask/"];

pub(crate) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in house.of_kind("rs") {
        let tokens = tokens::tokens(text).unwrap_or_default();
        let allowed_sql = SQL_ALLOWED.iter().any(|folder| path.starts_with(folder));
        for (index, token) in tokens.iter().enumerate() {
            let rest = tokens.get(index..).unwrap_or_default();
            if allows(rest) {
                let message = "write `#[expect(…, reason = \"…\")]` instead of `allow`";
                findings.push(Finding::at(path, token.line, message));
            } else if let [Token { kind: Kind::Word(name), .. }, bang, ..] = rest
                && bang.is_sign('!')
                && matches!(&**name, "todo" | "unimplemented")
            {
                findings.push(Finding::at(path, token.line, format!("`{name}!` is unfinished")));
            } else if let Kind::Literal(literal) = &token.kind
                && !allowed_sql
                && is_sql(literal)
            {
                let message =
                    "SQL belongs in crates/storage-sql; ask the repository traits instead";
                findings.push(Finding::at(path, token.line, message));
            }
        }
        findings.extend(unfinished(path, text));
    }
    for (path, _) in house.of_kind("sql") {
        if path.starts_with("crates/") && !path.starts_with("crates/storage-sql/") {
            findings.push(Finding::of_file(path, "SQL belongs in crates/storage-sql"));
        }
    }
    findings
}

/// Whether `#[allow(`, `#![allow(` or `#[cfg_attr(…, allow(` starts here.
fn allows(tokens: &[Token]) -> bool {
    let rest = match tokens {
        [hash, bang, rest @ ..] if hash.is_sign('#') && bang.is_sign('!') => rest,
        [hash, rest @ ..] if hash.is_sign('#') => rest,
        _ => return false,
    };
    let [Token { kind: Kind::Open(Delimiter::Bracket), .. }, inner @ ..] = rest else {
        return false;
    };
    match inner.first().and_then(Token::word) {
        Some("allow") => true,
        Some("cfg_attr") => inner
            .iter()
            .take_while(|token| token.kind != Kind::Close(Delimiter::Bracket))
            .any(|token| token.word() == Some("allow")),
        Some(_) | None => false,
    }
}

/// Comments that say that work is left. The words are split here so that this file passes.
fn unfinished<'a>(path: &'a str, text: &'a str) -> impl Iterator<Item = Finding> + 'a {
    (1..).zip(text.lines()).filter_map(move |(number, line)| {
        let (_, comment) = line.split_once("//")?;
        let word = [concat!("TO", "DO"), concat!("FIX", "ME")]
            .into_iter()
            .find(|word| comment.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word))?;
        Some(Finding::at(path, number, format!("{word}: finish it, or open an issue")))
    })
}

/// Whether a literal is a statement, by the pairs of words that prose in capitals does not have.
fn is_sql(literal: &str) -> bool {
    const PAIRS: [(&str, &str); 6] = [
        ("SELECT ", " FROM "),
        ("INSERT INTO ", ""),
        ("DELETE FROM ", ""),
        ("UPDATE ", " SET "),
        ("CREATE TABLE ", ""),
        ("ALTER TABLE ", ""),
    ];
    // A string over many lines is written with `\n` or with real ends of lines.
    let flat = literal.replace("\\n", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    PAIRS
        .iter()
        .any(|(first, then)| flat.split_once(first).is_some_and(|(_, rest)| rest.contains(then)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(path: &str, source: &str) -> Vec<String> {
        check(&House::with(&[(path, source)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn allow_is_refused_in_each_of_its_forms() {
        for source in [
            "#[allow(dead_code)] fn f() {}",
            "#![allow(dead_code)]",
            "#[cfg_attr(test, allow(dead_code))] fn f() {}",
        ] {
            assert_eq!(
                texts("a.rs", source),
                ["a.rs:1: write `#[expect(…, reason = \"…\")]` instead of `allow`"],
                "{source}"
            );
        }
        let fine = "#[expect(dead_code, reason = \"allow\")] fn allow() {} // #[allow(x)]";
        assert_eq!(texts("a.rs", fine), [""; 0]);
    }

    #[test]
    fn unfinished_work_is_refused() {
        assert_eq!(texts("a.rs", "fn f() { todo!() }"), ["a.rs:1: `todo!` is unfinished"]);
        let comment = format!("fn f() {{}}\n// {}: later", concat!("TO", "DO"));
        assert_eq!(texts("a.rs", &comment).len(), 1);
        assert_eq!(texts("a.rs", "fn todo() { todo(); } // a TODOS list"), [""; 0]);
    }

    #[test]
    fn sql_stays_in_the_stores() {
        let source = "const Q: &str = \"SELECT pin\n   FROM punch\";\nconst R: &str = r#\"INSERT INTO punch\"#;";
        let message = "SQL belongs in crates/storage-sql; ask the repository traits instead";
        assert_eq!(
            texts("crates/office/src/a.rs", source),
            [
                format!("crates/office/src/a.rs:1: {message}"),
                format!("crates/office/src/a.rs:3: {message}"),
            ]
        );
        assert_eq!(texts("crates/storage-sql/src/a.rs", source), [""; 0]);
        assert_eq!(texts("crates/office/src/a.sql", "x").len(), 1);
        let prose = "/// SELECT a FROM b\nconst S: &str = \"pilih SELECT, atau UPDATE\";";
        assert_eq!(texts("crates/office/src/a.rs", prose), [""; 0]);
    }
}

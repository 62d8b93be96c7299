//! Terms of the law in code are words (`Nip`, not `NIP`), and always the same word (`Skpd`, not `Opd`).

use crate::{
    glossary::{self, Term},
    house::{Finding, House},
    tokens::{self, Kind, Token},
};
use proc_macro2::Delimiter;

/// Shortest term whose capitals are looked for: with two letters, chance would find them.
const ACRONYM_LETTERS_MIN: usize = 3;

pub(crate) fn check(house: &House) -> Vec<Finding> {
    // What is wrong with the glossary itself is said by its own check.
    let terms = glossary::terms(house, &mut Vec::new());
    let mut findings = Vec::new();
    for (path, text) in house.of_kind("rs") {
        let tokens = tokens::tokens(text).unwrap_or_default();
        let mut said = std::collections::BTreeSet::new();
        for (index, token) in tokens.iter().enumerate() {
            let Some(name) = token.word() else { continue };
            if let Some(message) = wrong(name, || declares_type(&tokens, index), &terms)
                && said.insert(name)
            {
                findings.push(Finding::at(path, token.line, message));
            }
        }
    }
    findings
}

/// What is wrong with a name, if anything.
fn wrong(name: &str, declares_type: impl Fn() -> bool, terms: &[Term<'_>]) -> Option<String> {
    let words = words(name);
    for term in terms {
        if let Some(word) = words.iter().find(|word| term.not.contains(&word.to_lowercase())) {
            return Some(format!("`{name}`: the glossary says `{}`, not `{word}`", term.code));
        }
    }
    // A constant is all capitals, and `NIP_LENGTH` is right.
    let constant = !name.chars().any(char::is_lowercase);
    if constant && !declares_type() {
        return None;
    }
    terms.iter().filter(|term| is_acronym(term)).find_map(|term| {
        let lower = term.code.to_lowercase();
        let misspelt = runs(&words)
            .find(|run| run.to_lowercase() == lower && run != term.code && *run != lower)?;
        Some(format!("`{name}`: spell `{misspelt}` as a word, `{}`", term.code))
    })
}

/// Whether a term is written in capitals by the law and as one word in code.
fn is_acronym(term: &Term<'_>) -> bool {
    term.written.chars().all(char::is_uppercase)
        && term.written.len() >= ACRONYM_LETTERS_MIN
        && term.code.eq_ignore_ascii_case(term.written)
}

/// `SKPDCode`, `skpd_code` and `SkpdCode` are all two words.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.trim_start_matches("r#").split('_') {
        let letters: Vec<char> = part.chars().collect();
        let mut word = String::new();
        for (index, &letter) in letters.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|i| letters.get(i));
            let after = letters.get(index + 1);
            let starts = letter.is_uppercase()
                && before
                    .is_some_and(|b| !b.is_uppercase() || after.is_some_and(|a| a.is_lowercase()));
            if starts && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            word.push(letter);
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

/// Each word, and each two neighbours together: `SKPd` is cut into `SK` and `Pd`.
fn runs(words: &[String]) -> impl Iterator<Item = String> {
    words.iter().cloned().chain(words.windows(2).map(<[String]>::concat))
}

/// Whether the word at `index` names a type, a trait or a variant where it is declared.
fn declares_type(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|i| tokens.get(i));
    match before {
        Some(Token { kind: Kind::Word(word), .. }) => {
            matches!(&**word, "struct" | "enum" | "type" | "trait" | "union" | "mod")
        }
        _ => is_variant(tokens, index),
    }
}

/// Whether the word at `index` stands where a variant of an enum does.
fn is_variant(tokens: &[Token], index: usize) -> bool {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().take(index).rev() {
        match token.kind {
            Kind::Close(_) => depth += 1,
            Kind::Open(_) if depth > 0 => depth -= 1,
            Kind::Open(Delimiter::Brace) => {
                let previous = index.checked_sub(1).and_then(|i| tokens.get(i));
                let starts = previous.is_some_and(|token| {
                    token.is_sign(',')
                        || matches!(token.kind, Kind::Open(_) | Kind::Close(Delimiter::Bracket))
                });
                return starts && opens_enum(tokens, at);
            }
            Kind::Open(_) => return false,
            Kind::Word(_) | Kind::Literal(_) | Kind::Sign(_) => {}
        }
    }
    false
}

/// Whether the brace at `brace` opens the body of an enum: `enum` stands before it in its item.
fn opens_enum(tokens: &[Token], brace: usize) -> bool {
    tokens
        .iter()
        .take(brace)
        .rev()
        .take_while(|token| {
            !matches!(token.kind, Kind::Open(_) | Kind::Close(_)) && !token.is_sign(';')
        })
        .any(|token| token.word() == Some("enum"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str = "\
| Term | In code | Not | Arti | Meaning | Source |
|---|---|---|---|---|---|
| NIP | `Nip` | | a | b | c |
| PNS | `Pns` | | a | b | c |
| SKPD | `Skpd` | `opd` | a | b | c |
| TL | `Tl` | | a | b | c |
";

    fn texts(source: &str) -> Vec<String> {
        check(&House::with(&[(glossary::PATH, GLOSSARY), ("a.rs", source)]))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn the_spellings_of_the_glossary_pass() {
        let source = "struct Nip; struct SkpdCode { nip: Nip } enum Kind { Pns, Skpd(Skpd) }\n\
                      const NIP_LENGTH: usize = 18; const NIP: &str = \"OPD\"; fn snippet(tl: Tl) {} // SKPD";
        assert_eq!(texts(source), [""; 0]);
    }

    #[test]
    fn capitals_are_refused_where_a_word_is_wanted() {
        for (source, name, right) in [
            ("struct NIP;", "`NIP`: spell `NIP`", "Nip"),
            ("enum Kind { #[default] A, PNS }", "`PNS`: spell `PNS`", "Pns"),
            ("enum Kind<T> { PNS(T) }", "`PNS`: spell `PNS`", "Pns"),
            ("fn f(x: SKPDCode) {}", "`SKPDCode`: spell `SKPD`", "Skpd"),
            ("fn f(x: SKPd) {}", "`SKPd`: spell `SKPd`", "Skpd"),
            ("fn f() { parseNIP(); }", "`parseNIP`: spell `NIP`", "Nip"),
        ] {
            assert_eq!(texts(source), [format!("a.rs:1: {name} as a word, `{right}`")], "{source}");
        }
    }

    #[test]
    fn a_rejected_word_is_refused_in_any_case() {
        for name in ["Opd", "opd_code", "OPD_MAX", "ListOPD"] {
            let found = texts(&format!("\nfn f() {{ {name}; }}"));
            assert_eq!(found.len(), 1, "{name}");
            assert!(found.first().unwrap().contains("the glossary says `Skpd`, not"), "{found:?}");
        }
        assert_eq!(texts("fn popdown(tropd: u8) {}"), [""; 0]);
    }
}

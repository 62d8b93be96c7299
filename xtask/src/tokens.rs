//! Rust source as a flat list of tokens with their lines, without comments and documentation.
//!
//! Text search would stumble over strings and comments; this is the compiler's own view.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One token of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// First line is 1.
    pub(crate) line: usize,
    /// Inside a module or function marked `#[cfg(test)]` or `#[test]`.
    pub(crate) test: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Word(String),
    /// A literal as written, with its quotes.
    Literal(String),
    Sign(char),
    Open(Delimiter),
    Close(Delimiter),
}

impl Token {
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Literal(_) | Kind::Sign(_) | Kind::Open(_) | Kind::Close(_) => None,
        }
    }

    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// The tokens of a file; `None` when it is not Rust (the compiler says so better).
pub(crate) fn tokens(source: &str) -> Option<Vec<Token>> {
    let stream: TokenStream = source.parse().ok()?;
    let mut tokens = Vec::new();
    flatten(stream, false, &mut tokens);
    Some(tokens)
}

fn flatten(stream: TokenStream, in_test: bool, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    // Whether an attribute has marked the item that is being read.
    let mut marked = false;
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        let test = in_test || marked;
        let mut push = |kind, line| tokens.push(Token { kind, line, test });
        match tree {
            TokenTree::Ident(word) => push(Kind::Word(word.to_string()), line),
            TokenTree::Literal(literal) => push(Kind::Literal(literal.to_string()), line),
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let attribute = match trees.peek() {
                    Some(TokenTree::Group(group)) => Some(group.stream()),
                    Some(_) | None => None,
                };
                if attribute.as_ref().is_some_and(is_documentation) {
                    trees.next();
                } else {
                    push(Kind::Sign('#'), line);
                    marked |= attribute.as_ref().is_some_and(is_test_mark);
                }
            }
            // `//!` arrives as `# ! [doc = …]`, and its `#` is pushed already: harmless.
            TokenTree::Punct(sign) => {
                push(Kind::Sign(sign.as_char()), line);
                if sign.as_char() == ';' {
                    marked = false;
                }
            }
            TokenTree::Group(group) => {
                let delimiter = group.delimiter();
                if is_documentation(&group.stream()) {
                    continue;
                }
                push(Kind::Open(delimiter), line);
                let end = group.span_close().end().line;
                flatten(group.stream(), test, tokens);
                tokens.push(Token { kind: Kind::Close(delimiter), line: end, test });
                if delimiter == Delimiter::Brace {
                    marked = false;
                }
            }
        }
    }
}

fn first_words(stream: &TokenStream) -> (Option<String>, Option<TokenTree>) {
    let mut trees = stream.clone().into_iter();
    let first = match trees.next() {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        Some(_) | None => None,
    };
    (first, trees.next())
}

fn is_documentation(attribute: &TokenStream) -> bool {
    matches!(first_words(attribute), (Some(word), Some(TokenTree::Punct(_))) if word == "doc")
}

fn is_test_mark(attribute: &TokenStream) -> bool {
    match first_words(attribute) {
        (Some(word), None) => word == "test",
        (Some(word), Some(TokenTree::Group(group))) => {
            word == "cfg" && group.stream().to_string() == "test"
        }
        // `#[tokio::test]`, `#[tokio::test(flavor = …)]`.
        (Some(_), Some(TokenTree::Punct(_))) => attribute
            .clone()
            .into_iter()
            .any(|tree| matches!(tree, TokenTree::Ident(word) if word == "test")),
        (Some(_) | None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<(String, usize, bool)> {
        let tokens = tokens(source).unwrap();
        tokens.iter().filter_map(|t| Some((t.word()?.to_owned(), t.line, t.test))).collect()
    }

    #[test]
    fn comments_and_documentation_are_left_out() {
        let source = "//! NIP inside\n/// SKPD there\nfn f() {\n    // TPP\n    g(\"OPD\")\n}\n";
        let words: Vec<String> = words(source).into_iter().map(|(word, ..)| word).collect();
        assert_eq!(words, ["fn", "f", "g"]);
    }

    #[test]
    fn tests_are_marked_and_end_with_their_item() {
        let source =
            "#[cfg(test)]\nmod tests { fn a() {} }\nfn b() {}\n#[cfg(test)]\nuse c;\nuse d;\n";
        let found = words(source);
        let of = |name: &str| found.iter().find(|(word, ..)| word == name).unwrap().2;
        assert!(of("a") && of("c"));
        assert!(!of("b") && !of("d"));
    }

    #[test]
    fn lines_start_at_one() {
        assert_eq!(words("\n\nfn f() {}"), [("fn".into(), 3, false), ("f".into(), 3, false)]);
    }
}

//! Scripts, styles and fonts of others come from npm by lock file; they are never committed.

use crate::house::{Finding, House};

const FETCHED: [&str; 2] = ["crates/web/assets/vendor/", "node_modules/"];

/// How files end that were made by others' tools.
const MADE: [&str; 5] = [".min.js", ".min.css", ".woff", ".woff2", ".ttf"];

pub(crate) fn check(house: &House) -> Vec<Finding> {
    house
        .tracked()
        .filter(|path| {
            FETCHED.iter().any(|folder| path.starts_with(folder))
                || path.contains("/node_modules/")
                || MADE.iter().any(|end| path.ends_with(end))
        })
        .map(|path| {
            Finding::of_file(path, "fetched by ./dev, never committed; `git rm --cached` it")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_npm_fetches_is_refused_and_our_own_passes() {
        let house = House::with(&[
            ("crates/web/assets/vendor/theme.css", ""),
            ("crates/web/node_modules/a/index.js", ""),
            ("crates/web/assets/theme.scss", ""),
            ("crates/web/assets/htmx.min.js", ""),
            ("docs/vendor.md", ""),
        ]);
        let paths: Vec<String> = check(&house).into_iter().map(|finding| finding.path).collect();
        assert_eq!(
            paths,
            [
                "crates/web/assets/htmx.min.js",
                "crates/web/assets/vendor/theme.css",
                "crates/web/node_modules/a/index.js",
            ]
        );
    }
}

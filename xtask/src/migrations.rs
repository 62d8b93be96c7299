//! Both engines have the same migrations by name.

use std::collections::BTreeSet;

use crate::house::{Finding, House};

const SQLITE: &str = "crates/storage-sql/migrations/sqlite";
const POSTGRES: &str = "crates/storage-sql/migrations/postgres";

pub(crate) fn check(house: &House) -> Vec<Finding> {
    let names = |folder: &'static str| -> BTreeSet<&str> {
        house.below(folder).filter_map(|path| path.strip_prefix(folder)).collect()
    };
    let (sqlite, postgres) = (names(SQLITE), names(POSTGRES));
    let missing = |here: &str, there: &str, name: &str| {
        Finding::of_file(&format!("{here}{name}"), format!("has no twin {there}{name}"))
    };
    let mut findings: Vec<Finding> =
        sqlite.difference(&postgres).map(|name| missing(SQLITE, POSTGRES, name)).collect();
    findings.extend(postgres.difference(&sqlite).map(|name| missing(POSTGRES, SQLITE, name)));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_of_one_engine_only_is_named() {
        let path = |folder: &str, name: &str| format!("{folder}/{name}");
        let (a, b) = (path(SQLITE, "0001_start.sql"), path(POSTGRES, "0001_start.sql"));
        assert_eq!(check(&House::with(&[(&a, ""), (&b, "")])), []);
        let extra = path(POSTGRES, "0002_more.sql");
        let found = check(&House::with(&[(&a, ""), (&b, ""), (&extra, "")]));
        assert_eq!(
            found,
            [Finding::of_file(
                &extra,
                "has no twin crates/storage-sql/migrations/sqlite/0002_more.sql"
            )]
        );
        assert_eq!(check(&House::with(&[])), []);
    }
}

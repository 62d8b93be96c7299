//! The two engines, and the whole list of what differs between them in query texts. Whatever is
//! not in this file is one text for both.

use std::borrow::Cow;

/// A database engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// Stands in a query text for the rows of a JSON array of arrays given as the second argument;
/// they are called `j`, and `j.value->>0` is the first field of a row.
const ROWS: &str = "{rows}";

/// The same where each row is looked up in the table of punches, which is never short.
const KEYS: &str = "{keys}";

impl Engine {
    /// The query text for this engine.
    ///
    /// Exception 1: how the rows of a JSON array are named. SQLite takes tables that are cross joined
    /// in the order in which they stand. PostgreSQL expects a hundred rows, and for so many would
    /// rather read a table that it has no statistics of than look them up; of a hundred of which one
    /// kind is wanted it expects one row, and looks it up.
    pub(crate) fn text(self, text: &'static str) -> Cow<'static, str> {
        if !text.contains(ROWS) && !text.contains(KEYS) {
            return Cow::Borrowed(text);
        }
        let (rows, keys) = match self {
            Self::Sqlite => ("json_each($2) AS j", "json_each($2) AS j"),
            Self::Postgres => (
                "jsonb_array_elements(CAST($2 AS jsonb)) AS j(value)",
                "(SELECT a.value FROM jsonb_array_elements(CAST($2 AS jsonb)) AS a(value) \
                 WHERE jsonb_typeof(a.value) = 'array') AS j",
            ),
        };
        Cow::Owned(text.replace(ROWS, rows).replace(KEYS, keys))
    }

    /// Exception 2: a transaction of SQLite takes the right to write at its start, so that it never
    /// has to give up halfway; PostgreSQL waits row by row.
    pub(crate) fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Exception 3: whether a table exists, as a row or none.
    pub(crate) fn table_exists(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1",
            Self::Postgres => {
                "SELECT CAST(1 AS BIGINT) FROM information_schema.tables \
                 WHERE table_schema = current_schema() AND table_name = $1"
            }
        }
    }

    /// Exception 4: keeps two programs from migrating one PostgreSQL database at once; `BEGIN
    /// IMMEDIATE` has done so on SQLite. The number is ours alone: "abdi" in ASCII.
    pub(crate) fn lock_for_migration(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("SELECT pg_advisory_xact_lock(1633838185)"),
        }
    }
}

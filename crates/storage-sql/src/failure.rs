//! What drivers say, in the words of [`StoreError`].

use sqlx::sqlite::SqliteError;
use storage::StoreError;

/// Primary result codes of SQLite, the low byte of the extended ones.
const SQLITE_BUSY: i32 = 5;
const SQLITE_READONLY: i32 = 8;
const SQLITE_CORRUPT: i32 = 11;
const SQLITE_FULL: i32 = 13;
const SQLITE_NOTADB: i32 = 26;
/// SQLite could not make its shared-memory file larger: there is no room.
const SQLITE_IOERR_SHMSIZE: i32 = 4874;
/// `disk_full` of PostgreSQL.
const POSTGRES_DISK_FULL: &str = "53100";

/// Says what an error of the driver means to whoever asked.
#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
pub(crate) fn of_driver(error: sqlx::Error) -> StoreError {
    let reason = || error.to_string();
    let unavailable = |advice| StoreError::Unavailable { reason: format!("{advice} ({error})") };
    match &error {
        sqlx::Error::Database(said) => {
            let code = said.code().unwrap_or_default();
            if said.try_downcast_ref::<SqliteError>().is_some() {
                let code: i32 = code.parse().unwrap_or_default();
                match code & 0xff {
                    SQLITE_FULL => StoreError::DiskFull,
                    SQLITE_BUSY => unavailable("another program holds the database; end it"),
                    SQLITE_READONLY => {
                        unavailable("the data may not be written; check whose the folder is")
                    }
                    SQLITE_CORRUPT | SQLITE_NOTADB => {
                        StoreError::Inconsistent { what: "database", reason: reason() }
                    }
                    _ if code == SQLITE_IOERR_SHMSIZE => StoreError::DiskFull,
                    _ => StoreError::Unavailable { reason: reason() },
                }
            } else if code == POSTGRES_DISK_FULL {
                StoreError::DiskFull
            } else {
                StoreError::Unavailable { reason: reason() }
            }
        }
        sqlx::Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        sqlx::Error::PoolTimedOut => {
            unavailable("the database does not answer; check its address and that it runs")
        }
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
            StoreError::Inconsistent { what: "row", reason: reason() }
        }
        _ => StoreError::Unavailable { reason: reason() },
    }
}

/// A stored value that cannot be read as what it should be.
pub(crate) fn unreadable(what: &'static str, reason: impl std::fmt::Display) -> StoreError {
    StoreError::Inconsistent { what, reason: reason.to_string() }
}

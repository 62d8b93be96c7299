//! Pools of connections: one connection that writes on SQLite, some that read.

use std::{path::PathBuf, str::FromStr as _, time::Duration};

use sqlx::{
    ConnectOptions as _, PgPool, SqlitePool,
    pool::PoolOptions,
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use storage::StoreError;

use crate::{connection::Connection, failure::of_driver};

/// Connections that read at the same time.
const READERS_MAX: u32 = 8;

/// How long to wait for a connection or a lock before saying that the store cannot be used.
const PATIENCE: Duration = Duration::from_secs(10);

/// Rows that SQLite's thread may be ahead of whoever reads them: waking each other costs more
/// than reading a row.
const ROWS_AHEAD: usize = 2_048;

/// Pages (of 4 KiB) that the log of SQLite grows to before it is moved into the database: the more,
/// the more often a page is written once instead of many times. 8,192 pages are 32 MiB.
const LOG_PAGES: &str = "8192";

/// Memory for pages, in KiB, as SQLite wants it written.
const WRITER_CACHE: &str = "-32768";
const READER_CACHE: &str = "-8192";

/// Connections of one kind.
#[derive(Clone)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// Where the data is.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    File(PathBuf),
    Server(Box<PgConnectOptions>),
}

impl Place {
    /// Reads `postgres://…`, `sqlite://PATH` or a path.
    pub(crate) fn read(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url).map_err(of_driver)?;
            return Ok(Self::Server(Box::new(options.application_name("abdi"))));
        }
        let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"));
        Ok(Self::File(path.unwrap_or(url).into()))
    }

    /// The pool that writes and the pool that reads. Nothing is opened yet.
    pub(crate) fn pools(&self) -> (Pool, Pool) {
        match self {
            Self::File(path) => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .foreign_keys(true)
                    .busy_timeout(PATIENCE)
                    .row_buffer_size(ROWS_AHEAD)
                    .statement_cache_capacity(200)
                    .disable_statement_logging();
                let writer = options
                    .clone()
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .pragma("wal_autocheckpoint", LOG_PAGES)
                    .pragma("cache_size", WRITER_CACHE);
                let reader = options.pragma("query_only", "ON").pragma("cache_size", READER_CACHE);
                let (one, some) = (PoolOptions::new().max_connections(1), PoolOptions::new());
                let lasting = |pool: PoolOptions<sqlx::Sqlite>| {
                    let pool = pool.acquire_timeout(PATIENCE).test_before_acquire(false);
                    pool.idle_timeout(None).max_lifetime(None)
                };
                let some = lasting(some.max_connections(READERS_MAX));
                let (writer, reader) =
                    (lasting(one).connect_lazy_with(writer), some.connect_lazy_with(reader));
                (Pool::Sqlite(writer), Pool::Sqlite(reader))
            }
            Self::Server(options) => {
                let options = options.as_ref().clone().disable_statement_logging();
                let pool = PoolOptions::new()
                    .max_connections(READERS_MAX + 1)
                    .acquire_timeout(PATIENCE)
                    .connect_lazy_with(options);
                (Pool::Postgres(pool.clone()), Pool::Postgres(pool))
            }
        }
    }
}

impl Pool {
    pub(crate) async fn acquire(&self) -> Result<Connection, StoreError> {
        match self {
            Self::Sqlite(pool) => pool.acquire().await.map(Connection::Sqlite),
            Self::Postgres(pool) => pool.acquire().await.map(Connection::Postgres),
        }
        .map_err(of_driver)
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

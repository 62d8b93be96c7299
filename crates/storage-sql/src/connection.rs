//! One connection to either engine, for the few kinds of value that our tables hold.

use std::{fmt::Display, str::FromStr};

use civil::Wall;
use futures_util::TryStreamExt as _;
use jiff::{Timestamp, civil::Date};
use sqlx::{
    Arguments as _, AssertSqlSafe, Postgres, Row as _, Sqlite,
    pool::PoolConnection,
    postgres::{PgArguments, PgRow},
    sqlite::{SqliteArguments, SqliteRow},
};
use storage::StoreError;

use crate::{
    engine::Engine,
    failure::{of_driver, unreadable},
};

/// A value given to a query.
#[derive(Clone, Debug)]
pub(crate) enum Arg {
    Int(Option<i64>),
    Text(Option<String>),
    Bytes(Vec<u8>),
}

impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<Option<i64>> for Arg {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(Some(without_nul(value)))
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::from(value.as_str())
    }
}

impl From<Option<&str>> for Arg {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(without_nul))
    }
}

impl From<Vec<u8>> for Arg {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

/// PostgreSQL holds no NUL in text, and what terminals say of themselves may have some.
pub(crate) fn without_nul(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A list of [`Arg`]s.
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::connection::Arg::from($value)),*] };
}
pub(crate) use args;

/// A connection, borrowed from a pool.
pub(crate) enum Connection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A row that a query gave.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Connection {
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement and tells how many rows it changed.
    pub(crate) async fn execute(
        &mut self,
        text: &'static str,
        args: Vec<Arg>,
    ) -> Result<u64, StoreError> {
        tracing::trace!(text, "statement");
        let text = AssertSqlSafe(self.engine().text(text).into_owned());
        match self {
            Self::Sqlite(connection) => {
                let query = sqlx::query_with::<Sqlite, _>(text, sqlite_arguments(args)?);
                query.execute(&mut **connection).await.map(|done| done.rows_affected())
            }
            Self::Postgres(connection) => {
                let query = sqlx::query_with::<Postgres, _>(text, postgres_arguments(args)?);
                query.execute(&mut **connection).await.map(|done| done.rows_affected())
            }
        }
        .map_err(of_driver)
    }

    /// Runs a query and reads each row as it comes.
    pub(crate) async fn rows<T: Send>(
        &mut self,
        text: &'static str,
        args: Vec<Arg>,
        read: impl Fn(&Row) -> Result<T, StoreError> + Send,
    ) -> Result<Vec<T>, StoreError> {
        tracing::trace!(text, "statement");
        let mut found = Vec::new();
        let text = AssertSqlSafe(self.engine().text(text).into_owned());
        match self {
            Self::Sqlite(connection) => {
                let query = sqlx::query_with::<Sqlite, _>(text, sqlite_arguments(args)?);
                let mut rows = query.fetch(&mut **connection);
                while let Some(row) = rows.try_next().await.map_err(of_driver)? {
                    found.push(read(&Row::Sqlite(row))?);
                }
            }
            Self::Postgres(connection) => {
                let query = sqlx::query_with::<Postgres, _>(text, postgres_arguments(args)?);
                let mut rows = query.fetch(&mut **connection);
                while let Some(row) = rows.try_next().await.map_err(of_driver)? {
                    found.push(read(&Row::Postgres(row))?);
                }
            }
        }
        Ok(found)
    }

    /// Runs several statements without arguments, one after the other.
    pub(crate) async fn script(&mut self, text: &'static str) -> Result<(), StoreError> {
        let script = sqlx::raw_sql(text);
        match self {
            Self::Sqlite(connection) => script.execute(&mut **connection).await.map(drop),
            Self::Postgres(connection) => script.execute(&mut **connection).await.map(drop),
        }
        .map_err(of_driver)
    }

    /// Sets something of SQLite that takes no arguments; `text` is written by this crate.
    pub(crate) async fn pragma(&mut self, text: String) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let pragma = sqlx::raw_sql(AssertSqlSafe(text));
                pragma.execute(&mut **connection).await.map(drop).map_err(of_driver)
            }
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Ends the connection instead of giving it back: it may be in the midst of something.
    pub(crate) async fn discard(self) {
        let closed = match self {
            Self::Sqlite(connection) => connection.close().await,
            Self::Postgres(connection) => connection.close().await,
        };
        if let Err(error) = closed {
            tracing::debug!(%error, "a connection was not closed well");
        }
    }
}

fn sqlite_arguments(args: Vec<Arg>) -> Result<SqliteArguments, StoreError> {
    let mut list = SqliteArguments::default();
    for arg in args {
        match arg {
            Arg::Int(value) => list.add(value),
            Arg::Text(value) => list.add(value),
            Arg::Bytes(value) => list.add(value),
        }
        .map_err(|error| unreadable("query argument", error))?;
    }
    Ok(list)
}

fn postgres_arguments(args: Vec<Arg>) -> Result<PgArguments, StoreError> {
    let mut list = PgArguments::default();
    for arg in args {
        match arg {
            Arg::Int(value) => list.add(value),
            Arg::Text(value) => list.add(value),
            Arg::Bytes(value) => list.add(value),
        }
        .map_err(|error| unreadable("query argument", error))?;
    }
    Ok(list)
}

/// Reads a column of either row.
macro_rules! column {
    ($row:expr, $index:expr) => {
        match $row {
            Row::Sqlite(row) => row.try_get($index),
            Row::Postgres(row) => row.try_get($index),
        }
        .map_err(of_driver)
    };
}

impl Row {
    pub(crate) fn int(&self, index: usize) -> Result<i64, StoreError> {
        column!(self, index)
    }

    pub(crate) fn maybe_int(&self, index: usize) -> Result<Option<i64>, StoreError> {
        column!(self, index)
    }

    pub(crate) fn text(&self, index: usize) -> Result<String, StoreError> {
        column!(self, index)
    }

    pub(crate) fn maybe_text(&self, index: usize) -> Result<Option<String>, StoreError> {
        column!(self, index)
    }

    pub(crate) fn bytes(&self, index: usize) -> Result<Vec<u8>, StoreError> {
        column!(self, index)
    }

    /// A number of another width.
    pub(crate) fn number<T: TryFrom<i64, Error: Display>>(
        &self,
        index: usize,
        what: &'static str,
    ) -> Result<T, StoreError> {
        T::try_from(self.int(index)?).map_err(|error| unreadable(what, error))
    }

    /// A number of another width, if there is one.
    pub(crate) fn maybe_number<T: TryFrom<i64, Error: Display>>(
        &self,
        index: usize,
        what: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let number = self.maybe_int(index)?;
        number.map(T::try_from).transpose().map_err(|error| unreadable(what, error))
    }

    /// A text that stands for a value.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(
        &self,
        index: usize,
        what: &'static str,
    ) -> Result<T, StoreError> {
        self.text(index)?.parse().map_err(|error| unreadable(what, error))
    }

    /// A text that stands for a value, if there is one.
    pub(crate) fn maybe_parsed<T: FromStr<Err: Display>>(
        &self,
        index: usize,
        what: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let text = self.maybe_text(index)?;
        text.map(|text| text.parse()).transpose().map_err(|error| unreadable(what, error))
    }

    pub(crate) fn instant(&self, index: usize) -> Result<Timestamp, StoreError> {
        let micros = self.int(index)?;
        Timestamp::from_microsecond(micros).map_err(|error| unreadable("instant", error))
    }

    pub(crate) fn maybe_instant(&self, index: usize) -> Result<Option<Timestamp>, StoreError> {
        let micros = self.maybe_int(index)?;
        let instant = micros.map(Timestamp::from_microsecond).transpose();
        instant.map_err(|error| unreadable("instant", error))
    }

    pub(crate) fn day(&self, index: usize) -> Result<Date, StoreError> {
        self.int(index).map(day_of)
    }
}

/// Seconds of a day.
pub(crate) const DAY_SECONDS: i64 = 86_400;

/// The number a day is stored under.
pub(crate) fn day_number(day: Date) -> i64 {
    Wall::midnight(day).0.div_euclid(DAY_SECONDS)
}

/// The day stored under a number.
pub(crate) fn day_of(number: i64) -> Date {
    Wall(number.saturating_mul(DAY_SECONDS)).date()
}

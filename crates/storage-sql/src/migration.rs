//! Tables, and how older ones become today's. Forward only; a SQLite file is copied before it is
//! changed.

use std::path::{Path, PathBuf};

use storage::StoreError;

use crate::{
    connection::{Connection, args},
    engine::Engine,
    failure::of_driver,
    pools::Place,
};

/// A step from one version of the tables to the next. Never edited after release.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

macro_rules! migration {
    ($name:literal) => {
        Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }
    };
}

/// All steps in order: the version of the data is how many were taken.
pub(crate) const MIGRATIONS: &[Migration] = &[
    migration!("0001_start"),
    migration!("0002_waiting"),
    migration!("0003_matters"),
    migration!("0004_absences"),
    migration!("0005_messages_and_jobs"),
    migration!("0006_roster"),
    migration!("0007_rated"),
];

/// Brings the tables up to date.
pub(crate) async fn migrate(
    connection: &mut Connection,
    place: &Place,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    let engine = connection.engine();
    let known = count(migrations.len());
    let found = version(connection).await?;
    refuse_newer(found, known)?;
    if found == known {
        return Ok(());
    }
    if let (1.., Place::File(path)) = (found, place) {
        back_up(connection, &free_name(path, found)).await?;
    }
    connection.script(engine.begin()).await?;
    let done = take_steps(connection, migrations).await;
    if done.is_err() {
        connection.script("ROLLBACK").await?;
    }
    done
}

async fn take_steps(
    connection: &mut Connection,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    let engine = connection.engine();
    if let Some(lock) = engine.lock_for_migration() {
        connection.execute(lock, vec![]).await?;
    }
    // Another program may have migrated while this one waited.
    let found = version(connection).await?;
    refuse_newer(found, count(migrations.len()))?;
    if found == 0 {
        let table = "CREATE TABLE IF NOT EXISTS schema_step \
                     (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)";
        connection.script(table).await?;
    }
    let taken = usize::try_from(found).expect("versions count from 0");
    for (step, migration) in (1..).zip(migrations).skip(taken) {
        tracing::info!(step, name = migration.name, "migrating the tables");
        connection
            .script(match engine {
                Engine::Sqlite => migration.sqlite,
                Engine::Postgres => migration.postgres,
            })
            .await?;
        let text = "INSERT INTO schema_step (version, name) VALUES ($1, $2)";
        connection.execute(text, args![step, migration.name]).await?;
    }
    connection.script("COMMIT").await
}

fn count(of: usize) -> i64 {
    i64::try_from(of).expect("there are few migrations")
}

fn refuse_newer(found: i64, known: i64) -> Result<(), StoreError> {
    if found > known { Err(StoreError::NewerData { found, known }) } else { Ok(()) }
}

/// How many steps the data has taken; 0 for an empty database.
async fn version(connection: &mut Connection) -> Result<i64, StoreError> {
    let exists = connection.engine().table_exists();
    if connection.rows(exists, args!["schema_step"], |row| row.int(0)).await?.is_empty() {
        return Ok(0);
    }
    let text = "SELECT coalesce(max(version), 0) FROM schema_step";
    Ok(connection.rows(text, vec![], |row| row.int(0)).await?.pop().unwrap_or(0))
}

/// Writes a whole copy of a SQLite database to a file that does not exist yet.
pub(crate) async fn back_up(connection: &mut Connection, to: &Path) -> Result<(), StoreError> {
    let path = to.to_str().ok_or_else(|| StoreError::Unavailable {
        reason: format!("the name of the backup is not text: {}", to.display()),
    })?;
    connection.execute("VACUUM INTO $1", args![path]).await?;
    // The copy must survive a power cut before what it was made for begins.
    let path = to.to_owned();
    let kept = tokio::task::spawn_blocking(move || std::fs::File::open(path)?.sync_all()).await;
    kept.map_err(|error| StoreError::Unavailable { reason: error.to_string() })?
        .map_err(|error| of_driver(sqlx::Error::Io(error)))
}

/// `abdi.db.v1.backup`, or with a number where that is taken.
fn free_name(path: &Path, version: i64) -> PathBuf {
    let name = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let first = name(&format!(".v{version}.backup"));
    let numbered = (2..).map(|number: u32| name(&format!(".v{version}.backup{number}")));
    std::iter::once(first)
        .chain(numbered)
        .find(|candidate| !candidate.exists())
        .expect("some number is free")
}

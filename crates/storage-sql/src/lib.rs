//! SQLite and PostgreSQL behind the traits of storage: one set of query texts, two folders of
//! migrations.
//!
//! Reads go through a pool. Everything that writes is handed to one task, which does all that
//! waits in one transaction and answers after its commit: on a disk that takes four milliseconds
//! to be sure, that is the difference between 250 and many thousands of deliveries a second.

mod access;
mod closings;
mod connection;
mod desk;
mod details;
mod directory;
mod engine;
mod failure;
mod jobs;
mod json;
mod matters;
mod messages;
mod migration;
mod numbers;
mod office;
mod people;
mod pools;
mod presence;
mod results;
mod rosters;
mod terminals;
mod writing;
mod years;

#[cfg(test)]
mod tests;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use civil::Regency;
use storage::StoreError;
use tokio::{sync::Mutex, task::JoinHandle};

use crate::{
    connection::{Connection, args},
    desk::Desk,
    migration::{MIGRATIONS, Migration},
    pools::{Place, Pool},
    writing::Doing,
};

/// A store in a SQLite file or a PostgreSQL database, for one regency.
///
/// Keeps instants to the microsecond. Text cannot hold NUL: it becomes U+FFFD.
pub struct SqlStore {
    regency: i64,
    /// `None` once closed.
    desk: Mutex<Option<Desk>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    writing: Pool,
    reading: Pool,
    /// Pages that a SQLite file may have; 0 for no limit.
    pages_max: Arc<AtomicU32>,
}

impl SqlStore {
    /// Opens the store of a regency at `sqlite://PATH`, a plain path, or `postgres://…`; creates
    /// the file and the tables where they are missing. An older SQLite file is first copied to
    /// `PATH.v1.backup` (with its version), then migrated.
    ///
    /// # Errors
    ///
    /// [`StoreError::NewerData`] if a newer program wrote the data, [`StoreError::Inconsistent`]
    /// if the file is no database, [`StoreError::Unavailable`] if it cannot be reached.
    pub async fn open(url: &str, regency: &Regency) -> Result<Self, StoreError> {
        Self::open_with(url, regency, MIGRATIONS).await
    }

    async fn open_with(
        url: &str,
        regency: &Regency,
        migrations: &[Migration],
    ) -> Result<Self, StoreError> {
        let place = Place::read(url)?;
        let (writing, reading) = place.pools();
        let mut connection = writing.acquire().await?;
        migration::migrate(&mut connection, &place, migrations).await?;
        let regency = regency_id(&mut connection, regency).await?;
        drop(connection);
        let pages_max = Arc::new(AtomicU32::new(0));
        let (desk, writer) = Desk::open(writing.clone(), regency, Arc::clone(&pages_max));
        let (desk, writer) = (Mutex::new(Some(desk)), Mutex::new(Some(writer)));
        Ok(Self { regency, desk, writer, writing, reading, pages_max })
    }

    /// Waits until everything handed in is on disk, then closes all connections. What is asked
    /// afterwards is [`StoreError::Unavailable`].
    pub async fn close(&self) {
        drop(self.desk.lock().await.take());
        if let Some(writer) = self.writer.lock().await.take()
            && let Err(error) = writer.await
        {
            tracing::error!(%error, "the writer did not end well");
        }
        self.writing.close().await;
        self.reading.close().await;
    }

    /// Writes a whole copy of the SQLite database to `path`, while it is in use.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] if `path` exists already or cannot be written, and on
    /// PostgreSQL, which has its own tools for that; [`StoreError::DiskFull`].
    pub async fn backup(&self, path: &Path) -> Result<(), StoreError> {
        match &self.reading {
            Pool::Sqlite(_) => {}
            Pool::Postgres(_) => {
                let reason = "a PostgreSQL database is backed up with pg_dump".to_owned();
                return Err(StoreError::Unavailable { reason });
            }
        }
        if path.exists() {
            let reason = format!("{} exists already; choose another name", path.display());
            return Err(StoreError::Unavailable { reason });
        }
        let mut connection = self.reading.acquire().await?;
        // Readers may not write; a copy is no write to the data.
        connection.script("PRAGMA query_only = OFF").await?;
        let done = migration::back_up(&mut connection, path).await;
        connection.script("PRAGMA query_only = ON").await?;
        done
    }

    /// Lets the SQLite file grow to so many pages of 4 KiB and no further: what needs more fails
    /// with [`StoreError::DiskFull`], as on a full disk. A number below the present size means the
    /// present size. PostgreSQL knows no such limit, and nothing happens there.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the store cannot be used.
    pub async fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        let Pool::Sqlite(_) = self.writing else { return Ok(()) };
        self.pages_max.store(pages, Ordering::SeqCst);
        let text = format!("PRAGMA max_page_count = {pages}");
        self.write(move |writing| Box::pin(async move { writing.connection.pragma(text).await }))
            .await
    }

    async fn write<T: Send + 'static>(
        &self,
        deed: impl for<'t> FnOnce(&'t mut writing::Writing) -> Doing<'t, T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.desk().await?.write(deed).await
    }

    async fn desk(&self) -> Result<Desk, StoreError> {
        let closed = || StoreError::Unavailable { reason: "the store is closed".to_owned() };
        self.desk.lock().await.clone().ok_or_else(closed)
    }

    async fn read(&self) -> Result<Connection, StoreError> {
        self.reading.acquire().await
    }
}

/// The number of a regency in this database, given when it is first seen.
async fn regency_id(connection: &mut Connection, regency: &Regency) -> Result<i64, StoreError> {
    let insert = "INSERT INTO regency (id, name) \
                  SELECT coalesce(max(id), 0) + 1, CAST($1 AS TEXT) FROM regency WHERE true \
                  ON CONFLICT DO NOTHING";
    let find = "SELECT id FROM regency WHERE name = $1";
    for _ in 0..4 {
        let found = connection.rows(find, args![regency.as_str()], |row| row.int(0)).await?.pop();
        if let Some(id) = found {
            return Ok(id);
        }
        connection.execute(insert, args![regency.as_str()]).await?;
    }
    let reason = "its row vanished as soon as it was written".to_owned();
    Err(StoreError::Inconsistent { what: "regency", reason })
}

//! Readers of messages.

use async_trait::async_trait;
use jiff::Timestamp;
use storage::{
    AuditEntry, StoreError, kept,
    messages::{Channel, MessageStore, ReaderState},
};

use crate::{
    SqlStore,
    connection::{Row, args},
    json::Rows,
};

fn reader(row: &Row) -> Result<ReaderState, StoreError> {
    Ok(ReaderState {
        account: row.int(0)?,
        settings: row.text(1)?,
        looked: row.maybe_instant(2)?,
        told_by_email: row.maybe_instant(3)?,
        told_by_webhook: row.maybe_instant(4)?,
    })
}

#[async_trait]
impl MessageStore for SqlStore {
    async fn readers(&self) -> Result<Vec<ReaderState>, StoreError> {
        let text = "SELECT account, settings, looked, told_by_email, told_by_webhook FROM reader \
                    WHERE regency_id = $1 ORDER BY account";
        self.read().await?.rows(text, args![self.regency], reader).await
    }

    async fn reader(&self, account: i64) -> Result<Option<ReaderState>, StoreError> {
        let text = "SELECT account, settings, looked, told_by_email, told_by_webhook FROM reader \
                    WHERE regency_id = $1 AND account = $2";
        Ok(self.read().await?.rows(text, args![self.regency, account], reader).await?.pop())
    }

    async fn choose(
        &self,
        account: i64,
        settings: &str,
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let settings = settings.to_owned();
        self.write(move |writing| {
            Box::pin(async move {
                let text = "INSERT INTO reader (regency_id, account, settings) \
                            VALUES ($1, $2, $3) ON CONFLICT (regency_id, account) \
                            DO UPDATE SET settings = excluded.settings";
                let args = args![writing.regency, account, settings];
                writing.connection.execute(text, args).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn note_looked(&self, account: i64, until: Timestamp) -> Result<(), StoreError> {
        self.write(move |writing| {
            Box::pin(async move {
                let text = "INSERT INTO reader (regency_id, account, settings, looked) \
                            VALUES ($1, $2, '', $3) ON CONFLICT (regency_id, account) \
                            DO UPDATE SET looked = excluded.looked \
                            WHERE reader.looked IS NULL OR reader.looked < excluded.looked";
                let args = args![writing.regency, account, kept(until).as_microsecond()];
                writing.connection.execute(text, args).await.map(drop)
            })
        })
        .await
    }

    async fn note_told(
        &self,
        channel: Channel,
        accounts: &[i64],
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let text = match channel {
            Channel::Email => {
                "INSERT INTO reader (regency_id, account, settings, told_by_email) \
                 SELECT $1, CAST(j.value->>0 AS BIGINT), '', CAST(j.value->>1 AS BIGINT) \
                 FROM {rows} WHERE true ON CONFLICT (regency_id, account) \
                 DO UPDATE SET told_by_email = excluded.told_by_email \
                 WHERE reader.told_by_email IS NULL \
                 OR reader.told_by_email < excluded.told_by_email"
            }
            Channel::Webhook => {
                "INSERT INTO reader (regency_id, account, settings, told_by_webhook) \
                 SELECT $1, CAST(j.value->>0 AS BIGINT), '', CAST(j.value->>1 AS BIGINT) \
                 FROM {rows} WHERE true ON CONFLICT (regency_id, account) \
                 DO UPDATE SET told_by_webhook = excluded.told_by_webhook \
                 WHERE reader.told_by_webhook IS NULL \
                 OR reader.told_by_webhook < excluded.told_by_webhook"
            }
        };
        let mut rows = Rows::new();
        for account in accounts {
            rows.row().int(*account).int(kept(until).as_microsecond());
        }
        self.write(move |writing| {
            Box::pin(async move { writing.with_rows(text, rows).await.map(drop) })
        })
        .await
    }
}

//! Accounts and sessions.

use std::collections::HashMap;

use async_trait::async_trait;
use civil::PersonId;
use jiff::Timestamp;
use storage::{
    AuditEntry, StoreError,
    access::{AccessStore, Account, Session},
};

use crate::{
    SqlStore,
    connection::{Row, args},
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

/// Reads the account that begins at a column: id, username, hash, role, Skpd, person, active.
fn account(row: &Row, first: usize) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.int(first)?,
        username: row.text(first + 1)?,
        password_hash: row.text(first + 2)?,
        role: row.parsed(first + 3, "role")?,
        skpd: row.maybe_parsed(first + 4, "skpd")?,
        person: row.maybe_int(first + 5)?.map(PersonId),
        active: row.int(first + 6)? != 0,
    })
}

async fn put(writing: &mut Writing, accounts: &[Account]) -> Result<(), StoreError> {
    let text = "SELECT a.username, a.id FROM account a WHERE a.regency_id = $1 \
                AND a.username IN (SELECT j.value->>0 FROM {rows})";
    let names = Rows::of_texts(accounts.iter().map(|account| account.username.as_str()));
    let args = vec![writing.regency.into(), names.into_arg()];
    let known = writing.connection.rows(text, args, |row| Ok((row.text(0)?, row.int(1)?))).await?;
    let mut ids: HashMap<String, i64> = known.into_iter().collect();
    let text = "DELETE FROM session WHERE regency_id = $1 \
                AND account IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})";
    writing.with_rows(text, Rows::of_numbers(ids.values().copied())).await?;
    // Of several with one name the last holds.
    let mut last = HashMap::new();
    for account in accounts {
        let id = if let Some(id) = ids.get(&account.username) {
            *id
        } else {
            let id = writing.numbers.next(Kind::Account);
            ids.insert(account.username.clone(), id);
            id
        };
        last.insert(id, account);
    }
    let mut rows = Rows::new();
    for (id, account) in last {
        let Account { id: _, username, password_hash, role, skpd, person, active } = account;
        rows.row().int(id).text(username).text(password_hash).text(role.code());
        rows.maybe_text(skpd.as_ref().map(civil::Skpd::as_str));
        rows.maybe_int(person.map(|person| person.0)).int(i64::from(*active));
    }
    let text = "INSERT INTO account \
                (regency_id, id, username, password_hash, role, skpd, person, active) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, j.value->>2, j.value->>3, \
                j.value->>4, CAST(j.value->>5 AS BIGINT), CAST(j.value->>6 AS BIGINT) \
                FROM {rows} WHERE true ON CONFLICT (regency_id, id) DO UPDATE SET \
                password_hash = excluded.password_hash, role = excluded.role, \
                skpd = excluded.skpd, person = excluded.person, active = excluded.active";
    writing.with_rows(text, rows).await.map(drop)
}

#[async_trait]
impl AccessStore for SqlStore {
    async fn put_accounts(
        &self,
        accounts: &[Account],
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let accounts = accounts.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                put(writing, &accounts).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn account_by_username(&self, username: &str) -> Result<Option<Account>, StoreError> {
        let text = "SELECT id, username, password_hash, role, skpd, person, active FROM account \
                    WHERE regency_id = $1 AND username = $2";
        let mut connection = self.read().await?;
        let args = args![self.regency, username];
        Ok(connection.rows(text, args, |row| account(row, 0)).await?.pop())
    }

    async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let text = "SELECT id, username, password_hash, role, skpd, person, active FROM account \
                    WHERE regency_id = $1 ORDER BY username";
        self.read().await?.rows(text, args![self.regency], |row| account(row, 0)).await
    }

    async fn begin_session(&self, session: Session, audit: AuditEntry) -> Result<(), StoreError> {
        self.write(move |writing| {
            Box::pin(async move {
                let regency = writing.regency;
                let Session { token_digest, account, created, expires } = session;
                let (created, expires) = (created.as_microsecond(), expires.as_microsecond());
                let text = "DELETE FROM session \
                            WHERE regency_id = $1 AND account = $2 AND expires <= $3";
                writing.connection.execute(text, args![regency, account, created]).await?;
                let text = "INSERT INTO session \
                            (regency_id, token_digest, account, created, expires) \
                            VALUES ($1, $2, $3, $4, $5)";
                let args = args![regency, token_digest, account, created, expires];
                writing.connection.execute(text, args).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn session(
        &self,
        token_digest: &str,
        now: Timestamp,
    ) -> Result<Option<(Session, Account)>, StoreError> {
        let text = "SELECT s.created, s.expires, a.id, a.username, a.password_hash, \
                    a.role, a.skpd, a.person, a.active \
                    FROM session s JOIN account a \
                    ON a.regency_id = s.regency_id AND a.id = s.account \
                    WHERE s.regency_id = $1 AND s.token_digest = $2 AND s.expires > $3 \
                    AND a.active = 1";
        let args = args![self.regency, token_digest, now.as_microsecond()];
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args, |row| {
            let account = account(row, 2)?;
            let session = Session {
                token_digest: token_digest.to_owned(),
                account: account.id,
                created: row.instant(0)?,
                expires: row.instant(1)?,
            };
            Ok((session, account))
        });
        Ok(rows.await?.pop())
    }

    async fn end_session(&self, token_digest: &str, audit: AuditEntry) -> Result<(), StoreError> {
        let token_digest = token_digest.to_owned();
        self.write(move |writing| {
            Box::pin(async move {
                let text = "DELETE FROM session WHERE regency_id = $1 AND token_digest = $2";
                writing.connection.execute(text, args![writing.regency, token_digest]).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }
}

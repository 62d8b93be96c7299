//! Audit, organisations and sign-offs.

use std::collections::HashSet;

use async_trait::async_trait;
use storage::{
    AuditEntry, StoreError,
    audit::{AuditQuery, AuditStore, StoredAuditEntry},
    kept,
    law::{LawStore, SignOff},
    organisation::{OrganisationStore, SkpdEntry},
};

use crate::{SqlStore, connection::args, json::Rows, numbers::Kind};

#[async_trait]
impl AuditStore for SqlStore {
    async fn append_audit(&self, entry: AuditEntry) -> Result<(), StoreError> {
        self.write(move |writing| Box::pin(async move { writing.audit([&entry]).await })).await
    }

    async fn append_operations(&self, entries: &[AuditEntry]) -> Result<u32, StoreError> {
        let entries = entries.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                // The verb stands in the text, so that the index of its entries is used.
                let text = "SELECT a.subject, a.detail FROM {rows} CROSS JOIN audit a \
                            WHERE a.regency_id = $1 AND a.verb = 'terminal.operation' \
                            AND a.subject = j.value->>0 AND a.detail = j.value->>1";
                let mut rows = Rows::new();
                for AuditEntry { subject, detail, .. } in &entries {
                    rows.row().text(subject).text(detail);
                }
                let args = vec![writing.regency.into(), rows.into_arg()];
                let known =
                    writing.connection.rows(text, args, |row| Ok((row.text(0)?, row.text(1)?)));
                let mut known: HashSet<(String, String)> = known.await?.into_iter().collect();
                let mut new = entries;
                new.retain(|entry| known.insert((entry.subject.clone(), entry.detail.clone())));
                writing.audit(&new).await?;
                Ok(u32::try_from(new.len()).unwrap_or(u32::MAX))
            })
        })
        .await
    }

    async fn audit_log(&self, query: &AuditQuery) -> Result<Vec<StoredAuditEntry>, StoreError> {
        // Read from the newest backwards until there are enough, so the order needs no sorting.
        let text = "SELECT number, at, actor, verb, subject, detail FROM audit \
                    WHERE regency_id = $1 AND number < $2 \
                    AND (lower(subject) LIKE lower($3) ESCAPE '!' \
                    OR lower(detail) LIKE lower($3) ESCAPE '!') \
                    ORDER BY number DESC LIMIT $4";
        let before = query.before.unwrap_or(i64::MAX);
        let args = args![self.regency, before, containing(&query.subject), i64::from(query.limit)];
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args, |row| {
            Ok(StoredAuditEntry {
                number: row.int(0)?,
                at: row.instant(1)?,
                actor: row.text(2)?,
                verb: row.text(3)?,
                subject: row.text(4)?,
                detail: row.text(5)?,
            })
        });
        rows.await
    }
}

/// The pattern, with `!` as its escape, of texts that contain `part`.
fn containing(part: &str) -> String {
    let mut pattern = String::from("%");
    for letter in part.chars() {
        if matches!(letter, '!' | '%' | '_') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[async_trait]
impl OrganisationStore for SqlStore {
    async fn put_skpds(&self, entries: &[SkpdEntry], audit: AuditEntry) -> Result<(), StoreError> {
        let entries = entries.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                // One by one would do, but a later name of the same code must win.
                let mut names = std::collections::BTreeMap::new();
                for SkpdEntry { code, name } in &entries {
                    names.insert(code.as_str(), name.as_str());
                }
                let mut rows = Rows::new();
                for (code, name) in names {
                    rows.row().text(code).text(name);
                }
                let text = "INSERT INTO skpd (regency_id, code, name) \
                            SELECT $1, j.value->>0, j.value->>1 FROM {rows} WHERE true \
                            ON CONFLICT (regency_id, code) DO UPDATE SET name = excluded.name";
                writing.with_rows(text, rows).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn skpds(&self) -> Result<Vec<SkpdEntry>, StoreError> {
        let text = "SELECT code, name FROM skpd WHERE regency_id = $1 ORDER BY code";
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args![self.regency], |row| {
            Ok(SkpdEntry { code: row.parsed(0, "skpd")?, name: row.text(1)? })
        });
        rows.await
    }
}

#[async_trait]
impl LawStore for SqlStore {
    async fn add_sign_offs(
        &self,
        sign_offs: &[SignOff],
        audit: AuditEntry,
    ) -> Result<(), StoreError> {
        let sign_offs = sign_offs.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let mut rows = Rows::new();
                for SignOff { value, digest, by, basis, at } in &sign_offs {
                    rows.row().int(writing.numbers.next(Kind::SignOff)).text(value).text(digest);
                    rows.text(by).text(basis).int(kept(*at).as_microsecond());
                }
                let text = "INSERT INTO sign_off \
                            (regency_id, id, value, digest, signed_by, basis, at) \
                            SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, j.value->>2, \
                            j.value->>3, j.value->>4, CAST(j.value->>5 AS BIGINT) FROM {rows}";
                writing.with_rows(text, rows).await?;
                writing.audit([&audit]).await
            })
        })
        .await
    }

    async fn sign_offs(&self) -> Result<Vec<SignOff>, StoreError> {
        let text = "SELECT value, digest, signed_by, basis, at FROM sign_off \
                    WHERE regency_id = $1 ORDER BY at, id";
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args![self.regency], |row| {
            Ok(SignOff {
                value: row.text(0)?,
                digest: row.text(1)?,
                by: row.text(2)?,
                basis: row.text(3)?,
                at: row.instant(4)?,
            })
        });
        rows.await
    }
}

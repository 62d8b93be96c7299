//! Closed months: frozen statements and the law they rest on.

use async_trait::async_trait;
use civil::{PersonId, Rupiah};
use storage::{
    AuditEntry, StoreError,
    closings::{ClosingStore, Frozen, LawText},
    matters::{NewMatter, Opened},
};

use crate::{SqlStore, connection::args, json::Rows, matters, writing::Writing};

/// Bytes of statements that one insertion takes.
const STATEMENT_BYTES_MAX: usize = 4 << 20;

async fn keep_statements(
    writing: &mut Writing,
    closing: i64,
    statements: &[Frozen],
) -> Result<(), StoreError> {
    let mut rows = Rows::new();
    for Frozen { person, statement, gross, net } in statements {
        rows.row().int(person.0).int(gross.0).int(net.0).bytes(statement);
        if rows.size() >= STATEMENT_BYTES_MAX {
            keep_rows(writing, closing, std::mem::take(&mut rows)).await?;
        }
    }
    keep_rows(writing, closing, rows).await
}

async fn keep_rows(writing: &mut Writing, closing: i64, rows: Rows) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let text = "INSERT INTO frozen (regency_id, closing, person, gross, net, statement) \
                SELECT $1, $4, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT), \
                substr($3, CAST(j.value->>3 AS INTEGER), CAST(j.value->>4 AS INTEGER)) \
                FROM {rows}";
    let (rows, bytes) = rows.into_args();
    let args = vec![writing.regency.into(), rows, bytes, closing.into()];
    writing.connection.execute(text, args).await.map(drop)
}

#[async_trait]
impl ClosingStore for SqlStore {
    async fn freeze(
        &self,
        closing: &NewMatter,
        law: &LawText,
        statements: &[Frozen],
        audit: AuditEntry,
    ) -> Result<Opened, StoreError> {
        let (closing, law, statements) = (closing.clone(), law.clone(), statements.to_vec());
        self.write(move |writing| {
            Box::pin(async move {
                let opened = matters::open(writing, &closing, &audit).await?;
                if let Opened::New(id) = opened {
                    let LawText { version, text: files } = law;
                    let text = "INSERT INTO law_text (regency_id, version, text) \
                                VALUES ($1, $2, $3) ON CONFLICT (regency_id, version) DO NOTHING";
                    let args = args![writing.regency, version, files];
                    writing.connection.execute(text, args).await?;
                    keep_statements(writing, id, &statements).await?;
                }
                Ok(opened)
            })
        })
        .await
    }

    async fn frozen(&self, closings: &[i64]) -> Result<Vec<(i64, Frozen)>, StoreError> {
        let text = "SELECT f.closing, f.person, f.statement, f.gross, f.net \
                    FROM {rows} CROSS JOIN frozen f WHERE f.regency_id = $1 \
                    AND f.closing = CAST(j.value->>0 AS BIGINT) ORDER BY f.closing, f.person";
        let closings = Rows::of_numbers(closings.iter().copied());
        let args = vec![self.regency.into(), closings.into_arg()];
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args, |row| {
            let frozen = Frozen {
                person: PersonId(row.int(1)?),
                statement: row.bytes(2)?,
                gross: Rupiah(row.int(3)?),
                net: Rupiah(row.int(4)?),
            };
            Ok((row.int(0)?, frozen))
        });
        rows.await
    }

    async fn law_text(&self, version: &str) -> Result<Option<LawText>, StoreError> {
        let text = "SELECT version, text FROM law_text WHERE regency_id = $1 AND version = $2";
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args![self.regency, version], |row| {
            Ok(LawText { version: row.text(0)?, text: row.bytes(1)? })
        });
        Ok(rows.await?.pop())
    }
}

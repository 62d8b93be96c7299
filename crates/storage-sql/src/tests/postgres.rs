use std::{collections::BTreeSet, str::FromStr as _};

use sqlx::{ConnectOptions as _, Connection as _, PgConnection, postgres::PgConnectOptions};
use storage::story;

use crate::{SqlStore, connection::args, presence::reading};

/// Names the server on which tests may make databases; `./dev test` starts one of its own.
const SERVER: &str = "ABDI_TEST_POSTGRES";

/// Runs a test in a database of its own, if there is a server.
async fn in_a_database(name: &str, test: impl AsyncFnOnce(&str)) {
    let Ok(server) = std::env::var(SERVER) else {
        eprintln!("skipped: {SERVER} names no PostgreSQL server");
        return;
    };
    let options = PgConnectOptions::from_str(&server).unwrap();
    let mut connection = options.connect().await.unwrap();
    let database = format!("abdi_{name}_{}", std::process::id());
    run(&mut connection, format!("CREATE DATABASE {database} TEMPLATE template0")).await;
    test(options.database(&database).to_url_lossy().as_str()).await;
    run(&mut connection, format!("DROP DATABASE {database} WITH (FORCE)")).await;
    connection.close().await.unwrap();
}

async fn run(connection: &mut PgConnection, text: String) {
    sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(connection).await.unwrap();
}

async fn open(url: &str, regency: &str) -> SqlStore {
    SqlStore::open(url, &regency.parse().unwrap()).await.unwrap()
}

#[tokio::test]
async fn postgresql_passes_the_story() {
    in_a_database("story", async |url: &str| {
        story::every_store(async |chapter| open(url, chapter).await).await;
        let (here, there) = (open(url, "here").await, open(url, "there").await);
        story::two_regencies(&here, &there).await;
    })
    .await;
}

/// Both folders of migrations make the same tables with the same columns.
#[tokio::test]
async fn both_engines_have_the_same_tables() {
    in_a_database("tables", async |url: &str| {
        let postgres = open(url, "contoh").await;
        let text = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), \
                    CAST(data_type AS TEXT) FROM information_schema.columns \
                    WHERE table_schema = 'public'";
        let theirs = columns(&postgres, text).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abdi.db");
        let sqlite = open(path.to_str().unwrap(), "contoh").await;
        let text = "SELECT t.name, c.name, c.type FROM sqlite_schema t \
                    JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";
        let ours = columns(&sqlite, text).await;
        assert!(ours.len() > 100, "{}", ours.len());
        assert_eq!(ours, theirs);
    })
    .await;
}

async fn columns(store: &SqlStore, text: &'static str) -> BTreeSet<(String, String, String)> {
    let mut connection = store.read().await.unwrap();
    let rows = connection.rows(text, args![], |row| {
        let kind = row.text(2)?.to_ascii_lowercase().replace("blob", "bytea");
        Ok((row.text(0)?, row.text(1)?, kind))
    });
    rows.await.unwrap().into_iter().collect()
}

/// A table that was just filled has no statistics, and PostgreSQL guesses. Whatever it guesses, a
/// person's punches must not cost a look at everybody's.
#[tokio::test]
async fn a_table_that_was_just_filled_is_read_by_key() {
    in_a_database("by_key", async |url: &str| {
        let store = open(url, "contoh").await;
        let mut connection = store.read().await.unwrap();
        let fill = "ALTER TABLE punch SET (autovacuum_enabled = off); \
                    ALTER TABLE delivery SET (autovacuum_enabled = off); \
                    INSERT INTO punch SELECT 1, 202610, CAST(n / 80 AS TEXT), 1, n, 7, 0, 1, \
                    n / 100, 1 FROM generate_series(1, 200000) AS n; \
                    INSERT INTO delivery SELECT 1, n, 1, 'push', 0, '' \
                    FROM generate_series(0, 2000) AS n";
        connection.script(fill).await.unwrap();
        let ranges = "[[202610, \"17\", 1]]";
        for (text, found) in [
            (reading::READINGS_NARROW, 1),
            (reading::READINGS_WIDE, 1),
            (reading::PUNCHES_NARROW, 80),
            (reading::PUNCHES_WIDE, 80),
        ] {
            let mut args = args![1, ranges, 0, 1_000_000];
            if found > 1 {
                args.push(0.into());
            }
            let rows = connection.rows(text, args.clone(), |row| row.text(0)).await.unwrap();
            assert_eq!(rows, vec!["17"; found]);
            let explain: &'static str = format!("EXPLAIN {text}").leak();
            let plan = connection.rows(explain, args, |row| row.text(0)).await.unwrap().join("\n");
            let wanted = plan.contains("using punch_pkey on punch") && !plan.contains("Hash Join");
            assert!(wanted, "{plan}");
        }
    })
    .await;
}

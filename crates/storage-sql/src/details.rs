//! Details of people and holders of posts.

use std::collections::BTreeMap;

use async_trait::async_trait;
use civil::PersonId;
use jiff::civil::Date;
use storage::{
    AuditEntry, StoreError,
    details::{Detail, DetailStore, Post},
    matters::Desk,
    presence::People,
};

use crate::{
    SqlStore,
    connection::{Row, args, day_number},
    directory::Whom,
    json::Rows,
    numbers::Kind,
    writing::Writing,
};

fn detail(row: &Row) -> Result<Detail, StoreError> {
    Ok(Detail {
        person: PersonId(row.int(0)?),
        key: row.text(1)?,
        valid_from: row.day(2)?,
        value: row.text(3)?,
    })
}

fn post(row: &Row) -> Result<Post, StoreError> {
    Ok(Post {
        desk: Desk::named(&row.text(0)?),
        valid_from: row.day(1)?,
        holder: row.maybe_int(2)?.map(PersonId),
        capacity: row.text(3)?,
    })
}

/// Where a detail stands: of several at one place the last recorded holds.
fn place_of(detail: &Detail) -> (PersonId, String, Date) {
    (detail.person, detail.key.clone(), detail.valid_from)
}

/// Where a post stands.
fn place_of_post(post: &Post) -> (String, Date) {
    (post.desk.as_str().to_owned(), post.valid_from)
}

/// Those that do not just hold at their place already, in order, in the face of those known.
fn unknown<K: Ord, T: PartialEq + Clone>(
    known: Vec<T>,
    new: &[T],
    place: impl Fn(&T) -> K,
) -> Vec<&T> {
    let mut held: BTreeMap<K, T> = known.into_iter().map(|one| (place(&one), one)).collect();
    new.iter()
        .filter(|one| held.insert(place(one), (*one).clone()).as_ref() != Some(*one))
        .collect()
}

async fn add(writing: &mut Writing, details: &[Detail], recorded: i64) -> Result<u32, StoreError> {
    let text = "SELECT DISTINCT d.person, d.detail, d.valid_from, d.value, d.id \
                FROM {rows} CROSS JOIN detail d WHERE d.regency_id = $1 \
                AND d.person = CAST(j.value->>0 AS BIGINT) AND d.detail = j.value->>1 \
                ORDER BY d.id";
    let mut keys = Rows::new();
    for detail in details {
        keys.row().int(detail.person.0).text(&detail.key);
    }
    let args = vec![writing.regency.into(), keys.into_arg()];
    let known = writing.connection.rows(text, args, detail).await?;
    let mut rows = Rows::new();
    for Detail { person, key, valid_from, value } in unknown(known, details, place_of) {
        let id = writing.numbers.next(Kind::Registered);
        rows.row().int(person.0).text(key).int(day_number(*valid_from)).int(id);
        rows.text(value).int(recorded);
    }
    let text = "INSERT INTO detail \
                (regency_id, person, detail, valid_from, id, value, recorded) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), j.value->>1, \
                CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT), j.value->>4, \
                CAST(j.value->>5 AS BIGINT) FROM {rows}";
    counted(writing.with_rows(text, rows).await?)
}

async fn fill(writing: &mut Writing, posts: &[Post], recorded: i64) -> Result<u32, StoreError> {
    let known = writing.connection.rows(SELECT_POSTS, args![writing.regency], post).await?;
    let mut rows = Rows::new();
    for Post { desk, valid_from, holder, capacity } in unknown(known, posts, place_of_post) {
        let id = writing.numbers.next(Kind::Registered);
        rows.row().text(desk.as_str()).int(day_number(*valid_from)).int(id);
        rows.maybe_int(holder.map(|holder| holder.0)).text(capacity).int(recorded);
    }
    let text = "INSERT INTO post \
                (regency_id, desk, valid_from, id, holder, capacity, recorded) \
                SELECT $1, j.value->>0, CAST(j.value->>1 AS BIGINT), \
                CAST(j.value->>2 AS BIGINT), CAST(j.value->>3 AS BIGINT), j.value->>4, \
                CAST(j.value->>5 AS BIGINT) FROM {rows}";
    counted(writing.with_rows(text, rows).await?)
}

/// All posts, in the order of recording.
const SELECT_POSTS: &str = "SELECT desk, valid_from, holder, capacity FROM post \
                            WHERE regency_id = $1 ORDER BY id";

fn counted(rows: u64) -> Result<u32, StoreError> {
    u32::try_from(rows).map_err(|error| crate::failure::unreadable("count", error))
}

#[async_trait]
impl DetailStore for SqlStore {
    async fn add_details(&self, details: &[Detail], audit: AuditEntry) -> Result<u32, StoreError> {
        let details = details.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let new = add(writing, &details, audit.at.as_microsecond()).await?;
                if new > 0 {
                    writing.audit([&audit]).await?;
                }
                Ok(new)
            })
        })
        .await
    }

    async fn details(&self, people: &People) -> Result<Vec<Detail>, StoreError> {
        let mut connection = self.read().await?;
        let always = (Date::constant(1900, 1, 1), Date::constant(9999, 12, 31));
        let whom = Whom::find(&mut connection, self.regency, people, always.0, always.1).await?;
        let found = if let Some(people) = whom.looked_up() {
            let text = "SELECT d.person, d.detail, d.valid_from, d.value \
                        FROM {rows} CROSS JOIN detail d WHERE d.regency_id = $1 \
                        AND d.person = CAST(j.value->>0 AS BIGINT) ORDER BY d.id";
            let people = Rows::of_numbers(people.iter().map(|person| person.0));
            let args = vec![self.regency.into(), people.into_arg()];
            connection.rows(text, args, detail).await?
        } else {
            let text = "SELECT person, detail, valid_from, value FROM detail \
                        WHERE regency_id = $1 ORDER BY id";
            connection.rows(text, args![self.regency], detail).await?
        };
        let found = found.into_iter().filter(|detail| whom.includes(detail.person));
        let last: BTreeMap<_, _> = found.map(|detail| (place_of(&detail), detail)).collect();
        Ok(last.into_values().collect())
    }

    async fn fill_posts(&self, posts: &[Post], audit: AuditEntry) -> Result<u32, StoreError> {
        let posts = posts.to_vec();
        self.write(move |writing| {
            Box::pin(async move {
                let new = fill(writing, &posts, audit.at.as_microsecond()).await?;
                if new > 0 {
                    writing.audit([&audit]).await?;
                }
                Ok(new)
            })
        })
        .await
    }

    async fn posts(&self) -> Result<Vec<Post>, StoreError> {
        let found = self.read().await?.rows(SELECT_POSTS, args![self.regency], post).await?;
        let last: BTreeMap<_, _> =
            found.into_iter().map(|post| (place_of_post(&post), post)).collect();
        Ok(last.into_values().collect())
    }
}

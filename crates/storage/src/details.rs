//! What else is known about people from a day on, and who holds which post.

use async_trait::async_trait;
use civil::PersonId;
use jiff::civil::Date;

use crate::{AuditEntry, StoreError, matters::Desk, presence::People};

/// Something about a person that holds from a day on, until the next of its key: the golongan,
/// the tax status, a bank account, the day service began, an agreed deduction.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Detail {
    /// Whose.
    pub person: PersonId,
    /// What it is, as a code of `office`: `golongan`, `ptkp`, `agreed:zakat` …
    pub key: String,
    /// The day from which it holds.
    pub valid_from: Date,
    /// What holds; empty where nothing does any more.
    pub value: String,
}

/// Who sits at a desk from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Post {
    /// The desk.
    pub desk: Desk,
    /// The day from which it holds.
    pub valid_from: Date,
    /// Who; `None` while it is vacant.
    pub holder: Option<PersonId>,
    /// As what, as a code: `definitif`, `plt`, `plh`.
    pub capacity: String,
}

/// Details and posts.
#[async_trait]
pub trait DetailStore: Send + Sync {
    /// Appends details and tells how many were new; one that just this holds for from that very
    /// day is known. A detail changes what is paid, and never a day: nothing becomes stale.
    async fn add_details(&self, details: &[Detail], audit: AuditEntry) -> Result<u32, StoreError>;

    /// Details of people, by person, key and first day; of several from one day the last recorded
    /// only.
    async fn details(&self, people: &People) -> Result<Vec<Detail>, StoreError>;

    /// Says who holds posts, and tells how many of them were new.
    async fn fill_posts(&self, posts: &[Post], audit: AuditEntry) -> Result<u32, StoreError>;

    /// All posts, by desk and first day; of several from one day the last recorded only.
    async fn posts(&self) -> Result<Vec<Post>, StoreError>;
}

//! Accounts and sessions.

use async_trait::async_trait;
use civil::{PersonId, Role, Skpd};
use jiff::Timestamp;

use crate::{AuditEntry, StoreError};

/// Someone who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// What is typed to sign in: a Nip or a name.
    pub username: String,
    /// PHC string of the argon2 hash.
    pub password_hash: String,
    /// What it may do.
    pub role: Role,
    /// Within which organisation; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// The person behind it, if one.
    pub person: Option<PersonId>,
    /// Whether it may sign in.
    pub active: bool,
}

impl std::fmt::Debug for Account {
    /// Leaves the hash out, so that it never reaches a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { id, username, role, .. } = self;
        f.debug_struct("Account")
            .field("id", id)
            .field("username", username)
            .field("role", role)
            .finish_non_exhaustive()
    }
}

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie, in hexadecimal; the token itself is never kept.
    pub token_digest: String,
    /// Whose.
    pub account: i64,
    /// When it began.
    pub created: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
}

/// Accounts and sessions.
#[async_trait]
pub trait AccessStore: Send + Sync {
    /// Creates or replaces accounts by username; `id` is ignored and assigned. The sessions of a
    /// replaced account end, so that nobody stays in by an old password or an old place.
    async fn put_accounts(&self, accounts: &[Account], audit: AuditEntry)
    -> Result<(), StoreError>;

    /// The account with this username.
    async fn account_by_username(&self, username: &str) -> Result<Option<Account>, StoreError>;

    /// All accounts, by username.
    async fn accounts(&self) -> Result<Vec<Account>, StoreError>;

    /// Begins a session; ended ones of the account are removed.
    async fn begin_session(&self, session: Session, audit: AuditEntry) -> Result<(), StoreError>;

    /// The session with this digest that has not ended by `now`, and its active account.
    async fn session(
        &self,
        token_digest: &str,
        now: Timestamp,
    ) -> Result<Option<(Session, Account)>, StoreError>;

    /// Ends a session.
    async fn end_session(&self, token_digest: &str, audit: AuditEntry) -> Result<(), StoreError>;
}

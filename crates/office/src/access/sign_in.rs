//! Signing in and out.

use civil::Wall;
use jiff::{SignedDuration, Timestamp};
use storage::{
    AuditEntry, StoreError,
    access::{Account, Session},
};

use super::{put_account::username_of, session::digest};
use crate::{Actor, Office};

/// How long a session lasts: a day of work.
const SESSION: SignedDuration = SignedDuration::from_hours(8);

/// A session that has begun.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Secret for the cookie, 64 hexadecimal digits. It is kept nowhere else.
    pub token: String,
    /// When the session ends.
    pub expires: Timestamp,
    /// Who came in.
    pub account: Account,
}

impl std::fmt::Debug for SignedIn {
    /// Leaves the secret out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { expires, account, .. } = self;
        f.debug_struct("SignedIn")
            .field("expires", expires)
            .field("account", account)
            .finish_non_exhaustive()
    }
}

/// Why somebody did not come in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// No active account has this name and this password. Which of them is wrong is not said.
    #[error("the name or the password is wrong; check both")]
    Refused,
    /// Too many attempts with this name.
    #[error("too many attempts; try again after {wall}")]
    TryLater {
        /// From when on an attempt is taken.
        after: Timestamp,
        /// The same on the wall of the regency.
        wall: Wall,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Office {
    /// Begins a session. A name that nobody has takes as long as a wrong password.
    ///
    /// # Errors
    ///
    /// [`SignInError::Refused`] for a wrong name or password, [`SignInError::TryLater`] after five
    /// wrong passwords within 15 minutes.
    pub async fn sign_in(&self, username: &str, password: &str) -> Result<SignedIn, SignInError> {
        let name = username_of(username);
        let attempt = match &name {
            Some(name) => {
                let begun = self.gate.throttle.begin(name, self.now()).await;
                Some(begun.map_err(|after| SignInError::TryLater {
                    after,
                    wall: Wall::at(after, self.zone),
                })?)
            }
            None => None,
        };
        let account = match &name {
            Some(name) => self.store.account_by_username(name).await?,
            None => None,
        };
        let kept = account.as_ref().filter(|account| account.active);
        let kept = kept.map(|account| account.password_hash.clone());
        let right = self.gate.check(password, kept).await;
        let Some(account) = account.as_ref().filter(|_| right) else {
            if let Some(attempt) = attempt {
                attempt.fail(self.now());
            }
            self.store.append_audit(self.refusal(account.as_ref())).await?;
            return Err(SignInError::Refused);
        };
        if let Some(attempt) = attempt {
            attempt.succeed();
        }
        Ok(self.begin_session(account).await?)
    }

    async fn begin_session(&self, account: &Account) -> Result<SignedIn, StoreError> {
        let (token, created) = (self.fresh_token(), self.now());
        let expires = created.saturating_add(SESSION).unwrap_or(Timestamp::MAX);
        let session =
            Session { token_digest: digest(&token), account: account.id, created, expires };
        let actor = Actor::account(account);
        let audit = self.audit(&actor, "access.sign_in", account.username.clone(), "");
        self.store.begin_session(session, audit).await?;
        Ok(SignedIn { token, expires, account: account.clone() })
    }

    /// The entry about a refusal. A name that nobody has is left out: people type their password
    /// into the wrong field.
    fn refusal(&self, account: Option<&Account>) -> AuditEntry {
        let (subject, detail) = match account {
            Some(account) if account.active => (account.username.as_str(), "wrong password"),
            Some(account) => (account.username.as_str(), "suspended"),
            None => ("unknown", "no such account"),
        };
        AuditEntry {
            at: self.now(),
            actor: "visitor".to_owned(),
            verb: "access.refuse_sign_in",
            subject: subject.to_owned(),
            detail: detail.to_owned(),
        }
    }

    /// Ends the session of a token; one that has ended already stays so.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the store failed; the session is then still open.
    pub async fn sign_out(&self, token: &str) -> Result<(), StoreError> {
        let Some(visitor) = self.session(token).await? else { return Ok(()) };
        let name = visitor.account.username.clone();
        let audit = self.audit(&visitor.actor, "access.sign_out", name, "");
        self.store.end_session(&digest(token), audit).await
    }
}

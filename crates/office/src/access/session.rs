//! Who a browser is.

use sha2::{Digest as _, Sha256};
use storage::{StoreError, access::Account};

use crate::{Actor, Office, law::hex};

/// Bytes of a token and of the secret for forms.
pub(super) const TOKEN_BYTES: usize = 32;

/// Somebody whose session has begun and not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Who acts.
    pub actor: Actor,
    /// The account.
    pub account: Account,
    /// Secret that every form must repeat.
    pub csrf: String,
}

impl std::fmt::Debug for Visitor {
    /// Leaves the secret out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visitor").field("actor", &self.actor).finish_non_exhaustive()
    }
}

impl Office {
    /// Who holds the token, if its session has not ended and the account is in use.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the store failed.
    pub async fn session(&self, token: &str) -> Result<Option<Visitor>, StoreError> {
        let well_formed = token.len() == 2 * TOKEN_BYTES
            && token.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if !well_formed {
            return Ok(None);
        }
        let found = self.store.session(&digest(token), self.now()).await?;
        Ok(found.map(|(session, account)| Visitor {
            actor: Actor::account(&account),
            account,
            csrf: session.csrf,
        }))
    }
}

/// What is kept instead of a token.
pub(super) fn digest(token: &str) -> String {
    let digest = Sha256::digest(token.as_bytes());
    hex(&digest, digest.len())
}

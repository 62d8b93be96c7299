//! Who a browser is.

use civil::Nip;
use sha2::{Digest as _, Sha256};
use storage::{StoreError, access::Account, presence::People};

use crate::{Actor, Office, hex, presence::state_on};

/// Bytes of a token.
const TOKEN_BYTES: usize = 32;

/// Somebody whose session has begun and not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// Who acts.
    pub actor: Actor,
    /// The account.
    pub account: Account,
    /// What to call them: the name of the person behind the account, else the account's own.
    pub name: String,
    /// The number of the person behind the account, if one.
    pub nip: Option<Nip>,
}

impl Office {
    /// A token that nobody has had before and that opens nothing: for somebody who has not signed
    /// in, whose forms are to be told from those of another site.
    #[must_use]
    pub fn fresh_token(&self) -> String {
        let mut secret = [0; TOKEN_BYTES];
        self.random.fill(&mut secret);
        hex::of_first(&secret, TOKEN_BYTES)
    }

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
        let Some((_, account)) = found else { return Ok(None) };
        let facts = match account.person {
            Some(person) => self.store.facts(&People::These(vec![person])).await?,
            None => Vec::new(),
        };
        // Who comes later is called by the first fact.
        let state =
            state_on(&facts, self.today()).or_else(|| facts.first().map(|fact| &fact.state));
        let (name, nip) = match state {
            Some(state) => (state.name.clone(), Some(state.nip)),
            None => (account.username.clone(), None),
        };
        Ok(Some(Visitor { actor: Actor::account(&account), account, name, nip }))
    }
}

/// What is kept instead of a token.
pub(super) fn digest(token: &str) -> String {
    hex::of_digest(Sha256::new_with_prefix(token))
}

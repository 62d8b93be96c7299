//! The list of messages, and how many of them are new.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use storage::access::Account;

use super::{Message, find::Reading};
use crate::{Actor, Office, OfficeError};

/// How far back the list goes.
const LISTED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Most messages of a list.
const LISTED_MAX: usize = 100;

/// For how long a count of new messages is good enough for a navigation.
const COUNT_GOOD_FOR: SignedDuration = SignedDuration::from_secs(60);

/// Counts that are remembered for as long as the program runs, by account.
#[derive(Default)]
pub(crate) struct Unread(Mutex<HashMap<String, (Timestamp, u32)>>);

impl Unread {
    fn get(&self, name: &str) -> Option<(Timestamp, u32)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied()
    }

    fn set(&self, name: &str, now: Timestamp, count: u32) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.insert(name.to_owned(), (now, count));
    }
}

/// A message as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMessage {
    /// The message.
    pub message: Message,
    /// Whether it became so after the reader last looked.
    pub new: bool,
}

/// What there is to tell a reader, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageList {
    /// The messages.
    pub rows: Vec<ListedMessage>,
    /// How many are new, also those that the list has no room for.
    pub unread: u32,
    /// The instant up to which this is all.
    pub until: Timestamp,
}

impl Office {
    /// What there was to tell the actor in the last thirty days and still holds, at most a
    /// hundred messages.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for whoever has no account; [`OfficeError::Store`].
    pub async fn messages(&self, actor: &Actor) -> Result<MessageList, OfficeError> {
        let account = self.account_of(actor).await?;
        let looked = self.store.reader(account.id).await?.and_then(|kept| kept.looked);
        let until = self.now();
        let reading = Reading { account, after: until - LISTED_FOR, until };
        let mut found = self.find_messages(std::slice::from_ref(&reading)).await?;
        let mut messages = found.pop().unwrap_or_default();
        messages.reverse();
        let is_new = |message: &Message| looked.is_none_or(|looked| message.at > looked);
        let unread = messages.iter().filter(|message| is_new(message)).count();
        let unread = u32::try_from(unread).unwrap_or(u32::MAX);
        self.unread.set(actor.name(), until, unread);
        messages.truncate(LISTED_MAX);
        let listed = |message: Message| ListedMessage { new: is_new(&message), message };
        Ok(MessageList { rows: messages.into_iter().map(listed).collect(), unread, until })
    }

    /// Notes that the actor has looked at everything up to an instant, which is not after now.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for whoever has no account; [`OfficeError::Store`].
    pub async fn look_at_messages(
        &self,
        actor: &Actor,
        until: Timestamp,
    ) -> Result<(), OfficeError> {
        let account = self.account_of(actor).await?;
        self.store.note_looked(account.id, until.min(self.now())).await?;
        self.messages(actor).await.map(drop)
    }

    /// How many messages were new to the actor when last counted, for a navigation: no query is
    /// made. `None` if nobody has counted yet.
    #[must_use]
    pub fn unread_messages(&self, actor: &Actor) -> Option<u32> {
        self.unread.get(actor.name()).map(|(_, count)| count)
    }

    /// Whether [`Office::unread_messages`] is older than a minute.
    #[must_use]
    pub fn unread_is_old(&self, actor: &Actor) -> bool {
        let counted = self.unread.get(actor.name());
        counted.is_none_or(|(at, _)| self.now().duration_since(at) > COUNT_GOOD_FOR)
    }

    /// The account of whoever signed in.
    pub(super) async fn account_of(&self, actor: &Actor) -> Result<Account, OfficeError> {
        let missing = || OfficeError::not_found("account", actor.name());
        if actor.role().is_none() {
            return Err(missing());
        }
        self.store.account_by_username(actor.name()).await?.ok_or_else(missing)
    }
}

//! Readers of messages: what each chose, how far each has looked, and how far digests went.
//!
//! No message is kept. What there is to tell somebody follows from matters, days and terminals, so
//! it is read from those; a copy would only be one more thing that can be wrong.

use std::{fmt, str::FromStr};

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{AuditEntry, StoreError};

/// A way on which a digest leaves the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// A letter to the address of the person.
    Email,
    /// A call of another program of the office.
    Webhook,
}

impl Channel {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Email, Self::Webhook];

    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Webhook => "webhook",
        }
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Channel {
    type Err = UnknownChannel;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|channel| channel.code() == text);
        known.ok_or_else(|| UnknownChannel { text: text.to_owned() })
    }
}

/// The text names no channel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no way to send a digest")]
pub struct UnknownChannel {
    /// What was given.
    pub text: String,
}

/// What is kept of somebody who is told things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderState {
    /// The account.
    pub account: i64,
    /// What the reader chose, as `office` writes it; empty where nothing was chosen.
    pub settings: String,
    /// Up to when the reader has looked at the list of messages.
    pub looked: Option<Timestamp>,
    /// Up to when letters told everything.
    pub told_by_email: Option<Timestamp>,
    /// Up to when calls told everything.
    pub told_by_webhook: Option<Timestamp>,
}

impl ReaderState {
    /// Of whom nothing is kept yet.
    #[must_use]
    pub fn new(account: i64) -> Self {
        Self { account, ..Self::default() }
    }

    /// Up to when the channel told everything.
    #[must_use]
    pub fn told(&self, channel: Channel) -> Option<Timestamp> {
        match channel {
            Channel::Email => self.told_by_email,
            Channel::Webhook => self.told_by_webhook,
        }
    }
}

/// Readers of messages.
#[async_trait]
pub trait MessageStore: Send + Sync {
    /// Everybody of whom something is kept, by account.
    async fn readers(&self) -> Result<Vec<ReaderState>, StoreError>;

    /// What is kept of an account.
    async fn reader(&self, account: i64) -> Result<Option<ReaderState>, StoreError>;

    /// Keeps what a reader chose, in place of what was chosen before.
    async fn choose(
        &self,
        account: i64,
        settings: &str,
        audit: AuditEntry,
    ) -> Result<(), StoreError>;

    /// Notes up to when an account has looked. It never goes back. No audit entry: reading is no
    /// deed.
    async fn note_looked(&self, account: i64, until: Timestamp) -> Result<(), StoreError>;

    /// Notes up to when a channel told accounts everything. It never goes back. No audit entry:
    /// nothing of the office changes by it.
    async fn note_told(
        &self,
        channel: Channel,
        accounts: &[i64],
        until: Timestamp,
    ) -> Result<(), StoreError>;
}

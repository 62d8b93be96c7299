//! What a reader chose about messages.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use storage::{StoreError, messages::ReaderState};
use words::Lang;

use super::{Channel, Topic};
use crate::{Actor, Office, OfficeError};

/// Hour of the digest where none was chosen: before the offices open.
const HOUR_OF_DIGEST: u8 = 7;

/// When the digest is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DigestHour {
    /// Never; the list of messages stays.
    Off,
    /// On working days at this full hour, 0 to 23, on the regency's wall.
    At(u8),
}

impl DigestHour {
    /// The full hour, if there is such an hour.
    #[must_use]
    pub fn at(hour: u8) -> Option<Self> {
        (hour < 24).then_some(Self::At(hour))
    }
}

/// What a reader chose about messages. The list shows all of them whatever is chosen here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageSettings {
    /// When the digest is sent.
    pub digest: DigestHour,
    /// Code of the language it is in.
    language: String,
    /// What goes where.
    by_topic: BTreeMap<Topic, BTreeSet<String>>,
}

impl Default for MessageSettings {
    /// Everything by e-mail at seven, in Indonesian.
    fn default() -> Self {
        let mail = || BTreeSet::from([Channel::Email.code().to_owned()]);
        Self {
            digest: DigestHour::At(HOUR_OF_DIGEST),
            language: Lang::default().code().to_owned(),
            by_topic: Topic::ALL.into_iter().map(|topic| (topic, mail())).collect(),
        }
    }
}

impl MessageSettings {
    /// Nothing goes anywhere yet.
    #[must_use]
    pub fn new(digest: DigestHour, language: Lang) -> Self {
        let language = language.code().to_owned();
        Self { digest, language, by_topic: BTreeMap::new() }
    }

    /// The same, and a topic goes by a channel too.
    #[must_use]
    pub fn with(mut self, topic: Topic, channel: Channel) -> Self {
        self.by_topic.entry(topic).or_default().insert(channel.code().to_owned());
        self
    }

    /// The language of the digest.
    #[must_use]
    pub fn language(&self) -> Lang {
        let known = Lang::ALL.into_iter().find(|lang| lang.code() == self.language);
        known.unwrap_or_default()
    }

    /// Whether a topic goes by a channel.
    #[must_use]
    pub fn goes(&self, topic: Topic, channel: Channel) -> bool {
        self.by_topic.get(&topic).is_some_and(|channels| channels.contains(channel.code()))
    }

    /// Whether anything goes by a channel.
    #[must_use]
    pub fn uses(&self, channel: Channel) -> bool {
        Topic::ALL.into_iter().any(|topic| self.goes(topic, channel))
    }

    /// What is kept of a reader.
    pub(super) fn of(kept: Option<&ReaderState>) -> Result<Self, StoreError> {
        match kept.map(|kept| (kept.account, kept.settings.as_str())) {
            None | Some((_, "")) => Ok(Self::default()),
            Some((account, text)) => serde_json::from_str(text).map_err(|error| {
                let reason = format!("of account {account}: {error}");
                StoreError::Inconsistent { what: "settings of messages", reason }
            }),
        }
    }
}

/// What a reader chose, and where letters go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenSettings {
    /// What was chosen.
    pub settings: MessageSettings,
    /// The address that letters go to, if one is recorded of the person.
    pub address: Option<String>,
}

impl Office {
    /// What the actor chose about messages.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for whoever has no account; [`OfficeError::Store`].
    pub async fn message_settings(&self, actor: &Actor) -> Result<ChosenSettings, OfficeError> {
        let account = self.account_of(actor).await?;
        let kept = self.store.reader(account.id).await?;
        let settings = MessageSettings::of(kept.as_ref())?;
        let address = match account.person {
            Some(person) => self.addresses(vec![person]).await?.remove(&person),
            None => None,
        };
        Ok(ChosenSettings { settings, address })
    }

    /// Keeps what the actor chose about messages to himself.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for whoever has no account; [`OfficeError::Store`].
    pub async fn choose_messages(
        &self,
        actor: &Actor,
        settings: &MessageSettings,
    ) -> Result<(), OfficeError> {
        let account = self.account_of(actor).await?;
        let text = serde_json::to_string(settings).expect("its keys are text");
        let audit = self.audit(actor, "message.choose", account.username, text.clone());
        Ok(self.store.choose(account.id, &text, audit).await?)
    }
}

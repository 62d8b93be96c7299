//! Bringing digests out of the house, each once a working day.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;
use civil::{PersonId, Wall};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};
use storage::{access::Account, messages::ReaderState, presence::People};
use words::Lang;

use super::{Channel, DigestHour, Message, MessageSettings, find::Reading};
use crate::{Office, OfficeError, person::details::EMAIL};

/// Readers whose digests are made at once.
const AT_ONCE_MAX: usize = 200;

/// Digests in a row that a carrier does not take before it is left in peace for this round.
const FAILED_IN_A_ROW_MAX: u32 = 3;

/// Times that a digest is offered on a day.
const OFFERED_A_DAY_MAX: u32 = 6;

/// Pause after the first time a digest was not taken; each further one doubles it.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// However long there was no digest, no more is told of. A first digest tells as much, so that it
/// loses nothing when it is not taken on its first day.
const SPAN_MAX: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What is told to one reader at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The same for the same reader, channel and time: whoever gets it twice can tell.
    pub id: String,
    /// The account's name.
    pub username: String,
    /// Address of letters; of every digest that goes by e-mail.
    pub address: Option<String>,
    /// The day it is of.
    pub day: Date,
    /// Its language.
    pub language: Lang,
    /// What there is to tell, by time; never nothing.
    pub messages: Vec<Message>,
}

/// Why a carrier did not take a digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// It may work later.
    #[error("not now: {0}")]
    Later(String),
    /// It is of no use to try this one again today.
    #[error("refused: {0}")]
    Refused(String),
}

/// Takes digests out of the house.
#[async_trait]
pub trait Carrier: Send + Sync {
    /// On which way.
    fn channel(&self) -> Channel;

    /// Takes a digest; what it has taken is told.
    async fn carry(&self, digest: &Digest) -> Result<(), Undelivered>;
}

/// What came of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Digests that were taken.
    pub sent: u32,
    /// Readers to whom there was nothing to tell.
    pub nothing: u32,
    /// Digests that were not taken.
    pub failed: u32,
}

/// A digest that was not taken, remembered for as long as the program runs.
#[derive(Clone, Copy)]
struct Failed {
    day: Date,
    times: u32,
    again: Timestamp,
}

/// Sends digests when their hour has come.
pub struct Courier {
    office: Office,
    carriers: Vec<Arc<dyn Carrier>>,
    failed: Mutex<HashMap<(i64, Channel), Failed>>,
}

/// A reader whose hour has come.
struct Due {
    reading: Reading,
    settings: MessageSettings,
    address: Option<String>,
}

impl Courier {
    /// A courier with the carriers there are.
    #[must_use]
    pub fn new(office: Office, carriers: Vec<Arc<dyn Carrier>>) -> Self {
        Self { office, carriers, failed: Mutex::default() }
    }

    /// Sends what is due now. To be called again and again; what is not due costs a few queries.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn round(&self) -> Result<Round, OfficeError> {
        let mut round = Round::default();
        if self.carriers.is_empty() || !self.office.is_office_day(self.office.today()) {
            return Ok(round);
        }
        for carrier in &self.carriers {
            let due = self.due(carrier.channel()).await?;
            for some in due.chunks(AT_ONCE_MAX) {
                if !self.carry(carrier.as_ref(), some, &mut round).await? {
                    break;
                }
            }
        }
        Ok(round)
    }

    /// Whose digest is due by a channel.
    async fn due(&self, channel: Channel) -> Result<Vec<Due>, OfficeError> {
        let office = &self.office;
        let kept = office.store.readers().await?;
        let kept: HashMap<i64, ReaderState> =
            kept.into_iter().map(|reader| (reader.account, reader)).collect();
        let mut due = Vec::new();
        for account in office.store.accounts().await? {
            let reader = kept.get(&account.id);
            let settings = MessageSettings::of(reader)?;
            let told = reader.and_then(|reader| reader.told(channel));
            if account.active
                && settings.uses(channel)
                && !self.rests(account.id, channel)
                && let Some(until) = self.hour_come(settings.digest, told)
            {
                let after = told.unwrap_or(Timestamp::MIN).max(until - SPAN_MAX);
                let reading = Reading { account, after, until };
                due.push(Due { reading, settings, address: None });
            }
        }
        match channel {
            Channel::Webhook => {}
            Channel::Email => {
                let people = due.iter().filter_map(|due| due.reading.account.person).collect();
                let addresses = office.addresses(people).await?;
                for one in &mut due {
                    let person = one.reading.account.person;
                    one.address = person.and_then(|person| addresses.get(&person).cloned());
                }
                due.retain(|one| one.address.is_some());
            }
        }
        Ok(due)
    }

    /// The instant of today's digest, if it has come and no digest of today was told.
    fn hour_come(&self, digest: DigestHour, told: Option<Timestamp>) -> Option<Timestamp> {
        let DigestHour::At(hour) = digest else { return None };
        let (today, zone) = (self.office.today(), self.office.zone);
        let hour = Time::new(i8::try_from(hour).ok()?, 0, 0, 0).ok()?;
        let until = Wall::of(today.to_datetime(hour)).instant(zone);
        let told_today = told.is_some_and(|told| Wall::at(told, zone).date() >= today);
        (until <= self.office.now() && !told_today).then_some(until)
    }

    /// Offers digests to a carrier; `false` if it had better be left in peace.
    async fn carry(
        &self,
        carrier: &dyn Carrier,
        due: &[Due],
        round: &mut Round,
    ) -> Result<bool, OfficeError> {
        let channel = carrier.channel();
        let readings: Vec<Reading> = due.iter().map(|due| due.reading.clone()).collect();
        let found = self.office.find_messages(&readings).await?;
        let mut nothing: HashMap<Timestamp, Vec<i64>> = HashMap::new();
        let mut in_a_row = 0;
        for (due, mut messages) in due.iter().zip(found) {
            messages.retain(|message| due.settings.goes(message.topic(), channel));
            let (account, until) = (due.reading.account.id, due.reading.until);
            if messages.is_empty() {
                nothing.entry(until).or_default().push(account);
                round.nothing += 1;
                continue;
            }
            if in_a_row >= FAILED_IN_A_ROW_MAX {
                continue;
            }
            match carrier.carry(&digest(due, channel, messages, self.office.zone)).await {
                Ok(()) => {
                    in_a_row = 0;
                    round.sent += 1;
                    self.office.store.note_told(channel, &[account], until).await?;
                }
                Err(error) => {
                    tracing::warn!(%channel, account, %error, "a digest was not taken");
                    round.failed += 1;
                    if let Undelivered::Later(_) = error {
                        in_a_row += 1;
                    }
                    self.remember(account, channel, &error);
                }
            }
        }
        for (until, accounts) in nothing {
            self.office.store.note_told(channel, &accounts, until).await?;
        }
        Ok(in_a_row < FAILED_IN_A_ROW_MAX)
    }

    /// Whether a reader's digest failed a moment ago, or too often today.
    fn rests(&self, account: i64, channel: Channel) -> bool {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.get(&(account, channel)).is_some_and(|failed| {
            failed.day == self.office.today()
                && (failed.times >= OFFERED_A_DAY_MAX || self.office.now() < failed.again)
        })
    }

    fn remember(&self, account: i64, channel: Channel, error: &Undelivered) {
        let (day, now) = (self.office.today(), self.office.now());
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.retain(|_, failed| failed.day == day);
        let entry = failed.entry((account, channel));
        let one = entry.or_insert(Failed { day, times: 0, again: now });
        match error {
            Undelivered::Refused(_) => one.times = OFFERED_A_DAY_MAX,
            Undelivered::Later(_) => {
                one.again = now + FIRST_PAUSE * 2_i32.saturating_pow(one.times.min(16));
                one.times += 1;
            }
        }
    }
}

fn digest(due: &Due, channel: Channel, messages: Vec<Message>, zone: civil::Zone) -> Digest {
    let Account { id, username, .. } = &due.reading.account;
    let until = due.reading.until;
    Digest {
        id: format!("{channel}-{id}-{}", until.as_second()),
        username: username.clone(),
        address: due.address.clone(),
        day: Wall::at(until, zone).date(),
        language: due.settings.language(),
        messages,
    }
}

impl Office {
    /// The addresses of letters of people, of those who have one today.
    pub(super) async fn addresses(
        &self,
        people: Vec<PersonId>,
    ) -> Result<HashMap<PersonId, String>, OfficeError> {
        if people.is_empty() {
            return Ok(HashMap::new());
        }
        let today = self.today();
        let asked: HashSet<PersonId> = people.iter().copied().collect();
        let mut addresses = HashMap::new();
        // By person, key and first day, so the last that has begun holds.
        for detail in self.store.details(&People::These(people)).await? {
            if detail.key == EMAIL && detail.valid_from <= today && asked.contains(&detail.person) {
                addresses.insert(detail.person, detail.value.trim().to_owned());
            }
        }
        addresses.retain(|_, address| !address.is_empty());
        Ok(addresses)
    }
}

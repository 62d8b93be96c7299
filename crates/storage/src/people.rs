//! Facts about people: appended with the day they hold from and the instant they were recorded.
//! A late decree changes the past without losing what was known.

use async_trait::async_trait;
use civil::{Employment, Month, Nip, PersonId, PinGroup, Rate, ScheduleKey, Skpd};
use jiff::{Timestamp, civil::Date};

use crate::{AuditEntry, StoreError, presence::People};

/// Everything that holds about a person from a day on, until the next fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonState {
    /// Number of the person.
    pub nip: Nip,
    /// Name as written on the decree.
    pub name: String,
    /// Organisation.
    pub skpd: Skpd,
    /// Unit inside the organisation; may be empty.
    pub unit: String,
    /// Position; may be empty.
    pub position: String,
    /// Kelas jabatan, 1 to 17; `None` where there is none.
    pub class: Option<u8>,
    /// How employed.
    pub employment: Employment,
    /// Working pattern.
    pub schedule: ScheduleKey,
    /// Whether Tpp is due at all.
    pub tpp_eligible: bool,
    /// Share of the Tpp that an officer set for this person; `None` leaves it to the law.
    pub tpp_factor: Option<Rate>,
    /// Why not eligible or why this factor, as a code: `tpg`, `blud`, `tugas-belajar`, `mpp` …
    pub tpp_reason: Option<String>,
    /// Whether in service. `false` from the day of a retirement, death or transfer away.
    pub in_service: bool,
}

/// A fact to append. People are recognised by their Nip: a known one gets the fact, a new one
/// becomes a new person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPersonFact {
    /// The person, where the Nip itself changes; else `None`.
    pub person: Option<PersonId>,
    /// The day from which it holds.
    pub valid_from: Date,
    /// What holds.
    pub state: PersonState,
    /// PIN in the group, if the file gave one.
    pub pin: Option<(PinGroup, String)>,
}

/// A fact as kept. The state on a day is the fact with the latest `valid_from` not after it, and
/// of several with the same `valid_from` the one recorded last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFact {
    /// Whose.
    pub person: PersonId,
    /// The day from which it holds.
    pub valid_from: Date,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// What holds.
    pub state: PersonState,
}

/// A PIN that means a person from a day on, within a group of terminals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinMapping {
    /// The group.
    pub group: PinGroup,
    /// The PIN, trimmed.
    pub pin: String,
    /// Who.
    pub person: PersonId,
    /// From which day. The latest mapping not after a punch's day decides.
    pub valid_from: Date,
}

/// How much was appended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appended {
    /// New people.
    pub people: u32,
    /// New facts, those of new people included.
    pub facts: u32,
    /// Facts that were known already, to the letter.
    pub known: u32,
    /// New PIN mappings.
    pub pins: u32,
}

/// Results of work in a month that come from elsewhere (e-Kinerja, LKH).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performance {
    /// Whose.
    pub person: PersonId,
    /// The month.
    pub month: Month,
    /// Productivity reached, in basis points of what was planned, 0 to 10,000.
    pub productivity_bp: Option<u32>,
    /// Predikat kinerja as a code (`baik`, `kurang` …), if given.
    pub predikat: Option<String>,
    /// What made the predikat, where that was given.
    pub rated: Option<Rated>,
}

/// How results of work and behaviour stand to what was expected, as codes of `rules`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// Results of work.
    pub results: String,
    /// Behaviour.
    pub behaviour: String,
}

/// Something that happened to a person on a day and that a rule of the regency may charge: a
/// missed apel, leaving during hours, a sanction that took effect.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// Whose.
    pub person: PersonId,
    /// The day.
    pub date: Date,
    /// Kind, as rules name it: `missed:apel`, `away`, `sanction:teguran-lisan`.
    pub code: String,
    /// How much: minutes for `away`, else 1.
    pub amount: u32,
    /// Document or reason.
    pub reason: String,
}

/// People and what holds about them.
#[async_trait]
pub trait PeopleStore: Send + Sync {
    /// Appends facts in order, with their PINs, and marks stale what they change. Organisations
    /// that are not known yet are registered under their code.
    ///
    /// A fact that says something new makes stale the days from `valid_from` to the day before
    /// the next fact, and the days beside them, but only from the earliest to the latest month that holds a punch or a
    /// result or in which it was recorded: other months were never computed. Marks are cut by
    /// month, so that each is cleared with its month. A PIN makes stale
    /// the days with punches that change their owner, for the new owner and the former one.
    /// A fact or PIN that just this holds for from that very day is known, and changes nothing.
    async fn append_facts(
        &self,
        facts: &[NewPersonFact],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<Appended, StoreError>;

    /// All facts of people, by person, then `valid_from`, then `recorded`.
    async fn facts(&self, people: &People) -> Result<Vec<PersonFact>, StoreError>;

    /// Who carries this Nip by the fact with the latest `valid_from`; of several the first person.
    async fn person_by_nip(&self, nip: &Nip) -> Result<Option<PersonId>, StoreError>;

    /// The facts of who carries this Nip, in order; none if nobody does.
    async fn facts_by_nip(&self, nip: &Nip) -> Result<Vec<PersonFact>, StoreError>;

    /// Adds PIN mappings and tells how many were new. Punches that waited for them are attached,
    /// and the days that change their owner become stale as with [`PeopleStore::append_facts`].
    async fn map_pins(
        &self,
        mappings: &[PinMapping],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<u32, StoreError>;

    /// The mappings of every PIN that these people have or had, by group, PIN and first day, as
    /// they were appended. Those of the same PIN to others are among them: they tell until when it
    /// meant whom.
    async fn pins(&self, people: &People) -> Result<Vec<PinMapping>, StoreError>;

    /// Records results of work; the newest of a person and month holds. The month becomes stale
    /// if that says something new.
    async fn add_performance(
        &self,
        rows: &[Performance],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<(), StoreError>;

    /// Results of work that hold in a month, by person.
    async fn performance(
        &self,
        people: &People,
        month: Month,
    ) -> Result<Vec<Performance>, StoreError>;

    /// Records occurrences and marks their days stale. One that is known to the letter is not
    /// recorded again, so a list may be imported twice.
    async fn add_occurrences(
        &self,
        rows: &[Occurrence],
        recorded: Timestamp,
        audit: AuditEntry,
    ) -> Result<(), StoreError>;

    /// Occurrences between two days, by person and day.
    async fn occurrences(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Occurrence>, StoreError>;
}

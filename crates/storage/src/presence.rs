//! Punches as they came, what could not be used, and what they make stale.

use async_trait::async_trait;
use civil::{Month, PersonId, Skpd, TerminalSerial, Wall, Zone};
use jiff::{Timestamp, civil::Date};

use crate::{AuditEntry, StoreError};

/// How a punch reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PunchSource {
    /// Pushed by the terminal.
    Push,
    /// Read from a file a terminal wrote on a USB stick.
    Usb,
    /// Read from a table with named columns.
    Csv,
    /// Repaired by a person out of quarantine.
    Repair,
}

impl PunchSource {
    /// The word it is stored under.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Push => "push",
            Self::Usb => "usb",
            Self::Csv => "csv",
            Self::Repair => "repair",
        }
    }
}

/// One punch of a delivery, in our words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPunch {
    /// Number the person is enrolled under, trimmed. Leading zeros matter.
    pub pin: String,
    /// Wall clock of the terminal.
    pub at: Wall,
    /// Key pressed, if the terminal said; any number, 255 included.
    pub status: Option<u32>,
    /// How the person was recognised, if the terminal said.
    pub verify: Option<u32>,
    /// Line of the delivery's body, from 1.
    pub line: u32,
}

/// A line of a delivery that cannot be used as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQuarantine {
    /// Line of the delivery's body, from 1.
    pub line: u32,
    /// Why, as a code: `before_2005`, `ahead_of_server`, `impossible_date`, `unreadable_time` …
    pub reason: &'static str,
    /// The PIN, where one could be read.
    pub pin: Option<String>,
    /// The raw line, cut to 1,000 bytes; the whole of it stays in the delivery's body.
    pub raw: Vec<u8>,
    /// SHA-256, in hexadecimal, of all that this row stands for: the whole line, or every line of
    /// a run that is too long to be listed. By it a terminal's row is known when it comes again.
    pub digest: String,
}

/// What arrived at once from one terminal: kept whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The terminal it is from.
    pub terminal: TerminalSerial,
    /// Zone of the terminal's wall.
    pub zone: Zone,
    /// How it came.
    pub source: PunchSource,
    /// When it came, by the server.
    pub received: Timestamp,
    /// The bytes as they came. Kept once, beside the punches that were new in it.
    pub body: Vec<u8>,
    /// Its usable punches, repeats included.
    pub punches: Vec<NewPunch>,
    /// Its unusable lines.
    pub quarantined: Vec<NewQuarantine>,
}

/// What became of a [`Delivery`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Punches that were not known before.
    pub stored: u32,
    /// Punches already known, or repeated within the delivery.
    pub known: u32,
    /// Unusable lines not known before.
    pub quarantined: u32,
    /// Unusable lines already in quarantine.
    pub quarantined_known: u32,
}

/// A punch as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPunch {
    /// The terminal.
    pub terminal: TerminalSerial,
    /// What people call the terminal.
    pub terminal_name: String,
    /// The PIN as trimmed.
    pub pin: String,
    /// Who that is on that day, if known.
    pub person: Option<PersonId>,
    /// Wall clock of the terminal.
    pub at: Wall,
    /// Its zone.
    pub zone: Zone,
    /// Key pressed.
    pub status: Option<u32>,
    /// How recognised.
    pub verify: Option<u32>,
    /// How it came: the code of a [`PunchSource`].
    pub source: String,
    /// When it came.
    pub received: Timestamp,
}

/// Which punches to list. Every field narrows; all `None` is everything.
#[derive(Clone, Debug, Default)]
pub struct PunchFilter {
    /// Of one person.
    pub person: Option<PersonId>,
    /// From one terminal.
    pub terminal: Option<TerminalSerial>,
    /// First and last reading, both included.
    pub between: Option<(Wall, Wall)>,
}

/// The readings of one person over a span, in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonPunches {
    /// Who.
    pub person: PersonId,
    /// Readings of the terminals' walls, in order, each second once.
    pub readings: Vec<Wall>,
}

/// A line in quarantine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Its number.
    pub id: i64,
    /// The terminal.
    pub terminal: TerminalSerial,
    /// When it came.
    pub received: Timestamp,
    /// Why it is here.
    pub reason: String,
    /// PIN, if readable.
    pub pin: Option<String>,
    /// The raw line, cut to 1,000 bytes.
    pub raw: Vec<u8>,
    /// What a person decided, if somebody did: `repaired` or `discarded`.
    pub decision: Option<String>,
}

/// A person's repair of a quarantined line: the punch it should have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The line.
    pub quarantine: i64,
    /// The right PIN and time; `None` discards the line.
    pub punch: Option<(String, Wall, Zone)>,
    /// When decided.
    pub decided: Timestamp,
}

/// A PIN that punched and belongs to nobody yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPin {
    /// The terminal it punched on.
    pub terminal: TerminalSerial,
    /// The PIN.
    pub pin: String,
    /// Days with punches that wait for a person.
    pub days: u32,
    /// The first such day.
    pub first: Date,
    /// The last such day.
    pub last: Date,
}

/// Which PINs without an owner to list. Every field narrows; all `None` is everything.
#[derive(Clone, Debug, Default)]
pub struct UnknownPinFilter {
    /// On terminals that hang in this organisation.
    pub skpd: Option<Skpd>,
    /// This PIN.
    pub pin: Option<String>,
}

/// Something whose days must be evaluated again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleMark {
    /// What clears it. Never used again, so that a newer mark is never cleared by older work.
    pub id: i64,
    /// The person; `None` while the PIN is unknown. Marks of unknown PINs wait and are not listed.
    pub person: Option<PersonId>,
    /// First day to evaluate again.
    pub from: Date,
    /// Last day to evaluate again.
    pub until: Date,
}

impl StaleMark {
    /// Whether it touches `month`, or the day before or after it: a scan after midnight may belong
    /// to the shift of the evening before.
    #[must_use]
    pub fn touches(&self, month: Month) -> bool {
        let (from, until) = (month.first(), month.last());
        self.from <= until.tomorrow().unwrap_or(until)
            && from.yesterday().unwrap_or(from) <= self.until
    }
}

/// The parts of a span of days, month by month.
pub fn by_month(from: Date, until: Date) -> impl Iterator<Item = (Date, Date)> {
    std::iter::successors(Some(Month::of(from)), |month| month.checked_next())
        .take_while(move |month| month.first() <= until)
        .map(move |month| (from.max(month.first()), until.min(month.last())))
}

/// Which people a read is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum People {
    /// All of the regency.
    #[default]
    All,
    /// Everybody who belongs to this Skpd on any day of the span asked about, in service or not;
    /// where no span is asked about, who ever belongs to it. A list of stale marks without a month
    /// asks about the days of each mark.
    Of(Skpd),
    /// These.
    These(Vec<PersonId>),
}

/// An absence or a place of work that somebody decided: leave, duty, work from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NewExcuse {
    /// Whose.
    pub person: PersonId,
    /// Kind, as a code of `rules`: `cuti-tahunan`, `dinas-luar`, `wfa` …
    pub kind: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Minutes of the day it covers, from and to; `None` is the whole day.
    pub minutes: Option<(u16, u16)>,
    /// Letter or reason.
    pub reason: String,
}

/// An excuse as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excuse {
    /// Its number.
    pub id: i64,
    /// What it is.
    pub excuse: NewExcuse,
    /// When it was recorded.
    pub recorded: Timestamp,
}

/// Punches, quarantine and stale marks.
#[async_trait]
pub trait PresenceStore: Send + Sync {
    /// Keeps a delivery, marks the days of its new punches stale, and writes one audit entry, in
    /// one transaction. Stores may put several deliveries into one commit; none returns before
    /// its own is on disk. Identity of a punch: terminal, PIN, second; of an unusable line:
    /// terminal and raw bytes. A delivery that brings nothing new leaves no trace, not even in
    /// the audit log, however often it comes. A terminal nobody knows yet becomes a waiting one
    /// with [`crate::terminals::Terminal::unheard`]: whether its punches may be taken is for the
    /// caller to decide beforehand.
    async fn record_delivery(
        &self,
        delivery: Delivery,
        audit: AuditEntry,
    ) -> Result<Recorded, StoreError>;

    /// Punches in order of time, then terminal and PIN.
    async fn punches(&self, filter: &PunchFilter) -> Result<Vec<StoredPunch>, StoreError>;

    /// How many punches there are, of one terminal or of all.
    async fn punch_count(&self, terminal: Option<&TerminalSerial>) -> Result<u64, StoreError>;

    /// The readings of people between two readings, both included, through the PIN mappings that
    /// hold on each day. One row a person, in order of [`PersonId`]; people without punches are
    /// left out. A month of a whole regency must take well under half a second.
    async fn readings(
        &self,
        people: &People,
        from: Wall,
        until: Wall,
    ) -> Result<Vec<PersonPunches>, StoreError>;

    /// Lines in quarantine that nobody has decided, of terminals that hang in `skpd` or of all,
    /// newest first, at most `limit`: no more than those are read, however many wait.
    async fn quarantine(
        &self,
        skpd: Option<&Skpd>,
        limit: u32,
    ) -> Result<Vec<Quarantined>, StoreError>;

    /// The line with this number, if it is in quarantine and nobody has decided it.
    async fn quarantined(&self, id: i64) -> Result<Option<Quarantined>, StoreError>;

    /// How many lines wait in quarantine.
    async fn quarantine_count(&self) -> Result<u64, StoreError>;

    /// How many lines of each terminal wait in quarantine, by serial; terminals without any are
    /// left out.
    async fn quarantine_by_terminal(&self) -> Result<Vec<(TerminalSerial, u64)>, StoreError>;

    /// Records a person's decision on a quarantined line. A repaired line becomes a punch with
    /// source `repair`, and its day stale. `None` if there is no such undecided line.
    async fn decide_quarantine(
        &self,
        repair: Repair,
        audit: AuditEntry,
    ) -> Result<Option<Recorded>, StoreError>;

    /// PINs that punched and belong to nobody, by terminal and PIN, at most `limit`: however many
    /// PINs without any owner there are, no more than those are read.
    async fn unknown_pins(
        &self,
        filter: &UnknownPinFilter,
        limit: u32,
    ) -> Result<Vec<UnknownPin>, StoreError>;

    /// Marks of people whose PIN is known, oldest first, at most `limit`, of `people` and that
    /// touch `month`, or the day before or after it, if one is given. Read the marks before the facts of an evaluation: what
    /// arrives after that is then marked under an id that clearing these does not touch. The same
    /// day of a person may be marked more than once.
    async fn stale_marks(
        &self,
        people: &People,
        month: Option<Month>,
        limit: u32,
    ) -> Result<Vec<StaleMark>, StoreError>;

    /// How many marks wait for evaluation, unknown PINs not counted.
    async fn stale_count(&self) -> Result<u64, StoreError>;

    /// Adds excuses and marks their days stale. One that is known to the letter is not added
    /// again. They count as recorded when the audit entry says.
    async fn add_excuses(&self, excuses: &[NewExcuse], audit: AuditEntry)
    -> Result<(), StoreError>;

    /// Excuses that touch the span, by person and first day.
    async fn excuses(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<Excuse>, StoreError>;
}

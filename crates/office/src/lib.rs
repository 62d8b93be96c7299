//! Use cases of an office: one folder an area, one file a verb.
//!
//! Every verb takes an [`Actor`] and asks it for the permission the verb needs; what it writes
//! goes to the store together with the audit entry that explains it. The present, chance and the
//! store come from outside. Nothing here makes a sentence: outcomes are values and codes.

pub mod access;
mod actor;
pub mod allowance;
pub mod audit;
mod calendar;
pub mod discipline;
mod error;
mod hex;
pub mod jobs;
pub mod law;
pub mod leave;
pub mod matter;
pub mod message;
pub mod organisation;
pub mod person;
pub mod presence;
pub mod proof;
mod table;
pub mod terminal;

use std::sync::Arc;

use civil::{Clock, Random, Regency, Wall, Zone};
use jiff::{Timestamp, civil::Date};
use storage::{AuditEntry, Store, files::FileStore};

pub use actor::{Actor, Forbidden, Permission, Scope};
pub use error::OfficeError;
pub use law::Lawbook;
pub use table::{BadRow, BadTable, ImportedRows, Reason};

/// An office: its store, its law, and the present.
#[derive(Clone)]
pub struct Office {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) files: Arc<dyn FileStore>,
    pub(crate) lawbook: Arc<Lawbook>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) regency: Regency,
    pub(crate) zone: Zone,
    pub(crate) gate: Arc<access::Gate>,
    pub(crate) inboxes: Arc<matter::Inboxes>,
    /// What can be asked for as a job.
    pub(crate) jobs: Arc<jobs::JobKinds>,
    /// How many messages are new to whom, as last counted.
    pub(crate) unread: Arc<message::Unread>,
    /// Held from reading what a month is computed from until the month is stored.
    pub(crate) evaluating: Arc<tokio::sync::Mutex<()>>,
}

/// What an [`Office`] is made of.
pub struct Parts {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// Where the files are kept that people hand in.
    pub files: Arc<dyn FileStore>,
    /// The law of the regency.
    pub lawbook: Lawbook,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// Which regency.
    pub regency: Regency,
    /// Zone of its walls.
    pub zone: Zone,
}

impl Office {
    /// Opens the office.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { store, files, lawbook, clock, random, regency, zone } = parts;
        let lawbook = Arc::new(lawbook);
        let (gate, inboxes, evaluating) = (Arc::default(), Arc::default(), Arc::default());
        let (jobs, unread) = (Arc::default(), Arc::default());
        Self {
            store,
            files,
            lawbook,
            clock,
            random,
            regency,
            zone,
            gate,
            inboxes,
            jobs,
            unread,
            evaluating,
        }
    }

    /// The regency it serves.
    #[must_use]
    pub fn regency(&self) -> &Regency {
        &self.regency
    }

    /// The law it applies.
    #[must_use]
    pub fn lawbook(&self) -> &Lawbook {
        &self.lawbook
    }

    /// Zone of the regency's walls.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What a clock on the regency's wall shows.
    #[must_use]
    pub fn wall_now(&self) -> Wall {
        Wall::at(self.now(), self.zone)
    }

    /// The regency's date.
    #[must_use]
    pub fn today(&self) -> Date {
        self.wall_now().date()
    }

    /// The audit entry of a deed done now.
    pub(crate) fn audit(
        &self,
        actor: &Actor,
        verb: &'static str,
        subject: impl Into<String>,
        detail: impl Into<String>,
    ) -> AuditEntry {
        AuditEntry {
            at: self.now(),
            actor: actor.name().to_owned(),
            verb,
            subject: subject.into(),
            detail: detail.into(),
        }
    }
}

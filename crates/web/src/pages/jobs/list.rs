//! Files that were asked for, and asking for one.

use askama::Template;
use jiff::civil::DateTime;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, FormError},
    paths,
};

/// The jobs that the reader may see, the newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "jobs/list.html")]
pub struct Jobs {
    /// What is around it.
    pub frame: Frame,
    /// Zone of the times: hours ahead of UTC.
    pub zone: i8,
    /// What can be asked for; nothing where the reader may ask for none.
    pub kinds: Vec<Choice>,
    /// The units, and the whole regency.
    pub units: Vec<Choice>,
    /// The months it can be asked of.
    pub months: Vec<Choice>,
    /// What was wrong with the form.
    pub errors: Vec<FormError>,
    /// The jobs.
    pub rows: Vec<JobRow>,
}

/// A job.
#[derive(Clone, Debug)]
pub struct JobRow {
    /// Its number, which tells it from another of the same kind.
    pub id: i64,
    /// Its page.
    pub href: String,
    /// What is made.
    pub kind: Phrase,
    /// Unit; empty for the whole regency.
    pub unit: String,
    /// Month.
    pub month: jiff::civil::Date,
    /// By whom it was asked for.
    pub by: String,
    /// When, local.
    pub at: DateTime,
    /// How it stands.
    pub state: Phrase,
    /// How far it is, while it is being made.
    pub progress: Option<Phrase>,
    /// Why it failed.
    pub reason: Option<Phrase>,
    /// The file that waits: where, and what to call fetching it.
    pub file: Option<(String, Phrase)>,
    /// Whether something is still to come of it.
    pub open: bool,
    /// Where the reader may stop it.
    pub cancel: Option<String>,
}

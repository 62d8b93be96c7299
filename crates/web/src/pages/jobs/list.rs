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
    /// The month as it was typed.
    pub month: String,
    /// What was wrong with the form.
    pub errors: Vec<FormError>,
    /// The jobs.
    pub rows: Vec<JobRow>,
}

/// A job.
#[derive(Clone, Debug)]
pub struct JobRow {
    /// Its number.
    pub id: i64,
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
    pub progress: Option<(i64, i64)>,
    /// Why it failed.
    pub reason: Option<Phrase>,
    /// The name of the file that waits.
    pub file: Option<String>,
    /// Whether something is still to come of it.
    pub open: bool,
    /// Whether the reader may stop it.
    pub may_cancel: bool,
}

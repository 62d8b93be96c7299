//! One file that is made in the background.

use askama::Template;

use super::JobRow;
use crate::{Frame, paths};

/// A job.
#[derive(Clone, Debug, Template)]
#[template(path = "jobs/one.html")]
pub struct JobPage {
    /// What is around it.
    pub frame: Frame,
    /// Zone of the times: hours ahead of UTC.
    pub zone: i8,
    /// The job.
    pub job: JobRow,
}

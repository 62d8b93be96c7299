//! What I asked for, and what became of it.

use askama::Template;

use super::{Due, RequestRow};
use crate::{Frame, paths};

/// The reader's own requests, those that wait first.
#[derive(Clone, Debug, Template)]
#[template(path = "request/mine.html")]
pub struct MyRequests {
    /// What is around it.
    pub frame: Frame,
    /// The requests.
    pub rows: Vec<RequestRow>,
    /// How many there are in all.
    pub total: usize,
}

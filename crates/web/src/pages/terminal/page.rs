//! One terminal: its last request as it came, and what to press on it.

use askama::Template;
use jiff::civil::DateTime;
use words::Phrase;

use crate::{
    Frame,
    pages::{Choice, Rights},
    paths,
};

/// One terminal.
#[derive(Clone, Debug, Template)]
#[template(path = "terminal/terminal.html")]
pub struct TerminalPage {
    /// What is around it.
    pub frame: Frame,
    /// Whether the forms are there.
    pub rights: Rights,
    /// Its serial number.
    pub serial: String,
    /// Its name.
    pub name: String,
    /// The unit's name, once it has one.
    pub unit: Option<String>,
    /// How it is.
    pub state: TerminalState,
    /// What it says about itself and what we count, as title and value.
    pub facts: Vec<(Phrase, Phrase)>,
    /// What to do at the machine, step by step.
    pub steps: Vec<Phrase>,
    /// Its last request.
    pub last_request: Option<LastRequest>,
    /// The units it can be given to.
    pub units: Vec<Choice>,
}

/// How a terminal is.
#[derive(Clone, Debug)]
pub enum TerminalState {
    /// It asks as it should.
    Healthy,
    /// Silent since its last request, local; nothing if it never asked.
    Silent(Option<DateTime>),
    /// It waits for approval.
    Waiting,
    /// Its punches are refused.
    Refused,
    /// It has never called: its punches come by file.
    ByFile,
}

/// The last request of a terminal, as it came.
#[derive(Clone, Debug)]
pub struct LastRequest {
    /// When, local.
    pub at: DateTime,
    /// Its first line and headers, with what cannot be shown replaced.
    pub text: String,
}

impl TerminalPage {
    pub(crate) fn may_approve(&self) -> bool {
        self.rights == Rights::Change
            && matches!(self.state, TerminalState::Waiting | TerminalState::Refused)
    }
}

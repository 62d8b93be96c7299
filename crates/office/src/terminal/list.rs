//! The fleet: who is silent, and since when.

use jiff::SignedDuration;
use storage::terminals::{Terminal, TerminalState};

use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A terminal that polls every few seconds is silent after this.
pub(crate) const SILENT_AFTER: SignedDuration = SignedDuration::from_mins(15);

/// How a terminal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TerminalHealth {
    /// Approved, and not heard for a while.
    Silent,
    /// Waiting for approval.
    Waiting,
    /// Approved, but it has never called: its punches come by file.
    ByFile,
    /// Heard lately.
    Healthy,
    /// Refused.
    Refused,
}

impl TerminalHealth {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Waiting => "waiting",
            Self::ByFile => "by-file",
            Self::Healthy => "healthy",
            Self::Refused => "refused",
        }
    }
}

/// A terminal and how it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedTerminal {
    /// The terminal.
    pub terminal: Terminal,
    /// How it is now.
    pub health: TerminalHealth,
}

impl Office {
    /// Terminals the actor may see, those with a problem first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn list_terminals(&self, actor: &Actor) -> Result<Vec<ListedTerminal>, OfficeError> {
        let scope = actor.skpd().map_or(Scope::Regency, Scope::Skpd);
        actor.require(Permission::SeeTerminals, scope)?;
        let mut list = self.fleet().await?;
        list.retain(|listed| {
            actor.skpd().is_none() || listed.terminal.skpd.as_ref() == actor.skpd()
        });
        Ok(list)
    }

    /// Every terminal and how it is, those with a problem first. Whoever calls has asked for the
    /// permission.
    pub(crate) async fn fleet(&self) -> Result<Vec<ListedTerminal>, OfficeError> {
        let now = self.now();
        let mut list: Vec<ListedTerminal> = self
            .store
            .terminals()
            .await?
            .into_iter()
            .map(|terminal| {
                let health = match (terminal.state, terminal.last_seen) {
                    (TerminalState::Waiting, _) => TerminalHealth::Waiting,
                    (TerminalState::Refused, _) => TerminalHealth::Refused,
                    (TerminalState::Approved, None) => TerminalHealth::ByFile,
                    (TerminalState::Approved, Some(seen))
                        if now.duration_since(seen) > SILENT_AFTER =>
                    {
                        TerminalHealth::Silent
                    }
                    (TerminalState::Approved, Some(_)) => TerminalHealth::Healthy,
                };
                ListedTerminal { terminal, health }
            })
            .collect();
        list.sort_by(|a, b| {
            (a.health, a.terminal.last_seen, &a.terminal.serial).cmp(&(
                b.health,
                b.terminal.last_seen,
                &b.terminal.serial,
            ))
        });
        Ok(list)
    }
}

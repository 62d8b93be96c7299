//! Approving and refusing terminals.

use storage::terminals::{Approval, Terminal, TerminalState};

use crate::{Actor, Office, OfficeError, Permission, Scope};

impl Office {
    /// Approves or refuses a terminal; effective at once, also in a running server.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if the organisation is unknown.
    pub async fn decide_terminal(
        &self,
        actor: &Actor,
        approval: Approval,
    ) -> Result<Terminal, OfficeError> {
        actor.require(Permission::DecideTerminals, Scope::Regency)?;
        if let Some(skpd) = &approval.skpd
            && !self.store.skpds().await?.iter().any(|entry| entry.code == *skpd)
        {
            return Err(OfficeError::not_found("skpd", skpd.to_string()));
        }
        let verb = match approval.state {
            TerminalState::Approved => "terminal.approve",
            TerminalState::Refused => "terminal.refuse",
            TerminalState::Waiting => "terminal.suspend",
        };
        let skpd = approval.skpd.as_ref().map(|skpd| format!("skpd={skpd}"));
        let name = approval.name.as_ref().map(|name| format!("name={name}"));
        let detail = skpd.into_iter().chain(name).collect::<Vec<_>>().join(" ");
        let audit = self.audit(actor, verb, approval.serial.to_string(), detail);
        Ok(self.store.decide_terminal(approval, audit).await?)
    }
}

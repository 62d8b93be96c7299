use async_trait::async_trait;
use civil::TerminalSerial;

use super::{MemoryStore, counted};
use crate::{
    AuditEntry, StoreError,
    terminals::{Approval, Sighting, Terminal, TerminalState, TerminalStore},
};

#[async_trait]
impl TerminalStore for MemoryStore {
    async fn terminal(&self, serial: &TerminalSerial) -> Result<Option<Terminal>, StoreError> {
        Ok(self.state().terminals.get(serial).cloned())
    }

    async fn terminals(&self) -> Result<Vec<Terminal>, StoreError> {
        Ok(self.state().terminals.values().cloned().collect())
    }

    async fn note_sightings(
        &self,
        sightings: &[Sighting],
        waiting_max: u32,
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for sighting in sightings {
            let waiting = state.terminals.values().filter(|t| t.state == TerminalState::Waiting);
            let room = counted(waiting.count()) < waiting_max;
            if !state.terminals.contains_key(&sighting.serial) {
                if !room {
                    continue;
                }
                let new = Terminal::new(sighting.serial.clone());
                state.terminals.insert(sighting.serial.clone(), new);
            }
            if let Some(terminal) = state.terminals.get_mut(&sighting.serial) {
                terminal.hear(sighting);
            }
        }
        Ok(())
    }

    async fn decide_terminal(
        &self,
        approval: Approval,
        audit: AuditEntry,
    ) -> Result<Terminal, StoreError> {
        let mut state = self.state();
        let serial = approval.serial.clone();
        let before = state.owners(&serial);
        let terminal =
            state.terminals.entry(serial.clone()).or_insert_with(|| Terminal::new(serial.clone()));
        terminal.decide(&approval);
        let decided = terminal.clone();
        state.mark_new_owners(&serial, &before);
        state.audit(audit);
        Ok(decided)
    }
}

//! What the gateway asks and notes about terminals.

use civil::TerminalSerial;
use storage::terminals::{Sighting, Terminal};

use crate::{Office, OfficeError};

/// Most unknown terminals that may wait for approval, so that a stranger on the network cannot
/// fill the store.
const WAITING_MAX: u32 = 1_000;

impl Office {
    /// The terminal with this serial, if it was ever heard or approved.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn known_terminal(
        &self,
        serial: &TerminalSerial,
    ) -> Result<Option<Terminal>, OfficeError> {
        Ok(self.store.terminal(serial).await?)
    }

    /// Notes when terminals were heard.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn note_sightings(&self, sightings: &[Sighting]) -> Result<(), OfficeError> {
        Ok(self.store.note_sightings(sightings, WAITING_MAX).await?)
    }
}

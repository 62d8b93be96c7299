//! Hearing terminals: what the store knows of them, and noting when they called.

use civil::TerminalSerial;
use office::{OfficeError, terminal::Sighting};

use crate::{Gateway, roll::Standing};

impl Gateway {
    /// Notes that a terminal called and says how it stands.
    ///
    /// Only of approved terminals it is believed for a moment: of all others the store is asked
    /// each time, so that an approval is effective at once, whoever gave it.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`]: the terminal is noted all the same, in memory.
    pub(crate) async fn hear(
        &self,
        serial: &TerminalSerial,
        request: impl Fn() -> String,
    ) -> Result<Standing, OfficeError> {
        let now = self.office.now();
        if let Some(terminal) = self.roll.approved(serial, self.limits.approval_age_max) {
            self.roll.note(serial, now, request);
            return Ok(Standing::Approved(terminal));
        }
        let found = self.office.known_terminal(serial).await;
        let standing = match found {
            Ok(found) => Ok(found.map_or(Standing::Stranger, |known| self.roll.learn(known))),
            Err(error) => Err(error),
        };
        self.roll.note(serial, now, request);
        match standing {
            Ok(Standing::Stranger) if self.roll.may_note_stranger() => {
                self.note(self.roll.take_stranger(serial).into_iter().collect()).await;
                let found = self.office.known_terminal(serial).await?;
                Ok(found.map_or(Standing::Stranger, |known| self.roll.learn(known)))
            }
            standing => standing,
        }
    }

    /// Notes everything heard so far, in one write.
    pub(crate) async fn note_sightings(&self) {
        self.note(self.roll.take_sightings()).await;
    }

    /// What cannot be noted is tried again with the next round.
    async fn note(&self, sightings: Vec<Sighting>) {
        if sightings.is_empty() {
            return;
        }
        if let Err(error) = self.office.note_sightings(&sightings).await {
            tracing::error!(%error, terminals = sightings.len(), "sightings could not be noted yet");
            self.roll.give_back(sightings);
        }
    }
}

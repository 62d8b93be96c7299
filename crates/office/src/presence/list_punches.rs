//! Punches as a list, and how many there are.

use civil::{Month, Nip, Skpd, TerminalSerial, Wall, Zone};
use serde::Serialize;
use storage::presence::{People, PunchFilter, StoredPunch};

use super::{facts_by_person, state_on};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// Which punches to list. Every field narrows; none of them is everything.
#[derive(Clone, Debug, Default)]
pub struct PunchQuery {
    /// Of the person with this Nip.
    pub nip: Option<Nip>,
    /// From this terminal.
    pub terminal: Option<TerminalSerial>,
    /// With a reading of this month.
    pub month: Option<Month>,
}

/// A punch of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedPunch {
    /// Serial of the terminal.
    pub terminal: String,
    /// PIN as trimmed.
    pub pin: String,
    /// Number of the person, as of the day of the punch, if known.
    pub nip: Option<String>,
    /// What the terminal's wall showed: `2026-10-05T07:31:04`.
    pub at: String,
    /// Zone of that wall: `+07:00`.
    pub zone: String,
    /// Key pressed, if the terminal said.
    pub status: Option<u32>,
    /// How recognised, if the terminal said.
    pub verify: Option<u32>,
    /// `attached` where the PIN is a person's on that day, else `unmapped`.
    pub state: &'static str,
}

impl Office {
    /// Lists punches in order of time. Who is bound to an organisation sees those of its people
    /// and, of PINs that are nobody's, those of its terminals.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if nobody carries the Nip or no terminal has the serial;
    /// [`OfficeError::Forbidden`].
    pub async fn list_punches(
        &self,
        actor: &Actor,
        query: &PunchQuery,
    ) -> Result<Vec<ListedPunch>, OfficeError> {
        let person = match &query.nip {
            Some(nip) => Some(self.person_named(nip).await?),
            None => None,
        };
        let people = match (person, actor.skpd()) {
            (Some(person), _) => People::These(vec![person]),
            (None, Some(skpd)) => People::Of(skpd.clone()),
            (None, None) => People::All,
        };
        let facts = self.store.facts(&people).await?;
        match person {
            Some(person) => {
                let state = state_on(&facts, self.today());
                let state = state.or_else(|| facts.first().map(|fact| &fact.state));
                let skpd = state.map(|state| &state.skpd).ok_or_else(|| {
                    OfficeError::not_found("facts of person", person.0.to_string())
                })?;
                actor.require(Permission::SeePerson, Scope::Person(person, skpd))?;
            }
            None => actor
                .require(Permission::SeeUnit, actor.skpd().map_or(Scope::Regency, Scope::Skpd))?,
        }
        let own_terminals = self.terminals_of(actor, query.terminal.as_ref()).await?;
        let filter = PunchFilter {
            person,
            terminal: query.terminal.clone(),
            between: query.month.map(|month| {
                let end = Wall::midnight(month.last()).plus_seconds(DAY_SECONDS - 1);
                (Wall::midnight(month.first()), end)
            }),
        };
        let facts = facts_by_person(&facts);
        // A person may see the own punches wherever they were made.
        let bound = if person.is_some() { None } else { actor.skpd() };
        let punches = self.store.punches(&filter).await?;
        Ok(punches
            .iter()
            .filter_map(|punch| {
                let day = punch.at.date();
                let state = punch.person.and_then(|id| state_on(facts.get(&id)?, day));
                let visible = bound.is_none_or(|skpd| match punch.person {
                    Some(_) => state.is_some_and(|state| state.skpd == *skpd),
                    None => own_terminals.contains(&punch.terminal),
                });
                visible.then(|| listed(punch, state.map(|state| &state.nip)))
            })
            .collect())
    }

    /// How many punches there are, of one terminal or of all.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if no terminal has the serial; [`OfficeError::Forbidden`] if it
    /// is not the actor's to see, or nothing but the regency is asked about.
    pub async fn count_punches(
        &self,
        actor: &Actor,
        terminal: Option<&TerminalSerial>,
    ) -> Result<u64, OfficeError> {
        let own = self.terminals_of(actor, terminal).await?;
        let scope = match (actor.skpd(), terminal) {
            (Some(skpd), Some(terminal)) if own.contains(terminal) => Scope::Skpd(skpd),
            (_, _) => Scope::Regency,
        };
        actor.require(Permission::SeeTerminals, scope)?;
        Ok(self.store.punch_count(terminal).await?)
    }

    /// Serials of the terminals that hang where the actor is bound to; of the whole regency where
    /// it is not bound. Refuses an `asked` terminal that does not exist.
    pub(crate) async fn terminals_of(
        &self,
        actor: &Actor,
        asked: Option<&TerminalSerial>,
    ) -> Result<Vec<TerminalSerial>, OfficeError> {
        let terminals = self.store.terminals().await?;
        if let Some(asked) = asked
            && !terminals.iter().any(|terminal| terminal.serial == *asked)
        {
            return Err(OfficeError::not_found("terminal", asked.to_string()));
        }
        let own = |skpd: Option<&Skpd>| actor.skpd().is_none() || skpd == actor.skpd();
        Ok(terminals
            .into_iter()
            .filter(|terminal| own(terminal.skpd.as_ref()))
            .map(|terminal| terminal.serial)
            .collect())
    }
}

fn listed(punch: &StoredPunch, nip: Option<&Nip>) -> ListedPunch {
    ListedPunch {
        terminal: punch.terminal.to_string(),
        pin: punch.pin.clone(),
        nip: nip.map(ToString::to_string),
        at: punch.at.datetime().to_string(),
        zone: zone_text(punch.zone),
        status: punch.status,
        verify: punch.verify,
        state: if punch.person.is_some() { "attached" } else { "unmapped" },
    }
}

/// A zone as ISO 8601 writes it: `+07:00`.
fn zone_text(zone: Zone) -> String {
    format!("{:+03}:00", zone.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_written_with_two_digits_and_a_sign() {
        assert_eq!(zone_text(Zone::WIB), "+07:00");
        assert_eq!(zone_text(Zone(0)), "+00:00");
        assert_eq!(zone_text(Zone(-5)), "-05:00");
    }
}

//! What rosters say, in the words of the rules.

use std::collections::HashMap;

use civil::PersonId;
use jiff::{ToSpan as _, civil::Date};
use rules::roster::{Roster, Turn};
use storage::{StoreError, presence::People, rosters::RosterCell};

use crate::{Office, OfficeError};

/// Days read on either side of a span: a shift parts its window with those of the day beside it,
/// whose own window hangs on the day beside that.
const BESIDE_DAYS: i64 = 2;

impl Office {
    /// The rosters of people over a span and the days beside it; whoever has none is left out.
    pub(crate) async fn rosters(
        &self,
        people: &People,
        (first, last): (Date, Date),
    ) -> Result<HashMap<PersonId, Roster>, OfficeError> {
        let from = first.saturating_sub(BESIDE_DAYS.days());
        let until = last.saturating_add(BESIDE_DAYS.days());
        let mut rosters: HashMap<PersonId, Roster> = HashMap::new();
        for cell in self.store.roster(people, from, until).await? {
            rosters.entry(cell.person).or_default().put(cell.date, turn(&cell)?);
        }
        Ok(rosters)
    }

    /// The roster of a person over a span and the days beside it.
    pub(crate) async fn roster_around(
        &self,
        person: PersonId,
        span: (Date, Date),
    ) -> Result<Roster, OfficeError> {
        let mut rosters = self.rosters(&People::These(vec![person]), span).await?;
        Ok(rosters.remove(&person).unwrap_or_default())
    }
}

/// The turn of a kept cell.
pub(crate) fn turn(cell: &RosterCell) -> Result<Option<Turn>, StoreError> {
    let turn = cell.turn.as_deref().map(str::parse);
    turn.transpose().map_err(|error: rules::roster::InvalidTurn| StoreError::Inconsistent {
        what: "turn",
        reason: error.to_string(),
    })
}

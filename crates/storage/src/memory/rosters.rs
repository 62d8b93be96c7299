use std::collections::BTreeMap;

use async_trait::async_trait;
use civil::PersonId;
use jiff::civil::Date;

use super::{MemoryStore, State, counted};
use crate::{
    AuditEntry, StoreError,
    presence::People,
    rosters::{RosterCell, RosterChange, RosterStore},
};

/// A turn as it was recorded.
pub(super) struct GivenTurn {
    cell: RosterCell,
    /// The matter that gave it, if one did.
    matter: Option<i64>,
    withdrawn: bool,
}

impl State {
    fn turn(&self, person: PersonId, date: Date) -> Option<&str> {
        let of = self.rosters.iter().rev().filter(|given| !given.withdrawn);
        let mut of = of.filter(|given| (given.cell.person, given.cell.date) == (person, date));
        of.next()?.cell.turn.as_deref()
    }

    /// Whether the roster says what a change has seen.
    pub(super) fn roster_is(&self, change: &RosterChange) -> bool {
        self.turn(change.cell.person, change.cell.date) == change.seen.as_deref()
    }

    pub(super) fn give_turn(&mut self, cell: &RosterCell, matter: Option<i64>) {
        self.rosters.push(GivenTurn { cell: cell.clone(), matter, withdrawn: false });
        self.mark_person(cell.person, cell.date, cell.date);
    }

    /// Withdraws the turns a matter gave, and tells which days they were of.
    pub(super) fn withdraw_turns(&mut self, matter: i64) -> Vec<(PersonId, Date, Date)> {
        let of = self.rosters.iter_mut().filter(|given| given.matter == Some(matter));
        let mut spans = Vec::new();
        for given in of.filter(|given| !given.withdrawn) {
            given.withdrawn = true;
            spans.push((given.cell.person, given.cell.date, given.cell.date));
        }
        spans
    }
}

#[async_trait]
impl RosterStore for MemoryStore {
    async fn put_roster(&self, cells: &[RosterCell], audit: AuditEntry) -> Result<u32, StoreError> {
        let mut state = self.state();
        let mut new = 0;
        for cell in last_of_each(cells) {
            if state.turn(cell.person, cell.date) != cell.turn.as_deref() {
                state.give_turn(cell, None);
                new += 1;
            }
        }
        if new > 0 {
            state.audit(audit);
        }
        Ok(counted(new))
    }

    async fn roster(
        &self,
        people: &People,
        from: Date,
        until: Date,
    ) -> Result<Vec<RosterCell>, StoreError> {
        let state = self.state();
        let asked = state.rosters.iter().filter(|given| {
            let cell = &given.cell;
            !given.withdrawn
                && (from..=until).contains(&cell.date)
                && state.includes(people, cell.person, from, until)
        });
        let last: BTreeMap<_, _> =
            asked.map(|given| ((given.cell.person, given.cell.date), &given.cell)).collect();
        Ok(last.into_values().filter(|cell| cell.turn.is_some()).cloned().collect())
    }
}

/// Of several cells of a person and day the last.
fn last_of_each(cells: &[RosterCell]) -> impl Iterator<Item = &RosterCell> {
    let last: BTreeMap<_, _> = cells.iter().map(|cell| ((cell.person, cell.date), cell)).collect();
    last.into_values()
}

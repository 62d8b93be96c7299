use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use civil::{Month, PersonId, Rupiah, Skpd};
use jiff::Timestamp;

use super::{MemoryStore, State};
use crate::{
    StoreError, kept,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople, ResultStore, SkpdTotals},
};

impl State {
    /// Whether the person is in service on any day of the month.
    fn serves(&self, person: PersonId, month: Month) -> bool {
        self.states.get(&person).is_some_and(|line| {
            line.any_between(month.first(), month.last(), |state| state.in_service)
        })
    }
}

#[async_trait]
impl ResultStore for MemoryStore {
    async fn save_months(
        &self,
        results: &[MonthResult],
        cleared_marks: &[i64],
    ) -> Result<(), StoreError> {
        let mut state = self.state();
        for result in results {
            let evaluated = kept(result.evaluated);
            state
                .months
                .insert((result.month, result.person), MonthResult { evaluated, ..result.clone() });
        }
        let cleared: BTreeSet<_> = cleared_marks.iter().copied().collect();
        state.pin_marks.retain(|_, id| !cleared.contains(id));
        state.person_marks.retain(|(id, ..)| !cleared.contains(id));
        Ok(())
    }

    async fn remove_months(&self, month: Month, people: &[PersonId]) -> Result<(), StoreError> {
        let mut state = self.state();
        for person in people {
            state.months.remove(&(month, *person));
        }
        Ok(())
    }

    async fn months(&self, filter: &ResultFilter) -> Result<Vec<MonthResult>, StoreError> {
        let fits = |result: &&MonthResult| {
            result.month == filter.month
                && match &filter.people {
                    ResultPeople::All => true,
                    ResultPeople::Of(skpd) => result.skpd == *skpd,
                    ResultPeople::These(these) => these.contains(&result.person),
                }
        };
        Ok(self.state().months.values().filter(fits).cloned().collect())
    }

    async fn month_totals(&self, month: Month) -> Result<Vec<SkpdTotals>, StoreError> {
        let mut totals: BTreeMap<Skpd, SkpdTotals> = BTreeMap::new();
        for result in self.state().months.values().filter(|result| result.month == month) {
            let sum = totals.entry(result.skpd.clone()).or_insert_with(|| SkpdTotals {
                skpd: result.skpd.clone(),
                people: 0,
                problems: 0,
                gross: Rupiah(0),
                net: Rupiah(0),
            });
            sum.people += 1;
            sum.problems += u64::from(result.problems);
            sum.gross = sum.gross + result.gross;
            sum.net = sum.net + result.net;
        }
        Ok(totals.into_values().collect())
    }

    async fn months_outdated(
        &self,
        people: &People,
        month: Month,
        law_version: &str,
        evaluated_before: Timestamp,
    ) -> Result<Vec<PersonId>, StoreError> {
        let evaluated_before = kept(evaluated_before);
        let state = self.state();
        let fits = |person: &PersonId| {
            let stored = state.months.get(&(month, *person));
            let serves = state.serves(*person, month);
            let wanting = match stored {
                Some(result) => {
                    result.law_version != law_version
                        || result.evaluated < evaluated_before
                        || !serves
                }
                None => serves,
            };
            if state.includes(people, *person, month.first(), month.last()) {
                return wanting;
            }
            // Who does not belong to the Skpd in the month, but whose result is kept under it.
            match (people, stored) {
                (People::Of(skpd), Some(result)) => result.skpd == *skpd,
                _ => false,
            }
        };
        Ok(state.states.keys().copied().filter(fits).collect())
    }
}

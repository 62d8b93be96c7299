use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use civil::{Month, PersonId};

use super::MemoryStore;
use crate::{
    StoreError,
    years::{MonthDays, MonthKept, YearStore},
};

fn among(these: Option<&[PersonId]>) -> impl Fn(PersonId) -> bool {
    let these: Option<BTreeSet<PersonId>> = these.map(|these| these.iter().copied().collect());
    move |person| these.as_ref().is_none_or(|these| these.contains(&person))
}

#[async_trait]
impl YearStore for MemoryStore {
    async fn months_kept(
        &self,
        these: Option<&[PersonId]>,
        (from, until): (Month, Month),
        law_version: &str,
    ) -> Result<Vec<MonthKept>, StoreError> {
        let (state, among) = (self.state(), among(these));
        let mut kept: BTreeMap<Month, MonthKept> = BTreeMap::new();
        let none = |month| MonthKept { month, people: 0, evaluated: None, punches: 0 };
        for result in state.months.values() {
            let fits = (from..=until).contains(&result.month) && among(result.person);
            if fits && result.law_version == law_version {
                let month = kept.entry(result.month).or_insert_with(|| none(result.month));
                month.people += 1;
                let oldest =
                    month.evaluated.map_or(result.evaluated, |at| at.min(result.evaluated));
                month.evaluated = Some(oldest);
            }
        }
        for (_, _, at) in state.punches.keys() {
            let month = Month::of(at.date());
            if (from..=until).contains(&month) {
                kept.entry(month).or_insert_with(|| none(month)).punches += 1;
            }
        }
        Ok(kept.into_values().collect())
    }

    async fn absences(
        &self,
        these: Option<&[PersonId]>,
        (from, until): (Month, Month),
        least: u32,
    ) -> Result<Vec<(PersonId, u32)>, StoreError> {
        let (state, among) = (self.state(), among(these));
        let mut sums: BTreeMap<PersonId, u32> = BTreeMap::new();
        for result in state.months.values() {
            if (from..=until).contains(&result.month) && among(result.person) {
                *sums.entry(result.person).or_default() += result.absences;
            }
        }
        let mut sums: Vec<_> = sums.into_iter().filter(|(_, sum)| *sum >= least.max(1)).collect();
        sums.sort_by_key(|(person, sum)| (std::cmp::Reverse(*sum), *person));
        Ok(sums)
    }

    async fn days(
        &self,
        these: &[PersonId],
        (from, until): (Month, Month),
    ) -> Result<Vec<MonthDays>, StoreError> {
        let (state, among) = (self.state(), among(Some(these)));
        let fits = state
            .months
            .values()
            .filter(|result| (from..=until).contains(&result.month) && among(result.person));
        let mut days: Vec<MonthDays> = fits
            .map(|result| MonthDays {
                person: result.person,
                month: result.month,
                days: result.days.clone(),
            })
            .collect();
        days.sort_by_key(|days| (days.person, days.month));
        Ok(days)
    }
}

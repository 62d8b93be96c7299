//! What granting a matter would change: the day and the pay of the person, before and after, worked
//! out from the facts as they are now and stored nowhere.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId};
use rules::day::DayRecord;
use storage::{
    matters::{Effect, Matter},
    presence::{People, by_month},
};

use super::{Asked, decide::effects};
use crate::{Office, OfficeError, allowance::StatementDoc, presence::PersonMonth};

/// A day before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayChange {
    /// The name of whose day it is.
    pub name: String,
    /// As it is.
    pub before: DayRecord,
    /// As it would be.
    pub after: DayRecord,
}

/// What a matter would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatterChange {
    /// Days that would come out otherwise.
    pub days: Vec<DayChange>,
    /// By how much more is paid in all, in rupiah; `None` where the law is silent about pay.
    pub pay: Option<i64>,
    /// Months of people that were looked at.
    pub people: u32,
}

/// Somebody's month and what a matter adds to it.
struct Part {
    /// Place of the matter in the list.
    matter: usize,
    month: Month,
    person: PersonId,
    effects: Vec<Effect>,
}

impl Office {
    /// What each of these matters would change, were it alone granted; in their order. A fixed
    /// number of queries a month.
    pub(crate) async fn changes(
        &self,
        matters: &[(Matter, Asked)],
    ) -> Result<Vec<MatterChange>, OfficeError> {
        let mut by_month: BTreeMap<Month, Vec<Part>> = BTreeMap::new();
        for (place, (matter, asked)) in matters.iter().enumerate() {
            for part in parts(place, effects(matter, asked)) {
                if self.reaches(part.month) {
                    by_month.entry(part.month).or_default().push(part);
                }
            }
        }
        let mut changes = vec![MatterChange::default(); matters.len()];
        if by_month.is_empty() {
            return Ok(changes);
        }
        let applied = self.applied_law().await?;
        for (month, parts) in by_month {
            let people: BTreeSet<PersonId> = parts.iter().map(|part| part.person).collect();
            let facts = self.gather(&People::These(people.into_iter().collect()), month).await?;
            let known: BTreeMap<PersonId, &PersonMonth> =
                facts.iter().map(|facts| (facts.person, facts)).collect();
            let preview = self.preview_by(month, applied.clone());
            let mut after = Vec::with_capacity(parts.len());
            let mut before = Vec::with_capacity(parts.len());
            let mut of = Vec::with_capacity(parts.len());
            for part in &parts {
                if let Some(facts) = known.get(&part.person) {
                    before.push(*facts);
                    after.push(with_effects(facts, &part.effects)?);
                    of.push(part.matter);
                }
            }
            let (before, after) = (preview.months(before), preview.months(&after));
            for (place, (before, after)) in of.into_iter().zip(before.iter().zip(&after)) {
                if let (Some(before), Some(after), Some(change)) =
                    (before, after, changes.get_mut(place))
                {
                    change.add(before, after);
                }
            }
        }
        Ok(changes)
    }
}

/// What a matter changes, put together by person and month. A leave over several months changes
/// each of them.
fn parts(matter: usize, effects: Vec<Effect>) -> Vec<Part> {
    let mut parts: BTreeMap<(Month, PersonId), Vec<Effect>> = BTreeMap::new();
    for effect in effects {
        let (person, from, until) = match &effect {
            Effect::Excuse(excuse) => (excuse.person, excuse.from, excuse.until),
            Effect::Reading { person, at } => (*person, at.date(), at.date()),
            Effect::Occurrence(one) => (one.person, one.date, one.date),
            Effect::Roster(change) => (change.cell.person, change.cell.date, change.cell.date),
            Effect::Withdraw => continue,
        };
        for (first, _) in by_month(from, until) {
            parts.entry((Month::of(first), person)).or_default().push(effect.clone());
        }
    }
    let part = |((month, person), effects)| Part { matter, month, person, effects };
    parts.into_iter().map(part).collect()
}

/// What a month comes to: its days and its statement.
type Came = (Vec<DayRecord>, StatementDoc);

impl MatterChange {
    /// Adds what becomes of somebody's month.
    fn add(&mut self, (before, old): &Came, (after, new): &Came) {
        let days = before.iter().zip(after).filter(|(before, after)| before != after);
        let change = |(before, after): (&DayRecord, &DayRecord)| DayChange {
            name: new.name.clone(),
            before: *before,
            after: *after,
        };
        self.days.extend(days.map(change));
        self.people += 1;
        if old.silent.is_none() && new.silent.is_none() {
            *self.pay.get_or_insert(0) += new.tpp_net - old.tpp_net;
        }
    }
}

/// The facts as they would be.
fn with_effects(facts: &PersonMonth, effects: &[Effect]) -> Result<PersonMonth, OfficeError> {
    let mut facts = facts.clone();
    for effect in effects {
        match effect {
            Effect::Reading { at, .. } => facts.add_reading(*at),
            Effect::Excuse(excuse) => facts.add_excuse(excuse)?,
            Effect::Roster(change) => facts.give_turn(&change.cell)?,
            Effect::Occurrence(_) | Effect::Withdraw => {}
        }
    }
    Ok(facts)
}

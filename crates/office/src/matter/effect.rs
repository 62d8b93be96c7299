//! What granting a matter would change: the day and the pay of the person, before and after, worked
//! out from the facts as they are now and stored nowhere.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId};
use rules::day::DayRecord;
use storage::{
    matters::{Effect, Matter},
    presence::People,
};

use super::{Asked, decide::effects};
use crate::{Office, OfficeError, allowance::StatementDoc, presence::PersonMonth};

/// A day before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayChange {
    /// As it is.
    pub before: DayRecord,
    /// As it would be.
    pub after: DayRecord,
}

/// What a matter would change in the month of its first day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatterChange {
    /// Days that would come out otherwise.
    pub days: Vec<DayChange>,
    /// By how much more is paid in the month, in rupiah; `None` where the law is silent about pay.
    pub pay: Option<i64>,
}

impl Office {
    /// What each of these matters would change, were it alone granted; in their order. A fixed
    /// number of queries a month.
    pub(crate) async fn changes(
        &self,
        matters: &[(Matter, Asked)],
    ) -> Result<Vec<MatterChange>, OfficeError> {
        let mut by_month: BTreeMap<Month, BTreeSet<PersonId>> = BTreeMap::new();
        for (matter, _) in matters {
            let month = Month::of(matter.opened.from);
            if let Some(person) = matter.opened.person.filter(|_| self.reaches(month)) {
                by_month.entry(month).or_default().insert(person);
            }
        }
        let mut changes = vec![MatterChange::default(); matters.len()];
        for (month, people) in by_month {
            let people = People::These(people.into_iter().collect());
            let facts = self.gather(&people, month).await?;
            let preview = self.preview(month).await?;
            let mut of_month = Vec::new();
            let (mut before, mut after) = (Vec::new(), Vec::new());
            for (place, (matter, asked)) in matters.iter().enumerate() {
                let person =
                    matter.opened.person.filter(|_| Month::of(matter.opened.from) == month);
                let found = facts.iter().find(|facts| Some(facts.person) == person);
                if let Some(facts) = found {
                    of_month.push(place);
                    before.push(facts);
                    after.push(with_effects(facts, matter, asked)?);
                }
            }
            let (before, after) = (preview.months(before), preview.months(&after));
            for (place, (before, after)) in of_month.into_iter().zip(before.iter().zip(&after)) {
                if let (Some(before), Some(after), Some(change)) =
                    (before, after, changes.get_mut(place))
                {
                    *change = difference(before, after);
                }
            }
        }
        Ok(changes)
    }
}

/// What a month comes to: its days and its statement.
type Came = (Vec<DayRecord>, StatementDoc);

fn difference((before, old): &Came, (after, new): &Came) -> MatterChange {
    let days = before.iter().zip(after).filter(|(before, after)| before != after);
    let days = days.map(|(before, after)| DayChange { before: *before, after: *after }).collect();
    let known = old.silent.is_none() && new.silent.is_none();
    MatterChange { days, pay: known.then(|| new.tpp_net - old.tpp_net) }
}

/// The facts as they would be.
fn with_effects(
    facts: &PersonMonth,
    matter: &Matter,
    asked: &Asked,
) -> Result<PersonMonth, OfficeError> {
    let mut facts = facts.clone();
    for effect in effects(matter, asked) {
        match effect {
            Effect::Reading { at, .. } => facts.add_reading(at),
            Effect::Excuse(excuse) => facts.add_excuse(&excuse)?,
            Effect::Occurrence(_) | Effect::Withdraw => {}
        }
    }
    Ok(facts)
}

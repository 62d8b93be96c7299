//! Everybody of an organisation in a month, computed from nothing: what is checked, and frozen.

use civil::{Month, PersonId, Skpd};
use rules::{
    day::DayRecord,
    payout::december::{MonthEnd, month_end},
};
use storage::presence::People;

use crate::{
    Office, OfficeError,
    allowance::StatementDoc,
    presence::{Applied, PersonMonth},
};

/// A month of a person with what it came from.
pub(crate) struct PersonOfUnit {
    pub(crate) person: PersonId,
    pub(crate) facts: PersonMonth,
    /// All days of the month.
    pub(crate) records: Vec<DayRecord>,
    pub(crate) doc: StatementDoc,
}

/// A month of an organisation.
pub(crate) struct UnitMonth {
    pub(crate) month: Month,
    pub(crate) skpd: Skpd,
    pub(crate) applied: Applied,
    pub(crate) people: Vec<PersonOfUnit>,
}

impl UnitMonth {
    /// The days of a person that count.
    pub(crate) fn counted<'p>(&self, of: &'p PersonOfUnit) -> &'p [DayRecord] {
        self.applied.end.counted(&of.records)
    }
}

impl Office {
    /// The law as a month is closed by it: December before its end, where the regency's rule says.
    pub(crate) async fn law_to_close(&self, month: Month) -> Result<Applied, OfficeError> {
        let mut applied = self.applied_law().await?;
        if applied.now.date() <= month.last() {
            // Where the law says nothing about December it ends as any month.
            let end = month_end(self.lawbook.law(), month, applied.known_by);
            applied.end = end.unwrap_or(MonthEnd::Ordinary);
        }
        Ok(applied)
    }

    /// Everybody whose month belongs to the organisation, computed from the facts as they are now.
    pub(crate) async fn unit_month(
        &self,
        skpd: &Skpd,
        month: Month,
    ) -> Result<UnitMonth, OfficeError> {
        let applied = self.law_to_close(month).await?;
        let mut facts = self.gather(&People::Of(skpd.clone()), month).await?;
        facts.retain(|facts| facts.state_in(month).is_some_and(|state| state.skpd == *skpd));
        let computed = self.preview_by(month, applied.clone()).months(&facts);
        let people = facts
            .into_iter()
            .zip(computed)
            .filter_map(|(facts, computed)| {
                let (records, doc) = computed?;
                Some(PersonOfUnit { person: facts.person, facts, records, doc })
            })
            .collect();
        Ok(UnitMonth { month, skpd: skpd.clone(), applied, people })
    }
}

impl UnitMonth {
    /// Last day whose facts count, where the month is closed before its end.
    pub(crate) fn counts_until(&self) -> Option<jiff::civil::Date> {
        match self.applied.end {
            MonthEnd::Early { counts_until, .. } => Some(counts_until),
            MonthEnd::Ordinary | MonthEnd::NextYear { .. } => None,
        }
    }
}

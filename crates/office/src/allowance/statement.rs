//! A person's statement of a month.

use civil::{Month, Nip, PersonId};
use rules::day::{self, DayRecord};
use storage::{
    StoreError,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople},
};

use super::StatementDoc;
use crate::{Actor, Office, OfficeError, presence::Seen};

impl Office {
    /// The statement of a month, brought up to date first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip or a month in which the person does not serve;
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for a month after the next one. What the law is silent about is said in the statement.
    pub async fn statement(
        &self,
        actor: &Actor,
        nip: &Nip,
        month: Month,
    ) -> Result<StatementDoc, OfficeError> {
        let Seen { person, .. } = self.seen_in(actor, nip, month).await?;
        self.require_reach(month)?;
        self.refresh(month, &People::These(vec![person])).await?;
        let stored = self.stored_month(person, month).await?;
        let nothing = || OfficeError::not_found("month of the person", format!("{nip} {month}"));
        stored.map(|(_, statement)| statement).ok_or_else(nothing)
    }

    /// Days and statement of a month as stored.
    pub(crate) async fn stored_month(
        &self,
        person: PersonId,
        month: Month,
    ) -> Result<Option<(Vec<DayRecord>, StatementDoc)>, OfficeError> {
        let people = ResultPeople::These(vec![person]);
        let result = self.store.months(&ResultFilter { month, people }).await?.pop();
        Ok(result.map(|result| read(&result)).transpose()?)
    }
}

/// What a stored month says.
pub(crate) fn read(result: &MonthResult) -> Result<(Vec<DayRecord>, StatementDoc), StoreError> {
    let records = day::from_bytes(&result.days).map_err(inconsistent)?;
    let statement = StatementDoc::from_bytes(&result.statement).map_err(inconsistent)?;
    Ok((records, statement))
}

#[expect(clippy::needless_pass_by_value, reason = "map_err hands errors over by value")]
fn inconsistent(reason: impl ToString) -> StoreError {
    StoreError::Inconsistent { what: "month", reason: reason.to_string() }
}

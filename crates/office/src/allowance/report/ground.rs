//! What several reports rest on: which organisations, and the paths of pages.

use civil::{Month, Skpd};
use rules::day::DayRecord;
use storage::{
    organisation::SkpdEntry,
    presence::People,
    results::{ResultFilter, ResultPeople},
};

use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    allowance::{StatementDoc, statement},
};

/// A person's month as stored: its days and its statement.
pub(super) type StoredMonth = (Vec<DayRecord>, StatementDoc);

impl Office {
    /// The organisations a report of presence is about: the one asked for, else all that the actor
    /// may see.
    pub(super) async fn units_seen(
        &self,
        actor: &Actor,
        skpd: Option<&Skpd>,
    ) -> Result<Vec<SkpdEntry>, OfficeError> {
        let skpd = skpd.or(actor.skpd());
        actor.require(Permission::SeeUnit, skpd.map_or(Scope::Regency, Scope::Skpd))?;
        self.units(skpd).await
    }

    /// The organisation, or all of them.
    pub(super) async fn units(&self, skpd: Option<&Skpd>) -> Result<Vec<SkpdEntry>, OfficeError> {
        let mut units = self.store.skpds().await?;
        if let Some(skpd) = skpd {
            units.retain(|unit| unit.code == *skpd);
            if units.is_empty() {
                return Err(OfficeError::not_found("skpd", skpd.to_string()));
            }
        }
        Ok(units)
    }

    /// Brings a month up to date, of one organisation or of all.
    pub(super) async fn bring_up(
        &self,
        month: Month,
        skpd: Option<&Skpd>,
    ) -> Result<(), OfficeError> {
        let people = skpd.map_or(People::All, |skpd| People::Of(skpd.clone()));
        self.refresh(month, &people).await?;
        Ok(())
    }

    /// The stored months of an organisation.
    pub(super) async fn stored_of(
        &self,
        skpd: &Skpd,
        month: Month,
    ) -> Result<Vec<StoredMonth>, OfficeError> {
        let people = ResultPeople::Of(skpd.clone());
        let results = self.store.months(&ResultFilter { month, people }).await?;
        Ok(results.iter().map(statement::read).collect::<Result<_, _>>()?)
    }
}

/// The page of a person's month.
pub(super) fn month_page(nip: &str, month: Month) -> String {
    format!("/people/{nip}/{month}")
}

/// The page of an organisation's month.
pub(super) fn unit_page(skpd: &Skpd, month: Month) -> String {
    format!("/units/{skpd}/{month}")
}

/// Refuses a report about nothing.
pub(super) fn something<T>(rows: Vec<T>, month: Month) -> Result<Vec<T>, OfficeError> {
    if rows.is_empty() {
        return Err(OfficeError::BadInput(format!(
            "nothing is known of {month} that could be reported; check the month"
        )));
    }
    Ok(rows)
}

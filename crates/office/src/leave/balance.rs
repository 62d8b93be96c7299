//! What is left of annual leave, today and on a day to come.

use civil::Nip;
use jiff::civil::Date;
use rules::{
    excuse::ExcuseKind,
    law::ProvisionId,
    leave::{self, Lot, Seen, working_days},
};
use serde::Serialize;

use super::ledger::LeaveLedger;
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Act, article and status of a value of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeaveSource {
    /// Act, as cited.
    pub act: String,
    /// Article.
    pub article: String,
    /// `confirmed`, `secondary` or `assumed`.
    pub status: &'static str,
}

/// Days of annual leave that one year granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeaveLot {
    /// The year.
    pub granted_in: i16,
    /// Days.
    pub days: u32,
    /// Of them used by the day asked about.
    pub used: u32,
    /// Of them granted or asked for after that day.
    pub reserved: u32,
    /// Of them left.
    pub left: u32,
    /// The last day on which they can be used.
    pub expires: Date,
    /// What grants them.
    pub source: LeaveSource,
}

/// Annual leave that was taken, granted or asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeaveUse {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Working days.
    pub working_days: u32,
}

/// What happens until a day to come, if nothing more is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeaveForecast {
    /// The day.
    pub on: Date,
    /// Days left on it.
    pub left: u32,
    /// Days that lapse on the way: the day on which they are gone, the year that granted them, how
    /// many.
    pub lapsed: Vec<(Date, i16, u32)>,
    /// Days that are granted on the way: the day, how many.
    pub granted: Vec<(Date, u32)>,
}

/// What is left of a person's annual leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeaveBalance {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// The day it is told for.
    pub on: Date,
    /// Days left that can be used in the year of that day.
    pub left: u32,
    /// Of them days that lapse with the year.
    pub lapsing: u32,
    /// Days granted beyond what there was; 0 unless a decree came late.
    pub overdrawn: u32,
    /// The first day on which annual leave can be taken, if it is still to come.
    pub entitled_from: Option<Date>,
    /// Why the year has no annual leave of its own, if it has none.
    pub closed_by: Option<LeaveSource>,
    /// By year, the oldest first.
    pub lots: Vec<LeaveLot>,
    /// What was taken of it, in order.
    pub uses: Vec<LeaveUse>,
    /// Ahead, if the day asked about is after today.
    pub forecast: Option<LeaveForecast>,
}

impl Office {
    /// The balance of annual leave on a day; of a day to come with what happens until then.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip; [`OfficeError::Forbidden`];
    /// [`OfficeError::LawSilent`] if the law says nothing of annual leave for the person.
    pub async fn leave_balance(
        &self,
        actor: &Actor,
        nip: &Nip,
        on: Date,
    ) -> Result<LeaveBalance, OfficeError> {
        let ledger = self.leave_ledger(nip, None).await?;
        let today = self.today();
        let state = ledger.state_on(on.min(today));
        actor.require(Permission::SeePerson, Scope::Person(ledger.person, &state.skpd))?;
        let seen = Seen { law: self.lawbook.law(), as_of: today };
        let (balance, forecast) = ledger.with_facts(on, |facts| {
            let balance = leave::balance(seen, facts, on)?;
            let ahead = (on > today).then(|| leave::forecast(seen, facts, (today, on)));
            Ok::<_, rules::law::NotInForce>((balance, ahead.transpose()?))
        })?;
        let forecast = forecast.map(|forecast| LeaveForecast {
            on: forecast.balance.on,
            left: forecast.balance.left,
            lapsed: forecast.lapsed.iter().map(|one| (one.on, one.granted_in, one.days)).collect(),
            granted: forecast.granted.iter().map(|one| (one.on, one.days)).collect(),
        });
        Ok(LeaveBalance {
            nip: state.nip.to_string(),
            name: state.name.clone(),
            on: balance.on,
            left: balance.left,
            lapsing: balance.lapsing,
            overdrawn: balance.overdrawn,
            entitled_from: balance.entitled_from,
            closed_by: balance.closed_by.map(|id| self.leave_source(id)),
            lots: balance.lots.iter().map(|lot| self.lot(lot)).collect(),
            uses: uses(&ledger),
            forecast,
        })
    }

    fn lot(&self, lot: &Lot) -> LeaveLot {
        let Lot { granted_in, days, used, reserved, left, expires, provision, .. } = *lot;
        let source = self.leave_source(provision);
        LeaveLot { granted_in, days, used, reserved, left, expires, source }
    }

    fn leave_source(&self, id: ProvisionId) -> LeaveSource {
        let provisions = &self.lawbook.law().provisions;
        let value = provisions.get(id);
        LeaveSource {
            act: provisions.cite(id).to_owned(),
            article: value.article.clone(),
            status: value.status.code(),
        }
    }
}

fn uses(ledger: &LeaveLedger<'_>) -> Vec<LeaveUse> {
    let is_working = |date| ledger.is_working(date);
    let spans = ledger.of_kind(ExcuseKind::CutiTahunan);
    spans
        .map(|(from, until)| LeaveUse {
            from,
            until,
            working_days: working_days(from, until, &is_working),
        })
        .collect()
}

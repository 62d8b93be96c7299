//! What is left of the annual leave of everybody in a unit.

use civil::{Employment, Skpd};
use jiff::civil::Date;
use rules::leave::{self, Balance, Seen};

use super::ledger::LeaveLedger;
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// The annual leave of one person of a unit, in working days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLeave {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// How employed.
    pub employment: Employment,
    /// The balance; `None` where the law says nothing of annual leave for the person.
    pub days: Option<LeaveDays>,
}

/// Days of annual leave in the year of the day asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaveDays {
    /// Carried over from earlier years.
    pub carried: u32,
    /// Granted by the year.
    pub granted: u32,
    /// Taken, or granted for later days of the year.
    pub taken: u32,
    /// Asked for and not yet decided.
    pub pending: u32,
    /// Left, what waits counted as taken.
    pub left: u32,
    /// Left on 31 December, if nothing more is asked for.
    pub at_year_end: u32,
    /// Of them, days that lapse with the year.
    pub lapsing: u32,
}

impl Office {
    /// The annual leave of everybody who serves in an organisation on a day, by name. The number of
    /// queries does not grow with the unit.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] without the right to see the unit.
    pub async fn unit_leave(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        on: Date,
    ) -> Result<Vec<UnitLeave>, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let ledgers = self.leave_ledgers(skpd, on).await?;
        Ok(ledgers.iter().map(|ledger| self.of_ledger(ledger, on)).collect())
    }

    fn of_ledger(&self, ledger: &LeaveLedger<'_>, on: Date) -> UnitLeave {
        let state = ledger.state_on(on);
        let seen = Seen { law: self.lawbook.law(), as_of: self.today() };
        let year_end = Date::constant(on.year(), 12, 31);
        let balances = ledger.with_facts(on, |facts| {
            let now = leave::balance(seen, facts, on)?;
            Ok::<_, rules::law::NotInForce>((now, leave::balance(seen, facts, year_end)?))
        });
        let days = balances.ok().map(|(now, end)| {
            let pending = ledger.pending_days(on.year());
            days(&now, &end, pending)
        });
        let (nip, name) = (state.nip.to_string(), state.name.clone());
        UnitLeave { nip, name, employment: state.employment, days }
    }
}

fn days(now: &Balance, end: &Balance, pending: u32) -> LeaveDays {
    let year = now.on.year();
    let is_own = |granted_in: i16| granted_in == year;
    let lots = || now.lots.iter();
    let used: u32 = lots().map(|lot| lot.used + lot.reserved).sum::<u32>() + now.overdrawn;
    LeaveDays {
        carried: lots().filter(|lot| !is_own(lot.granted_in)).map(|lot| lot.days).sum(),
        granted: lots().filter(|lot| is_own(lot.granted_in)).map(|lot| lot.days).sum(),
        taken: used.saturating_sub(pending),
        pending,
        left: now.left,
        at_year_end: end.left,
        lapsing: end.lapsing,
    }
}

//! Where the month of every organisation stands, in few questions to the store.

use std::collections::HashMap;

use civil::{Month, Role, Skpd};
use storage::{
    matters::{Desk, Matter, MatterFilter, Waiting, Whose},
    presence::People,
};

use super::{chain::Chain, sign::role_of, unit_checks::CHANGE_DAYS};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// The month of an organisation among all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitClosing {
    /// The organisation.
    pub skpd: Skpd,
    /// Its name.
    pub name: String,
    /// People with a month that was computed.
    pub people: u64,
    /// Tpp before cuts as last computed, in rupiah.
    pub gross: i64,
    /// Tpp after cuts as last computed, in rupiah.
    pub net: i64,
    /// Days of people to be looked at.
    pub problem_days: u64,
    /// Requests about the month that nobody has decided.
    pub undecided: u64,
    /// The closing that stands.
    pub closing: Option<UnitClosed>,
    /// Whether an earlier closing was reopened.
    pub was_reopened: bool,
}

/// The closing that stands, among those of all organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitClosed {
    /// Its number.
    pub number: u32,
    /// `closed` or `signed`.
    pub stage: String,
    /// The role that signs next; nothing when all have.
    pub waits_for: Option<Role>,
    /// Supplements beside it.
    pub supplements: u64,
    /// Tpp before cuts, the supplements included, in rupiah.
    pub gross: i64,
    /// Tpp after cuts, the supplements included, in rupiah.
    pub net: i64,
}

impl Office {
    /// Where the month of every organisation that the actor may see stands, brought up to date first.
    /// Organisations of which nobody's month is are left out.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for a month after the next one;
    /// [`OfficeError::Store`].
    pub async fn unit_closings(
        &self,
        actor: &Actor,
        month: Month,
    ) -> Result<Vec<UnitClosing>, OfficeError> {
        let bound = actor.skpd();
        actor.require(Permission::SeeUnit, bound.map_or(Scope::Regency, Scope::Skpd))?;
        self.require_reach(month)?;
        let people = bound.map_or(People::All, |skpd| People::Of(skpd.clone()));
        self.refresh(month, &people).await?;
        let totals = self.store.month_totals(month).await?;
        let totals: HashMap<_, _> = totals.iter().map(|of| (&of.skpd, of)).collect();
        let mut chains = self.all_closings(month).await?;
        let filter = MatterFilter {
            kinds: CHANGE_DAYS.to_vec(),
            waiting: Waiting::Yes,
            between: Some((month.first(), month.last())),
            ..MatterFilter::of(bound.map_or(Whose::All, |skpd| Whose::In(skpd.clone())))
        };
        let mut undecided: HashMap<Skpd, u64> = HashMap::new();
        for Matter { opened, .. } in self.store.matters(&filter).await? {
            *undecided.entry(opened.skpd).or_default() += 1;
        }
        let mut units = self.store.skpds().await?;
        units.retain(|unit| bound.is_none_or(|bound| *bound == unit.code));
        let units = units.into_iter().filter_map(|unit| {
            let of = totals.get(&unit.code);
            let chain = chains.remove(&unit.code).unwrap_or_default();
            let closing = closed(&unit.code, &chain);
            let people = of.map_or(0, |of| of.people);
            (people > 0 || closing.is_some()).then(|| UnitClosing {
                people,
                gross: of.map_or(0, |of| of.gross.0),
                net: of.map_or(0, |of| of.net.0),
                problem_days: of.map_or(0, |of| of.problems),
                undecided: undecided.get(&unit.code).copied().unwrap_or(0),
                closing,
                was_reopened: chain.former().is_some(),
                skpd: unit.code,
                name: unit.name,
            })
        });
        Ok(units.collect())
    }

    /// Whether the actor sits at the desk on which a closing of `skpd` waits, as a closing that is
    /// shown names it, and may sign there.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn may_sign(&self, actor: &Actor, desk: &str) -> Result<bool, OfficeError> {
        if actor.role().is_none() || !actor.may_somewhere(Permission::Decide) {
            return Ok(false);
        }
        let posts = self.posts().await?;
        Ok(self.desks_of(actor, &posts).contains(&Desk::named(desk)))
    }
}

fn closed(skpd: &Skpd, chain: &Chain) -> Option<UnitClosed> {
    let main = chain.main()?;
    let sum = |amount: fn(&super::kept::ClosingData) -> i64| {
        chain.standing().map(|kept| amount(&kept.data)).sum()
    };
    let waits = chain.standing().find_map(|kept| kept.desk.as_deref());
    Some(UnitClosed {
        number: main.data.number,
        stage: main.stage.clone(),
        waits_for: waits.map(|desk| role_of(skpd, desk)),
        supplements: chain.supplements().count() as u64,
        gross: sum(|data| data.gross),
        net: sum(|data| data.net),
    })
}

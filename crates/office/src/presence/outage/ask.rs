//! Handing in the paper list of an outage, for the head of the organisation to decide once.

use std::collections::BTreeSet;

use civil::{Nip, Skpd};
use jiff::civil::Date;
use storage::{matters::Desk, presence::People};

use super::{
    fault::{BadOutageRow, OutageFault},
    list::{Bounds, Column},
};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    matter::{
        Asked, Asking, Cause, Link, OpenedMatter, OutageAsked, OutageRow, Posts, REASON_CHARS_MAX,
    },
    proof::NewProof,
    table::Table,
};

/// Longest outage that one act settles, in days: for a longer one there is another terminal.
pub const DAYS_MAX: i32 = 31;

/// An outage of a whole organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutageRequest {
    /// Of which organisation.
    pub skpd: Skpd,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Why the terminals could not be used.
    pub cause: Cause,
    /// What happened.
    pub reason: String,
    /// Name and bytes of the typed list: `nip`, `tanggal`, and if they are known `datang` and
    /// `pulang`; of a mere signature the times are those of the schedule.
    pub list: NewProof,
    /// Photographs of the list and of what happened; at least one.
    pub proofs: Vec<NewProof>,
}

/// What became of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutageListed {
    /// Days of people that it settles once it is granted.
    pub rows: u32,
    /// Rows that cannot be; while there are any, nothing is opened.
    pub bad: Vec<BadOutageRow>,
    /// Who decides on it.
    pub desk: String,
    /// The matter, if it was opened.
    pub opened: Option<OpenedMatter>,
}

/// A list that was looked at.
struct LookedAt {
    rows: Vec<OutageRow>,
    bad: Vec<BadOutageRow>,
    desk: Desk,
}

impl LookedAt {
    fn listed(self) -> OutageListed {
        let rows = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        OutageListed { rows, bad: self.bad, desk: self.desk.to_string(), opened: None }
    }
}

impl Office {
    /// Looks at an outage as [`Self::request_outage`] does, and opens nothing; photographs may still
    /// be missing.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for days or a list that cannot be.
    pub async fn check_outage(
        &self,
        actor: &Actor,
        request: &OutageRequest,
    ) -> Result<OutageListed, OfficeError> {
        Ok(self.look_at_outage(actor, request).await?.listed())
    }

    /// Hands in an outage: the list is checked row by row, and opened as one matter only if every
    /// row can be.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for days or a file that cannot be, or a
    /// missing photograph; [`OfficeError::Mistake`] for an outage of the same days that was handed in
    /// before.
    pub async fn request_outage(
        &self,
        actor: &Actor,
        request: OutageRequest,
    ) -> Result<OutageListed, OfficeError> {
        let looked_at = self.look_at_outage(actor, &request).await?;
        if request.proofs.is_empty() {
            return Err(OfficeError::BadInput("hand in a photo of the signed list".to_owned()));
        }
        if !looked_at.bad.is_empty() || looked_at.rows.is_empty() {
            return Ok(looked_at.listed());
        }
        let OutageRequest { skpd, from, until, cause, reason, list: _, proofs } = request;
        let LookedAt { rows, bad, desk } = looked_at;
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let reason = reason.trim().to_owned();
        let proofs = self.keep_proofs(proofs).await?;
        let chain = vec![Link { desk: desk.as_str().to_owned(), days: None }];
        let asked = OutageAsked { cause, reason, from, until, list: rows, proofs, chain };
        let asking = Asking {
            person: None,
            key: Some(format!("{skpd} {from} {until}")),
            subject: skpd.to_string(),
            skpd,
            span: (from, until),
            asked: Asked::Outage(asked),
        };
        let opened = self.open(actor, "presence.request_outage", vec![asking]).await?.pop();
        Ok(OutageListed { rows: count, bad, desk: desk.to_string(), opened })
    }

    /// Who may, which days, and the list row by row.
    async fn look_at_outage(
        &self,
        actor: &Actor,
        request: &OutageRequest,
    ) -> Result<LookedAt, OfficeError> {
        let OutageRequest { skpd, from, until, reason, list, .. } = request;
        let (from, until) = (*from, *until);
        actor.require(Permission::CloseMonth, Scope::Skpd(skpd))?;
        check(from, until, self.today(), reason.trim()).map_err(OfficeError::BadInput)?;
        let table = Table::<Column>::read(&list.bytes)
            .map_err(|error| OfficeError::bad_table(&list.name, error))?;
        let ledger = self.ledger().await?;
        let posts = self.posts().await?;
        let desk = self.outage_desk(skpd, &posts);
        let decider = posts.holder(&desk, self.today());
        let rosters = self.rosters(&People::Of(skpd.clone()), (from, until)).await?;
        let bounds = Bounds { skpd, from, until, now: self.wall_now(), rosters };
        let (mut rows, mut bad) = (Vec::<OutageRow>::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for row in table.rows() {
            match self.outage_row(&row, &ledger, &bounds) {
                Err(wrong) => bad.push(wrong),
                Ok(read) if Some(read.person) == decider => {
                    bad.push(OutageFault::Decides.of(&row, Column::Nip));
                }
                Ok(read) if !seen.insert((read.person, read.date)) => {
                    bad.push(OutageFault::Twice(read.date).of(&row, Column::Nip));
                }
                Ok(read) => rows.push(read),
            }
        }
        Ok(LookedAt { rows, bad, desk })
    }

    /// The person who decides on lists of an organisation today, if anybody holds the post: who
    /// cannot stand on one.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`].
    pub async fn outage_decider(
        &self,
        actor: &Actor,
        skpd: &Skpd,
    ) -> Result<Option<Nip>, OfficeError> {
        actor.require(Permission::CloseMonth, Scope::Skpd(skpd))?;
        let posts = self.posts().await?;
        let decider = posts.holder(&self.outage_desk(skpd, &posts), self.today());
        let states = self.states_today(decider.into_iter().collect()).await?;
        Ok(states.into_values().next().map(|state| state.nip))
    }

    /// Who decides on an outage: the head of the organisation, else the Sekda, else the personnel
    /// office.
    fn outage_desk(&self, skpd: &Skpd, posts: &Posts) -> Desk {
        let today = self.today();
        [Desk::head(skpd), Desk::sekda()]
            .into_iter()
            .find(|desk| posts.holder(desk, today).is_some())
            .unwrap_or_else(Desk::bkpsdm)
    }
}

fn check(from: Date, until: Date, today: Date, reason: &str) -> Result<(), String> {
    if until < from {
        return Err(format!("ends on {until}, before it begins on {from}"));
    }
    if until > today {
        return Err(format!("{until} has not come yet"));
    }
    if (until - from).get_days() >= DAYS_MAX {
        return Err(format!("one act settles at most {DAYS_MAX} days; divide it"));
    }
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(format!("say what happened, in at most {REASON_CHARS_MAX} letters"));
    }
    Ok(())
}

//! A claim that is withdrawn: nothing more comes of it, and what came back stays recorded.

use jiff::Timestamp;
use storage::matters::{NewStep, Standing, Step, StepDone};

use super::{Claim, ClaimMistake, WITHDRAWN, not_oneself, reason};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// A claim to withdraw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimWithdrawal {
    /// Number of the claim.
    pub claim: i64,
    /// How many steps the claim had when it was looked at.
    pub seen: u32,
    /// Why.
    pub why: String,
}

/// That a claim was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub why: String,
}

impl Office {
    /// Withdraws a claim: it ends without a receipt. What came back until then still counts, so
    /// that a supplement gives back what was not owed.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`] for whoever may not open a month again;
    /// [`OfficeError::Claim`] without a reason, on oneself, if it has ended, or if somebody recorded
    /// something this moment.
    pub async fn withdraw_claim(
        &self,
        actor: &Actor,
        new: &ClaimWithdrawal,
    ) -> Result<Claim, OfficeError> {
        let claim = self.show_claim(actor, new.claim).await?;
        let matter = self.claim_matter(new.claim).await?;
        actor.require(Permission::ReopenMonth, Scope::Skpd(&matter.opened.skpd))?;
        if let Some(person) = matter.opened.person {
            not_oneself(actor, person)?;
        }
        let why = reason(&new.why)?;
        if claim.withdrawn.is_some() || claim.open == 0 {
            return Err(ClaimMistake::Over.into());
        }
        let detail = format!("claim={} open={} {why}", claim.id, claim.open);
        let step = NewStep {
            matter: new.claim,
            seen: new.seen,
            verb: WITHDRAWN.to_owned(),
            person: actor.person(),
            data: why.to_owned(),
            standing: Standing { stage: WITHDRAWN.to_owned(), desk: None, due: None },
            effects: Vec::new(),
            audit: self.audit(actor, "allowance.withdraw_claim", claim.nip, detail),
        };
        match self.store.append_steps(&[step]).await?.as_slice() {
            [StepDone::Appended] => self.show_claim(actor, new.claim).await,
            _ => Err(ClaimMistake::Overtaken.into()),
        }
    }
}

/// When and why a claim was withdrawn, by its steps.
pub(super) fn withdrawn(steps: &[Step]) -> Option<Withdrawn> {
    let step = steps.iter().find(|step| step.verb == WITHDRAWN)?;
    Some(Withdrawn { at: step.at, why: step.data.clone() })
}

//! What claims ask back of a month. With what the closings paid and took it is an account: closings
//! less claims are what is right, so that nothing is taken back twice, whichever came first.
//!
//! A supplement that takes money back says so on paper only: no bank takes it. A claim then asks for
//! it as well, and that part of the claim is outside of the account, for the closing is in it.

use civil::{Month, PersonId};
use jiff::Timestamp;
use storage::matters::{Matter, MatterFilter, MatterKind, Step, Whose};

use super::{ClaimData, WITHDRAWN, data_of, list::receipts_of};
use crate::{Office, OfficeError};

/// What a claim asks back of a person and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AskedBack {
    /// Number of the claim.
    pub(crate) claim: i64,
    /// Of whom.
    pub(crate) person: PersonId,
    /// The organisation whose closings paid too much.
    pub(crate) skpd: String,
    /// Rupiah beyond what the closings come to; of a claim that was withdrawn what had come back.
    pub(crate) beyond: i64,
    /// Rupiah that supplements had taken on paper; of a claim that was withdrawn what had come back.
    pub(crate) taken: i64,
    /// The same before it was withdrawn.
    taken_while_open: i64,
    opened: Timestamp,
    withdrawn: Option<Timestamp>,
    /// Whether the claim stands.
    pub(crate) stands: Stands,
}

impl AskedBack {
    /// What it asked back at an instant of what supplements had taken on paper, in rupiah.
    pub(crate) fn taken_at(&self, at: Timestamp) -> i64 {
        if self.opened >= at {
            0
        } else if self.withdrawn.is_some_and(|withdrawn| withdrawn < at) {
            self.taken
        } else {
            self.taken_while_open
        }
    }
}

/// Whether a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// It is open, or all of it came back.
    Yes,
    /// It was withdrawn.
    No,
}

impl Office {
    /// What claims ask back of a month.
    pub(crate) async fn asked_back(
        &self,
        whose: Whose,
        month: Month,
    ) -> Result<Vec<AskedBack>, OfficeError> {
        let filter = MatterFilter {
            kinds: vec![MatterKind::Claim],
            between: Some((month.first(), month.last())),
            ..MatterFilter::of(whose)
        };
        let matters = self.store.matters(&filter).await?;
        let withdrawn: Vec<i64> =
            matters.iter().filter(|matter| is_withdrawn(matter)).map(|matter| matter.id).collect();
        let steps =
            if withdrawn.is_empty() { Vec::new() } else { self.store.steps_of(&withdrawn).await? };
        let mut asked = Vec::new();
        for matter in &matters {
            let Some(person) = matter.opened.person else { continue };
            let data = data_of(matter)?;
            let name = month.to_string();
            let Some(place) = data.months.iter().position(|of| of.month == name) else { continue };
            let Some(of_month) = data.months.get(place) else { continue };
            let own = steps.iter().filter(|(id, _)| *id == matter.id).map(|(_, step)| step);
            let withdrawn = own.clone().find(|step| step.verb == WITHDRAWN).map(|step| step.at);
            let (amount, stands) = if is_withdrawn(matter) {
                (came_back(matter.id, &data, place, own)?, Stands::No)
            } else {
                (of_month.overpaid, Stands::Yes)
            };
            let taken = amount.min(of_month.taken);
            asked.push(AskedBack {
                claim: matter.id,
                person,
                skpd: of_month.skpd.clone(),
                beyond: amount - taken,
                taken,
                taken_while_open: of_month.taken,
                opened: matter.at,
                withdrawn,
                stands,
            });
        }
        Ok(asked)
    }
}

fn is_withdrawn(matter: &Matter) -> bool {
    matter.opened.standing.stage == WITHDRAWN
}

/// What came back of one of the months; what came settles the earliest first.
fn came_back<'s>(
    id: i64,
    data: &ClaimData,
    place: usize,
    steps: impl Iterator<Item = &'s Step>,
) -> Result<i64, OfficeError> {
    let came: i64 = receipts_of(id, steps)?.iter().map(|receipt| receipt.amount).sum();
    let earlier: i64 = data.months.iter().take(place).map(|month| month.overpaid).sum();
    let own = data.months.get(place).map_or(0, |month| month.overpaid);
    Ok((came - earlier).clamp(0, own))
}

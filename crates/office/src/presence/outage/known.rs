//! The outages of a unit that were handed in.

use civil::Skpd;
use jiff::civil::Date;
use storage::matters::{MatterFilter, MatterKind, Whose};

use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    matter::{Asked, Cause},
};

/// An outage that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownOutage {
    /// Number of its matter.
    pub id: i64,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Why the terminals could not be used.
    pub cause: Cause,
    /// Days of people on its list.
    pub rows: usize,
    /// Stage: `asked`, `granted`, `refused`, `taken-back`, `appealed`.
    pub stage: String,
}

impl Office {
    /// The outages of an organisation about days between two, the newest first.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`].
    pub async fn known_outages(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        between: (Date, Date),
    ) -> Result<Vec<KnownOutage>, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let filter = MatterFilter {
            kinds: vec![MatterKind::Outage],
            between: Some(between),
            ..MatterFilter::of(Whose::In(skpd.clone()))
        };
        let mut known = Vec::new();
        for matter in self.store.matters(&filter).await? {
            if let Asked::Outage(asked) = Asked::of(&matter)? {
                known.push(KnownOutage {
                    id: matter.id,
                    from: asked.from,
                    until: asked.until,
                    cause: asked.cause,
                    rows: asked.list.len(),
                    stage: matter.opened.standing.stage,
                });
            }
        }
        known.sort_by_key(|outage| std::cmp::Reverse((outage.from, outage.id)));
        Ok(known)
    }
}

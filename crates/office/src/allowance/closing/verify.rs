//! Proving a closing: its digest from what is kept, and its statements computed again by the frozen
//! law.

use civil::{Month, Wall};
use rules::payout::december::{MonthEnd, month_end};
use serde::Serialize;
use storage::presence::People;

use super::kept::{ENGINE, FrozenDoc, Kept, digest};
use crate::{
    Actor, Lawbook, Office, OfficeError, Permission, Scope,
    law::Unpacked,
    presence::{Applied, PersonMonth},
};

/// What a proof of a closing came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerifiedClosing {
    /// Number among the closings of the organisation and month.
    pub number: u32,
    /// The digest that was kept, and that was signed.
    pub digest: String,
    /// The digest of what is kept now.
    pub digest_now: String,
    /// Whether every signature is for this digest.
    pub signatures_agree: bool,
    /// Statements frozen.
    pub statements: u64,
    /// Statements that the frozen law gives again to the byte.
    pub same: u64,
    /// Nips of those whose statement it gives otherwise from the same facts.
    pub differ: Vec<String>,
    /// Nips of those who cannot be computed again, because their facts are others now; the digest
    /// covers them.
    pub facts_changed: Vec<String>,
    /// The version of the program that closed it, and the present one.
    pub engine: (String, String),
}

impl VerifiedClosing {
    /// Whether nothing speaks against the closing.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.digest == self.digest_now && self.signatures_agree && self.differ.is_empty()
    }
}

impl Office {
    /// Computes the digest of a closing from what is kept, and its statements by the law that was
    /// frozen with it as on the day it was closed, from the facts about people that were recorded by
    /// then. Where punches, leave or results came since, the facts are no longer those of then:
    /// such people are named and not compared.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if there is no such closing; [`OfficeError::Forbidden`];
    /// [`OfficeError::Store`] if what is kept cannot be read.
    pub async fn verify_closing(
        &self,
        actor: &Actor,
        closing: i64,
    ) -> Result<VerifiedClosing, OfficeError> {
        let kept = self.kept_closing(closing).await?;
        actor.require(Permission::SeeUnit, Scope::Skpd(&kept.skpd))?;
        let law = self.store.law_text(&kept.data.law_version).await?;
        let law = law.ok_or_else(|| OfficeError::not_found("law", &kept.data.law_version))?;
        let statements: Vec<_> =
            self.store.frozen(&[closing]).await?.into_iter().map(|(_, frozen)| frozen).collect();
        let steps = self.store.steps(closing).await?;
        let signed = steps.iter().filter(|step| step.verb == "signed");
        let mut verified = VerifiedClosing {
            number: kept.data.number,
            digest: kept.data.digest.clone(),
            digest_now: digest(&kept.data, &law.text, &statements)?,
            signatures_agree: signed
                .map(|step| step.data.rsplit(' ').next())
                .all(|digest| digest == Some(kept.data.digest.as_str())),
            statements: statements.len() as u64,
            same: 0,
            differ: Vec::new(),
            facts_changed: Vec::new(),
            engine: (kept.data.engine.clone(), ENGINE.to_owned()),
        };
        let people = statements.iter().map(|frozen| frozen.person).collect();
        let facts = self.facts_of_then(&kept, people).await?;
        let Unpacked { lawbook, payable } = Lawbook::unpack(&law.text)?;
        let then = Self { lawbook: lawbook.into(), ..self.clone() };
        let applied = then.applied_then(&kept, payable);
        let computed = then.preview_by(kept.month, applied).months(&facts);
        for frozen in &statements {
            let doc = FrozenDoc::of(kept.data.kind, &frozen.statement)?;
            // A supplement may say that the month left the organisation: nothing is computed then.
            let Some(statement) = doc.statement() else {
                verified.same += 1;
                continue;
            };
            let place = facts.iter().position(|facts| facts.person == frozen.person);
            let again = place.and_then(|place| computed.get(place)?.as_ref());
            match again.map(|(_, again)| again) {
                Some(again) if again.to_bytes() == statement.to_bytes() => verified.same += 1,
                Some(again) if again.facts_digest == statement.facts_digest => {
                    verified.differ.push(statement.nip.clone());
                }
                _ => verified.facts_changed.push(statement.nip.clone()),
            }
        }
        Ok(verified)
    }

    /// What is known of people over the month, of their own facts only what was recorded when it
    /// was closed.
    async fn facts_of_then(
        &self,
        kept: &Kept,
        people: Vec<civil::PersonId>,
    ) -> Result<Vec<PersonMonth>, OfficeError> {
        let mut facts = self.gather(&People::These(people), kept.month).await?;
        for of in &mut facts {
            of.facts.retain(|fact| fact.recorded <= kept.at);
        }
        Ok(facts)
    }

    /// The law of this office as it was applied when a month was closed.
    fn applied_then(&self, kept: &Kept, payable: Vec<bool>) -> Applied {
        let mut applied = Applied::at(Wall::at(kept.at, self.zone), &self.lawbook, payable);
        if kept.data.counts_until.is_some() {
            applied.end = self.december(kept.month, &applied);
        }
        applied
    }

    fn december(&self, month: Month, applied: &Applied) -> MonthEnd {
        month_end(self.lawbook.law(), month, applied.known_by).unwrap_or(MonthEnd::Ordinary)
    }
}

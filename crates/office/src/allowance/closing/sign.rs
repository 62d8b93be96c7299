//! Signatures of a closing: the operator, the head, the personnel office, one after the other and
//! each somebody else. Nothing that is frozen changes by them.

use civil::{Month, Nip, PersonId, Role, Skpd};
use serde::Serialize;
use storage::{
    matters::{Desk, NewStep, Standing, StepDone},
    presence::People,
};

use super::{
    ClosingMistake,
    kept::{CLOSED, Kept, SIGNED},
};
use crate::{Actor, Forbidden, Office, OfficeError, Permission, presence::state_on};

/// Fewest letters of a digest by which it is known: what fits on a printed line.
const DIGEST_LETTERS_MIN: usize = 8;

/// A signature to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The organisation.
    pub skpd: Skpd,
    /// The month.
    pub month: Month,
    /// Number of the closing; `None` is the oldest that waits for a signature.
    pub number: Option<u32>,
    /// The digest that the signer has before the eyes, or its first letters, eight or more.
    pub digest: String,
    /// Who signs, where the command line records a signature on paper; an account signs for itself.
    pub signer: Option<Nip>,
}

/// What became of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signed {
    /// Number of the closing.
    pub number: u32,
    /// Its digest.
    pub digest: String,
    /// The desk that signed.
    pub desk: String,
    /// The desk that signs next; none when all have.
    pub next: Option<String>,
}

impl Office {
    /// Signs a closing for the desk on which it waits.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if nothing waits for a signature; [`OfficeError::Forbidden`] for
    /// whoever does not sit at the desk that is next; [`OfficeError::Closing`] if the digest is
    /// another, the same person signed before, or somebody was quicker.
    pub async fn sign_closing(
        &self,
        actor: &Actor,
        signing: &Signing,
    ) -> Result<Signed, OfficeError> {
        let kept = self.to_sign(signing).await?;
        let desk = Desk::named(kept.desk.as_deref().unwrap_or_default());
        let person = self.signer(actor, signing, &desk).await?;
        let digest = signing.digest.trim().to_ascii_lowercase();
        if digest.len() < DIGEST_LETTERS_MIN || !kept.data.digest.starts_with(&digest) {
            let begins = kept.data.digest.get(..DIGEST_LETTERS_MIN).unwrap_or_default().to_owned();
            return Err(ClosingMistake::OtherDigest { begins }.into());
        }
        let steps = self.store.steps(kept.id).await?;
        if steps.iter().any(|step| step.verb == "signed" && step.person == Some(person)) {
            return Err(ClosingMistake::SignedAlready.into());
        }
        let next = next_desk(&signing.skpd, &desk);
        let stage = if next.is_some() { CLOSED } else { SIGNED };
        let detail = format!("number={} desk={desk} digest={}", kept.data.number, kept.data.digest);
        let subject = format!("{} {}", signing.month, signing.skpd);
        let step = NewStep {
            matter: kept.id,
            seen: kept.steps,
            verb: "signed".to_owned(),
            person: Some(person),
            data: format!("{desk} {}", kept.data.digest),
            standing: Standing { stage: stage.to_owned(), desk: next.clone(), due: None },
            effects: Vec::new(),
            audit: self.audit(actor, "allowance.sign_closing", subject, detail),
        };
        match self.store.append_steps(&[step]).await?.as_slice() {
            [StepDone::Appended] => Ok(Signed {
                number: kept.data.number,
                digest: kept.data.digest,
                desk: desk.to_string(),
                next: next.map(|desk| desk.to_string()),
            }),
            _ => Err(ClosingMistake::SignedMeanwhile.into()),
        }
    }

    /// The closing that is to be signed.
    async fn to_sign(&self, signing: &Signing) -> Result<Kept, OfficeError> {
        let chain = self.closings(&signing.skpd, signing.month).await?;
        let mut waiting = chain.standing().filter(|kept| kept.desk.is_some());
        let found = waiting.find(|kept| signing.number.is_none_or(|n| n == kept.data.number));
        let name = || format!("{} {}", signing.month, signing.skpd);
        found.cloned().ok_or_else(|| OfficeError::not_found("closing to sign", name()))
    }

    /// The person who signs at a desk.
    async fn signer(
        &self,
        actor: &Actor,
        signing: &Signing,
        desk: &Desk,
    ) -> Result<PersonId, OfficeError> {
        let forbidden =
            || Forbidden { actor: actor.name().to_owned(), permission: Permission::CloseMonth };
        let posts = self.posts().await?;
        if actor.role().is_some() {
            let sits = self.desks_of(actor, &posts).contains(desk);
            if !sits || !actor.may_somewhere(Permission::Decide) {
                return Err(forbidden().into());
            }
            return actor.person().ok_or_else(|| ClosingMistake::NoPerson.into());
        }
        if !actor.may_somewhere(Permission::CloseMonth) {
            return Err(forbidden().into());
        }
        let nip = signing.signer.ok_or(ClosingMistake::NoSigner)?;
        let person = self.store.person_by_nip(&nip).await?;
        let person =
            person.ok_or_else(|| OfficeError::not_found("person with NIP", nip.to_string()))?;
        let facts = self.store.facts(&People::These(vec![person])).await?;
        let state = state_on(&facts, self.today()).filter(|state| state.in_service);
        let fits = if *desk == Desk::operator(&signing.skpd) {
            state.is_some_and(|state| state.skpd == signing.skpd)
        } else if *desk == Desk::head(&signing.skpd) {
            posts.holder(desk, self.today()) == Some(person)
        } else {
            state.is_some()
        };
        if fits {
            return Ok(person);
        }
        Err(ClosingMistake::OtherDesk { nip, desk: desk.to_string() }.into())
    }
}

/// Who signs after a desk.
fn next_desk(skpd: &Skpd, desk: &Desk) -> Option<Desk> {
    let order = [Desk::operator(skpd), Desk::head(skpd), Desk::bkpsdm()];
    let place = order.iter().position(|known| known == desk)?;
    order.get(place + 1).cloned()
}

/// The role of an account that signs at a desk, for whoever shows it.
#[must_use]
pub(super) fn role_of(skpd: &Skpd, desk: &str) -> Role {
    if desk == Desk::operator(skpd).as_str() {
        Role::Operator
    } else if desk == Desk::head(skpd).as_str() {
        Role::Pimpinan
    } else {
        Role::Bkpsdm
    }
}

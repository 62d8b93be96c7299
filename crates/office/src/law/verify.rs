//! An officer of the regency vouches for a value of the law.

use civil::Nip;
use storage::{law::SignOff, presence::People};

use crate::{Actor, Lawbook, Office, OfficeError, Permission, Scope, presence::state_on};

/// What was signed off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Ids of the values.
    pub values: Vec<String>,
    /// Name of the officer; nothing if nobody in service here carries the Nip. The sign-off is
    /// recorded all the same: whoever reads the log can see it.
    pub officer: Option<String>,
}

impl Office {
    /// Records that the officer `by` has read `basis` and found the value right. `id` is that of
    /// a value, of a topic (`rule.late`), or the key of an act, which covers all values citing it.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] if nothing is called `id`; [`OfficeError::BadInput`] without a
    /// basis.
    pub async fn verify_law(
        &self,
        actor: &Actor,
        id: &str,
        by: Nip,
        basis: &str,
    ) -> Result<Verified, OfficeError> {
        actor.require(Permission::VerifyLaw, Scope::Regency)?;
        if basis.trim().is_empty() {
            return Err(OfficeError::BadInput(
                "a sign-off needs a basis: name the text that was read".to_owned(),
            ));
        }
        let law = self.lawbook.law();
        let sign_offs: Vec<SignOff> = law
            .provisions
            .iter()
            .filter(|(_, value)| value.id == id || value.topic == id || value.act == id)
            .map(|(_, value)| SignOff {
                value: value.id.clone(),
                digest: Lawbook::value_digest(&value.signed_text()),
                by: by.to_string(),
                basis: basis.trim().to_owned(),
                at: self.now(),
            })
            .collect();
        if sign_offs.is_empty() {
            return Err(OfficeError::not_found("law value", id));
        }
        let officer = self.officer(&by).await?;
        let name = officer.as_deref().unwrap_or("nobody in service here");
        let audit = self.audit(actor, "law.verify", id, format!("{by} ({name}): {}", basis.trim()));
        self.store.add_sign_offs(&sign_offs, audit).await?;
        let values = sign_offs.into_iter().map(|sign_off| sign_off.value).collect();
        Ok(Verified { values, officer })
    }

    /// Who in service today carries a Nip.
    async fn officer(&self, nip: &Nip) -> Result<Option<String>, OfficeError> {
        let Some(person) = self.store.person_by_nip(nip).await? else { return Ok(None) };
        let facts = self.store.facts(&People::These(vec![person])).await?;
        let state = state_on(&facts, self.today()).filter(|state| state.in_service);
        Ok(state.map(|state| state.name.clone()))
    }
}

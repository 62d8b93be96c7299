//! Reopening a closed month: by a named right and with a reason. What was frozen stays; the next
//! closing refers to it.

use civil::{Month, Skpd};
use storage::matters::{NewStep, Standing, StepDone};

use super::{close_month::check_length, kept::REOPENED};
use crate::{Actor, Office, OfficeError, Permission, Scope};

impl Office {
    /// Reopens the month of an organisation, its supplements with it; tells the number of the
    /// closing that no longer stands.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] if the month is not closed;
    /// [`OfficeError::BadInput`] without a reason, or if somebody was quicker.
    pub async fn reopen_month(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
        reason: &str,
    ) -> Result<u32, OfficeError> {
        actor.require(Permission::ReopenMonth, Scope::Skpd(skpd))?;
        let reason = reason.trim();
        if reason.is_empty() {
            let why = "a closed month is opened again only for a reason; say which";
            return Err(OfficeError::BadInput(why.to_owned()));
        }
        check_length(reason)?;
        let chain = self.closings(skpd, month).await?;
        let subject = format!("{month} {skpd}");
        let main = chain.main().ok_or_else(|| OfficeError::not_found("closed month", &subject))?;
        let number = main.data.number;
        let step = NewStep {
            matter: main.id,
            seen: main.steps,
            verb: "reopened".to_owned(),
            person: actor.person(),
            data: reason.to_owned(),
            standing: Standing { stage: REOPENED.to_owned(), desk: None, due: None },
            effects: Vec::new(),
            audit: self.audit(
                actor,
                "allowance.reopen_month",
                subject,
                format!("number={number} {reason}"),
            ),
        };
        match self.store.append_steps(&[step]).await?.as_slice() {
            [StepDone::Appended] => Ok(number),
            _ => Err(OfficeError::BadInput(
                "it was signed or reopened a moment ago; look at it again first".to_owned(),
            )),
        }
    }
}

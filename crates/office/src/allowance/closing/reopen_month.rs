//! Reopening a closed month: by a named right and with a reason. What was frozen stays; the next
//! closing refers to it.

use civil::{Month, Skpd, Wall};
use jiff::civil::Date;
use storage::{
    audit::AuditQuery,
    matters::{NewStep, Standing, StepDone, Whose},
};

use super::{
    Chain, ClosingMistake, Kept, claim::Stands, close_month::check_length, kept::REOPENED,
};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// The verb of a bank's file in the audit log.
pub(crate) const BANK_FILE: &str = "allowance.bank_file";

/// How the details of the file of the month's own list begin there.
const ORDINARY_LIST: &str = "report=payments ";

/// Entries about the month of a unit that are looked at: a month has a few dozen.
const LOOKED_AT_MAX: u32 = 5_000;

impl Office {
    /// Reopens the month of an organisation, its supplements with it; tells the number of the
    /// closing that no longer stands.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] if the month is not closed;
    /// [`OfficeError::Closing`] without a reason, once the bank's file was taken, while claims rest on
    /// the closing, or if somebody was quicker.
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
            return Err(ClosingMistake::NoReason.into());
        }
        check_length(reason)?;
        let chain = self.closings(skpd, month).await?;
        let subject = format!("{month} {skpd}");
        let main = chain.main().ok_or_else(|| OfficeError::not_found("closed month", &subject))?;
        let number = main.data.number;
        if let Some(on) = self.paid_out_on(main, &subject, month).await? {
            return Err(ClosingMistake::PaidOut { on }.into());
        }
        let claims = self.claims_resting_on(&chain, skpd, month).await?;
        if !claims.is_empty() {
            return Err(ClosingMistake::Claimed { claims }.into());
        }
        let step = NewStep {
            matter: main.id,
            seen: main.steps,
            verb: REOPENED.to_owned(),
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
            _ => Err(ClosingMistake::SignedMeanwhile.into()),
        }
    }

    /// The day on which the bank's file of a closing was taken last, as the audit log has it: of the
    /// organisation, or of the regency.
    async fn paid_out_on(
        &self,
        main: &Kept,
        of_unit: &str,
        month: Month,
    ) -> Result<Option<Date>, OfficeError> {
        for subject in [of_unit.to_owned(), format!("{month} *")] {
            let query = AuditQuery { before: None, subject: subject.clone(), limit: LOOKED_AT_MAX };
            let entries = self.store.audit_log(&query).await?;
            let file = entries.iter().find(|entry| {
                entry.verb == BANK_FILE
                    && entry.subject == subject
                    && entry.at >= main.at
                    && entry.detail.starts_with(ORDINARY_LIST)
            });
            if let Some(file) = file {
                return Ok(Some(Wall::at(file.at, self.zone).date()));
            }
        }
        Ok(None)
    }

    /// The claims that stand and ask back what the closings of a chain paid: closed again, the month
    /// would come to what is right, and the claims would take the difference a second time.
    async fn claims_resting_on(
        &self,
        chain: &Chain,
        skpd: &Skpd,
        month: Month,
    ) -> Result<Vec<i64>, OfficeError> {
        let people = self.standing(chain).await?;
        let asked = self.asked_back(Whose::All, month).await?;
        let rests = asked.iter().filter(|asked| {
            let here = asked.skpd == skpd.as_str() || people.contains_key(&asked.person);
            here && asked.beyond + asked.taken > 0 && asked.stands == Stands::Yes
        });
        Ok(rests.map(|asked| asked.claim).collect())
    }
}

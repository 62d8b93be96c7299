//! Money that came back on a claim.

use storage::matters::{NewStep, Standing, StepDone};

use super::{Claim, ClaimMistake, ClaimReceipt, NewReceipt, OPEN, PAID, not_oneself};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Most letters of the number of a receipt.
const NUMBER_CHARS_MAX: usize = 80;

impl Office {
    /// Records money that came back.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`]; [`OfficeError::Claim`] if it is
    /// nothing, more than is open, its number is missing or known, its day is to come or before the
    /// end of the months, it came from the actor, or somebody recorded something this moment.
    pub async fn receive_claim(
        &self,
        actor: &Actor,
        new: &NewReceipt,
    ) -> Result<Claim, OfficeError> {
        let claim = self.show_claim(actor, new.claim).await?;
        let matter = self.claim_matter(new.claim).await?;
        actor.require(Permission::CloseMonth, Scope::Skpd(&matter.opened.skpd))?;
        if let Some(person) = matter.opened.person {
            not_oneself(actor, person)?;
        }
        let number = new.number.split_whitespace().collect::<Vec<_>>().join(" ");
        check_receipt(&claim, new, &number)?;
        // Before its months ended nothing of them had been paid too much.
        let (from, until) = (matter.opened.until, self.today());
        if new.on < from || new.on > until {
            return Err(ClaimMistake::DayOutside { from, until }.into());
        }
        let receipt = ClaimReceipt { on: new.on, amount: new.amount, number };
        let rest = claim.open - new.amount;
        let (stage, desk) =
            if rest == 0 { (PAID, None) } else { (OPEN, matter.opened.standing.desk.clone()) };
        let detail = format!("{} {} {} rest={rest}", receipt.on, receipt.amount, receipt.number);
        let step = NewStep {
            matter: new.claim,
            seen: new.seen,
            verb: "received".to_owned(),
            person: actor.person(),
            data: serde_json::to_string(&receipt).expect("a receipt has no map"),
            standing: Standing { stage: stage.to_owned(), desk, due: None },
            effects: Vec::new(),
            audit: self.audit(actor, "allowance.receive_claim", claim.nip, detail),
        };
        match self.store.append_steps(&[step]).await?.as_slice() {
            [StepDone::Appended] => self.show_claim(actor, new.claim).await,
            _ => Err(ClaimMistake::Overtaken.into()),
        }
    }
}

fn check_receipt(claim: &Claim, new: &NewReceipt, number: &str) -> Result<(), ClaimMistake> {
    if claim.withdrawn.is_some() || claim.open == 0 {
        return Err(ClaimMistake::Over);
    }
    if number.is_empty() || number.chars().count() > NUMBER_CHARS_MAX {
        return Err(ClaimMistake::NoNumber { most: NUMBER_CHARS_MAX });
    }
    if claim.receipts.iter().any(|receipt| receipt.number == number) {
        return Err(ClaimMistake::NumberKnown { number: number.to_owned() });
    }
    if new.amount <= 0 || new.amount > claim.open {
        return Err(ClaimMistake::AmountOutside { open: claim.open });
    }
    Ok(())
}

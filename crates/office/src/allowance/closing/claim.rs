//! Money paid too much and found later (TGR): how much, by which figures, in which instalments, and
//! what came back. It ends when all of it has.

mod list;
mod overpaid;

use civil::{Month, Nip, PersonId, Rupiah, Skpd};
use jiff::civil::Date;
use rules::payout::instalment::{Debt, InstalmentPlan, Receipt, Wish, plan};
use serde::{Deserialize, Serialize};
use storage::{
    StoreError,
    matters::{
        Desk, Matter, MatterFilter, MatterKind, NewMatter, NewStep, Opened, Standing, StepDone,
        Whose,
    },
};

use super::{FigureChange, close_month::check_length};
use crate::{Actor, Office, OfficeError, Permission, Scope, presence::Seen};

/// Most months of one claim; more is a slip of the hand.
const MONTHS_MAX: usize = 60;

/// Most letters of the number of a receipt.
const NUMBER_CHARS_MAX: usize = 80;

/// How the person and the office settled on paying back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimWish {
    /// So many rupiah a month.
    Monthly(i64),
    /// In so many months.
    Number(u32),
}

/// A claim to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClaim {
    /// Of whom.
    pub nip: Nip,
    /// Of which months; each must be closed.
    pub months: Vec<Month>,
    /// How it was found.
    pub why: String,
    /// How it is to be paid back.
    pub wish: ClaimWish,
    /// Month of the first instalment.
    pub first: Month,
}

/// Money that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReceipt {
    /// Number of the claim.
    pub claim: i64,
    /// How many steps the claim had when it was looked at.
    pub seen: u32,
    /// The day.
    pub on: Date,
    /// Rupiah.
    pub amount: i64,
    /// Number of the proof of payment.
    pub number: String,
}

/// What was overpaid in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimMonth {
    /// The month.
    pub month: String,
    /// The organisation that closed it.
    pub skpd: String,
    /// What its closings paid, in rupiah.
    pub paid: i64,
    /// What was right, in rupiah.
    pub right: i64,
    /// What other claims ask back already, in rupiah.
    pub claimed: i64,
    /// What this claim asks back, in rupiah.
    pub overpaid: i64,
    /// The figures that differ between the first closing and what is right.
    pub changes: Vec<FigureChange>,
}

/// What is kept of a claim.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct ClaimData {
    nip: String,
    why: String,
    months: Vec<ClaimMonth>,
    total: i64,
    wish: ClaimWish,
    first: String,
    /// Net of the newest of the months, that the cap is a share of.
    net: i64,
}

/// Money that came back, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimReceipt {
    /// The day.
    pub on: Date,
    /// Rupiah.
    pub amount: i64,
    /// Number of the proof of payment.
    pub number: String,
}

/// A claim as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its number.
    pub id: i64,
    /// How many steps it has.
    pub steps: u32,
    /// Of whom.
    pub nip: String,
    /// The name, as it is now; the number where nobody is known by it any more.
    pub name: String,
    /// The organisation that follows it.
    pub skpd: Skpd,
    /// How it was found.
    pub why: String,
    /// Of which months.
    pub months: Vec<ClaimMonth>,
    /// All of it, in rupiah.
    pub total: i64,
    /// What came back, in order.
    pub receipts: Vec<ClaimReceipt>,
    /// What is still to come, in rupiah.
    pub open: i64,
    /// The instalments, by the law of the first month.
    pub plan: InstalmentPlan,
}

impl Office {
    /// Opens a claim: what the closings of these months paid the person beyond what is right by
    /// the facts and the law of now, less what was claimed before.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] for a month that is not closed with the
    /// person in it; [`OfficeError::BadInput`] if nothing was overpaid, the reason is missing, or no
    /// plan of instalments is possible.
    pub async fn open_claim(&self, actor: &Actor, new: &NewClaim) -> Result<Claim, OfficeError> {
        let mut months = new.months.clone();
        months.sort();
        months.dedup();
        let (Some(from), Some(until)) = (months.first().copied(), months.last().copied()) else {
            return Err(OfficeError::BadInput("a claim is of one month at least".to_owned()));
        };
        if months.len() > MONTHS_MAX {
            let why = format!("a claim is of at most {MONTHS_MAX} months; open several");
            return Err(OfficeError::BadInput(why));
        }
        let why = new.why.trim();
        if why.is_empty() {
            let why = "a claim needs its finding; say who found it and how";
            return Err(OfficeError::BadInput(why.to_owned()));
        }
        check_length(why)?;
        let Seen { person, state, .. } = self.seen_in(actor, &new.nip, until).await?;
        actor.require(Permission::CloseMonth, Scope::Skpd(&state.skpd))?;
        let before = self.claims_of(person).await?;
        let mut found = Vec::with_capacity(months.len());
        let mut net = 0;
        for month in &months {
            let of_month = self.overpaid(person, &new.nip, *month, &before).await?;
            net = of_month.right;
            found.push(of_month);
        }
        let total: i64 = found.iter().map(|month| month.overpaid).sum();
        let data = ClaimData {
            nip: new.nip.to_string(),
            why: why.to_owned(),
            months: found,
            total,
            wish: new.wish,
            first: new.first.to_string(),
            net,
        };
        self.plan_of(&data, &[])?;
        let matter = NewMatter {
            kind: MatterKind::Claim,
            person: Some(person),
            skpd: state.skpd.clone(),
            from: from.first(),
            until: until.last(),
            key: Some(format!("{} {}", new.nip, before.len() + 1)),
            data: serde_json::to_string(&data).expect("it has no map with keys that are no text"),
            standing: Standing {
                stage: "open".to_owned(),
                desk: Some(Desk::operator(&state.skpd)),
                due: None,
            },
        };
        let detail = format!("{from} {until} total={total} {why}");
        let audit = self.audit(actor, "allowance.open_claim", new.nip.to_string(), detail);
        match self.store.open_matters(&[(matter, audit)]).await?.as_slice() {
            [Opened::New(id)] => self.show_claim(actor, *id).await,
            _ => Err(OfficeError::BadInput(
                "a claim on this person was opened a moment ago; look at it first".to_owned(),
            )),
        }
    }

    /// Records money that came back.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if it is
    /// nothing, more than is open, its number is missing or known, or somebody recorded something
    /// this moment.
    pub async fn receive_claim(
        &self,
        actor: &Actor,
        new: &NewReceipt,
    ) -> Result<Claim, OfficeError> {
        let claim = self.show_claim(actor, new.claim).await?;
        let matter = self.claim_matter(new.claim).await?;
        actor.require(Permission::CloseMonth, Scope::Skpd(&matter.opened.skpd))?;
        let number = new.number.split_whitespace().collect::<Vec<_>>().join(" ");
        check_receipt(&claim, new, &number).map_err(OfficeError::BadInput)?;
        if new.on > self.today() {
            return Err(OfficeError::BadInput(format!("{} has not come; check the day", new.on)));
        }
        let receipt = ClaimReceipt { on: new.on, amount: new.amount, number };
        let rest = claim.open - new.amount;
        let (stage, desk) =
            if rest == 0 { ("paid", None) } else { ("open", matter.opened.standing.desk.clone()) };
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
            _ => Err(OfficeError::BadInput(
                "a receipt was recorded a moment ago; look at the claim again first".to_owned(),
            )),
        }
    }

    /// A claim as it stands.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`].
    pub async fn show_claim(&self, actor: &Actor, id: i64) -> Result<Claim, OfficeError> {
        let matter = self.claim_matter(id).await?;
        let person = matter.opened.person.unwrap_or(PersonId(0));
        let (skpd, own) = (&matter.opened.skpd, actor.person() == Some(person));
        if !own {
            actor.require(Permission::SeePay, Scope::Skpd(skpd))?;
        }
        self.only_claim(matter).await
    }

    async fn claim_matter(&self, id: i64) -> Result<Matter, OfficeError> {
        let matter = self.store.matter(id).await?;
        let matter = matter.filter(|matter| matter.opened.kind == MatterKind::Claim);
        matter.ok_or_else(|| OfficeError::not_found("claim", id.to_string()))
    }

    /// Claims on a person, with what they ask back by month.
    async fn claims_of(&self, person: PersonId) -> Result<Vec<ClaimData>, OfficeError> {
        let kinds = vec![MatterKind::Claim];
        let filter = MatterFilter { kinds, ..MatterFilter::of(Whose::Of(vec![person])) };
        let matters = self.store.matters(&filter).await?;
        Ok(matters.iter().map(data_of).collect::<Result<_, _>>()?)
    }

    fn plan_of(
        &self,
        data: &ClaimData,
        receipts: &[ClaimReceipt],
    ) -> Result<InstalmentPlan, OfficeError> {
        let receipts: Vec<Receipt> = receipts
            .iter()
            .map(|receipt| Receipt { on: receipt.on, amount: Rupiah(receipt.amount) })
            .collect();
        let first = data.first.parse().map_err(|error: civil::InvalidMonth| {
            StoreError::Inconsistent { what: "claim", reason: error.to_string() }
        })?;
        let debt = Debt {
            total: Rupiah(data.total),
            wish: match data.wish {
                ClaimWish::Monthly(amount) => Wish::Monthly(Rupiah(amount)),
                ClaimWish::Number(number) => Wish::Number(number),
            },
            net: Rupiah(data.net),
            first,
            receipts: &receipts,
        };
        plan(&debt, self.lawbook.law(), self.today())
            .map_err(|error| OfficeError::BadInput(error.to_string()))
    }
}

fn data_of(matter: &Matter) -> Result<ClaimData, StoreError> {
    serde_json::from_str(&matter.opened.data).map_err(|error| inconsistent(matter.id, &error))
}

fn inconsistent(id: i64, error: &serde_json::Error) -> StoreError {
    StoreError::Inconsistent { what: "claim", reason: format!("{id}: {error}") }
}

fn check_receipt(claim: &Claim, new: &NewReceipt, number: &str) -> Result<(), String> {
    if number.is_empty() || number.chars().count() > NUMBER_CHARS_MAX {
        return Err(format!(
            "a receipt needs the number of its proof, of at most {NUMBER_CHARS_MAX} letters"
        ));
    }
    if claim.receipts.iter().any(|receipt| receipt.number == number) {
        return Err(format!("the receipt {number} is recorded already"));
    }
    if claim.open == 0 {
        return Err("all of it has come back".to_owned());
    }
    if new.amount <= 0 || new.amount > claim.open {
        return Err(format!(
            "between 1 and {} rupiah are open; record what is owed, and give back the rest",
            claim.open
        ));
    }
    Ok(())
}

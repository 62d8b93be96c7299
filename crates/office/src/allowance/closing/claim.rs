//! Money paid too much and found later (TGR): how much, by which figures, in which instalments, and
//! what came back. It ends when all of it has.

mod asked_back;
mod list;
mod mistake;
mod overpaid;
mod receive;
mod withdraw;

use civil::{Month, Nip, PersonId, Rupiah, Skpd};
use jiff::civil::Date;
use rules::payout::instalment::{Debt, InstalmentPlan, Receipt, Wish, plan};
use serde::{Deserialize, Serialize};
use storage::{
    StoreError,
    matters::{Desk, Matter, MatterFilter, MatterKind, NewMatter, Opened, Standing, Whose},
    presence::People,
};

use super::FigureChange;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    matter::REASON_CHARS_MAX,
    presence::{Seen, state_in},
};

pub(super) use asked_back::Stands;
pub use mistake::ClaimMistake;
pub use withdraw::{ClaimWithdrawal, Withdrawn};

/// Most months of one claim; more is a slip of the hand.
const MONTHS_MAX: usize = 60;

/// How many months ahead the first instalment may lie; later is a slip of the hand.
const MONTHS_AHEAD_MAX: usize = 12;

/// Stage of a claim of which something is still to come.
const OPEN: &str = "open";
/// Stage of a claim of which all came back.
const PAID: &str = "paid";
/// Stage of a claim that was withdrawn.
const WITHDRAWN: &str = "withdrawn";

/// How the person and the office settled on paying back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimWish {
    /// So many rupiah a month.
    Monthly(i64),
    /// In so many months.
    Number(u32),
    /// The person pays it in, and nothing is taken from the Tpp.
    PaidIn,
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
    /// How much of it the lists of supplements took before, which no bank takes, in rupiah.
    #[serde(default)]
    pub taken: i64,
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
    /// What is still to come, in rupiah; nothing of what was withdrawn.
    pub open: i64,
    /// The instalments, by the law of the first month.
    pub plan: InstalmentPlan,
    /// When and why it was withdrawn, if it was.
    pub withdrawn: Option<Withdrawn>,
}

impl Office {
    /// Opens a claim: what the closings of these months paid the person beyond what is right by
    /// the facts and the law of now, and what supplements took on paper, less what was claimed
    /// before.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::NotFound`] for a month that is not closed with the
    /// person in it; [`OfficeError::Claim`] if nothing was overpaid, the reason is missing, it is on
    /// the actor, the first month is closed or far, or no plan of instalments is possible.
    pub async fn open_claim(&self, actor: &Actor, new: &NewClaim) -> Result<Claim, OfficeError> {
        let mut months = new.months.clone();
        months.sort();
        months.dedup();
        let (Some(from), Some(until)) = (months.first().copied(), months.last().copied()) else {
            return Err(ClaimMistake::NoMonth.into());
        };
        if months.len() > MONTHS_MAX {
            return Err(ClaimMistake::TooManyMonths { most: MONTHS_MAX }.into());
        }
        let why = reason(&new.why)?;
        let Seen { person, state, .. } = self.seen_in(actor, &new.nip, until).await?;
        actor.require(Permission::CloseMonth, Scope::Skpd(&state.skpd))?;
        not_oneself(actor, person)?;
        self.check_first(person, &state.skpd, new.first).await?;
        let before = self.claims_of(person).await?;
        let mut found = Vec::with_capacity(months.len());
        let mut net = 0;
        for month in &months {
            let of_month = self.overpaid(person, &new.nip, *month).await?;
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
            key: Some(format!("{} {}", new.nip, before + 1)),
            data: serde_json::to_string(&data).expect("it has no map with keys that are no text"),
            standing: Standing {
                stage: OPEN.to_owned(),
                desk: Some(Desk::operator(&state.skpd)),
                due: None,
            },
        };
        let detail = format!("{from} {until} total={total} {why}");
        let audit = self.audit(actor, "allowance.open_claim", new.nip.to_string(), detail);
        match self.store.open_matters(&[(matter, audit)]).await?.as_slice() {
            [Opened::New(id)] => self.show_claim(actor, *id).await,
            _ => Err(ClaimMistake::OpenedMeanwhile.into()),
        }
    }

    /// Refuses a first month that is past or far, or that is closed already where the person is
    /// paid: what was signed stays what it was.
    async fn check_first(
        &self,
        person: PersonId,
        skpd: &Skpd,
        first: Month,
    ) -> Result<(), OfficeError> {
        let now = Month::of(self.today());
        let ahead = std::iter::successors(Some(now), |month| Some(month.next()));
        let last = ahead.take(MONTHS_AHEAD_MAX + 1).last().unwrap_or(now);
        if first < now || first > last {
            return Err(ClaimMistake::FirstOutside { from: now, until: last }.into());
        }
        let facts = self.store.facts(&People::These(vec![person])).await?;
        let payer = state_in(&facts, first).map(|state| state.skpd.clone());
        for skpd in payer.iter().chain(std::iter::once(skpd)) {
            if self.closings(skpd, first).await?.main().is_some() {
                return Err(ClaimMistake::FirstClosed { skpd: skpd.clone(), month: first }.into());
            }
        }
        Ok(())
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

    /// How many claims there are on a person.
    async fn claims_of(&self, person: PersonId) -> Result<usize, OfficeError> {
        let kinds = vec![MatterKind::Claim];
        let filter = MatterFilter { kinds, ..MatterFilter::of(Whose::Of(vec![person])) };
        Ok(self.store.matters(&filter).await?.len())
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
                ClaimWish::PaidIn => Wish::PaidIn,
            },
            net: Rupiah(data.net),
            first,
            receipts: &receipts,
        };
        plan(&debt, self.lawbook.law(), self.today())
            .map_err(|none| ClaimMistake::from(none).into())
    }
}

/// Refuses to open, receive or withdraw what is claimed from oneself.
fn not_oneself(actor: &Actor, person: PersonId) -> Result<(), ClaimMistake> {
    if actor.person() == Some(person) { Err(ClaimMistake::Oneself) } else { Ok(()) }
}

/// A reason that says something and can be read.
fn reason(text: &str) -> Result<&str, ClaimMistake> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ClaimMistake::NoReason);
    }
    if text.chars().count() > REASON_CHARS_MAX {
        return Err(ClaimMistake::ReasonTooLong { most: REASON_CHARS_MAX });
    }
    Ok(text)
}

fn data_of(matter: &Matter) -> Result<ClaimData, StoreError> {
    serde_json::from_str(&matter.opened.data).map_err(|error| inconsistent(matter.id, &error))
}

fn inconsistent(id: i64, error: &serde_json::Error) -> StoreError {
    StoreError::Inconsistent { what: "claim", reason: format!("{id}: {error}") }
}

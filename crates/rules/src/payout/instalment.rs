//! How an overpayment is paid back in parts (pengembalian, TGR).

use civil::{Month, Rounding, Rupiah};
use jiff::civil::Date;

use crate::law::{Dated, Law, NotInForce, ProvisionId};

/// Most instalments a plan may have, whatever the law: fifty years of months.
const INSTALMENTS_MAX: u32 = 600;

/// What the person and the office settled on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// So many rupiah a month.
    Monthly(Rupiah),
    /// In so many months.
    Number(u32),
    /// The person pays it in; nothing is taken from what is paid. So does who is paid nothing more.
    PaidIn,
}

/// Money that came back, whatever was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The day.
    pub on: Date,
    /// Rupiah.
    pub amount: Rupiah,
}

/// An overpayment and how it is to be paid back.
#[derive(Clone, Copy, Debug)]
pub struct Debt<'a> {
    /// All of it, in rupiah.
    pub total: Rupiah,
    /// What was settled on.
    pub wish: Wish,
    /// Net of a month, that the cap is a share of.
    pub net: Rupiah,
    /// Month of the first instalment.
    pub first: Month,
    /// What came back so far.
    pub receipts: &'a [Receipt],
}

/// A month's part of an overpayment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The month.
    pub month: Month,
    /// What is due in it.
    pub due: Rupiah,
    /// What of it came back already.
    pub received: Rupiah,
}

impl Part {
    /// What is still to come.
    #[must_use]
    pub fn open(&self) -> Rupiah {
        self.due - self.received
    }
}

/// How an overpayment is paid back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentPlan {
    /// Parts in order of month; they add up to the total, and the last takes the rest.
    pub parts: Vec<Part>,
    /// What a month takes.
    pub monthly: Rupiah,
    /// What came back so far, at most the total.
    pub received: Rupiah,
    /// What is still to come; never negative.
    pub open: Rupiah,
    /// What came back beyond the total, and is owed to the person.
    pub beyond: Rupiah,
    /// What a person must see to.
    pub findings: Vec<PlanFinding>,
    /// The provision on instalments.
    pub provision: ProvisionId,
}

/// Something about a plan that a person must see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFinding {
    /// What was settled on is more than the law lets a month take; the cap is used.
    Capped {
        /// The most a month may take.
        most: Rupiah,
    },
    /// It takes more months than the law allows.
    TooLong {
        /// So many are allowed.
        most: u16,
    },
}

impl PlanFinding {
    /// The word in keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Capped { .. } => "capped",
            Self::TooLong { .. } => "too-long",
        }
    }
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPlan {
    /// There is nothing to pay back.
    #[error("nothing was overpaid, so there is nothing to pay back")]
    NoDebt,
    /// A month can take nothing.
    #[error(
        "a month takes nothing at this net and this instalment; name a larger one, or another way to pay"
    )]
    NothingToTake,
    /// It would take longer than a life of work.
    #[error("it would take {parts} instalments; name a larger one")]
    TooMany {
        /// So many.
        parts: u32,
    },
    /// The law says nothing about instalments.
    #[error(transparent)]
    Silent(#[from] NotInForce),
}

/// Plans how an overpayment is paid back, by the law of the first month.
///
/// # Errors
///
/// [`NoPlan`] if nothing is owed, a month can take nothing, or the law is silent.
pub fn plan(debt: &Debt<'_>, law: &Law, as_of: Date) -> Result<InstalmentPlan, NoPlan> {
    let rule =
        law.value_on(&law.payout.instalment, "payout.instalment", debt.first.first(), as_of)?;
    if debt.total <= Rupiah(0) {
        return Err(NoPlan::NoDebt);
    }
    let came: Rupiah = debt.receipts.iter().map(|receipt| receipt.amount).sum();
    let came = came.max(Rupiah(0));
    let received = came.min(debt.total);
    let unit = rule.to.max(1);
    let wished = match debt.wish {
        Wish::PaidIn => {
            return Ok(InstalmentPlan {
                parts: Vec::new(),
                monthly: Rupiah(0),
                received,
                open: debt.total - received,
                beyond: came - received,
                findings: Vec::new(),
                provision: rule.head().provision,
            });
        }
        Wish::Monthly(amount) => amount,
        Wish::Number(0) => return Err(NoPlan::NothingToTake),
        Wish::Number(number) => debt.total.portion(civil::Rate::new(1, number), Rounding::Up, unit),
    };
    // The cap is the most a month may take, so it is rounded down to what can be taken.
    let most = debt.net.max(Rupiah(0)).portion(rule.max_share, Rounding::Down, unit);
    let mut findings = Vec::new();
    let monthly = wished.min(debt.total);
    let monthly = if monthly > most {
        findings.push(PlanFinding::Capped { most });
        most
    } else {
        monthly
    };
    if monthly <= Rupiah(0) {
        return Err(NoPlan::NothingToTake);
    }
    let number = debt.total.0 / monthly.0 + i64::from(debt.total.0 % monthly.0 != 0);
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    if number > INSTALMENTS_MAX {
        return Err(NoPlan::TooMany { parts: number });
    }
    if let Some(most) = rule.months_max.filter(|most| number > u32::from(*most)) {
        findings.push(PlanFinding::TooLong { most });
    }
    Ok(InstalmentPlan {
        parts: parts(debt, monthly, received),
        monthly,
        received,
        open: debt.total - received,
        beyond: came - received,
        findings,
        provision: rule.head().provision,
    })
}

/// Months of the same amount until the rest is smaller; what came back settles the earliest first.
fn parts(debt: &Debt<'_>, monthly: Rupiah, received: Rupiah) -> Vec<Part> {
    let (mut rest, mut came, mut month) = (debt.total, received, debt.first);
    let mut parts = Vec::new();
    while rest > Rupiah(0) {
        let due = monthly.min(rest);
        let of_it = due.min(came);
        parts.push(Part { month, due, received: of_it });
        rest = rest - due;
        came = came - of_it;
        month = month.next();
    }
    parts
}

//! Deductions that the person agreed to: zakat, Korpri dues, a cooperative. Why somebody agreed,
//! such as a religion, is neither asked nor kept.

use civil::{Rate, Rupiah};
use jiff::civil::Date;

use super::{Draft, Finding, PayoutLine, Section};
use crate::law::{Dated, NotInForce, payout::Agreed};

/// What a person agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement<'a> {
    /// Kind, a name under `[payout.agreed]`.
    pub kind: &'a str,
    /// How much.
    pub much: Much,
    /// First day of payment it is taken.
    pub from: Date,
    /// Last day of payment it is taken; `None` until it is revoked.
    pub until: Option<Date>,
}

/// How much of an agreed deduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Much {
    /// As the law of the regency proposes.
    AsProposed,
    /// So many rupiah a month.
    Amount(Rupiah),
    /// This share of what is left after premium, tax and what is paid back.
    Share(Rate),
}

/// Takes each agreement that holds on the day of payment, in their order; one that is more than is
/// left is not taken at all, for nobody agreed to a part of it.
pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), NotInForce> {
    let on = draft.facts.paid_on;
    let base = draft.left();
    let holds = |agreement: &&Agreement<'_>| {
        agreement.from <= on && agreement.until.is_none_or(|until| on <= until)
    };
    for agreement in draft.facts.agreements.iter().filter(holds) {
        let kind = || agreement.kind.to_owned();
        let Some(topic) = draft.law.payout.agreed.get(agreement.kind) else {
            draft.findings.push(Finding::AgreedUnknown { kind: kind() });
            continue;
        };
        let rule = draft.value(&topic.values, &format!("agreed.{}", agreement.kind))?;
        let Some((rate, amount)) = much(agreement.much, rule, base) else {
            draft.findings.push(Finding::AgreedAmountMissing { kind: kind() });
            continue;
        };
        if amount > draft.left() {
            draft.findings.push(Finding::AgreedNotTaken { kind: kind() });
            continue;
        }
        draft.take(PayoutLine {
            base: if rate.is_some() { base } else { amount },
            rate,
            provision: Some(rule.head().provision),
            account: rule.account.clone(),
            ..PayoutLine::of(Section::Deduction, agreement.kind, amount)
        });
    }
    Ok(())
}

fn much(much: Much, rule: &Agreed, base: Rupiah) -> Option<(Option<Rate>, Rupiah)> {
    let share = |rate: Rate| (Some(rate), base.portion(rate, rule.how.into(), rule.to));
    match much {
        Much::Amount(amount) => Some((None, amount.max(Rupiah(0)))),
        Much::Share(rate) => Some(share(rate)),
        Much::AsProposed => match (rule.share, rule.amount) {
            (Some(rate), _) => Some(share(rate)),
            (None, Some(amount)) => Some((None, Rupiah(i64::from(amount)))),
            (None, None) => None,
        },
    }
}

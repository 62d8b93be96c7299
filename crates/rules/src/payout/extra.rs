//! THR, the 13th allowance and the like: a share of one month's Tpp, bounded by the nation's cap.

use civil::{Exact, Month, Rupiah};

use super::{Draft, Finding, PayoutLine, Section};
use crate::law::{Dated, NotInForce};

/// An allowance that is paid with the Tpp, or instead of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraClaim<'a> {
    /// Its name in the law: `thr`, `gaji-13`.
    pub name: &'a str,
    /// The month whose Tpp is handed in, and that Tpp before tax; `None` where it is not known.
    pub tpp: Option<(Month, Rupiah)>,
}

/// Adds a line for each that the person is entitled to.
pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), NotInForce> {
    for claim in draft.facts.extras {
        let name = || claim.name.to_owned();
        let topic = draft.law.payout.extra.get(claim.name);
        let values = topic.map_or(&[][..], |topic| &topic.values);
        let rule = draft.value(values, &format!("extra.{}", claim.name))?;
        let cap = draft.value(&draft.law.payout.extra_cap, "extra-cap")?;
        if !rule.employment.contains(&draft.facts.employment) {
            draft.findings.push(Finding::ExtraNotEntitled { name: name() });
            continue;
        }
        let Some((month, tpp)) = claim.tpp else {
            draft.findings.push(Finding::ExtraMonthMissing { name: name() });
            continue;
        };
        let paid = Month::of(draft.facts.paid_on);
        if month.month() != rule.rests_on_month || month.year() != paid.year() {
            draft.findings.push(Finding::ExtraMonthWrong { name: name() });
            continue;
        }
        let (wanted, most) = (Exact::portion(tpp, rule.share), Exact::portion(tpp, cap.max));
        let rate = if wanted > most { cap.max } else { rule.share };
        let amount = Exact::portion(tpp, rate).round(rule.how.into(), rule.to);
        // Rounding upwards must not pass the cap.
        let amount = amount.min(most.round(civil::Rounding::Down, 1)).max(Rupiah(0));
        let provision = if wanted > most { cap.head().provision } else { rule.head().provision };
        draft.push(PayoutLine {
            base: tpp,
            rate: Some(rate),
            provision: Some(provision),
            ..PayoutLine::of(Section::Addition, claim.name, amount)
        });
    }
    Ok(())
}

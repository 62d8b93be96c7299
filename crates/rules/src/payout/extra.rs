//! THR, the 13th allowance and the like: a share of one month's Tpp, bounded by the nation's cap.

use civil::{Exact, Month, Rupiah};

use super::{Draft, Earned, Finding, PayoutLine, Section};
use crate::law::{
    Dated, NotInForce,
    payout::{Extra, ExtraOf},
};

/// An allowance that is paid with the Tpp, or instead of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraClaim<'a> {
    /// Its name in the law: `thr`, `gaji-13`.
    pub name: &'a str,
    /// The month whose Tpp is handed in; `None` where it is not known.
    pub tpp: Option<ExtraMonth<'a>>,
    /// The reason kept with the person's Tpp on the day of payment, as a code.
    pub reason: Option<&'a str>,
}

/// The Tpp of a month before tax, by criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraMonth<'a> {
    /// The month.
    pub month: Month,
    /// Before cuts.
    pub due: &'a [Earned],
    /// After cuts.
    pub received: &'a [Earned],
}

/// Adds a line for each that the person is entitled to.
pub(super) fn add(draft: &mut Draft<'_>) -> Result<(), NotInForce> {
    for claim in draft.facts.extras {
        let topic = draft.law.payout.extra.get(claim.name);
        let values = topic.map_or(&[][..], |topic| &topic.values);
        let rule = draft.value(values, &format!("extra.{}", claim.name))?;
        let cap = draft.value(&draft.law.payout.extra_cap, "extra-cap")?;
        let tpp = match based_on(claim, rule, draft) {
            Ok(tpp) => tpp,
            Err(finding) => {
                draft.findings.push(finding);
                continue;
            }
        };
        let (wanted, most) =
            (Exact::portion(tpp.counted, rule.share), Exact::portion(tpp.whole, cap.max));
        let is_capped = wanted > most;
        let (base, rate, provision) = if is_capped {
            (tpp.whole, cap.max, cap.head().provision)
        } else {
            (tpp.counted, rule.share, rule.head().provision)
        };
        let amount = Exact::portion(base, rate).round(rule.how.into(), rule.to);
        // Rounding upwards must not pass the cap.
        let amount = amount.min(most.round(civil::Rounding::Down, 1)).max(Rupiah(0));
        draft.push(PayoutLine {
            base,
            rate: Some(rate),
            provision: Some(provision),
            ..PayoutLine::of(Section::Addition, claim.name, amount)
        });
    }
    Ok(())
}

/// What a claim rests on, in rupiah.
struct Basis {
    /// The criteria that count.
    counted: Rupiah,
    /// All of the month's Tpp, which the cap is of.
    whole: Rupiah,
}

/// What the claim rests on, or why nothing comes of it.
fn based_on(claim: &ExtraClaim<'_>, rule: &Extra, draft: &Draft<'_>) -> Result<Basis, Finding> {
    let name = || claim.name.to_owned();
    let paid = Month::of(draft.facts.paid_on);
    if !rule.employment.contains(&draft.facts.employment) {
        return Err(Finding::ExtraNotEntitled { name: name() });
    }
    if let Some(reason) = claim.reason.filter(|reason| excludes(rule, reason)) {
        return Err(Finding::ExtraExcluded { name: name(), reason: reason.to_owned() });
    }
    if rule.pays_in_month.is_some_and(|month| month != paid.month()) {
        return Err(Finding::ExtraNotPaidNow { name: name() });
    }
    let Some(ExtraMonth { month, due, received }) = claim.tpp else {
        return Err(Finding::ExtraMonthMissing { name: name() });
    };
    if month.month() != rule.rests_on_month || month.year() != paid.year() {
        return Err(Finding::ExtraMonthWrong { name: name() });
    }
    let of = match rule.of {
        ExtraOf::Due => due,
        ExtraOf::Received => received,
    };
    let counts =
        |part: &&Earned| rule.components.is_empty() || rule.components.contains(&part.name);
    Ok(Basis {
        counted: of.iter().filter(counts).map(|part| part.amount).sum(),
        whole: of.iter().map(|part| part.amount).sum(),
    })
}

fn excludes(rule: &Extra, reason: &str) -> bool {
    rule.without_reasons.iter().any(|without| without == reason)
}

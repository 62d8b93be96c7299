//! From exact cuts to whole rupiah, and the caps of the act on the way.

use civil::{Exact, Rounding, Rupiah};

use super::{Line, charge::Draft, gross::Due};
use crate::{
    law::{
        NotInForce,
        pay::{At, Per},
    },
    tariff::{ActiveCap, ActiveRounding, DaySet, Tariff},
};

pub(crate) fn round<'t>(
    mut drafts: Vec<Draft<'t>>,
    tariff: &'t Tariff,
    due: &Due<'t>,
) -> Result<Vec<Line<'t>>, NotInForce> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let rounding = tariff
        .rounding
        .ok_or_else(|| NotInForce { title: "rounding".to_owned(), date: tariff.month.last() })?;
    if rounding.at == At::Line {
        for draft in &mut drafts {
            draft.cut = draft.cut.round(rounding.how, rounding.unit).into();
        }
    }
    for cap in &tariff.caps {
        match cap.per {
            Per::Day => cap_days(cap, &mut drafts, tariff, due, rounding)?,
            Per::Month => cap_month(cap, &mut drafts, tariff, due, rounding)?,
        }
    }
    Ok(lines(drafts, rounding))
}

fn bounds(cap: &ActiveCap, draft: &Draft<'_>) -> bool {
    cap.rules.is_empty() || cap.rules.iter().any(|rule| **rule == *draft.rule)
}

/// The most the cap allows. Where lines are whole rupiah already, so is the cap, downwards.
fn most(
    cap: &ActiveCap,
    tariff: &Tariff,
    due: &Due<'_>,
    date: jiff::civil::Date,
    rounding: ActiveRounding,
) -> Result<(Exact, Exact), NotInForce> {
    let base = due.base(tariff, cap.base, date)?;
    let most = base.share(cap.max);
    Ok((
        base,
        match rounding.at {
            At::Line => most.round(Rounding::Down, 1).into(),
            At::Total => most,
        },
    ))
}

fn cap_days(
    cap: &ActiveCap,
    drafts: &mut Vec<Draft<'_>>,
    tariff: &Tariff,
    due: &Due<'_>,
    rounding: ActiveRounding,
) -> Result<(), NotInForce> {
    for day in tariff.month.days().filter(|day| cap.days.has(*day)) {
        let mut of_day = DaySet::default();
        of_day.add(day);
        let cut = drafts
            .iter()
            .filter(|draft| draft.days == of_day && bounds(cap, draft))
            .fold(Exact::ZERO, |sum, draft| sum + draft.cut);
        if cut == Exact::ZERO {
            continue;
        }
        let (base, most) = most(cap, tariff, due, day, rounding)?;
        if cut > most {
            drafts.push(give_back(cap, day, of_day, base, cut - most));
        }
    }
    drafts.sort_by_key(|draft| draft.date);
    Ok(())
}

fn cap_month(
    cap: &ActiveCap,
    drafts: &mut Vec<Draft<'_>>,
    tariff: &Tariff,
    due: &Due<'_>,
    rounding: ActiveRounding,
) -> Result<(), NotInForce> {
    let last = tariff.month.last();
    if !cap.days.has(last) {
        return Ok(());
    }
    let cut = drafts
        .iter()
        .filter(|draft| bounds(cap, draft) || (draft.rule == "cap" && !draft.days.is_empty()))
        .fold(Exact::ZERO, |sum, draft| sum + draft.cut);
    let (base, most) = most(cap, tariff, due, last, rounding)?;
    if cut > most {
        drafts.push(give_back(cap, last, DaySet::default(), base, cut - most));
    }
    Ok(())
}

fn give_back(
    cap: &ActiveCap,
    date: jiff::civil::Date,
    days: DaySet,
    base: Exact,
    beyond: Exact,
) -> Draft<'static> {
    Draft {
        date,
        days,
        code: "BATAS",
        rule: "cap",
        units: 0,
        in_minutes: false,
        rate: cap.max,
        base,
        cut: Exact::ZERO - beyond,
        provision: cap.provision,
    }
}

/// Whole rupiah. Where the act rounds the sum, each line gets what it adds to the rounded sum of
/// the lines before it, so that the lines add up to the rounded total exactly.
fn lines(drafts: Vec<Draft<'_>>, rounding: ActiveRounding) -> Vec<Line<'_>> {
    let mut exact = Exact::ZERO;
    let mut whole = Rupiah(0);
    drafts
        .into_iter()
        .map(|draft| {
            exact = exact + draft.cut;
            let sum = match rounding.at {
                At::Line => exact.round(Rounding::Down, 1),
                At::Total => exact.round(rounding.how, rounding.unit),
            };
            let amount = whole - sum;
            whole = sum;
            Line {
                date: draft.date,
                days: draft.days,
                code: draft.code,
                rule: draft.rule,
                units: draft.units,
                in_minutes: draft.in_minutes,
                rate: draft.rate,
                base: draft.base.round(Rounding::HalfUp, 1),
                amount,
                provision: draft.provision,
            }
        })
        .collect()
}

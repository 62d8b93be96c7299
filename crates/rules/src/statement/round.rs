//! From exact cuts to whole rupiah, and the caps of the act on the way.

use civil::{Exact, Rounding, Rupiah};
use jiff::civil::Date;

use super::{
    Line,
    charge::{Cause, Draft},
    gross::Due,
};
use crate::{
    law::{
        NotInForce,
        pay::{At, Per},
    },
    tariff::{ActiveCap, ActiveRounding, DaySet, Tariff},
};

/// Caps and rounds the drafts, and makes them lines.
pub(crate) fn round<'t>(
    drafts: &mut Vec<Draft<'t>>,
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
        for draft in drafts.iter_mut() {
            draft.cut = draft.cut.round(rounding.how, rounding.unit).into();
            draft.kept = draft.cut;
        }
    }
    for cap in &tariff.caps {
        match cap.per {
            Per::Day => cap_days(cap, drafts, tariff, due, rounding)?,
            Per::Month => cap_month(cap, drafts, tariff, due, rounding)?,
        }
    }
    Ok(lines(drafts, rounding))
}

/// Whether the cap bounds the draft. What a cap gave back is no cut: it lessened what is kept of
/// the cuts.
fn bounds(cap: &ActiveCap, draft: &Draft<'_>) -> bool {
    match draft.cause {
        Cause::Rule(place, ..) => cap.bounds.get(place).copied().unwrap_or(false),
        Cause::Cap(_) => false,
    }
}

/// The most the cap allows. Where lines are whole rupiah already, so is the cap, downwards.
fn most(
    cap: &ActiveCap,
    tariff: &Tariff,
    due: &Due<'_>,
    date: Date,
    rounding: ActiveRounding,
) -> Result<(Rupiah, Exact), NotInForce> {
    let base = due.base(tariff, cap.base, date)?;
    let most = base.exact.share(cap.max);
    Ok((
        base.whole,
        match rounding.at {
            At::Line => most.round(Rounding::Down, 1).into(),
            At::Total => most,
        },
    ))
}

fn cap_days<'t>(
    cap: &'t ActiveCap,
    drafts: &mut Vec<Draft<'t>>,
    tariff: &'t Tariff,
    due: &Due<'t>,
    rounding: ActiveRounding,
) -> Result<(), NotInForce> {
    let cuts = drafts.len();
    let mut from = 0;
    // Drafts are in order of day, so a day's stand together.
    while let Some(date) = drafts.get(from).filter(|_| from < cuts).map(|draft| draft.date) {
        let of_day = drafts.iter().take(cuts).skip(from);
        let until = from + of_day.take_while(|draft| draft.date == date).count();
        let day = drafts.get_mut(from..until).unwrap_or_default();
        from = until;
        if !cap.days.has(date) {
            continue;
        }
        let bound = |draft: &Draft<'_>| draft.per == Per::Day && bounds(cap, draft);
        let cut = sum(day, bound);
        if cut == Exact::ZERO {
            continue;
        }
        let (base, most) = most(cap, tariff, due, date, rounding)?;
        if cut > most {
            take_off(day, bound, cut - most);
            drafts.push(give_back(cap, date, Per::Day, base, cut - most));
        }
    }
    if drafts.len() > cuts {
        drafts.sort_by_key(|draft| draft.date);
    }
    Ok(())
}

fn cap_month<'t>(
    cap: &'t ActiveCap,
    drafts: &mut Vec<Draft<'t>>,
    tariff: &'t Tariff,
    due: &Due<'t>,
    rounding: ActiveRounding,
) -> Result<(), NotInForce> {
    let last = tariff.month.last();
    if !cap.days.has(last) {
        return Ok(());
    }
    let bound = |draft: &Draft<'_>| bounds(cap, draft);
    let cut = sum(drafts, bound);
    let (base, most) = most(cap, tariff, due, last, rounding)?;
    if cut > most {
        take_off(drafts, bound, cut - most);
        drafts.push(give_back(cap, last, Per::Month, base, cut - most));
    }
    Ok(())
}

fn sum(drafts: &[Draft<'_>], bound: impl Fn(&Draft<'_>) -> bool) -> Exact {
    drafts.iter().filter(|draft| bound(draft)).fold(Exact::ZERO, |sum, draft| sum + draft.kept)
}

/// Lessens what is kept of the cuts a cap bounds, the last first, so that a wider cap sees what the
/// narrower left.
fn take_off(drafts: &mut [Draft<'_>], bound: impl Fn(&Draft<'_>) -> bool, beyond: Exact) {
    let mut beyond = beyond;
    for draft in drafts.iter_mut().rev().filter(|draft| bound(draft)) {
        let part = draft.kept.min(beyond);
        draft.kept = draft.kept - part;
        beyond = beyond - part;
    }
}

fn give_back(cap: &ActiveCap, date: Date, per: Per, base: Rupiah, beyond: Exact) -> Draft<'_> {
    let days = match per {
        Per::Day => DaySet::only(date),
        Per::Month => DaySet::default(),
    };
    let cut = Exact::ZERO - beyond;
    let cause = Cause::Cap(cap);
    Draft { date, days, per, cause, units: 0, rate: cap.max, base, cut, kept: Exact::ZERO }
}

/// Whole rupiah. Where the act rounds the sum, each line gets what it adds to the rounded sum of
/// the lines before it, so that the lines add up to the rounded total exactly.
fn lines<'t>(drafts: &[Draft<'t>], rounding: ActiveRounding) -> Vec<Line<'t>> {
    let mut exact = Exact::ZERO;
    let mut whole = Rupiah(0);
    drafts
        .iter()
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
                code: draft.cause.code(),
                rule: draft.cause.rule(),
                units: draft.units,
                in_minutes: draft.cause.in_minutes(),
                rate: draft.rate,
                base: draft.base,
                amount,
                provision: draft.cause.provision(),
            }
        })
        .collect()
}

//! The Tpp that is due before cuts: class amount × factor × part of the month.

use std::sync::Arc;

use civil::{Exact, Rate, Rounding, Rupiah};
use jiff::civil::Date;

use super::{
    Component, PayState,
    criteria::{self, ByCriterion},
};
use crate::{
    law::{
        NotInForce, ProvisionId,
        pay::{At, Of, ProrationBy},
    },
    tariff::{ActiveBand, ActiveBase, ActiveRule, DaySet, Tariff},
};

/// A part of the month with one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'t> {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Kelas jabatan.
    pub class: Option<u8>,
    /// Amount of the class for a whole month, with all criteria, to the nearest rupiah.
    pub class_amount: Rupiah,
    /// Share that employment and reason leave.
    pub factor: Rate,
    /// Why the factor is not one, as a code, where the law knows it.
    pub reason: Option<&'t str>,
    /// Part of the month.
    pub portion: Rate,
    /// What is due, to the nearest rupiah.
    pub amount: Rupiah,
    /// The provision on the amount.
    pub provision: Option<ProvisionId>,
    /// The provision on the factor.
    pub factor_provision: Option<ProvisionId>,
}

/// What is due, and what the bases of the law are of it.
#[derive(Debug)]
pub(crate) struct Due<'t> {
    pub parts: Arc<[Part<'t>]>,
    pub components: Arc<[Component<'t>]>,
    pub criteria: Arc<[Component<'t>]>,
    pub total: Rupiah,
    /// By place in [`Tariff::bases`] and by the days each value holds.
    bases: Vec<Vec<(DaySet, Basis)>>,
    /// By number of the band and by the days each value of its base holds.
    cuts: Vec<Vec<(DaySet, Cut)>>,
}

/// What a band cuts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub rate: Rate,
    /// The base, to the nearest rupiah.
    pub base: Rupiah,
    pub exact: Exact,
}

/// An amount that cuts are a share of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Basis {
    pub exact: Exact,
    /// To the nearest rupiah, for people.
    pub whole: Rupiah,
}

impl<'t> Due<'t> {
    pub(crate) fn of(states: &[PayState], tariff: &'t Tariff) -> Result<Self, NotInForce> {
        let mut parts: Vec<Part<'t>> = Vec::new();
        let (mut sum, mut class) = (Exact::ZERO, Exact::ZERO);
        let mut by_criterion = ByCriterion::under(tariff);
        for span in spans(states, tariff)? {
            let Left { factor, provision: factor_provision, reason } = factor(&span, tariff)?;
            let (class_amount, provision) = match class_amount(&span, tariff) {
                Ok(found) => found,
                // Of nothing it does not matter what the whole would be.
                Err(_) if factor == Rate::ZERO => (Rupiah(0), None),
                Err(silent) => return Err(silent),
            };
            let of_post = by_criterion.of(class_amount, span.state, span.from);
            let class_amount = of_post.amount.round(Rounding::HalfUp, 1);
            let whole = of_post.amount.share(span.portion);
            let exact = whole.share(factor);
            by_criterion.add(&of_post, (span.portion, factor));
            class = class + whole;
            let before = sum;
            sum = sum + exact;
            // Where the act rounds the sum, a part is what it adds to the rounded sum.
            let amount = match tariff.gross_rounding.map(|rounding| rounding.at) {
                Some(At::Total) => rounded(sum, tariff)? - rounded(before, tariff)?,
                Some(At::Line) | None => rounded(exact, tariff)?,
            };
            parts.push(Part {
                from: span.from,
                until: span.until,
                class: span.state.class,
                class_amount,
                factor,
                reason,
                portion: span.portion,
                amount,
                provision,
                factor_provision,
            });
        }
        let total = parts.iter().map(|part| part.amount).sum();
        // Where nothing is due, there is nothing to cut from, whatever the class.
        let class = if total == Rupiah(0) { Exact::ZERO } else { class };
        let bases = bases(total, class, tariff);
        let components = components(&bases, tariff);
        let cuts = cuts(&bases, tariff);
        let criteria = by_criterion.components(total);
        Ok(Self { parts: parts.into(), components, criteria, total, bases, cuts })
    }

    /// What a band of a rule cuts on a day.
    #[inline]
    pub(crate) fn cut(
        &self,
        tariff: &Tariff,
        (rule, band): (&ActiveRule, &ActiveBand),
        day: Date,
    ) -> Result<Cut, NotInForce> {
        let values = self.cuts.get(band.number).map_or(&[][..], Vec::as_slice);
        if let Some((_, cut)) = values.iter().find(|(days, _)| days.has(day)) {
            return Ok(*cut);
        }
        // Either the rate is not known, or the base has no value.
        self.base(tariff, band.base, day)?;
        Err(NotInForce { title: format!("rule.{} {}", rule.name, band.code), date: day })
    }

    /// The amount a base is on a day.
    pub(crate) fn base(
        &self,
        tariff: &Tariff,
        place: usize,
        day: Date,
    ) -> Result<Basis, NotInForce> {
        let values = self.bases.get(place).expect("bases are compiled with the rules naming them");
        if let Some((_, basis)) = values.iter().find(|(days, _)| days.has(day)) {
            Ok(*basis)
        } else {
            let name = tariff.bases.get(place).map_or("", |base| &base.name);
            Err(NotInForce { title: format!("base.{name}"), date: day })
        }
    }
}

/// What each band cuts by each value of its base; nothing for bands whose rate is not known.
fn cuts(bases: &[Vec<(DaySet, Basis)>], tariff: &Tariff) -> Vec<Vec<(DaySet, Cut)>> {
    let bands = tariff.rules.iter().flat_map(|rule| &rule.bands);
    let of_band = |band: &ActiveBand| {
        let values = bases.get(band.base).into_iter().flatten();
        values
            .filter_map(|(days, basis)| {
                let rate = band.rate?;
                let exact = basis.exact.share(rate);
                Some((*days, Cut { rate, base: basis.whole, exact }))
            })
            .collect()
    };
    bands.map(of_band).collect()
}

fn bases(total: Rupiah, class: Exact, tariff: &Tariff) -> Vec<Vec<(DaySet, Basis)>> {
    let basis = |of: Of, share: Rate| {
        let exact = match of {
            Of::Tpp => Exact::portion(total, share),
            Of::Class => class.share(share),
        };
        Basis { exact, whole: exact.round(Rounding::HalfUp, 1) }
    };
    let values = |base: &ActiveBase| {
        base.values.iter().map(|(days, of, share)| (*days, basis(*of, *share))).collect()
    };
    tariff.bases.iter().map(values).collect()
}

/// The components as they are on the last day. Each is what it adds to the rounded sum of those
/// before it, so that components that share out the whole add up to it.
fn components<'t>(bases: &[Vec<(DaySet, Basis)>], tariff: &'t Tariff) -> Arc<[Component<'t>]> {
    let (mut exact, mut whole) = (Exact::ZERO, Rupiah(0));
    tariff
        .bases
        .iter()
        .zip(bases)
        .filter_map(|(base, values)| {
            let title = base.component.as_deref()?;
            let (_, of_month) = values.iter().find(|(days, _)| days.has(tariff.month.last()))?;
            exact = exact + of_month.exact;
            let sum = exact.round(Rounding::HalfUp, 1);
            let amount = sum - whole;
            whole = sum;
            Some(Component { name: &base.name, title, amount })
        })
        .collect()
}

/// Days of the month for which one state and one law pay.
struct Span<'a> {
    state: &'a PayState,
    from: Date,
    until: Date,
    portion: Rate,
}

/// The spans that pay: all of the month, or, where the act says so, only that of the first day for
/// the whole of it.
fn spans<'a>(states: &'a [PayState], tariff: &Tariff) -> Result<Vec<Span<'a>>, NotInForce> {
    let (first, last) = (tariff.month.first(), tariff.month.last());
    let mut spans: Vec<Span<'a>> =
        states.iter().flat_map(|state| spans_of_law(state, tariff)).collect();
    if spans.iter().all(|span| span.from == first && span.until == last) {
        return Ok(spans);
    }
    match proration(tariff)? {
        ProrationBy::FirstDay => spans.retain(|span| span.from == first),
        ProrationBy::CalendarDays => {
            let count = |days: i8| u32::try_from(days.max(0)).unwrap_or(0);
            for span in &mut spans {
                let days = span.until.day() - span.from.day() + 1;
                span.portion = Rate::new(count(days), count(last.day()));
            }
        }
    }
    Ok(spans)
}

/// A state, divided where the law on its amount or its factor changes.
fn spans_of_law<'a>(state: &'a PayState, tariff: &Tariff) -> Vec<Span<'a>> {
    let law_on = |day: Date| {
        let reason = state.reason.as_deref();
        let paid = state.eligible;
        (
            tariff.class_amounts.iter().position(|(days, ..)| paid && days.has(day)),
            criteria::holding(tariff, day),
            tariff.employment.iter().position(|(days, of, ..)| {
                paid && state.factor.is_none() && *of == state.employment && days.has(day)
            }),
            tariff
                .reasons
                .iter()
                .position(|(days, of, ..)| reason == Some(of.as_str()) && days.has(day)),
        )
    };
    let mut spans: Vec<Span<'a>> = Vec::new();
    let mut before = None;
    for day in tariff.month.days().filter(|day| (state.from..=state.until).contains(day)) {
        let law = Some(law_on(day));
        match spans.last_mut().filter(|_| law == before) {
            Some(span) => span.until = day,
            None => spans.push(Span { state, from: day, until: day, portion: Rate::ONE }),
        }
        before = law;
    }
    spans
}

fn proration(tariff: &Tariff) -> Result<ProrationBy, NotInForce> {
    tariff
        .proration
        .map(|(by, _)| by)
        .ok_or_else(|| NotInForce { title: "proration".to_owned(), date: tariff.month.first() })
}

/// The share of the Tpp that is left, and who says so.
struct Left<'t> {
    factor: Rate,
    provision: Option<ProvisionId>,
    reason: Option<&'t str>,
}

/// The share that is left: an officer's decision before the law's, and of the law's both.
fn factor<'t>(span: &Span<'_>, tariff: &'t Tariff) -> Result<Left<'t>, NotInForce> {
    let (state, day) = (span.state, span.from);
    let known = state.reason.as_deref().and_then(|reason| {
        tariff.reasons.iter().find(|(days, name, ..)| name == reason && days.has(day))
    });
    let reason = known.map(|(_, name, ..)| name.as_str());
    let of_reason = known.map(|(.., id)| *id);
    if !state.eligible {
        return Ok(Left { factor: Rate::ZERO, provision: of_reason, reason });
    }
    if let Some(factor) = state.factor {
        return Ok(Left { factor, provision: of_reason, reason });
    }
    let (.., rate, id) = tariff
        .employment
        .iter()
        .find(|(days, employment, ..)| *employment == state.employment && days.has(day))
        .ok_or_else(|| NotInForce {
            title: format!("employment-factor.{}", state.employment),
            date: day,
        })?;
    Ok(match known {
        Some((.., left, of_reason)) => {
            Left { factor: rate.of(*left), provision: Some(*of_reason), reason }
        }
        None => Left { factor: *rate, provision: Some(*id), reason },
    })
}

fn class_amount(
    span: &Span<'_>,
    tariff: &Tariff,
) -> Result<(Rupiah, Option<ProvisionId>), NotInForce> {
    let (state, day) = (span.state, span.from);
    tariff
        .class_amounts
        .iter()
        .find(|(days, ..)| days.has(day))
        .and_then(|(_, amounts, id)| {
            Some((Rupiah(i64::from(*amounts.get(&state.class?)?)), Some(*id)))
        })
        .ok_or_else(|| {
            let class = state.class.map_or_else(|| "-".to_owned(), |class| class.to_string());
            NotInForce { title: format!("class-amounts {class}"), date: day }
        })
}

fn rounded(exact: Exact, tariff: &Tariff) -> Result<Rupiah, NotInForce> {
    if let Some(rounding) = tariff.gross_rounding {
        return Ok(exact.round(rounding.how, rounding.unit));
    }
    let whole = exact.round(Rounding::Down, 1);
    if Exact::from(whole) == exact || whole == exact.round(Rounding::Up, 1) {
        return Ok(whole);
    }
    Err(NotInForce { title: "gross-rounding".to_owned(), date: tariff.month.last() })
}

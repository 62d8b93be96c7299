//! The Tpp that is due before cuts: class amount × factor × part of the month.

use civil::{Exact, Rate, Rupiah};
use jiff::civil::Date;

use super::{Component, MonthFacts, PayState};
use crate::{
    law::{
        NotInForce, ProvisionId,
        pay::{At, Of, ProrationBy},
    },
    tariff::Tariff,
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
    /// Amount of the class for a whole month.
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

/// What is due.
pub(crate) struct Due<'t> {
    pub parts: Vec<Part<'t>>,
    pub total: Rupiah,
    /// The class amount of the month, in proportion, whatever the factor.
    class: Exact,
}

impl<'t> Due<'t> {
    pub(crate) fn of(facts: &MonthFacts<'_>, tariff: &'t Tariff) -> Result<Self, NotInForce> {
        let mut due = Self { parts: Vec::new(), total: Rupiah(0), class: Exact::ZERO };
        let mut sum = Exact::ZERO;
        for state in paid_states(facts, tariff)? {
            let portion = portion(state, facts, tariff)?;
            let Left { factor, provision: factor_provision, reason } = factor(state, tariff)?;
            let needed = factor != Rate::ZERO;
            let (class_amount, provision) = match class_amount(state, tariff) {
                Ok(found) => found,
                Err(_) if !needed => (Rupiah(0), None),
                Err(silent) => return Err(silent),
            };
            let whole = Exact::portion(class_amount, portion);
            let exact = whole.share(factor);
            due.class = due.class + whole;
            due.parts.push(Part {
                from: state.from,
                until: state.until,
                class: state.class,
                class_amount,
                factor,
                reason,
                portion,
                amount: rounded(exact, tariff)?,
                provision,
                factor_provision,
            });
            sum = sum + exact;
        }
        due.total = match tariff.gross_rounding.map(|rounding| rounding.at) {
            Some(At::Total) => rounded(sum, tariff)?,
            Some(At::Line) | None => due.parts.iter().map(|part| part.amount).sum(),
        };
        Ok(due)
    }

    /// The amount a base is on a day.
    pub(crate) fn base(
        &self,
        tariff: &Tariff,
        place: usize,
        day: Date,
    ) -> Result<Exact, NotInForce> {
        let base = tariff.bases.get(place).expect("bases are compiled with the rules naming them");
        let (of, share) = base.on(day)?;
        Ok(match of {
            Of::Tpp => Exact::portion(self.total, share),
            Of::Class => self.class.share(share),
        })
    }

    pub(crate) fn components(&self, tariff: &'t Tariff) -> Vec<Component<'t>> {
        tariff
            .bases
            .iter()
            .enumerate()
            .filter_map(|(place, base)| {
                let title = base.component.as_deref()?;
                let amount = self.base(tariff, place, tariff.month.last()).ok()?;
                let amount = amount.round(civil::Rounding::HalfUp, 1);
                Some(Component { name: &base.name, title, amount })
            })
            .collect()
    }
}

/// The states that pay: all of them, or only that of the first day.
fn paid_states<'a>(facts: &MonthFacts<'a>, tariff: &Tariff) -> Result<&'a [PayState], NotInForce> {
    let whole = match facts.states {
        [only] => only.from == tariff.month.first() && only.until == tariff.month.last(),
        _ => false,
    };
    if whole || facts.states.is_empty() {
        return Ok(facts.states);
    }
    match proration(tariff)? {
        ProrationBy::CalendarDays => Ok(facts.states),
        ProrationBy::FirstDay => {
            let first = facts.states.iter().position(|state| state.from == tariff.month.first());
            Ok(first.and_then(|first| facts.states.get(first..=first)).unwrap_or_default())
        }
    }
}

fn proration(tariff: &Tariff) -> Result<ProrationBy, NotInForce> {
    tariff
        .proration
        .map(|(by, _)| by)
        .ok_or_else(|| NotInForce { title: "proration".to_owned(), date: tariff.month.first() })
}

fn portion(state: &PayState, facts: &MonthFacts<'_>, tariff: &Tariff) -> Result<Rate, NotInForce> {
    let (first, last) = (tariff.month.first(), tariff.month.last());
    if state.from == first && state.until == last {
        return Ok(Rate::ONE);
    }
    debug_assert!(!facts.states.is_empty(), "a part is one of the states");
    Ok(match proration(tariff)? {
        ProrationBy::FirstDay => Rate::ONE,
        ProrationBy::CalendarDays => {
            let days = i64::from(state.until.day()) - i64::from(state.from.day()) + 1;
            let count = |days: i64| u32::try_from(days.max(0)).unwrap_or(0);
            Rate::new(count(days), count(i64::from(last.day())))
        }
    })
}

/// The share of the Tpp that is left, and who says so.
struct Left<'t> {
    factor: Rate,
    provision: Option<ProvisionId>,
    reason: Option<&'t str>,
}

/// The share that is left: an officer's decision before the law's, and of the law's both.
fn factor<'t>(state: &PayState, tariff: &'t Tariff) -> Result<Left<'t>, NotInForce> {
    let known = state.reason.as_deref().and_then(|reason| {
        tariff.reasons.iter().find(|(days, name, ..)| name == reason && days.has(state.from))
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
        .find(|(days, employment, ..)| *employment == state.employment && days.has(state.from))
        .ok_or_else(|| NotInForce {
            title: format!("employment-factor.{}", state.employment),
            date: state.from,
        })?;
    Ok(match known {
        Some((.., left, of_reason)) => {
            Left { factor: rate.of(*left), provision: Some(*of_reason), reason }
        }
        None => Left { factor: *rate, provision: Some(*id), reason },
    })
}

fn class_amount(
    state: &PayState,
    tariff: &Tariff,
) -> Result<(Rupiah, Option<ProvisionId>), NotInForce> {
    tariff
        .class_amounts
        .iter()
        .find(|(days, ..)| days.has(state.from))
        .and_then(|(_, amounts, id)| {
            Some((Rupiah(i64::from(*amounts.get(&state.class?)?)), Some(*id)))
        })
        .ok_or_else(|| {
            let class = state.class.map_or_else(|| "-".to_owned(), |class| class.to_string());
            NotInForce { title: format!("class-amounts {class}"), date: state.from }
        })
}

fn rounded(exact: Exact, tariff: &Tariff) -> Result<Rupiah, NotInForce> {
    if let Some(rounding) = tariff.gross_rounding {
        return Ok(exact.round(rounding.how, rounding.unit));
    }
    let whole = exact.round(civil::Rounding::Down, 1);
    if Exact::from(whole) == exact || whole == exact.round(civil::Rounding::Up, 1) {
        return Ok(whole);
    }
    Err(NotInForce { title: "gross-rounding".to_owned(), date: tariff.month.last() })
}

//! Leave that the law pays by its reason, decree or none.

use jiff::civil::Date;

use super::PayState;
use crate::{month::ExcusedDays, tariff::Tariff};

/// The states with the reason of leave whose days the law pays by that reason, such as leave at
/// nobody's expense (PP 11/2017 art. 338): whoever has been granted it needs no decree on the Tpp
/// besides, and no share that an officer set holds on those days.
#[must_use]
pub fn with_excuses(
    states: Vec<PayState>,
    excuses: &[ExcusedDays],
    tariff: &Tariff,
) -> Vec<PayState> {
    if tariff.paid_by_excuse.is_empty() || excuses.is_empty() {
        return states;
    }
    states.into_iter().flat_map(|state| divided(&state, excuses, tariff)).collect()
}

fn divided(state: &PayState, excuses: &[ExcusedDays], tariff: &Tariff) -> Vec<PayState> {
    let mut parts: Vec<PayState> = Vec::new();
    for day in tariff.month.days().filter(|day| (state.from..=state.until).contains(day)) {
        let reason = reason_on(day, excuses, tariff);
        let part = match reason {
            Some(reason) => {
                PayState { reason: Some(reason.to_owned()), factor: None, ..state.clone() }
            }
            None => state.clone(),
        };
        match parts.last_mut() {
            Some(last) if last.reason == part.reason && last.factor == part.factor => {
                last.until = day;
            }
            Some(_) | None => parts.push(PayState { from: day, until: day, ..part }),
        }
    }
    parts
}

/// The kind of leave of a whole day that the law pays by reason.
fn reason_on<'t>(day: Date, excuses: &[ExcusedDays], tariff: &'t Tariff) -> Option<&'t str> {
    let of_day = excuses.iter().filter(|excused| (excused.from..=excused.until).contains(&day));
    of_day.filter(|excused| excused.excuse.seconds.is_none()).find_map(|excused| {
        let kind = excused.excuse.kind.code();
        let law = tariff.paid_by_excuse.iter().find(|(days, of)| of == kind && days.has(day));
        law.map(|(_, of)| of.as_str())
    })
}

//! Leave: what is left of it.

use axum::extract::{Query, State};
use jiff::civil::Date;
use office::leave::{LeaveForecast, LeaveSource};
use serde::Deserialize;
use words::Phrase;

use crate::{
    Area, Html, PageError, Site, forms,
    pages::{
        Source,
        leave::{AheadStep, BalanceAhead, LeaveBalance, LeaveLot, LeaveUse},
    },
    routes::presence::source_status,
    site::Caller,
};

/// What the balance may be asked with.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// A day to come.
    on: Option<String>,
}

/// The reader's own balance, today and on a day to come.
pub(in crate::routes) async fn my_balance(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<LeaveBalance>, PageError> {
    // An account without a person behind it has no leave of its own.
    let nip = caller.visitor.nip.ok_or_else(PageError::not_found)?;
    let today = site.office().today();
    let text = asked.on.unwrap_or_default();
    let (day, error) = day_ahead(&text, today);
    let balance = site.office().leave_balance(caller.actor(), &nip, today).await?;
    let ahead = match day {
        Some(day) => site.office().leave_balance(caller.actor(), &nip, day).await?.forecast,
        None => None,
    };
    let lots = balance.lots.into_iter().map(|lot| LeaveLot {
        granted_in: lot.granted_in,
        days: lot.days,
        used: lot.used,
        reserved: lot.reserved,
        left: lot.left,
        expires: lot.expires,
        source: source(lot.source),
    });
    let uses = balance.uses.into_iter().map(|one| LeaveUse {
        from: one.from,
        until: one.until,
        days: one.working_days,
    });
    Ok(Html::ok(LeaveBalance {
        frame: caller.frame_in(Area::MyMonth),
        on: balance.on,
        left: balance.left,
        lapsing: balance.lapsing,
        overdrawn: balance.overdrawn,
        entitled_from: balance.entitled_from,
        closed_by: balance.closed_by.map(source),
        lots: lots.collect(),
        uses: uses.collect(),
        ahead_text: text,
        ahead_error: error,
        ahead: ahead.map(|forecast| ahead_of(&forecast)),
    }))
}

/// The day that a field names, or what is wrong with it; nothing if it is empty.
fn day_ahead(text: &str, today: Date) -> (Option<Date>, Option<Phrase>) {
    if text.trim().is_empty() {
        return (None, None);
    }
    match forms::date(text) {
        Some(day) if day > today => (Some(day), None),
        Some(_) => (None, Some(Phrase::new("page-leave-ahead-past"))),
        None => (None, Some(Phrase::new("page-leave-ahead-no-date"))),
    }
}

fn ahead_of(forecast: &LeaveForecast) -> BalanceAhead {
    let lapsed = forecast.lapsed.iter().map(|(on, year, days)| AheadStep {
        on: *on,
        what: Phrase::new("page-leave-step-lapsed")
            .with("year", year.to_string())
            .with("days", *days),
    });
    let granted = forecast.granted.iter().map(|(on, days)| AheadStep {
        on: *on,
        what: Phrase::new("page-leave-step-granted").with("days", *days),
    });
    let mut steps: Vec<AheadStep> = lapsed.chain(granted).collect();
    steps.sort_by_key(|step| step.on);
    BalanceAhead { on: forecast.on, left: forecast.left, steps }
}

fn source(of: LeaveSource) -> Source {
    let LeaveSource { act, article, status } = of;
    Source { act, article, status: source_status(status), href: None }
}

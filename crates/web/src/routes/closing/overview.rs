//! Where the month of every unit stands.

use axum::extract::{Path, State};
use civil::Month;
use office::{Permission, Scope, allowance::closing::UnitClosing};
use words::{Arg, Phrase};

use super::parts::{number, state_said, style};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        MonthLinks,
        closing::{ClosingRow, Closings},
    },
    paths,
    routes::presence::month_named,
    site::Caller,
};

/// Every unit that the reader may see.
pub(in crate::routes) async fn closings(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
) -> Result<Html<Closings>, PageError> {
    let month = month_named(&month)?;
    let (office, actor) = (site.office(), caller.actor());
    let mut units = office.unit_closings(actor, month).await?;
    units.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.name.cmp(&b.name)));
    let count = |fits: fn(&UnitClosing) -> bool| {
        number(units.iter().filter(|unit| fits(unit)).count() as u64)
    };
    let link = |month: Month| paths::closings(month.first());
    Ok(Html::ok(Closings {
        frame: caller.frame_in(Area::UnitMonth),
        month: MonthLinks {
            month: month.first(),
            previous: (!units.is_empty()).then(|| link(month.previous())),
            next: (month.last() < office.today()).then(|| link(month.next())),
        },
        open: count(|unit| unit.closing.is_none()),
        unsigned: count(|unit| {
            unit.closing.as_ref().is_some_and(|closing| closing.waits_for.is_some())
        }),
        payments: actor
            .may(Permission::SeePay, Scope::Regency)
            .then(|| paths::payments(None, month.first())),
        shadow: actor
            .may(Permission::KeepPeople, Scope::Regency)
            .then(|| paths::shadow(month.first())),
        rows: units.iter().map(|unit| row(unit, month)).collect(),
    }))
}

/// What is open before what is closed and what is signed; the most left first.
fn order(unit: &UnitClosing) -> (u8, std::cmp::Reverse<u64>) {
    let group = match &unit.closing {
        None => 0,
        Some(closing) if closing.waits_for.is_some() => 1,
        Some(_) => 2,
    };
    (group, std::cmp::Reverse(unit.undecided * 1_000 + unit.problem_days))
}

fn row(unit: &UnitClosing, month: Month) -> ClosingRow {
    let stage = unit.closing.as_ref().map_or("open", |closing| closing.stage.as_str());
    let counted = |key: &str, count: u64| {
        let count = Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
        Phrase::new(key).with("count", count)
    };
    let mut left = Vec::new();
    if unit.undecided > 0 {
        left.push(counted("page-closings-undecided", unit.undecided));
    }
    match &unit.closing {
        None => {
            if unit.problem_days > 0 {
                left.push(counted("page-closings-days", unit.problem_days));
            }
            if unit.was_reopened {
                left.push(Phrase::new("page-closings-reopened"));
            }
        }
        Some(closing) => {
            left.extend(closing.waits_for.map(|role| {
                let role = Phrase::new(format!("role-{role}"));
                Phrase::new("closing-waits-for").with("desk", role)
            }));
            if closing.supplements > 0 {
                left.push(counted("page-closings-supplements", closing.supplements));
            }
        }
    }
    ClosingRow {
        name: unit.name.clone(),
        href: paths::closing(unit.skpd.as_str(), month.first()),
        state: state_said(stage),
        style: if unit.closing.is_some() { style(stage) } else { "refused" },
        left,
        people: number(unit.people),
        net: unit.closing.as_ref().map_or(unit.net, |closing| closing.net),
    }
}

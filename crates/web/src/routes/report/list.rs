//! The reports that a reader may have.

use axum::extract::{Path, Query, State};
use civil::{Month, Skpd};
use office::{
    Office, Permission, Scope,
    allowance::{ReportName, ReportRequest, payments::PayAsked},
};
use words::Phrase;

use super::ask::{Asked, Subject, downloads, may_have, subject, title, with_whose};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        ChoiceState, MonthLinks,
        report::{ReportLink, Reports},
    },
    paths,
    routes::{presence::month_named, units::choice},
    site::Caller,
};

/// The list.
pub(in crate::routes) async fn reports(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<Reports>, PageError> {
    let month = month_named(&month)?;
    let (office, actor) = (site.office(), caller.actor());
    let asked_for = asked.skpd.filter(|code| !code.is_empty());
    let skpd: Option<Skpd> =
        asked_for.map(|code| code.parse()).transpose().map_err(|_| PageError::not_found())?;
    let mut units = Vec::new();
    if actor.may(Permission::SeeUnit, Scope::Regency) {
        units = office.skpds().await?.iter().map(choice).collect();
        for unit in &mut units {
            if skpd.as_ref().is_some_and(|skpd| skpd.as_str() == unit.value) {
                unit.state = ChoiceState::Chosen;
            }
        }
    }
    let own = caller.visitor.nip;
    let request = |name| {
        let of_person = matches!(subject(name), Subject::Slip | Subject::Person);
        let nip = own.filter(|_| of_person);
        let skpd = skpd.clone().filter(|_| !of_person && subject(name) != Subject::Ranks);
        let whole = !of_person || nip.is_some();
        whole.then_some(ReportRequest { name, month, skpd, nip, paid: None, number: None })
    };
    let names = ReportName::ALL
        .into_iter()
        .filter(|name| may_have(actor, *name, skpd.as_ref()) && is_paid_in(office, *name, month));
    let rows = names.filter_map(request).map(|request| {
        let path = paths::report(request.name.code(), month.first(), None);
        ReportLink {
            name: Phrase::new(title(request.name)),
            about: Phrase::new(format!("page-report-about-{}", request.name.code())),
            href: with_whose(&path, &request),
            downloads: downloads(office, actor, &request),
        }
    });
    let code = skpd.as_ref().map(ToString::to_string).unwrap_or_default();
    let link = |month: Month| paths::with_query(&paths::reports(month.first()), &[("skpd", &code)]);
    Ok(Html::ok(Reports {
        rows: rows.collect(),
        frame: caller.frame_in(Area::Reports),
        month: MonthLinks {
            month: month.first(),
            previous: None,
            next: (month.last() < office.today()).then(|| link(month.next())),
        },
        address: paths::reports(month.first()),
        units,
    }))
}

/// Whether the law has the allowance of a report paid in a month; other reports are of every month.
fn is_paid_in(office: &Office, name: ReportName, month: Month) -> bool {
    match name {
        ReportName::Thr | ReportName::Gaji13 => {
            let asked = PayAsked { skpd: None, month, paid: None, number: None };
            office.extra_terms(name.code(), &asked).is_ok()
        }
        ReportName::Payments
        | ReportName::Recap
        | ReportName::Slip
        | ReportName::Spj
        | ReportName::SpjTax
        | ReportName::Sipd
        | ReportName::Sheet
        | ReportName::Absences
        | ReportName::LeaveBalances
        | ReportName::YearCard
        | ReportName::Punctuality => true,
    }
}

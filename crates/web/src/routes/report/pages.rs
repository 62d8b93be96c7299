//! The pages of reports: payment lists, slips, and each by its name.

use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use office::allowance::{ReportName, ReportRequest};

use super::{
    ask::{Asked, SPTJM, request, with_whose},
    file,
    show::{BankAsked, View, page},
};
use crate::{
    Html, PageError, Site, pages::report::ReportPage, paths, routes::page_number,
    routes::presence::month_named, site::Caller,
};

impl View {
    pub(super) fn at(address: fn(&ReportRequest) -> String, asked: &Asked) -> Self {
        let page = page_number(asked.page.as_deref());
        Self { address, page, bank: BankAsked::default() }
    }
}

/// The payment list of a unit.
pub(in crate::routes) async fn unit_payments(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<ReportPage>, PageError> {
    let asked = asked.of_unit(skpd);
    let request = request(&caller, ReportName::Payments, month_named(&month)?, &asked)?;
    let view = View::at(payments_address, &asked);
    Ok(Html::ok(page(&site, &caller, &request, view).await?))
}

pub(super) fn payments_address(request: &ReportRequest) -> String {
    let skpd = request.skpd.as_ref().map(ToString::to_string);
    let number = request.number.map(|number| number.to_string()).unwrap_or_default();
    let path = paths::payments(skpd.as_deref(), request.month.first());
    paths::with_query(&path, &[("number", &number)])
}

/// What every unit pays; who is bound to a unit is led to its list.
pub(in crate::routes) async fn payments(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let month = month_named(&month)?;
    if let Some(skpd) = caller.actor().skpd() {
        let to = paths::payments(Some(skpd.as_str()), month.first());
        return Ok(Redirect::to(&to).into_response());
    }
    let asked = Asked { skpd: None, ..asked };
    let request = request(&caller, ReportName::Recap, month, &asked)?;
    let view = View::at(payments_address, &asked);
    Ok(Html::ok(page(&site, &caller, &request, view).await?).into_response())
}

/// The reader's slip.
pub(in crate::routes) async fn my_slip(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<ReportPage>, PageError> {
    let asked = Asked { nip: None, skpd: None, ..asked };
    let request = request(&caller, ReportName::Slip, month_named(&month)?, &asked)?;
    let view = View::at(|request| paths::my_slip(request.month.first()), &asked);
    Ok(Html::ok(page(&site, &caller, &request, view).await?))
}

/// The slip of a person.
pub(in crate::routes) async fn person_slip(
    State(site): State<Site>,
    caller: Caller,
    Path((nip, month)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<ReportPage>, PageError> {
    let asked = Asked { nip: Some(nip), skpd: None, ..asked };
    let request = request(&caller, ReportName::Slip, month_named(&month)?, &asked)?;
    let address = |request: &ReportRequest| {
        let nip = request.nip.as_ref().map(ToString::to_string).unwrap_or_default();
        paths::person_slip(&nip, request.month.first())
    };
    let view = View::at(address, &asked);
    Ok(Html::ok(page(&site, &caller, &request, view).await?))
}

/// A report by its name: a month is its page, a month with the ending of a file is that file.
pub(in crate::routes) async fn named(
    State(site): State<Site>,
    caller: Caller,
    Path((name, month)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if name == SPTJM {
        let month = month.strip_suffix(".pdf").ok_or_else(PageError::not_found)?;
        let request = request(&caller, ReportName::Spj, month_named(month)?, &asked)?;
        return file::sptjm(&site, &caller, request).await;
    }
    let name = ReportName::from_code(&name).ok_or_else(PageError::not_found)?;
    if let Some((month, ending)) = month.split_once('.') {
        let request = request(&caller, name, month_named(month)?, &asked)?;
        return file::file(&site, &caller, request, ending).await;
    }
    let request = request(&caller, name, month_named(&month)?, &asked)?;
    let address = |request: &ReportRequest| {
        with_whose(&paths::report(request.name.code(), request.month.first(), None), request)
    };
    let view = View::at(address, &asked);
    Ok(Html::ok(page(&site, &caller, &request, view).await?).into_response())
}

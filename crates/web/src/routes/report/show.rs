//! A report on the screen.

use office::{
    OfficeError, Permission, Scope,
    allowance::{ReportName, ReportRequest},
};
use reports::Table;
use words::{Phrase, Words};

use super::ask::{Subject, downloads, may_have, subject, title, with_whose};
use crate::{
    Area, PageError, Site, forms,
    pages::{
        Choice, FormError, MonthLinks, PayStatus,
        report::{BankForm, ReportKind, ReportPage, ReportWhose, TableView},
    },
    paths,
    site::Caller,
};

/// A report as it is looked at.
pub(super) struct View {
    /// Its address without the page, with a place for another month.
    pub(super) address: fn(&ReportRequest) -> String,
    /// The page of its table, from 1.
    pub(super) page: usize,
    /// What a bank's file was asked with.
    pub(super) bank: BankAsked,
}

/// What a bank's file was asked with, and what is wrong with it.
#[derive(Default)]
pub(super) struct BankAsked {
    pub(super) format: String,
    pub(super) day: Option<String>,
    pub(super) batch: Option<String>,
    pub(super) errors: Vec<FormError>,
}

/// The table of a report; nothing where the month has nothing to report.
pub(super) async fn table(
    site: &Site,
    caller: &Caller,
    request: &ReportRequest,
) -> Result<Option<Table>, PageError> {
    match site.office().report(caller.actor(), request).await {
        Ok(table) => Ok(Some(table)),
        // Its request is whole, so it is the month that has nothing, or is out of reach.
        Err(OfficeError::BadInput(_) | OfficeError::NotFound { what: "pay of", .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The page of a report.
pub(super) async fn page(
    site: &Site,
    caller: &Caller,
    request: &ReportRequest,
    view: View,
) -> Result<ReportPage, PageError> {
    let (actor, lang) = (caller.actor(), caller.frame.lang);
    let table = table(site, caller, request).await?;
    let numbers = numbers(site, caller, request).await?;
    let own = (view.address)(request);
    let other_part = |page: usize| paths::with_query(&own, &[("page", &page.to_string())]);
    let lead = |path: &str| lead(path, request, caller);
    let laid = match &table {
        Some(table) => TableView::of(table, lang, lead, (view.page, other_part)),
        None => TableView::nothing(),
    };
    let today = site.office().today();
    let at = |month| (view.address)(&ReportRequest { month, number: None, ..request.clone() });
    let is_own = request.nip.is_some() && request.nip == caller.visitor.nip;
    let money = matches!(subject(request.name), Subject::Money | Subject::Slip);
    let status = table.as_ref().map_or(PayStatus::Final, status);
    let mut page = ReportPage {
        frame: caller.frame_in(if is_own { Area::MyMonth } else { Area::Reports }),
        title: Phrase::new(title(request.name)),
        whose: whose(site, caller, request, table.as_ref()),
        month: MonthLinks {
            month: request.month.first(),
            previous: table.is_some().then(|| at(request.month.previous())),
            next: (request.month.last() < today).then(|| at(request.month.next())),
        },
        kind: if money && table.is_some() { ReportKind::Money(status) } else { ReportKind::Other },
        net: if money { table.as_ref().and_then(net) } else { None },
        by_closing: by_closing(request, &numbers, view.address),
        beside: if table.is_some() { beside(caller, request) } else { Vec::new() },
        downloads: match &table {
            Some(_) => downloads(site.office(), actor, request),
            None => Vec::new(),
        },
        bank: None,
        table: laid,
        errors: view.bank.errors,
    };
    let scope = request.skpd.as_ref().or(actor.skpd()).map_or(Scope::Regency, Scope::Skpd);
    let has_bank = request.name == ReportName::Payments && !site.banks().is_empty();
    if has_bank && table.is_some() && actor.may(Permission::PayOut, scope) {
        let day = view.bank.day.unwrap_or_else(|| forms::date_text(today));
        let formats = site.banks().iter().map(|format| {
            let name = format.name();
            if name == view.bank.format {
                Choice::chosen(name, name)
            } else {
                Choice::open(name, name)
            }
        });
        page.bank = Some(BankForm {
            action: paths::bank_file(request.month.first()),
            skpd: request.skpd.as_ref().map(ToString::to_string).unwrap_or_default(),
            number: request.number.map(|number| number.to_string()).unwrap_or_default(),
            formats: formats.collect(),
            day,
            batch: view.bank.batch.unwrap_or_else(|| "1".to_owned()),
        });
    }
    Ok(page)
}

/// Whether a list may be paid.
fn status(table: &Table) -> PayStatus {
    if table.is_simulation() {
        PayStatus::Simulation
    } else if table.unsigned().next().is_some() {
        PayStatus::Unsigned
    } else {
        PayStatus::Final
    }
}

/// What is paid in all.
fn net(table: &Table) -> Option<i64> {
    let key = if table.name == "slip" { "amount" } else { "net" };
    let place = table.columns.iter().position(|column| column.key == key)?;
    table.total.as_deref()?.get(place)?.amount()
}

/// Where a row of a list leads: of a person's pay to the slip, of a unit's to its list.
fn lead(path: &str, request: &ReportRequest, caller: &Caller) -> String {
    match request.name {
        ReportName::Payments => format!("{path}/slip"),
        ReportName::Recap if request.skpd.is_none() && caller.actor().skpd().is_none() => {
            format!("{path}/payments")
        }
        ReportName::Slip if path.contains("?day=") => {
            let nip = request.nip.as_ref().filter(|_| request.nip == caller.visitor.nip);
            let own = nip.and_then(|nip| path.strip_prefix(&format!("/people/{nip}/")));
            own.map_or_else(|| format!("{path}#day"), |own| format!("/me/{own}#day"))
        }
        ReportName::Thr
        | ReportName::Gaji13
        | ReportName::Recap
        | ReportName::Slip
        | ReportName::Spj
        | ReportName::SpjTax
        | ReportName::Sipd
        | ReportName::Sheet
        | ReportName::Absences
        | ReportName::LeaveBalances
        | ReportName::YearCard
        | ReportName::Punctuality => path.to_owned(),
    }
}

fn whose(
    site: &Site,
    caller: &Caller,
    request: &ReportRequest,
    table: Option<&Table>,
) -> ReportWhose {
    let first = request.month.first();
    // The head of a list ends with whom it is about, where it is not about all.
    let named = table.and_then(|table| table.heading.get(3));
    let name = named.map(|phrase| Words::say(caller.frame.lang, phrase));
    let href = match (&request.nip, &request.skpd) {
        // A year has months of which nothing is known, and a person has a page all the same.
        (Some(nip), _) if subject(request.name) == Subject::Person => {
            Some(paths::person(nip.as_str()))
        }
        (Some(nip), _) if Some(*nip) == caller.visitor.nip => Some(paths::my_month(first)),
        (Some(nip), _) => Some(paths::person_month(nip.as_str(), first)),
        (None, Some(skpd)) => Some(paths::unit_month(skpd.as_str(), first)),
        (None, None) => None,
    };
    // Of a month that has nothing to report there is no page either.
    let href = href.filter(|_| table.is_some());
    ReportWhose { name: name.unwrap_or_else(|| site.regency()), href }
}

/// The closings whose parts of a payment list are paid each for itself.
async fn numbers(
    site: &Site,
    caller: &Caller,
    request: &ReportRequest,
) -> Result<Vec<u32>, PageError> {
    let actor = caller.actor();
    let Some(skpd) = request.skpd.as_ref().or(actor.skpd()) else { return Ok(Vec::new()) };
    if !actor.may(Permission::SeePay, Scope::Skpd(skpd)) {
        return Ok(Vec::new());
    }
    let numbers = site.office().closing_numbers(actor, skpd, request).await?;
    // Of a month without supplements its only closing is the whole list.
    Ok(if numbers.len() > 1 { numbers } else { Vec::new() })
}

/// The same of each closing.
fn by_closing(
    request: &ReportRequest,
    numbers: &[u32],
    address: fn(&ReportRequest) -> String,
) -> Vec<(Phrase, String)> {
    let part = |number: &u32| {
        let part = ReportRequest { number: Some(*number), ..request.clone() };
        let title = Phrase::new("page-report-number").with("number", i64::from(*number));
        (title, address(&part))
    };
    numbers.iter().map(part).collect()
}

/// Other pages about the same.
fn beside(caller: &Caller, request: &ReportRequest) -> Vec<(Phrase, String)> {
    let actor = caller.actor();
    let first = request.month.first();
    let mut beside = Vec::new();
    if subject(request.name) == Subject::Money {
        let skpd = request.skpd.as_ref().or(actor.skpd());
        let scope = skpd.map_or(Scope::Regency, Scope::Skpd);
        if actor.may(Permission::SeeUnit, scope) {
            let href = match skpd {
                Some(skpd) => paths::closing(skpd.as_str(), first),
                None => paths::closings(first),
            };
            beside.push((Phrase::new("page-closing-link"), href));
        }
        for other in [ReportName::Payments, ReportName::Recap] {
            if other != request.name && may_have(actor, other, request.skpd.as_ref()) {
                let path = paths::report(other.code(), first, None);
                let whole = ReportRequest { number: None, ..request.clone() };
                beside.push((Phrase::new(title(other)), with_whose(&path, &whole)));
            }
        }
    }
    if subject(request.name) == Subject::Slip {
        let nip = request.nip.as_ref().map(ToString::to_string).unwrap_or_default();
        let href = paths::with_query(paths::CLAIMS, &[("nip", &nip)]);
        beside.push((Phrase::new("claim-title"), href));
    }
    let all = Phrase::new("page-reports-nav");
    let skpd = request.skpd.as_ref().map(ToString::to_string).unwrap_or_default();
    beside.push((all, paths::with_query(&paths::reports(first), &[("skpd", &skpd)])));
    beside
}

//! What a report is asked with, and what each is about.

use civil::{Month, Nip, Skpd};
use office::{
    Actor, Office, Permission, Scope,
    allowance::{ReportName, ReportRequest},
};
use serde::Deserialize;
use words::Phrase;

use crate::{
    PageError, forms,
    pages::{
        error::ErrorKind,
        report::{Download, DownloadWay},
    },
    paths,
    site::Caller,
};

/// The letter by which the head of a unit answers for what is paid there, in addresses.
pub(super) const SPTJM: &str = "sptjm";

/// What an address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::routes) struct Asked {
    /// Of one unit.
    pub(super) skpd: Option<String>,
    /// Of one person.
    pub(super) nip: Option<String>,
    /// The day of payment, as typed.
    pub(super) paid: Option<String>,
    /// Page of the table, from 1.
    pub(super) page: Option<String>,
    /// Number of one closing of the unit.
    pub(super) number: Option<String>,
    /// Format of a bank.
    pub(super) format: Option<String>,
    /// Number of the bank's file among those of its day.
    pub(super) batch: Option<String>,
}

impl Asked {
    /// The same of the unit with this code.
    pub(super) fn of_unit(self, skpd: String) -> Self {
        Self { skpd: Some(skpd), ..self }
    }
}

/// What a report is about, which decides who may have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// What is paid.
    Money,
    /// What one person is paid.
    Slip,
    /// Presence in units.
    Presence,
    /// Presence of one person.
    Person,
    /// Ranks without names.
    Ranks,
}

pub(super) fn subject(name: ReportName) -> Subject {
    match name {
        ReportName::Payments
        | ReportName::Thr
        | ReportName::Gaji13
        | ReportName::Recap
        | ReportName::Spj
        | ReportName::SpjTax
        | ReportName::Sipd => Subject::Money,
        ReportName::Slip => Subject::Slip,
        ReportName::Sheet | ReportName::Absences | ReportName::LeaveBalances => Subject::Presence,
        ReportName::YearCard => Subject::Person,
        ReportName::Punctuality => Subject::Ranks,
    }
}

/// The key of a report's title.
pub(super) fn title(name: ReportName) -> String {
    let of = if name == ReportName::Spj { "spj-accounts" } else { name.code() };
    format!("report-title-{of}")
}

/// Whether the actor may have such a report of a unit, or of all.
pub(super) fn may_have(actor: &Actor, name: ReportName, skpd: Option<&Skpd>) -> bool {
    let scope = skpd.or(actor.skpd()).map_or(Scope::Regency, Scope::Skpd);
    match subject(name) {
        Subject::Money => actor.may(Permission::SeePay, scope),
        Subject::Presence => actor.may(Permission::SeeUnit, scope),
        Subject::Slip | Subject::Person | Subject::Ranks => {
            actor.may_somewhere(Permission::SeePerson)
        }
    }
}

/// The report that is asked for. One of a person is of the reader, if it names nobody.
pub(super) fn request(
    caller: &Caller,
    name: ReportName,
    month: Month,
    asked: &Asked,
) -> Result<ReportRequest, PageError> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let skpd = given(&asked.skpd).map(|code| code.parse()).transpose();
    let nip = given(&asked.nip).map(|nip| nip.parse::<Nip>()).transpose();
    let paid = given(&asked.paid).map(|day| {
        let unreadable = || {
            PageError::new(ErrorKind::BadRequest).because(Phrase::new("page-report-bank-no-day"))
        };
        forms::date(&day).ok_or_else(unreadable)
    });
    let number = given(&asked.number).map(|number| {
        let unreadable =
            || PageError::new(ErrorKind::BadRequest).because(Phrase::new("page-report-no-number"));
        number.trim().parse::<u32>().map_err(|_| unreadable())
    });
    let mut request = ReportRequest {
        name,
        month,
        skpd: skpd.map_err(|_| PageError::not_found())?,
        nip: nip.map_err(|_| PageError::not_found())?,
        paid: paid.transpose()?,
        number: number.transpose()?,
    };
    match subject(name) {
        Subject::Slip | Subject::Person => {
            let own = request.nip.or(caller.visitor.nip);
            request.nip = Some(own.ok_or_else(PageError::not_found)?);
        }
        Subject::Money | Subject::Presence | Subject::Ranks => request.nip = None,
    }
    Ok(request)
}

/// The query of an address by which this report is had again.
pub(super) fn with_whose(path: &str, request: &ReportRequest) -> String {
    let skpd = request.skpd.as_ref().map(ToString::to_string).unwrap_or_default();
    let nip = request.nip.as_ref().map(ToString::to_string).unwrap_or_default();
    let paid = request.paid.map(|day| day.to_string()).unwrap_or_default();
    let number = request.number.map(|number| number.to_string()).unwrap_or_default();
    let asked = [("skpd", &*skpd), ("nip", &nip), ("paid", &paid), ("number", &number)];
    paths::with_query(path, &asked)
}

/// Whether a PDF of it is set at once: one of a whole regency is long.
pub(super) fn is_short(actor: &Actor, request: &ReportRequest) -> bool {
    match request.name {
        ReportName::Payments
        | ReportName::Thr
        | ReportName::Gaji13
        | ReportName::Sheet
        | ReportName::Absences
        | ReportName::LeaveBalances => request.skpd.is_some() || actor.skpd().is_some(),
        ReportName::Recap
        | ReportName::Slip
        | ReportName::Spj
        | ReportName::SpjTax
        | ReportName::Sipd
        | ReportName::YearCard
        | ReportName::Punctuality => true,
    }
}

/// Where the PDF of a list that is too long is asked for; nothing where nobody makes it for the
/// actor.
pub(super) fn asked_as_job(
    office: &Office,
    actor: &Actor,
    request: &ReportRequest,
) -> Option<String> {
    let kind = format!("{}-pdf", request.name.code());
    let known = office.job_kinds(actor).iter().any(|job| job.name == kind);
    known.then(|| paths::ask_job(&kind, request.month.first()))
}

/// The unit whose head signs for the money of a report, of one that goes with a request for payment.
pub(super) fn signing_unit<'r>(actor: &'r Actor, request: &'r ReportRequest) -> Option<&'r Skpd> {
    (request.name == ReportName::Spj).then(|| request.skpd.as_ref().or(actor.skpd())).flatten()
}

/// The files of a report.
pub(super) fn downloads(office: &Office, actor: &Actor, request: &ReportRequest) -> Vec<Download> {
    let now = |name, path: String| {
        let href = with_whose(&path, request);
        Download { name, href, way: DownloadWay::Now }
    };
    let (code, month) = (request.name.code(), request.month.first());
    let mut files = Vec::new();
    for (name, ending) in [("XLSX", "xlsx"), ("PDF", "pdf"), ("CSV", "csv"), ("JSON", "json")] {
        if ending != "pdf" || is_short(actor, request) {
            files.push(now(name, paths::report(code, month, Some(ending))));
        } else if let Some(href) = asked_as_job(office, actor, request) {
            files.push(Download { name, href, way: DownloadWay::Later });
        }
    }
    if signing_unit(actor, request).is_some() {
        files.push(now("SPTJM (PDF)", paths::report(SPTJM, month, Some("pdf"))));
    }
    files
}

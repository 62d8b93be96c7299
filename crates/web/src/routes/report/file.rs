//! A report as a file.

use axum::{
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use office::{
    OfficeError,
    allowance::{ReportName, ReportRequest},
};
use reports::{CsvStyle, Table};
use words::{Lang, Phrase};

use super::{
    ask::{asked_as_job, is_short, signing_unit},
    show::table,
};
use crate::{
    PageError, Site,
    letter::{self, Draft},
    pages::error::ErrorKind,
    routes::letter::answer,
    site::Caller,
};

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Csv,
    Xlsx,
    Json,
    Pdf,
}

impl Form {
    fn of(ending: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx, Self::Json, Self::Pdf]
            .into_iter()
            .find(|form| form.ending() == ending)
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The file of a report.
pub(super) async fn file(
    site: &Site,
    caller: &Caller,
    request: ReportRequest,
    ending: &str,
) -> Result<Response, PageError> {
    let form = Form::of(ending).ok_or_else(PageError::not_found)?;
    let (office, actor) = (site.office(), caller.actor());
    if form == Form::Pdf && !is_short(actor, &request) {
        if let Some(form) = asked_as_job(office, actor, &request) {
            return Ok(Redirect::to(&form).into_response());
        }
        let why = Phrase::new("page-report-too-long");
        return Err(PageError::new(ErrorKind::BadRequest).because(why));
    }
    if form == Form::Pdf && signing_unit(actor, &request).is_some() {
        let bundle = letter::of_spj(office, actor, &request, caller.frame.lang).await;
        return answer(site, or_nothing(bundle, &request)?).await;
    }
    if let (Form::Pdf, ReportName::Slip, Some(nip)) = (form, request.name, request.nip.as_ref()) {
        let slip = letter::of_slip(office, actor, nip, request.month).await;
        return answer(site, or_nothing(slip, &request)?).await;
    }
    let table = table(site, caller, &request).await?;
    let table = table.ok_or_else(|| nothing(&request))?;
    let name = file_name(caller, &request, form.ending());
    let (site, lang) = (site.clone(), caller.frame.lang);
    // Setting a long list takes a second, in which other readers are not to wait.
    let written = tokio::task::spawn_blocking(move || write(&site, &table, form, lang)).await;
    let bytes = written.map_err(|error| failed(&error))??;
    Ok(download(&name, form.content_type(), bytes))
}

/// What the head of a unit answers for.
pub(super) async fn sptjm(
    site: &Site,
    caller: &Caller,
    request: ReportRequest,
) -> Result<Response, PageError> {
    if signing_unit(caller.actor(), &request).is_none() {
        return Err(PageError::not_found());
    }
    let letter = letter::of_sptjm(site.office(), caller.actor(), &request).await;
    answer(site, or_nothing(letter, &request)?).await
}

/// A letter about a month; its unit is named, so that what is refused is the month.
fn or_nothing(
    letter: Result<Draft, OfficeError>,
    request: &ReportRequest,
) -> Result<Draft, PageError> {
    letter.map_err(|error| match error {
        OfficeError::BadInput(_) => nothing(request),
        other => other.into(),
    })
}

/// A month that has nothing to report.
pub(super) fn nothing(request: &ReportRequest) -> PageError {
    let nothing = Phrase::new("error-nothing-in-month").with("month", request.month.first());
    PageError::not_found().because(nothing)
}

fn write(site: &Site, table: &Table, form: Form, lang: Lang) -> Result<Vec<u8>, PageError> {
    match form {
        Form::Csv => Ok(reports::csv(table, lang, CsvStyle::Spreadsheet)),
        Form::Xlsx => reports::xlsx(table, lang).map_err(|refused| {
            let why = Phrase::verbatim(refused.to_string());
            PageError::new(ErrorKind::BadRequest).because(why)
        }),
        Form::Json => Ok(reports::json(table, lang).into_bytes()),
        Form::Pdf => {
            site.letters().table(table, lang).map(|pdf| pdf.bytes).map_err(|error| failed(&error))
        }
    }
}

fn failed(error: &dyn std::fmt::Display) -> PageError {
    tracing::error!(%error, "a file of a report could not be written");
    PageError::new(ErrorKind::Internal)
}

/// `payments-DISTAN-2026-10.xlsx`: report, whose, month, and the number of a closing.
pub(super) fn file_name(caller: &Caller, request: &ReportRequest, ending: &str) -> String {
    let unit = request.skpd.as_ref().or(caller.actor().skpd());
    let whose = match (&request.nip, unit) {
        (Some(nip), _) => format!("-{nip}"),
        (None, Some(skpd)) => format!("-{skpd}"),
        (None, None) => String::new(),
    };
    let part = request.number.map(|number| format!("-{number}")).unwrap_or_default();
    format!("{}{whose}-{}{part}.{ending}", request.name.code(), request.month)
}

/// A file to be kept by whoever asked.
pub(in crate::routes) fn download(
    name: &str,
    content_type: &'static str,
    bytes: Vec<u8>,
) -> Response {
    let kept = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::CONTENT_DISPOSITION, kept),
        // What one person may see must not stay in an office PC's cache for the next.
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

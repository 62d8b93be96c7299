//! Files that are made in the background.

use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Skpd, Wall, Zone};
use office::{
    OfficeError,
    jobs::{JobOrder, ListedJob},
};
use serde::Deserialize;
use storage::organisation::SkpdEntry;
use words::{Phrase, Words};

use super::units::{choice, unit_name};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::{
        Choice, ChoiceState, FormError,
        jobs::{JobPage, JobRow, Jobs},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// What a page of jobs may be shown with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Code of what was just done.
    done: Option<String>,
}

/// The jobs that the reader may see. An address may choose in the form what to ask for, as reports
/// that are too long for their page do; nothing is asked for by it.
pub(super) async fn list(
    State(site): State<Site>,
    caller: Caller,
    Query(mut typed): Query<AskForm>,
) -> Result<Html<Jobs>, PageError> {
    if typed.month.is_empty() {
        typed.month = Month::of(site.office().today()).previous().to_string();
    }
    Ok(Html::ok(page(&site, &caller, typed, Vec::new()).await?))
}

async fn page(
    site: &Site,
    caller: &Caller,
    typed: AskForm,
    errors: Vec<FormError>,
) -> Result<Jobs, PageError> {
    let (office, actor) = (site.office(), caller.actor());
    let frame = caller.frame_in(Area::Jobs);
    let jobs = office.list_jobs(actor).await?;
    let skpds = office.skpds().await?;
    let kinds = office.job_kinds(actor).into_iter().map(|kind| {
        let name = Words::get(frame.lang, &format!("message-jobs-kind-{}", kind.name));
        chosen(kind.name.to_owned(), name, &typed.kind)
    });
    let whole = Words::get(frame.lang, "message-jobs-whole");
    let mut units = Vec::new();
    if actor.skpd().is_none() {
        units.push(chosen(String::new(), whole, &typed.unit));
    }
    let open = skpds.iter().filter(|entry| actor.skpd().is_none_or(|own| *own == entry.code));
    units.extend(open.map(choice).map(|unit| chosen(unit.value, unit.name, &typed.unit)));
    let zone = office.zone();
    let this = Month::of(office.today());
    let offered =
        std::iter::successors(Some(this), |month| Some(month.previous())).take(MONTHS_OFFERED);
    Ok(Jobs {
        kinds: kinds.collect(),
        units,
        months: Choice::months(frame.lang, offered, &typed.month),
        errors,
        rows: jobs.into_iter().map(|job| row(job, &skpds, zone)).collect(),
        zone: zone.0,
        frame,
    })
}

/// Months that the form offers: three years, as far back as an audit asks.
const MONTHS_OFFERED: usize = 36;

fn chosen(value: String, name: String, typed: &str) -> Choice {
    let state = if value == typed { ChoiceState::Chosen } else { ChoiceState::Open };
    Choice { value, name, state }
}

fn row(job: ListedJob, skpds: &[SkpdEntry], zone: Zone) -> JobRow {
    let progress = (job.state.is_open() && job.of > 0)
        .then(|| Phrase::new("message-jobs-progress-of").with("done", job.done).with("of", job.of));
    let fetch = |name: String| {
        (paths::job_file(job.id), Phrase::new("message-jobs-fetch").with("name", name))
    };
    JobRow {
        id: job.id,
        href: paths::job(job.id),
        kind: Phrase::new(format!("message-jobs-kind-{}", job.kind)),
        unit: job.skpd.map_or_else(String::new, |skpd| unit_name(skpds, skpd.as_str())),
        month: job.month.first(),
        by: job.by,
        at: Wall::at(job.at, zone).datetime(),
        state: Phrase::new(format!("message-jobs-state-{}", job.state)),
        progress,
        reason: job.reason.map(|reason| Phrase::new(format!("message-jobs-reason-{reason}"))),
        file: job.file.map(|file| fetch(file.name)),
        open: job.state.is_open(),
        cancel: job.may_cancel.then(|| paths::cancel_job(job.id)),
    }
}

/// What the form of the list sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AskForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    month: String,
}

/// Asks for a file, or shows the list again with what is wrong.
pub(super) async fn ask(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(form): OwnForm<AskForm>,
) -> Result<Response, PageError> {
    let (field, key) = match order(&form) {
        Err(mistake) => mistake,
        Ok(order) => match site.office().ask_job(caller.actor(), &order).await {
            Ok(asked) => {
                let done = if asked.known { "known" } else { "asked" };
                return Ok(done_to(asked.id, done));
            }
            Err(OfficeError::BadInput(_)) if order.skpd.is_none() => {
                ("unit", "message-jobs-unit-missing")
            }
            Err(OfficeError::BadInput(_)) => ("unit", "message-jobs-unit-none"),
            Err(OfficeError::NotFound { .. }) => ("unit", "message-jobs-not-found"),
            Err(error) => return Err(error.into()),
        },
    };
    let errors = vec![FormError { field: field.to_owned(), text: Phrase::new(key) }];
    let page = page(&site, &caller, form, errors).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// What is asked for, or which field is wrong and why.
fn order(form: &AskForm) -> Result<JobOrder, (&'static str, &'static str)> {
    let month: Month =
        form.month.trim().parse().map_err(|_| ("month", "message-jobs-month-bad"))?;
    let skpd: Option<Skpd> = match form.unit.as_str() {
        "" => None,
        code => Some(code.parse().map_err(|_| ("unit", "message-jobs-not-found"))?),
    };
    Ok(JobOrder { kind: form.kind.clone(), skpd, month })
}

fn done_to(id: i64, done: &str) -> Response {
    Redirect::to(&paths::with_query(&paths::job(id), &[("done", done)])).into_response()
}

/// One job.
pub(super) async fn one(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<JobPage>, PageError> {
    let office = site.office();
    let job = office.shown_job(caller.actor(), number(&id)?).await?;
    let skpds = office.skpds().await?;
    let mut frame = caller.frame_in(Area::Jobs);
    frame.notices.extend(asked.done.as_deref().and_then(notice));
    // The language switch must not say once more what was done once.
    frame.path = paths::job(job.id);
    let zone = office.zone();
    Ok(Html::ok(JobPage { frame, zone: zone.0, job: row(job, &skpds, zone) }))
}

/// What was just done, in words; an address that names nothing known says nothing.
fn notice(done: &str) -> Option<Notice> {
    let kind = match done {
        "asked" | "known" | "cancelled" => NoticeKind::Done,
        "too-late" => NoticeKind::Failed,
        _ => return None,
    };
    Some(Notice { kind, text: Phrase::new(format!("message-jobs-{done}")) })
}

/// A form without fields of its own.
#[derive(Debug, Deserialize)]
pub(super) struct NoFields {}

/// Stops a job.
pub(super) async fn cancel(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(_): OwnForm<NoFields>,
) -> Result<Response, PageError> {
    let id = number(&id)?;
    let stopped = site.office().cancel_job(caller.actor(), id).await?;
    Ok(done_to(id, if stopped { "cancelled" } else { "too-late" }))
}

/// The file of a job.
pub(super) async fn file(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let file = site.office().job_file(caller.actor(), number(&id)?).await?;
    let plain = |c: &char| c.is_ascii_alphanumeric() || "-_.".contains(*c);
    let name: String = file.name.chars().filter(plain).collect();
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, file.bytes).into_response())
}

fn number(id: &str) -> Result<i64, PageError> {
    id.parse().map_err(|_| PageError::not_found())
}

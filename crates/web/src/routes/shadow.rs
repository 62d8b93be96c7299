//! A shadow month: a file of what the old system paid, and what differs. Nothing of it is kept but
//! the trace that it was done, so the answer to the file is the page.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use civil::{Month, Rupiah};
use office::{
    BadRow, OfficeError,
    allowance::{ShadowCause, ShadowDifference, ShadowMonth},
    proof::PROOF_BYTES_MAX,
};
use reports::{Period, SHADOW, ShadowRow};
use storage::organisation::SkpdEntry;
use words::{Arg, Lang, Phrase, Words};

use super::{presence::month_named, report::download, units::unit_name};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        FormError, MonthLinks,
        error::ErrorKind,
        shadow::{CauseShown, ShadowLine, ShadowPage, Told},
    },
    paths,
    site::Caller,
    upload::OwnUpload,
};

/// People on the answer; the workbook has all.
const PEOPLE_MAX: usize = 500;

/// Rows that could not be read that are said.
const BAD_MAX: usize = 100;

/// The form.
pub(super) async fn month(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
) -> Result<Html<ShadowPage>, PageError> {
    let month = month_named(&month)?;
    Ok(Html::ok(page(&site, &caller, month, None, Vec::new())))
}

/// Holds a file against what is computed here.
pub(super) async fn compare(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    form: OwnUpload,
) -> Result<Response, PageError> {
    let month = month_named(&month)?;
    let refused = |text: Phrase| {
        let errors = vec![FormError { field: "file".to_owned(), text }];
        let page = page(&site, &caller, month, None, errors);
        Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    };
    let Some(file) = form.files.first() else {
        return Ok(refused(Phrase::new("shadow-page-none")));
    };
    if file.bytes.len() > PROOF_BYTES_MAX {
        return Ok(refused(Phrase::new("shadow-page-large")));
    }
    let done = site.office().import_shadow(caller.actor(), month, &file.name, &file.bytes).await;
    let told = match done {
        Ok(told) => told,
        Err(OfficeError::BadInput(why)) => {
            return Ok(refused(Phrase::new("shadow-page-refused").with("why", why)));
        }
        Err(error) => return Err(error.into()),
    };
    let skpds = site.office().skpds().await?;
    if form.fields.iter().any(|(name, value)| name == "as" && value == "xlsx") {
        return workbook(&site, caller.frame.lang, (month, &told), &skpds).await;
    }
    let told = shown(&told, month, &skpds);
    Ok(Html::ok(page(&site, &caller, month, Some(told), Vec::new())).into_response())
}

fn page(
    site: &Site,
    caller: &Caller,
    month: Month,
    told: Option<Told>,
    errors: Vec<FormError>,
) -> ShadowPage {
    let today = site.office().today();
    let link = |month: Month| paths::shadow(month.first());
    let mut frame = caller.frame_in(Area::Reports);
    frame.path = link(month);
    ShadowPage {
        frame,
        month: MonthLinks {
            month: month.first(),
            previous: Some(link(month.previous())),
            next: (month.last() < today).then(|| link(month.next())),
        },
        action: link(month),
        told,
        errors,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn cause_said(cause: &ShadowCause) -> Phrase {
    Phrase::new(format!("shadow-cause-{}", cause.cause.code()))
}

fn shown(told: &ShadowMonth, month: Month, skpds: &[SkpdEntry]) -> Told {
    let count = |count: u64| Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let totals = told.totals.iter().map(|total| {
        let what = Phrase::new(format!("shadow-cause-{}", total.cause.code()));
        (what, u32::try_from(total.people).unwrap_or(u32::MAX), total.amount)
    });
    let rows = told.differences.iter().take(PEOPLE_MAX).map(|one| line(one, month, skpds));
    Told {
        same: Phrase::new("shadow-same")
            .with("same", count(told.same))
            .with("rows", count(told.rows)),
        theirs: told.theirs,
        ours: told.ours,
        totals: totals.collect(),
        rows: rows.collect(),
        more: number(told.differences.len().saturating_sub(PEOPLE_MAX)),
        bad: told.bad.iter().take(BAD_MAX).map(bad_row).collect(),
        more_bad: number(told.bad.len().saturating_sub(BAD_MAX)),
        ignored: told.ignored_columns.join(", "),
    }
}

fn bad_row(bad: &BadRow) -> Phrase {
    Phrase::new("shadow-page-bad-row")
        .with("line", bad.line)
        .with("column", &bad.column)
        .with("reason", &bad.reason)
}

fn line(one: &ShadowDifference, month: Month, skpds: &[SkpdEntry]) -> ShadowLine {
    let causes = one.causes.iter().map(|cause| CauseShown {
        what: cause_said(cause),
        amount: cause.amount,
        days: cause.days.clone(),
    });
    let name = if one.name.is_empty() { &one.nip } else { &one.name };
    ShadowLine {
        name: name.clone(),
        nip: one.nip.clone(),
        unit: unit_of(one, skpds),
        href: one.ours.map(|_| paths::person_month(&one.nip, month.first())),
        theirs: one.theirs,
        ours: one.ours,
        difference: one.difference,
        causes: causes.collect(),
    }
}

fn unit_of(one: &ShadowDifference, skpds: &[SkpdEntry]) -> String {
    if one.skpd.is_empty() { String::new() } else { unit_name(skpds, &one.skpd) }
}

/// All of the differences as a workbook.
async fn workbook(
    site: &Site,
    lang: Lang,
    (month, told): (Month, &ShadowMonth),
    skpds: &[SkpdEntry],
) -> Result<Response, PageError> {
    let row = |one: &ShadowDifference| {
        let causes = one.causes.iter().map(|cause| Words::say(lang, &cause_said(cause)));
        ShadowRow {
            nip: one.nip.clone(),
            name: one.name.clone(),
            unit: unit_of(one, skpds),
            theirs: one.theirs.map(Rupiah),
            ours: one.ours.map(Rupiah),
            difference: Rupiah(one.difference),
            causes: causes.collect::<Vec<_>>().join("; "),
        }
    };
    let rows: Vec<ShadowRow> = told.differences.iter().map(row).collect();
    let frame = reports::Frame {
        office: format!("Pemerintah {}", site.regency()),
        about: None,
        period: Period::Month(month),
        notes: Vec::new(),
        signatures: Vec::new(),
    };
    let table = SHADOW.table(&rows, frame);
    // Setting a long list takes a second, in which other readers are not to wait.
    let written = tokio::task::spawn_blocking(move || reports::xlsx(&table, lang)).await;
    let written = written.map_err(|error| {
        tracing::error!(%error, "a shadow month could not be written");
        PageError::new(ErrorKind::Internal)
    })?;
    let bytes = written.map_err(|refused| {
        PageError::new(ErrorKind::BadRequest).because(Phrase::verbatim(refused.to_string()))
    })?;
    Ok(download(&format!("shadow-{month}.xlsx"), XLSX, bytes))
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

//! A shadow month: a file of what the old system paid, and what differs. Nothing of it is kept but
//! the trace that it was done, so the answer to the file is the page.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use civil::{Month, Rupiah};
use office::{
    OfficeError,
    allowance::{
        BadShadowRow, ShadowAsked, ShadowCause, ShadowDifference, ShadowFigure, ShadowMonth,
    },
    proof::PROOF_BYTES_MAX,
};
use reports::{Period, SHADOW, ShadowRow};
use storage::organisation::SkpdEntry;
use words::{Arg, Lang, Phrase, Words};

use super::{presence::month_named, report::download, units::unit_name};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        Choice, FormError, MonthLinks,
        error::ErrorKind,
        shadow::{CauseShown, CauseTotal, ShadowLine, ShadowPage, Told},
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
    let units = units(&site.office().skpds().await?, "");
    Ok(Html::ok(page(&site, &caller, month, Shown { units, told: None, errors: Vec::new() })))
}

/// Holds a file against what is computed here.
pub(super) async fn compare(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    form: OwnUpload,
) -> Result<Response, PageError> {
    let month = month_named(&month)?;
    let skpds = site.office().skpds().await?;
    let of = |wanted: &str| {
        let given = form.fields.iter().find(|(name, _)| name == wanted);
        given.map_or("", |(_, value)| value.as_str())
    };
    let units = units(&skpds, of("unit"));
    let refused = |text: Phrase| {
        let errors = vec![FormError { field: "file".to_owned(), text }];
        let shown = Shown { units: units.clone(), told: None, errors };
        let page = page(&site, &caller, month, shown);
        Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    };
    let Some(file) = form.files.first() else {
        return Ok(refused(Phrase::new("shadow-page-none")));
    };
    if file.bytes.len() > PROOF_BYTES_MAX {
        return Ok(refused(Phrase::new("shadow-page-large")));
    }
    let skpd = match of("unit") {
        "" => None,
        code => Some(code.parse().map_err(|_| PageError::not_found())?),
    };
    let asked =
        ShadowAsked { month, skpd: skpd.as_ref(), file_name: &file.name, bytes: &file.bytes };
    let because = |why| refused(Phrase::new("shadow-page-refused").with("why", why));
    let told = match site.office().import_shadow(caller.actor(), asked).await {
        Ok(told) => told,
        Err(OfficeError::Table { why, .. }) => return Ok(because(Arg::Phrase(why.said()))),
        Err(OfficeError::BadInput(why)) => return Ok(because(Arg::Text(why))),
        Err(error) => return Err(error.into()),
    };
    if of("as") == "xlsx" {
        return workbook(&site, caller.frame.lang, (month, &told), &skpds).await;
    }
    let told = shown(&told, month, &skpds);
    let shown = Shown { units, told: Some(told), errors: Vec::new() };
    Ok(Html::ok(page(&site, &caller, month, shown)).into_response())
}

/// What the page shows beside the month.
struct Shown {
    units: Vec<Choice>,
    told: Option<Told>,
    errors: Vec<FormError>,
}

fn units(skpds: &[SkpdEntry], chosen: &str) -> Vec<Choice> {
    let unit = |unit: &SkpdEntry| {
        let code = unit.code.to_string();
        if code == chosen {
            Choice::chosen(code, unit.name.clone())
        } else {
            Choice::open(code, unit.name.clone())
        }
    };
    skpds.iter().map(unit).collect()
}

fn page(site: &Site, caller: &Caller, month: Month, shown: Shown) -> ShadowPage {
    let Shown { units, told, errors } = shown;
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
        units,
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
    let totals = told.totals.iter().map(|total| CauseTotal {
        figure: total.step.said(),
        what: Phrase::new(format!("shadow-cause-{}", total.cause.code())),
        people: u32::try_from(total.people).unwrap_or(u32::MAX),
        amount: total.amount,
    });
    let shown = told.differences.iter().take(PEOPLE_MAX);
    let rows = shown.flat_map(|one| lines(one, month, skpds));
    Told {
        same: Phrase::new("shadow-same")
            .with("same", count(told.same))
            .with("rows", count(told.rows)),
        elsewhere: u32::try_from(told.elsewhere).unwrap_or(u32::MAX),
        sums: told.sums.iter().map(|sum| (sum.step.said(), sum.theirs, sum.ours)).collect(),
        totals: totals.collect(),
        rows: rows.collect(),
        more: number(told.differences.len().saturating_sub(PEOPLE_MAX)),
        bad: told.bad.iter().take(BAD_MAX).map(BadShadowRow::said).collect(),
        more_bad: number(told.bad.len().saturating_sub(BAD_MAX)),
        ignored: told.ignored_columns.join(", "),
    }
}

fn lines(one: &ShadowDifference, month: Month, skpds: &[SkpdEntry]) -> Vec<ShadowLine> {
    let name = if one.name.is_empty() { &one.nip } else { &one.name };
    let line = |figure: &ShadowFigure| ShadowLine {
        name: name.clone(),
        nip: one.nip.clone(),
        unit: unit_of(one, skpds),
        href: figure.ours.map(|_| paths::person_month(&one.nip, month.first())),
        figure: figure.step.said(),
        theirs: figure.theirs,
        ours: figure.ours,
        difference: figure.difference,
        causes: figure.causes.iter().map(cause_shown).collect(),
    };
    one.figures.iter().map(line).collect()
}

fn cause_shown(cause: &ShadowCause) -> CauseShown {
    let both = cause.theirs.zip(cause.ours).filter(|_| cause.cause.is_of_rupiah());
    CauseShown {
        what: cause_said(cause),
        amount: cause.amount,
        both: both.map(|(theirs, ours)| {
            Phrase::new("shadow-both")
                .with("theirs", Arg::Rupiah(theirs))
                .with("ours", Arg::Rupiah(ours))
        }),
        days: cause.days.clone(),
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
    let row = |(one, figure): (&ShadowDifference, &ShadowFigure)| {
        let causes = figure.causes.iter().map(|cause| Words::say(lang, &cause_said(cause)));
        ShadowRow {
            nip: one.nip.clone(),
            name: one.name.clone(),
            unit: unit_of(one, skpds),
            figure: Words::say(lang, &figure.step.said()),
            theirs: figure.theirs.map(Rupiah),
            ours: figure.ours.map(Rupiah),
            difference: Rupiah(figure.difference),
            causes: causes.collect::<Vec<_>>().join("; "),
        }
    };
    let figures = |one| -> Vec<(&ShadowDifference, &ShadowFigure)> {
        let one: &ShadowDifference = one;
        one.figures.iter().map(|figure| (one, figure)).collect()
    };
    let rows: Vec<ShadowRow> = told.differences.iter().flat_map(figures).map(row).collect();
    let frame = reports::Frame {
        office: format!("Pemerintah {}", site.regency()),
        about: told.skpd.as_ref().map(|skpd| unit_name(skpds, skpd)),
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

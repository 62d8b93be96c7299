//! Recording what happened in a case.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use office::discipline::{CaseError, CaseRefusal, ShownCase};
use rules::discipline::case::{Refusal, StepKind};
use words::Phrase;

use super::{Mistakes, Typed, case::page, read::Reading};
use crate::{
    Html, PageError, Site, pages::error::ErrorKind, paths, session::OwnForm, site::Caller,
};

/// Records an event, or shows the case again with what is wrong.
pub(in crate::routes) async fn record(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let id: i64 = id.parse().map_err(|_| PageError::not_found())?;
    let bad = || PageError::new(ErrorKind::BadRequest);
    let code = typed.get("step").cloned().unwrap_or_default();
    let kind = StepKind::ALL.iter().copied().find(|kind| kind.code() == code).ok_or_else(bad)?;
    let seen: u32 = typed.get("seen").and_then(|seen| seen.parse().ok()).ok_or_else(bad)?;
    let mut reading = Reading::new(&site, &caller, kind.code(), &typed);
    if let Some(entry) = reading.entry(kind).await {
        match site.office().append_case_event(caller.actor(), id, seen, entry).await {
            Ok(_) => {
                let done = [("done", kind.code())];
                let to = paths::with_query(&paths::discipline_case(id), &done);
                return Ok(Redirect::to(&to).into_response());
            }
            Err(CaseError::Refused(refusal)) => {
                let case = site.office().show_case(caller.actor(), id).await?;
                let said = refusal.said(|code| sanction_said(&case, code));
                reading.wrong(field_of(&refusal, kind), said);
            }
            Err(CaseError::Office(error)) => return Err(error.into()),
        }
    }
    let errors = reading.errors;
    let mistakes = Mistakes { step: code, typed, errors };
    let page = page(&site, &caller, id, Some(mistakes)).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// A sanction in the words of the act, as far as the case names it.
fn sanction_said(case: &ShownCase, code: &str) -> String {
    let known = case.ladder_sanctions.iter().chain(&case.imposable).find(|one| one.code == code);
    known.map_or_else(|| code.to_owned(), |one| one.words.clone())
}

/// The field that a refusal is about.
fn field_of(refusal: &CaseRefusal, kind: StepKind) -> &'static str {
    let (number, examiners) = match kind {
        StepKind::SummonFirst | StepKind::SummonSecond => ("letter", "examiner"),
        StepKind::FormTeam => ("decree", "members"),
        StepKind::Examine => ("minutes", "people"),
        StepKind::Object => ("letter", "on"),
        StepKind::Raise
        | StepKind::NotCome
        | StepKind::Find
        | StepKind::Decide
        | StepKind::HandOver
        | StepKind::NotThere
        | StepKind::Send
        | StepKind::Receive
        | StepKind::Answer
        | StepKind::TakeEffect
        | StepKind::End
        | StepKind::Cancel
        | StepKind::Rehabilitate => ("number", "on"),
    };
    match refusal {
        CaseRefusal::NumberMissing => number,
        CaseRefusal::ReasonMissing => "reason",
        CaseRefusal::TimeMissing => "time",
        CaseRefusal::Law(Refusal::SummonsTooShort { .. } | Refusal::ExaminationNotAfterSummons) => {
            "examination"
        }
        CaseRefusal::Law(Refusal::NobodyExamines | Refusal::ExaminerIsPerson) => examiners,
        CaseRefusal::Law(Refusal::ExaminerOutsideTeam | Refusal::TeamMissing)
            if kind == StepKind::Examine =>
        {
            "people"
        }
        CaseRefusal::Law(Refusal::OfficerNotAuthorised) => "capacity",
        CaseRefusal::Law(Refusal::DecidesOnOneself) => "officer",
        CaseRefusal::Law(
            Refusal::CutWaits { .. }
            | Refusal::NotTheHeaviest { .. }
            | Refusal::SanctionNotFound { .. }
            | Refusal::UnknownSanction { .. },
        ) if matches!(kind, StepKind::Decide | StepKind::Answer) => "sanction",
        CaseRefusal::Law(_)
        | CaseRefusal::Oneself
        | CaseRefusal::InFuture
        | CaseRefusal::Overtaken
        | CaseRefusal::OpenAlready { .. }
        | CaseRefusal::NotAbsent { .. }
        | CaseRefusal::RungNotReached { .. }
        | CaseRefusal::TooLong
        | CaseRefusal::LawChanged { .. } => "on",
    }
}

/// What was just recorded, in words; an address that names no step says nothing.
pub(super) fn done(code: &str) -> Option<Phrase> {
    if code == "opened" {
        return Some(Phrase::new("page-discipline-done-opened"));
    }
    let known = StepKind::ALL.iter().any(|kind| kind.code() == code);
    let step = super::step_said(code);
    known.then(|| Phrase::new("page-discipline-done-recorded").with("step", step))
}

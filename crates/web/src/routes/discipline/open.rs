//! Opening a case.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::Nip;
use jiff::civil::Date;
use office::discipline::{CaseError, CaseRefusal, NewCase};
use rules::law::discipline::Post;
use words::Phrase;

use super::{Mistakes, Typed, read::Reading, year::page};
use crate::{
    Html, PageError, Site, forms, pages::error::ErrorKind, paths, session::OwnForm, site::Caller,
};

/// Opens a case, or shows the person's year again with what is wrong.
pub(in crate::routes) async fn open(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let nip: Option<Nip> = typed.get("nip").and_then(|nip| nip.parse().ok());
    let nip = nip.ok_or_else(|| PageError::new(ErrorKind::BadRequest))?;
    let mut reading = Reading::new(&site, &caller, "open", &typed);
    let on = reading.date("on");
    let days = days(&reading.text("days"));
    if days.is_none() {
        reading.wrong("days", Phrase::new("page-discipline-day-bad"));
    }
    let code = reading.text("post");
    let post = Post::ALL.iter().copied().find(|post| post.code() == code);
    if post.is_none() {
        reading.wrong("post", Phrase::new("page-discipline-post-missing"));
    }
    let (rung, note) = (reading.text("rung"), reading.text("note"));
    let last = days.as_deref().and_then(|days| days.iter().max().copied());
    if let (Some(on), Some(absences), Some(post)) = (on, days, post) {
        let new = NewCase { nip, on, post, rung, absences, note };
        match site.office().open_case(caller.actor(), new).await {
            Ok(id) => {
                let to = paths::with_query(&paths::discipline_case(id), &[("done", "opened")]);
                return Ok(Redirect::to(&to).into_response());
            }
            Err(CaseError::Refused(refusal)) => {
                let said = refusal.said(str::to_owned);
                reading.wrong(field_of(&refusal), said);
            }
            Err(CaseError::Office(error)) => return Err(error.into()),
        }
    }
    let today = site.office().today().year();
    let year = last.map_or(today, Date::year).clamp(today - 30, today);
    let errors = reading.errors;
    let mistakes = Mistakes { step: "open".to_owned(), typed, errors };
    let page = page(&site, &caller, &nip, (year, Some(mistakes))).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The days that stand one a line; `None` if one cannot be read.
fn days(text: &str) -> Option<Vec<Date>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(forms::date).collect()
}

fn field_of(refusal: &CaseRefusal) -> &'static str {
    use rules::discipline::case::Refusal;
    match refusal {
        CaseRefusal::RungNotReached { .. } | CaseRefusal::Law(Refusal::UnknownSanction { .. }) => {
            "rung"
        }
        CaseRefusal::NotAbsent { .. }
        | CaseRefusal::OpenAlready { .. }
        | CaseRefusal::TooLong
        | CaseRefusal::Law(Refusal::NoAbsence | Refusal::AlreadyPunished) => "days",
        CaseRefusal::Law(_)
        | CaseRefusal::Oneself
        | CaseRefusal::InFuture
        | CaseRefusal::Overtaken
        | CaseRefusal::NumberMissing
        | CaseRefusal::TimeMissing
        | CaseRefusal::ReasonMissing
        | CaseRefusal::LawChanged { .. } => "on",
    }
}

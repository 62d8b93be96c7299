//! What waits for the reader, and deciding it.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use office::matter::{Decision, Verdict};
use words::{Phrase, format};

use super::{
    one,
    row::{Seen, row},
    told,
};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        ChoiceState, FormError,
        error::ErrorKind,
        request::{DecisionRow, Decisions},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// The list of what waits.
pub(in crate::routes) async fn decisions(
    State(site): State<Site>,
    caller: Caller,
) -> Result<Html<Decisions>, PageError> {
    Ok(Html::ok(page(&site, &caller, &Sent::default(), None).await?))
}

/// Decides one of the list, or those that are ticked; then the list says what became of each.
pub(in crate::routes) async fn decide_listed(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let sent = Sent::read(fields)?;
    if let Some(wrong) = carry_out(&site, &caller, &sent).await? {
        let page = page(&site, &caller, &sent, Some(wrong)).await?;
        return Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    Ok(Redirect::to(paths::DECISIONS).into_response())
}

/// Decides the request whose page is open; then the list of what else waits says what became of it.
pub(in crate::routes) async fn decide_one(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let sent = Sent::read(fields)?;
    let id: i64 = id.parse().map_err(|_| PageError::not_found())?;
    match sent.decisions.as_slice() {
        [decision] if decision.matter == id => {}
        _ => return Err(PageError::new(ErrorKind::BadRequest)),
    }
    if let Some(wrong) = carry_out(&site, &caller, &sent).await? {
        let mut page = one::page(&site, &caller, id).await?;
        page.reason.clone_from(&sent.reason);
        page.errors.push(FormError { field: page.request.reason_field(), text: wrong });
        return Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    Ok(Redirect::to(paths::DECISIONS).into_response())
}

/// What a form of decisions sends.
#[derive(Debug, Default)]
struct Sent {
    decisions: Vec<Decision>,
    verdict: Option<Verdict>,
    reason: String,
    /// Whether it is the form of those that are ticked.
    of_many: bool,
}

impl Sent {
    fn read(fields: Vec<(String, String)>) -> Result<Self, PageError> {
        let bad = || PageError::new(ErrorKind::BadRequest);
        let mut sent = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "matter" => {
                    let (matter, seen) = value.split_once(':').ok_or_else(bad)?;
                    let (matter, seen) = (matter.parse().ok(), seen.parse().ok());
                    let (matter, seen) = matter.zip(seen).ok_or_else(bad)?;
                    sent.decisions.push(Decision { matter, seen });
                }
                "verdict" => sent.verdict = Some(Verdict::from_code(&value).ok_or_else(bad)?),
                "reason" => sent.reason = value,
                "of" => sent.of_many = value == "many",
                _ => {}
            }
        }
        if sent.verdict.is_none() || (sent.decisions.is_empty() && !sent.of_many) {
            return Err(bad());
        }
        Ok(sent)
    }

    /// The field that a mistake is shown at.
    fn field(&self) -> String {
        match self.decisions.as_slice() {
            [decision] if !self.of_many => format!("reason-{}", decision.matter),
            [] => "many".to_owned(),
            _ => "reason-many".to_owned(),
        }
    }
}

/// Decides, and keeps what became of it for the next page; or what is wrong with the form.
async fn carry_out(site: &Site, caller: &Caller, sent: &Sent) -> Result<Option<Phrase>, PageError> {
    let Some(verdict) = sent.verdict else { return Err(PageError::new(ErrorKind::BadRequest)) };
    if sent.decisions.is_empty() {
        return Ok(Some(Phrase::new("request-mistake-none-ticked")));
    }
    let office = site.office();
    let decided = office.decide(caller.actor(), &sent.decisions, verdict, &sent.reason).await;
    let decided = match decided {
        Ok(decided) => decided,
        Err(error) => return told::of_form(error).map(Some),
    };
    let lang = caller.frame.lang;
    let skpds = office.skpds().await?;
    let notices = told::decided(&decided, &skpds, |date| format::date_short(lang, date));
    site.tell(caller, notices);
    Ok(None)
}

async fn page(
    site: &Site,
    caller: &Caller,
    sent: &Sent,
    wrong: Option<Phrase>,
) -> Result<Decisions, PageError> {
    let list = site.office().waiting_matters(caller.actor()).await?;
    let skpds = site.office().skpds().await?;
    let mut frame = site.frame_told(caller, Area::Decisions);
    paths::DECISIONS.clone_into(&mut frame.path);
    let sent_of = |id: i64| sent.decisions.iter().any(|decision| decision.matter == id);
    let rows = list.rows.iter().map(|matter| {
        let sent_now = sent_of(matter.id);
        DecisionRow {
            request: row(matter, &skpds, Seen::ByOthers),
            reason: if sent_now && !sent.of_many { sent.reason.clone() } else { String::new() },
            ticked: if sent_now && sent.of_many { ChoiceState::Chosen } else { ChoiceState::Open },
        }
    });
    Ok(Decisions {
        frame,
        rows: rows.collect(),
        total: list.total,
        reason: if sent.of_many { sent.reason.clone() } else { String::new() },
        errors: wrong.map(|text| FormError { field: sent.field(), text }).into_iter().collect(),
    })
}

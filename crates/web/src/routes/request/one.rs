//! One request, its files, and what its own person may do about it.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Wall};
use office::{
    matter::{Asked, ShownMatter},
    proof::ProofKind,
};
use serde::Deserialize;
use words::Phrase;

use super::{
    row::{Seen, row},
    told,
};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::{
        FormError, Rights,
        request::{OneRequest, OwnForms, Step},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// The number of a request that an address names.
fn number(id: &str) -> Result<i64, PageError> {
    id.parse().map_err(|_| PageError::not_found())
}

/// One request.
pub(in crate::routes) async fn one(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Html<OneRequest>, PageError> {
    Ok(Html::ok(page(&site, &caller, number(&id)?).await?))
}

/// The page of a request, without mistakes.
pub(super) async fn page(site: &Site, caller: &Caller, id: i64) -> Result<OneRequest, PageError> {
    let shown = site.office().matter(caller.actor(), id).await?;
    let skpds = site.office().skpds().await?;
    let zone = site.office().zone();
    let local = |at| Wall::at(at, zone).datetime();
    let ShownMatter { matter, steps, may_decide, own } = &shown;
    let mut frame = site.frame_told(caller, if *own { Area::Requests } else { Area::Decisions });
    frame.path = paths::request(id);
    let request = row(matter, &skpds, Seen::ByOthers);
    let day = request.days.0;
    let month = if *own && day <= site.office().today() {
        Some(format!("{}?day={}#day", paths::my_month(Month::of(day).first()), day.day()))
    } else {
        None
    };
    Ok(OneRequest {
        frame,
        at: local(matter.at),
        steps: steps
            .iter()
            .map(|step| Step {
                at: local(step.at),
                by: step.by.clone(),
                what: Phrase::new(format!("request-step-{}", step.verb)),
                said: step.said.clone(),
            })
            .collect(),
        decides: if *may_decide { Rights::Change } else { Rights::Read },
        own: own_forms(&shown),
        month,
        letters: letters(&shown),
        reason: String::new(),
        errors: Vec::new(),
        request,
    })
}

/// The letters there are of a request.
fn letters(shown: &ShownMatter) -> Vec<(String, Phrase)> {
    let (id, stage) = (shown.matter.id, shown.matter.stage.as_str());
    let request = |title: &str| (paths::request_letter(id), Phrase::new(title));
    match &shown.matter.asked {
        Asked::Leave(_) => {
            let decided = matches!(stage, "granted" | "refused")
                .then(|| (paths::request_decision(id), Phrase::new("letter-decision")));
            std::iter::once(request("letter-request")).chain(decided).collect()
        }
        Asked::Outage(_) => vec![request("letter-outage")],
        Asked::Correction(_) | Asked::Swap(_) => Vec::new(),
    }
}

fn own_forms(shown: &ShownMatter) -> OwnForms {
    if !shown.own {
        return OwnForms::NotOwn;
    }
    // Nobody can be made to exchange turns, and what two agreed on one does not undo.
    let swap = matches!(shown.matter.asked, Asked::Swap(_));
    if swap && matches!(shown.matter.stage.as_str(), "granted" | "refused") {
        return OwnForms::Nothing;
    }
    let appealed = shown.steps.iter().any(|step| step.verb == "appealed");
    match shown.matter.stage.as_str() {
        "refused" if appealed => OwnForms::Nothing,
        "refused" => OwnForms::Appeal,
        "taken-back" => OwnForms::Nothing,
        "granted" => OwnForms::Undo,
        _ => OwnForms::TakeBack,
    }
}

/// What the forms of one's own request send.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct OwnReason {
    #[serde(default)]
    reason: String,
}

/// Takes a request back.
pub(in crate::routes) async fn take_back(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(OwnReason { reason }): OwnForm<OwnReason>,
) -> Result<Response, PageError> {
    let id = number(&id)?;
    // Whether there is one is told only to whoever may see it.
    site.office().matter(caller.actor(), id).await?;
    let done = site.office().take_back(caller.actor(), id, &reason).await;
    finish(&site, &caller, id, (done, "take-back"), reason).await
}

/// Puts a refused request before the personnel office.
pub(in crate::routes) async fn appeal(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(OwnReason { reason }): OwnForm<OwnReason>,
) -> Result<Response, PageError> {
    let id = number(&id)?;
    site.office().matter(caller.actor(), id).await?;
    let done = site.office().appeal(caller.actor(), id, &reason).await;
    finish(&site, &caller, id, (done, "appeal"), reason).await
}

/// Back to the list, which says what was done; or the request again, with what is wrong.
async fn finish(
    site: &Site,
    caller: &Caller,
    id: i64,
    (done, form): (Result<(), office::OfficeError>, &'static str),
    reason: String,
) -> Result<Response, PageError> {
    let Err(error) = done else {
        let text = Phrase::new(format!("request-told-{form}"));
        site.tell(caller, vec![Notice { kind: NoticeKind::Done, text }]);
        return Ok(Redirect::to(paths::MY_REQUESTS).into_response());
    };
    let text = told::of_form(error)?;
    let mut page = page(site, caller, id).await?;
    page.reason = reason;
    page.errors.push(FormError { field: form.to_owned(), text });
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// A file of a request. Nothing in it runs, whatever it holds: pictures are shown, documents kept
/// by the reader.
pub(in crate::routes) async fn file(
    State(site): State<Site>,
    caller: Caller,
    Path((id, digest)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (kind, bytes) = site.office().matter_file(caller.actor(), number(&id)?, &digest).await?;
    let short: String = digest.chars().take(12).collect();
    let disposition = match kind {
        ProofKind::Jpeg | ProofKind::Png => "inline".to_owned(),
        // By our own name: that of its sender may hold anything.
        ProofKind::Pdf => format!("attachment; filename=\"bukti-{id}-{short}.pdf\""),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.media_type().to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}

//! What people decide about terminals, lines and PINs.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Nip, Skpd, TerminalSerial, Wall};
use jiff::civil::Date;
use office::{
    OfficeError,
    presence::{NewPin, Pin, QuarantineDecision},
    terminal::{Approval, TerminalState},
};
use serde::Deserialize;
use words::Phrase;

use super::fleet::{Mistakes, page_with};
use crate::{
    Html, PageError, Site, forms,
    pages::{FormError, error::ErrorKind},
    paths,
    session::OwnForm,
    site::Caller,
};

/// Longest name of a terminal, in characters.
const NAME_CHARS_MAX: usize = 80;

/// What the form of a waiting or refused terminal sends.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct TerminalForm {
    /// `approve` or `refuse`.
    decision: String,
    #[serde(default)]
    skpd: String,
    #[serde(default)]
    name: String,
}

/// Approves or refuses a terminal; effective at once.
pub(in crate::routes) async fn decide(
    State(site): State<Site>,
    caller: Caller,
    Path(serial): Path<String>,
    OwnForm(form): OwnForm<TerminalForm>,
) -> Result<Response, PageError> {
    let serial: TerminalSerial = serial.parse().map_err(|_| PageError::not_found())?;
    let known = site.office().known_terminal(&serial).await?;
    if known.is_none() {
        return Err(PageError::not_found());
    }
    let bad = || PageError::new(ErrorKind::BadRequest);
    let (state, done) = match form.decision.as_str() {
        "approve" => (TerminalState::Approved, "approved"),
        "refuse" => (TerminalState::Refused, "refused"),
        _ => return Err(bad()),
    };
    let skpd: Option<Skpd> = match form.skpd.as_str() {
        _ if state == TerminalState::Refused => None,
        "" => {
            let field = format!("skpd-{serial}");
            let text = Phrase::new("page-terminals-unit-missing");
            let errors = vec![FormError { field, text }];
            return again(&site, &caller, Mistakes { errors, typed: BTreeMap::new() }).await;
        }
        code => Some(code.parse().map_err(|_| bad())?),
    };
    let name = form.name.trim();
    let name: String = name.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect();
    let named = if name.is_empty() { serial.to_string() } else { name.clone() };
    let approval = Approval {
        serial,
        state,
        name: Some(name).filter(|name| !name.is_empty()),
        skpd,
        group: None,
        zone: None,
    };
    site.office().decide_terminal(caller.actor(), approval).await?;
    Ok(done_to(done, &named))
}

/// Back to the list, which says what was done.
fn done_to(done: &str, to: &str) -> Response {
    Redirect::to(&paths::with_query(paths::TERMINALS, &[("done", done), ("to", to)]))
        .into_response()
}

/// What the form of a line in quarantine sends.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct QuarantineForm {
    /// `repair` or `discard`.
    decision: String,
    #[serde(default)]
    pin: String,
    #[serde(default)]
    at: String,
    #[serde(default)]
    why: String,
}

/// Repairs or discards a line in quarantine, or shows the list again with what is wrong.
pub(in crate::routes) async fn decide_quarantine(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(form): OwnForm<QuarantineForm>,
) -> Result<Response, PageError> {
    let number: i64 = id.parse().map_err(|_| PageError::not_found())?;
    let repair = form.decision == "repair";
    if !repair && form.decision != "discard" {
        return Err(PageError::new(ErrorKind::BadRequest));
    }
    let at = forms::date_time(&form.at);
    let pin = form.pin.parse::<Pin>().ok();
    let mistakes = [
        (repair && pin.is_none(), format!("pin-{id}"), "page-terminals-pin-bad"),
        (repair && at.is_none(), format!("at-{id}"), "page-terminals-time-bad"),
        (form.why.trim().is_empty(), format!("why-{id}"), "page-terminals-why-missing"),
    ];
    let mut errors: Vec<FormError> = mistakes
        .into_iter()
        .filter(|(wrong, _, _)| *wrong)
        .map(|(_, field, key)| FormError { field, text: Phrase::new(key) })
        .collect();
    if errors.is_empty() {
        let decision = match (repair, pin, at) {
            (true, Some(pin), Some(at)) => {
                QuarantineDecision::Repair { pin, at: Wall::of(at), zone: site.office().zone() }
            }
            _ => QuarantineDecision::Discard,
        };
        let done = if repair { "repaired" } else { "discarded" };
        let office = site.office();
        match office.decide_quarantine(caller.actor(), number, decision, &form.why).await {
            Ok(_) => return Ok(done_to(done, form.pin.trim())),
            // The form was looked at above, so what is left is a time that cannot be believed.
            Err(OfficeError::BadInput(_)) => errors.push(FormError {
                field: format!("at-{id}"),
                text: Phrase::new("page-terminals-time-implausible"),
            }),
            Err(OfficeError::NotFound { .. }) => {
                let decided = Phrase::new("page-terminals-line-decided");
                return Err(PageError::new(ErrorKind::BadRequest).because(decided));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let typed = BTreeMap::from([
        (format!("pin-{id}"), form.pin),
        (format!("at-{id}"), form.at),
        (format!("why-{id}"), form.why),
    ]);
    again(&site, &caller, Mistakes { errors, typed }).await
}

/// What the form of an unknown PIN sends.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct PinForm {
    serial: String,
    pin: String,
    /// The first day it was seen: from then on it is this person's.
    from: String,
    #[serde(default)]
    nip: String,
}

/// Says whose a PIN is, or shows the list again with what is wrong.
pub(in crate::routes) async fn map_pin(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(form): OwnForm<PinForm>,
) -> Result<Response, PageError> {
    let bad = || PageError::new(ErrorKind::BadRequest);
    let serial: TerminalSerial = form.serial.parse().map_err(|_| bad())?;
    let pin: Pin = form.pin.parse().map_err(|_| bad())?;
    let valid_from: Date = form.from.parse().map_err(|_| bad())?;
    let terminal = site.office().known_terminal(&serial).await?.ok_or_else(PageError::not_found)?;
    let field = format!("nip-{serial}-{pin}");
    // This form is for PINs that are nobody's. Taking one from its owner is another deed.
    if !site.office().is_unknown_pin(caller.actor(), &serial, &pin).await? {
        return Err(bad().because(Phrase::new("page-terminals-pin-taken")));
    }
    let nip: Result<Nip, _> = form.nip.replace(' ', "").parse();
    let wrong = if let Ok(nip) = nip {
        let new = NewPin { group: terminal.group, pin, nip, valid_from };
        match site.office().map_pins(caller.actor(), &[new]).await {
            Ok(_) => {
                let person = site.office().show_person(caller.actor(), &nip).await?;
                return Ok(done_to("mapped", &format!("{} → {}", form.pin, person.name)));
            }
            Err(OfficeError::NotFound { .. }) => "page-terminals-nip-unknown",
            Err(OfficeError::Forbidden(_)) => "page-terminals-nip-elsewhere",
            // The PIN was looked at above, so what is left is the first day.
            Err(OfficeError::BadInput(_)) => "page-terminals-nip-day",
            Err(error) => return Err(error.into()),
        }
    } else {
        "page-terminals-nip-unknown"
    };
    let errors = vec![FormError { field: field.clone(), text: Phrase::new(wrong) }];
    let typed = BTreeMap::from([(field, form.nip)]);
    again(&site, &caller, Mistakes { errors, typed }).await
}

async fn again(site: &Site, caller: &Caller, mistakes: Mistakes) -> Result<Response, PageError> {
    let page = page_with(site, caller, mistakes).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

//! The form of an outage: looked at first, then handed in with photographs.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Skpd};
use jiff::ToSpan as _;
use office::{
    OfficeError,
    matter::{Cause, REASON_CHARS_MAX},
    person::PeopleFilter,
    presence::KnownOutage,
};
use serde::Deserialize;
use words::Phrase;

use super::typed::{Listed, Sent, Typed};
use crate::{
    Area, Html, PageError, Site, forms,
    pages::{
        ChoiceState, FormError,
        request::CauseChoice,
        unit_act::{KnownOutageRow, OutageChecked, OutageForm},
    },
    paths,
    routes::{
        request::{desk, stage, told},
        units::{acted_for, unit_name},
    },
    site::Caller,
    upload::OwnUpload,
};

/// How far back outages are shown that were handed in.
const SHOWN_DAYS: i32 = 92;

/// What an outage is caused by: what befalls a terminal, not one person.
const CAUSES: [Cause; 4] = [Cause::PowerCut, Cause::TerminalDown, Cause::Elsewhere, Cause::Other];

/// What the form may be asked with.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// The day it begins on.
    day: Option<String>,
}

/// The form.
pub(in crate::routes) async fn new_outage(
    State(site): State<Site>,
    caller: Caller,
    Path(skpd): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<OutageForm>, PageError> {
    let skpd = acted_for(&caller, &skpd)?;
    let day = asked.day.as_deref().and_then(forms::date);
    let from = day.map(forms::date_text).unwrap_or_default();
    let typed = Typed { from, ..Typed::default() };
    Ok(Html::ok(page(&site, &caller, (&skpd, &typed), Shown::default()).await?))
}

/// Looks at what was typed, puts everybody on the list, or hands it in.
pub(in crate::routes) async fn ask_outage(
    State(site): State<Site>,
    caller: Caller,
    Path(skpd): Path<String>,
    upload: OwnUpload,
) -> Result<Response, PageError> {
    let skpd = acted_for(&caller, &skpd)?;
    let OwnUpload { fields, files, .. } = upload;
    let handed_in = !files.is_empty();
    let mut typed = Typed::read(fields);
    let office = site.office();
    let errors = match typed.sent {
        Sent::Fill => fill(&site, &caller, (&skpd, &mut typed)).await?,
        Sent::Check => Vec::new(),
        Sent::Send => match typed.request((&skpd, office.today()), files) {
            Err(errors) => errors,
            Ok(Listed { request, .. }) => {
                match office.request_outage(caller.actor(), request).await {
                    Ok(listed) => match listed.opened {
                        Some(opened) => {
                            let skpds = office.skpds().await?;
                            site.tell(&caller, told::asked(std::slice::from_ref(&opened), &skpds));
                            let request = paths::request(opened.id);
                            return Ok(Redirect::to(&request).into_response());
                        }
                        // What is wrong with the list is found again below.
                        None => Vec::new(),
                    },
                    Err(error) => vec![of_form(error)?],
                }
            }
        },
    };
    let mut shown = Shown { errors, checked: None, files_again: handed_in };
    if typed.sent != Sent::Fill {
        look_at(&site, &caller, (&skpd, &typed), &mut shown).await?;
    }
    let status =
        if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page(&site, &caller, (&skpd, &typed), shown).await?;
    Ok(Html::with_status(status, page).into_response())
}

/// A refusal of the office at its field, or as the page that ends it.
fn of_form(error: OfficeError) -> Result<FormError, PageError> {
    let (field, text) = match error {
        OfficeError::Mistake(_) => ("from", Phrase::new("page-outage-again")),
        OfficeError::Proof(bad) => ("files", told::proof_fault(&bad.name, bad.fault)),
        other => return Err(other.into()),
    };
    Ok(FormError { field: field.to_owned(), text })
}

/// What is shown beside what was typed.
#[derive(Default)]
struct Shown {
    errors: Vec<FormError>,
    checked: Option<OutageChecked>,
    files_again: bool,
}

/// What the office finds about what was typed, but for the photographs.
async fn look_at(
    site: &Site,
    caller: &Caller,
    (skpd, typed): (&Skpd, &Typed),
    shown: &mut Shown,
) -> Result<(), PageError> {
    let office = site.office();
    let bare = Typed { sent: Sent::Check, ..typed.clone() };
    let listed = match bare.request((skpd, office.today()), Vec::new()) {
        Ok(listed) => listed,
        Err(errors) => {
            if shown.errors.is_empty() {
                shown.errors = errors;
            }
            return Ok(());
        }
    };
    let found = office.check_outage(caller.actor(), &listed.request).await?;
    let mistakes = listed.mistakes(&found.bad);
    if mistakes.is_empty() {
        let skpds = office.skpds().await?;
        let desk = desk(&found.desk, &skpds);
        shown.checked = Some(OutageChecked { rows: found.rows, desk });
    } else {
        shown.errors.extend(mistakes);
    }
    Ok(())
}

/// Puts everybody of the unit on the list, a line a day, but for who decides on it; who was not
/// there is taken off by hand.
async fn fill(
    site: &Site,
    caller: &Caller,
    (skpd, typed): (&Skpd, &mut Typed),
) -> Result<Vec<FormError>, PageError> {
    let (from, until) = match typed.days(site.office().today()) {
        Ok(days) => days,
        Err(errors) => return Ok(errors),
    };
    let filter = PeopleFilter { skpd: Some(skpd.clone()), search: String::new(), on: from };
    let mut people = site.office().list_people(caller.actor(), &filter).await?;
    let decider = site.office().outage_decider(caller.actor(), skpd).await?;
    people.retain(|one| decider.is_none_or(|nip| one.nip != nip.as_str()));
    let mut list = String::new();
    for date in from.series(1.day()).take_while(|date| *date <= until) {
        let day =
            if from == until { String::new() } else { format!("{};", forms::date_text(date)) };
        list.extend(people.iter().map(|one| format!("{};{day};;{}\n", one.nip, one.name)));
    }
    typed.list = list;
    Ok(Vec::new())
}

async fn page(
    site: &Site,
    caller: &Caller,
    (skpd, typed): (&Skpd, &Typed),
    shown: Shown,
) -> Result<OutageForm, PageError> {
    let office = site.office();
    let today = office.today();
    let since = today.saturating_sub(SHOWN_DAYS.days());
    let known = office.known_outages(caller.actor(), skpd, (since, today)).await?;
    let skpds = office.skpds().await?;
    let month = forms::date(&typed.from).filter(|day| *day <= today).unwrap_or(today);
    let choice = |cause: Cause| CauseChoice {
        code: cause.code(),
        name: Phrase::new(format!("page-outage-cause-{}", cause.code())),
        state: if cause.code() == typed.cause { ChoiceState::Chosen } else { ChoiceState::Open },
    };
    Ok(OutageForm {
        frame: caller.frame_in(Area::UnitMonth),
        unit: unit_name(&skpds, skpd.as_str()),
        address: paths::outage(skpd.as_str()),
        sheet: paths::unit_month(skpd.as_str(), Month::of(month).first()),
        from: typed.from.clone(),
        until: typed.until.clone(),
        causes: CAUSES.into_iter().map(choice).collect(),
        reason: typed.reason.clone(),
        reason_chars_max: REASON_CHARS_MAX,
        list: typed.list.clone(),
        checked: shown.checked,
        files_again: shown.files_again,
        known: known.iter().map(known_row).collect(),
        errors: shown.errors,
    })
}

fn known_row(outage: &KnownOutage) -> KnownOutageRow {
    KnownOutageRow {
        href: paths::request(outage.id),
        days: (outage.from, outage.until),
        cause: Phrase::new(format!("request-cause-{}", outage.cause.code())),
        rows: u32::try_from(outage.rows).unwrap_or(u32::MAX),
        stage: stage(&outage.stage),
    }
}

//! Asking a colleague to exchange turns.

use std::collections::BTreeSet;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Nip};
use jiff::civil::Date;
use office::{
    OfficeError,
    matter::{Mistake, REASON_CHARS_MAX},
    presence::{SWAP_DAYS_MAX, SwapChecked, SwapChoices, SwapRequest},
};
use serde::Deserialize;
use words::Phrase;

use super::{presence::month_named, request::told, roster::warnings};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::{
        Choice, ChoiceState, FormError, MonthLinks,
        swap::{SwapDayRow, SwapForm},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// What the form may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The month; this one without.
    month: Option<String>,
    /// Number of the colleague.
    with: Option<String>,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    /// Whether it is to be sent, and not only to be looked at.
    send: bool,
    month: String,
    with: String,
    days: BTreeSet<Date>,
    reason: String,
}

impl Typed {
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "step" => typed.send = value == "send",
                "month" => typed.month = value,
                "with" => typed.with = value,
                "day" => typed.days.extend(value.parse::<Date>()),
                "reason" => typed.reason = value,
                _ => {}
            }
        }
        typed
    }

    /// The request, or everything that can be seen to be wrong with it at once.
    fn request(&self, nip: Nip) -> Result<SwapRequest, Vec<FormError>> {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, text: Phrase| {
            errors.push(FormError { field: field.to_owned(), text });
        };
        let with = self.with.parse().ok().filter(|with| *with != nip);
        if with.is_none() {
            wrong("with", Phrase::new("page-swap-choose"));
        }
        if self.days.is_empty() {
            wrong("days", Phrase::new("page-swap-no-day"));
        } else if self.days.len() > SWAP_DAYS_MAX {
            let most = i64::try_from(SWAP_DAYS_MAX).unwrap_or(i64::MAX);
            wrong("days", Phrase::new("page-swap-too-many").with("most", most));
        }
        if self.reason.trim().is_empty() {
            wrong("reason", Phrase::new("page-swap-no-reason"));
        } else if self.reason.trim().chars().count() > REASON_CHARS_MAX {
            wrong("reason", told::mistake(&Mistake::ReasonTooLong(REASON_CHARS_MAX)));
        }
        match with {
            Some(with) if errors.is_empty() => {
                let dates = self.days.iter().copied().collect();
                Ok(SwapRequest { nip, with, dates, reason: self.reason.clone() })
            }
            _ => Err(errors),
        }
    }
}

/// The form, with the turns of a colleague once one is chosen.
pub(super) async fn new_swap(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<SwapForm>, PageError> {
    let typed = Typed {
        month: asked.month.unwrap_or_default(),
        with: asked.with.unwrap_or_default(),
        ..Typed::default()
    };
    Ok(Html::ok(page(&site, &caller, typed, (None, Vec::new())).await?))
}

/// Looks at an exchange, or asks for it if nothing hinders; the form comes back otherwise.
pub(super) async fn ask_swap(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let nip = own_nip(&caller)?;
    let typed = Typed::read(fields);
    let (checked, errors) = match typed.request(nip) {
        Err(errors) => (None, errors),
        Ok(request) => {
            let office = site.office();
            let name = request.with.to_string();
            let done = if typed.send {
                office.request_swap(caller.actor(), request).await
            } else {
                office.check_swap(caller.actor(), &request).await
            };
            match done {
                Ok(SwapChecked { opened: Some(_), .. }) => {
                    let text = Phrase::new("page-swap-told").with("nip", name);
                    site.tell(&caller, vec![Notice { kind: NoticeKind::Done, text }]);
                    return Ok(Redirect::to(paths::MY_REQUESTS).into_response());
                }
                Ok(found) => found_of(&found),
                Err(error) => (None, vec![of_form(error)?]),
            }
        }
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page(&site, &caller, typed, (checked, errors)).await?;
    Ok(Html::with_status(status, page).into_response())
}

/// Whose form it is; an account without a person behind it has none.
fn own_nip(caller: &Caller) -> Result<Nip, PageError> {
    caller.visitor.nip.ok_or_else(PageError::not_found)
}

/// What was found: warnings, or what hinders it.
fn found_of(found: &SwapChecked) -> (Option<Vec<(String, Phrase)>>, Vec<FormError>) {
    let hinder = |text| FormError { field: "days".to_owned(), text };
    let errors: Vec<FormError> =
        found.findings.iter().map(|finding| hinder(finding.said())).collect();
    if !errors.is_empty() {
        return (None, errors);
    }
    (Some(warnings(&found.warnings)), Vec::new())
}

/// A refusal of the office at its field, or as the page that ends it.
fn of_form(error: OfficeError) -> Result<FormError, PageError> {
    let (field, text) = match error {
        OfficeError::Mistake(mistake) => ("days", told::mistake(&mistake)),
        OfficeError::NotFound { .. } => ("with", Phrase::new("page-swap-choose")),
        other => return Err(other.into()),
    };
    Ok(FormError { field: field.to_owned(), text })
}

async fn page(
    site: &Site,
    caller: &Caller,
    typed: Typed,
    (checked, errors): (Option<Vec<(String, Phrase)>>, Vec<FormError>),
) -> Result<SwapForm, PageError> {
    let nip = own_nip(caller)?;
    let office = site.office();
    let this = Month::of(office.today());
    let month = if typed.month.is_empty() { this } else { month_named(&typed.month)? };
    let with: Option<Nip> = typed.with.parse().ok();
    let choices = office.swap_choices(caller.actor(), &nip, (month, with.as_ref())).await?;
    let choices = choices.unwrap_or(SwapChoices { colleagues: Vec::new(), days: Vec::new() });
    let of = |month: Month| {
        let month = month.to_string();
        paths::with_query(paths::NEW_SWAP, &[("month", &month), ("with", &typed.with)])
    };
    let chosen = choices.colleagues.iter().find(|one| one.nip == typed.with);
    let colleagues = choices.colleagues.iter().map(|one| {
        let name = format!("{} · {}", one.name, one.nip);
        if one.nip == typed.with {
            Choice::chosen(&one.nip, name)
        } else {
            Choice::open(&one.nip, name)
        }
    });
    let letter = |text: &str| Some(text.to_owned()).filter(|text| text != "-");
    let days = choices.days.iter().filter_map(|day| {
        let theirs = day.theirs.as_deref().filter(|theirs| *theirs != day.mine)?;
        let is = typed.days.contains(&day.date);
        Some(SwapDayRow {
            date: day.date,
            mine: letter(&day.mine),
            theirs: letter(theirs),
            state: if is { ChoiceState::Chosen } else { ChoiceState::Open },
        })
    });
    let mut frame = caller.frame_in(Area::Requests);
    // The other language shows the same month and colleague, whichever way the form was reached.
    frame.path = of(month);
    Ok(SwapForm {
        frame,
        month: MonthLinks {
            month: month.first(),
            previous: (month > this).then(|| of(month.previous())),
            next: Some(of(month.next())),
        },
        with: chosen.map(|one| (one.nip.clone(), one.name.clone())),
        colleagues: colleagues.collect(),
        days: days.collect(),
        days_max: SWAP_DAYS_MAX,
        reason: typed.reason.clone(),
        reason_chars_max: REASON_CHARS_MAX,
        checked,
        errors,
    })
}

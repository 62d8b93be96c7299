//! The form of a request for corrected days.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Nip};
use jiff::civil::Date;
use office::{
    OfficeError,
    matter::{Cause, Mistake, REASON_CHARS_MAX},
    presence::{CORRECTED_DAYS_MAX, CorrectedDay, CorrectionRequest},
    proof::NewProof,
};
use words::Phrase;

use super::told;
use crate::{
    Area, Html, PageError, Site, forms,
    pages::{
        ChoiceState, FormError,
        request::{CauseChoice, CorrectionForm, DayNow, DayRow},
    },
    paths,
    routes::presence::{in_short, mark},
    session::OwnForm,
    site::Caller,
    upload::OwnUpload,
};

/// The form, with the days that the address names.
pub(in crate::routes) async fn new_correction(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Html<CorrectionForm>, PageError> {
    let nip = own_nip(&caller)?;
    let named = asked.iter().filter(|(name, _)| name == "day");
    let mut typed = Typed::default();
    for (_, day) in named.take(CORRECTED_DAYS_MAX) {
        let day = forms::date(day).map_or_else(|| day.clone(), forms::date_text);
        typed.days.push(TypedDay { day, ..TypedDay::default() });
    }
    let mut page = page(&site, &caller, typed, Vec::new());
    if let Some(row) = page.days.first_mut()
        && let Some(date) = forms::date(&row.day)
    {
        row.now = now(&site, &caller, &nip, date).await?;
    }
    Ok(Html::ok(page))
}

/// The form with one day more, for browsers without scripts and with them.
pub(in crate::routes) async fn one_day_more(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Result<Html<CorrectionForm>, PageError> {
    own_nip(&caller)?;
    let mut typed = Typed::read(fields);
    if typed.days.len() < CORRECTED_DAYS_MAX {
        typed.days.push(TypedDay::default());
    }
    Ok(Html::ok(page(&site, &caller, typed, Vec::new())))
}

/// Asks for corrected days, or shows the form again with what is wrong.
pub(in crate::routes) async fn ask_correction(
    State(site): State<Site>,
    caller: Caller,
    upload: OwnUpload,
) -> Result<Response, PageError> {
    let nip = own_nip(&caller)?;
    let OwnUpload { fields, files, .. } = upload;
    let handed_in = !files.is_empty();
    let mut typed = Typed::read(fields);
    typed.days.retain(|day| !day.is_empty());
    let errors = match typed.request(nip, files) {
        Ok(request) => match site.office().request_correction(caller.actor(), request).await {
            Ok(opened) => {
                let skpds = site.office().skpds().await?;
                site.tell(&caller, told::asked(&opened, &skpds));
                return Ok(Redirect::to(paths::MY_REQUESTS).into_response());
            }
            Err(OfficeError::Mistake(mistake)) => {
                vec![FormError { field: typed.field(&mistake), text: told::mistake(&mistake) }]
            }
            Err(OfficeError::Proof(bad)) => vec![FormError {
                field: "files".to_owned(),
                text: told::proof_fault(&bad.name, bad.fault),
            }],
            Err(error) => return Err(error.into()),
        },
        Err(errors) => errors,
    };
    let mut page = page(&site, &caller, typed, errors);
    page.files_again = handed_in;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Whose form it is; an account without a person behind it has none.
fn own_nip(caller: &Caller) -> Result<Nip, PageError> {
    caller.visitor.nip.ok_or_else(PageError::not_found)
}

/// How a day stands now, if it has come and something is known of it.
async fn now(
    site: &Site,
    caller: &Caller,
    nip: &Nip,
    date: Date,
) -> Result<Option<DayNow>, PageError> {
    let office = site.office();
    if date > office.today() || date < office.oldest_to_correct() {
        return Ok(None);
    }
    let month = office.my_month(caller.actor(), nip, Month::of(date), None).await?;
    Ok(month.and_then(|month| {
        let record = month.days.iter().find(|record| record.date == date)?;
        let cut = Some(-month.cut_of(date)).filter(|cut| *cut > 0);
        Some(DayNow { date, mark: mark(record), what: in_short(record), cut })
    }))
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    days: Vec<TypedDay>,
    cause: String,
    reason: String,
}

#[derive(Debug, Default)]
struct TypedDay {
    day: String,
    arrived: String,
    left: String,
}

impl TypedDay {
    fn is_empty(&self) -> bool {
        [&self.day, &self.arrived, &self.left].iter().all(|text| text.trim().is_empty())
    }

    /// The day and its times; what is wrong goes to `errors`, by the number of the row.
    fn read(&self, number: usize, errors: &mut Vec<FormError>) -> Option<CorrectedDay> {
        let mut wrong = |field: &str, key: &str| {
            let field = format!("{field}-{number}");
            errors.push(FormError { field, text: Phrase::new(key) });
        };
        let date = forms::date(&self.day);
        if date.is_none() {
            wrong("day", "request-mistake-date");
        }
        let mut time = |field: &str, text: &str| {
            let minute = forms::minute(text);
            if minute.is_none() && !text.trim().is_empty() {
                wrong(field, "request-mistake-time");
            }
            minute
        };
        let (arrived, left) = (time("arrived", &self.arrived), time("left", &self.left));
        if self.arrived.trim().is_empty() && self.left.trim().is_empty() {
            wrong("arrived", "request-mistake-no-time");
        }
        Some(CorrectedDay { date: date?, arrived, left })
    }
}

impl Typed {
    /// What a form sends: rows in their order, each beginning with its day.
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            let days = typed.days.len();
            match (name.as_str(), typed.days.last_mut()) {
                // One more than may be is read, so that it is said.
                ("day", _) if days <= CORRECTED_DAYS_MAX => {
                    typed.days.push(TypedDay { day: value, ..TypedDay::default() });
                }
                ("arrived", Some(day)) => day.arrived = value,
                ("left", Some(day)) => day.left = value,
                ("cause", _) => typed.cause = value,
                ("reason", _) => typed.reason = value,
                _ => {}
            }
        }
        typed
    }

    /// The request, or everything that can be seen to be wrong with it at once.
    fn request(
        &self,
        nip: Nip,
        proofs: Vec<NewProof>,
    ) -> Result<CorrectionRequest, Vec<FormError>> {
        let mut errors = Vec::new();
        let rows = self.days.iter().zip(1..);
        let days: Vec<CorrectedDay> =
            rows.filter_map(|(day, number)| day.read(number, &mut errors)).collect();
        let mut wrong = |field: &str, text: Phrase| {
            errors.push(FormError { field: field.to_owned(), text });
        };
        if self.days.is_empty() {
            wrong("day-1", told::mistake(&Mistake::NoDay));
        }
        let cause = Cause::from_code(&self.cause);
        if cause.is_none() {
            wrong("cause", Phrase::new("request-mistake-no-cause"));
        }
        if let Some(fault) = told::reason_fault(&self.reason) {
            wrong("reason", fault);
        }
        if let Some(fault) = told::files_fault(proofs.iter()) {
            wrong("files", fault);
        }
        match cause {
            Some(cause) if errors.is_empty() => {
                Ok(CorrectionRequest { nip, days, cause, reason: self.reason.clone(), proofs })
            }
            _ => Err(errors),
        }
    }

    /// The field that a mistake is shown at.
    fn field(&self, mistake: &Mistake) -> String {
        let about = |day: &TypedDay| forms::date(&day.day) == mistake.date();
        // Of a day that is there twice the second is wrong.
        let row = self.days.iter().rposition(about).map_or(1, |place| place + 1);
        match mistake {
            Mistake::NoReason | Mistake::ReasonTooLong(_) => "reason".to_owned(),
            Mistake::NoTime(_) | Mistake::TimeAhead(_) => format!("arrived-{row}"),
            Mistake::Backwards(_) => format!("left-{row}"),
            _ => format!("day-{row}"),
        }
    }
}

fn page(site: &Site, caller: &Caller, typed: Typed, errors: Vec<FormError>) -> CorrectionForm {
    let Typed { mut days, cause, reason } = typed;
    if days.is_empty() {
        days.push(TypedDay::default());
    }
    let mut frame = caller.frame_in(Area::Requests);
    if frame.path == paths::CORRECTIONS {
        // Nothing is shown at the address that only takes the form.
        paths::NEW_CORRECTION.clone_into(&mut frame.path);
    }
    let back = days.first().and_then(|day| forms::date(&day.day));
    let back = back.filter(|date| *date <= site.office().today());
    CorrectionForm {
        frame,
        may_add: days.len() < CORRECTED_DAYS_MAX,
        days: days
            .into_iter()
            .zip(1..)
            .map(|(TypedDay { day, arrived, left }, number)| DayRow {
                number,
                day,
                arrived,
                left,
                now: None,
            })
            .collect(),
        causes: Cause::ALL
            .into_iter()
            .map(|choice| {
                let chosen = choice.code() == cause;
                CauseChoice::of(
                    choice,
                    if chosen { ChoiceState::Chosen } else { ChoiceState::Open },
                )
            })
            .collect(),
        reason,
        reason_chars_max: REASON_CHARS_MAX,
        files_again: false,
        errors,
        back: back.map_or_else(|| paths::MY_REQUESTS.to_owned(), paths::my_month),
    }
}

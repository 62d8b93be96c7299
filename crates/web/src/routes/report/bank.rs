//! The payment list as the file of a bank.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use office::allowance::{
    BankAsked as BankWish, BankFileRefused, ReportName, payments::UnfitPayDay,
};
use reports::{BankRefused, Batch};
use words::Phrase;

use super::{
    ask::{Asked, request},
    file::{download, file_name, nothing},
    pages::payments_address,
    show::{BankAsked, View, page, table},
};
use crate::{
    Html, PageError, Site, forms, pages::FormError, routes::presence::month_named, site::Caller,
};

/// Highest number of a file among those of its day.
const BATCH_MAX: u32 = 999;

/// The bank's file, or the list with what is wrong.
pub(in crate::routes) async fn bank(
    State(site): State<Site>,
    caller: Caller,
    Path(month): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    // What is wrong with the day is said beside the field.
    let whose = Asked { paid: None, ..asked.clone() };
    let mut request = request(&caller, ReportName::Payments, month_named(&month)?, &whose)?;
    let named = asked.format.clone().unwrap_or_default();
    let typed = |text: &Option<String>| text.as_deref().map_or("", str::trim).to_owned();
    let (day, batch) = (typed(&asked.paid), typed(&asked.batch));
    let error = |field: &str, text| FormError { field: field.to_owned(), text };
    let mut errors = Vec::new();
    let format = site.banks().iter().find(|format| format.name() == named);
    if format.is_none() {
        errors.push(error("format", Phrase::new("page-report-bank-no-format")));
    }
    let fits = |day| UnfitPayDay::check(request.month, day).map(|()| day);
    let on = forms::date(&day).map(fits).transpose().unwrap_or_else(|unfit| {
        errors.push(error("paid", unfit.said()));
        None
    });
    if on.is_none() && errors.iter().all(|error| error.field != "paid") {
        errors.push(error("paid", Phrase::new("page-report-bank-no-day")));
    }
    let number = batch.parse().ok().filter(|number| (1..=BATCH_MAX).contains(number));
    if number.is_none() {
        errors.push(error("batch", Phrase::new("page-report-bank-no-batch")));
    }
    request.paid = on;
    if let (Some(format), Some(day), Some(number)) = (format, on, number) {
        table(&site, &caller, &request).await?.ok_or_else(|| nothing(&request))?;
        let (batch, lang) = (Batch { day, number }, caller.frame.lang);
        let wish = BankWish { format, batch, lang };
        match site.office().bank_file(caller.actor(), &request, wish).await {
            Ok(bytes) => {
                let name = file_name(&caller, &request, format.extension());
                let name = name.replacen("payments", &format!("bank-{named}"), 1);
                return Ok(download(&name, "application/octet-stream", bytes));
            }
            Err(BankFileRefused::Office(refused)) => return Err(refused.into()),
            Err(BankFileRefused::SeveralClosings { closings }) => {
                let several = Phrase::new("page-report-bank-several").with("closings", closings);
                errors.push(error("bank", several));
            }
            Err(BankFileRefused::List(refused)) => errors.push(error("bank", said(&refused))),
        }
    }
    let view = View {
        address: payments_address,
        page: 1,
        bank: BankAsked { format: named, day: Some(day), batch: Some(batch), errors },
    };
    let page = page(&site, &caller, &request, view).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn said(refused: &BankRefused) -> Phrase {
    if *refused == BankRefused::Simulation {
        return Phrase::new("page-report-bank-simulation");
    }
    if let BankRefused::Unsigned { units } = refused {
        return Phrase::new("page-report-bank-unsigned").with("units", units);
    }
    if *refused == BankRefused::NobodyToPay {
        return Phrase::new("page-report-bank-nobody");
    }
    Phrase::new("page-report-bank-refused").with("why", refused.to_string())
}

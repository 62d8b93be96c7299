//! What people do about a month: close it, sign it, supplement it, open it again.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Skpd};
use office::{
    OfficeError,
    allowance::closing::{
        Acknowledged, Check, CheckKind, Closing, ClosingMistake, Signing, Supplemented, Weight,
    },
};
use words::{Arg, Phrase};

use super::show::{Mistakes, Typed, page, wrong};
use crate::{
    Html, Notice, NoticeKind, PageError, Site, pages::FormError, paths, routes::units::MonthOfUnit,
    session::OwnForm, site::Caller,
};

/// What a deed came to: a sentence, or what is wrong.
type Outcome = Result<Phrase, Mistakes>;

/// Closes the month.
pub(in crate::routes) async fn close(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let MonthOfUnit { skpd, month } = MonthOfUnit::named(&skpd, &month)?;
    let given = acknowledged(&typed);
    let done = site.office().close_month(caller.actor(), &skpd, month, &given).await;
    let outcome = match done {
        Ok(Closing::Closed(closed)) => Ok(numbered("closing-closed-now", closed.number)),
        Ok(Closing::Hindered(checks)) => {
            Err(Mistakes { errors: hindered(&checks, "close"), typed, ..Mistakes::default() })
        }
        Err(error) => Err(overtaken(error, "close", typed)?),
    };
    answer(&site, &caller, (&skpd, month), outcome).await
}

/// Freezes what came out otherwise since the month was closed.
pub(in crate::routes) async fn supplement(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let MonthOfUnit { skpd, month } = MonthOfUnit::named(&skpd, &month)?;
    let given = acknowledged(&typed);
    let done = site.office().supplement_month(caller.actor(), &skpd, month, &given).await;
    let outcome = match done {
        Ok(Supplemented::Frozen(done)) => Ok(numbered("closing-supplemented", done.closing.number)
            .with("main", Arg::Count(i64::from(done.main)))),
        Ok(Supplemented::Nothing) => Ok(Phrase::new("closing-nothing")),
        Ok(Supplemented::Hindered(checks)) => {
            Err(Mistakes { errors: hindered(&checks, "supplement"), typed, checks })
        }
        Err(error) => Err(overtaken(error, "supplement", typed)?),
    };
    answer(&site, &caller, (&skpd, month), outcome).await
}

/// Signs the closing that is next to be signed.
pub(in crate::routes) async fn sign(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let MonthOfUnit { skpd, month } = MonthOfUnit::named(&skpd, &month)?;
    let signing = Signing {
        skpd: skpd.clone(),
        month,
        number: typed.get("number").and_then(|number| number.parse().ok()),
        digest: typed.get("digest").cloned().unwrap_or_default(),
        signer: None,
    };
    let outcome = match site.office().sign_closing(caller.actor(), &signing).await {
        Ok(signed) if signed.next.is_none() => Ok(Phrase::new("closing-all-signed")),
        Ok(signed) => Ok(numbered("page-closing-signed-now", signed.number)),
        Err(error) => Err(overtaken(error, "sign", typed)?),
    };
    answer(&site, &caller, (&skpd, month), outcome).await
}

/// Opens the month again.
pub(in crate::routes) async fn reopen(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let MonthOfUnit { skpd, month } = MonthOfUnit::named(&skpd, &month)?;
    let reason = typed.get("reason").map(|reason| reason.trim().to_owned()).unwrap_or_default();
    let done = site.office().reopen_month(caller.actor(), &skpd, month, &reason).await;
    let outcome = match done {
        Ok(number) => Ok(numbered("closing-reopened-number", number).with("reason", reason)),
        Err(OfficeError::Closing(ClosingMistake::NoReason)) => Err(Mistakes {
            errors: vec![wrong("reason", "page-closing-reason-missing")],
            typed,
            ..Mistakes::default()
        }),
        Err(error) => Err(overtaken(error, "reason", typed)?),
    };
    answer(&site, &caller, (&skpd, month), outcome).await
}

fn numbered(key: &str, number: u32) -> Phrase {
    Phrase::new(key).with("number", Arg::Count(i64::from(number)))
}

/// What was acknowledged, with its reason.
fn acknowledged(typed: &Typed) -> Vec<Acknowledged> {
    let given = |kind: &CheckKind| {
        let reason = typed.get(&format!("reason-{}", kind.code()))?.trim();
        (!reason.is_empty()).then(|| Acknowledged { code: *kind, reason: reason.to_owned() })
    };
    CheckKind::ALL.iter().filter_map(given).collect()
}

/// What stands in the way, at the field of its reason, or at the form.
fn hindered(checks: &[Check], form: &str) -> Vec<FormError> {
    checks
        .iter()
        .map(|check| {
            let what = Phrase::new(format!("closing-check-{}", check.code.code()));
            let (field, key) = match check.weight {
                Weight::Acknowledge => {
                    (format!("reason-{}", check.code.code()), "page-closing-say-why")
                }
                Weight::Blocks | Weight::Warns => (form.to_owned(), "page-closing-mend-first"),
            };
            FormError { field, text: Phrase::new(key).with("what", what) }
        })
        .collect()
}

/// What the office would not take because of how the month stands now.
fn overtaken(error: OfficeError, field: &str, typed: Typed) -> Result<Mistakes, PageError> {
    match error {
        OfficeError::Closing(mistake) => {
            let text = Phrase::new("page-closing-overtaken").with("why", mistake.said());
            let errors = vec![FormError { field: field.to_owned(), text }];
            Ok(Mistakes { typed, errors, ..Mistakes::default() })
        }
        other => Err(other.into()),
    }
}

/// Back to the page with what was done, or the page again with what is wrong.
async fn answer(
    site: &Site,
    caller: &Caller,
    (skpd, month): (&Skpd, Month),
    outcome: Outcome,
) -> Result<Response, PageError> {
    match outcome {
        Ok(text) => {
            site.tell(caller, vec![Notice { kind: NoticeKind::Done, text }]);
            let to = paths::closing(skpd.as_str(), month.first());
            Ok(Redirect::to(&to).into_response())
        }
        Err(mistakes) => {
            let (page, _) = page(site, caller, (skpd, month), mistakes).await?;
            Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

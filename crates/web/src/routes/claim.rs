//! What was paid too much and comes back (TGR): the list, one claim, opening one, and what came back.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Nip};
use jiff::civil::Date;
use office::{
    OfficeError, Permission, Scope,
    allowance::closing::{
        Claim, ClaimMistake, ClaimMonth, ClaimWish, ClaimWithdrawal, FigureChange, FigureKind,
        NewClaim, NewReceipt,
    },
};
use rules::payout::instalment::PlanFinding;
use words::{Arg, Phrase};

use super::units::unit_name;
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site, forms,
    pages::{
        FormError,
        claim::{
            ClaimForm, ClaimMonthShown, ClaimPage, ClaimRow, Claims, PartShown, ReceiptForm,
            WithdrawForm,
        },
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// What a form or an address sends, by the names of its fields.
type Typed = BTreeMap<String, String>;

/// The claims of the reader's unit, of the regency, or of one person.
pub(super) async fn list(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Typed>,
) -> Result<Html<Claims>, PageError> {
    Ok(Html::ok(claims(&site, &caller, &asked, Vec::new()).await?))
}

/// Opens a claim, or shows the form again with what is wrong.
pub(super) async fn open(
    State(site): State<Site>,
    caller: Caller,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let errors = match new_claim(&typed) {
        Ok(new) => match site.office().open_claim(caller.actor(), &new).await {
            Ok(claim) => {
                let text = Phrase::new("claim-opened")
                    .with("number", claim.id.to_string())
                    .with("total", words::format::rupiah(claim.total));
                site.tell(&caller, vec![Notice { kind: NoticeKind::Done, text }]);
                return Ok(Redirect::to(&paths::claim(claim.id)).into_response());
            }
            Err(OfficeError::Claim(mistake)) => vec![refused("new", &mistake)],
            Err(OfficeError::NotFound { .. }) => vec![wrong("nip", "claim-bad-not-closed")],
            Err(error) => return Err(error.into()),
        },
        Err(errors) => errors,
    };
    let mut asked = typed;
    // The list stays the reader's own: the NIP typed is of the form.
    asked.insert("form".to_owned(), String::new());
    let page = claims(&site, &caller, &asked, errors).await?;
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// A claim.
pub(super) async fn one(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Html<ClaimPage>, PageError> {
    let id = id.parse().map_err(|_| PageError::not_found())?;
    let claim = site.office().show_claim(caller.actor(), id).await?;
    Ok(Html::ok(page(&site, &caller, &claim, &Typed::new(), Vec::new())))
}

/// Records what came back, or shows the form again with what is wrong.
pub(super) async fn receive(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let id = id.parse().map_err(|_| PageError::not_found())?;
    let errors = match new_receipt(id, &typed) {
        Ok(new) => match site.office().receive_claim(caller.actor(), &new).await {
            Ok(_) => {
                let text = Phrase::new("claim-receive-done")
                    .with("amount", words::format::rupiah(new.amount));
                site.tell(&caller, vec![Notice { kind: NoticeKind::Done, text }]);
                return Ok(Redirect::to(&paths::claim(id)).into_response());
            }
            Err(OfficeError::Claim(mistake)) => vec![refused("receipt", &mistake)],
            Err(error) => return Err(error.into()),
        },
        Err(errors) => errors,
    };
    again(&site, &caller, id, (&typed, errors)).await
}

/// Withdraws a claim, or shows the form again with what is wrong.
pub(super) async fn withdraw(
    State(site): State<Site>,
    caller: Caller,
    Path(id): Path<String>,
    OwnForm(typed): OwnForm<Typed>,
) -> Result<Response, PageError> {
    let id = id.parse().map_err(|_| PageError::not_found())?;
    let seen = text(&typed, "seen").parse().unwrap_or(0);
    let new = ClaimWithdrawal { claim: id, seen, why: text(&typed, "why").to_owned() };
    let mistake = match site.office().withdraw_claim(caller.actor(), &new).await {
        Ok(_) => {
            let text = Phrase::new("claim-withdraw-done");
            site.tell(&caller, vec![Notice { kind: NoticeKind::Done, text }]);
            return Ok(Redirect::to(&paths::claim(id)).into_response());
        }
        Err(OfficeError::Claim(mistake)) => mistake,
        Err(error) => return Err(error.into()),
    };
    again(&site, &caller, id, (&typed, vec![refused("withdraw", &mistake)])).await
}

/// The page of a claim again, with what was typed and what is wrong with it.
async fn again(
    site: &Site,
    caller: &Caller,
    id: i64,
    (typed, errors): (&Typed, Vec<FormError>),
) -> Result<Response, PageError> {
    let claim = site.office().show_claim(caller.actor(), id).await?;
    let page = page(site, caller, &claim, typed, errors);
    Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn wrong(field: &str, key: &str) -> FormError {
    FormError { field: field.to_owned(), text: Phrase::new(key) }
}

/// What the office would not take, at the field it is about, or at the form.
fn refused(form: &str, mistake: &ClaimMistake) -> FormError {
    let field = match mistake {
        ClaimMistake::FirstOutside { .. } | ClaimMistake::FirstClosed { .. } => "first",
        ClaimMistake::NothingToTake | ClaimMistake::TooManyParts { .. } => "monthly",
        ClaimMistake::NoNumber { .. } | ClaimMistake::NumberKnown { .. } => "number",
        ClaimMistake::AmountOutside { .. } => "amount",
        ClaimMistake::DayOutside { .. } => "on",
        ClaimMistake::NoReason | ClaimMistake::ReasonTooLong { .. } => "why",
        ClaimMistake::NoMonth
        | ClaimMistake::TooManyMonths { .. }
        | ClaimMistake::Oneself
        | ClaimMistake::NothingOverpaid
        | ClaimMistake::Silent(_)
        | ClaimMistake::OpenedMeanwhile
        | ClaimMistake::Over
        | ClaimMistake::Overtaken => form,
    };
    let text = Phrase::new("claim-refused").with("why", mistake.said());
    FormError { field: field.to_owned(), text }
}

fn text<'t>(typed: &'t Typed, field: &str) -> &'t str {
    typed.get(field).map_or("", |text| text.trim())
}

fn new_claim(typed: &Typed) -> Result<NewClaim, Vec<FormError>> {
    let mut errors = Vec::new();
    let mut month = |field: &str| {
        let read = text(typed, field).parse::<Month>().ok();
        if read.is_none() {
            errors.push(wrong(field, "claim-bad-month"));
        }
        read
    };
    let from = month("from");
    let until = if text(typed, "until").is_empty() { from } else { month("until") };
    let first = month("first");
    let nip = text(typed, "nip").replace(' ', "").parse::<Nip>().ok();
    if nip.is_none() {
        errors.push(wrong("nip", "claim-bad-nip"));
    }
    if from > until && until.is_some() {
        errors.push(wrong("until", "claim-bad-order"));
    }
    let why = text(typed, "why").to_owned();
    if why.is_empty() {
        errors.push(wrong("why", "claim-bad-why"));
    }
    let wish = match (text(typed, "monthly"), text(typed, "number")) {
        ("", "") => Some(ClaimWish::PaidIn),
        ("", number) => number.parse().ok().map(ClaimWish::Number),
        (monthly, "") => forms::rupiah(monthly).map(ClaimWish::Monthly),
        (_, _) => None,
    };
    if wish.is_none() {
        errors.push(wrong("monthly", "claim-bad-wish"));
    }
    match (from, until, first, nip, wish) {
        (Some(from), Some(until), Some(first), Some(nip), Some(wish)) if errors.is_empty() => {
            let months = std::iter::successors(Some(from), |month| Some(month.next()));
            // The office says how many months are too many.
            let months = months.take_while(|month| *month <= until).take(MONTHS_READ).collect();
            Ok(NewClaim { nip, months, why, wish, first })
        }
        _ => Err(errors),
    }
}

/// Months that are read of a form: more than one claim may be of.
const MONTHS_READ: usize = 100;

fn new_receipt(claim: i64, typed: &Typed) -> Result<NewReceipt, Vec<FormError>> {
    let on = forms::date(text(typed, "on"));
    let amount = forms::rupiah(text(typed, "amount"));
    let seen = text(typed, "seen").parse().unwrap_or(0);
    match (on, amount) {
        (Some(on), Some(amount)) => {
            let number = text(typed, "number").to_owned();
            Ok(NewReceipt { claim, seen, on, amount, number })
        }
        (on, amount) => {
            let on = on.is_none().then(|| wrong("on", "claim-bad-date"));
            let amount = amount.is_none().then(|| wrong("amount", "claim-bad-amount"));
            Err(on.into_iter().chain(amount).collect())
        }
    }
}

async fn claims(
    site: &Site,
    caller: &Caller,
    asked: &Typed,
    errors: Vec<FormError>,
) -> Result<Claims, PageError> {
    let (office, actor) = (site.office(), caller.actor());
    // A form that was sent asks for nobody's claims.
    let nip = if asked.contains_key("form") { None } else { text(asked, "nip").parse().ok() };
    let own = caller.visitor.nip.filter(|_| !actor.may_somewhere(Permission::SeePay));
    let (listed, whose) = if let Some(nip) = nip.or(own) {
        let listed = office.person_claims(actor, &nip).await?;
        let name = listed.first().map(|claim| claim.name.clone());
        (listed, name.unwrap_or_else(|| nip.to_string()))
    } else {
        let listed = office.list_claims(actor, actor.skpd()).await?;
        let whose = match actor.skpd() {
            Some(skpd) => unit_name(&office.skpds().await?, skpd.as_str()),
            None => site.regency(),
        };
        (listed, whose)
    };
    let may_open = actor.may_somewhere(Permission::CloseMonth);
    let mut frame = site.frame_told(caller, Area::Reports);
    paths::CLAIMS.clone_into(&mut frame.path);
    let lang = frame.lang;
    Ok(Claims {
        frame,
        whose,
        open: listed.iter().map(|claim| claim.open).sum(),
        rows: listed.iter().map(row).collect(),
        form: may_open.then(|| ClaimForm::of(asked, lang, Month::of(office.today()))),
        errors,
    })
}

fn first_day(month: &str) -> Option<Date> {
    month.parse::<Month>().ok().map(Month::first)
}

fn row(claim: &Claim) -> ClaimRow {
    ClaimRow {
        id: claim.id,
        name: claim.name.clone(),
        nip: claim.nip.clone(),
        href: paths::claim(claim.id),
        months: claim.months.iter().filter_map(|of| first_day(&of.month)).collect(),
        total: claim.total,
        open: claim.open,
        ended: ended(claim),
    }
}

/// How a claim ended; nothing while something of it is open.
fn ended(claim: &Claim) -> Option<Phrase> {
    if claim.withdrawn.is_some() {
        return Some(Phrase::new("claim-withdrawn"));
    }
    (claim.open == 0).then(|| Phrase::new("claim-done"))
}

fn page(
    site: &Site,
    caller: &Caller,
    claim: &Claim,
    typed: &Typed,
    errors: Vec<FormError>,
) -> ClaimPage {
    let may = caller.actor().may(Permission::CloseMonth, Scope::Skpd(&claim.skpd));
    let of = |field: &str| typed.get(field).cloned();
    let form = (may && claim.open > 0).then(|| ReceiptForm {
        action: paths::receive_claim(claim.id),
        // Who was told that something changed has it on the page now.
        seen: claim.steps,
        on: of("on").unwrap_or_else(|| forms::date_text(site.office().today())),
        amount: of("amount").unwrap_or_default(),
        number: of("number").unwrap_or_default(),
    });
    let may_withdraw = caller.actor().may(Permission::ReopenMonth, Scope::Skpd(&claim.skpd));
    let withdraw = (may_withdraw && claim.open > 0).then(|| WithdrawForm {
        action: paths::withdraw_claim(claim.id),
        seen: claim.steps,
        why: of("why").unwrap_or_default(),
    });
    let provisions = &site.office().lawbook().law().provisions;
    let article = &provisions.get(claim.plan.provision).article;
    let parts = claim.plan.parts.iter().map(|part| PartShown {
        month: part.month.first(),
        due: part.due.0,
        received: part.received.0,
    });
    let mut frame = site.frame_told(caller, Area::Reports);
    frame.path = paths::claim(claim.id);
    ClaimPage {
        frame,
        id: claim.id,
        name: claim.name.clone(),
        nip: claim.nip.clone(),
        why: claim.why.clone(),
        total: claim.total,
        received: claim.receipts.iter().map(|receipt| receipt.amount).sum(),
        open: claim.open,
        ended: ended(claim),
        why_withdrawn: claim.withdrawn.as_ref().map(|how| how.why.clone()),
        months: claim.months.iter().filter_map(|of| month_shown(&claim.nip, of)).collect(),
        parts: parts.collect(),
        findings: claim.plan.findings.iter().map(finding).collect(),
        source: format!("{article}, {}", provisions.cite(claim.plan.provision)),
        receipts: claim
            .receipts
            .iter()
            .map(|receipt| (receipt.on, receipt.number.clone(), receipt.amount))
            .collect(),
        form,
        withdraw,
        errors,
    }
}

fn finding(finding: &PlanFinding) -> Phrase {
    let said = Phrase::new(format!("payout-plan-{}", finding.code()));
    match finding {
        PlanFinding::Capped { most } => said.with("most", words::format::rupiah(most.0)),
        PlanFinding::TooLong { most } => said.with("most", Arg::Count(i64::from(*most))),
    }
}

fn month_shown(nip: &str, of: &ClaimMonth) -> Option<ClaimMonthShown> {
    let month = first_day(&of.month)?;
    Some(ClaimMonthShown {
        month,
        href: paths::person_month(nip, month),
        paid: of.paid,
        right: of.right,
        claimed: of.claimed,
        overpaid: of.overpaid,
        taken: of.taken,
        changes: of.changes.iter().map(change).collect(),
    })
}

fn change(change: &FigureChange) -> (Phrase, Option<Date>, i64) {
    let what = match change.kind {
        FigureKind::Gross => Phrase::new("closing-figure-gross"),
        FigureKind::Cut => Phrase::verbatim(format!("{} {}", change.code, change.title)),
    };
    (what, change.date.as_deref().and_then(|day| day.parse().ok()), change.amount())
}

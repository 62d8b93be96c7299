//! The page on which a month is closed.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use civil::{Month, Skpd};
use office::{
    Permission, Scope,
    allowance::closing::{Check, ClosingState, ShownClosing, Weight},
};
use serde::Deserialize;
use words::Phrase;

use super::parts::{Place, number, state_said, style, verified};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        FormError, MonthLinks,
        closing::{ClosingPage, ReopenForm, SignForm},
    },
    paths,
    routes::units::MonthOfUnit,
    site::Caller,
};

/// What a form sent, by the names of its fields.
pub(super) type Typed = BTreeMap<String, String>;

/// What the page may be asked with.
#[derive(Debug, Default, Deserialize)]
pub(in crate::routes) struct Asked {
    /// The number of the closing to prove.
    verify: Option<String>,
}

/// A form that was not taken.
#[derive(Default)]
pub(super) struct Mistakes {
    pub(super) typed: Typed,
    pub(super) errors: Vec<FormError>,
    /// What stands in the way of a supplement.
    pub(super) checks: Vec<Check>,
}

/// The page of a month of a unit.
pub(in crate::routes) async fn closing(
    State(site): State<Site>,
    caller: Caller,
    Path((skpd, month)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<ClosingPage>, PageError> {
    let MonthOfUnit { skpd, month } = MonthOfUnit::named(&skpd, &month)?;
    let mut page = page(&site, &caller, (&skpd, month), Mistakes::default()).await?;
    let wanted = asked.verify.and_then(|number| number.parse::<u32>().ok());
    let shown = page.1.iter().find(|shown| Some(shown.number) == wanted);
    if let Some(shown) = shown {
        let proof = site.office().verify_closing(caller.actor(), shown.id).await?;
        page.0.verified = Some(verified(&proof));
    }
    Ok(Html::ok(page.0))
}

/// The page, and the closings on it as the office shows them.
pub(super) async fn page(
    site: &Site,
    caller: &Caller,
    (skpd, month): (&Skpd, Month),
    mistakes: Mistakes,
) -> Result<(ClosingPage, Vec<ShownClosing>), PageError> {
    let (office, actor) = (site.office(), caller.actor());
    let status = office.closing_status(actor, skpd, month).await?;
    let place = Place { actor, skpd, month, zone: office.zone() };
    let may = |permission| actor.may(permission, Scope::Skpd(skpd));
    let first = month.first();
    let own = |deed| paths::closing_deed(skpd.as_str(), first, deed);
    let may_close = may(Permission::CloseMonth);
    let link = |month: Month| paths::closing(skpd.as_str(), month.first());
    let mut page = ClosingPage {
        frame: site.frame_told(caller, Area::UnitMonth),
        unit: status.name,
        month: MonthLinks {
            month: first,
            previous: (status.people > 0).then(|| link(month.previous())),
            next: (month.last() < office.today()).then(|| link(month.next())),
        },
        sheet: paths::unit_month(skpd.as_str(), first),
        payments: may(Permission::SeePay).then(|| paths::payments(Some(skpd.as_str()), first)),
        people: number(status.people),
        state: state_said("open"),
        style: "waits",
        checks: Vec::new(),
        close: None,
        closings: Vec::new(),
        drift: Vec::new(),
        drift_net: 0,
        supplement: None,
        reopen: None,
        reopened: status.reopened.iter().map(|shown| place.closing(shown)).collect(),
        verified: None,
        errors: mistakes.errors,
    };
    page.frame.path = paths::closing(skpd.as_str(), first);
    let typed = &mistakes.typed;
    let mut all = status.reopened;
    match status.state {
        ClosingState::Open { checks } => {
            let hindered = checks.iter().any(|check| check.weight == Weight::Blocks);
            let some = status.people > 0;
            page.close = (may_close && some && !hindered).then(|| own("close"));
            page.checks = checks.iter().map(|check| place.check(check, typed)).collect();
        }
        ClosingState::Closed { closing, supplements, drift } => {
            page.state = state_said(&closing.stage);
            page.style = style(&closing.stage);
            page.drift_net = drift.iter().map(|one| one.net).sum();
            page.drift = drift.iter().map(|one| place.drift(one)).collect();
            page.checks = mistakes.checks.iter().map(|check| place.check(check, typed)).collect();
            page.supplement = may_close.then(|| own("supplement"));
            page.reopen = may(Permission::ReopenMonth).then(|| ReopenForm {
                action: own("reopen"),
                reason: typed.get("reason").cloned().unwrap_or_default(),
            });
            let standing: Vec<ShownClosing> =
                std::iter::once(*closing).chain(supplements).collect();
            for shown in &standing {
                let mut laid = place.closing(shown);
                if signs_next(site, caller, shown).await? {
                    laid.sign =
                        Some(SignForm { action: own("sign"), digest: shown.digest.clone() });
                }
                page.closings.push(laid);
            }
            all.extend(standing);
        }
    }
    Ok((page, all))
}

/// Whether the reader is who signs next: sits at the desk, is somebody, and has not signed yet.
async fn signs_next(site: &Site, caller: &Caller, shown: &ShownClosing) -> Result<bool, PageError> {
    let (Some(desk), Some(nip)) = (&shown.desk, caller.visitor.nip) else { return Ok(false) };
    let signed = shown.signatures.iter().any(|signature| signature.nip == nip.as_str());
    Ok(!signed && site.office().may_sign(caller.actor(), desk).await?)
}

/// An error of a form, at a field of it.
pub(super) fn wrong(field: &str, key: &str) -> FormError {
    FormError { field: field.to_owned(), text: Phrase::new(key) }
}

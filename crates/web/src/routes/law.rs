//! The law in force.

use axum::extract::{Query, State};
use jiff::civil::Date;
use office::{
    Permission, Scope,
    law::{LawInForce as Shown, ShownProvision},
};
use serde::Deserialize;
use words::Phrase;

use crate::{
    Area, Html, PageError, Site, forms,
    pages::{
        Source, SourceStatus,
        law::{LawInForce, LawState, MissingValue, OtherValue, Provision, Topic, TopicName},
    },
    paths,
    site::Caller,
};

/// What the page may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The day, as people type it.
    on: Option<String>,
}

/// The law on a day; today if the address names none.
pub(super) async fn in_force(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<LawInForce>, PageError> {
    let typed = asked.on.filter(|typed| !typed.trim().is_empty());
    let named = typed.as_deref().map(forms::date);
    let on = named.flatten().unwrap_or_else(|| site.office().today());
    let shown = site.office().law_in_force(on).await?;
    let date_error = matches!(named, Some(None)).then(|| Phrase::new("page-law-date-bad"));
    let typed = match (&date_error, typed) {
        (Some(_), Some(typed)) => typed,
        _ => forms::date_text(on),
    };
    let may_try = caller.actor().may(Permission::SeePay, Scope::Regency);
    let mut page = page(caller.frame_in(Area::Law), on, typed, date_error, &shown);
    page.what_if = may_try.then(|| paths::WHAT_IF.to_owned());
    Ok(Html::ok(page))
}

fn page(
    frame: crate::Frame,
    on: Date,
    typed: String,
    date_error: Option<Phrase>,
    shown: &Shown,
) -> LawInForce {
    let unsure = shown
        .provisions
        .iter()
        .filter(|provision| provision.status != "confirmed" && provision.signed_off_by.is_none())
        .count();
    LawInForce {
        frame,
        on,
        typed,
        date_error,
        state: match u32::try_from(unsure).unwrap_or(u32::MAX) {
            _ if shown.provisions.is_empty() => LawState::Nothing,
            0 => LawState::Payable,
            unsure => LawState::Unconfirmed(unsure),
        },
        missing: shown
            .missing
            .iter()
            .map(|missing| MissingValue {
                what: missing.what.clone(),
                topic: topic_of(&missing.topic),
            })
            .collect(),
        topics: TopicName::ALL
            .into_iter()
            .map(|name| Topic {
                name,
                provisions: shown
                    .provisions
                    .iter()
                    .filter(|shown| topic_of(&shown.topic) == name)
                    .map(|shown| provision(shown, on))
                    .collect(),
            })
            .filter(|topic| !topic.provisions.is_empty())
            .collect(),
        what_if: None,
        version: shown.version.clone(),
    }
}

/// Where in the page a topic of the law files stands.
pub(super) fn topic_of(topic: &str) -> TopicName {
    match topic.split('.').next().unwrap_or_default() {
        "schedule" | "week" | "wfa" | "season" => TopicName::Hours,
        "holiday" | "joint-leave" => TopicName::Holidays,
        "scans" | "minutes" => TopicName::Scans,
        "rule" | "cap" | "rounding" => TopicName::Deductions,
        "base" | "class-amounts" | "employment-factor" | "reason-factor" | "gross-rounding"
        | "proration" | "criterion" | "payout" => TopicName::Tpp,
        "ladder" | "discipline" => TopicName::Discipline,
        _ => TopicName::Other,
    }
}

fn provision(shown: &ShownProvision, on: Date) -> Provision {
    Provision {
        id: shown.id.clone(),
        title: shown.title.clone(),
        value: shown.value.clone(),
        from: shown.from,
        until: shown.until,
        known: shown.known.filter(|known| *known > shown.from),
        source: Source {
            act: shown.act.clone(),
            article: shown.article.clone(),
            status: match (&shown.signed_off_by, shown.status) {
                (Some(_), _) => SourceStatus::Verified,
                (None, status) => super::presence::source_status(status),
            },
            href: None,
        },
        signed_off_by: shown.signed_off_by.clone(),
        remark: shown.note.clone(),
        others: shown
            .others
            .iter()
            .filter(|(from, _)| *from != on)
            .map(|(from, value)| OtherValue { from: *from, value: value.clone() })
            .collect(),
    }
}

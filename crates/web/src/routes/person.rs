//! People.

use axum::extract::{Path, Query, State};
use civil::{Month, Nip, Skpd, Wall, Zone};
use office::{
    Permission, Scope,
    person::{ListedPerson, PeopleFilter, ShownFact, ShownPerson},
};
use serde::Deserialize;
use storage::organisation::SkpdEntry;
use words::{Arg, Phrase};

use super::{
    page_number,
    presence::tpp_reason,
    units::{choice, unit_name},
};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        Choice, Paging,
        person::{Fact, FactValue, HeldPin, People, PersonPage, PersonRow},
    },
    paths,
    site::Caller,
};

/// People on a page of the list.
const ROWS_A_PAGE: usize = 50;

/// What the list may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Part of a name or NIP.
    search: Option<String>,
    /// Code of a unit.
    unit: Option<String>,
    /// Page, from 1.
    page: Option<String>,
}

/// The people that the reader may see.
pub(super) async fn people(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<People>, PageError> {
    let chosen: Option<Skpd> = asked.unit.as_deref().and_then(|code| code.parse().ok());
    let search = asked.search.clone().unwrap_or_default();
    let filter =
        PeopleFilter { skpd: chosen.clone(), search: search.clone(), on: site.office().today() };
    let listed = site.office().list_people(caller.actor(), &filter).await?;
    let skpds = site.office().skpds().await?;
    let total = listed.len();
    let pages = total.div_ceil(ROWS_A_PAGE).max(1);
    let page = page_number(asked.page.as_deref()).min(pages);
    let unit = chosen.as_ref().map_or("", |skpd| skpd.as_str());
    let to = |page: usize| {
        let page = page.to_string();
        paths::with_query(paths::PEOPLE, &[("search", &search), ("unit", unit), ("page", &page)])
    };
    let rows: Vec<PersonRow> = listed
        .iter()
        .skip((page - 1) * ROWS_A_PAGE)
        .take(ROWS_A_PAGE)
        .map(|person| row(&site, person, &skpds))
        .collect();
    Ok(Html::ok(People {
        frame: caller.frame_in(Area::People),
        paging: Paging::of(page, ROWS_A_PAGE, total, to),
        units: choices(&skpds, caller.actor().skpd(), chosen.as_ref()),
        search,
        rows,
    }))
}

/// The units to choose from: for who is bound to one, that one; else "all" first.
fn choices(skpds: &[SkpdEntry], bound: Option<&Skpd>, chosen: Option<&Skpd>) -> Vec<Choice> {
    skpds
        .iter()
        .filter(|entry| bound.is_none_or(|bound| *bound == entry.code))
        .map(|entry| {
            if chosen == Some(&entry.code) {
                Choice::chosen(entry.code.as_str(), &entry.name)
            } else {
                choice(entry)
            }
        })
        .collect()
}

fn row(site: &Site, person: &ListedPerson, skpds: &[SkpdEntry]) -> PersonRow {
    PersonRow {
        name: person.name.clone(),
        nip: person.nip.clone(),
        href: paths::person(&person.nip),
        unit: unit_name(skpds, &person.skpd),
        position: person.position.clone(),
        employment: employment(person.employment),
        class: person.class.map(u32::from),
        schedule: schedule_title(site, &person.schedule),
    }
}

fn employment(code: &str) -> Phrase {
    Phrase::new(format!("role-employment-{code}"))
}

/// One person.
pub(super) async fn person(
    State(site): State<Site>,
    caller: Caller,
    Path(nip): Path<String>,
) -> Result<Html<PersonPage>, PageError> {
    let nip: Nip = nip.parse().map_err(|_| PageError::not_found())?;
    let shown = site.office().show_person(caller.actor(), &nip).await?;
    let skpds = site.office().skpds().await?;
    let today = site.office().today();
    let month = Month::of(today);
    Ok(Html::ok(PersonPage {
        unit: unit_name(&skpds, &shown.skpd),
        frame: caller.frame_in(Area::People),
        month: paths::person_month(nip.as_str(), month.first()),
        claims: {
            let own = caller.visitor.nip == Some(nip);
            let skpd = shown.skpd.parse().ok();
            let may = skpd
                .as_ref()
                .is_some_and(|skpd| caller.actor().may(Permission::SeePay, Scope::Skpd(skpd)));
            (own || may).then(|| paths::with_query(paths::CLAIMS, &[("nip", nip.as_str())]))
        },
        problems: if shown.pins.iter().all(|pin| pin.until.is_some_and(|until| until < today)) {
            vec![Phrase::new("page-person-no-pin")]
        } else {
            Vec::new()
        },
        facts: facts(&site, &shown, &skpds),
        pins: shown
            .pins
            .iter()
            .map(|held| HeldPin {
                pin: held.pin.clone(),
                group: held.group.clone(),
                from: held.valid_from,
                until: held.until,
            })
            .collect(),
        name: shown.name,
        nip: shown.nip,
    }))
}

/// The value of one kind in a fact, if it has one.
type ValueOf = fn(&ShownFact) -> Option<Phrase>;

/// What is kept about somebody, kind by kind: a value is listed where it changed. Units and
/// schedules are called by their names.
fn facts(site: &Site, shown: &ShownPerson, skpds: &[SkpdEntry]) -> Vec<Fact> {
    let zone = site.office().zone();
    let mut shown = shown.clone();
    for fact in &mut shown.facts {
        fact.skpd = unit_name(skpds, &fact.skpd);
        fact.schedule = schedule_title(site, &fact.schedule);
    }
    let shown = &shown;
    let kinds: [(&str, ValueOf); 8] = [
        ("page-unit", |fact| Some(Phrase::verbatim(&fact.skpd))),
        ("page-person-unit-inside", |fact| text(&fact.unit)),
        ("page-person-position", |fact| text(&fact.position)),
        ("page-person-class", |fact| Some(Phrase::verbatim(fact.class?.to_string()))),
        ("page-person-employment", |fact| Some(employment(fact.employment))),
        ("page-person-schedule", |fact| text(&fact.schedule)),
        ("page-person-eligibility", |fact| Some(eligibility(fact))),
        ("page-person-service", |fact| {
            let key = if fact.in_service { "page-person-in-service" } else { "page-person-left" };
            Some(Phrase::new(key))
        }),
    ];
    kinds
        .into_iter()
        .map(|(title, value_of)| Fact::new(Phrase::new(title), values(shown, zone, value_of)))
        .filter(|fact| !fact.history.is_empty())
        .collect()
}

/// How the law calls a schedule; as it was written where the law does not know it.
pub(super) fn schedule_title(site: &Site, key: &str) -> String {
    let known = site.office().lawbook().law().schedules.get(key);
    known.map_or_else(|| key.to_owned(), |schedule| schedule.title.get_ref().clone())
}

/// The values of one kind, the latest first, each with the dates of the fact that brought it.
fn values(shown: &ShownPerson, zone: Zone, value_of: ValueOf) -> Vec<FactValue> {
    let mut values: Vec<FactValue> = Vec::new();
    // A fact that another replaced from its first day holds on no day, but it was known once.
    for fact in &shown.facts {
        let Some(value) = value_of(fact) else { continue };
        if values.last().is_some_and(|last| last.value == value) {
            continue;
        }
        values.push(FactValue {
            value,
            valid_from: fact.valid_from,
            recorded_at: Wall::at(fact.recorded, zone).datetime(),
            superseded: fact.superseded,
            ahead: !fact.in_force
                && !shown
                    .facts
                    .iter()
                    .any(|other| other.in_force && other.valid_from >= fact.valid_from),
        });
    }
    values.reverse();
    values
}

fn text(text: &str) -> Option<Phrase> {
    (!text.is_empty()).then(|| Phrase::verbatim(text))
}

fn eligibility(fact: &ShownFact) -> Phrase {
    let reason = fact.reason.as_deref().map(tpp_reason);
    let with = |key: &str, without: &str, args: Vec<(&'static str, Arg)>| {
        let phrase = match &reason {
            Some(reason) => Phrase::new(key).with("reason", reason.clone()),
            None => Phrase::new(without),
        };
        args.into_iter().fold(phrase, |phrase, (name, arg)| phrase.with(name, arg))
    };
    match (fact.tpp, &fact.factor) {
        (false, _) => {
            with("page-person-not-eligible", "page-person-not-eligible-plain", Vec::new())
        }
        (true, Some(factor)) => with(
            "page-person-share-reason",
            "page-person-share",
            vec![("share", Arg::Rate(factor.clone()))],
        ),
        (true, None) => with("page-person-by-law-reason", "page-person-by-law", Vec::new()),
    }
}

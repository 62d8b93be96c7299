//! A person's year, for the person too.

use axum::extract::{Path, Query, State};
use civil::{Month, Nip};
use jiff::civil::{Date, date};
use office::{
    Permission,
    discipline::{DisciplineAlert, DisciplineYear},
};
use rules::{day::DayRecord, law::discipline::Post};
use serde::Deserialize;
use storage::organisation::SkpdEntry;
use words::Phrase;

use super::{Mistakes, fields, in_a_row, open_case, told};
use crate::{
    Area, Html, PageError, Site, forms,
    pages::{
        Choice,
        discipline::{CountedDay, Field, FieldKind, PersonYear, Square, StepForm, StripMonth},
    },
    paths,
    routes::{presence::mark, units::unit_name},
    site::Caller,
};

/// What the page may be asked with.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// The calendar year.
    year: Option<String>,
}

/// The year of a person.
pub(in crate::routes) async fn year(
    State(site): State<Site>,
    caller: Caller,
    Path(nip): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<PersonYear>, PageError> {
    let nip: Nip = nip.parse().map_err(|_| PageError::not_found())?;
    let this_year = site.office().today().year();
    let year = asked.year.as_deref().and_then(|year| year.parse().ok()).unwrap_or(this_year);
    Ok(Html::ok(page(&site, &caller, &nip, (year, None)).await?))
}

/// The page, with the mistakes of the form that was sent.
pub(super) async fn page(
    site: &Site,
    caller: &Caller,
    nip: &Nip,
    (year, mistakes): (i16, Option<Mistakes>),
) -> Result<PersonYear, PageError> {
    let shown = site.office().discipline_year(caller.actor(), nip, year).await?;
    let skpds = site.office().skpds().await?;
    let alerts = told(&shown.counted);
    let address = |year: i16| paths::person_discipline(&shown.nip, year);
    let sees_list = caller.actor().may_somewhere(Permission::SeeUnit);
    let soon = shown.counted.alerts.iter().any(|alert| matches!(alert, DisciplineAlert::Soon(_)));
    let next = shown.counted.next.as_ref().filter(|_| !soon).map(|next| {
        let said = Phrase::new("page-discipline-next").with("days", next.days);
        said.with("sanction", &next.sanction.words)
    });
    let absent = !shown.counted.absences.is_empty() && shown.may_open;
    let open = absent.then(|| open_form(&shown, site.office().today(), mistakes.as_ref()));
    Ok(PersonYear {
        own: shown.own,
        name: shown.name.clone(),
        nip: shown.nip.clone(),
        unit: unit_and_position(&shown, &skpds),
        list: sees_list.then(|| paths::DISCIPLINE.to_owned()),
        year,
        until: shown.until,
        previous: (shown.first_year < year).then(|| address(year - 1)),
        next_year: (year < site.office().today().year()).then(|| address(year + 1)),
        in_a_row: in_a_row(&shown.counted),
        alerts,
        next,
        strip: strip(&shown.days, year, shown.until),
        days: days(&shown),
        cases: shown.cases.iter().map(|case| open_case(case, "", "")).collect(),
        open,
        errors: mistakes.map_or_else(Vec::new, |mistakes| mistakes.errors),
        frame: caller.frame_in(Area::Discipline),
    })
}

fn unit_and_position(shown: &DisciplineYear, skpds: &[SkpdEntry]) -> String {
    let unit = unit_name(skpds, &shown.skpd);
    if shown.position.is_empty() { unit } else { format!("{unit} · {}", shown.position) }
}

/// The months up to the last day, each with its days; those by which nothing is known too.
fn strip(days: &[DayRecord], year: i16, until: Date) -> Vec<StripMonth> {
    let first = Month::of(date(year, 1, 1));
    let months = std::iter::successors(Some(first), |month| month.checked_next()).take(12);
    months
        .map(|month| StripMonth {
            month: month.first(),
            squares: month
                .days()
                .filter(|day| *day <= until)
                .map(|day| {
                    let place = days.binary_search_by_key(&day, |record| record.date);
                    let record = place.ok().and_then(|place| days.get(place));
                    Square { day: day.day(), mark: record.map(mark) }
                })
                .collect(),
        })
        .filter(|month: &StripMonth| !month.squares.is_empty())
        .collect()
}

fn days(shown: &DisciplineYear) -> Vec<CountedDay> {
    let href = |day: Date| {
        let month =
            if shown.own { paths::my_month(day) } else { paths::person_month(&shown.nip, day) };
        format!("{month}?day={}#day", day.day())
    };
    let reached = |day: Date| {
        let mut reached = shown.counted.reached.iter();
        let reached = reached.rfind(|reached| reached.on == day)?;
        Some((reached.sanction.words.clone(), reached.article.clone()))
    };
    let absences = shown.counted.absences.iter();
    absences
        .map(|day| CountedDay { date: *day, href: href(*day), reached: reached(*day) })
        .collect()
}

/// The form that opens a case, filled with the days of the year and the rung that they reach.
fn open_form(shown: &DisciplineYear, today: Date, mistakes: Option<&Mistakes>) -> StepForm {
    let typed = |name: &str, otherwise: String| {
        mistakes.and_then(|mistakes| mistakes.typed.get(name).cloned()).unwrap_or(otherwise)
    };
    let days: Vec<String> =
        shown.counted.absences.iter().map(|day| forms::date_text(*day)).collect();
    let highest = shown.counted.reached.last().map(|reached| reached.sanction.code.clone());
    let rung = typed("rung", highest.unwrap_or_default());
    let rungs = shown
        .ladder
        .iter()
        .map(|one| (choice(&one.code, &rung), Phrase::verbatim(&one.words)))
        .collect();
    let post = typed("post", String::new());
    let posts = Post::ALL
        .iter()
        .map(|one| {
            let said = Phrase::new(format!("discipline-post-{}", one.code()));
            (choice(one.code(), &post), said)
        })
        .collect();
    let field = |name: &str, label: &str, kind: FieldKind, value: String| Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: None,
        kind,
        value,
    };
    StepForm {
        step: "open".to_owned(),
        title: Phrase::new("page-discipline-open"),
        action: paths::OPEN_CASE.to_owned(),
        seen: 0,
        open: mistakes.is_some(),
        fields: vec![
            field("nip", "page-sign-in-name", FieldKind::Hidden, shown.nip.clone()),
            fields::on(typed("on", forms::date_text(today))),
            field(
                "days",
                "page-discipline-open-days",
                FieldKind::Lines,
                typed("days", days.join("\n")),
            ),
            field("rung", "page-discipline-open-rung", FieldKind::One(rungs), rung),
            field("post", "page-discipline-open-post", FieldKind::One(posts), post),
            field(
                "note",
                "page-discipline-field-note",
                FieldKind::Lines,
                typed("note", String::new()),
            ),
        ],
    }
}

/// A choice, chosen if its value is.
pub(super) fn choice(value: &str, chosen: &str) -> Choice {
    if value == chosen { Choice::chosen(value, value) } else { Choice::open(value, value) }
}

//! Who is near a rung or on one, and the cases that run.

use axum::extract::{Query, State};
use civil::Skpd;
use office::discipline::{DisciplineAlert, DisciplineFilter, DisciplineRow};
use serde::Deserialize;
use storage::organisation::SkpdEntry;

use super::{in_a_row, numbered, open_case, stage_said, told};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        Choice, Paging,
        discipline::{Discipline, Standing},
    },
    paths,
    routes::{
        page_number,
        units::{choice, unit_name},
    },
    site::Caller,
};

/// Years to choose from, with this one.
const YEARS: i16 = 6;

/// What the list may be asked with.
#[derive(Debug, Deserialize)]
pub(in crate::routes) struct Asked {
    /// Code of a unit.
    unit: Option<String>,
    /// The calendar year.
    year: Option<String>,
    /// Page, from 1.
    page: Option<String>,
}

/// The list that the reader may see.
pub(in crate::routes) async fn list(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<Discipline>, PageError> {
    let this_year = site.office().today().year();
    let year = asked.year.as_deref().and_then(|year| year.parse().ok()).unwrap_or(this_year);
    let bound = caller.actor().skpd();
    let chosen: Option<Skpd> = asked.unit.as_deref().and_then(|code| code.parse().ok());
    let filter = DisciplineFilter {
        skpd: chosen.clone(),
        year,
        page: page_number(asked.page.as_deref()),
        rows_a_page: DisciplineFilter::A_PAGE,
    };
    let listed = site.office().discipline_list(caller.actor(), &filter).await?;
    let skpds = site.office().skpds().await?;
    let unit = chosen.as_ref().map_or("", |skpd| skpd.as_str());
    let to = |page: usize| {
        let (year, page) = (year.to_string(), page.to_string());
        let asked = [("unit", unit), ("year", year.as_str()), ("page", page.as_str())];
        paths::with_query(paths::DISCIPLINE, &asked)
    };
    let years = (this_year - YEARS + 1..=this_year).rev().map(|of| {
        let text = of.to_string();
        if of == year {
            Choice::chosen(text.clone(), text)
        } else {
            Choice::open(text.clone(), text)
        }
    });
    Ok(Html::ok(Discipline {
        year,
        until: listed.until,
        years: years.collect(),
        units: units(&skpds, bound, chosen.as_ref()),
        all_units: bound.is_none(),
        mine: caller.visitor.nip.map(|nip| paths::person_discipline(nip.as_str(), year)),
        cases: listed
            .cases
            .iter()
            .map(|named| open_case(&named.case, &named.name, &unit_name(&skpds, &named.skpd)))
            .collect(),
        rows: listed.rows.iter().map(|row| standing(row, year, &skpds)).collect(),
        paging: Paging::of(listed.page, listed.rows_a_page, listed.people, to),
        frame: caller.frame_in(Area::Discipline),
    }))
}

fn units(skpds: &[SkpdEntry], bound: Option<&Skpd>, chosen: Option<&Skpd>) -> Vec<Choice> {
    let seen = skpds.iter().filter(|entry| bound.is_none_or(|bound| *bound == entry.code));
    seen.map(|entry| {
        if chosen == Some(&entry.code) {
            Choice::chosen(entry.code.as_str(), &entry.name)
        } else {
            choice(entry)
        }
    })
    .collect()
}

fn standing(row: &DisciplineRow, year: i16, skpds: &[SkpdEntry]) -> Standing {
    let mut counted = row.counted.clone();
    // Of days that are not known the person's own page tells; here they would drown the rest.
    counted.alerts.retain(|alert| !matches!(alert, DisciplineAlert::UnknownDays { .. }));
    let alerts = told(&counted);
    Standing {
        name: row.name.clone(),
        nip: row.nip.clone(),
        href: paths::person_discipline(&row.nip, year),
        unit: unit_name(skpds, &row.skpd),
        in_a_row: in_a_row(&counted),
        counts: !counted.alerts.iter().any(says_days),
        alerts,
        absences: counted.absences,
        cases: row
            .cases
            .iter()
            .map(|case| {
                let stands = numbered("page-discipline-stands", case.id);
                let stands = stands.with("stage", stage_said(case.stage.code()));
                (stands, paths::discipline_case(case.id))
            })
            .collect(),
    }
}

/// Whether an alert tells how many days there are.
fn says_days(alert: &DisciplineAlert) -> bool {
    matches!(alert, DisciplineAlert::Rung { .. })
}

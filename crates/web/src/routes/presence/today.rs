//! Today, in a unit and in the whole regency.

use axum::extract::{Path, State};
use civil::{Month, Skpd, Zone};
use office::{
    Permission, Scope,
    presence::{Today as InUnit, Turnout},
    terminal::ListedTerminal,
};
use words::{Arg, Phrase};

use crate::{
    Area, Html, PageError, Site,
    pages::presence::{Missing, SilentToday, Today, TodayCounts, UnitToday},
    paths,
    routes::units::unit_name,
    site::Caller,
};

/// Most people listed as missing; the rest are counted.
const MISSING_SHOWN: usize = 50;

/// Today in a unit.
pub(in crate::routes) async fn unit_today(
    State(site): State<Site>,
    caller: Caller,
    Path(skpd): Path<String>,
) -> Result<Html<Today>, PageError> {
    let skpd: Skpd = skpd.parse().map_err(|_| PageError::not_found())?;
    let today = site.office().today_in(caller.actor(), &skpd).await?;
    let place = unit_name(&site.office().skpds().await?, skpd.as_str());
    let zone = site.office().zone();
    let month = Month::of(today.date);
    let silent: Vec<SilentToday> =
        today.terminals.iter().map(|listed| silent(&caller, listed, place.clone(), zone)).collect();
    let hint = silent
        .first()
        .and_then(|terminal| terminal.since)
        .map(|since| Phrase::new("page-today-hint-silent").with("since", Arg::DateTime(since)));
    let counts = counts(turnout_of(&today));
    Ok(Html::ok(Today {
        frame: caller.frame_in(Area::Today),
        place,
        as_of: today.now.datetime(),
        zone: zone.0,
        counts,
        missing: today
            .missing
            .iter()
            .take(MISSING_SHOWN)
            .map(|person| Missing {
                name: person.name.clone(),
                nip: person.nip.clone(),
                unit: person.unit.clone(),
                href: paths::person_month(&person.nip, month.first()),
                started: person.since.datetime().time(),
                hint: hint.clone(),
            })
            .collect(),
        silent,
        outage: caller
            .actor()
            .may(Permission::CloseMonth, Scope::Skpd(&skpd))
            .then(|| paths::outage(skpd.as_str())),
        units: Vec::new(),
    }))
}

/// Today in the whole regency.
pub(in crate::routes) async fn regency_today(
    State(site): State<Site>,
    caller: Caller,
) -> Result<Html<Today>, PageError> {
    let today = site.office().today_everywhere(caller.actor()).await?;
    let zone = site.office().zone();
    let name_of = |listed: &ListedTerminal| {
        let skpd = listed.terminal.skpd.as_ref();
        let unit = skpd.and_then(|skpd| today.units.iter().find(|unit| unit.code == *skpd));
        unit.map_or_else(String::new, |unit| unit.name.clone())
    };
    Ok(Html::ok(Today {
        frame: caller.frame_in(Area::Today),
        place: site.regency(),
        as_of: today.now.datetime(),
        zone: zone.0,
        counts: counts(today.everybody),
        missing: Vec::new(),
        silent: today
            .terminals
            .iter()
            .map(|listed| silent(&caller, listed, name_of(listed), zone))
            .collect(),
        outage: None,
        units: today
            .units
            .iter()
            .map(|unit| UnitToday {
                name: unit.name.clone(),
                href: paths::unit_today(unit.code.as_str()),
                counts: counts(unit.turnout),
            })
            .collect(),
    }))
}

fn turnout_of(today: &InUnit) -> Turnout {
    let InUnit { expected, arrived, late, excused, missing, .. } = today;
    let missing = u32::try_from(missing.len()).unwrap_or(u32::MAX);
    Turnout { expected: *expected, arrived: *arrived, late: *late, excused: *excused, missing }
}

fn counts(turnout: Turnout) -> TodayCounts {
    // Whose shift has not begun, or who is on leave, is not due now.
    let Turnout { expected: _, arrived, late, excused, missing } = turnout;
    let due = arrived.saturating_add(missing);
    TodayCounts { due, present: arrived.saturating_sub(late), late, excused, missing }
}

fn silent(caller: &Caller, listed: &ListedTerminal, unit: String, zone: Zone) -> SilentToday {
    let terminal = &listed.terminal;
    SilentToday {
        name: terminal.name.clone(),
        unit,
        since: terminal.last_seen.map(|at| civil::Wall::at(at, zone).datetime()),
        href: caller
            .actor()
            .may_somewhere(Permission::SeeTerminals)
            .then(|| paths::terminal(terminal.serial.as_str())),
    }
}

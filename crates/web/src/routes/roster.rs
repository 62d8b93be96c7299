//! The roster of a unit over a month, and giving turns in it.

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Nip};
use jiff::civil::Date;
use office::{
    OfficeError, Permission, Scope,
    presence::{NewTurn, RosterMonth, RosterNotice, RosterPerson},
};
use rules::roster::Turn;
use serde::Deserialize;
use words::{Arg, Phrase, Words};

use super::{
    page_number,
    person::schedule_title,
    units::{MonthOfUnit, unit_name},
};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::{
        FormError, MonthLinks, Paging,
        roster::{RosterCellShown, RosterColumn, RosterLine, RosterPage, RosterTyped},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// How far ahead a roster is led to; the address reaches further.
const MONTHS_AHEAD: usize = 3;

/// People of a part of the grid.
const ROWS_A_PAGE: usize = 50;

/// Warnings that are said at once.
const WARNINGS_MAX: usize = 20;

/// Mistakes that are said at once.
const MISTAKES_MAX: usize = 20;

/// What the page may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Part, from 1.
    page: Option<String>,
}

fn address_of(place: &MonthOfUnit, month: Month) -> String {
    paths::unit_roster(place.skpd.as_str(), month.first())
}

/// The roster of a unit.
pub(super) async fn month(
    State(site): State<Site>,
    caller: Caller,
    Path(named): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<RosterPage>, PageError> {
    let place = MonthOfUnit::named(&named.0, &named.1)?;
    let number = page_number(asked.page.as_deref());
    let sent = Sent {
        from: "1".to_owned(),
        until: place.month.last().day().to_string(),
        ..Sent::default()
    };
    Ok(Html::ok(page(&site, &caller, (&place, number), sent, Vec::new()).await?))
}

/// What the forms send.
#[derive(Debug, Default)]
struct Sent {
    nips: BTreeSet<String>,
    from: String,
    until: String,
    turns: String,
    shift: String,
    pasted: Option<String>,
}

impl Sent {
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut sent = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "nip" => drop(sent.nips.insert(value)),
                "from" => sent.from = value,
                "until" => sent.until = value,
                "turns" => sent.turns = value,
                "shift" => sent.shift = value,
                "pasted" => sent.pasted = Some(value),
                _ => {}
            }
        }
        sent
    }
}

/// Gives turns, all or none, or shows the page again with what is wrong.
pub(super) async fn give(
    State(site): State<Site>,
    caller: Caller,
    Path(named): Path<(String, String)>,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let place = MonthOfUnit::named(&named.0, &named.1)?;
    let sent = Sent::read(fields);
    let done = match &sent.pasted {
        Some(pasted) => paste(&site, &caller, &place, pasted).await?,
        None => give_typed(&site, &caller, &place, &sent).await?,
    };
    match done {
        Ok(new) => {
            let text = Phrase::new("roster-given").with("count", new);
            site.tell(&caller, vec![Notice { kind: NoticeKind::Done, text }]);
            Ok(Redirect::to(&address_of(&place, place.month)).into_response())
        }
        Err(errors) => {
            let page = page(&site, &caller, (&place, 1), sent, errors).await?;
            Ok(Html::with_status(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn give_typed(
    site: &Site,
    caller: &Caller,
    place: &MonthOfUnit,
    sent: &Sent,
) -> Result<Result<u32, Vec<FormError>>, PageError> {
    let turns = match turns(place.month, sent) {
        Ok(turns) => turns,
        Err(error) => return Ok(Err(vec![error])),
    };
    let put = site.office().put_roster(caller.actor(), &place.skpd, &turns).await?;
    let mistakes = put.bad.iter().take(MISTAKES_MAX).map(|bad| {
        let text = Phrase::new("roster-bad-turn")
            .with("nip", &bad.nip)
            .with("date", bad.date)
            .with("reason", bad.reason.said());
        FormError { field: "turns".to_owned(), text }
    });
    let mistakes: Vec<FormError> = mistakes.collect();
    Ok(if mistakes.is_empty() { Ok(put.new) } else { Err(mistakes) })
}

/// The turns that the form asks for: the letters in order of days, again and again, each person so
/// many letters ahead of the one before.
fn turns(month: Month, sent: &Sent) -> Result<Vec<NewTurn>, FormError> {
    let wrong =
        |field: &str, key: &str| FormError { field: field.to_owned(), text: Phrase::new(key) };
    let day = |field: &str, text: &str| {
        let first = month.first();
        let day = text.trim().parse().ok();
        let date = day.and_then(|day| Date::new(first.year(), first.month(), day).ok());
        date.ok_or_else(|| wrong(field, "roster-day-bad"))
    };
    let (from, until) = (day("from", &sent.from)?, day("until", &sent.until)?);
    if until < from {
        return Err(wrong("until", "roster-day-order"));
    }
    let letter = |text: &str| match text.to_uppercase().as_str() {
        "=" => Ok(None),
        "L" | "LIBUR" | "OFF" => Ok(Some(Turn::Off)),
        text => text.parse().map(Some).map_err(|_| wrong("turns", "roster-turns-bad")),
    };
    let letters: Vec<Option<Turn>> =
        sent.turns.split_whitespace().map(letter).collect::<Result<_, _>>()?;
    if letters.is_empty() {
        return Err(wrong("turns", "roster-turns-bad"));
    }
    let shift: usize = match sent.shift.trim() {
        "" => 0,
        text => text
            .parse()
            .ok()
            .filter(|n| *n < 100)
            .ok_or_else(|| wrong("shift", "roster-shift-bad"))?,
    };
    if sent.nips.is_empty() {
        return Err(wrong("give", "roster-nobody-chosen"));
    }
    let mut turns = Vec::new();
    for (ahead, nip) in sent.nips.iter().enumerate() {
        let nip: Nip = nip.parse().map_err(|_| wrong("give", "roster-nobody-chosen"))?;
        let given = letters.iter().cycle().skip((ahead * shift) % letters.len());
        let days = month.days().filter(|date| (from..=until).contains(date));
        turns.extend(days.zip(given).map(|(date, turn)| NewTurn { nip, date, turn: turn.clone() }));
    }
    Ok(turns)
}

async fn paste(
    site: &Site,
    caller: &Caller,
    place: &MonthOfUnit,
    pasted: &str,
) -> Result<Result<u32, Vec<FormError>>, PageError> {
    let wrong = |text: Phrase| FormError { field: "pasted".to_owned(), text };
    let (file, whose) = (("roster.csv", pasted.as_bytes()), (&place.skpd, place.month));
    let imported = match site.office().import_roster(caller.actor(), whose, file, false).await {
        Ok(imported) => imported,
        Err(OfficeError::BadInput(_) | OfficeError::Table { .. }) => {
            return Ok(Err(vec![wrong(Phrase::new("roster-pasted-bad"))]));
        }
        Err(error) => return Err(error.into()),
    };
    let mistakes = imported.bad.iter().take(MISTAKES_MAX).map(|bad| {
        let text = Phrase::new("roster-bad-row")
            .with("line", bad.line)
            .with("column", &bad.column)
            .with("reason", bad.reason.said());
        wrong(text)
    });
    let mistakes: Vec<FormError> = mistakes.collect();
    Ok(if mistakes.is_empty() { Ok(imported.new) } else { Err(mistakes) })
}

async fn page(
    site: &Site,
    caller: &Caller,
    (place, number): (&MonthOfUnit, usize),
    sent: Sent,
    errors: Vec<FormError>,
) -> Result<RosterPage, PageError> {
    let actor = caller.actor();
    let roster = site.office().roster_month(actor, &place.skpd, place.month).await?;
    let skpds = site.office().skpds().await?;
    let number = number.clamp(1, roster.people.len().div_ceil(ROWS_A_PAGE).max(1));
    let address = address_of(place, place.month);
    let to = |page: usize| paths::with_query(&address, &[("page", &page.to_string())]);
    let people = roster.people.iter().skip((number - 1) * ROWS_A_PAGE).take(ROWS_A_PAGE);
    let lang = caller.frame.lang;
    let rows = people
        .map(|person| {
            let schedule = Words::say(lang, &in_cycle(site, &person.schedule));
            line(person, schedule, &roster, &sent.nips)
        })
        .collect();
    let mut warnings = warnings(&roster.warnings);
    let this_month = Month::of(site.office().today());
    let farthest = (0..MONTHS_AHEAD).fold(this_month, |month, _| month.next());
    let more = warnings.len().saturating_sub(WARNINGS_MAX);
    warnings.truncate(WARNINGS_MAX);
    Ok(RosterPage {
        frame: site.frame_told(caller, Area::UnitMonth),
        unit: unit_name(&skpds, place.skpd.as_str()),
        month: MonthLinks {
            month: place.month.first(),
            previous: (!roster.people.is_empty())
                .then(|| address_of(place, place.month.previous())),
            next: (place.month < farthest).then(|| address_of(place, place.month.next())),
        },
        // A roster is made months ahead, a sheet is not.
        sheet: paths::unit_month(place.skpd.as_str(), place.month.min(this_month).first()),
        swap: caller.visitor.nip.map(|_| {
            let month = place.month.to_string();
            paths::with_query(paths::NEW_SWAP, &[("month", &month)])
        }),
        days: roster
            .days
            .iter()
            .map(|day| RosterColumn {
                date: day.date,
                holiday: day.holiday.as_ref().map(|holiday| holiday.name.clone()),
            })
            .collect(),
        patterns: patterns(site, &roster),
        rows,
        paging: Paging::of(number, ROWS_A_PAGE, roster.people.len(), to),
        warnings,
        more_warnings: u32::try_from(more).unwrap_or(u32::MAX),
        may_give: actor.may(Permission::KeepRoster, Scope::Skpd(&place.skpd)),
        typed: RosterTyped {
            from: sent.from,
            until: sent.until,
            turns: sent.turns,
            shift: sent.shift,
            pasted: sent.pasted.unwrap_or_default(),
        },
        errors,
        address,
    })
}

fn patterns(site: &Site, roster: &RosterMonth) -> Vec<(String, Vec<Phrase>)> {
    let of = roster.patterns.iter().map(|(pattern, shifts)| {
        let shifts = shifts.iter().map(|shift| {
            let (key, ends) = match shift.ends.strip_suffix("+1") {
                Some(ends) => ("roster-pattern-shift-over-night", ends),
                None => ("roster-pattern-shift", shift.ends.as_str()),
            };
            Phrase::new(key)
                .with("letter", &shift.letter)
                .with("starts", shift.starts.replace(':', "."))
                .with("ends", ends.replace(':', "."))
        });
        (schedule_title(site, pattern), shifts.collect())
    });
    of.collect()
}

/// A schedule with the place in its cycle, in words.
fn in_cycle(site: &Site, schedule: &str) -> Phrase {
    let (name, shift) = schedule.split_once(':').unwrap_or((schedule, "0"));
    let title = schedule_title(site, name);
    match shift.parse::<i64>() {
        Ok(days) if days != 0 => {
            Phrase::new("roster-in-cycle").with("schedule", title).with("days", Arg::Count(days))
        }
        Ok(_) | Err(_) => Phrase::verbatim(title),
    }
}

fn line(
    person: &RosterPerson,
    schedule: String,
    roster: &RosterMonth,
    chosen: &BTreeSet<String>,
) -> RosterLine {
    let mine = |notice: &&RosterNotice| notice.nip.as_deref() == Some(&person.nip);
    let warned: Vec<&RosterNotice> = roster.warnings.iter().filter(mine).collect();
    let cells = roster.days.iter().zip(&person.cells).map(|(day, square)| RosterCellShown {
        letter: square.letter.clone().unwrap_or_default(),
        given: square.by == Some("roster"),
        excuse: square.excuse.map(|code| Phrase::new(format!("excuse-{code}"))),
        warning: warned.iter().find(|notice| notice.date == day.date).map(|notice| notice.said()),
    });
    RosterLine {
        nip: person.nip.clone(),
        name: person.name.clone(),
        place: [person.unit.clone(), schedule].join(" · "),
        chosen: chosen.contains(&person.nip),
        cells: cells.collect(),
    }
}

/// What is to be looked at: whose, and what. A shift that lacks people all month is said once.
pub(super) fn warnings(notices: &[RosterNotice]) -> Vec<(String, Phrase)> {
    let mut lacking: BTreeMap<(String, String, u32), Vec<String>> = BTreeMap::new();
    let mut others = Vec::new();
    for notice in notices {
        let whose = notice.name.clone().or_else(|| notice.unit.clone()).unwrap_or_default();
        match &notice.letter {
            Some(letter) => lacking
                .entry((whose, letter.clone(), notice.limit))
                .or_default()
                .push(notice.date.day().to_string()),
            None => others.push((whose, notice.said())),
        }
    }
    let lacking = lacking.into_iter().map(|((whose, letter, limit), days)| {
        let phrase = Phrase::new("roster-warning-uncovered-shift")
            .with("letter", letter)
            .with("limit", limit)
            .with("count", i64::try_from(days.len()).unwrap_or(i64::MAX))
            .with("days", days.join(", "));
        (whose, phrase)
    });
    lacking.chain(others).collect()
}

//! An event of a unit: looked at first, then recorded.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use civil::{Month, Nip, Skpd, TerminalSerial};
use jiff::civil::Time;
use office::presence::{Attendance, EventFault, EventTurnout, HeldEvent, KnownEvent};
use serde::Deserialize;
use words::Phrase;

use super::units::{acted_for, unit_name};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site, forms,
    pages::{
        Choice, FormError,
        unit_act::{EventChecked, EventForm, KnownEventRow, PersonLine},
    },
    paths,
    session::OwnForm,
    site::Caller,
};

/// What the form may be asked with.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The day of the event.
    day: Option<String>,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    /// Whether it is to be recorded, and not only to be looked at.
    record: bool,
    kind: String,
    date: String,
    from: String,
    until: String,
    letter: String,
    terminals: Vec<String>,
    list: String,
}

impl Typed {
    /// What the form sends. Who is ticked goes onto the list, so that it is there next time.
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "step" => typed.record = value == "record",
                "kind" => typed.kind = value,
                "date" => typed.date = value,
                "from" => typed.from = value,
                "until" => typed.until = value,
                "letter" => typed.letter = value,
                "terminal" => typed.terminals.push(value),
                "list" => typed.list.insert_str(0, &value),
                "present" => {
                    typed.list.push('\n');
                    typed.list.push_str(&value);
                }
                _ => {}
            }
        }
        typed.list = typed.list.trim_start().to_owned();
        typed
    }

    /// The event, or everything that can be seen to be wrong with it at once.
    fn event(&self, skpd: &Skpd) -> Result<HeldEvent, Vec<FormError>> {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, text: Phrase| {
            errors.push(FormError { field: field.to_owned(), text });
        };
        if self.kind.is_empty() {
            wrong("kind", Phrase::new("page-event-no-kind"));
        }
        let date = forms::date(&self.date);
        if date.is_none() {
            wrong("date", Phrase::new("request-mistake-date"));
        }
        let mut time = |field: &str, text: &str| {
            let minute = forms::minute(text);
            if minute.is_none() {
                wrong(field, Phrase::new("request-mistake-time"));
            }
            minute
        };
        let minutes = (time("from", &self.from), time("until", &self.until));
        let (people, bad) = self.people();
        if let Some(line) = bad {
            let line = i64::try_from(line).unwrap_or(i64::MAX);
            wrong("list", Phrase::new("page-outage-line-nip").with("line", line));
        }
        let (Some(date), (Some(from), Some(until)), true) = (date, minutes, errors.is_empty())
        else {
            return Err(errors);
        };
        let serials = self.terminals.iter().filter_map(|serial| serial.parse().ok());
        let terminals: Vec<TerminalSerial> = serials.collect();
        Ok(HeldEvent {
            code: self.kind.clone(),
            skpd: skpd.clone(),
            date,
            minutes: (from, until),
            attendance: Attendance::Seen { terminals, people },
            letter: self.letter.clone(),
        })
    }

    /// Those who are named, and the first line that names nobody.
    fn people(&self) -> (Vec<Nip>, Option<usize>) {
        let (mut people, mut bad) = (Vec::new(), None);
        for (text, number) in self.list.lines().zip(1..) {
            let cell = text.split([';', '\t', ',']).next().unwrap_or_default().trim();
            if cell.is_empty() || cell.eq_ignore_ascii_case("nip") {
                continue;
            }
            match cell.parse() {
                Ok(nip) => people.push(nip),
                Err(_) => bad = bad.or(Some(number)),
            }
        }
        (people, bad)
    }
}

/// The form.
pub(super) async fn new_event(
    State(site): State<Site>,
    caller: Caller,
    Path(skpd): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<EventForm>, PageError> {
    let skpd = acted_for(&caller, &skpd)?;
    let day = asked.day.as_deref().and_then(forms::date);
    let date = day.map(forms::date_text).unwrap_or_default();
    let typed = Typed { date, ..Typed::default() };
    Ok(Html::ok(page(&site, &caller, (&skpd, typed), (None, Vec::new())).await?))
}

/// Looks at an event, or records it if nothing is wrong; the form comes back otherwise.
pub(super) async fn keep_event(
    State(site): State<Site>,
    caller: Caller,
    Path(skpd): Path<String>,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let skpd = acted_for(&caller, &skpd)?;
    let typed = Typed::read(fields);
    let office = site.office();
    let found = match typed.event(&skpd) {
        Err(errors) => Err(errors),
        Ok(event) => {
            if let Some(fault) = office.event_fault(&event) {
                Err(vec![fault_at(fault)])
            } else {
                let turnout = office.check_event(caller.actor(), &event).await?;
                if turnout.unknown.is_empty() {
                    Ok((event, turnout))
                } else {
                    Err(unknown(&turnout))
                }
            }
        }
    };
    let (checked, errors) = match found {
        Err(errors) => (None, errors),
        Ok((event, _)) if typed.record => {
            let month = Month::of(event.date).first();
            let kept = office.record_event(caller.actor(), event).await?;
            let text = Phrase::new("page-event-told")
                .with("expected", kept.turnout.expected)
                .with("present", kept.turnout.present)
                .with("missed", kept.turnout.expected - kept.turnout.present);
            site.tell(&caller, vec![Notice { kind: NoticeKind::Done, text }]);
            let address = paths::event(skpd.as_str());
            let day = month.to_string();
            return Ok(Redirect::to(&paths::with_query(&address, &[("day", &day)])).into_response());
        }
        Ok((_, turnout)) => (Some(checked(turnout)), Vec::new()),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page(&site, &caller, (&skpd, typed), (checked, errors)).await?;
    Ok(Html::with_status(status, page).into_response())
}

fn fault_at(fault: EventFault) -> FormError {
    let field = match fault {
        EventFault::Backwards => "until",
        EventFault::Ahead => "date",
        EventFault::NoLetter => "letter",
        EventFault::UnknownKind => "kind",
    };
    let text = Phrase::new(format!("page-event-fault-{}", fault.code()));
    FormError { field: field.to_owned(), text }
}

fn unknown(turnout: &EventTurnout) -> Vec<FormError> {
    let text = Phrase::new("page-event-unknown").with("nips", turnout.unknown.join(", "));
    vec![FormError { field: "list".to_owned(), text }]
}

fn checked(turnout: EventTurnout) -> EventChecked {
    let EventTurnout { expected, present, missed, .. } = turnout;
    let missed = missed.into_iter().map(|one| PersonLine {
        nip: one.nip,
        name: one.name,
        nearest_scan: one.nearest_scan.map(|at| at.datetime().time()),
        cost: one.cost.map(|cost| cost.0),
    });
    EventChecked { expected, present, missed: missed.collect() }
}

async fn page(
    site: &Site,
    caller: &Caller,
    (skpd, typed): (&Skpd, Typed),
    (checked, errors): (Option<EventChecked>, Vec<FormError>),
) -> Result<EventForm, PageError> {
    let office = site.office();
    let day = forms::date(&typed.date).filter(|day| *day <= office.today());
    let month = Month::of(day.unwrap_or_else(|| office.today()));
    let known = office.known_events(caller.actor(), skpd, month).await?;
    let skpds = office.skpds().await?;
    let mut terminals = office.list_terminals(caller.actor()).await?;
    terminals.retain(|listed| listed.terminal.skpd.as_ref() == Some(skpd));
    let chosen = |is: bool, value: &str, name: String| {
        if is { Choice::chosen(value, name) } else { Choice::open(value, name) }
    };
    let kinds = office.event_kinds().into_iter().map(|kind| {
        let mut letters = kind.code.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let code: String = first.chain(letters).collect();
        let name = format!("{code} · {}", kind.rule);
        chosen(kind.code == typed.kind, &kind.code, name)
    });
    let terminals = terminals.into_iter().map(|listed| {
        let serial = listed.terminal.serial.as_str();
        let is = typed.terminals.iter().any(|one| one == serial);
        chosen(is, serial, format!("{} · {serial}", listed.terminal.name))
    });
    Ok(EventForm {
        frame: site.frame_told(caller, Area::UnitMonth),
        unit: unit_name(&skpds, skpd.as_str()),
        address: paths::event(skpd.as_str()),
        sheet: paths::unit_month(skpd.as_str(), month.first()),
        kinds: kinds.collect(),
        date: typed.date,
        from: typed.from,
        until: typed.until,
        letter: typed.letter,
        terminals: terminals.collect(),
        list: typed.list,
        checked,
        month: month.first(),
        known: known.into_iter().map(known_row).collect(),
        errors,
    })
}

fn known_row(event: KnownEvent) -> KnownEventRow {
    let KnownEvent { code, date, minutes: (from, until), letter, times } = event;
    KnownEventRow {
        kind: code,
        date,
        times: (minute(from), minute(until)),
        letter,
        times_recorded: times,
    }
}

/// A minute of the day; the day's end is its last.
fn minute(minute: u16) -> Time {
    let part = |number: u16| i8::try_from(number).ok();
    let time = part(minute / 60).zip(part(minute % 60));
    time.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok()).unwrap_or(Time::MAX)
}

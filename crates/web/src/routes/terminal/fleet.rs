//! The list of terminals.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use civil::{TerminalSerial, Zone};
use office::{
    Permission,
    presence::QuarantinedLine,
    terminal::{ListedTerminal, TerminalHealth},
};
use serde::Deserialize;
use storage::{organisation::SkpdEntry, presence::UnknownPin as Unknown};
use words::Phrase;

use super::{choice, local, rights, unit_name};
use crate::{
    Area, Html, Notice, NoticeKind, PageError, Site,
    pages::{
        FormError,
        terminal::{
            HealthyTerminal, QuarantinedPunch, RefusedTerminal, SilentTerminal, Terminals,
            UnknownPin, WaitingTerminal,
        },
    },
    paths,
    site::Caller,
};

/// Most lines and PINs shown; the rest are counted.
const SHOWN: usize = 20;

/// Most lines and PINs counted.
const COUNTED: u32 = 1_000;

/// What the list may be asked with.
#[derive(Debug, Default, Deserialize)]
pub(in crate::routes) struct Asked {
    /// Code of what was just done.
    done: Option<String>,
    /// What it was done to.
    to: Option<String>,
}

/// The terminals that the reader may see.
pub(in crate::routes) async fn terminals(
    State(site): State<Site>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Html<Terminals>, PageError> {
    let mut page = page(&site, &caller).await?;
    page.frame.notices.extend(asked.done.as_deref().and_then(|done| notice(done, asked.to)));
    // The language switch must not say once more what was done once.
    paths::TERMINALS.clone_into(&mut page.frame.path);
    Ok(Html::ok(page))
}

/// What was just done, in words; an address that names nothing known says nothing.
fn notice(done: &str, to: Option<String>) -> Option<Notice> {
    const KNOWN: [&str; 5] = ["approved", "refused", "repaired", "discarded", "mapped"];
    let text = Phrase::new(format!("page-terminals-done-{done}"));
    let text = text.with("to", to.unwrap_or_default());
    KNOWN.contains(&done).then_some(Notice { kind: NoticeKind::Done, text })
}

/// What was typed into a form that was not taken, and what is wrong with it.
pub(super) struct Mistakes {
    pub(super) errors: Vec<FormError>,
    /// What the field of an id held.
    pub(super) typed: BTreeMap<String, String>,
}

/// The list again, with the mistakes of the form that was sent.
pub(super) async fn page_with(
    site: &Site,
    caller: &Caller,
    mistakes: Mistakes,
) -> Result<Terminals, PageError> {
    let mut page = page(site, caller).await?;
    paths::TERMINALS.clone_into(&mut page.frame.path);
    let Mistakes { errors, typed } = mistakes;
    for line in &mut page.quarantine {
        let fields = [line.at_field(), line.pin_field(), line.why_field()];
        for (field, value) in fields.iter().zip([&mut line.at, &mut line.pin, &mut line.why]) {
            if let Some(typed) = typed.get(field) {
                value.clone_from(typed);
            }
        }
    }
    for pin in &mut page.unknown_pins {
        if let Some(typed) = typed.get(&pin.field()) {
            pin.nip.clone_from(typed);
        }
    }
    page.errors = errors;
    Ok(page)
}

async fn page(site: &Site, caller: &Caller) -> Result<Terminals, PageError> {
    let actor = caller.actor();
    let fleet = site.office().list_terminals(actor).await?;
    let skpds = site.office().skpds().await?;
    let quarantine = site.office().list_quarantine(actor, COUNTED).await?;
    let pins = site.office().unknown_pins(actor, COUNTED).await?;
    let zone = site.office().zone();
    let of = |health: TerminalHealth| fleet.iter().filter(move |listed| listed.health == health);
    let unit = |listed: &ListedTerminal| unit_of(listed, &skpds);
    let healthy = of(TerminalHealth::Healthy).chain(of(TerminalHealth::ByFile));
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Terminals {
        frame: caller.frame_in(Area::Terminals),
        may_decide: rights(actor, Permission::DecideTerminals),
        may_repair: rights(actor, Permission::RepairPunches),
        may_map: rights(actor, Permission::MapPins),
        silent: of(TerminalHealth::Silent)
            .map(|listed| SilentTerminal {
                name: listed.terminal.name.clone(),
                unit: unit(listed),
                href: paths::terminal(listed.terminal.serial.as_str()),
                since: listed.terminal.last_seen.map(|at| local(at, zone)),
            })
            .collect(),
        waiting: of(TerminalHealth::Waiting)
            .map(|listed| WaitingTerminal {
                serial: listed.terminal.serial.to_string(),
                about: listed.terminal.last_info.lines().next().unwrap_or_default().to_owned(),
                first_seen: listed.terminal.first_seen.map(|at| local(at, zone)),
                last_seen: listed.terminal.last_seen.map(|at| local(at, zone)),
            })
            .collect(),
        refused: of(TerminalHealth::Refused)
            .map(|listed| RefusedTerminal {
                name: listed.terminal.name.clone(),
                href: paths::terminal(listed.terminal.serial.as_str()),
            })
            .collect(),
        units: skpds.iter().map(choice).collect(),
        quarantine_total: count(quarantine.len()),
        quarantine: quarantine
            .iter()
            .take(SHOWN)
            .map(|line| quarantined(line, &fleet, zone))
            .collect(),
        unknown_pins_total: count(pins.len()),
        unknown_pins: pins.iter().take(SHOWN).map(|pin| unknown(pin, &fleet)).collect(),
        healthy: healthy
            .map(|listed| HealthyTerminal {
                serial: listed.terminal.serial.to_string(),
                name: listed.terminal.name.clone(),
                unit: unit(listed),
                href: paths::terminal(listed.terminal.serial.as_str()),
                last_seen: listed.terminal.last_seen.map(|at| local(at, zone)),
                last_delivery: listed.terminal.last_delivery.map(|at| local(at, zone)),
            })
            .collect(),
        errors: Vec::new(),
    })
}

fn unit_of(listed: &ListedTerminal, skpds: &[SkpdEntry]) -> String {
    listed.terminal.skpd.as_ref().map_or_else(String::new, |skpd| unit_name(skpds, skpd.as_str()))
}

fn name_among(fleet: &[ListedTerminal], serial: &str) -> String {
    let found = fleet.iter().find(|listed| listed.terminal.serial.as_str() == serial);
    found.map_or_else(|| serial.to_owned(), |listed| listed.terminal.name.clone())
}

fn quarantined(line: &QuarantinedLine, fleet: &[ListedTerminal], zone: Zone) -> QuarantinedPunch {
    QuarantinedPunch {
        id: line.id.to_string(),
        terminal: name_among(fleet, &line.terminal),
        pin: line.pin.clone().unwrap_or_default(),
        received_at: local(line.received, zone),
        raw: line.raw.clone(),
        reason: Phrase::new(format!("reason-{}", line.reason.replace('_', "-"))),
        at: String::new(),
        why: String::new(),
    }
}

fn unknown(pin: &Unknown, fleet: &[ListedTerminal]) -> UnknownPin {
    let serial: &TerminalSerial = &pin.terminal;
    UnknownPin {
        terminal: name_among(fleet, serial.as_str()),
        serial: serial.to_string(),
        pin: pin.pin.clone(),
        days: pin.days,
        first: pin.first,
        last: pin.last,
        nip: String::new(),
    }
}

//! Terminals, what they sent that cannot be used, and PINs that are nobody's.

mod decisions;
mod fleet;

use axum::extract::{Path, State};
use civil::{Wall, Zone};
use jiff::civil::DateTime;
use office::{
    Actor, Permission,
    terminal::{ListedTerminal, TerminalHealth},
};
use words::{Arg, Phrase};

pub(super) use decisions::{decide, decide_quarantine, map_pin};
pub(super) use fleet::terminals;

use super::units::{choice, unit_name};
use crate::{
    Area, Html, PageError, Site,
    pages::{
        Rights,
        terminal::{LastRequest, TerminalPage, TerminalState},
    },
    site::Caller,
};

/// One terminal.
pub(super) async fn terminal(
    State(site): State<Site>,
    caller: Caller,
    Path(serial): Path<String>,
) -> Result<Html<TerminalPage>, PageError> {
    let fleet = site.office().list_terminals(caller.actor()).await?;
    let listed = fleet.iter().find(|listed| listed.terminal.serial.as_str() == serial);
    let listed = listed.ok_or_else(PageError::not_found)?;
    let skpds = site.office().skpds().await?;
    let terminal = &listed.terminal;
    let zone = site.office().zone();
    let seen = terminal.last_seen.map(|at| local(at, zone));
    let state = match listed.health {
        TerminalHealth::Silent => TerminalState::Silent(seen),
        TerminalHealth::Waiting => TerminalState::Waiting,
        TerminalHealth::Refused => TerminalState::Refused,
        TerminalHealth::ByFile => TerminalState::ByFile,
        TerminalHealth::Healthy => TerminalState::Healthy,
    };
    let steps = match state {
        TerminalState::Silent(_) => &["power", "cable", "server", "restart"][..],
        _ => &[],
    };
    Ok(Html::ok(TerminalPage {
        frame: caller.frame_in(Area::Terminals),
        rights: rights(caller.actor(), Permission::DecideTerminals),
        serial: terminal.serial.to_string(),
        name: terminal.name.clone(),
        unit: terminal.skpd.as_ref().map(|skpd| unit_name(&skpds, skpd.as_str())),
        state,
        facts: facts(listed, zone),
        steps: steps.iter().map(|step| Phrase::new(format!("page-terminal-step-{step}"))).collect(),
        last_request: seen
            .filter(|_| !terminal.last_request.is_empty())
            .map(|at| LastRequest { at, text: terminal.last_request.clone() }),
        units: skpds.iter().map(choice).collect(),
    }))
}

fn facts(listed: &ListedTerminal, zone: Zone) -> Vec<(Phrase, Phrase)> {
    let terminal = &listed.terminal;
    let at = |instant: Option<jiff::Timestamp>| {
        instant.map(|at| Phrase::new("verbatim").with("text", Arg::DateTime(local(at, zone))))
    };
    let about = Some(terminal.last_info.trim()).filter(|info| !info.is_empty());
    [
        ("first-seen", at(terminal.first_seen)),
        ("last-seen", at(terminal.last_seen)),
        ("last-delivery", at(terminal.last_delivery)),
        ("pin-group", Some(Phrase::verbatim(terminal.group.as_str()))),
        ("zone", Some(Phrase::verbatim(terminal.zone.name()))),
        ("info", about.map(Phrase::verbatim)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((Phrase::new(format!("page-terminal-fact-{name}")), value?)))
    .collect()
}

fn local(at: jiff::Timestamp, zone: Zone) -> DateTime {
    Wall::at(at, zone).datetime()
}

fn rights(actor: &Actor, permission: Permission) -> Rights {
    if actor.may_somewhere(permission) { Rights::Change } else { Rights::Read }
}

//! `abdi terminal …`

use civil::{Wall, Zone};
use office::{
    Actor, Office,
    terminal::{Approval, ListedTerminal, TerminalState},
};
use serde::Serialize;

use crate::{args::Terminal, output};

/// A terminal in JSON.
#[derive(Serialize)]
struct Row {
    terminal: String,
    name: String,
    skpd: Option<String>,
    pin_group: String,
    zone: String,
    state: &'static str,
    health: &'static str,
    last_seen: Option<String>,
    last_delivery: Option<String>,
}

pub(crate) async fn run(office: &Office, actor: &Actor, command: Terminal) -> anyhow::Result<()> {
    match command {
        Terminal::List(json) => {
            let listed = office.list_terminals(actor).await?;
            if json.json {
                return output::print_json(&listed.iter().map(row).collect::<Vec<Row>>());
            }
            output::print(&table(&listed, office.zone()))
        }
        Terminal::Approve(approve) => {
            let approval = Approval {
                serial: approve.serial,
                state: TerminalState::Approved,
                name: approve.name,
                skpd: approve.skpd,
                group: approve.pin_group,
                zone: approve.zone.map(Zone),
            };
            decide(office, actor, approval).await
        }
        Terminal::Refuse { serial } => {
            let approval = Approval {
                serial,
                state: TerminalState::Refused,
                name: None,
                skpd: None,
                group: None,
                zone: None,
            };
            decide(office, actor, approval).await
        }
    }
}

async fn decide(office: &Office, actor: &Actor, approval: Approval) -> anyhow::Result<()> {
    let terminal = office.decide_terminal(actor, approval).await?;
    let place = terminal.skpd.map_or_else(|| "no skpd".to_owned(), |skpd| skpd.to_string());
    output::print(&format!(
        "{}: {} ({place}, PIN group {}, {})\n",
        terminal.serial,
        terminal.state.code(),
        terminal.group,
        terminal.zone.name()
    ))
}

fn row(listed: &ListedTerminal) -> Row {
    let terminal = &listed.terminal;
    let instant = |at: Option<jiff::Timestamp>| at.map(|at| at.to_string());
    Row {
        terminal: terminal.serial.to_string(),
        name: terminal.name.clone(),
        skpd: terminal.skpd.as_ref().map(ToString::to_string),
        pin_group: terminal.group.to_string(),
        zone: terminal.zone.name().to_owned(),
        state: terminal.state.code(),
        health: listed.health.code(),
        last_seen: instant(terminal.last_seen),
        last_delivery: instant(terminal.last_delivery),
    }
}

/// For people, with the regency's time as the pages have it.
fn table(listed: &[ListedTerminal], zone: Zone) -> String {
    if listed.is_empty() {
        return "no terminal has called yet; set the server address in its cloud menu\n".to_owned();
    }
    let head = ["TERMINAL", "STATE", "HEALTH", "SKPD", "LAST SEEN", "LAST DELIVERY", "NAME"];
    let mut cells: Vec<Vec<String>> = vec![head.map(str::to_owned).to_vec()];
    cells.extend(listed.iter().map(|listed| {
        let row = row(listed);
        vec![
            row.terminal,
            row.state.to_owned(),
            row.health.to_owned(),
            row.skpd.unwrap_or_else(|| "-".to_owned()),
            local(listed.terminal.last_seen, zone),
            local(listed.terminal.last_delivery, zone),
            row.name,
        ]
    }));
    output::columns(&cells, &[])
}

/// An instant as the clocks of the regency show it.
fn local(at: Option<jiff::Timestamp>, zone: Zone) -> String {
    at.map_or_else(
        || "-".to_owned(),
        |at| {
            let wall = Wall::at(at, zone).datetime();
            format!("{} {}", wall.strftime("%Y-%m-%d %H:%M:%S"), zone.name())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_the_time_of_their_regency() {
        let at = Some("2026-11-02T17:00:05.250Z".parse().unwrap());
        assert_eq!(local(at, Zone::WIB), "2026-11-03 00:00:05 WIB");
        assert_eq!(local(at, Zone::WIT), "2026-11-03 02:00:05 WIT");
        assert_eq!(local(None, Zone::WIB), "-");
    }
}

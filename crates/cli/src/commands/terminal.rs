//! `abdi terminal …`

use civil::Zone;
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
            let rows: Vec<Row> = office.list_terminals(actor).await?.iter().map(row).collect();
            if json.json { output::print_json(&rows) } else { output::print(&table(&rows)) }
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

fn table(rows: &[Row]) -> String {
    if rows.is_empty() {
        return "no terminal has called yet; set the server address in its cloud menu\n".to_owned();
    }
    let head = ["TERMINAL", "STATE", "HEALTH", "SKPD", "LAST SEEN", "LAST DELIVERY", "NAME"];
    let mut cells: Vec<Vec<String>> = vec![head.map(str::to_owned).to_vec()];
    cells.extend(rows.iter().map(|row| {
        let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        vec![
            row.terminal.clone(),
            row.state.to_owned(),
            row.health.to_owned(),
            or_dash(&row.skpd),
            or_dash(&row.last_seen),
            or_dash(&row.last_delivery),
            row.name.clone(),
        ]
    }));
    output::columns(&cells, &[])
}

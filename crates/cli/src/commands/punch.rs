//! `abdi punch …`

use std::fmt::Write as _;

use office::{
    Actor, Office,
    presence::{DateOrder, FileForm, ImportedPunches, Mapping, NewPin, PunchQuery},
};

use super::files;
use crate::{
    args::{Punch, TableForm},
    output,
};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Punch) -> anyhow::Result<()> {
    match command {
        Punch::Import { file, terminal, form, json } => {
            let (name, bytes) = files::read(&file)?;
            let form = file_form(form);
            let done = office.import_punches(actor, &terminal, &name, &bytes, &form).await?;
            if json.json {
                output::print_json(&done)?;
            } else {
                output::print(&summary(&name, &done))?;
            }
            anyhow::ensure!(
                done.stored + done.known + done.quarantined > 0 || done.unreadable == 0,
                "{name} holds no punch; export the file from the terminal again"
            );
            Ok(())
        }
        Punch::List { nip, terminal, month, json } => {
            let query = PunchQuery { nip, terminal, month };
            let punches = office.list_punches(actor, &query).await?;
            if json.json {
                return output::print_json(&punches);
            }
            let head = ["AT", "TERMINAL", "PIN", "NIP", "STATUS", "VERIFY", "STATE"];
            let mut cells = vec![head.map(str::to_owned).to_vec()];
            cells.extend(punches.iter().map(|punch| {
                let number =
                    |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
                vec![
                    format!("{}{}", punch.at, punch.zone),
                    punch.terminal.clone(),
                    punch.pin.clone(),
                    punch.nip.clone().unwrap_or_else(|| "-".to_owned()),
                    number(punch.status),
                    number(punch.verify),
                    punch.state.to_owned(),
                ]
            }));
            output::print(&output::columns(&cells, &[]))
        }
        Punch::Count { terminal, json } => {
            let count = office.count_punches(actor, terminal.as_ref()).await?;
            if json.json {
                return output::print_json(&serde_json::json!({ "count": count }));
            }
            output::print(&format!("{count}\n"))
        }
        Punch::Map { pin, nip, pin_group, from } => {
            let mapping = NewPin { group: pin_group, pin: pin.parse()?, nip, valid_from: from };
            let added = office.map_pins(actor, &[mapping]).await?;
            let done = office.refresh_all(actor).await?;
            output::print(&format!("mapped {added}; {} days changed\n", done.changed))
        }
    }
}

fn file_form(form: TableForm) -> FileForm {
    FileForm {
        mapping: Mapping {
            pin: form.pin_column,
            date: form.date_column,
            time: form.time_column,
            ..Mapping::default()
        },
        order: if form.month_first { DateOrder::MonthFirst } else { DateOrder::DayFirst },
    }
}

fn summary(name: &str, done: &ImportedPunches) -> String {
    let mut text = format!(
        "{name}: {} lines, {} stored, {} known, {} quarantined, {} unreadable\n",
        done.lines, done.stored, done.known, done.quarantined, done.unreadable
    );
    for (reason, count) in &done.reasons {
        let _ = writeln!(text, "  {reason}: {count}");
    }
    if let Some(other) = &done.other_terminal {
        let _ = writeln!(text, "  ! the file says that it is of terminal {other}");
    }
    text
}

//! `abdi audit …`

use civil::{Wall, Zone};
use office::{
    Actor, Office,
    audit::{AuditQuery, StoredAuditEntry},
};
use serde::Serialize;

use crate::{args::Audit, output};

/// An entry in JSON.
#[derive(Serialize)]
struct Row<'e> {
    number: i64,
    /// ISO 8601 with the regency's zone.
    at: String,
    actor: &'e str,
    verb: &'e str,
    subject: &'e str,
    detail: &'e str,
}

pub(crate) async fn run(office: &Office, actor: &Actor, command: Audit) -> anyhow::Result<()> {
    match command {
        Audit::List { subject, limit, json } => {
            let query = AuditQuery { before: None, subject, limit };
            let entries = office.list_audit(actor, &query).await?;
            let zone = office.zone();
            if json.json {
                let rows: Vec<Row<'_>> = entries.iter().map(|entry| row(entry, zone)).collect();
                output::print_json(&rows)
            } else {
                output::print(&table(&entries, zone))
            }
        }
    }
}

fn row(entry: &StoredAuditEntry, zone: Zone) -> Row<'_> {
    let wall = Wall::at(entry.at, zone).datetime();
    Row {
        number: entry.number,
        at: format!("{}{:+03}:00", wall.strftime("%Y-%m-%dT%H:%M:%S"), zone.0),
        actor: &entry.actor,
        verb: &entry.verb,
        subject: &entry.subject,
        detail: &entry.detail,
    }
}

fn table(entries: &[StoredAuditEntry], zone: Zone) -> String {
    let head = ["NUMBER", "AT", "WHO", "WHAT", "ABOUT", "DETAILS"];
    let mut cells = vec![head.map(str::to_owned).to_vec()];
    cells.extend(entries.iter().map(|entry| {
        let wall = Wall::at(entry.at, zone).datetime();
        vec![
            entry.number.to_string(),
            format!("{} {}", wall.strftime("%Y-%m-%d %H:%M:%S"), zone.name()),
            one_line(&entry.actor),
            entry.verb.clone(),
            one_line(&entry.subject),
            one_line(&entry.detail),
        ]
    }));
    output::columns(&cells, &[0])
}

/// What people typed and files are called may hold line breaks and commands to a screen.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_the_regencys_and_an_entry_is_a_line() {
        let entry = StoredAuditEntry {
            number: 7,
            at: "2026-11-02T17:00:05.250Z".parse().unwrap(),
            actor: "bkpsdm".to_owned(),
            verb: "presence.import_punches".to_owned(),
            subject: "a\nb.dat".to_owned(),
            detail: "lines=2".to_owned(),
        };
        assert_eq!(row(&entry, Zone::WIT).at, "2026-11-03T02:00:05+09:00");
        let text = table(&[entry], Zone::WIB);
        let expected = "\
NUMBER  AT                       WHO     WHAT                     ABOUT    DETAILS
     7  2026-11-03 00:00:05 WIB  bkpsdm  presence.import_punches  a b.dat  lines=2
";
        assert_eq!(text, expected);
    }
}

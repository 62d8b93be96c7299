//! `abdi roster …`

use std::fmt::Write as _;

use office::{
    Actor, Office,
    presence::{RosterMonth, RosterNotice, RosterPerson},
};
use words::{Lang, Words};

use super::files;
use crate::{args::Roster, output};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Roster) -> anyhow::Result<()> {
    match command {
        Roster::Show { skpd, month, json } => {
            let roster = office.roster_month(actor, &skpd, month).await?;
            if json.json {
                return output::print_json(&roster);
            }
            output::print(&text(&roster))
        }
        Roster::Import { file, skpd, month, import } => {
            let (name, bytes) = files::read(&file)?;
            let place = (&skpd, month);
            let done = office.import_roster(actor, place, (&name, &bytes), import.dry_run).await?;
            if import.json.json {
                output::print_json(&done)?;
            } else {
                let bad = u32::try_from(done.bad.len())?;
                let totals =
                    [("rows", done.rows), ("turns", done.turns), ("new", done.new), ("bad", bad)];
                let beside = [(files::COLUMNS_IGNORED, done.ignored_columns.as_slice())];
                let summary = files::summary(&name, &totals, &beside, &done.bad, import.dry_run);
                output::print(&(summary + &warnings(&done.warnings)))?;
            }
            if !import.dry_run {
                office.refresh_all(actor).await?;
            }
            let taken = if done.bad.is_empty() { done.turns } else { 0 };
            files::something_taken(&name, taken, &done.bad)
        }
    }
}

/// A roster for people: a row a person, a letter a day. `*` marks what the roster gives, brackets
/// who is excused.
fn text(roster: &RosterMonth) -> String {
    let RosterMonth { skpd, month, days, patterns, people, others, warnings: of } = roster;
    let mut text = format!("{skpd} · {month}\n");
    for (pattern, shifts) in patterns {
        let shifts: Vec<String> = shifts
            .iter()
            .map(|shift| format!("{} {}–{}", shift.letter, shift.starts, shift.ends))
            .collect();
        let _ = writeln!(text, "  {pattern}: {}", shifts.join(", "));
    }
    let head = days.iter().map(|day| {
        let holiday = if day.holiday.is_some() { "!" } else { "" };
        format!("{}{holiday}", day.date.day())
    });
    let mut rows = vec![["NIP", "NAME"].map(str::to_owned).into_iter().chain(head).collect()];
    rows.extend(people.iter().map(row));
    text.push_str(&output::columns(&rows, &[]));
    let _ = writeln!(text, "others without shifts: {others}");
    for day in days {
        if let Some(holiday) = &day.holiday {
            let _ = writeln!(text, "! {} {}", day.date, holiday.name);
        }
    }
    text + &warnings(of)
}

fn row(person: &RosterPerson) -> Vec<String> {
    let cells = person.cells.iter().map(|cell| {
        let letter = cell.letter.as_deref().unwrap_or("");
        let mark = if cell.by == Some("roster") { "*" } else { "" };
        if cell.excuse.is_some() { format!("({letter}{mark})") } else { format!("{letter}{mark}") }
    });
    [person.nip.clone(), person.name.clone()].into_iter().chain(cells).collect()
}

fn warnings(of: &[RosterNotice]) -> String {
    of.iter().fold(String::new(), |mut text, notice| {
        let who = [&notice.unit, &notice.name, &notice.letter];
        let who: Vec<&str> = who.into_iter().filter_map(Option::as_deref).collect();
        let said = Words::say(Lang::Id, &notice.said());
        let _ = writeln!(text, "  {}: {said} [{}]", who.join(" "), notice.source);
        text
    })
}

//! `abdi leave …`

use std::fmt::Write as _;

use office::{Actor, Office, leave::LeaveBalance};

use web::letter::RequestPaper;

use super::{files, report};
use crate::{args::Leave, output};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Leave) -> anyhow::Result<()> {
    match command {
        Leave::Import { file, import } => {
            let (name, bytes) = files::read(&file)?;
            let done = office.import_excuses(actor, &name, &bytes, import.dry_run).await?;
            files::report(&name, &done, import)
        }
        Leave::Opening { file, import } => {
            let (name, bytes) = files::read(&file)?;
            let done = office.import_leave_openings(actor, &name, &bytes, import.dry_run).await?;
            files::report(&name, &done, import)
        }
        Leave::Balance { nip, on, json } => {
            let on = on.unwrap_or_else(|| office.today());
            let balance = office.leave_balance(actor, &nip, on).await?;
            if json.json {
                return output::print_json(&balance);
            }
            output::print(&text(&balance))
        }
        Leave::Letter { request, decision, output, letters } => {
            let press = letters.press()?;
            let which = if decision { RequestPaper::Decision } else { RequestPaper::Request };
            let draft = web::letter::of_request(office, actor, request, which).await?;
            report::write_letter(draft, &press, &output)
        }
    }
}

/// A balance for people.
fn text(balance: &LeaveBalance) -> String {
    let LeaveBalance { nip, name, on, left, lapsing, .. } = balance;
    let mut text =
        format!("{name} · {nip} · {on}\nleft {left} days, {lapsing} lapse at the year's end\n");
    if let Some(from) = balance.entitled_from {
        let _ = writeln!(text, "annual leave can be taken from {from} on");
    }
    if let Some(source) = &balance.closed_by {
        let _ = writeln!(text, "none of this year: {}, {}", source.act, source.article);
    }
    for lot in &balance.lots {
        let _ = writeln!(
            text,
            "  {}: {} granted, {} used, {} reserved, {} left until {} ({}, {}, {})",
            lot.granted_in,
            lot.days,
            lot.used,
            lot.reserved,
            lot.left,
            lot.expires,
            lot.source.act,
            lot.source.article,
            lot.source.status
        );
    }
    for of in &balance.uses {
        let _ =
            writeln!(text, "  taken {} to {}: {} working days", of.from, of.until, of.working_days);
    }
    if let Some(forecast) = &balance.forecast {
        for (day, year, days) in &forecast.lapsed {
            let _ = writeln!(text, "  {day}: {days} days of {year} lapse");
        }
        for (day, days) in &forecast.granted {
            let _ = writeln!(text, "  {day}: {days} days are granted");
        }
        let _ = writeln!(
            text,
            "on {} left {} days, if nothing more is asked for",
            forecast.on, forecast.left
        );
    }
    text
}

//! `abdi outage` and `abdi event`: what is decided about a whole unit.

use std::{fmt::Write as _, path::Path};

use anyhow::Context as _;
use office::{
    Actor, Office,
    matter::Cause,
    presence::{Attendance, HeldEvent, OutageRequest},
    proof::NewProof,
};
use serde::Serialize;

use super::files;
use crate::{
    args::{Event, Outage, RecordEvent},
    output,
};

/// What became of a list of an outage.
#[derive(Serialize)]
struct Listed {
    rows: u32,
    bad: Vec<office::BadRow>,
    matter: Option<i64>,
    desk: Option<String>,
}

pub(crate) async fn outage(office: &Office, actor: &Actor, outage: Outage) -> anyhow::Result<()> {
    let Outage { file, skpd, from, until, cause, reason, photo, json } = outage;
    let cause = Cause::from_code(&cause).with_context(|| {
        let known: Vec<_> = Cause::ALL.iter().map(|cause| cause.code()).collect();
        format!("\"{cause}\" is no cause; use one of {}", known.join(", "))
    })?;
    let proofs: anyhow::Result<Vec<NewProof>> = photo.iter().map(|path| proof(path)).collect();
    let request = OutageRequest {
        skpd,
        from,
        until: until.unwrap_or(from),
        cause,
        reason,
        list: proof(&file)?,
        proofs: proofs?,
    };
    let name = request.list.name.clone();
    let done = office.request_outage(actor, request).await?;
    let listed = Listed {
        rows: done.rows,
        matter: done.opened.as_ref().map(|opened| opened.id),
        desk: done.opened.map(|opened| opened.desk),
        bad: done.bad.into_iter().map(|bad| bad.row).collect(),
    };
    if json.json {
        output::print_json(&listed)?;
    } else {
        let bad = u32::try_from(listed.bad.len())?;
        let totals = [("days of people", listed.rows), ("bad", bad)];
        let mut text = files::summary(&name, &totals, &[], &listed.bad, false);
        if let (Some(matter), Some(desk)) = (listed.matter, &listed.desk) {
            let _ = writeln!(text, "request {matter} waits on {desk}");
        }
        output::print(&text)?;
    }
    anyhow::ensure!(listed.matter.is_some(), "nothing was handed in; mend the list first");
    Ok(())
}

/// What became of an event.
#[derive(Serialize)]
struct Recorded {
    matter: i64,
    expected: u32,
    present: u32,
    missed: Vec<office::presence::MissedPerson>,
}

pub(crate) async fn event(office: &Office, actor: &Actor, event: Event) -> anyhow::Result<()> {
    let Event::Record(RecordEvent { code, skpd, date, from, until, list, terminal, letter, json }) =
        event;
    let attendance = match list {
        Some(path) => {
            let (name, bytes) = files::read(&path)?;
            Attendance::List { name, bytes }
        }
        None => Attendance::Terminals(terminal),
    };
    let held = HeldEvent { code, skpd, date, minutes: (from, until), attendance, letter };
    let done = office.record_event(actor, held).await?;
    let recorded = Recorded {
        matter: done.matter,
        expected: done.turnout.expected,
        present: done.turnout.present,
        missed: done.turnout.missed,
    };
    if json.json {
        return output::print_json(&recorded);
    }
    let Recorded { expected, present, missed, .. } = recorded;
    let mut text = format!("expected {expected}, present {present}, missed {}\n", missed.len());
    for person in missed {
        let _ = writeln!(text, "  {} {}", person.nip, person.name);
    }
    output::print(&text)
}

fn proof(path: &Path) -> anyhow::Result<NewProof> {
    let (name, bytes) = files::read(path)?;
    Ok(NewProof { name, bytes })
}

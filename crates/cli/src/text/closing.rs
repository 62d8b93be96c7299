//! How a month stands, as text.

use std::fmt::Write as _;

use civil::{Skpd, Wall, Zone};
use jiff::{Timestamp, civil::Date};
use office::allowance::closing::{
    Check, Closed, ClosingState, ClosingStatus, Drifted, ShownClosing, Signed, SupplementDoc,
    SupplementedMonth, Weight,
};
use words::{Arg, Lang, Phrase, Words, format};

use crate::output;

/// Most people named below a check or a supplement; `--json` has them all.
const PEOPLE_SHOWN: usize = 10;

/// How a month stands.
pub(crate) fn closing_status(status: &ClosingStatus, zone: Zone, lang: Lang) -> String {
    let month = format!("{}-01", status.month)
        .parse()
        .map_or_else(|_| status.month.clone(), |first: Date| format::month(lang, first));
    let people = Phrase::new("closing-people").with("count", count(status.people));
    let state = match &status.state {
        ClosingState::Open { .. } => "open",
        ClosingState::Closed { closing, .. } => closing.stage.as_str(),
    };
    let mut text = format!(
        "{} {} · {month} · {} · {}\n",
        status.skpd,
        status.name,
        Words::say(lang, &people),
        Words::get(lang, &format!("closing-state-{state}"))
    );
    match &status.state {
        ClosingState::Open { checks } if checks.is_empty() => {
            let _ = writeln!(text, "  {}", Words::get(lang, "closing-ready"));
        }
        ClosingState::Open { checks } => text.push_str(&list(checks, lang)),
        ClosingState::Closed { closing, supplements, drift } => {
            for shown in std::iter::once(closing.as_ref()).chain(supplements) {
                text.push_str(&of_closing(shown, zone, lang));
            }
            if !drift.is_empty() {
                let said = Phrase::new("closing-drift").with("count", count(drift.len() as u64));
                let _ = writeln!(text, "  ! {}", Words::say(lang, &said));
                text.push_str(&otherwise(drift, lang));
            }
        }
    }
    for shown in &status.reopened {
        if let Some(reason) = &shown.reopened {
            let _ = writeln!(text, "  {}", reopened_said(shown.number, reason, lang));
        }
    }
    text
}

fn count(number: u64) -> Arg {
    Arg::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Checks in columns, and whom they are about.
fn list(checks: &[Check], lang: Lang) -> String {
    let mut text = String::new();
    for check in checks {
        let _ = writeln!(
            text,
            "  {} {}: {} ({})",
            match check.weight {
                Weight::Blocks => "!",
                Weight::Acknowledge => "?",
                Weight::Warns => "-",
            },
            Words::get(lang, &format!("closing-check-{}", check.code.code())),
            format::count(i64::try_from(check.count).unwrap_or(i64::MAX)),
            Words::get(lang, &format!("closing-weight-{}", check.weight.code()))
        );
        for person in check.people.iter().take(PEOPLE_SHOWN) {
            let _ = writeln!(text, "      {}  {}", person.nip, person.name);
        }
        if check.people.len() > PEOPLE_SHOWN {
            let _ = writeln!(text, "      … +{}", check.people.len() - PEOPLE_SHOWN);
        }
    }
    text
}

fn at(instant: Timestamp, zone: Zone, lang: Lang) -> String {
    let wall = Wall::at(instant, zone).datetime();
    format!("{} {}", format::date_time(lang, wall), zone.name())
}

fn of_closing(shown: &ShownClosing, zone: Zone, lang: Lang) -> String {
    let number = i64::from(shown.number);
    let head = match shown.main {
        Some(main) => Phrase::new("closing-supplement-to")
            .with("number", number)
            .with("main", i64::from(main)),
        None => Phrase::new("closing-number").with("number", number),
    };
    let by = Phrase::new("closing-by")
        .with("who", shown.by.as_str())
        .with("at", at(shown.at, zone, lang));
    let mut text = format!("  {} · {}", Words::say(lang, &head), Words::say(lang, &by));
    if let Some(former) = shown.former {
        let said = Phrase::new("closing-in-place-of").with("number", i64::from(former));
        let _ = write!(text, " · {}", Words::say(lang, &said));
    }
    let total = Phrase::new("closing-total")
        .with("gross", Arg::Rupiah(shown.gross))
        .with("net", Arg::Rupiah(shown.net));
    let people = Phrase::new("closing-people").with("count", count(shown.people));
    let _ = writeln!(text, "\n    {} · {}", Words::say(lang, &people), Words::say(lang, &total));
    if let Some(until) = shown.counts_until.as_ref().and_then(|day| day.parse::<Date>().ok()) {
        let said = Phrase::new("closing-counts-until").with("on", until);
        let _ = writeln!(text, "    {}", Words::say(lang, &said));
    }
    let _ = writeln!(text, "    {} {}", Words::get(lang, "closing-digest"), shown.digest);
    for signature in &shown.signatures {
        let said = Phrase::new("closing-signed-by")
            .with("name", signature.name.as_str())
            .with("nip", signature.nip.as_str())
            .with("at", at(signature.at, zone, lang));
        let _ = writeln!(text, "    {}", Words::say(lang, &said));
    }
    if let Some(desk) = &shown.desk {
        let said = Phrase::new("closing-waits-for").with("desk", desk.as_str());
        let _ = writeln!(text, "    {}", Words::say(lang, &said));
    }
    text
}

/// People whose month came out otherwise: what more they get, and why.
fn otherwise(drift: &[Drifted], lang: Lang) -> String {
    let rows: Vec<Vec<String>> = drift
        .iter()
        .take(PEOPLE_SHOWN)
        .map(|one| {
            let causes: Vec<String> = one
                .causes
                .iter()
                .map(|cause| Words::get(lang, &format!("closing-cause-{}", cause.code())))
                .collect();
            vec![
                format!("    {}", one.nip),
                one.name.clone(),
                format::rupiah(one.net),
                causes.join("; "),
            ]
        })
        .collect();
    output::columns(&rows, &[2])
}

/// What stands in the way.
pub(crate) fn hindered(skpd: &Skpd, checks: &[Check], lang: Lang) -> String {
    format!("{skpd}: {}\n{}", Words::get(lang, "closing-hindered"), list(checks, lang))
}

/// A month that was closed.
pub(crate) fn closed(skpd: &Skpd, closed: &Closed, lang: Lang) -> String {
    let said = Phrase::new("closing-closed-now").with("number", i64::from(closed.number));
    frozen(skpd, &said, closed, lang)
}

fn frozen(skpd: &Skpd, said: &Phrase, closed: &Closed, lang: Lang) -> String {
    let people = Phrase::new("closing-people").with("count", count(closed.people));
    let total = Phrase::new("closing-total")
        .with("gross", Arg::Rupiah(closed.gross))
        .with("net", Arg::Rupiah(closed.net));
    format!(
        "{skpd}: {} · {} · {}\n  {} {}\n",
        Words::say(lang, said),
        Words::say(lang, &people),
        Words::say(lang, &total),
        Words::get(lang, "closing-digest"),
        closed.digest
    )
}

/// A supplement that was frozen, person by person.
pub(crate) fn supplemented(skpd: &Skpd, done: &SupplementedMonth, lang: Lang) -> String {
    let said = Phrase::new("closing-supplemented")
        .with("number", i64::from(done.closing.number))
        .with("main", i64::from(done.main));
    let mut text = frozen(skpd, &said, &done.closing, lang);
    for person in done.people.iter().take(PEOPLE_SHOWN) {
        text.push_str(&of_person(person, lang));
    }
    text
}

fn of_person(person: &SupplementDoc, lang: Lang) -> String {
    let causes: Vec<String> = person
        .causes
        .iter()
        .map(|cause| Words::get(lang, &format!("closing-cause-{}", cause.code())))
        .collect();
    let mut text = format!("  {}  {}: {}\n", person.nip, person.name, causes.join("; "));
    let rows: Vec<Vec<String>> = person
        .changes
        .iter()
        .map(|change| {
            let kind = Words::get(lang, &format!("closing-figure-{}", change.kind.code()));
            let date = change.date.as_ref().and_then(|date| date.parse::<Date>().ok());
            let date = date.map_or_else(String::new, |date| format::date_short(lang, date));
            vec![
                format!("    {kind}"),
                date,
                change.code.clone(),
                format::rupiah(change.before),
                format::rupiah(change.after),
                format::rupiah(change.amount()),
            ]
        })
        .collect();
    text.push_str(&output::columns(&rows, &[3, 4, 5]));
    text
}

/// Nothing came out otherwise.
pub(crate) fn nothing(skpd: &Skpd, lang: Lang) -> String {
    format!("{skpd}: {}\n", Words::get(lang, "closing-nothing"))
}

/// A signature that was recorded.
pub(crate) fn signed(done: &Signed, lang: Lang) -> String {
    let next = match &done.next {
        Some(desk) => Phrase::new("closing-next-signer").with("desk", desk.as_str()),
        None => Phrase::new("closing-all-signed"),
    };
    format!(
        "{}: {} {}\n  {}\n",
        done.desk,
        Words::get(lang, "closing-digest"),
        done.digest,
        Words::say(lang, &next)
    )
}

fn reopened_said(number: u32, reason: &str, lang: Lang) -> String {
    let said = Phrase::new("closing-reopened-number")
        .with("number", i64::from(number))
        .with("reason", reason);
    Words::say(lang, &said)
}

/// A month that was opened again.
pub(crate) fn reopened(skpd: &Skpd, number: u32, reason: &str, lang: Lang) -> String {
    format!("{skpd}: {}\n", reopened_said(number, reason, lang))
}

//! A day explained, as text.

use std::fmt::Write as _;

use jiff::civil::DateTime;
use office::{
    allowance::DocLine,
    presence::{ExplainedDay, ExplainedShift},
};
use words::{Arg, Lang, Words, format};

/// Says everything about a day, in the order a person asks: what was due, what happened, what
/// follows, who says so.
pub(crate) fn explained_day(day: &ExplainedDay, lang: Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let mut text = format!("{}\n", format::date_long(lang, day.date));
    let _ = writeln!(text, "{} · NIP {} · {}", day.name, day.nip, day.skpd);
    let _ = writeln!(text, "\n{} ({})", say("explain-schedule"), day.schedule);
    if day.shifts.is_empty() {
        let _ = writeln!(text, "  {}", say("explain-no-shift"));
    }
    for shift in &day.shifts {
        let _ = writeln!(text, "  {}", shift_text(shift, lang));
    }
    let _ = writeln!(text, "\n{}", say("explain-scans"));
    if day.scans.is_empty() {
        let _ = writeln!(text, "  {}", say("explain-no-scan"));
    }
    for scan in &day.scans {
        let mark = if scan.counts { "✓" } else { "–" };
        let used = say(&format!("explain-use-{}", scan.used));
        let _ = writeln!(
            text,
            "  {mark} {} · {} {} · PIN {} · {used}",
            clock(&scan.at),
            say("explain-terminal"),
            scan.terminal,
            scan.pin
        );
    }
    let _ = writeln!(text, "\n{}", say("explain-verdict"));
    let _ = writeln!(text, "  {}", verdict(day, lang));
    for finding in &day.findings {
        let _ = writeln!(text, "  ! {}", say(&format!("explain-finding-{finding}")));
    }
    let _ = writeln!(text, "\n{}", say("explain-cuts"));
    match &day.silent {
        Some(silent) => {
            let _ = writeln!(text, "  {}", Words::say(lang, &silent.said()));
        }
        None if day.lines.is_empty() => {
            let _ = writeln!(text, "  {}", say("explain-no-cut"));
        }
        None => {}
    }
    for line in &day.lines {
        let _ = writeln!(
            text,
            "  {} ({}): {} · {}, {}",
            line.code,
            Words::say(lang, &line.what()),
            reckoned(line, lang),
            line.act,
            line.article
        );
    }
    let _ = writeln!(text, "\n{}", say("explain-articles"));
    for article in &day.articles {
        let status = say(&format!("law-status-{}", article.status));
        let _ = writeln!(
            text,
            "  {}: {} · {}, {} · {status}",
            article.title, article.value, article.act, article.article
        );
        if let Some(note) = &article.note {
            let _ = writeln!(text, "    {}: {note}", say("law-show-note"));
        }
    }
    text
}

/// `1,5 % × Rp 1.748.000 = −Rp 26.220`; of a cap the most that may be cut, and what it gives back.
fn reckoned(line: &DocLine, lang: Lang) -> String {
    let share = format!("{} × {}", format::rate(&line.rate), format::rupiah(line.base));
    let amount = format::rupiah(line.amount);
    if line.is_cap() {
        let say = |key| Words::get(lang, key);
        format!("{} {share}; {} {amount}", say("statement-at-most"), say("statement-given-back"))
    } else {
        format!("{share} = {amount}")
    }
}

fn shift_text(shift: &ExplainedShift, lang: Lang) -> String {
    Words::get_with(
        lang,
        "explain-shift",
        &[
            ("starts", Arg::from(clock(&shift.starts))),
            ("ends", Arg::from(clock(&shift.ends))),
            ("opens", Arg::from(clock(&shift.opens))),
            ("closes", Arg::from(clock(&shift.closes))),
        ],
    )
}

fn verdict(day: &ExplainedDay, lang: Lang) -> String {
    let minutes = |minutes: u16| Arg::from(i64::from(minutes));
    let mut said = Words::get_with(
        lang,
        &format!("explain-verdict-{}", day.verdict),
        &[("late", minutes(day.late_minutes)), ("early", minutes(day.early_minutes))],
    );
    if let Some(excuse) = day.excuse {
        let _ = write!(said, ": {}", Words::get(lang, &format!("excuse-{excuse}")));
    }
    said
}

/// `07.30.05` of a reading; the whole text where it is none.
fn clock(reading: &str) -> String {
    reading
        .replace(' ', "T")
        .parse()
        .map_or_else(|_| reading.to_owned(), |at: DateTime| format::time_seconds(at.time()))
}

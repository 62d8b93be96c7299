//! A statement as text.

use std::fmt::Write as _;

use jiff::civil::Date;
use office::allowance::{DocLine, DocPart, PayStatus, StatementDoc};
use words::{Lang, Words, format};

use crate::output;

/// Lays a statement out.
pub(crate) fn statement(statement: &StatementDoc, lang: Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let month = format!("{}-01", statement.month)
        .parse()
        .map_or_else(|_| statement.month.clone(), |first: Date| format::month(lang, first));
    let status = match statement.status {
        PayStatus::Simulasi => say("status-simulation"),
        PayStatus::Final => say("status-final"),
    };
    let mut text = format!("{} · {month} · {status}\n", say("statement-title"));
    let _ = writeln!(text, "{} · NIP {} · {}", statement.name, statement.nip, statement.skpd);
    if let Some(silent) = &statement.silent {
        let _ = writeln!(text, "\n{}", Words::say(lang, &silent.said()));
        return text;
    }
    let _ = writeln!(text);
    text.push_str(&amounts(statement, lang));
    for part in statement.parts.iter().filter(|part| is_unusual(part)) {
        let _ = writeln!(text, "  {}", part_text(part, lang));
    }
    if !statement.lines.is_empty() {
        let _ = writeln!(text, "\n{}", say("statement-cuts"));
        text.push_str(&lines(&statement.lines, lang));
    }
    for open in &statement.open {
        let _ = writeln!(text, "\n! {}", say(&format!("statement-open-{open}")));
    }
    let _ = writeln!(
        text,
        "\n{} {} · {} {}",
        say("statement-law-version"),
        statement.law_version,
        say("statement-facts-digest"),
        statement.facts_digest
    );
    text
}

fn amounts(statement: &StatementDoc, lang: Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let mut rows = vec![vec![say("statement-gross"), format::rupiah(statement.tpp_gross)]];
    rows.extend(
        statement.components.iter().map(|component| {
            vec![format!("  {}", component.title), format::rupiah(component.amount)]
        }),
    );
    rows.push(vec![say("statement-deduction"), format::rupiah(statement.deduction_total)]);
    rows.push(vec![say("statement-net"), format::rupiah(statement.tpp_net)]);
    output::columns(&rows, &[1])
}

/// A part of the month worth a word: not the whole month, or not the whole amount.
fn is_unusual(part: &DocPart) -> bool {
    part.portion != "100%" || part.factor != "100%"
}

fn part_text(part: &DocPart, lang: Lang) -> String {
    let class = part.class.map_or_else(|| "-".to_owned(), |class| class.to_string());
    let reason = part.reason.as_ref().map_or_else(String::new, |reason| format!(" ({reason})"));
    let source = part
        .factor_source
        .as_ref()
        .map_or_else(String::new, |(act, article)| format!(" · {act}, {article}"));
    format!(
        "{} – {}: {} {class}, {} × {}{reason} × {} = {}{source}",
        part.from,
        part.until,
        Words::get(lang, "statement-class"),
        format::rupiah(part.class_amount),
        format::rate(&part.factor),
        format::rate(&part.portion),
        format::rupiah(part.amount)
    )
}

fn lines(lines: &[DocLine], lang: Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let head = ["date", "code", "minutes", "rate", "base", "amount", "source"];
    let mut rows: Vec<Vec<String>> =
        vec![head.iter().map(|column| say(&format!("statement-column-{column}"))).collect()];
    rows.extend(lines.iter().map(|line| {
        let date = line
            .date
            .parse()
            .map_or_else(|_| line.date.clone(), |date: Date| format::date_short(lang, date));
        vec![
            date,
            line.code.clone(),
            if line.minutes > 0 { line.minutes.to_string() } else { String::new() },
            if line.is_cap() {
                format!("{} {}", say("statement-at-most"), format::rate(&line.rate))
            } else {
                format::rate(&line.rate)
            },
            format::rupiah(line.base),
            format::rupiah(line.amount),
            format!("{}, {}", line.act, line.article),
            if line.days.len() > 1 { Words::say(lang, &line.what()) } else { String::new() },
        ]
    }));
    output::columns(&rows, &[2, 3, 4, 5])
}

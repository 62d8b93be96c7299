//! What is left of annual leave, as text.

use std::fmt::Write as _;

use office::leave::{LeaveBalance, LeaveLot};
use words::{Arg, Lang, Words, format};

use super::counted_words;

/// A balance: what is left, what becomes of it, and what it is made of.
pub(crate) fn leave_balance(balance: &LeaveBalance, lang: Lang) -> String {
    let word = |key: &str| Words::get(lang, key);
    let days = |key: &str, days: u32| counted(lang, key, days);
    let on = format::date(lang, balance.on);
    let mut text = format!("{} · NIP {}\n", balance.name, balance.nip);
    let left = days("page-leave-days", balance.left);
    let _ = writeln!(text, "{}, {on}: {left}", word("page-leave-left"));
    for (key, number) in
        [("page-leave-lapsing", balance.lapsing), ("page-leave-overdrawn", balance.overdrawn)]
    {
        if number > 0 {
            let _ = writeln!(text, "{}", days(key, number));
        }
    }
    if let Some(from) = balance.entitled_from {
        let _ = writeln!(text, "{} {}.", word("page-leave-entitled"), format::date(lang, from));
    }
    if let Some(source) = &balance.closed_by {
        let _ = writeln!(text, "{} {}, {}", word("page-leave-closed"), source.act, source.article);
    }
    let _ = writeln!(text, "\n{}", word("page-leave-lots"));
    for one in &balance.lots {
        let _ = writeln!(text, "  {}", lot(one, lang));
    }
    let _ = writeln!(text, "\n{}", word("page-leave-uses"));
    if balance.uses.is_empty() {
        let _ = writeln!(text, "  {}", word("page-leave-no-uses"));
    }
    for of in &balance.uses {
        let (from, until) = (format::date(lang, of.from), format::date(lang, of.until));
        let span = if of.from == of.until { from } else { format!("{from} – {until}") };
        let _ = writeln!(text, "  {span} · {}", days("page-leave-days", of.working_days));
    }
    text + &ahead(balance, lang)
}

/// What will have become of it on a day to come.
fn ahead(balance: &LeaveBalance, lang: Lang) -> String {
    let Some(forecast) = &balance.forecast else { return String::new() };
    let on = format::date(lang, forecast.on);
    let left = counted(lang, "page-leave-days", forecast.left);
    let mut text = format!("\n{on}: {left}. {}\n", Words::get(lang, "page-leave-ahead-if"));
    for (day, year, days) in &forecast.lapsed {
        let args = [("days", Arg::from(*days)), ("year", Arg::Text(year.to_string()))];
        let what = Words::get_with(lang, "page-leave-step-lapsed", &args);
        let _ = writeln!(text, "  {}: {what}", format::date(lang, *day));
    }
    for (day, days) in &forecast.granted {
        let what = Words::get_with(lang, "page-leave-step-granted", &[("days", Arg::from(*days))]);
        let _ = writeln!(text, "  {}: {what}", format::date(lang, *day));
    }
    text
}

fn lot(lot: &LeaveLot, lang: Lang) -> String {
    let figures = [
        ("page-leave-granted", lot.days.to_string()),
        ("page-leave-used", lot.used.to_string()),
        ("page-leave-reserved", lot.reserved.to_string()),
        ("page-leave-rest", lot.left.to_string()),
        ("page-leave-expires", format::date(lang, lot.expires)),
    ];
    let figures = figures.map(|(key, figure)| format!("{} {figure}", Words::get(lang, key)));
    let source = &lot.source;
    let basis = format!("{}, {} [{}]", source.act, source.article, source.status);
    format!("{}: {} · {basis}", lot.granted_in, figures.join(", "))
}

fn counted(lang: Lang, key: &str, days: u32) -> String {
    counted_words(lang, key, usize::try_from(days).unwrap_or(usize::MAX))
}

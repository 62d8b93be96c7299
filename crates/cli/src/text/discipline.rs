//! Discipline as text.

use std::fmt::Write as _;

use office::discipline::{
    DisciplineAlert, DisciplineList, DisciplineYear, DueStep, ListedCase, ShownCase, YearCounted,
};
use words::{Lang, Phrase, Words, format};

use super::counted_words;

/// The list: cases that run, then people, each with what to tell.
pub(crate) fn discipline_list(list: &DisciplineList, lang: Lang) -> String {
    let say = |key: &str, count: usize| counted_words(lang, key, count);
    let mut text = Words::get(lang, "page-discipline-calm") + "\n\n";
    if list.cases.is_empty() {
        text += &(Words::get(lang, "page-discipline-no-cases") + "\n");
    } else {
        let _ = writeln!(text, "{}", say("page-discipline-cases", list.cases.len()));
        for named in &list.cases {
            let _ = writeln!(text, "  {} · {} · {}", named.name, named.nip, named.skpd);
            let _ = writeln!(text, "    {}", case_line(&named.case, lang));
        }
    }
    text.push('\n');
    if list.rows.is_empty() {
        return text + &Words::get(lang, "page-discipline-nobody") + "\n";
    }
    let _ = writeln!(text, "{}", say("page-discipline-people", list.people));
    for row in &list.rows {
        let days = say("page-discipline-days", row.counted.absences.len());
        let _ = writeln!(text, "  {} · {} · {}: {days}", row.name, row.nip, row.skpd);
        for alert in &row.counted.alerts {
            if !matches!(alert, DisciplineAlert::UnknownDays { .. }) {
                let _ = writeln!(text, "    {}", Words::say(lang, &alert.said()));
            }
        }
        for case in &row.cases {
            let _ = writeln!(text, "    {}", case_line(case, lang));
        }
    }
    text
}

/// A person's year: what to tell, and the days that count.
pub(crate) fn discipline_year(year: &DisciplineYear, lang: Lang) -> String {
    let mut text = format!("{} · NIP {} · {} · {}\n", year.name, year.nip, year.skpd, year.year);
    let until = format::date(lang, year.until);
    let _ = writeln!(text, "{} {until}\n", Words::get(lang, "page-discipline-up-to"));
    text += &counted(&year.counted, lang);
    for case in &year.cases {
        let _ = writeln!(text, "{}", case_line(case, lang));
    }
    text
}

/// A case: where it stands, what happened, what is next.
pub(crate) fn discipline_case(case: &ShownCase, lang: Lang) -> String {
    let title = numbered(case.id, lang);
    let mut text = format!("{title} · {} · NIP {} · {}\n", case.name, case.nip, case.skpd);
    let stage = Phrase::new(format!("discipline-stage-{}", case.stage));
    let _ = writeln!(text, "{}", Words::say(lang, &stage));
    if let Some(due) = &case.due {
        let _ = writeln!(text, "{}", due_line(due, lang));
    }
    if let Some(pay) = &case.pay {
        let effect = Words::get(lang, "page-discipline-pay");
        let _ = writeln!(text, "{effect}: {}", Words::say(lang, &pay.said()));
    }
    text.push('\n');
    for event in &case.events {
        let step = Phrase::new(format!("discipline-step-{}", event.step));
        let _ = writeln!(
            text,
            "  {}  {} ({})",
            format::date(lang, event.on),
            Words::say(lang, &step),
            event.by
        );
    }
    text
}

fn counted(counted: &YearCounted, lang: Lang) -> String {
    let days = counted_words(lang, "page-discipline-days", counted.absences.len());
    let mut text = format!("{days}\n");
    for alert in &counted.alerts {
        let _ = writeln!(text, "  {}", Words::say(lang, &alert.said()));
    }
    if counted.silent.is_some() {
        let _ = writeln!(text, "  {}", Words::get(lang, "page-discipline-no-ladder"));
    }
    for (number, day) in (1..).zip(&counted.absences) {
        let reached = counted.reached.iter().filter(|reached| reached.on == *day);
        let reached: Vec<&str> = reached.map(|one| one.sanction.words.as_str()).collect();
        let line = format!("{number:>3}  {day}  {}", reached.join(", "));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

fn case_line(case: &ListedCase, lang: Lang) -> String {
    let stage = Phrase::new(format!("discipline-stage-{}", case.stage));
    let mut line = format!("{}: {}", numbered(case.id, lang), Words::say(lang, &stage));
    if let Some(step) = case.next {
        let due = DueStep { step, by: case.due, article: None, late: case.late };
        let _ = write!(line, "; {}", due_line(&due, lang));
    }
    line
}

fn due_line(due: &DueStep, lang: Lang) -> String {
    let said = Words::say(lang, &due.said());
    if due.late { format!("{}: {said}", Words::get(lang, "page-discipline-late")) } else { said }
}

fn numbered(case: i64, lang: Lang) -> String {
    Words::say(lang, &Phrase::new("page-discipline-case").with("number", case.to_string()))
}

//! Everything known about a person, as text.

use std::fmt::Write as _;

use office::person::{ShownFact, ShownPerson};

use crate::output;

/// Lays a person's facts out, the newest last, with both dates of each.
pub(crate) fn person(person: &ShownPerson) -> String {
    let mut text = format!("{} · NIP {} · {}\n\n", person.name, person.nip, person.skpd);
    let head =
        ["FROM", "RECORDED", "SKPD", "POSITION", "CLASS", "EMPLOYMENT", "SCHEDULE", "TPP", ""];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(person.facts.iter().map(fact));
    text.push_str(&output::columns(&rows, &[4]));
    for pin in &person.pins {
        let _ = write!(text, "PIN {} in group {} from {}", pin.pin, pin.group, pin.valid_from);
        let _ = match pin.until {
            Some(until) => writeln!(text, " until {until}"),
            None => writeln!(text),
        };
    }
    text
}

fn fact(fact: &ShownFact) -> Vec<String> {
    let class = fact.class.map_or_else(|| "-".to_owned(), |class| class.to_string());
    let factor = fact.factor.clone().unwrap_or_else(|| "by law".to_owned());
    let reason = fact.reason.as_ref().map_or_else(String::new, |reason| format!(" ({reason})"));
    let tpp = if fact.tpp { factor } else { "no".to_owned() };
    let standing = match (fact.in_service, fact.superseded, fact.in_force) {
        (false, ..) => "not in service",
        (true, true, _) => "superseded",
        (true, false, true) => "in force",
        (true, false, false) => "",
    };
    vec![
        fact.valid_from.to_string(),
        fact.recorded.strftime("%Y-%m-%d %H:%M").to_string(),
        fact.skpd.clone(),
        fact.position.clone(),
        class,
        fact.employment.to_owned(),
        fact.schedule.clone(),
        format!("{tpp}{reason}"),
        standing.to_owned(),
    ]
}

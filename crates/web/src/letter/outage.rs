//! The act on an outage, with the list of the people whose days it settles.

use std::collections::HashMap;

use civil::PersonId;
use letters::data::{Concerned, Official, OutageAct};
use office::matter::{MatterLetter, OutageAsked, OutageRow};
use words::{Arg, Phrase};

use super::paper::{Paper, key, say};

pub(super) fn outage(paper: &Paper, letter: &MatterLetter, asked: &OutageAsked) -> OutageAct {
    let decider = letter.decided().or(letter.officers.last());
    let day = decider.and_then(|one| one.said.as_ref()).map_or(letter.on, |(_, _, day)| *day);
    let mut heading = paper.heading("", day);
    let official = decider.map_or_else(Official::default, |one| Paper::official(&one.officer));
    heading.blanks = vec![key("letter-blank-number"), key("letter-blank-article")];
    if official.name.is_empty() {
        heading.blanks.push(key("letter-blank-officer"));
    }
    if decider.is_none_or(|one| one.said.is_none()) {
        heading.blanks.push(key("letter-blank-decision"));
    }
    let cause = key(&format!("request-cause-{}", asked.cause.code()));
    let cause = Phrase::new("letter-outage-cause").with("cause", cause.to_lowercase());
    OutageAct {
        heading,
        unit: paper.unit(),
        cause: say(&cause.with("reason", &asked.reason)),
        first: asked.from,
        last: asked.until,
        hours: String::new(),
        proofs: asked.proofs.iter().map(|proof| proof.name.clone()).collect(),
        article: String::new(),
        people: asked.list.iter().map(|row| concerned(row, &letter.posts)).collect(),
        official,
    }
}

fn concerned(row: &OutageRow, posts: &HashMap<PersonId, String>) -> Concerned {
    let times: Vec<String> =
        row.times.iter().map(|time| words::format::time(time.time())).collect();
    let settled = Phrase::new("letter-outage-settled")
        .with("date", Arg::Date(row.date))
        .with("times", times.join("–"));
    Concerned {
        name: row.name.clone(),
        number: row.nip.clone(),
        post: posts.get(&row.person).cloned().unwrap_or_default(),
        settled: say(&settled),
    }
}

//! What a letter says, as names and values, and what it lacks.

use jiff::civil::Date;
use rules::discipline::letters::{
    DecisionLetter, LetterFacts, LetterPerson, MinutesLetter, ReportLetter, SummonsLetter,
};
use words::{Arg, Phrase};

use crate::pages::discipline::Said;

fn title(name: &str) -> Phrase {
    Phrase::new(format!("page-discipline-letter-{name}"))
}

/// What is blank, by the part of the letter that it belongs to.
pub(crate) fn blanks(facts: &LetterFacts) -> Vec<Phrase> {
    let mut parts: Vec<&str> = Vec::new();
    for blank in facts.blanks() {
        let part = blank.split('.').next().unwrap_or(blank);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.into_iter().map(|part| title(&part.replace('_', "-"))).collect()
}

/// What a letter says; what is blank is left out.
pub(super) fn facts(facts: &LetterFacts) -> Vec<Said> {
    let mut list = Listing(Vec::new());
    match facts {
        LetterFacts::Summons(letter) => summons(letter, &mut list),
        LetterFacts::Minutes(letter) => minutes(letter, &mut list),
        LetterFacts::Decision(letter) => decision(letter, &mut list),
        LetterFacts::Report(letter) => report(letter, &mut list),
    }
    list.0
}

fn summons(letter: &SummonsLetter, list: &mut Listing) {
    list.text("number", &letter.number);
    list.dates("on", &[letter.on]);
    list.people("person", std::slice::from_ref(&letter.person));
    list.people("examiner", std::slice::from_ref(&letter.examiner));
    list.dates("examination", &[letter.examination]);
    list.add("time", vec![Phrase::new("verbatim").with("text", Arg::Time(letter.time))]);
    list.text("place", &letter.place);
    list.dates("absences", &letter.absences);
    list.text("first-letter", letter.first_letter.as_deref().unwrap_or(""));
}

fn minutes(letter: &MinutesLetter, list: &mut Listing) {
    list.text("number", &letter.number);
    list.dates("on", &[letter.on]);
    list.people("person", std::slice::from_ref(&letter.person));
    list.people("examiners", &letter.examiners);
    list.text("team-decree", letter.team_decree.as_deref().unwrap_or(""));
    list.dates("absences", &letter.absences);
    let exchanges = letter.exchanges.iter();
    let exchanges = exchanges
        .map(|one| Phrase::verbatim(format!("{} {}", one.question, one.answer).trim()))
        .collect();
    list.add("exchanges", exchanges);
}

fn decision(letter: &DecisionLetter, list: &mut Listing) {
    list.text("number", &letter.number);
    list.dates("on", &[letter.on]);
    list.people("person", std::slice::from_ref(&letter.person));
    list.people("officer", std::slice::from_ref(&letter.officer));
    if !letter.officer.name.is_empty() {
        let capacity = format!("discipline-capacity-{}", letter.capacity.code());
        list.add("capacity", vec![Phrase::new(capacity)]);
    }
    list.add("level", vec![Phrase::new(format!("discipline-level-{}", letter.level.code()))]);
    list.text("sanction", &letter.sanction);
    list.text("article", &letter.article);
    list.text("in-place-of", letter.in_place_of.as_deref().unwrap_or(""));
    list.dates("absences", &letter.absences);
    list.texts("basis", &letter.basis);
}

fn report(letter: &ReportLetter, list: &mut Listing) {
    list.text("number", &letter.number);
    list.dates("on", &[letter.on]);
    list.people("reporter", std::slice::from_ref(&letter.reporter));
    list.people("officer", std::slice::from_ref(&letter.officer));
    list.people("person", std::slice::from_ref(&letter.person));
    list.text("year", &letter.year.to_string());
    list.dates("absences", &letter.absences);
    list.text("in-a-row", &letter.in_a_row.to_string());
    list.texts("proposed", &letter.proposed);
    list.dates("salary-stops", letter.salary_stops.as_slice());
}

/// A letter as names and values.
struct Listing(Vec<Said>);

impl Listing {
    fn add(&mut self, name: &str, values: Vec<Phrase>) {
        if !values.is_empty() {
            self.0.push(Said { title: title(name), values });
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        let blank = text.trim().is_empty();
        self.add(name, if blank { Vec::new() } else { vec![Phrase::verbatim(text)] });
    }

    fn texts(&mut self, name: &str, texts: &[String]) {
        self.add(name, texts.iter().map(Phrase::verbatim).collect());
    }

    fn dates(&mut self, name: &str, dates: &[Date]) {
        let date = |date: &Date| Phrase::new("verbatim").with("text", Arg::Date(*date));
        self.add(name, dates.iter().map(date).collect());
    }

    fn people(&mut self, name: &str, people: &[LetterPerson]) {
        let named = people.iter().filter(|person| !person.name.is_empty());
        let said = named.map(|person| {
            let nip = person.nip.as_deref().unwrap_or("");
            let parts = [person.name.as_str(), nip, &person.rank, &person.position, &person.unit];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Phrase::verbatim(parts.join(", "))
        });
        self.add(name, said.collect());
    }
}

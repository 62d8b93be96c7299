//! The letters of a discipline case.

use letters::data::{
    Examination, ExaminationReport, Exchange, Reference, Sanction, Status, Summons,
};
use office::{Actor, Office, OfficeError, discipline::LetterKind};
use rules::discipline::letters::{
    DecisionLetter, LetterFacts, MinutesLetter, ReportLetter, SummonsLetter,
};
use words::{Arg, Phrase, format};

use super::{
    Draft,
    paper::{Paper, days, key, safe, say, working_days},
};
use crate::routes::blanks;

/// A letter of a case, for who may see the case.
///
/// # Errors
///
/// [`OfficeError::NotFound`] for a case that the actor may not see, and for a letter whose step has
/// not come.
pub async fn of_case(
    office: &Office,
    actor: &Actor,
    case: i64,
    kind: LetterKind,
) -> Result<Draft, OfficeError> {
    let facts = office.letter_facts(actor, case, kind).await?;
    let skpds = office.skpds().await?;
    let case_skpd = office.show_case(actor, case).await?.skpd;
    let paper = Paper::of(office, &skpds, written_by(&facts, &case_skpd));
    let name = format!("{}-{case}", safe(kind.template()));
    let mut missing: Vec<String> =
        blanks(&facts).iter().map(|blank| say(blank).to_lowercase()).collect();
    let zone = office.zone().name();
    Ok(match &facts {
        LetterFacts::Summons(letter) => Draft::letter(name, summons(&paper, letter, zone, missing)),
        LetterFacts::Minutes(letter) => {
            let place = summoned_to(office, actor, case).await?;
            if place.is_empty() {
                missing.push(key("page-discipline-letter-place").to_lowercase());
            }
            Draft::letter(name, minutes(&paper, letter, place, missing))
        }
        LetterFacts::Decision(letter) => Draft::letter(name, decision(&paper, letter, missing)),
        LetterFacts::Report(letter) => Draft::letter(name, report(&paper, letter, missing)),
    })
}

/// Code of the organisation that writes: that of whoever signs, of many examiners the first. A draft
/// that names nobody yet is on the paper of the case's own.
fn written_by<'a>(facts: &'a LetterFacts, case_skpd: &'a str) -> &'a str {
    let signer = match facts {
        LetterFacts::Summons(letter) => Some(&letter.examiner),
        LetterFacts::Minutes(letter) => letter.examiners.first(),
        LetterFacts::Report(letter) => Some(&letter.reporter),
        LetterFacts::Decision(letter) => Some(&letter.officer),
    };
    let named = signer.filter(|signer| !signer.skpd.is_empty());
    named.map_or(case_skpd, |signer| signer.skpd.as_str())
}

/// Where the person was summoned to, which is where the examination was held; empty if nobody was.
async fn summoned_to(office: &Office, actor: &Actor, case: i64) -> Result<String, OfficeError> {
    for kind in [LetterKind::SecondSummons, LetterKind::FirstSummons] {
        match office.letter_facts(actor, case, kind).await {
            Ok(LetterFacts::Summons(letter)) => return Ok(letter.place),
            Ok(LetterFacts::Minutes(_) | LetterFacts::Decision(_) | LetterFacts::Report(_))
            | Err(OfficeError::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(String::new())
}

/// What is alleged, in a part of a sentence.
fn alleged(absences: &[jiff::civil::Date]) -> String {
    if absences.is_empty() {
        return key("letter-alleged");
    }
    say(&Phrase::new("letter-alleged-on").with("days", days(absences)))
}

fn summons(paper: &Paper, letter: &SummonsLetter, zone: &str, blanks: Vec<String>) -> Summons {
    let mut heading = paper.heading(&letter.number, letter.on);
    heading.addressee = vec![letter.person.name.clone()];
    heading.blanks = blanks;
    let first = letter.first_letter.as_ref();
    Summons {
        heading,
        earlier: first.map(|number| Reference { number: number.clone(), date: None }),
        person: paper.person(&letter.person),
        day: letter.examination,
        time: std::format!("{} {zone}", format::time(letter.time)),
        room: letter.place.clone(),
        examiner: Paper::official(&letter.examiner),
        matter: alleged(&letter.absences),
        article: String::new(),
        official: Paper::official(&letter.examiner),
    }
}

fn minutes(
    paper: &Paper,
    letter: &MinutesLetter,
    place: String,
    blanks: Vec<String>,
) -> Examination {
    let mut heading = paper.heading(&letter.number, letter.on);
    heading.place = place;
    heading.blanks = blanks;
    let exchange = |one: &rules::discipline::letters::Exchange| Exchange {
        question: one.question.clone(),
        answer: one.answer.clone(),
    };
    Examination {
        heading,
        order: Reference { number: letter.team_decree.clone().unwrap_or_default(), date: None },
        examiners: letter.examiners.iter().map(Paper::official).collect(),
        person: paper.person(&letter.person),
        matter: alleged(&letter.absences),
        exchanges: letter.exchanges.iter().map(exchange).collect(),
        refusal: String::new(),
    }
}

fn report(paper: &Paper, letter: &ReportLetter, blanks: Vec<String>) -> ExaminationReport {
    let mut heading = paper.heading(&letter.number, letter.on);
    heading.addressee = [&letter.officer.position, &letter.officer.name]
        .into_iter()
        .filter(|line| !line.is_empty())
        .cloned()
        .collect();
    heading.blanks = blanks;
    ExaminationReport {
        heading,
        person: paper.person(&letter.person),
        year: letter.year,
        counted: working_days(u32::try_from(letter.absences.len()).unwrap_or(u32::MAX)),
        days: days(&letter.absences),
        in_a_row: working_days(letter.in_a_row),
        proposed: letter.proposed.clone(),
        salary_stops: letter.salary_stops,
        official: Paper::official(&letter.reporter),
    }
}

fn decision(paper: &Paper, letter: &DecisionLetter, blanks: Vec<String>) -> Sanction {
    let mut heading = paper.heading(&letter.number, letter.on);
    heading.blanks = blanks;
    let capacity = key(&std::format!("discipline-capacity-{}", letter.capacity.code()));
    let authority =
        if letter.officer.position.is_empty() { capacity } else { letter.officer.position.clone() };
    let finding = Phrase::new("letter-finding")
        .with("name", &letter.person.name)
        .with("what", alleged(&letter.absences));
    let basis =
        letter.basis.iter().map(|number| Phrase::new("letter-basis").with("number", number));
    let violation = if letter.article.is_empty() {
        alleged(&letter.absences)
    } else {
        let said = Phrase::new("letter-violation").with("what", alleged(&letter.absences));
        say(&said.with("article", &letter.article))
    };
    let months = letter.months.map(|months| {
        say(&Phrase::new("letter-point-months").with("months", Arg::Count(i64::from(months))))
    });
    let in_place = letter
        .in_place_of
        .as_ref()
        .map(|other| say(&Phrase::new("letter-point-in-place-of").with("sanction", other)));
    Sanction {
        heading,
        // Until somebody recorded the decision it is a draft.
        status: if letter.number.is_empty() { Status::Draft } else { Status::Final },
        authority,
        findings: std::iter::once(say(&finding)).chain(basis.map(|one| say(&one))).collect(),
        basis: (!letter.article.is_empty()).then(|| letter.article.clone()).into_iter().collect(),
        person: paper.person(&letter.person),
        sanction: letter.sanction.clone(),
        violation,
        points: months.into_iter().chain(in_place).chain([key("letter-point-effect")]).collect(),
        official: Paper::official(&letter.officer),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::{
        discipline::letters::LetterPerson,
        law::discipline::{Capacity, Level},
    };
    use storage::organisation::SkpdEntry;

    use super::*;

    fn person(name: &str, unit: &str, skpd: &str) -> LetterPerson {
        LetterPerson {
            name: name.to_owned(),
            unit: unit.to_owned(),
            skpd: skpd.to_owned(),
            ..LetterPerson::default()
        }
    }

    fn decided_by(officer: LetterPerson) -> DecisionLetter {
        DecisionLetter {
            number: "800/9".to_owned(),
            on: date(2026, 11, 20),
            person: person("Siti", "Bidang Pangan, DISTAN", "DISTAN"),
            officer,
            capacity: Capacity::JptPratama,
            level: Level::Sedang,
            sanction: "teguran tertulis".to_owned(),
            months: None,
            absences: vec![date(2026, 10, 5)],
            article: "Pasal 9".to_owned(),
            in_place_of: None,
            basis: vec![],
        }
    }

    #[test]
    fn a_letter_is_on_the_paper_of_whoever_signs() {
        let skpd = |code: &str, name: &str| SkpdEntry {
            code: code.parse().unwrap(),
            name: name.to_owned(),
        };
        let skpds = [skpd("DISTAN", "Dinas Pertanian"), skpd("BKPSDM", "Badan Kepegawaian")];
        let on_paper = |officer| {
            let letter = decided_by(officer);
            let facts = LetterFacts::Decision(letter.clone());
            let paper = Paper::named(String::new(), &skpds, written_by(&facts, "DISTAN"));
            let sanction = decision(&paper, &letter, vec![]);
            (sanction.heading.letterhead.office, sanction.person.unit)
        };
        let unit = "Bidang Pangan, Dinas Pertanian".to_owned();
        let signed = on_paper(person("Budi", "BKPSDM", "BKPSDM"));
        assert_eq!(signed, ("Badan Kepegawaian".to_owned(), unit.clone()));
        assert_eq!(on_paper(LetterPerson::default()), ("Dinas Pertanian".to_owned(), unit));
    }
}

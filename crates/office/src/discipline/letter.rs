//! What the letters of a case need, filled with names, posts and dates. What is still blank a letter
//! names itself.

use std::collections::HashMap;

use civil::{Month, PersonId};
use jiff::civil::Date;
use rules::{
    discipline::{
        Imposable,
        case::{CaseState, Procedure, Stage, Step, StepKind, SummonsNumber},
        letters::{
            DecisionLetter, LetterFacts, LetterPerson, MinutesLetter, ReportLetter, SummonsLetter,
        },
        working_days_between,
    },
    law::{Law, discipline::Capacity},
};
use serde::Serialize;
use storage::{people::PersonState, presence::People};

use super::{
    case_law::{KeptCase, KeptEntry, fold},
    event::SaidBy,
};
use crate::{Actor, Office, OfficeError, person::Named};

/// A letter of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum LetterKind {
    /// Surat panggilan I.
    #[serde(rename = "panggilan-1")]
    FirstSummons,
    /// Surat panggilan II.
    #[serde(rename = "panggilan-2")]
    SecondSummons,
    /// Berita acara pemeriksaan.
    #[serde(rename = "berita-acara-pemeriksaan")]
    Minutes,
    /// Laporan hasil pemeriksaan.
    #[serde(rename = "laporan-hasil-pemeriksaan")]
    Report,
    /// Keputusan hukuman disiplin.
    #[serde(rename = "keputusan-hukuman-disiplin")]
    Decision,
}

impl LetterKind {
    /// Every one, in the order of a case.
    pub const ALL: [Self; 5] =
        [Self::FirstSummons, Self::SecondSummons, Self::Minutes, Self::Report, Self::Decision];

    /// The name of its template, as [`LetterFacts::template`] gives it.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::FirstSummons => "panggilan-1",
            Self::SecondSummons => "panggilan-2",
            Self::Minutes => "berita-acara-pemeriksaan",
            Self::Report => "laporan-hasil-pemeriksaan",
            Self::Decision => "keputusan-hukuman-disiplin",
        }
    }

    /// The letter that a template's name names.
    #[must_use]
    pub fn from_template(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.template() == name)
    }

    /// The step that it belongs to.
    fn step(self) -> StepKind {
        match self {
            Self::FirstSummons => StepKind::SummonFirst,
            Self::SecondSummons => StepKind::SummonSecond,
            Self::Minutes => StepKind::Examine,
            Self::Report => StepKind::Find,
            Self::Decision => StepKind::Decide,
        }
    }
}

/// The letters whose step was recorded, and a draft of the decision once something is found.
pub(super) fn letters_of(kept: &KeptCase, stage: Stage) -> Vec<LetterKind> {
    let mut letters = LetterKind::ALL.to_vec();
    letters.retain(|letter| {
        let draft = match letter {
            LetterKind::Decision => stage == Stage::Found,
            // Before the finding a report would tell the reader that nothing was found.
            LetterKind::Report
            | LetterKind::FirstSummons
            | LetterKind::SecondSummons
            | LetterKind::Minutes => false,
        };
        draft || last(kept, letter.step()).is_some()
    });
    letters
}

/// The last entry of a kind: of two examinations the second counts.
fn last(kept: &KeptCase, kind: StepKind) -> Option<&KeptEntry> {
    kept.entries.iter().rev().find(|kept| kept.entry.event.step.kind() == kind)
}

impl Office {
    /// What a letter of a case needs, for who may see the case.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for a case that the actor may not see, and for a letter whose step
    /// has not come.
    pub async fn letter_facts(
        &self,
        actor: &Actor,
        case: i64,
        which: LetterKind,
    ) -> Result<LetterFacts, OfficeError> {
        let kept = self.seen_case(actor, case).await?;
        let names = self.case_people(&kept).await?;
        let facts = self.letters(&kept, &names, &[which]).await?.pop();
        let nothing = || OfficeError::not_found("letter of the case", which.template());
        facts.map(|(_, facts)| facts).ok_or_else(nothing)
    }

    /// What these letters of a case say, as far as their steps have come.
    pub(super) async fn letters(
        &self,
        kept: &KeptCase,
        names: &HashMap<PersonId, PersonState>,
        which: &[LetterKind],
    ) -> Result<Vec<(LetterKind, LetterFacts)>, OfficeError> {
        let people = People::These(names.keys().copied().collect());
        let details = self.store.details(&people).await?;
        let writing = Named { names, details: &details };
        let mut letters = Vec::new();
        for kind in which {
            let facts = self.written(kept, *kind, &writing)?;
            letters.extend(facts.map(|facts| (*kind, facts)));
        }
        Ok(letters)
    }

    fn written(
        &self,
        kept: &KeptCase,
        which: LetterKind,
        people: &Named<'_>,
    ) -> Result<Option<LetterFacts>, OfficeError> {
        let events = kept.events();
        let calendar = self.case_calendar(&events)?;
        let is_working = |day| calendar.is_working(day);
        let law = self.lawbook.law();
        let procedure = Procedure { law, is_working: &is_working, punished: &[] };
        let (file, _) = fold(&events, procedure);
        let state = file.state();
        if !letters_of(kept, state.stage).contains(&which) {
            return Ok(None);
        }
        let entry = last(kept, which.step());
        let on = entry.map_or(self.today(), |kept| kept.entry.event.on);
        let imposable = file.imposable(on).ok().flatten();
        let letter = Letter { kept, entry, on, law, state, imposable, people };
        let full =
            letter.said().ladder().and_then(|ladder| ladder.in_a_row.as_ref()).map(|r| r.days);
        let row = row_of(&state.absences, full, &is_working);
        Ok(match which {
            LetterKind::FirstSummons | LetterKind::SecondSummons => letter.summons(),
            LetterKind::Minutes => letter.minutes(),
            LetterKind::Report => Some(letter.report(row)),
            LetterKind::Decision => Some(letter.decision()),
        })
    }
}

/// A letter being written.
struct Letter<'a> {
    kept: &'a KeptCase,
    /// The entry of its step, if it was recorded.
    entry: Option<&'a KeptEntry>,
    on: Date,
    law: &'a Law,
    state: &'a CaseState,
    imposable: Option<Imposable<'a>>,
    people: &'a Named<'a>,
}

impl Letter<'_> {
    fn subject(&self) -> LetterPerson {
        self.people.person(Some(self.kept.person), self.on)
    }

    fn summons(&self) -> Option<LetterFacts> {
        let entry = &self.entry?.entry;
        let Step::Summoned { number, examination, letter } = &entry.event.step else { return None };
        let first = last(self.kept, StepKind::SummonFirst);
        let first = first.and_then(|kept| number_of(&kept.entry.event.step));
        Some(LetterFacts::Summons(SummonsLetter {
            number: letter.clone(),
            on: self.on,
            which: *number,
            person: self.subject(),
            examiner: self.people.person(entry.words.examiner, self.on),
            examination: *examination,
            time: entry.words.time?,
            place: entry.words.place.clone(),
            absences: self.state.absences.clone(),
            first_letter: first.filter(|_| *number == SummonsNumber::Second),
        }))
    }

    fn minutes(&self) -> Option<LetterFacts> {
        let entry = &self.entry?.entry;
        let Step::Examined { by, minutes } = &entry.event.step else { return None };
        let team = last(self.kept, StepKind::FormTeam);
        Some(LetterFacts::Minutes(MinutesLetter {
            number: minutes.clone(),
            on: self.on,
            person: self.subject(),
            examiners: by.iter().map(|one| self.people.person(Some(*one), self.on)).collect(),
            team_decree: team.and_then(|kept| number_of(&kept.entry.event.step)),
            absences: self.state.absences.clone(),
            exchanges: entry.words.exchanges.clone(),
        }))
    }

    fn report(&self, (in_a_row, full): (u32, Option<Date>)) -> LetterFacts {
        let (said, decided) = (self.said(), self.state.decision.as_ref());
        let examiner = last(self.kept, StepKind::Examine).and_then(examiner_of);
        let summoned = last(self.kept, StepKind::SummonFirst);
        let summoned = summoned.and_then(|kept| kept.entry.words.examiner);
        let year = self.state.absences.iter().max().map_or(self.on.year(), |day| day.year());
        let words = self.entry.map(|kept| &kept.entry.words);
        LetterFacts::Report(ReportLetter {
            number: words.map_or_else(String::new, |words| words.report.clone()),
            on: self.on,
            reporter: self.people.person(examiner.or(summoned), self.on),
            officer: self.people.person(decided.map(|decision| decision.by.person), self.on),
            person: self.subject(),
            year,
            absences: self.state.absences.clone(),
            in_a_row,
            proposed: self.state.breaches.iter().map(|code| said.sanction(code)).collect(),
            salary_stops: full.map(|day| Month::of(day).next().first()),
        })
    }

    fn decision(&self) -> LetterFacts {
        let (said, decided) = (self.said(), self.state.decision.as_ref());
        let imposed = decided.map(|decision| decision.sanction.as_str());
        let imposable = self.imposable.as_ref();
        let sanction = imposed.or(imposable.map(|one| one.code)).unwrap_or("");
        let waiting = imposable.and_then(|one| one.waiting.as_ref());
        let heaviest = waiting.map(|waiting| waiting.code).or(imposable.map(|one| one.code));
        let ladder = said.ladder();
        let article = ladder.and_then(|ladder| {
            let rung = ladder.rungs.iter().find(|rung| Some(rung.code.as_str()) == heaviest);
            let row = ladder.in_a_row.as_ref().filter(|row| Some(row.code.as_str()) == heaviest);
            rung.map(|rung| &rung.article).or(row.map(|row| &row.article)).cloned()
        });
        let basis = [StepKind::SummonFirst, StepKind::SummonSecond, StepKind::Examine];
        let examined = last(self.kept, StepKind::Examine).is_some();
        let basis = basis
            .into_iter()
            .filter(|kind| !examined || *kind == StepKind::Examine)
            .filter_map(|kind| number_of(&last(self.kept, kind)?.entry.event.step))
            .collect();
        LetterFacts::Decision(DecisionLetter {
            number: decided.map_or_else(String::new, |decision| decision.number.clone()),
            on: self.on,
            person: self.subject(),
            officer: self.people.person(decided.map(|decision| decision.by.person), self.on),
            capacity: decided.map_or(Capacity::Ppk, |decision| decision.by.capacity),
            level: decided.map_or_else(
                || imposable.map_or(rules::law::discipline::Level::Ringan, |one| one.level),
                |decision| decision.level,
            ),
            sanction: if sanction.is_empty() { String::new() } else { said.sanction(sanction) },
            months: decided
                .map_or_else(|| imposable.and_then(|one| one.months), |decision| decision.months),
            absences: self.state.absences.clone(),
            article: article.unwrap_or_default(),
            in_place_of: waiting.map(|waiting| waiting.sanction.to_owned()),
            basis,
        })
    }

    fn said(&self) -> SaidBy<'_> {
        SaidBy { law: self.law, state: self.state, names: self.people.names }
    }
}

/// The number of the letter, decree or minutes of a step, if it has one.
fn number_of(step: &Step) -> Option<String> {
    if let Step::Summoned { letter: number, .. }
    | Step::TeamFormed { decree: number, .. }
    | Step::Examined { minutes: number, .. } = step
    {
        Some(number.clone())
    } else {
        None
    }
}

fn examiner_of(kept: &KeptEntry) -> Option<PersonId> {
    let Step::Examined { by, .. } = &kept.entry.event.step else { return None };
    by.first().copied()
}

/// The longest row of working days among the days absent, and the day on which a row of `full` days
/// was full.
fn row_of(
    absences: &[Date],
    full: Option<u32>,
    is_working: &dyn Fn(Date) -> bool,
) -> (u32, Option<Date>) {
    let (mut longest, mut row, mut reached) = (0, 0, None);
    let mut before: Option<Date> = None;
    for day in absences {
        let follows =
            before.is_some_and(|before| working_days_between(before, *day, is_working) <= 1);
        row = if follows { row + 1 } else { 1 };
        if Some(row) == full && reached.is_none() {
            reached = Some(*day);
        }
        longest = longest.max(row);
        before = Some(*day);
    }
    (longest, reached)
}

//! What happened in a case, in the words of the law and with the names of people.

use std::collections::HashMap;

use civil::PersonId;
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use rules::{
    discipline::{
        case::{Answer, CaseFile, CaseState, Stage, Step, StepKind},
        officers_for,
    },
    law::{
        Law,
        discipline::{Capacity, LadderValue, Level, Post},
    },
};
use serde::Serialize;
use storage::people::PersonState;

use super::{
    PayConsequence, SanctionSaid, alert::sanctions, append::consequence, case_law::KeptEntry,
};

/// An event as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownEvent {
    /// The day of the act itself.
    pub on: Date,
    /// What happened.
    pub step: StepKind,
    /// What it says.
    pub facts: Vec<EventFact>,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// By whom: the person's name, else the account.
    pub by: String,
}

/// Something that an event says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fact", content = "value", rename_all = "kebab-case")]
pub enum EventFact {
    /// The post held.
    Post(Post),
    /// The sanction that the days reach, in the words of the act.
    Rung(String),
    /// The days absent.
    Days(Vec<Date>),
    /// Number of the letter, decree, minutes or decision.
    Number(String),
    /// The day of the examination.
    Examination(Date),
    /// Its time.
    Time(Time),
    /// Where.
    Place(String),
    /// Before whom.
    Examiner(String),
    /// Members of the team.
    Members(Vec<String>),
    /// Who examined.
    Examiners(Vec<String>),
    /// How many questions were asked.
    Questions(usize),
    /// Sanctions of the breaches found, in the words of the act.
    Breaches(Vec<String>),
    /// Number of the report.
    Report(String),
    /// The sanction imposed, in the words of the act.
    Sanction(String),
    /// Who decided.
    Officer(String),
    /// As what.
    Capacity(Capacity),
    /// What became of the objection: `upheld`, `changed`, `annulled`.
    Answer(&'static str),
    /// Why.
    Reason(String),
    /// Anything else.
    Note(String),
}

/// What events say, in the words of the law and with the names of people.
pub(super) struct SaidBy<'a> {
    pub(super) law: &'a Law,
    pub(super) state: &'a CaseState,
    pub(super) names: &'a HashMap<PersonId, PersonState>,
}

impl SaidBy<'_> {
    /// The ladder on the last day absent.
    pub(super) fn ladder(&self) -> Option<&LadderValue> {
        let last = self.state.absences.iter().max()?;
        let topic = self.law.ladders.get(&self.state.ladder)?;
        self.law.value_on(&topic.values, "ladder", *last, *last).ok()
    }

    pub(super) fn ladder_sanctions(&self) -> Vec<SanctionSaid> {
        self.ladder().map_or_else(Vec::new, sanctions)
    }

    /// A sanction in the words of the act: of the ladder, or in the place of one that waits.
    pub(super) fn sanction(&self, code: &str) -> String {
        let of_ladder = self.ladder_sanctions().into_iter().find(|one| one.code == code);
        let transitions = self.law.discipline.transitions.values();
        let replaced = || {
            let values = transitions.flat_map(|topic| topic.values.iter());
            let mut instead = values.flat_map(|value| value.replaces.iter());
            instead.find(|one| one.code == code).map(|one| one.sanction.clone())
        };
        of_ladder.map(|one| one.words).or_else(replaced).unwrap_or_else(|| code.to_owned())
    }

    pub(super) fn officers(&self, level: Option<Level>, today: Date) -> Vec<Capacity> {
        let (Some(level), Some(subject)) = (level, self.state.subject) else { return Vec::new() };
        let officers = officers_for(self.law, level, subject.post, today).unwrap_or_default();
        let mut officers: Vec<Capacity> =
            officers.into_iter().map(|(capacity, _)| capacity).collect();
        officers.dedup();
        officers
    }

    pub(super) fn pay(&self, file: &CaseFile<'_>, today: Date) -> Option<PayConsequence> {
        let decision = self.state.decision.as_ref()?;
        if self.state.stage == Stage::Rehabilitated {
            return self.state.effect.map(|_| PayConsequence::Withdrawn);
        }
        let date = self.state.effect.unwrap_or(today);
        Some(consequence(self.law, file, &decision.sanction, date))
    }

    fn name(&self, person: PersonId) -> String {
        self.names.get(&person).map_or_else(String::new, |state| state.name.clone())
    }

    fn names(&self, people: &[PersonId]) -> Vec<String> {
        people.iter().map(|person| self.name(*person)).collect()
    }

    pub(super) fn event(&self, kept: &KeptEntry) -> ShownEvent {
        let known = kept.recorder.and_then(|person| self.names.get(&person));
        ShownEvent {
            on: kept.entry.event.on,
            step: kept.entry.event.step.kind(),
            facts: self.facts(kept),
            recorded: kept.at,
            by: known.map_or_else(|| kept.actor.clone(), |state| state.name.clone()),
        }
    }

    fn facts(&self, kept: &KeptEntry) -> Vec<EventFact> {
        let words = &kept.entry.words;
        let mut facts = self.facts_of(&kept.entry.event.step);
        facts.extend(words.time.map(EventFact::Time));
        let text = |text: &str, fact: fn(String) -> EventFact| {
            (!text.is_empty()).then(|| fact(text.to_owned()))
        };
        facts.extend(text(&words.place, EventFact::Place));
        facts.extend(words.examiner.map(|person| EventFact::Examiner(self.name(person))));
        facts.extend(text(&words.report, EventFact::Report));
        let questions = words.exchanges.len();
        facts.extend((questions > 0).then_some(EventFact::Questions(questions)));
        facts.extend(text(&words.note, EventFact::Note));
        facts
    }

    fn facts_of(&self, step: &Step) -> Vec<EventFact> {
        use EventFact as Fact;
        match step {
            Step::Raised { subject, rung, absences, .. } => vec![
                Fact::Rung(self.sanction(rung)),
                Fact::Days(absences.clone()),
                Fact::Post(subject.post),
            ],
            Step::Summoned { examination, letter, .. } => {
                vec![Fact::Number(letter.clone()), Fact::Examination(*examination)]
            }
            Step::TeamFormed { members, decree } => {
                vec![Fact::Members(self.names(members)), Fact::Number(decree.clone())]
            }
            Step::Examined { by, minutes } => {
                vec![Fact::Examiners(self.names(by)), Fact::Number(minutes.clone())]
            }
            Step::Found { breaches } => {
                let words = breaches.iter().map(|code| self.sanction(code)).collect();
                vec![Fact::Breaches(words)]
            }
            Step::Decided { sanction, by, number } => vec![
                Fact::Sanction(self.sanction(sanction)),
                Fact::Officer(self.name(by.person)),
                Fact::Capacity(by.capacity),
                Fact::Number(number.clone()),
            ],
            Step::Objected { letter } => vec![Fact::Number(letter.clone())],
            Step::Answered { answer, number } => {
                let (code, sanction) = match answer {
                    Answer::Upheld => ("upheld", None),
                    Answer::Changed { sanction } => ("changed", Some(self.sanction(sanction))),
                    Answer::Annulled => ("annulled", None),
                };
                let mut facts = vec![Fact::Answer(code)];
                facts.extend(sanction.map(Fact::Sanction));
                facts.push(Fact::Number(number.clone()));
                facts
            }
            Step::Cancelled { by, reason } => {
                vec![Fact::Officer(self.name(*by)), Fact::Reason(reason.clone())]
            }
            Step::Rehabilitated { by, number, reason } => vec![
                Fact::Officer(self.name(*by)),
                Fact::Number(number.clone()),
                Fact::Reason(reason.clone()),
            ],
            Step::NotCome
            | Step::HandedOver
            | Step::NotThere
            | Step::Sent
            | Step::Received
            | Step::TookEffect
            | Step::Ended => Vec::new(),
        }
    }
}

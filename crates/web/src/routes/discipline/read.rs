//! What people typed into the form of a step, as an event.

use civil::{Nip, PersonId};
use jiff::civil::{Date, Time};
use office::discipline::{CaseEntry, EventWords};
use rules::{
    discipline::{
        case::{Answer, CaseEvent, Officer, Step, StepKind, SummonsNumber},
        letters::Exchange,
    },
    law::discipline::Capacity,
};
use words::Phrase;

use super::Typed;
use crate::{Site, forms, pages::FormError, site::Caller};

/// Reads the fields of one form and gathers what is wrong with them.
pub(super) struct Reading<'a> {
    site: &'a Site,
    caller: &'a Caller,
    /// The word of the step, which the ids of its fields begin with.
    step: &'a str,
    typed: &'a Typed,
    pub(super) errors: Vec<FormError>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(site: &'a Site, caller: &'a Caller, step: &'a str, typed: &'a Typed) -> Self {
        Self { site, caller, step, typed, errors: Vec::new() }
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.typed.get(name).map_or_else(String::new, |text| text.trim().to_owned())
    }

    pub(super) fn wrong(&mut self, name: &str, text: Phrase) {
        self.errors.push(FormError { field: format!("{}-{name}", self.step), text });
    }

    /// A day; of one that cannot be read a mistake and nothing.
    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        let date = forms::date(&self.text(name));
        if date.is_none() {
            self.wrong(name, Phrase::new("page-discipline-date-bad"));
        }
        date
    }

    fn time(&mut self, name: &str) -> Option<Time> {
        let text = self.text(name).replace('.', ":");
        let time = text.parse().ok().or_else(|| format!("0{text}").parse().ok());
        if time.is_none() {
            self.wrong(name, Phrase::new("page-discipline-time-bad"));
        }
        time
    }

    /// The people whose NIPs stand in a field, one a line.
    async fn people(&mut self, name: &str) -> Vec<PersonId> {
        let text = self.text(name);
        let mut people = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let nip: Option<Nip> = line.replace(' ', "").parse().ok();
            let shown = match nip {
                Some(nip) => self.site.office().show_person(self.caller.actor(), &nip).await.ok(),
                None => None,
            };
            let Some(shown) = shown else {
                self.wrong(name, Phrase::new("page-discipline-nip-unknown"));
                return Vec::new();
            };
            people.push(shown.person);
        }
        if people.is_empty() {
            self.wrong(name, Phrase::new("page-discipline-nip-missing"));
        }
        people
    }

    async fn person(&mut self, name: &str) -> Option<PersonId> {
        self.people(name).await.first().copied()
    }

    /// The event of the form; `None` with what is wrong.
    pub(super) async fn entry(&mut self, kind: StepKind) -> Option<CaseEntry> {
        let on = self.date("on");
        let mut words = EventWords { note: self.text("note"), ..EventWords::default() };
        let step = self.step_of(kind, &mut words).await;
        let (on, step) = on.zip(step)?;
        self.errors.is_empty().then_some(CaseEntry { event: CaseEvent { on, step }, words })
    }

    async fn step_of(&mut self, kind: StepKind, words: &mut EventWords) -> Option<Step> {
        Some(match kind {
            StepKind::SummonFirst => self.summons(SummonsNumber::First, words).await?,
            StepKind::SummonSecond => self.summons(SummonsNumber::Second, words).await?,
            StepKind::FormTeam => Step::TeamFormed {
                members: self.people("members").await,
                decree: self.text("decree"),
            },
            StepKind::Examine => {
                words.exchanges = exchanges(&self.text("exchanges"));
                Step::Examined { by: self.people("people").await, minutes: self.text("minutes") }
            }
            StepKind::Find => {
                words.report = self.text("report");
                let codes = self.typed.keys().filter_map(|name| name.strip_prefix("breaches-"));
                Step::Found { breaches: codes.map(str::to_owned).collect() }
            }
            StepKind::Decide => self.decision().await?,
            StepKind::Object => Step::Objected { letter: self.text("letter") },
            StepKind::Answer => self.answer()?,
            StepKind::Cancel => {
                let by = self.person("officer").await?;
                Step::Cancelled { by, reason: self.text("reason") }
            }
            StepKind::Rehabilitate => {
                let by = self.person("officer").await?;
                let (number, reason) = (self.text("number"), self.text("reason"));
                Step::Rehabilitated { by, number, reason }
            }
            StepKind::NotCome => Step::NotCome,
            StepKind::HandOver => Step::HandedOver,
            StepKind::NotThere => Step::NotThere,
            StepKind::Send => Step::Sent,
            StepKind::Receive => Step::Received,
            StepKind::TakeEffect => Step::TookEffect,
            StepKind::End => Step::Ended,
            StepKind::Raise => return None,
        })
    }

    async fn summons(&mut self, number: SummonsNumber, words: &mut EventWords) -> Option<Step> {
        let (examination, time) = (self.date("examination"), self.time("time"));
        words.time = time;
        words.place = self.text("place");
        words.examiner = self.person("examiner").await;
        Some(Step::Summoned { number, examination: examination?, letter: self.text("letter") })
    }

    async fn decision(&mut self) -> Option<Step> {
        let person = self.person("officer").await;
        let code = self.text("capacity");
        let capacity = Capacity::ALL.iter().copied().find(|one| one.code() == code);
        if capacity.is_none() {
            self.wrong("capacity", Phrase::new("page-discipline-capacity-missing"));
        }
        let (person, capacity) = person.zip(capacity)?;
        let by = Officer { person, capacity };
        Some(Step::Decided { sanction: self.text("sanction"), by, number: self.text("number") })
    }

    fn answer(&mut self) -> Option<Step> {
        let answer = match self.text("answer").as_str() {
            "upheld" => Answer::Upheld,
            "changed" => Answer::Changed { sanction: self.text("sanction") },
            "annulled" => Answer::Annulled,
            _ => {
                self.wrong("answer", Phrase::new("page-discipline-answer-missing"));
                return None;
            }
        };
        Some(Step::Answered { answer, number: self.text("number") })
    }
}

/// Questions with their answers, one a line, parted by the question mark.
fn exchanges(text: &str) -> Vec<Exchange> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| match line.split_once('?') {
            Some((question, answer)) => Exchange {
                question: format!("{}?", question.trim()),
                answer: answer.trim().to_owned(),
            },
            None => Exchange { question: line.to_owned(), answer: String::new() },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_ends_with_its_mark() {
        let read = exchanges(" Mengapa? Anak sakit.\n\nApakah memberi tahu?\nTidak ada lagi");
        let pairs: Vec<(&str, &str)> =
            read.iter().map(|one| (one.question.as_str(), one.answer.as_str())).collect();
        assert_eq!(
            pairs,
            [("Mengapa?", "Anak sakit."), ("Apakah memberi tahu?", ""), ("Tidak ada lagi", "")]
        );
    }
}

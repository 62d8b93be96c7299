//! One event more in a case: what the law lets, what it changes about pay, and who recorded it.

use civil::PersonId;
use jiff::civil::Date;
use rules::{
    discipline::{
        PayEffect,
        case::{Answer, CaseFile, CaseState, Procedure, Refusal, Stage, Step},
        occurrence_code, pay_effect,
    },
    law::Law,
};
use serde::Serialize;
use storage::{
    matters::{Effect, NewStep, StepDone},
    people::Occurrence,
};

use super::{
    CaseEntry, CaseError, CaseRefusal, DueStep,
    case_law::{KeptCase, fold, standing},
};
use crate::{Actor, Office, Permission, Scope};

/// An event that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseAppended {
    /// Where the case stands now.
    pub stage: Stage,
    /// What is due next.
    pub due: Option<DueStep>,
    /// What it changes about the Tpp, if it could.
    pub pay: Option<PayConsequence>,
}

/// What an event changes about the Tpp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "pay", rename_all = "kebab-case")]
pub enum PayConsequence {
    /// A rule of the regency charges the sanction from its day on.
    ByRegency {
        /// The day.
        from: Date,
        /// Act and article of the rule.
        source: String,
    },
    /// The cut waits for another act: nothing is cut.
    Waits,
    /// No rule charges the sanction: nothing is cut.
    NoRule,
    /// What was charged is taken back.
    Withdrawn,
}

impl PayConsequence {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ByRegency { .. } => "by-regency",
            Self::Waits => "waits",
            Self::NoRule => "no-rule",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// All words, for the test that each has its sentence.
    pub const CODES: [&str; 4] = ["by-regency", "waits", "no-rule", "withdrawn"];
}

impl Office {
    /// Appends an event to a case of which `seen` steps were seen. Of two at once the second is
    /// told that it was overtaken. A sanction that takes effect is charged to the Tpp only by a rule
    /// of the regency, never by one that waits; one that is taken back is charged no more.
    ///
    /// # Errors
    ///
    /// [`CaseRefusal`] says what to do; [`crate::OfficeError::NotFound`]; [`crate::OfficeError::Forbidden`].
    pub async fn append_case_event(
        &self,
        actor: &Actor,
        case: i64,
        seen: u32,
        entry: CaseEntry,
    ) -> Result<CaseAppended, CaseError> {
        let kept = self.kept_case(case).await?;
        actor.require(Permission::HandleDiscipline, Scope::Skpd(&kept.matter.opened.skpd))?;
        if actor.person() == Some(kept.person) {
            return Err(CaseRefusal::Oneself.into());
        }
        if kept.matter.steps != seen {
            return Err(CaseRefusal::Overtaken.into());
        }
        entry.check()?;
        if entry.words.examiner == Some(kept.person) {
            return Err(Refusal::ExaminerIsPerson.into());
        }
        if entry.event.on > self.today() {
            return Err(CaseRefusal::InFuture.into());
        }
        let state = self.states_today(vec![kept.person]).await?.remove(&kept.person);
        let nip = state.map_or_else(String::new, |state| state.nip.to_string());
        let (mut step, done) = self.case_step(actor, &kept, &entry)?;
        step.audit.subject = format!("{nip} case {case}");
        match self.store.append_steps(&[step]).await?.as_slice() {
            [StepDone::Appended] => Ok(done),
            _ => Err(CaseRefusal::Overtaken.into()),
        }
    }

    /// The step that an event is, and what came of it.
    fn case_step(
        &self,
        actor: &Actor,
        kept: &KeptCase,
        entry: &CaseEntry,
    ) -> Result<(NewStep, CaseAppended), CaseError> {
        let mut events = kept.events();
        let all: Vec<_> = events.iter().chain([&entry.event]).cloned().collect();
        let calendar = self.case_calendar(&all)?;
        let is_working = |day| calendar.is_working(day);
        let law = self.lawbook.law();
        // What was taken stays taken: other cases are looked at when one is opened.
        let procedure = Procedure { law, is_working: &is_working, punished: &[] };
        let (before, refused) = fold(&events, procedure);
        if let Some(refused) = refused {
            return Err(CaseRefusal::LawChanged { place: refused.place + 1 }.into());
        }
        let after = before.with(&entry.event)?;
        events.push(entry.event.clone());
        let (effects, pay) = consequences(law, (&before, &after), entry, kept.person);
        let kind = entry.event.step.kind();
        let due = after.due().map(|due| DueStep::of(&due, self.today()));
        let detail = format!("{kind} {}", entry.event.on);
        let step = NewStep {
            matter: kept.matter.id,
            seen: kept.matter.steps,
            verb: kind.code().to_owned(),
            person: actor.person(),
            data: entry.to_text(),
            standing: standing(&after),
            effects,
            audit: self.audit(actor, "discipline.append_event", String::new(), detail),
        };
        Ok((step, CaseAppended { stage: after.state().stage, due, pay }))
    }
}

/// What an event changes about the Tpp.
fn consequences(
    law: &Law,
    (before, after): (&CaseFile<'_>, &CaseFile<'_>),
    entry: &CaseEntry,
    person: PersonId,
) -> (Vec<Effect>, Option<PayConsequence>) {
    let ran = matches!(before.state().stage, Stage::InEffect | Stage::Ended);
    let step = &entry.event.step;
    let taken_back = matches!(
        step,
        Step::Rehabilitated { .. } | Step::Answered { answer: Answer::Annulled, .. }
    );
    if matches!(step, Step::TookEffect) {
        charged(law, after, person)
    } else if ran && matches!(step, Step::Answered { answer: Answer::Changed { .. }, .. }) {
        let (charge, pay) = charged(law, after, person);
        ([Effect::Withdraw].into_iter().chain(charge).collect(), pay)
    } else if ran && taken_back {
        (vec![Effect::Withdraw], Some(PayConsequence::Withdrawn))
    } else {
        (Vec::new(), None)
    }
}

/// The charge of a sanction that takes effect.
fn charged(
    law: &Law,
    file: &CaseFile<'_>,
    person: PersonId,
) -> (Vec<Effect>, Option<PayConsequence>) {
    let CaseState { decision: Some(decision), effect: Some(date), .. } = file.state() else {
        return (Vec::new(), None);
    };
    let pay = consequence(law, file, &decision.sanction, *date);
    let effects = match pay {
        PayConsequence::ByRegency { .. } => vec![Effect::Occurrence(Occurrence {
            person,
            date: *date,
            code: occurrence_code(&decision.sanction),
            amount: 1,
            reason: decision.number.clone(),
        })],
        PayConsequence::Waits | PayConsequence::NoRule | PayConsequence::Withdrawn => Vec::new(),
    };
    (effects, Some(pay))
}

/// What a sanction does to the Tpp from a day on. A sanction that stands in the place of a cut that
/// waits is said to wait, unless the regency has a rule for it itself.
pub(super) fn consequence(
    law: &Law,
    file: &CaseFile<'_>,
    sanction: &str,
    date: Date,
) -> PayConsequence {
    match pay_effect(law, sanction, date) {
        PayEffect::ByRegency(id) => {
            let article = &law.provisions.get(id).article;
            let source = format!("{}, {article}", law.provisions.cite(id));
            PayConsequence::ByRegency { from: date, source }
        }
        PayEffect::Waits(_) => PayConsequence::Waits,
        PayEffect::NoRule => {
            let imposable = file.imposable(date).ok().flatten();
            let waits = imposable.is_some_and(|one| one.code == sanction && one.waiting.is_some());
            if waits { PayConsequence::Waits } else { PayConsequence::NoRule }
        }
    }
}

//! One event more: what the law refuses, what it marks as late, what it leaves unsaid.

use jiff::civil::Date;

use super::{
    Procedure,
    due::{Known, end},
    event::{Answer, CaseEvent, Officer, Step, StepKind, Subject, SummonsNumber},
    refusal::Refusal,
    state::{CaseState, Decision, Late, Objection, Silent, Stage, Summons},
};
use crate::{
    discipline::{Imposable, may_impose, team_need, working_days_before},
    law::{
        NotInForce,
        discipline::{Level, Limit, TeamNeed, TimeLimits},
    },
};

type Accepted = Result<(), Refusal>;

/// The state after the event.
pub(super) fn accept(
    state: &CaseState,
    event: &CaseEvent,
    procedure: &Procedure<'_>,
) -> Result<CaseState, Refusal> {
    let step = event.step.kind();
    if !state.next().contains(&step) {
        return Err(if state.stage.is_over() {
            Refusal::CaseEnded { stage: state.stage }
        } else {
            Refusal::NotNow { stage: state.stage, step }
        });
    }
    if let Some(after) = state.last.filter(|last| event.on < *last) {
        return Err(Refusal::OutOfOrder { after });
    }
    let mut accepting = Accepting { state: state.clone(), on: event.on, procedure };
    accepting.take(&event.step)?;
    accepting.state.last = Some(event.on);
    Ok(accepting.state)
}

/// What may be imposed on `on` for the heaviest breach found.
pub(super) fn imposable<'l>(
    state: &CaseState,
    on: Date,
    procedure: &Procedure<'l>,
) -> Result<Imposable<'l>, Refusal> {
    let accepting = Accepting { state: state.clone(), on, procedure };
    accepting.heaviest()?.imposable(&accepting)
}

pub(super) struct Accepting<'a, 'l> {
    pub(super) state: CaseState,
    pub(super) on: Date,
    pub(super) procedure: &'a Procedure<'l>,
}

impl<'l> Accepting<'_, 'l> {
    fn take(&mut self, step: &Step) -> Accepted {
        match step {
            Step::Raised { subject, ladder, rung, absences } => {
                self.raise(*subject, ladder, rung, absences)?;
            }
            Step::Summoned { number, examination, letter: _ } => {
                self.summon(*number, *examination)?;
            }
            Step::TeamFormed { members, decree: _ } => {
                self.nobody_examines_oneself(members)?;
                self.state.team.clone_from(members);
                self.state.team_formed = Some(self.on);
            }
            Step::Examined { by, minutes: _ } => self.examine(by)?,
            Step::NotCome => {
                self.not_before_examination()?;
                let again = self.state.stage == Stage::SummonedAgain;
                self.state.stage = if again { Stage::SecondMissed } else { Stage::FirstMissed };
            }
            Step::Found { breaches } => self.find(breaches)?,
            Step::Decided { sanction, by, number } => self.decide(sanction, *by, number)?,
            Step::HandedOver => {
                self.hand_over(StepKind::HandOver);
                self.receive();
            }
            Step::NotThere => {
                self.hand_over(StepKind::NotThere);
                self.state.stage = Stage::NotThere;
            }
            Step::Sent => {
                let from = self.state.last.unwrap_or(self.on);
                self.within(StepKind::Send, Silent::Sending, from, |l| l.sending.as_ref());
                self.state.stage = Stage::Sent;
            }
            Step::Received => self.receive(),
            Step::Objected { letter: _ } => self.object()?,
            Step::Answered { answer, number } => self.answer(answer, number)?,
            Step::TookEffect => self.take_effect()?,
            Step::Ended => {
                if let Some(earliest) = end(&self.state).filter(|end| self.on < *end) {
                    return Err(Refusal::TooEarly { earliest });
                }
                self.state.stage = Stage::Ended;
            }
            Step::Cancelled { by, reason: _ } => {
                self.not_by_oneself(*by)?;
                self.state.stage = Stage::Cancelled;
            }
            Step::Rehabilitated { by, number: _, reason: _ } => {
                self.not_by_oneself(*by)?;
                self.state.stage = Stage::Rehabilitated;
            }
        }
        Ok(())
    }

    fn raise(&mut self, subject: Subject, ladder: &str, rung: &str, absences: &[Date]) -> Accepted {
        let all_in =
            |punished: &super::Punished| absences.iter().all(|day| punished.absences.contains(day));
        if absences.is_empty() {
            return Err(Refusal::NoAbsence);
        }
        if let Some(after) = absences.iter().max().filter(|day| self.on < **day) {
            return Err(Refusal::OutOfOrder { after: *after });
        }
        if self.procedure.punished.iter().any(all_in) {
            return Err(Refusal::AlreadyPunished);
        }
        self.state.absences = absences.to_vec();
        ladder.clone_into(&mut self.state.ladder);
        rung.clone_into(&mut self.state.rung);
        self.state.suspected = Some(self.sanction(rung)?.level());
        self.state.subject = Some(subject);
        self.state.stage = Stage::Raised;
        Ok(())
    }

    fn summon(&mut self, number: SummonsNumber, examination: Date) -> Accepted {
        if examination <= self.on {
            return Err(Refusal::ExaminationNotAfterSummons);
        }
        self.state.stage = match number {
            SummonsNumber::First => {
                self.long_enough(examination)?;
                Stage::Summoned
            }
            SummonsNumber::Second => {
                let from = self.state.summons.map_or(self.on, |first| first.examination);
                let choose = |l: &'l TimeLimits| l.second_summons.as_ref();
                self.within(StepKind::SummonSecond, Silent::SecondSummons, from, choose);
                Stage::SummonedAgain
            }
        };
        self.state.summons = Some(Summons { number, examination });
        Ok(())
    }

    /// Whether there are enough working days before the examination.
    fn long_enough(&mut self, examination: Date) -> Accepted {
        let Some(known) = Known::on(self.on, self.procedure, |l| l.summons.as_ref()) else {
            self.unsaid(Silent::Summons);
            return Ok(());
        };
        let is_working = self.procedure.is_working;
        let latest = working_days_before(examination, known.limit.days, is_working);
        if latest.is_none_or(|latest| latest < self.on) {
            let earliest = known.after(self.on, self.procedure).unwrap_or(examination);
            return Err(Refusal::SummonsTooShort { earliest });
        }
        Ok(())
    }

    fn examine(&mut self, by: &[civil::PersonId]) -> Accepted {
        self.not_before_examination()?;
        self.nobody_examines_oneself(by)?;
        if let Some(level) = self.state.suspected {
            self.team_if_needed(level)?;
        }
        let team = &self.state.team;
        if !team.is_empty() && by.iter().any(|one| !team.contains(one)) {
            return Err(Refusal::ExaminerOutsideTeam);
        }
        self.state.examined = Some(self.on);
        self.state.stage = Stage::Examined;
        Ok(())
    }

    fn find(&mut self, breaches: &[String]) -> Accepted {
        for code in breaches {
            let level = self.sanction(code)?.level();
            self.team_if_needed(level)?;
        }
        self.state.breaches = breaches.to_vec();
        self.state.stage = if breaches.is_empty() { Stage::NothingProven } else { Stage::Found };
        Ok(())
    }

    fn decide(&mut self, sanction: &str, by: Officer, number: &str) -> Accepted {
        let Some(subject) = self.state.subject else { return Ok(()) };
        if by.person == subject.person {
            return Err(Refusal::DecidesOnOneself);
        }
        let heaviest = self.heaviest()?;
        let imposable = heaviest.imposable(self)?;
        if sanction != imposable.code {
            return Err(self.not_imposable(sanction, &imposable));
        }
        let post = subject.post;
        let authority =
            match may_impose(self.procedure.law, by.capacity, (imposable.level, post), self.on) {
                Ok(Some(authority)) => Some(authority),
                Ok(None) => return Err(Refusal::OfficerNotAuthorised),
                Err(NotInForce { .. }) => {
                    self.unsaid(Silent::Authority);
                    None
                }
            };
        self.state.decision = Some(Decision {
            sanction: sanction.to_owned(),
            level: imposable.level,
            months: imposable.months,
            by,
            number: number.to_owned(),
            on: self.on,
            authority,
        });
        self.state.stage = Stage::Decided;
        Ok(())
    }

    fn not_imposable(&self, sanction: &str, imposable: &Imposable<'_>) -> Refusal {
        let expected = imposable.code.to_owned();
        let waits = imposable.waiting.as_ref().is_some_and(|waiting| waiting.code == sanction);
        if waits {
            Refusal::CutWaits { instead: expected }
        } else if self.is_of_a_breach(sanction) {
            Refusal::NotTheHeaviest { heaviest: expected }
        } else {
            Refusal::SanctionNotFound { expected }
        }
    }

    fn hand_over(&mut self, step: StepKind) {
        let from = self.state.decision.as_ref().map_or(self.on, |decision| decision.on);
        self.within(step, Silent::Handover, from, |l| l.handover.as_ref());
    }

    fn receive(&mut self) {
        self.state.received = Some(self.on);
        let known = Known::on(self.on, self.procedure, |l| l.effect.as_ref());
        self.state.effect = known.and_then(|known| known.after(self.on, self.procedure));
        if self.state.effect.is_none() {
            self.unsaid(Silent::Effect);
        }
        self.state.stage = Stage::Received;
    }

    fn object(&mut self) -> Accepted {
        if self.state.objection == Objection::Open {
            return Err(Refusal::ObjectionOpen);
        }
        let from = self.state.received.unwrap_or(self.on);
        self.within(StepKind::Object, Silent::Objection, from, |l| l.objection.as_ref());
        self.state.objection = Objection::Open;
        Ok(())
    }

    fn answer(&mut self, answer: &Answer, number: &str) -> Accepted {
        if self.state.objection != Objection::Open {
            return Err(Refusal::NoOpenObjection);
        }
        match answer {
            Answer::Upheld => {}
            Answer::Annulled => self.state.stage = Stage::Rehabilitated,
            Answer::Changed { sanction } => {
                let (level, months) = self.changed(sanction)?;
                if let Some(decision) = &mut self.state.decision {
                    sanction.clone_into(&mut decision.sanction);
                    number.clone_into(&mut decision.number);
                    (decision.level, decision.months) = (level, months);
                }
            }
        }
        self.state.objection = Objection::Answered;
        Ok(())
    }

    fn take_effect(&mut self) -> Accepted {
        match self.state.effect {
            Some(effect) if self.on < effect => {
                return Err(Refusal::TooEarly { earliest: effect });
            }
            Some(_) => {}
            None => self.state.effect = Some(self.on),
        }
        self.state.stage = Stage::InEffect;
        Ok(())
    }

    fn not_before_examination(&self) -> Accepted {
        match self.state.summons {
            Some(summons) if self.on < summons.examination => {
                Err(Refusal::BeforeExamination { summoned: summons.examination })
            }
            Some(_) | None => Ok(()),
        }
    }

    fn nobody_examines_oneself(&self, by: &[civil::PersonId]) -> Accepted {
        if by.is_empty() {
            return Err(Refusal::NobodyExamines);
        }
        let person = self.state.subject.map(|subject| subject.person);
        if by.iter().any(|one| Some(*one) == person) {
            return Err(Refusal::ExaminerIsPerson);
        }
        Ok(())
    }

    fn not_by_oneself(&self, by: civil::PersonId) -> Accepted {
        match self.state.subject {
            Some(subject) if subject.person == by => Err(Refusal::DecidesOnOneself),
            Some(_) | None => Ok(()),
        }
    }

    /// Where a team must examine, it was formed before the examination.
    fn team_if_needed(&mut self, level: Level) -> Accepted {
        let formed = match (self.state.team_formed, self.state.examined) {
            (Some(formed), Some(examined)) => formed <= examined,
            (Some(_), None) => true,
            (None, _) => false,
        };
        match team_need(self.procedure.law, level, self.on) {
            Ok((TeamNeed::Mandatory, _)) if !formed => Err(Refusal::TeamMissing),
            Ok((TeamNeed::Mandatory | TeamNeed::Optional | TeamNeed::None, _)) => Ok(()),
            Err(NotInForce { .. }) => {
                self.unsaid(Silent::Team);
                Ok(())
            }
        }
    }

    /// Marks a step that comes after its last day, or that the law gives none.
    fn within(
        &mut self,
        step: StepKind,
        silent: Silent,
        from: Date,
        choose: fn(&'l TimeLimits) -> Option<&'l Limit>,
    ) {
        let known = Known::on(from, self.procedure, choose);
        match known.and_then(|known| known.after(from, self.procedure)) {
            Some(due) if due < self.on => self.state.late.push(Late { step, due, on: self.on }),
            Some(_) => {}
            None => self.unsaid(silent),
        }
    }

    fn unsaid(&mut self, silent: Silent) {
        if !self.state.silent.contains(&silent) {
            self.state.silent.push(silent);
        }
    }
}

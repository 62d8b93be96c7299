//! Deciding: one matter or many, each whole, with the reason.

use std::collections::HashMap;

use civil::{PersonId, Wall};
use jiff::civil::Date;
use storage::{
    matters::{Desk, Effect, Matter, MatterKind, NewStep, Standing, StepDone},
    people::PersonState,
    presence::NewExcuse,
};

use super::{Asked, Link, Mistake, OutageRow, list::ASKED};
use crate::{
    Actor, Forbidden, Office, OfficeError, Permission, leave::NotedFinding, presence::swap_effects,
};

/// Most matters decided at once.
const AT_ONCE_MAX: usize = 200;

/// Most letters of a reason.
pub const REASON_CHARS_MAX: usize = 500;

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Yes; if others are asked after this desk, on to them.
    Grant,
    /// No, with a reason.
    Refuse,
}

impl Verdict {
    /// The verdict that a word names.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "grant" => Some(Self::Grant),
            "refuse" => Some(Self::Refuse),
            _ => None,
        }
    }
}

/// A decision on a matter as it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which matter.
    pub matter: i64,
    /// How many steps it had when it was looked at.
    pub seen: u32,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Granted; it holds.
    Granted,
    /// Granted here, and on its way to the next desk.
    Forwarded(String),
    /// Refused.
    Refused,
    /// Somebody decided it meanwhile, or took it back.
    Overtaken,
    /// It does not wait on a desk of the actor's.
    NotYours,
    /// It is about the actor; nobody decides on himself.
    Oneself,
    /// Something came between since it was asked for, and it cannot be granted like this.
    Hindered(Vec<NotedFinding>),
    /// There is no such matter.
    Unknown,
}

/// A matter and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which matter.
    pub matter: i64,
    /// What became of it.
    pub outcome: Outcome,
    /// Whose it is and its first day, where the actor is or was asked about it.
    pub about: Option<(String, Date)>,
}

impl Office {
    /// Decides matters that wait on the actor's desks, each whole or not at all. One that cannot be
    /// decided says why and hinders no other.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] for whoever may not decide anything; [`OfficeError::Mistake`] if
    /// a refusal or a decision on several is without its reason, or they are too many.
    pub async fn decide(
        &self,
        actor: &Actor,
        decisions: &[Decision],
        verdict: Verdict,
        reason: &str,
    ) -> Result<Vec<Decided>, OfficeError> {
        if !actor.may_somewhere(Permission::Decide) {
            let actor = actor.name().to_owned();
            return Err(Forbidden { actor, permission: Permission::Decide }.into());
        }
        let reason = reason.trim();
        check_reason(decisions.len(), verdict, reason)?;
        let posts = self.posts().await?;
        let desks = self.desks_of(actor, &posts);
        let mut outcomes: HashMap<i64, Outcome> = HashMap::new();
        let mut steps = Vec::new();
        let mut about: HashMap<i64, (PersonId, Date)> = HashMap::new();
        let mut matters = Vec::with_capacity(decisions.len());
        for Decision { matter, .. } in decisions {
            let matter = self.store.matter(*matter).await?;
            // Others are not decided in this way.
            matters.push(matter.filter(|matter| ASKED.contains(&matter.opened.kind)));
        }
        let people = matters.iter().flatten().filter_map(|matter| matter.opened.person);
        let states = self.states_today(people.collect()).await?;
        for (Decision { matter: id, seen }, matter) in decisions.iter().zip(matters) {
            if outcomes.contains_key(id) {
                continue;
            }
            if let Some(matter) = &matter
                && let Some(person) = matter.opened.person
                && was_asked(matter, &desks)?
            {
                about.insert(*id, (person, matter.opened.from));
            }
            let outcome = match matter {
                None => Outcome::Unknown,
                Some(matter) if matter.opened.standing.desk.is_none() || matter.steps != *seen => {
                    Outcome::Overtaken
                }
                Some(matter) if is_ones_own(&matter, actor) => Outcome::Oneself,
                Some(matter) if !waits_on(&matter, &desks) => Outcome::NotYours,
                Some(matter) => {
                    let asked = Asked::of(&matter)?;
                    match self.came_between(&matter, &asked, verdict).await? {
                        findings if !findings.is_empty() => Outcome::Hindered(findings),
                        _ => {
                            let whose = matter.opened.person.and_then(|who| states.get(&who));
                            let subject = subject(&matter, whose);
                            let looked_at = (&matter, &asked, subject);
                            let (step, outcome) = self.step(actor, looked_at, verdict, reason);
                            steps.push(step);
                            outcome
                        }
                    }
                }
            };
            outcomes.insert(*id, outcome);
        }
        let done = self.store.append_steps(&steps).await?;
        self.inboxes.forget();
        for (step, done) in steps.iter().zip(done) {
            if done == StepDone::Overtaken {
                outcomes.insert(step.matter, Outcome::Overtaken);
            }
        }
        let told = decisions.iter().filter_map(|Decision { matter, .. }| {
            let outcome = outcomes.remove(matter)?;
            let about = about.get(matter).and_then(|(person, date)| {
                states.get(person).map(|state| (state.name.clone(), *date))
            });
            Some(Decided { matter: *matter, outcome, about })
        });
        Ok(told.collect())
    }

    /// What came between since a matter was asked for, if it is to be granted.
    async fn came_between(
        &self,
        matter: &Matter,
        asked: &Asked,
        verdict: Verdict,
    ) -> Result<Vec<NotedFinding>, OfficeError> {
        match (asked, verdict) {
            (Asked::Leave(asked), Verdict::Grant) => self.recheck_leave(matter, asked).await,
            (Asked::Swap(asked), Verdict::Grant) => self.recheck_swap(matter, asked).await,
            (Asked::Leave(_) | Asked::Swap(_), Verdict::Refuse)
            | (Asked::Correction(_) | Asked::Outage(_), Verdict::Grant | Verdict::Refuse) => {
                Ok(Vec::new())
            }
        }
    }

    /// The step that a verdict is on a matter, and what becomes of it by that.
    fn step(
        &self,
        actor: &Actor,
        (matter, asked, subject): (&Matter, &Asked, String),
        verdict: Verdict,
        reason: &str,
    ) -> (NewStep, Outcome) {
        let settled = |stage: &str| Standing { stage: stage.to_owned(), desk: None, due: None };
        let next = match verdict {
            Verdict::Grant => next_link(asked.chain(), matter.opened.standing.desk.as_ref()),
            Verdict::Refuse => None,
        };
        let (verb, standing, effects, outcome) = match (verdict, next) {
            (Verdict::Refuse, _) => ("refused", settled("refused"), Vec::new(), Outcome::Refused),
            (Verdict::Grant, Some(Link { desk, days })) => {
                let due = days.map(|days| self.office_days_after(self.today(), days));
                let to = Some(Desk::named(desk));
                let standing = Standing { stage: "forwarded".to_owned(), desk: to, due };
                ("forwarded", standing, Vec::new(), Outcome::Forwarded(desk.clone()))
            }
            (Verdict::Grant, None) => {
                ("granted", settled("granted"), effects(matter, asked), Outcome::Granted)
            }
        };
        let detail = format!("{verb} {reason}");
        (
            NewStep {
                matter: matter.id,
                seen: matter.steps,
                verb: verb.to_owned(),
                person: actor.person(),
                data: reason.to_owned(),
                standing,
                effects,
                audit: self.audit(actor, "matter.decide", subject, detail.trim()),
            },
            outcome,
        )
    }

    /// Takes back what one asked for oneself: before it is decided it is simply over, afterwards
    /// what it changed is undone.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`] for anybody else's;
    /// [`OfficeError::Mistake`] if it is over already or was decided meanwhile.
    pub async fn take_back(&self, actor: &Actor, id: i64, reason: &str) -> Result<(), OfficeError> {
        let matter = self.own_matter(actor, id).await?;
        if matches!(matter.opened.standing.stage.as_str(), "taken-back" | "refused") {
            return Err(Mistake::Over.into());
        }
        if matter.opened.kind == MatterKind::Swap && matter.opened.standing.stage == "granted" {
            return Err(Mistake::TurnsExchanged.into());
        }
        let standing = Standing { stage: "taken-back".to_owned(), desk: None, due: None };
        self.own_step(actor, &matter, ("taken-back", reason), standing, vec![Effect::Withdraw])
            .await
    }

    /// Puts a refused request before the personnel office, once.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`]; [`OfficeError::Forbidden`] for anybody else's;
    /// [`OfficeError::Mistake`] if it was not refused, the personnel office refused it, or the
    /// reason is missing.
    pub async fn appeal(&self, actor: &Actor, id: i64, reason: &str) -> Result<(), OfficeError> {
        let matter = self.own_matter(actor, id).await?;
        if matter.opened.kind == MatterKind::Swap {
            return Err(Mistake::NoAppealOfSwap.into());
        }
        let steps = self.store.steps(id).await?;
        if matter.opened.standing.stage != "refused" {
            return Err(Mistake::NotRefused.into());
        }
        if steps.iter().any(|step| step.verb == "appealed") {
            return Err(Mistake::AppealedBefore.into());
        }
        if reason.trim().is_empty() {
            return Err(Mistake::AppealWithoutReason.into());
        }
        let standing =
            Standing { stage: "appealed".to_owned(), desk: Some(Desk::bkpsdm()), due: None };
        self.own_step(actor, &matter, ("appealed", reason), standing, Vec::new()).await
    }

    async fn own_matter(&self, actor: &Actor, id: i64) -> Result<Matter, OfficeError> {
        let matter = self.store.matter(id).await?;
        let matter = matter.ok_or_else(|| OfficeError::not_found("request", id.to_string()))?;
        if !is_ones_own(&matter, actor) {
            let actor = actor.name().to_owned();
            return Err(Forbidden { actor, permission: Permission::Ask }.into());
        }
        Ok(matter)
    }

    async fn own_step(
        &self,
        actor: &Actor,
        matter: &Matter,
        (verb, reason): (&'static str, &str),
        standing: Standing,
        effects: Vec<Effect>,
    ) -> Result<(), OfficeError> {
        check_length(reason)?;
        let states = self.states_today(matter.opened.person.into_iter().collect()).await?;
        let subject = subject(matter, states.values().next());
        let step = NewStep {
            matter: matter.id,
            seen: matter.steps,
            verb: verb.to_owned(),
            person: actor.person(),
            data: reason.trim().to_owned(),
            standing,
            effects,
            audit: self.audit(actor, "matter.ask_again", subject, format!("{verb} {reason}")),
        };
        let done = self.store.append_steps(&[step]).await?;
        self.inboxes.forget();
        match done.as_slice() {
            [StepDone::Appended] => Ok(()),
            _ => Err(Mistake::DecidedMeanwhile.into()),
        }
    }
}

/// What the audit log calls a matter: its kind and number, and the Nip of whom it is about, so that
/// whoever looks for a person finds what was decided about that person.
fn subject(matter: &Matter, whose: Option<&PersonState>) -> String {
    let named = format!("{} {}", matter.opened.kind.code(), matter.id);
    match whose {
        Some(state) => format!("{named} {}", state.nip),
        None => named,
    }
}

/// Whether a matter is about the actor, or of a whole unit and opened by the actor.
pub(super) fn is_ones_own(matter: &Matter, actor: &Actor) -> bool {
    match matter.opened.person {
        Some(person) => actor.person() == Some(person),
        None => matter.by == actor.name(),
    }
}

/// Whether a matter waits on one of the desks.
pub(super) fn waits_on(matter: &Matter, desks: &[Desk]) -> bool {
    matter.opened.standing.desk.as_ref().is_some_and(|desk| desks.contains(desk))
}

/// Whether one of the desks is asked about a matter, or was in its turn.
fn was_asked(matter: &Matter, desks: &[Desk]) -> Result<bool, storage::StoreError> {
    let ours = |link: &Link| desks.iter().any(|desk| desk.as_str() == link.desk);
    Ok(waits_on(matter, desks) || Asked::of(matter)?.chain().iter().any(ours))
}

/// Who is asked after a desk. After a desk that is not of the chain, as after an appeal, nobody is.
fn next_link<'c>(chain: &'c [Link], desk: Option<&Desk>) -> Option<&'c Link> {
    let place = chain.iter().position(|link| Some(link.desk.as_str()) == desk.map(Desk::as_str))?;
    chain.get(place + 1)
}

/// What a granted matter changes about days.
pub(super) fn effects(matter: &Matter, asked: &Asked) -> Vec<Effect> {
    match (asked, matter.opened.person) {
        (Asked::Correction(asked), Some(person)) => {
            asked.readings().map(|at| Effect::Reading { person, at }).collect()
        }
        (Asked::Outage(asked), _) => {
            let times = |row: &OutageRow| {
                let person = row.person;
                let reading = move |time| Effect::Reading { person, at: Wall::of(time) };
                row.times.clone().into_iter().map(reading)
            };
            asked.list.iter().flat_map(times).collect()
        }
        // Nobody is excused without being named.
        (Asked::Swap(asked), Some(person)) => swap_effects(person, asked),
        (Asked::Correction(_) | Asked::Leave(_) | Asked::Swap(_), None) => Vec::new(),
        (Asked::Leave(asked), Some(person)) => vec![Effect::Excuse(NewExcuse {
            person,
            kind: asked.counts_as.clone(),
            from: asked.from,
            until: asked.until,
            minutes: asked.minutes,
            reason: asked.reason.clone(),
        })],
    }
}

fn check_reason(count: usize, verdict: Verdict, reason: &str) -> Result<(), Mistake> {
    if count > AT_ONCE_MAX {
        return Err(Mistake::TooManyDecisions { count, most: AT_ONCE_MAX });
    }
    if reason.is_empty() && verdict == Verdict::Refuse {
        return Err(Mistake::RefusalWithoutReason);
    }
    if reason.is_empty() && count > 1 {
        return Err(Mistake::SeveralWithoutReason);
    }
    check_length(reason)
}

fn check_length(reason: &str) -> Result<(), Mistake> {
    if reason.chars().count() > REASON_CHARS_MAX {
        return Err(Mistake::ReasonTooLong(REASON_CHARS_MAX));
    }
    Ok(())
}

//! Finding what became so for readers in a span of time, for one or for many at once.

use std::collections::{BTreeSet, HashMap};

use civil::{Month, PersonId, Skpd, Wall};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use storage::{
    access::Account,
    matters::{Desk, Matter, MatterFilter, MatterKind, Step, Waiting, Whose},
    presence::People,
    results::{ResultFilter, ResultPeople},
};

use super::{Message, Seen, Subordinate, Told, told::OnDesk};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    allowance::{closing::REOPENED, read_month},
    discipline::NearRung,
    matter::Posts,
    terminal::{ListedTerminal, SILENT_AFTER, TerminalHealth},
};

/// Months back from the present within which closings are told; a supplement to an older month is
/// seen where months are closed.
const CLOSINGS_MONTHS_BACK: u8 = 13;

/// Who reads, and about which span of time: after the first instant and up to the second.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) account: Account,
    pub(super) after: Timestamp,
    pub(super) until: Timestamp,
}

/// What is read once for all readers.
struct Known {
    posts: Posts,
    waiting: Vec<Matter>,
    own: HashMap<PersonId, Vec<Matter>>,
    steps: HashMap<i64, Vec<Step>>,
    wrong_days: HashMap<PersonId, Vec<(Date, rules::day::Verdict)>>,
    closings: HashMap<Skpd, Vec<Matter>>,
    silent: Vec<ListedTerminal>,
    near: Vec<NearRung>,
}

impl Office {
    /// What there is to tell each reader, in the order of the readers, each list by time.
    pub(super) async fn find_messages(
        &self,
        readings: &[Reading],
    ) -> Result<Vec<Vec<Message>>, OfficeError> {
        let known = self.read_known(readings).await?;
        let found = readings.iter().map(|reading| {
            let actor = Actor::account(&reading.account);
            let mut messages = Vec::new();
            self.on_desks(&known, &actor, &mut messages);
            about_own(&known, &actor, &mut messages);
            self.wrong_days(&known, &actor, &mut messages);
            self.months(&known, &actor, reading, &mut messages);
            self.silent_in_hours(&known, &actor, &mut messages);
            self.near(&known, &actor, &mut messages);
            messages.retain(|message| reading.after < message.at && message.at <= reading.until);
            messages.sort_by_key(|message| message.at);
            messages
        });
        Ok(found.collect())
    }

    async fn read_known(&self, readings: &[Reading]) -> Result<Known, OfficeError> {
        let first = readings.iter().map(|reading| reading.after).min().unwrap_or(self.now());
        let last = readings.iter().map(|reading| reading.until).max().unwrap_or(self.now());
        let posts = self.posts().await?;
        let actors: Vec<Actor> =
            readings.iter().map(|reading| Actor::account(&reading.account)).collect();
        let desks: BTreeSet<Desk> =
            actors.iter().flat_map(|actor| self.desks_of(actor, &posts)).collect();
        let people: Vec<PersonId> = readings
            .iter()
            .filter_map(|reading| reading.account.person)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        // Nobody's own desk decides about others.
        let own = |desk: &Desk| people.iter().any(|person| Desk::person(*person) == *desk);
        let headed: BTreeSet<Desk> = desks.iter().filter(|desk| !own(desk)).cloned().collect();
        let on_desks = MatterFilter {
            waiting: Waiting::Yes,
            ..MatterFilter::of(Whose::On(desks.into_iter().collect()))
        };
        let waiting = self.store.matters(&on_desks).await?;
        let mut own: HashMap<PersonId, Vec<Matter>> = HashMap::new();
        if !people.is_empty() {
            let of = MatterFilter::of(Whose::Of(people.clone()));
            for matter in self.store.matters(&of).await? {
                if let Some(person) = matter.opened.person {
                    own.entry(person).or_default().push(matter);
                }
            }
        }
        let mut steps: HashMap<i64, Vec<Step>> = HashMap::new();
        for (matter, step) in self.store.steps_between(first, last).await? {
            steps.entry(matter).or_default().push(step);
        }
        let mut closings = HashMap::new();
        let skpds: BTreeSet<&Skpd> = actors.iter().filter_map(closes_months_of).collect();
        for skpd in skpds {
            closings.insert(skpd.clone(), self.closings_told(skpd).await?);
        }
        let mut silent = Vec::new();
        if actors.iter().any(|actor| watches_terminals_of(actor).is_some()) {
            silent = self.fleet().await?;
            silent.retain(|listed| listed.health == TerminalHealth::Silent);
        }
        let wrong_days = self.read_days(&people, first, last).await?;
        let near = self.near_rungs(&people, (&headed, &posts)).await?;
        Ok(Known { posts, waiting, own, steps, wrong_days, closings, silent, near })
    }

    /// The days of people that look wrong, of the months that a span of time touches.
    async fn read_days(
        &self,
        people: &[PersonId],
        first: Timestamp,
        last: Timestamp,
    ) -> Result<HashMap<PersonId, Vec<(Date, rules::day::Verdict)>>, OfficeError> {
        let mut wrong: HashMap<PersonId, Vec<_>> = HashMap::new();
        if people.is_empty() {
            return Ok(wrong);
        }
        // A day is told once it is over: what is told of a first of a month is about the one before.
        let day_of = |at| Wall::at(at, self.zone).date();
        let from = Month::of(day_of(first).saturating_sub(jiff::Span::new().days(1)));
        let until = Month::of(day_of(last).saturating_sub(jiff::Span::new().days(1)));
        let months = std::iter::successors(Some(from), |month| month.checked_next());
        for month in months.take_while(|month| *month <= until) {
            self.refresh(month, &People::These(people.to_vec())).await?;
            let whose = ResultPeople::These(people.to_vec());
            for result in self.store.months(&ResultFilter { month, people: whose }).await? {
                if result.problems == 0 {
                    continue;
                }
                let (days, _) = read_month(&result)?;
                let days = days.into_iter().filter(|day| day.verdict.is_problem());
                let days = days.map(|day| (day.date, day.verdict));
                wrong.entry(result.person).or_default().extend(days);
            }
        }
        Ok(wrong)
    }

    async fn closings_told(&self, skpd: &Skpd) -> Result<Vec<Matter>, OfficeError> {
        let back = jiff::Span::new().months(CLOSINGS_MONTHS_BACK);
        let oldest = self.today().saturating_sub(back);
        let filter = MatterFilter {
            kinds: vec![MatterKind::Closing],
            between: Some((oldest, self.today())),
            ..MatterFilter::of(Whose::In(skpd.clone()))
        };
        Ok(self.store.matters(&filter).await?)
    }

    fn midnight(&self, date: Date) -> Timestamp {
        Wall::of(date.to_datetime(Time::midnight())).instant(self.zone)
    }

    /// What came to the reader's desks, and what has waited there to its day.
    fn on_desks(&self, known: &Known, actor: &Actor, messages: &mut Vec<Message>) {
        let desks = self.desks_of(actor, &known.posts);
        let own = |matter: &Matter| {
            matter.opened.person.is_some() && matter.opened.person == actor.person()
        };
        for matter in known.waiting.iter().filter(|matter| !own(matter)) {
            let Some(desk) = &matter.opened.standing.desk else { continue };
            if !desks.contains(desk) {
                continue;
            }
            let due = matter.opened.standing.due;
            let on = OnDesk {
                matter: matter.id,
                kind: matter.opened.kind,
                skpd: matter.opened.skpd.clone(),
                from: matter.opened.from,
                until: matter.opened.until,
                due,
            };
            let last = known.steps.get(&matter.id).and_then(|steps| steps.last());
            let came = last.map_or(matter.at, |step| step.at);
            messages.push(Message { at: came, told: Told::Came(on.clone()) });
            let Some(due) = due else { continue };
            let eve = due.yesterday().map(|eve| self.midnight(eve));
            let past = due.tomorrow().map(|past| self.midnight(past));
            let dated = [(eve, Told::DueTomorrow(on.clone())), (past, Told::Overdue(on))];
            for (at, told) in dated {
                // What came on its last day was told with its day.
                if let Ok(at) = at
                    && came < at
                {
                    messages.push(Message { at, told });
                }
            }
        }
    }

    /// The reader's own days that look wrong, each once it is over.
    fn wrong_days(&self, known: &Known, actor: &Actor, messages: &mut Vec<Message>) {
        let days = actor.person().and_then(|person| known.wrong_days.get(&person));
        for (date, verdict) in days.into_iter().flatten() {
            if let Ok(after) = date.tomorrow() {
                let told = Told::WrongDay { date: *date, verdict: *verdict };
                messages.push(Message { at: self.midnight(after), told });
            }
        }
    }

    /// Months of the reader's organisation that are over or were closed.
    fn months(&self, known: &Known, actor: &Actor, reading: &Reading, messages: &mut Vec<Message>) {
        let Some(skpd) = closes_months_of(actor) else { return };
        let none = Vec::new();
        let closings = known.closings.get(skpd).unwrap_or(&none);
        let month_of = |matter: &Matter| Month::of(matter.opened.from);
        for closing in closings {
            let month = month_of(closing);
            let before = |other: &&Matter| other.id < closing.id && month_of(other) == month;
            let told = if closings.iter().find(before).is_some() {
                Told::MonthAgain { skpd: skpd.clone(), month }
            } else {
                Told::MonthClosed { skpd: skpd.clone(), month }
            };
            messages.push(Message { at: closing.at, told });
            let steps = known.steps.get(&closing.id).into_iter().flatten();
            for step in steps.filter(|step| step.verb == REOPENED) {
                let told = Told::MonthReopened { skpd: skpd.clone(), month };
                messages.push(Message { at: step.at, told });
            }
        }
        if !actor.may_somewhere(Permission::CloseMonth) {
            return;
        }
        let first = Month::of(Wall::at(reading.after, self.zone).date()).previous();
        let last = Month::of(Wall::at(reading.until, self.zone).date()).previous();
        let over = std::iter::successors(Some(first), |month| month.checked_next());
        for month in over.take_while(|month| *month <= last) {
            if !closings.iter().any(|closing| month_of(closing) == month) {
                let told = Told::MonthOver { skpd: skpd.clone(), month };
                messages.push(Message { at: self.midnight(month.next().first()), told });
            }
        }
    }

    /// Steps of discipline that are near, told to the person and to the superior, each once: at the
    /// end of the day absent that brought the step near.
    fn near(&self, known: &Known, actor: &Actor, messages: &mut Vec<Message>) {
        let desks = self.desks_of(actor, &known.posts);
        for NearRung { person, state, year, since, near } in &known.near {
            let own = actor.person() == Some(*person);
            let heads = !own && desks.contains(&known.posts.superior(*person, state, self.today()));
            let scope = Scope::Person(*person, &state.skpd);
            let may = actor.may(Permission::SeePerson, scope);
            let unit =
                if state.unit.is_empty() { state.skpd.to_string() } else { state.unit.clone() };
            let who = heads.then(|| Subordinate {
                name: state.name.clone(),
                unit,
                seen: if may { Seen::Open } else { Seen::Closed },
            });
            if let (true, Ok(after)) = (own || heads, since.tomorrow()) {
                let (nip, year, near) = (state.nip, *year, near.clone());
                let told = Told::NearRung { nip, who, year, near };
                messages.push(Message { at: self.midnight(after), told });
            }
        }
    }

    /// Terminals of the reader's organisation that are silent, from the first instant at which
    /// offices were open and they were.
    fn silent_in_hours(&self, known: &Known, actor: &Actor, messages: &mut Vec<Message>) {
        let Some(skpd) = watches_terminals_of(actor) else { return };
        let ours = known.silent.iter().filter(|listed| listed.terminal.skpd.as_ref() == Some(skpd));
        for ListedTerminal { terminal, .. } in ours {
            let Some(seen) = terminal.last_seen else { continue };
            let missed = Wall::at(seen + SILENT_AFTER, self.zone);
            let Some(open) = self.first_office_hour_from(missed) else { continue };
            let told = Told::TerminalSilent {
                serial: terminal.serial.clone(),
                name: terminal.name.clone(),
                since: Wall::at(seen, self.zone).datetime(),
            };
            messages.push(Message { at: open.instant(self.zone), told });
        }
    }
}

/// What others did about the reader's own matters.
fn about_own(known: &Known, actor: &Actor, messages: &mut Vec<Message>) {
    let own = actor.person().and_then(|person| known.own.get(&person));
    for matter in own.into_iter().flatten() {
        let steps = known.steps.get(&matter.id).into_iter().flatten();
        for step in steps.filter(|step| step.person.is_none() || step.person != actor.person()) {
            let told = Told::Step {
                matter: matter.id,
                kind: matter.opened.kind,
                from: matter.opened.from,
                until: matter.opened.until,
                verb: step.verb.clone(),
            };
            messages.push(Message { at: step.at, told });
        }
    }
}

/// The organisation whose months the actor is told about: the one it is bound to, for whoever may
/// see what is paid there.
fn closes_months_of(actor: &Actor) -> Option<&Skpd> {
    actor.skpd().filter(|_| actor.may_somewhere(Permission::SeePay))
}

/// The organisation whose terminals the actor is told about; of a whole regency there would be no
/// end.
fn watches_terminals_of(actor: &Actor) -> Option<&Skpd> {
    actor.skpd().filter(|_| actor.may_somewhere(Permission::SeeTerminals))
}

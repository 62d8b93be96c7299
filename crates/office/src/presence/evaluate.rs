//! Long because one evaluation is told in one place, from what is stale to what is stored.
//!
//! Stages 5 and 6: facts and law to days and a month, kept with what they came from.
//!
//! Two ways in: everybody of a month, or only what is stale. Stale is what a new, corrected or
//! newly attached punch touches, what a new fact touches, what another law touches, and days that
//! were not over when they were last looked at. There is no mark of a last run to forget.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use civil::{Month, PersonId, ScheduleKey, Wall, Zone};
use jiff::{Timestamp, civil::Date};
use rules::{
    day::{self, DayRecord},
    law::{NotInForce, ProvisionId},
    month::{InService, PresenceFacts, evaluate_days},
    plan::{DayPlan, Plan},
    statement::{MonthFacts, PayState, Statement},
    tariff::Tariff,
};
use storage::{
    people::PersonState,
    presence::{People, StaleMark},
    results::{MonthResult, ResultFilter, ResultPeople},
};

use super::gather::PersonMonth;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    allowance::{StatementDoc, digest::facts_digest},
};

/// People evaluated and stored at a time, so that a regency of any size fits in little memory.
const PEOPLE_AT_ONCE: usize = 2_000;

/// Most marks of a refresh worked off at a time.
const MARKS_AT_ONCE: u32 = 100_000;

/// What an evaluation did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Evaluated {
    /// People whose month was computed.
    pub people: u64,
    /// Days that were evaluated.
    pub days: u64,
    /// Days that came out otherwise than they were stored.
    pub changed: u64,
    /// People for whom the law is silent, and about what.
    pub silent: Vec<Silent>,
}

/// The law is silent about a person's month.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Silent {
    /// Whose.
    pub nip: String,
    /// What it says nothing about.
    pub reason: String,
}

/// Which days of a person to evaluate.
#[derive(Clone, Debug)]
enum Days {
    /// All of the month.
    All,
    /// These; the others stay as stored.
    Only(BTreeSet<Date>),
}

/// The law as it is applied now: which of it may be paid by, and its version.
struct Applied {
    now: Wall,
    payable: Vec<bool>,
    version: String,
}

impl Applied {
    /// Days are looked at anew each day until the month is over and its last window closed. What
    /// was computed before this instant may hold days that were not over then.
    fn settled_by(&self, month: Month, zone: Zone) -> Timestamp {
        let closed = Wall::midnight(month.last()).plus_seconds(2 * 86_400);
        Wall::midnight(self.now.date()).min(closed).instant(zone)
    }
}

/// A month being evaluated: its law, compiled once.
struct MonthLaw<'o> {
    office: &'o Office,
    month: Month,
    applied: &'o Applied,
    tariff: Tariff,
    plans: HashMap<ScheduleKey, Result<Plan, NotInForce>>,
}

impl Office {
    /// Evaluates everybody of `people` in `month` from nothing.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`], or [`OfficeError::BadInput`] if the month
    /// is after the next one. Where the law is silent about somebody, the others are evaluated all
    /// the same.
    pub async fn evaluate_month(
        &self,
        actor: &Actor,
        month: Month,
        people: &People,
    ) -> Result<Evaluated, OfficeError> {
        let of_months = self.evaluate_months(actor, &[month], people).await?;
        Ok(of_months.into_iter().next().expect("one month was evaluated"))
    }

    /// Evaluates everybody of `people` in several months from nothing, in the order given, and
    /// tells what it did in each. A day at the edge of two months stays stale until both were
    /// evaluated since it became so: months that follow each other are best given at once.
    ///
    /// # Errors
    ///
    /// As [`Office::evaluate_month`].
    pub async fn evaluate_months(
        &self,
        actor: &Actor,
        months: &[Month],
        people: &People,
    ) -> Result<Vec<Evaluated>, OfficeError> {
        let scope = match people {
            People::Of(skpd) => Scope::Skpd(skpd),
            People::All | People::These(_) => Scope::Regency,
        };
        actor.require(Permission::Evaluate, scope)?;
        months.iter().try_for_each(|month| self.require_reach(*month))?;
        let among = |month: &Month| months.contains(month);
        // All marks before all facts. Of those that are cleared in any case the ids are enough:
        // after months of deliveries there may be a million.
        let (mut done, mut at_edges) = (Vec::new(), Vec::new());
        for month in months.iter().copied().collect::<BTreeSet<Month>>() {
            let marks = self.store.stale_marks(people, Some(month), u32::MAX).await?;
            for mark in marks.into_iter().filter(|mark| Month::of(mark.from) == month) {
                if months_of(&mark).all(|of_mark| among(&of_mark)) {
                    done.push(mark.id);
                } else {
                    at_edges.push(mark);
                }
            }
        }
        let facts = self.store.facts(people).await?;
        let everybody: BTreeSet<PersonId> = facts.into_iter().map(|fact| fact.person).collect();
        let applied = self.applied_law().await?;
        let mut of_months = Vec::with_capacity(months.len());
        for month in months {
            let work = everybody.iter().map(|person| (*person, Days::All)).collect();
            of_months.push(MonthLaw::compile(self, *month, &applied).evaluate(work).await?);
        }
        let beside = self.months_beside(&at_edges).await?;
        at_edges.retain(|mark| {
            own_months(mark).all(|month| among(&month))
                && months_of(mark).all(|month| among(&month) || !beside.contains(&month))
        });
        done.extend(at_edges.iter().map(|mark| mark.id));
        self.clear(&done).await?;
        Ok(of_months)
    }

    /// Evaluates what is stale of `people` in `month`. Nothing to do costs a few short queries.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn refresh(&self, month: Month, people: &People) -> Result<Evaluated, OfficeError> {
        let marks = self.store.stale_marks(people, Some(month), MARKS_AT_ONCE).await?;
        let applied = self.applied_law().await?;
        let settled_by = applied.settled_by(month, self.zone);
        let outdated =
            self.store.months_outdated(people, month, &applied.version, settled_by).await?;
        // A mark at the edge of the month may lie in the month beside it, so that one comes too.
        let mut months: BTreeSet<Month> = marks.iter().flat_map(own_months).collect();
        months.insert(month);
        let mut total = Evaluated::default();
        for of_mark in &months {
            let mut work = stale_days(&marks, *of_mark);
            if *of_mark == month {
                work.extend(outdated.iter().map(|person| (*person, Days::All)));
            }
            total.add(MonthLaw::compile(self, *of_mark, &applied).evaluate(work).await?);
        }
        for beside in self.months_beside(&marks).await?.difference(&months) {
            let work = stale_days(&marks, *beside);
            total.add(MonthLaw::compile(self, *beside, &applied).evaluate(work).await?);
        }
        let done: Vec<i64> = marks.iter().map(|mark| mark.id).collect();
        self.clear(&done).await?;
        Ok(total)
    }

    /// Evaluates whatever is stale in any month. For the running server and after imports.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn refresh_all(&self, actor: &Actor) -> Result<Evaluated, OfficeError> {
        actor.require(Permission::Evaluate, Scope::Regency)?;
        let marks = self.store.stale_marks(&People::All, None, MARKS_AT_ONCE).await?;
        let mut total = Evaluated::default();
        // What lies beside a month is refreshed with it.
        for month in marks.iter().flat_map(own_months).collect::<BTreeSet<_>>() {
            let people: BTreeSet<PersonId> = marks
                .iter()
                .filter(|mark| mark.touches(month))
                .filter_map(|mark| mark.person)
                .collect();
            let people = People::These(people.into_iter().collect());
            total.add(self.refresh(month, &people).await?);
        }
        Ok(total)
    }

    /// The months beside those of marks that the marks touch and of which anything is stored. Of
    /// any other nothing can be stale: it is evaluated whole when somebody first asks for it, or
    /// when a punch of its own comes. To be asked once the months of the marks are evaluated: who
    /// was storing the month beside from older readings has stored it by then.
    async fn months_beside(&self, marks: &[StaleMark]) -> Result<BTreeSet<Month>, OfficeError> {
        let outside = |mark: &StaleMark| {
            let own: Vec<Month> = own_months(mark).collect();
            months_of(mark).filter(move |month| !own.contains(month))
        };
        let mut beside = BTreeSet::new();
        for month in marks.iter().flat_map(outside).collect::<BTreeSet<_>>() {
            if !self.store.month_totals(month).await?.is_empty() {
                beside.insert(month);
            }
        }
        Ok(beside)
    }

    async fn applied_law(&self) -> Result<Applied, OfficeError> {
        let sign_offs = self.store.sign_offs().await?;
        let payable = self.lawbook.payable(&sign_offs);
        let version = self.lawbook.version(&payable);
        Ok(Applied { now: self.wall_now(), payable, version })
    }

    /// Clears marks whose months are evaluated.
    async fn clear(&self, marks: &[i64]) -> Result<(), OfficeError> {
        if !marks.is_empty() {
            self.store.save_months(&[], marks).await?;
        }
        Ok(())
    }
}

impl Evaluated {
    fn add(&mut self, other: Self) {
        self.people += other.people;
        self.days += other.days;
        self.changed += other.changed;
        self.silent.extend(other.silent);
    }
}

/// The days of each person that marks touch in a month.
fn stale_days(marks: &[StaleMark], month: Month) -> BTreeMap<PersonId, Days> {
    let mut work = BTreeMap::new();
    for mark in marks {
        let Some(person) = mark.person else { continue };
        let days: Vec<Date> = neighbourhood(mark.from, mark.until, month).collect();
        if days.is_empty() {
            continue;
        }
        if let Days::Only(dates) = work.entry(person).or_insert_with(|| Days::Only(BTreeSet::new()))
        {
            dates.extend(days);
        }
    }
    work
}

/// The months a mark touches, with the days beside it. A span that ends with its month is a part
/// of a longer one, whose other parts have marks of their own.
fn months_of(mark: &StaleMark) -> impl Iterator<Item = Month> + use<> {
    let (from, until) = if mark.from == mark.until {
        (mark.from.yesterday().unwrap_or(mark.from), mark.until.tomorrow().unwrap_or(mark.until))
    } else {
        (mark.from, mark.until)
    };
    months_between(from, until)
}

/// The months in which a mark's own days lie.
fn own_months(mark: &StaleMark) -> impl Iterator<Item = Month> + use<> {
    months_between(mark.from, mark.until)
}

fn months_between(from: Date, until: Date) -> impl Iterator<Item = Month> + use<> {
    let until = Month::of(until);
    std::iter::successors(Some(Month::of(from)), |month| month.checked_next())
        .take_while(move |month| *month <= until)
}

/// The days a mark touches in the month, and their neighbours: a scan after midnight may belong
/// to the shift of the day before.
fn neighbourhood(from: Date, until: Date, month: Month) -> impl Iterator<Item = Date> {
    let from = from.yesterday().unwrap_or(from).max(month.first());
    let until = until.tomorrow().unwrap_or(until).min(month.last());
    month.days().filter(move |day| (from..=until).contains(day))
}

impl<'o> MonthLaw<'o> {
    fn compile(office: &'o Office, month: Month, applied: &'o Applied) -> Self {
        let tariff = Tariff::compile(office.lawbook.law(), month, applied.now.date());
        Self { office, month, applied, tariff, plans: HashMap::new() }
    }

    /// Evaluates people a part at a time; of a month out of reach nobody. It is evaluated whole
    /// when it has come near.
    async fn evaluate(&mut self, work: BTreeMap<PersonId, Days>) -> Result<Evaluated, OfficeError> {
        let mut total = Evaluated::default();
        if !self.office.reaches(self.month) {
            return Ok(total);
        }
        let work: Vec<(PersonId, Days)> = work.into_iter().collect();
        for part in work.chunks(PEOPLE_AT_ONCE) {
            let people: Vec<PersonId> = part.iter().map(|(person, _)| *person).collect();
            // One after the other: what is stored last was read last. Else who read before a punch
            // could store after who read it and has cleared its mark.
            let alone = self.office.evaluating.lock().await;
            let stored = self.stored(&people, part).await?;
            let facts = self.office.gather(&People::These(people), self.month).await?;
            let days: HashMap<PersonId, &Days> =
                part.iter().map(|(person, days)| (*person, days)).collect();
            let mut results = Vec::with_capacity(facts.len());
            let mut none = Vec::new();
            for person in &facts {
                let days = days.get(&person.person).copied().unwrap_or(&Days::All);
                let before = stored.get(&person.person).map(Vec::as_slice);
                match self.person(person, days, before, &mut total) {
                    Some(result) => results.push(result),
                    None => none.push(person.person),
                }
            }
            self.office.store.save_months(&results, &[]).await?;
            // Who does not serve in the month any more, by a decree that came late, leaves nothing
            // behind that could still be shown or paid.
            if !none.is_empty() {
                self.office.store.remove_months(self.month, &none).await?;
            }
            drop(alone);
        }
        Ok(total)
    }

    /// Days as stored, for people of whom only some days are evaluated.
    async fn stored(
        &self,
        people: &[PersonId],
        part: &[(PersonId, Days)],
    ) -> Result<HashMap<PersonId, Vec<DayRecord>>, OfficeError> {
        if part.iter().all(|(_, days)| matches!(days, Days::All)) {
            return Ok(HashMap::new());
        }
        let filter =
            ResultFilter { month: self.month, people: ResultPeople::These(people.to_vec()) };
        let results = self.office.store.months(&filter).await?;
        Ok(results
            .into_iter()
            .filter(|result| result.law_version == self.applied.version)
            .filter_map(|result| Some((result.person, day::from_bytes(&result.days).ok()?)))
            .collect())
    }

    /// One person's month; `None` where the person does not serve on any day of it.
    fn person(
        &mut self,
        facts: &PersonMonth,
        days: &Days,
        stored: Option<&[DayRecord]>,
        total: &mut Evaluated,
    ) -> Option<MonthResult> {
        let state = facts.state_in(self.month)?.clone();
        let schedules = schedules(facts, self.month);
        if schedules.iter().all(Option::is_none) {
            return None;
        }
        for schedule in schedules.iter().flatten() {
            self.compile_plan(schedule);
        }
        let states = pay_states(facts, self.month);
        let digest = facts_digest(facts, &states, &schedules);
        let (records, doc) = match self.plans_of(&schedules) {
            Ok(plans) => {
                total.people += 1;
                let records = self.records(facts, &plans, days, stored, total);
                let provisions = self.provisions(&schedules, &plans, &records);
                let doc = self.statement(facts, &state, (&states, &records), &provisions, &digest);
                (records, doc)
            }
            // Stored too: else what an earlier law gave would stay.
            Err(silent) => {
                let by = (self.applied.version.as_str(), digest.as_str());
                (Vec::new(), StatementDoc::silent(&state, self.month, &silent, by))
            }
        };
        if let Some(reason) = doc.silent.clone() {
            total.silent.push(Silent { nip: state.nip.to_string(), reason });
        }
        let problems = records.iter().filter(|record| record.verdict.is_problem()).count();
        Some(MonthResult {
            person: facts.person,
            month: self.month,
            skpd: state.skpd,
            law_version: self.applied.version.clone(),
            facts_digest: digest,
            evaluated: self.office.now(),
            days: day::to_bytes(&records),
            gross: civil::Rupiah(doc.tpp_gross),
            net: civil::Rupiah(doc.tpp_net),
            statement: doc.to_bytes(),
            problems: u32::try_from(problems).unwrap_or(u32::MAX),
        })
    }

    /// Every value of the law that a month rests on.
    fn provisions(
        &self,
        schedules: &[Option<ScheduleKey>],
        plans: &[(&DayPlan, InService)],
        records: &[DayRecord],
    ) -> BTreeSet<ProvisionId> {
        schedules
            .iter()
            .flatten()
            .filter_map(|schedule| self.plans.get(schedule)?.as_ref().ok())
            .flat_map(|plan| plan.provisions.iter().copied())
            .chain(self.tariff.provisions.iter().copied())
            .chain(plans.iter().zip(records).filter_map(|((plan, _), day)| plan.wfa_of(day)))
            .collect()
    }

    /// What is paid for days, or what the law is silent about.
    fn statement(
        &self,
        facts: &PersonMonth,
        state: &PersonState,
        (states, records): (&[PayState], &[DayRecord]),
        provisions: &BTreeSet<ProvisionId>,
        digest: &str,
    ) -> StatementDoc {
        let performance = facts.performance.as_ref();
        let statement = Statement::of(
            &MonthFacts {
                days: records,
                states,
                occurrences: &facts.occurrences,
                productivity_bp: performance.and_then(|p| p.productivity_bp),
                predikat: performance.and_then(|p| p.predikat.as_deref()),
            },
            &self.tariff,
        );
        let unverified = provisions
            .iter()
            .filter(|id| self.applied.payable.get(usize::from(id.0)) != Some(&true))
            .count();
        let by = (self.applied.version.as_str(), digest);
        match &statement {
            Ok(statement) => StatementDoc::of(
                statement,
                state,
                records,
                self.office.lawbook.law(),
                unverified,
                by,
                self.applied.now.date() > self.month.last(),
            ),
            Err(silent) => StatementDoc::silent(state, self.month, silent, by),
        }
    }

    fn compile_plan(&mut self, schedule: &ScheduleKey) {
        if !self.plans.contains_key(schedule) {
            let law = self.office.lawbook.law();
            let span = (self.month.first(), self.month.last());
            let plan = Plan::compile(law, schedule, span, self.applied.now.date());
            self.plans.insert(schedule.clone(), plan);
        }
    }

    /// The plan of each day of the month, by the schedule that holds on it. Days before the first
    /// fact take the first schedule, not in service.
    fn plans_of(
        &self,
        schedules: &[Option<ScheduleKey>],
    ) -> Result<Vec<(&DayPlan, InService)>, NotInForce> {
        let Some(first) = schedules.iter().flatten().next() else { return Ok(Vec::new()) };
        self.month
            .days()
            .zip(schedules)
            .map(|(date, schedule)| {
                let in_service = if schedule.is_some() { InService::Yes } else { InService::No };
                let plan = self
                    .plans
                    .get(schedule.as_ref().unwrap_or(first))
                    .expect("every schedule of the month was compiled");
                let plan = plan.as_ref().map_err(Clone::clone)?;
                Ok((plan.day(date).expect("a plan covers its month"), in_service))
            })
            .collect()
    }

    fn records(
        &self,
        facts: &PersonMonth,
        plans: &[(&DayPlan, InService)],
        days: &Days,
        stored: Option<&[DayRecord]>,
        total: &mut Evaluated,
    ) -> Vec<DayRecord> {
        let only = match (days, stored) {
            (Days::Only(dates), Some(stored)) if stored.len() == plans.len() => {
                Some((dates, stored))
            }
            _ => None,
        };
        let wanted: Vec<(&DayPlan, InService)> = plans
            .iter()
            .filter(|(plan, _)| only.is_none_or(|(dates, _)| dates.contains(&plan.date)))
            .copied()
            .collect();
        let mut fresh = Vec::with_capacity(wanted.len());
        evaluate_days(
            &PresenceFacts {
                plans: &wanted,
                readings: &facts.readings,
                excuses: &facts.excuses,
                now: Some(self.applied.now),
            },
            &mut fresh,
        );
        total.days += fresh.len() as u64;
        let Some((_, stored)) = only else {
            return fresh;
        };
        let mut records = stored.to_vec();
        for record in fresh {
            let place = usize::from(record.date.day().unsigned_abs()) - 1;
            if let Some(old) = records.get_mut(place).filter(|old| **old != record) {
                *old = record;
                total.changed += 1;
            }
        }
        records
    }
}

/// The schedule of each day of the month; `None` where the person is not in service.
fn schedules(facts: &PersonMonth, month: Month) -> Vec<Option<ScheduleKey>> {
    month
        .days()
        .map(|date| {
            facts.state_on(date).filter(|state| state.in_service).map(|s| s.schedule.clone())
        })
        .collect()
}

/// Days with the same pay state put together.
fn pay_states(facts: &PersonMonth, month: Month) -> Vec<PayState> {
    let mut states: Vec<PayState> = Vec::new();
    for date in month.days() {
        let Some(state) = facts.state_on(date).filter(|state| state.in_service) else { continue };
        let pay = PayState {
            from: date,
            until: date,
            class: state.class,
            employment: state.employment,
            eligible: state.tpp_eligible,
            factor: state.tpp_factor,
            reason: state.tpp_reason.clone(),
        };
        match states.last_mut() {
            Some(last)
                if last.until.tomorrow().is_ok_and(|next| next == date)
                    && PayState { from: last.from, until: last.until, ..pay.clone() } == *last =>
            {
                last.until = date;
            }
            _ => states.push(pay),
        }
    }
    states
}

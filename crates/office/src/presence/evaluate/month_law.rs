//! Stages 5 and 6: facts and law to days and a month, kept with what they came from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use civil::{Month, PersonId, ScheduleKey};
use jiff::civil::Date;
use rules::{
    day::{self, DayRecord},
    law::{NotInForce, ProvisionId},
    month::{InService, PresenceFacts, evaluate_some},
    payout::december::MonthEnd,
    plan::DayPlan,
    statement::{MonthFacts, PayState, Statement, with_excuses},
    tariff::Tariff,
};
use storage::{
    people::PersonState,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople},
};

use super::{Applied, Evaluated, Silent, plans::Plans};
use crate::{
    Office, OfficeError,
    allowance::{StatementDoc, digest::facts_digest},
    presence::{gather::PersonMonth, neighbours::Neighbours},
};

/// People evaluated and stored at a time, so that a regency of any size fits in little memory.
const PEOPLE_AT_ONCE: usize = 2_000;

/// Which days of a person to evaluate.
#[derive(Clone, Debug)]
pub(super) enum Days {
    /// All of the month.
    All,
    /// These; the others stay as stored.
    Only(BTreeSet<Date>),
}

/// A month being evaluated: its law, compiled once.
pub(super) struct MonthLaw<'o> {
    office: &'o Office,
    month: Month,
    applied: &'o Applied,
    tariff: Tariff,
    plans: Plans,
}

/// What a month of a person comes to.
pub(super) struct Computed {
    /// What holds about the person, last in the month.
    pub(super) state: PersonState,
    /// The days; none where the law has no hours.
    pub(super) records: Vec<DayRecord>,
    /// The statement.
    pub(super) doc: StatementDoc,
}

impl<'o> MonthLaw<'o> {
    pub(super) fn compile(office: &'o Office, month: Month, applied: &'o Applied) -> Self {
        let tariff = Tariff::compile(office.lawbook.law(), month, applied.known_by);
        Self { office, month, applied, tariff, plans: Plans::default() }
    }

    /// Evaluates people a part at a time; of a month out of reach nobody. It is evaluated whole
    /// when it has come near.
    pub(super) async fn evaluate(
        &mut self,
        work: BTreeMap<PersonId, Days>,
    ) -> Result<Evaluated, OfficeError> {
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
        let Computed { state, records, doc } = self.compute(facts, days, stored, total)?;
        if let Some(silent) = doc.silent.clone() {
            let reason = NotInForce::from(silent).to_string();
            total.silent.push(Silent { nip: state.nip.to_string(), reason });
        }
        let problems = records.iter().filter(|record| record.verdict.is_problem()).count();
        Some(MonthResult {
            person: facts.person,
            month: self.month,
            skpd: state.skpd,
            law_version: self.applied.version.clone(),
            facts_digest: doc.facts_digest.clone(),
            evaluated: self.office.now(),
            days: day::to_bytes(&records),
            gross: civil::Rupiah(doc.tpp_gross),
            net: civil::Rupiah(doc.tpp_net),
            statement: doc.to_bytes(),
            problems: u32::try_from(problems).unwrap_or(u32::MAX),
            absences: rules::discipline::days_absent(&records),
        })
    }

    /// What one person's month comes to, stored nowhere; `None` where the person does not serve on
    /// any day of it.
    pub(super) fn compute(
        &mut self,
        facts: &PersonMonth,
        days: &Days,
        stored: Option<&[DayRecord]>,
        total: &mut Evaluated,
    ) -> Option<Computed> {
        let state = facts.state_in(self.month)?.clone();
        let schedules = schedules(facts, self.month);
        if schedules.iter().all(Option::is_none) {
            return None;
        }
        let (law, held) = (self.office.lawbook.law(), (&schedules[..], &facts.roster));
        // Whoever has a roster has plans of his own; the others share them.
        let mut own = Plans::default();
        let shared = facts.roster.is_empty();
        let compiled = if shared { &mut self.plans } else { &mut own };
        compiled.compile(law, held, self.month, self.applied.known_by);
        let compiled = if shared { &self.plans } else { &own };
        let states = pay_states(facts, &self.tariff);
        let states = with_excuses(states, &facts.excuses, &self.tariff);
        let neighbours = self.neighbours(facts, &schedules);
        let digest = facts_digest(facts, &states, &schedules, &neighbours);
        let (records, doc) = match compiled.of_days(self.month, &schedules) {
            Ok(plans) => {
                total.people += 1;
                let records = self.records(facts, (&plans, &neighbours), days, stored, total);
                let provisions = self.provisions((compiled, &schedules), &plans, &records);
                let doc = self.statement(facts, &state, (&states, &records), &provisions, &digest);
                (records, doc)
            }
            // Stored too: else what an earlier law gave would stay.
            Err(silent) => {
                let by = (self.applied.version.as_str(), digest.as_str());
                (Vec::new(), StatementDoc::silent(&state, self.month, &silent, by))
            }
        };
        let turns = facts.roster.turns().map(|(date, turn)| (date, turn.to_string()));
        let doc = StatementDoc { turns: turns.collect(), ..doc };
        Some(Computed { state, records, doc })
    }

    /// Every value of the law that a month rests on.
    fn provisions(
        &self,
        (compiled, schedules): (&Plans, &[Option<ScheduleKey>]),
        plans: &[(&DayPlan, InService)],
        records: &[DayRecord],
    ) -> BTreeSet<ProvisionId> {
        compiled
            .provisions(schedules)
            .chain(self.tariff.provisions.iter().copied())
            .chain(plans.iter().zip(records).filter_map(|((plan, _), day)| day.wfa_rule(plan)))
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
        let records = self.applied.end.counted(records);
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
        let early = match self.applied.end {
            MonthEnd::Early { provision, .. } => Some(provision),
            MonthEnd::Ordinary | MonthEnd::NextYear { .. } => None,
        };
        let unverified = provisions
            .iter()
            .copied()
            .chain(early)
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
                self.applied.is_over(self.month),
            ),
            Err(silent) => StatementDoc::silent(state, self.month, silent, by),
        }
    }

    /// What holds beside the month for a person with these schedules in it.
    fn neighbours(&self, facts: &PersonMonth, schedules: &[Option<ScheduleKey>]) -> Neighbours {
        let (Some(first), Some(last)) =
            (schedules.iter().flatten().next(), schedules.iter().flatten().next_back())
        else {
            return Neighbours::default();
        };
        let (law, as_of) = (self.office.lawbook.law(), self.applied.known_by);
        let (begins, ends) = ((self.month.first(), first), (self.month.last(), last));
        Neighbours::of(law, (&facts.facts, &facts.roster), begins, ends, as_of)
    }

    fn records(
        &self,
        facts: &PersonMonth,
        (plans, neighbours): (&[(&DayPlan, InService)], &Neighbours),
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
        let mut fresh = Vec::with_capacity(plans.len());
        evaluate_some(
            &PresenceFacts {
                plans,
                beside: neighbours.beside(),
                readings: &facts.readings,
                excuses: &facts.excuses,
                now: Some(self.applied.now),
            },
            |date| only.is_none_or(|(dates, _)| dates.contains(&date)),
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

/// Position or place of work by which a criterion of the law gives Tpp, the narrowest first.
fn group(state: &PersonState, tariff: &Tariff) -> Option<String> {
    [state.position.as_str(), state.unit.as_str(), state.skpd.as_str()]
        .into_iter()
        .find(|group| tariff.names_group(group))
        .map(str::to_owned)
}

/// Days with the same pay state put together.
fn pay_states(facts: &PersonMonth, tariff: &Tariff) -> Vec<PayState> {
    let mut states: Vec<PayState> = Vec::new();
    for date in tariff.month.days() {
        let Some(state) = facts.state_on(date).filter(|state| state.in_service) else { continue };
        let pay = PayState {
            from: date,
            until: date,
            class: state.class,
            employment: state.employment,
            eligible: state.tpp_eligible,
            factor: state.tpp_factor,
            reason: state.tpp_reason.clone(),
            group: group(state, tariff),
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

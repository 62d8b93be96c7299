//! One day of one person, down to the scan and the article.

use civil::{Month, Nip, PersonId, Wall};
use jiff::civil::Date;
use rules::{
    day::DayRecord,
    month::Beside,
    pairing::{Use, uses},
    plan::{DayKind, DayPlan, Plan},
};
use serde::Serialize;
use storage::{
    matters::Noted,
    people::{PersonFact, PersonState},
    presence::{People, PunchFilter, StoredPunch},
};

use super::{Neighbours, state_on};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    allowance::{DocLine, SilentLaw, StatementDoc},
};

/// Stands where the serial of a terminal would, for a reading that no terminal knows.
const VOUCHED_FOR: &str = "KOREKSI";

/// How such a reading came, as a code.
const CORRECTION: &str = "correction";

/// A day explained. Codes, not sentences: `words` turns them into either language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedDay {
    /// Whose.
    #[serde(skip)]
    pub person: PersonId,
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub skpd: String,
    /// The day.
    pub date: Date,
    /// Working pattern.
    pub schedule: String,
    /// The turn that the roster gives, if it gives one: a letter of the pattern, or `-`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<String>,
    /// Its shifts.
    pub shifts: Vec<ExplainedShift>,
    /// Verdict, as a code of `rules::day::Verdict`.
    pub verdict: &'static str,
    /// Leave or duty that decided the day, as a code.
    pub excuse: Option<&'static str>,
    /// What else is to be known, as codes.
    pub findings: Vec<&'static str>,
    /// Minutes late that count.
    pub late_minutes: u16,
    /// Minutes early that count.
    pub early_minutes: u16,
    /// Minutes away around the rest.
    pub away_minutes: u16,
    /// Scans and what each was used for, in order.
    pub scans: Vec<ExplainedScan>,
    /// What the verdict rests on.
    pub articles: Vec<Article>,
    /// Cuts that this day makes, or adds to.
    pub lines: Vec<DocLine>,
    /// Cut in the month up to and with this day, what is reckoned over several days with the first
    /// of them; never positive.
    pub cut_so_far: i64,
    /// What the law is silent about, if that stopped the computation of pay: then nothing is known
    /// of cuts.
    pub silent: Option<SilentLaw>,
}

/// A shift of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedShift {
    /// When it begins.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// From when on its scans count.
    pub opens: String,
    /// Until when.
    pub closes: String,
}

/// A scan and what it was used for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedScan {
    /// Reading of the terminal's wall.
    pub at: String,
    /// Serial of the terminal.
    pub terminal: String,
    /// What people call the terminal.
    pub terminal_name: String,
    /// PIN.
    pub pin: String,
    /// How it came, as a code: `push`, `usb`, `repair` …
    pub source: String,
    /// What it was used for, or why not: a code of `rules::pairing::Use`.
    pub used: &'static str,
    /// Whether it counts.
    pub counts: bool,
}

/// An article a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Topic of the value.
    pub topic: String,
    /// How people call it.
    pub title: String,
    /// The value in short.
    pub value: String,
    /// Act, as cited.
    pub act: String,
    /// Article.
    pub article: String,
    /// `confirmed`, `secondary` or `assumed`.
    pub status: &'static str,
    /// Remarks, such as a conflict.
    pub note: Option<String>,
}

impl Office {
    /// Explains a day.
    ///
    /// # Errors
    ///
    /// [`OfficeError::NotFound`] for an unknown Nip or a day before the person's first fact;
    /// [`OfficeError::BadInput`] for a day after the next month, or where nothing was evaluated;
    /// [`OfficeError::Forbidden`]; [`OfficeError::LawSilent`] where the law has no hours.
    pub async fn explain_day(
        &self,
        actor: &Actor,
        nip: &Nip,
        date: Date,
    ) -> Result<ExplainedDay, OfficeError> {
        let facts = self.store.facts_by_nip(nip).await?;
        let Some(person) = facts.first().map(|fact| fact.person) else {
            return Err(OfficeError::not_found("person with NIP", nip.to_string()));
        };
        let month = Month::of(date);
        self.require_reach(month)?;
        let state = state_on(&facts, date).ok_or_else(|| {
            OfficeError::not_found("facts of the person on that day", format!("{nip} {date}"))
        })?;
        actor.require(Permission::SeePerson, Scope::Person(person, &state.skpd))?;
        self.refresh(month, &People::These(vec![person])).await?;
        let stored = self.stored_month(person, month).await?;
        let (records, statement) = stored.unzip();
        let record = records.iter().flatten().find(|record| record.date == date);
        let (Some(record), Some(statement)) = (record, statement.as_ref()) else {
            return Err(match statement.and_then(|statement| statement.silent) {
                Some(silent) => OfficeError::LawSilent(silent.into()),
                None => OfficeError::BadInput(format!(
                    "{nip} is not in service on any day of {month}; show the person to see why"
                )),
            });
        };
        self.explain_record(person, (state, &facts), record, statement).await
    }

    /// Explains a day that has been evaluated, for somebody who may see it.
    pub(crate) async fn explain_record(
        &self,
        person: PersonId,
        (state, facts): (&PersonState, &[PersonFact]),
        record: &DayRecord,
        statement: &StatementDoc,
    ) -> Result<ExplainedDay, OfficeError> {
        let (law, date, today) = (self.lawbook.law(), record.date, self.today());
        let roster = self.roster_around(person, (date, date)).await?;
        let plan = Plan::rostered(law, (&state.schedule, &roster), (date, date), today)?;
        let plan = plan.day(date).expect("a plan covers the day it was compiled for");
        let held = (date, &state.schedule);
        let neighbours = Neighbours::of(law, (facts, &roster), held, held, today);
        let scans = self.explained_scans(person, (plan, record), neighbours.beside()).await?;
        let explained = self.explained(person, state, plan, record, scans, statement);
        let turn = roster.on(date).map(ToString::to_string);
        Ok(ExplainedDay { turn, ..explained })
    }

    /// Who carries the Nip.
    pub(crate) async fn person_named(&self, nip: &Nip) -> Result<PersonId, OfficeError> {
        let person = self.store.person_by_nip(nip).await?;
        person.ok_or_else(|| OfficeError::not_found("person with NIP", nip.to_string()))
    }

    async fn explained_scans(
        &self,
        person: PersonId,
        (plan, record): (&DayPlan, &DayRecord),
        beside: Beside<'_>,
    ) -> Result<Vec<ExplainedScan>, OfficeError> {
        let (begins, ends) = beside.span_of(plan);
        let (from, until) = (plan.claims.0.min(begins), plan.claims.1.max(ends));
        let filter = PunchFilter {
            person: Some(person),
            terminal: None,
            between: Some((from, until.plus_seconds(-1))),
        };
        let mut punches = self.store.punches(&filter).await?;
        let midnight = Wall::midnight(record.date);
        let counted = [record.arrived, record.left].into_iter().flatten();
        let is_punch = |at: Wall| punches.iter().any(|punch| punch.at == at);
        // What counted and was no punch, somebody vouched for; else nothing needs to be asked.
        if !counted.map(|second| midnight.plus_seconds(second.into())).all(is_punch) {
            let people = People::These(vec![person]);
            let noted = self.store.noted(&people, from, until.plus_seconds(-1)).await?;
            punches.extend(noted.iter().map(|noted| self.vouched_for(noted)));
            punches.sort_by_key(|punch| punch.at);
        }
        let mut readings: Vec<Wall> = punches.iter().map(|punch| punch.at).collect();
        readings.dedup();
        let (before, rest) = readings.split_at(readings.partition_point(|at| *at < begins));
        let (mine, after) = rest.split_at(rest.partition_point(|at| *at < ends));
        let mut dealt: Vec<(Wall, Use)> = uses(mine, plan, self.wall_now());
        dealt.extend(before.iter().map(|at| (*at, Use::DayBefore)));
        dealt.extend(after.iter().map(|at| (*at, Use::DayAfter)));
        let use_of = |at| dealt.iter().find(|(reading, _)| *reading == at).map(|(_, found)| *found);
        let scans = punches.into_iter().filter_map(|punch| {
            let used = use_of(punch.at)?;
            Some(ExplainedScan {
                at: punch.at.to_string(),
                terminal: punch.terminal.to_string(),
                terminal_name: punch.terminal_name,
                pin: punch.pin,
                source: punch.source,
                used: used.code(),
                counts: matches!(used, Use::Arrived | Use::Left | Use::RestOut | Use::RestIn),
            })
        });
        Ok(scans.collect())
    }

    /// A reading that somebody vouched for, as a punch of no terminal; its PIN is the number of the
    /// request it was granted by.
    fn vouched_for(&self, noted: &Noted) -> StoredPunch {
        let Noted { person, at, matter } = *noted;
        StoredPunch {
            terminal: VOUCHED_FOR.parse().expect("it is written as a serial is"),
            terminal_name: String::new(),
            pin: matter.to_string(),
            person: Some(person),
            at,
            zone: self.zone,
            status: None,
            verify: None,
            source: CORRECTION.to_owned(),
            received: at.instant(self.zone),
        }
    }

    fn explained(
        &self,
        person: PersonId,
        state: &PersonState,
        plan: &DayPlan,
        record: &DayRecord,
        scans: Vec<ExplainedScan>,
        statement: &StatementDoc,
    ) -> ExplainedDay {
        let (day, date) = (record.date.day(), record.date.to_string());
        // Dates as texts sort as dates do.
        let has_begun =
            |line: &&DocLine| line.date <= date || line.days.iter().any(|of| *of <= day);
        let cut_so_far = statement.lines.iter().filter(has_begun).map(|line| line.amount).sum();
        let of_day = |line: &&DocLine| line.days.contains(&day) || line.date == date;
        let lines = statement.lines.iter().filter(of_day).cloned().collect();
        let at = |second: i32| plan.midnight.plus_seconds(i64::from(second)).to_string();
        let law = self.lawbook.law();
        let mut basis = vec![plan.hours];
        match plan.kind {
            DayKind::Holiday(id) | DayKind::JointLeave(id) => basis.push(id),
            DayKind::Work => basis.extend([plan.clockwork.scans, plan.clockwork.minutes]),
            DayKind::Off => {}
        }
        basis.extend(plan.season.into_iter().chain(record.wfa_rule(plan)));
        let articles = basis
            .into_iter()
            .map(|id| {
                let value = law.provisions.get(id);
                Article {
                    topic: value.topic.clone(),
                    title: value.title.clone(),
                    value: law.in_words(id),
                    act: law.provisions.cite(id).to_owned(),
                    article: value.article.clone(),
                    status: value.status.code(),
                    note: value.note.clone(),
                }
            })
            .collect();
        ExplainedDay {
            person,
            nip: state.nip.to_string(),
            name: state.name.clone(),
            skpd: state.skpd.to_string(),
            date: record.date,
            schedule: state.schedule.to_string(),
            turn: None,
            shifts: plan
                .shifts
                .iter()
                .map(|shift| ExplainedShift {
                    starts: at(shift.starts),
                    ends: at(shift.ends),
                    opens: at(shift.opens),
                    closes: at(shift.closes),
                })
                .collect(),
            verdict: record.verdict.code(),
            excuse: record.excuse.map(rules::excuse::ExcuseKind::code),
            findings: record.findings.codes().collect(),
            late_minutes: record.late_minutes,
            early_minutes: record.early_minutes,
            away_minutes: record.away_minutes,
            scans,
            articles,
            lines,
            cut_so_far,
            silent: statement.silent.clone(),
        }
    }
}

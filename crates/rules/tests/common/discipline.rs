//! Cases of discipline: a year of absences, working days, who may impose what, and case files.

use std::collections::BTreeMap;

use civil::{Employment, ScheduleKey};
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday, date},
};
use rules::{
    day::{DayRecord, Findings, Verdict},
    discipline::{
        YearFacts, YearStanding,
        case::{CaseEvent, CaseFile, Procedure, Punished},
        imposable, ladder_on, may_impose, officers_for, pay_effect, team_need, working_days_after,
        working_days_before,
    },
    law::{
        Law, NotInForce, ProvisionId,
        discipline::{Capacity, Level, Post},
    },
    plan::{DayKind, Plan},
};
use serde::Deserialize;

use super::{Case, compare};

/// Days written `2026-03-02` or `2026-03-02..2026-03-06`; only working days of a span count.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct YearCase {
    employment: Option<Employment>,
    #[serde(default)]
    absent: Vec<String>,
    #[serde(default)]
    leave: Vec<String>,
    #[serde(default)]
    duty: Vec<String>,
    #[serde(default)]
    unknown: Vec<String>,
    /// Minutes late by day.
    #[serde(default)]
    late: BTreeMap<Date, u16>,
    /// First day with records, if before the year.
    since: Option<Date>,

    /// `LADDER DAYS`, one a ladder.
    stands: Vec<String>,
    /// `DATE CODE`, in order.
    reached: Vec<String>,
    /// `DAYS CODE`.
    next: Option<String>,
    in_a_row: u32,
    /// Codes.
    alerts: Vec<String>,
    salary_stops: Option<Date>,
}

/// A count of working days of the schedule.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct WorkingDaysCase {
    /// `after`, `before`, or a limit: `summons`, `second-summons`, `handover`, `sending`, `effect`,
    /// `objection`.
    limit: String,
    /// For `after` and `before`.
    days: Option<u32>,
    /// The day it comes to; absent: the law gives no limit.
    comes_to: Option<Date>,
}

/// What may be imposed for so many days.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ImposedCase {
    days: Option<u32>,
    employment: Option<Employment>,
    code: Option<String>,
    waits: Option<String>,
    /// What the sanction does to the Tpp, by its code, and that of the one that waits.
    pay: Option<String>,
    pay_waiting: Option<String>,
    level: Option<Level>,
    post: Option<Post>,
    officers: Option<Vec<Capacity>>,
    team: Option<String>,
}

/// A case file.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ProcedureCase {
    events: Vec<CaseEvent>,
    #[serde(default)]
    punished: Vec<Date>,
    stage: Option<String>,
    /// `STEP DATE`, or `STEP` where the law gives no day.
    due: Option<String>,
    #[serde(default)]
    overdue: Overdue,
    #[serde(default)]
    late: Vec<String>,
    #[serde(default)]
    silent: Vec<String>,
    /// `PLACE CODE`, the place from 1.
    refusal: Option<String>,
}

/// Whether the step due should have been taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Overdue {
    #[default]
    No,
    Yes,
}

impl Case {
    /// Whether this is a case of discipline, which is then checked.
    pub(super) fn check_discipline(&self, law: &Law, wrong: &mut Vec<String>) -> bool {
        let result = if let Some(year) = &self.year {
            self.check_year(year, law, wrong)
        } else if let Some(count) = &self.working_days {
            self.check_working_days(count, law, wrong);
            Ok(())
        } else if let Some(imposed) = &self.imposed {
            self.check_imposed(imposed, law, wrong)
        } else if let Some(procedure) = &self.procedure {
            self.check_procedure(procedure, law, wrong);
            Ok(())
        } else {
            return false;
        };
        match (result, &self.refused) {
            (Err(refused), _) => self.check_refused(&refused, wrong),
            (Ok(()), Some(refused)) => wrong.push(format!("wanted a refusal: {refused}")),
            (Ok(()), None) => {}
        }
        true
    }

    fn day(&self) -> Date {
        self.date.unwrap_or_else(|| panic!("{}: a case of discipline needs a date", self.name))
    }

    /// What each day is by the schedule; Monday to Friday where the law has no schedule yet.
    fn kinds(&self, law: &Law, from: Date, until: Date) -> BTreeMap<Date, DayKind> {
        let key: ScheduleKey = self.schedule.parse().expect("a schedule has a name");
        if let Ok(plan) = Plan::compile(law, &key, (from, until), self.as_of()) {
            return plan.days.iter().map(|day| (day.date, day.kind)).collect();
        }
        let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let kind = |day| if weekend(day) { DayKind::Off } else { DayKind::Work };
        from.series(1.day()).take_while(|day| *day <= until).map(|day| (day, kind(day))).collect()
    }

    fn check_year(
        &self,
        year: &YearCase,
        law: &Law,
        wrong: &mut Vec<String>,
    ) -> Result<(), NotInForce> {
        let until = self.day();
        let first = date(until.year(), 1, 1);
        let since = year.since.unwrap_or(first);
        let kinds = self.kinds(law, since, until);
        let records = year.records(&kinds, since, until);
        let facts = YearFacts { year: until.year(), until, days: &records };
        let employment = year.employment.unwrap_or(Employment::Pns);
        let standing = YearStanding::of(&facts, employment, law)?;
        let stands = standing.ladders.iter();
        let stands: Vec<_> = stands.map(|one| format!("{} {}", one.ladder, one.days)).collect();
        compare("stands", &year.stands, &stands, wrong);
        let reached = standing.ladders.iter().flat_map(|one| &one.reached);
        let reached: Vec<_> = reached.map(|one| format!("{} {}", one.on, one.rung.code)).collect();
        compare("reached", &year.reached, &reached, wrong);
        let next = standing.ladders.last().and_then(|one| one.next.as_ref());
        let next = next.map(|next| format!("{} {}", next.days, next.rung.code));
        compare("next", &year.next, &next, wrong);
        compare("in-a-row", &year.in_a_row, &standing.count.in_a_row(), wrong);
        let alerts: Vec<_> = standing.alerts.iter().map(|alert| alert.code().to_owned()).collect();
        compare("alerts", &year.alerts, &alerts, wrong);
        let stops = standing.in_a_row.first().and_then(|row| row.salary_stops);
        compare("salary-stops", &year.salary_stops, &stops, wrong);
        Ok(())
    }

    fn check_working_days(&self, count: &WorkingDaysCase, law: &Law, wrong: &mut Vec<String>) {
        let from = self.day();
        let (first, last) = (from.saturating_sub(1.year()), from.saturating_add(1.year()));
        let kinds = self.kinds(law, first, last);
        let is_working = |day: Date| kinds.get(&day) == Some(&DayKind::Work);
        let limits = law.value_on(&law.discipline.limits, "discipline.limits", from, from).ok();
        let got = match (count.limit.as_str(), count.days) {
            ("after", Some(days)) => working_days_after(from, days, &is_working),
            ("before", Some(days)) => working_days_before(from, days, &is_working),
            (limit, _) => {
                let chosen = limits.and_then(|limits| match limit {
                    "summons" => limits.summons.as_ref(),
                    "second-summons" => limits.second_summons.as_ref(),
                    "handover" => limits.handover.as_ref(),
                    "sending" => limits.sending.as_ref(),
                    "effect" => limits.effect.as_ref(),
                    "objection" => limits.objection.as_ref(),
                    other => panic!("{}: {other} is no limit", self.name),
                });
                chosen.and_then(|limit| working_days_after(from, limit.days, &is_working))
            }
        };
        compare("comes-to", &count.comes_to, &got, wrong);
    }

    fn check_imposed(
        &self,
        imposed: &ImposedCase,
        law: &Law,
        wrong: &mut Vec<String>,
    ) -> Result<(), NotInForce> {
        let on = self.day();
        if let Some(days) = imposed.days {
            let employment = imposed.employment.unwrap_or(Employment::Pns);
            let (name, ladder) = ladder_on(law, employment, on)?;
            let rung = ladder.rung_at(days).unwrap_or_else(|| panic!("{}: no rung", self.name));
            let got = imposable(law, name, rung, on)?;
            compare("code", &imposed.code.as_deref(), &Some(got.code), wrong);
            let waits = got.waiting.as_ref().map(|waiting| waiting.code);
            compare("waits", &imposed.waits.as_deref(), &waits, wrong);
            let pay = pay_effect(law, got.code, on).code();
            compare("pay", &imposed.pay.as_deref(), &Some(pay), wrong);
            let pay_waiting = waits.map(|code| pay_effect(law, code, on).code());
            compare("pay-waiting", &imposed.pay_waiting.as_deref(), &pay_waiting, wrong);
        }
        if let (Some(level), Some(post)) = (imposed.level, imposed.post) {
            let officers = officers_for(law, level, post, on)?;
            let got: Vec<_> = officers.iter().map(|(capacity, _)| *capacity).collect();
            compare("officers", &imposed.officers, &Some(got.clone()), wrong);
            for capacity in Capacity::ALL {
                let may = may_impose(law, *capacity, (level, post), on)?.is_some();
                compare("may", &got.contains(capacity), &may, wrong);
            }
        }
        if let (Some(level), Some(team)) = (imposed.level, &imposed.team) {
            let (need, _) = team_need(law, level, on)?;
            compare("team", &team.as_str(), &need.code(), wrong);
        }
        Ok(())
    }

    fn check_procedure(&self, case: &ProcedureCase, law: &Law, wrong: &mut Vec<String>) {
        let today = self.day();
        let first = case.events.first().map_or(today, |event| event.on);
        let kinds = self.kinds(law, first, today.saturating_add(1.year()));
        let is_working = |day: Date| kinds.get(&day) == Some(&DayKind::Work);
        let punished = [Punished { absences: case.punished.clone() }];
        let punished = if case.punished.is_empty() { &[][..] } else { &punished };
        let procedure = Procedure { law, is_working: &is_working, punished };
        let file = match CaseFile::of(&case.events, procedure) {
            Ok(file) => file,
            Err(refused) => {
                let got = format!("{} {}", refused.place + 1, refused.refusal.code());
                return compare("refusal", &case.refusal, &Some(got), wrong);
            }
        };
        compare("refusal", &case.refusal, &None, wrong);
        let state = file.state();
        compare("stage", &case.stage.as_deref(), &Some(state.stage.code()), wrong);
        let due = file.due();
        let overdue =
            if due.is_some_and(|due| due.is_late(today)) { Overdue::Yes } else { Overdue::No };
        compare("overdue", &case.overdue, &overdue, wrong);
        let due = due.map(|due| match due.by {
            Some(by) => format!("{} {by}", due.step),
            None => due.step.to_string(),
        });
        compare("due", &case.due, &due, wrong);
        let late: Vec<_> =
            state.late.iter().map(|late| format!("{} {}", late.step, late.due)).collect();
        compare("late", &case.late, &late, wrong);
        let silent: Vec<_> = state.silent.iter().map(ToString::to_string).collect();
        compare("silent", &case.silent, &silent, wrong);
    }
}

impl YearCase {
    fn records(&self, kinds: &BTreeMap<Date, DayKind>, since: Date, until: Date) -> Vec<DayRecord> {
        let spans = |texts: &[String]| -> Vec<(Date, Date)> {
            texts.iter().map(|text| span(text)).collect()
        };
        let (absent, leave) = (spans(&self.absent), spans(&self.leave));
        let (duty, unknown) = (spans(&self.duty), spans(&self.unknown));
        let within = |spans: &[(Date, Date)], day: Date| {
            spans.iter().any(|(from, until)| (*from..=*until).contains(&day))
        };
        let known = kinds
            .iter()
            .filter(|(day, _)| (since..=until).contains(*day) && !within(&unknown, **day));
        known
            .map(|(day, kind)| {
                let late_minutes = self.late.get(day).copied().unwrap_or(0);
                let verdict = match kind {
                    DayKind::Off => Verdict::Off,
                    DayKind::Holiday(_) => Verdict::Holiday,
                    DayKind::JointLeave(_) => Verdict::JointLeave,
                    DayKind::Work if within(&absent, *day) => Verdict::Absent,
                    DayKind::Work if within(&leave, *day) => Verdict::Leave,
                    DayKind::Work if within(&duty, *day) => Verdict::Duty,
                    DayKind::Work if late_minutes > 0 => Verdict::Late,
                    DayKind::Work => Verdict::Present,
                };
                DayRecord {
                    date: *day,
                    verdict,
                    excuse: None,
                    findings: Findings::NONE,
                    late_minutes,
                    early_minutes: 0,
                    away_minutes: 0,
                    arrived: None,
                    left: None,
                    basis: ProvisionId::default(),
                }
            })
            .collect()
    }
}

fn span(text: &str) -> (Date, Date) {
    let day =
        |text: &str| -> Date { text.parse().unwrap_or_else(|error| panic!("{text}: {error}")) };
    match text.split_once("..") {
        Some((from, until)) => (day(from), day(until)),
        None => (day(text), day(text)),
    }
}

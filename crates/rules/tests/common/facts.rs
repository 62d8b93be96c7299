//! The facts of a case: those of a month in which every day that the case does not mention was
//! worked from the first to the last minute.

use std::collections::BTreeSet;

use civil::{Employment, ScheduleKey, Wall};
use jiff::civil::{Date, Time};
use rules::{
    day::DayRecord,
    excuse::{Excuse, ExcuseKind},
    law::{Law, NotInForce, presence::Which},
    month::{Beside, ExcusedDays, InService, PresenceFacts, evaluate_days},
    plan::{DayKind, DayPlan, Plan},
    roster::Roster,
    statement::{Occurrence, PayState},
};

use super::{Case, ExcuseEntry, OccurrenceEntry, StateEntry};

impl Case {
    /// The day records of the month.
    pub(super) fn records(
        &self,
        law: &Law,
        schedules: &[(Date, Date, ScheduleKey)],
    ) -> Result<Vec<DayRecord>, NotInForce> {
        let month = self.month();
        let excuses = self.excuses();
        let turns = self.roster.iter();
        let roster: Roster =
            turns.map(|(date, turn)| (*date, turn.parse().expect("a turn"))).collect();
        let mut plans: Vec<(DayPlan, InService)> = Vec::new();
        for (from, until, key) in schedules {
            let span = (month.first(), month.last());
            let plan = Plan::rostered(law, (key, &roster), span, self.as_of())?;
            for day in plan.days {
                if (*from..=*until).contains(&day.date) {
                    plans.push((day, InService::Yes));
                } else if schedules.len() == 1 {
                    // Days out of service are asked for too, as an office does.
                    plans.push((day, InService::No));
                }
            }
        }
        plans.sort_by_key(|(day, _)| day.date);
        let readings = self.readings(&plans, &excuses);
        let planned: Vec<_> = plans.iter().map(|(day, service)| (day, *service)).collect();
        let mut records = Vec::new();
        let facts = PresenceFacts {
            beside: Beside::default(),
            plans: &planned,
            readings: &readings,
            excuses: &excuses,
            now: self.now.as_deref().map(moment),
        };
        evaluate_days(&facts, &mut records);
        Ok(records)
    }

    /// All readings: those the case gives, and full days for the rest.
    fn readings(&self, plans: &[(DayPlan, InService)], excuses: &[ExcusedDays]) -> Vec<Wall> {
        let mut readings = BTreeSet::new();
        for (plan, service) in plans {
            let looked_at = self.date == Some(plan.date);
            let own = if looked_at { self.punches.as_ref() } else { self.days.get(&plan.date) };
            if let Some(own) = own {
                readings.extend(own.iter().map(|text| reading(plan.date, text)));
                continue;
            }
            let away = excuses.iter().any(|days| {
                days.excuse.seconds.is_none() && (days.from..=days.until).contains(&plan.date)
            });
            let later = self.now.as_deref().is_some_and(|now| moment(now) <= plan.midnight);
            if plan.kind == DayKind::Work && *service == InService::Yes && !away && !later {
                for shift in &plan.shifts {
                    let rest = shift.rest.filter(|_| plan.clockwork.which == Which::Four);
                    let seconds = [shift.starts, shift.ends]
                        .into_iter()
                        .chain(rest.into_iter().flat_map(|(out, back)| [out, back]));
                    let at = |second: i32| plan.midnight.plus_seconds(i64::from(second));
                    readings.extend(seconds.map(at));
                }
            }
        }
        readings.into_iter().collect()
    }

    pub(super) fn states(&self) -> (Vec<PayState>, Vec<(Date, Date, ScheduleKey)>) {
        let month = self.month();
        let whole = StateEntry {
            from: month.first(),
            until: None,
            schedule: None,
            class: None,
            employment: None,
            reason: None,
            factor: None,
            eligible: None,
        };
        let entries = if self.states.is_empty() { vec![whole] } else { self.states.clone() };
        let pay = |entry: &StateEntry| PayState {
            from: entry.from,
            until: entry.until.unwrap_or(month.last()),
            class: entry.class.or(self.class).or(Some(7)),
            employment: entry.employment.or(self.employment).unwrap_or(Employment::Pns),
            eligible: entry.eligible.or(self.eligible).unwrap_or(true),
            factor: entry.factor.or(self.factor),
            reason: entry.reason.clone().or(self.reason.clone()),
            group: None,
        };
        let key = |entry: &StateEntry| {
            let name = entry.schedule.as_ref().unwrap_or(&self.schedule);
            let key = name.parse().unwrap_or_else(|error| panic!("{}: {error}", self.name));
            (entry.from, entry.until.unwrap_or(month.last()), key)
        };
        (entries.iter().map(pay).collect(), entries.iter().map(key).collect())
    }

    pub(super) fn excuses(&self) -> Vec<ExcusedDays> {
        let one = |entry: &ExcuseEntry| {
            let from = entry.from.or(self.date).expect("an excuse has a day");
            let kind: ExcuseKind =
                entry.kind.parse().unwrap_or_else(|error| panic!("{}: {error}", self.name));
            let seconds = entry.hours.as_ref().map(|hours| {
                let (from, until) = hours.split_once('-').expect("hours are written 07:30-12:00");
                (second(from), second(until))
            });
            let until = entry.until.unwrap_or(from);
            ExcusedDays { from, until, excuse: Excuse { kind, seconds } }
        };
        self.excuses.iter().map(one).collect()
    }

    pub(super) fn occurrences(&self) -> Vec<Occurrence> {
        let days = |entry: &OccurrenceEntry| {
            let from = entry.date.or(self.date).expect("an occurrence has a day");
            from.series(jiff::Span::new().days(1))
                .take_while(|day| *day <= entry.until.unwrap_or(from))
                .map(|date| Occurrence { date, code: entry.code.clone(), amount: entry.amount })
                .collect::<Vec<_>>()
        };
        self.occurrences.iter().flat_map(days).collect()
    }
}

/// `07:30`, `07:30:59`, `+1 07:02` on the next day, `-1 21:00` on the day before.
fn reading(date: Date, text: &str) -> Wall {
    let (days, time) = match text.split_once(' ') {
        Some(("+1", time)) => (1, time),
        Some(("-1", time)) => (-1, time),
        Some(_) => panic!("{text} is no reading"),
        None => (0, text),
    };
    Wall::midnight(date).plus_seconds(days * 86_400 + i64::from(second(time)))
}

fn second(time: &str) -> i32 {
    let time: Time = time.parse().unwrap_or_else(|error| panic!("{time}: {error}"));
    i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second())
}

fn moment(text: &str) -> Wall {
    Wall::of(text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

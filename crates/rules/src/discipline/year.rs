//! Where a person stands in a calendar year: rungs with the day they were reached, the next one,
//! and what somebody should be told. Nothing happens by itself.

use std::collections::BTreeSet;

use civil::{Employment, Month};
use jiff::civil::Date;

use super::{
    count::{RunEnd, YearCount, YearFacts},
    imposable::{Imposable, imposable},
    standing::{ladder_on, minutes_a_day},
};
use crate::law::{
    Dated as _, Law, NotInForce, ProvisionId,
    discipline::{InARow, LadderValue, LeaveBetween, Rung, StopsFrom},
    holding,
};

/// A rung and the day it was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached<'l> {
    /// The rung.
    pub rung: &'l Rung,
    /// The day absent, or the day of the minutes, that reached it.
    pub on: Date,
}

/// The next rung and how many days absent are missing to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next<'l> {
    /// The rung.
    pub rung: &'l Rung,
    /// Days absent still missing.
    pub days: u32,
}

/// Where the days of one ladder stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderStanding<'l> {
    /// Name of the ladder.
    pub ladder: &'l str,
    /// The value that counted last.
    pub provision: ProvisionId,
    /// Days that count, those made of minutes among them.
    pub days: u32,
    /// Days made of minutes.
    pub from_minutes: u32,
    /// Rungs reached, in order.
    pub reached: Vec<Reached<'l>>,
    /// The next rung, if the ladder still holds at the end and has one.
    pub next: Option<Next<'l>>,
}

/// Days in a row that reached what the law says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReached<'l> {
    /// What it says.
    pub row: &'l InARow,
    /// The day on which they were full.
    pub on: Date,
    /// From when the salary is to be stopped, by an officer.
    pub salary_stops: Option<Date>,
}

/// What somebody should be told. None of it is done by the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alert<'l> {
    /// A rung is reached; what may be imposed for it.
    Rung {
        /// The highest one reached.
        reached: Reached<'l>,
        /// What may be imposed on the last day looked at.
        imposable: Imposable<'l>,
    },
    /// The sanction of the rung waits for another act; the system does not cut by itself.
    CutWaits(Imposable<'l>),
    /// So many days absent are missing to the next rung.
    Soon(Next<'l>),
    /// Days in a row are full.
    InARow(RowReached<'l>),
    /// The salary is to be stopped from this day on, which an officer does.
    SalaryStop(Date),
    /// So many days absent are missing to the days in a row.
    SoonInARow(u32),
    /// A run began before the year; with those days it is so long. Whether it counts, a person
    /// decides.
    RunCrossesYear(u32),
    /// So many days are not known.
    UnknownDays(u32),
    /// So many days are absent only by minutes, and not counted.
    AbsentByMinutes(u32),
}

impl Alert<'_> {
    /// All words, for the test that each has its sentence.
    pub const CODES: [&'static str; 9] = [
        "rung",
        "cut-waits",
        "soon",
        "in-a-row",
        "salary-stop",
        "soon-in-a-row",
        "run-crosses-year",
        "unknown-days",
        "absent-by-minutes",
    ];

    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Rung { .. } => "rung",
            Self::CutWaits(_) => "cut-waits",
            Self::Soon(_) => "soon",
            Self::InARow(_) => "in-a-row",
            Self::SalaryStop(_) => "salary-stop",
            Self::SoonInARow(_) => "soon-in-a-row",
            Self::RunCrossesYear(_) => "run-crosses-year",
            Self::UnknownDays(_) => "unknown-days",
            Self::AbsentByMinutes(_) => "absent-by-minutes",
        }
    }
}

/// Where a person stands in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStanding<'l> {
    /// The count.
    pub count: YearCount,
    /// By ladder, in order of time: a day absent counts by the ladder in force on that day.
    pub ladders: Vec<LadderStanding<'l>>,
    /// Days in a row that were full.
    pub in_a_row: Vec<RowReached<'l>>,
    /// What to tell, the gravest first.
    pub alerts: Vec<Alert<'l>>,
}

impl<'l> YearStanding<'l> {
    /// Counts a year and holds it against the law of each day.
    ///
    /// Source: PP 94/2021 art. 9–11 and 15; PP 53/2010 art. 8–10 for days before 31 August 2021.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if there is no ladder for the kind of employment on a day that counts or on
    /// the last one, or nothing says whether a sanction waits.
    pub fn of(
        facts: &YearFacts<'_>,
        employment: Employment,
        law: &'l Law,
    ) -> Result<Self, NotInForce> {
        let until = facts.until.min(jiff::civil::date(facts.year, 12, 31));
        let (_, last) = ladder_on(law, employment, until)?;
        let leave = last.in_a_row.as_ref().map_or(LeaveBetween::Breaks, |row| row.leave_between);
        let count = YearCount::of(facts, leave);
        let ladders = ladders(&count, employment, law)?;
        let in_a_row = rows(&count, employment, law)?;
        let mut standing = Self { count, ladders, in_a_row, alerts: Vec::new() };
        standing.alerts = standing.alerts(last, law)?;
        Ok(standing)
    }

    fn alerts(&self, last: &'l LadderValue, law: &'l Law) -> Result<Vec<Alert<'l>>, NotInForce> {
        let until = self.count.until;
        let mut alerts = Vec::new();
        for row in &self.in_a_row {
            alerts.push(Alert::InARow(row.clone()));
            alerts.extend(row.salary_stops.map(Alert::SalaryStop));
        }
        for standing in self.ladders.iter().rev() {
            let Some(reached) = standing.reached.last().cloned() else { continue };
            // A case of an old law is decided by the sanctions of that law.
            let imposable = imposable(law, standing.ladder, reached.rung, until)?;
            let waits = imposable.waiting.is_some();
            alerts.push(Alert::Rung { reached, imposable: imposable.clone() });
            if waits {
                alerts.push(Alert::CutWaits(imposable));
            }
        }
        let notice = holding(&law.discipline.notice, until, until);
        let tells = |days: u32| notice.is_some_and(|notice| notice.days_before.contains(&days));
        let next = self.ladders.last().and_then(|standing| standing.next.clone());
        alerts.extend(next.filter(|next| tells(next.days)).map(Alert::Soon));
        if let (Some(row), Some(run)) = (&last.in_a_row, self.count.runs.last())
            && run.end == RunEnd::Open
        {
            let missing = row.days.checked_sub(length(run.in_year(self.count.year).count()));
            alerts.extend(missing.filter(|days| tells(*days)).map(Alert::SoonInARow));
        }
        alerts.extend(self.crossing(last).map(Alert::RunCrossesYear));
        let some = |days: &[Date]| Some(length(days.len())).filter(|days| *days > 0);
        alerts.extend(some(&self.count.unknown).map(Alert::UnknownDays));
        alerts.extend(some(&self.count.by_minutes).map(Alert::AbsentByMinutes));
        Ok(alerts)
    }

    /// Days of a run that is long enough only with those before the year.
    fn crossing(&self, last: &LadderValue) -> Option<u32> {
        let row = last.in_a_row.as_ref()?;
        let run = self.count.runs.first()?;
        let whole = length(run.days.len());
        let own = length(run.in_year(self.count.year).count());
        (own < whole && own < row.days && whole >= row.days).then_some(whole)
    }
}

/// Climbs the ladder in force on each day, a day at a time.
fn ladders<'l>(
    count: &YearCount,
    employment: Employment,
    law: &'l Law,
) -> Result<Vec<LadderStanding<'l>>, NotInForce> {
    let minutes_of = |day: Date| {
        let found = count.minutes.iter().find(|(on, _)| *on == day);
        found.map_or(0, |(_, minutes)| *minutes)
    };
    let mut days: BTreeSet<Date> = count.absences.iter().copied().collect();
    days.extend(count.minutes.iter().map(|(day, _)| *day));
    let mut ladders: Vec<LadderStanding<'l>> = Vec::new();
    let (mut absent, mut minutes) = (0, 0);
    for day in days {
        let (name, value) = ladder_on(law, employment, day)?;
        if ladders.last().is_none_or(|standing| standing.ladder != name) {
            ladders.push(LadderStanding::new(name, value));
            (absent, minutes) = (0, 0);
        }
        let Some(standing) = ladders.last_mut() else { continue };
        absent += u32::from(count.absences.contains(&day));
        minutes += minutes_of(day);
        standing.provision = value.head().provision;
        standing.from_minutes = minutes_a_day(law, name, day).map_or(0, |a_day| minutes / a_day);
        let before = standing.days;
        standing.days = (absent + standing.from_minutes).max(before);
        let reached = value.rungs.iter().filter(|rung| rung.from > before);
        let reached = reached.filter(|rung| rung.from <= standing.days);
        standing.reached.extend(reached.map(|rung| Reached { rung, on: day }));
    }
    let (name, value) = ladder_on(law, employment, count.until)?;
    if ladders.last().is_none_or(|standing| standing.ladder != name) {
        ladders.push(LadderStanding::new(name, value));
    }
    if let Some(standing) = ladders.last_mut() {
        let rung = value.rungs.iter().find(|rung| rung.from > standing.days);
        standing.next = rung.map(|rung| Next { rung, days: rung.from - standing.days });
    }
    Ok(ladders)
}

impl<'l> LadderStanding<'l> {
    fn new(ladder: &'l str, value: &LadderValue) -> Self {
        Self {
            ladder,
            provision: value.head().provision,
            days: 0,
            from_minutes: 0,
            reached: Vec::new(),
            next: None,
        }
    }
}

/// Runs that were full, each by the law of the day on which it was.
fn rows<'l>(
    count: &YearCount,
    employment: Employment,
    law: &'l Law,
) -> Result<Vec<RowReached<'l>>, NotInForce> {
    let mut rows = Vec::new();
    for run in &count.runs {
        let (mut of_ladder, mut days) = ("", 0);
        for day in run.in_year(count.year) {
            let (name, value) = ladder_on(law, employment, day)?;
            days = if name == of_ladder { days + 1 } else { 1 };
            of_ladder = name;
            if let Some(row) = value.in_a_row.as_ref().filter(|row| row.days == days) {
                let salary_stops = row.salary.as_ref().and_then(|salary| match salary.from {
                    StopsFrom::NextMonth => Month::of(day).checked_next().map(Month::first),
                });
                rows.push(RowReached { row, on: day, salary_stops });
            }
        }
    }
    Ok(rows)
}

fn length(days: usize) -> u32 {
    u32::try_from(days).unwrap_or(u32::MAX)
}

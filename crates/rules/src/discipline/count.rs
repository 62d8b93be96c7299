//! A calendar year of day records, counted as the law on discipline counts it.

use std::collections::BTreeMap;

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};

use crate::{
    day::{DayRecord, Findings, Verdict},
    law::discipline::LeaveBetween,
};

/// The days of a person in a calendar year.
#[derive(Clone, Copy, Debug)]
pub struct YearFacts<'a> {
    /// The year. Counting begins anew on its first of January (PP 94/2021 art. 9–11).
    pub year: i16,
    /// Last day that is looked at; that of the year if it is later.
    pub until: Date,
    /// Records in any order. A day of the year up to `until` without one is a day by which nothing
    /// is known: it accuses nobody and is listed. Records before the year say only whether a run
    /// of days had begun before it.
    pub days: &'a [DayRecord],
}

/// How a run of days absent ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// By a day at work, on duty or from elsewhere.
    Worked(Date),
    /// By a working day on leave, which is a day with a reason.
    Leave(Date),
    /// By a day by which nothing is known.
    Unknown(Date),
    /// By the end of service.
    OutOfService(Date),
    /// Not yet.
    Open,
}

/// Working days absent one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The days absent, in order; those before the year too.
    pub days: Vec<Date>,
    /// Days between them that did not break the run, each with what it was: holidays, joint leave,
    /// days off.
    pub between: Vec<(Date, Verdict)>,
    /// How it ended.
    pub end: RunEnd,
}

impl Run {
    /// Its days in `year`.
    pub fn in_year(&self, year: i16) -> impl Iterator<Item = Date> {
        self.days.iter().copied().filter(move |day| day.year() == year)
    }
}

/// What a year comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCount {
    /// The year.
    pub year: i16,
    /// Last day looked at.
    pub until: Date,
    /// Days absent without a reason, in order.
    pub absences: Vec<Date>,
    /// Days that a rule on minutes made absent though the person had come. They are no absence
    /// here, a person looks at them.
    pub by_minutes: Vec<Date>,
    /// Days by which nothing is known.
    pub unknown: Vec<Date>,
    /// Minutes late and early by day, those with permission or made up left out.
    pub minutes: Vec<(Date, u32)>,
    /// Runs of days absent of which at least one lies in the year.
    pub runs: Vec<Run>,
}

/// What a day is to a count.
enum Kind {
    Absent,
    ByMinutes,
    Free(Verdict),
    Leave,
    Worked,
    OutOfService,
    NotOver,
    Unknown,
}

impl YearCount {
    /// Counts a year. A day that is no working day for the person never breaks a run, because the
    /// law speaks of working days one after another; `leave` says what a working day on leave does.
    #[must_use]
    pub fn of(facts: &YearFacts<'_>, leave: LeaveBetween) -> Self {
        let records: BTreeMap<Date, &DayRecord> =
            facts.days.iter().map(|record| (record.date, record)).collect();
        let first = date(facts.year, 1, 1);
        let until = facts.until.min(date(facts.year, 12, 31));
        let mut counting = Counting {
            count: Self {
                year: facts.year,
                until,
                absences: Vec::new(),
                by_minutes: Vec::new(),
                unknown: Vec::new(),
                minutes: Vec::new(),
                runs: Vec::new(),
            },
            run: None,
            leave,
        };
        let begin = records.keys().next().copied().unwrap_or(first).min(first);
        for day in begin.series(1.day()).take_while(|day| *day <= until) {
            counting.add(day, records.get(&day).copied());
        }
        counting.close(RunEnd::Open);
        counting.count
    }

    /// All minutes of the year.
    #[must_use]
    pub fn minutes_total(&self) -> u32 {
        self.minutes.iter().map(|(_, minutes)| minutes).sum()
    }

    /// Days of the longest run within the year.
    #[must_use]
    pub fn in_a_row(&self) -> u32 {
        let longest = self.runs.iter().map(|run| run.in_year(self.year).count()).max();
        u32::try_from(longest.unwrap_or(0)).unwrap_or(u32::MAX)
    }
}

struct Counting {
    count: YearCount,
    run: Option<Run>,
    leave: LeaveBetween,
}

impl Counting {
    fn add(&mut self, day: Date, record: Option<&DayRecord>) {
        let in_year = day.year() == self.count.year;
        let kind = record.map_or(Kind::Unknown, kind_of);
        match kind {
            Kind::Absent => {
                let new = || Run { days: Vec::new(), between: Vec::new(), end: RunEnd::Open };
                self.run.get_or_insert_with(new).days.push(day);
                if in_year {
                    self.count.absences.push(day);
                }
            }
            Kind::ByMinutes => {
                if in_year {
                    self.count.by_minutes.push(day);
                }
                self.close(RunEnd::Worked(day));
            }
            Kind::Free(verdict) => {
                if let Some(run) = &mut self.run {
                    run.between.push((day, verdict));
                }
            }
            Kind::Leave => match (self.leave, &mut self.run) {
                (LeaveBetween::Breaks, _) => self.close(RunEnd::Leave(day)),
                (LeaveBetween::Spans, Some(run)) => run.between.push((day, Verdict::Leave)),
                (LeaveBetween::Spans, None) => {}
            },
            Kind::Worked => self.close(RunEnd::Worked(day)),
            Kind::OutOfService => self.close(RunEnd::OutOfService(day)),
            Kind::NotOver => {}
            Kind::Unknown => {
                if in_year {
                    self.count.unknown.push(day);
                }
                self.close(RunEnd::Unknown(day));
            }
        }
        let minutes = record.map_or(0, minutes_of);
        if in_year && minutes > 0 {
            self.count.minutes.push((day, minutes));
        }
    }

    fn close(&mut self, end: RunEnd) {
        if let Some(mut run) = self.run.take()
            && run.in_year(self.count.year).next().is_some()
        {
            // Free days after its last day absent lie between nothing.
            let last = run.days.last().copied();
            run.between.retain(|(day, _)| Some(*day) < last);
            run.end = end;
            self.count.runs.push(run);
        }
    }
}

/// How many of these days count as absent without a reason. Summed over the months of a year it is
/// the number of [`YearCount::absences`].
#[must_use]
pub fn days_absent(records: &[DayRecord]) -> u32 {
    let absent = records.iter().filter(|record| matches!(kind_of(record), Kind::Absent));
    u32::try_from(absent.count()).unwrap_or(u32::MAX)
}

fn kind_of(record: &DayRecord) -> Kind {
    if record.findings.has(Findings::RUNNING) {
        return Kind::NotOver;
    }
    match record.verdict {
        Verdict::Absent if record.findings.has(Findings::ABSENT_BY_MINUTES) => Kind::ByMinutes,
        Verdict::Absent => Kind::Absent,
        Verdict::Holiday | Verdict::JointLeave | Verdict::Off => Kind::Free(record.verdict),
        Verdict::Leave => Kind::Leave,
        Verdict::NotInService => Kind::OutOfService,
        Verdict::NotYet => Kind::NotOver,
        Verdict::Present
        | Verdict::Late
        | Verdict::Early
        | Verdict::LateEarly
        | Verdict::Incomplete
        | Verdict::Duty
        | Verdict::Wfa => Kind::Worked,
    }
}

/// Minutes late and early without permission; of a day that is not over none.
fn minutes_of(record: &DayRecord) -> u32 {
    let findings = record.findings;
    if findings.has(Findings::RUNNING) {
        return 0;
    }
    let excused = findings.has(Findings::LATE_PERMITTED) || findings.has(Findings::MADE_UP);
    let late = if excused { 0 } else { u32::from(record.late_minutes) };
    let permitted = findings.has(Findings::EARLY_PERMITTED);
    let early = if permitted { 0 } else { u32::from(record.early_minutes) };
    late + early
}

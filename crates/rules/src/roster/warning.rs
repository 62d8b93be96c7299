//! What is to be warned of in a roster. A warning hinders nobody: rosters are made under need, and
//! whoever makes one decides.

use std::collections::BTreeMap;

use civil::ScheduleKey;
use jiff::{ToSpan, civil::Date};

use super::{Roster, TurnBy};
use crate::{
    law::{Dated as _, Law, NotInForce, ProvisionId, holding},
    plan::{DayHours, DayKind},
};

/// Minutes of a day.
const DAY_MINUTES: i64 = 1_440;

/// Days of a week.
const WEEK_DAYS: usize = 7;

/// What is asked of a person on one day, as a roster shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterDay {
    /// The day.
    pub date: Date,
    /// What kind of day.
    pub kind: DayKind,
    /// Letter in force, `-` for none of the pattern's shifts; `None` for a pattern without letters.
    pub letter: Option<String>,
    /// Who gave it.
    pub by: TurnBy,
    /// The shifts, in minutes after midnight of the day; an end beyond 1,440 is of the next day.
    pub shifts: Vec<(u16, u16)>,
    /// Minutes of work, rest not counted.
    pub work_minutes: u32,
    /// Minutes of work that the cycle alone would give.
    pub cycle_minutes: u32,
    /// The provision the hours are from.
    pub hours: ProvisionId,
}

impl RosterDay {
    /// What is asked of whoever has this schedule and roster on a day.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] where the law has no hours.
    pub fn of(
        law: &Law,
        (key, roster): (&ScheduleKey, &Roster),
        date: Date,
        as_of: Date,
    ) -> Result<Self, NotInForce> {
        let day = DayHours::of(law, (key, roster), date, as_of)?;
        let cycle_minutes = match day.by {
            TurnBy::Cycle => day.work_minutes(),
            TurnBy::Roster => {
                DayHours::of(law, (key, &Roster::default()), date, as_of)?.work_minutes()
            }
        };
        let mut shifts: Vec<_> =
            day.times.iter().map(|times| (times.starts.0, times.ends.0)).collect();
        shifts.sort_unstable();
        Ok(Self {
            date,
            kind: day.kind,
            letter: day.letter.map(str::to_owned),
            by: day.by,
            shifts,
            work_minutes: day.work_minutes(),
            cycle_minutes,
            hours: day.provision(),
        })
    }

    fn works(&self) -> bool {
        !self.shifts.is_empty()
    }
}

/// Something to be warned of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterWarning {
    /// Between two shifts lies less rest than the law asks.
    ShortRest {
        /// The day of the second shift.
        date: Date,
        /// Minutes of rest before it.
        minutes: u32,
        /// Fewest minutes by the law.
        minutes_min: u32,
        /// Which law.
        rule: ProvisionId,
    },
    /// Work on more days in a row than the law allows.
    DaysInARow {
        /// First day of the row.
        from: Date,
        /// How many days.
        days: u32,
        /// Most days by the law.
        days_max: u32,
        /// Which law.
        rule: ProvisionId,
    },
    /// More minutes in a week than the law orders, and more than the cycle alone would give.
    WeekOver {
        /// Monday of the week.
        monday: Date,
        /// Minutes of work.
        minutes: u32,
        /// Minutes by the law.
        minutes_max: u32,
        /// Which law.
        rule: ProvisionId,
    },
    /// Fewer people in a shift than the law asks.
    UncoveredShift {
        /// The day.
        date: Date,
        /// The letter of the shift.
        letter: String,
        /// People in it.
        people: u32,
        /// Fewest people by the law.
        people_min: u32,
        /// Which law.
        rule: ProvisionId,
    },
    /// Nobody is there on a holiday on which the unit must serve.
    HolidayUnstaffed {
        /// The day.
        date: Date,
        /// The holiday.
        holiday: ProvisionId,
        /// Which law orders staff.
        rule: ProvisionId,
    },
}

impl RosterWarning {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ShortRest { .. } => "short-rest",
            Self::DaysInARow { .. } => "days-in-a-row",
            Self::WeekOver { .. } => "week-over",
            Self::UncoveredShift { .. } => "uncovered-shift",
            Self::HolidayUnstaffed { .. } => "holiday-unstaffed",
        }
    }

    /// The day it is about, or the first of them.
    #[must_use]
    pub fn date(&self) -> Date {
        match self {
            Self::ShortRest { date, .. }
            | Self::UncoveredShift { date, .. }
            | Self::HolidayUnstaffed { date, .. } => *date,
            Self::DaysInARow { from, .. } => *from,
            Self::WeekOver { monday, .. } => *monday,
        }
    }

    /// The provision by which it is one.
    #[must_use]
    pub fn rule(&self) -> ProvisionId {
        match self {
            Self::ShortRest { rule, .. }
            | Self::DaysInARow { rule, .. }
            | Self::WeekOver { rule, .. }
            | Self::UncoveredShift { rule, .. }
            | Self::HolidayUnstaffed { rule, .. } => *rule,
        }
    }
}

/// What is to be warned of in days of one person that follow each other, for this pattern. A rest
/// that the law does not speak of is never too short.
#[must_use]
pub fn of_person(law: &Law, pattern: &str, days: &[RosterDay], as_of: Date) -> Vec<RosterWarning> {
    let mut warnings = short_rests(law, pattern, days, as_of);
    warnings.extend(rows_of_days(law, pattern, days, as_of));
    warnings.extend(long_weeks(law, days, as_of));
    warnings.sort_by_key(RosterWarning::date);
    warnings
}

fn short_rests(law: &Law, pattern: &str, days: &[RosterDay], as_of: Date) -> Vec<RosterWarning> {
    let mut warnings = Vec::new();
    let shifts = days.iter().flat_map(|day| day.shifts.iter().map(move |shift| (day, shift)));
    let mut before: Option<(&RosterDay, u16)> = None;
    for (day, (starts, ends)) in shifts {
        // Two shifts of a single day are one duty with a long rest.
        if let Some((earlier, ended)) = before.filter(|(earlier, _)| earlier.date != day.date)
            && let Some(rule) = law.roster.rest_on(pattern, day.date, as_of)
            && let Some(minutes_min) = rule.between_shifts_minutes
        {
            let between = day.date.duration_since(earlier.date).as_hours() / 24 * DAY_MINUTES;
            let rest = between + i64::from(*starts) - i64::from(ended);
            let minutes = u32::try_from(rest).unwrap_or(0);
            if minutes < minutes_min {
                let rule = rule.head().provision;
                let date = day.date;
                warnings.push(RosterWarning::ShortRest { date, minutes, minutes_min, rule });
            }
        }
        before = Some((day, *ends));
    }
    warnings
}

fn rows_of_days(law: &Law, pattern: &str, days: &[RosterDay], as_of: Date) -> Vec<RosterWarning> {
    let rows = days.chunk_by(|one, next| one.works() == next.works());
    rows.filter(|row| row.first().is_some_and(RosterDay::works))
        .filter_map(|row| {
            let (from, last) = (row.first()?.date, row.last()?.date);
            let rule = law.roster.rest_on(pattern, last, as_of)?;
            let (days, days_max) = (u32::try_from(row.len()).ok()?, rule.days_in_a_row_max?);
            let rule = rule.head().provision;
            (days > days_max).then_some(RosterWarning::DaysInARow { from, days, days_max, rule })
        })
        .collect()
}

/// Whole weeks only: of a part nobody can say whether it is too much.
fn long_weeks(law: &Law, days: &[RosterDay], as_of: Date) -> Vec<RosterWarning> {
    let monday = |day: &RosterDay| {
        let back = i64::from(day.date.weekday().to_monday_zero_offset());
        day.date.saturating_sub(back.days())
    };
    let weeks = days.chunk_by(|one, next| monday(one) == monday(next));
    weeks
        .filter(|week| week.len() == WEEK_DAYS)
        .filter_map(|week| {
            let monday = week.first()?.date;
            let minutes: u32 = week.iter().map(|day| day.work_minutes).sum();
            let of_cycle: u32 = week.iter().map(|day| day.cycle_minutes).sum();
            let rule = law.week_on(monday, as_of)?;
            let (minutes_max, rule) = (rule.minutes, rule.head().provision);
            let over = minutes > minutes_max && minutes > of_cycle;
            over.then_some(RosterWarning::WeekOver { monday, minutes, minutes_max, rule })
        })
        .collect()
}

/// Who is there in a unit on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// People by pattern and letter, those on leave left out.
    pub by_letter: BTreeMap<(String, String), u32>,
    /// Everybody with a shift, those on leave left out.
    pub people: u32,
}

/// What the people of an organisation, or of a unit inside it, lack on a day; `groups` are the
/// names it goes by, its code or its unit.
#[must_use]
pub fn of_unit(
    law: &Law,
    groups: &[&str],
    (date, covered): (Date, &Covered),
    as_of: Date,
) -> Vec<RosterWarning> {
    let mut warnings = Vec::new();
    for staffing in law.roster.staffing.values() {
        let holds = holding(&staffing.values, date, as_of);
        let Some(value) = holds.filter(|value| groups.contains(&value.group.as_str())) else {
            continue;
        };
        for (letter, people_min) in &value.shifts {
            let place = (value.schedule.clone(), letter.clone());
            let people = covered.by_letter.get(&place).copied().unwrap_or(0);
            if people < *people_min {
                let (letter, people_min) = (letter.clone(), *people_min);
                let rule = value.head().provision;
                warnings.push(RosterWarning::UncoveredShift {
                    date,
                    letter,
                    people,
                    people_min,
                    rule,
                });
            }
        }
    }
    if let Some(holiday) = law.holiday(date, as_of)
        && let Some(on_duty) = holding(&law.roster.on_duty, date, as_of)
        && on_duty.groups.iter().any(|group| groups.contains(&group.as_str()))
        && covered.people == 0
    {
        let (holiday, rule) = (holiday.provision(), on_duty.head().provision);
        warnings.push(RosterWarning::HolidayUnstaffed { date, holiday, rule });
    }
    warnings
}

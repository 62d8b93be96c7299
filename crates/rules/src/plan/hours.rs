//! The hours that the law and a roster ask of one day.

use civil::ScheduleKey;
use jiff::civil::Date;

use super::DayKind;
use crate::{
    law::{
        Dated as _, Law, NotInForce, ProvisionId,
        calendar::HolidayKind,
        hours::{OnHolidays, ScheduleValue, ShiftTimes},
    },
    roster::{OFF, Roster, Turn, TurnBy},
};

/// The hours of one day.
pub(crate) struct DayHours<'l> {
    /// The value of the schedule they are from.
    pub(crate) value: &'l ScheduleValue,
    /// What kind of day it is.
    pub(crate) kind: DayKind,
    /// Its shifts; none unless it is a working day.
    pub(crate) times: Vec<&'l ShiftTimes>,
    /// The span of days for which its hours are, or that closes it.
    pub(crate) season: Option<ProvisionId>,
    /// The letter in force, `-` for none of the pattern's shifts; absent for a pattern without
    /// letters.
    pub(crate) letter: Option<&'l str>,
    /// Who gave it.
    pub(crate) by: TurnBy,
}

impl<'l> DayHours<'l> {
    /// The hours of a day. A letter that the pattern does not have on that day gives nothing: the
    /// cycle holds. A shift given for a day on which the pattern does not work, a holiday or a
    /// closed season, is worked alone; a day off given for it leaves it as it is.
    pub(crate) fn of(
        law: &'l Law,
        (key, roster): (&ScheduleKey, &Roster),
        date: Date,
        as_of: Date,
    ) -> Result<Self, NotInForce> {
        let (schedule, value) = law.schedule_value(key.pattern(), date, as_of)?;
        let given = roster.on(date).and_then(|turn| value.own(turn));
        let of_cycle = value.cycle_letter(date, key.offset_days());
        let letter = given.or(of_cycle);
        let by = if given.is_some() { TurnBy::Roster } else { TurnBy::Cycle };
        let closed = schedule.closed.iter().find_map(|season| law.season_on(season, date, as_of));
        let holiday = match schedule.holidays {
            OnHolidays::Off => law.holiday(date, as_of),
            OnHolidays::Work => None,
        };
        let of_hours = || law.season_on(value.season.as_deref()?, date, as_of);
        if let Some(shift) = given.and_then(|letter| value.shifts.get(letter))
            && (closed.is_some() || holiday.is_some())
        {
            let (kind, times, season) = (DayKind::Work, vec![shift], of_hours());
            return Ok(Self { value, kind, times, season, letter, by });
        }
        let times = value.shifts_with(date, letter);
        let kind = match holiday {
            Some(holiday) => match holiday.kind {
                HolidayKind::CutiBersama => DayKind::JointLeave(holiday.provision()),
                HolidayKind::LiburNasional | HolidayKind::LiburDaerah => {
                    DayKind::Holiday(holiday.provision())
                }
            },
            None if closed.is_some() || times.is_empty() => DayKind::Off,
            None => DayKind::Work,
        };
        // On a day without a shift of its own the season closes nothing.
        let season = closed.filter(|_| holiday.is_none() && !times.is_empty()).or_else(of_hours);
        let works = kind == DayKind::Work;
        Ok(Self {
            value,
            kind,
            times: if works { times } else { Vec::new() },
            season,
            letter: letter.map(|letter| if works { letter } else { OFF }),
            by,
        })
    }

    /// Minutes of work, rest not counted.
    pub(crate) fn work_minutes(&self) -> u32 {
        self.times.iter().map(|times| times.work_minutes()).sum()
    }

    /// The number of the provision its hours are from.
    pub(crate) fn provision(&self) -> ProvisionId {
        self.value.head().provision
    }
}

impl ScheduleValue {
    /// What this pattern calls a turn; `None` if it does not know it.
    fn own(&self, turn: &Turn) -> Option<&str> {
        match turn {
            Turn::Off if self.shifts.is_empty() => None,
            Turn::Off => Some(OFF),
            Turn::Shift(letter) => self.shifts.get_key_value(letter).map(|(own, _)| own.as_str()),
        }
    }
}

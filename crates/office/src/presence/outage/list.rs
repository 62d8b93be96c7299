//! The paper list of an outage, typed into a table.

use std::collections::HashMap;

use civil::{PersonId, Skpd, Wall};
use jiff::civil::{Date, DateTime};
use rules::roster::Roster;
use storage::people::PersonState;

use super::fault::{BadOutageRow, OutageFault};
use crate::{
    Office,
    matter::OutageRow,
    person::Ledger,
    table::{Heading, Row, value},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Nip,
    Date,
    Arrived,
    Left,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[Self::Nip, Self::Date, Self::Arrived, Self::Left];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai"],
            Self::Date => &["date", "tanggal", "tgl"],
            Self::Arrived => &["arrived", "datang", "jamdatang", "masuk"],
            Self::Left => &["left", "pulang", "jampulang"],
        }
    }

    fn required(self) -> bool {
        matches!(self, Self::Nip | Self::Date)
    }
}

/// What a row may be about.
pub(super) struct Bounds<'a> {
    pub(super) skpd: &'a Skpd,
    pub(super) from: Date,
    pub(super) until: Date,
    /// What the wall shows.
    pub(super) now: Wall,
    /// The rosters of the organisation.
    pub(super) rosters: HashMap<PersonId, Roster>,
}

impl Office {
    /// A row of the list: the times it says, or those of the schedule where it only holds a
    /// signature.
    pub(super) fn outage_row(
        &self,
        row: &Row<'_, Column>,
        ledger: &Ledger,
        bounds: &Bounds<'_>,
    ) -> Result<OutageRow, BadOutageRow> {
        let person = row.get(Column::Nip, |text| ledger.person(text))?;
        let date = row.get(Column::Date, value::date)?;
        if date < bounds.from || bounds.until < date {
            return Err(OutageFault::OtherDay(date).of(row, Column::Date));
        }
        let state = ledger
            .state_on(person, date)
            .filter(|state| state.in_service && state.skpd == *bounds.skpd);
        let Some(state) = state else {
            let skpd = bounds.skpd.to_string();
            return Err(OutageFault::NotInService { skpd, date }.of(row, Column::Nip));
        };
        let arrived = row.get_if_given(Column::Arrived, value::minute_of_day)?;
        let left = row.get_if_given(Column::Left, value::minute_of_day)?;
        let none = Roster::default();
        let roster = bounds.rosters.get(&person).unwrap_or(&none);
        let times = self.times_of((state, roster), date, (arrived, left));
        let times = times.map_err(|fault| fault.of(row, Column::Arrived))?;
        if times.iter().any(|time| Wall::of(*time) > bounds.now) {
            return Err(OutageFault::Ahead.of(row, Column::Date));
        }
        let (nip, name) = (state.nip.to_string(), state.name.clone());
        Ok(OutageRow { person, nip, name, date, times })
    }

    /// The times that are given; of a mere signature those of the schedule.
    fn times_of(
        &self,
        (state, roster): (&PersonState, &Roster),
        date: Date,
        (arrived, left): (Option<u16>, Option<u16>),
    ) -> Result<Vec<DateTime>, OutageFault> {
        let at = |second: i64| Wall::midnight(date).plus_seconds(second).datetime();
        let minute = |minute: u16| i64::from(minute) * 60;
        let law = self.lawbook.law();
        let held = (&state.schedule, roster);
        let plan = rules::plan::Plan::rostered(law, held, (date, date), self.today())
            .map_err(|silent| OutageFault::NoHours(silent.to_string()))?;
        let plan = plan.day(date).expect("a plan covers the day it was compiled for");
        let (Some(first), Some(last)) = (plan.shifts.first(), plan.shifts.last()) else {
            return Err(OutageFault::NoWorkingDay(date));
        };
        let crosses = last.ends > 86_400;
        let left = left.map(|left| {
            let early = arrived.is_some_and(|arrived| left < arrived);
            minute(left) + if crosses && early { 86_400 } else { 0 }
        });
        let times = match (arrived.map(minute), left) {
            (None, None) => vec![i64::from(first.starts), i64::from(last.ends)],
            (arrived, left) => arrived.into_iter().chain(left).collect(),
        };
        if let [arrived, left] = times.as_slice()
            && left <= arrived
        {
            return Err(OutageFault::Backwards);
        }
        Ok(times.into_iter().map(at).collect())
    }
}

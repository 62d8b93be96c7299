//! The paper list of an outage, typed into a table.

use std::collections::HashMap;

use civil::{Month, PersonId, Skpd, Wall};
use jiff::civil::{Date, DateTime};
use rules::roster::Roster;
use storage::people::PersonState;

use crate::{
    Office, OfficeError,
    matter::OutageRow,
    person::Ledger,
    table::{BadRow, Heading, Row, value},
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
    ) -> Result<OutageRow, BadRow> {
        let person = row.get(Column::Nip, |text| ledger.person(text))?;
        let date = row.get(Column::Date, value::date)?;
        if date < bounds.from || bounds.until < date {
            let reason = format!("{date} is not among the days of the outage");
            return Err(row.bad(Column::Date, reason));
        }
        let state = ledger
            .state_on(person, date)
            .filter(|state| state.in_service && state.skpd == *bounds.skpd);
        let Some(state) = state else {
            let reason = format!("is not in service in {} on {date}", bounds.skpd);
            return Err(row.bad(Column::Nip, reason));
        };
        let arrived = row.get_if_given(Column::Arrived, value::minute_of_day)?;
        let left = row.get_if_given(Column::Left, value::minute_of_day)?;
        let none = Roster::default();
        let roster = bounds.rosters.get(&person).unwrap_or(&none);
        let times = self.times_of((state, roster), date, (arrived, left));
        let times = times.map_err(|error| row.bad(Column::Arrived, error))?;
        if times.iter().any(|time| Wall::of(*time) > bounds.now) {
            return Err(row.bad(Column::Date, "a time has not come yet"));
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
    ) -> Result<Vec<DateTime>, OfficeError> {
        let at = |second: i64| Wall::midnight(date).plus_seconds(second).datetime();
        let minute = |minute: u16| i64::from(minute) * 60;
        let law = self.lawbook.law();
        let held = (&state.schedule, roster);
        let plan = rules::plan::Plan::rostered(law, held, (date, date), self.today())?;
        let plan = plan.day(date).expect("a plan covers the day it was compiled for");
        let (Some(first), Some(last)) = (plan.shifts.first(), plan.shifts.last()) else {
            let month = Month::of(date);
            return Err(OfficeError::BadInput(format!(
                "{date} is no working day of this person; look at the schedule in {month}"
            )));
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
            let why = "the time of leaving must come after the time of coming".to_owned();
            return Err(OfficeError::BadInput(why));
        }
        Ok(times.into_iter().map(at).collect())
    }
}

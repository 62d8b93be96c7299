//! What a unit's own terminals say about a time at which somebody says to have been there.

use std::collections::BTreeMap;

use civil::{PersonId, Wall};
use jiff::civil::{Date, DateTime};
use storage::{
    people::PersonState,
    presence::{PunchFilter, StoredPunch},
    terminals::TerminalState,
};

use crate::{
    Office, OfficeError,
    matter::{Witness, WitnessSays},
};

/// How far around the time punches of others tell something.
const NEAR_SECONDS: i64 = 1_800;

/// How many days before are looked at for what is usual.
const DAYS_BEFORE: i64 = 14;

/// Fewest punches around the time on a usual day that make silence tell something.
const USUAL_MIN: u32 = 3;

impl Office {
    /// What each terminal of the person's organisation says about each time.
    pub(crate) async fn witnesses(
        &self,
        (person, state): (PersonId, &PersonState),
        times: &[DateTime],
    ) -> Result<Vec<Witness>, OfficeError> {
        let (Some(first), Some(last)) = (times.first(), times.last()) else {
            return Ok(Vec::new());
        };
        let from = Wall::midnight(first.date()).plus_seconds(-DAYS_BEFORE * 86_400);
        let until = Wall::midnight(last.date()).plus_seconds(2 * 86_400 - 1);
        let mut witnesses = Vec::new();
        for terminal in self.store.terminals().await? {
            let of_unit = terminal.skpd.as_ref() == Some(&state.skpd);
            if !of_unit || terminal.state != TerminalState::Approved {
                continue;
            }
            let filter = PunchFilter {
                person: None,
                terminal: Some(terminal.serial.clone()),
                between: Some((from, until)),
            };
            let mut punches = self.store.punches(&filter).await?;
            punches.retain(|punch| punch.person != Some(person));
            witnesses.extend(times.iter().map(|time| Witness {
                terminal: terminal.serial.to_string(),
                name: terminal.name.clone(),
                ..testimony(&punches, *time)
            }));
        }
        Ok(witnesses)
    }
}

/// What the punches of a terminal say about a time.
fn testimony(punches: &[StoredPunch], time: DateTime) -> Witness {
    let at = Wall::of(time);
    let center = at.second_of_day();
    let is_near = |punch: &&StoredPunch| (punch.at.second_of_day() - center).abs() <= NEAR_SECONDS;
    let mut by_day: BTreeMap<Date, u32> = BTreeMap::new();
    for punch in punches.iter().filter(|punch| punch.at.date() < time.date()) {
        *by_day.entry(punch.at.date()).or_default() += u32::from(is_near(&punch));
    }
    // Days without any punch near are days off, or outages of their own.
    let days = by_day.values().filter(|count| **count > 0);
    let (sum, count) = days.fold((0, 0), |(sum, count), near| (sum + near, count + 1));
    let usual = u32::checked_div(sum, count).unwrap_or(0);
    let that_day = || punches.iter().filter(|punch| punch.at.date() == time.date());
    let near = that_day().filter(is_near).count();
    let near = u32::try_from(near).unwrap_or(u32::MAX);
    let says = match (near, usual) {
        (1.., _) => WitnessSays::Worked,
        (0, USUAL_MIN..) => WitnessSays::Down,
        (0, _) => WitnessSays::Nothing,
    };
    Witness {
        time,
        terminal: String::new(),
        name: String::new(),
        says,
        near,
        usual,
        silent_from: that_day()
            .map(|punch| punch.at)
            .filter(|of| *of <= at)
            .max()
            .map(Wall::datetime),
        silent_until: that_day()
            .map(|punch| punch.at)
            .filter(|of| *of > at)
            .min()
            .map(Wall::datetime),
    }
}

//! What rosters are held against: rest between shifts, how many people a shift needs, and who
//! serves on holidays.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{
    Law,
    aspect::Aspect,
    dated::{Topic, dated, on},
    hours::WeekRule,
    provision::Provisions,
    read::{Reading, listed, named},
};

dated! {
    /// Rest of whoever works in turns.
    Rest {
        /// Schedules it is for; for all if empty.
        #[serde(default)]
        schedules: Vec<String>,
        /// Fewest minutes between the end of a shift and the start of the next day's.
        between_shifts_minutes: Option<u32>,
        /// Most days of work in a row.
        days_in_a_row_max: Option<u32>,
    }
}

dated! {
    /// How many people the shifts of a unit need.
    Staffing {
        /// The organisation by its code, or the unit inside it by its name.
        group: String,
        /// Working pattern whose letters are meant.
        schedule: String,
        /// Fewest people by letter.
        shifts: BTreeMap<String, u32>,
    }
}

dated! {
    /// Units that serve directly and have staff on holidays too.
    OnDuty {
        /// Organisations by their codes, and units inside them by their names.
        groups: Vec<String>,
    }
}

impl Aspect for Rest {
    fn aspect(&self) -> Option<String> {
        (!self.schedules.is_empty()).then(|| self.schedules.join("+"))
    }
}

impl Aspect for Staffing {}
impl Aspect for OnDuty {}

/// The table `[roster]` of a law file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RosterTables {
    rest: Option<Topic<Rest>>,
    #[serde(default)]
    staffing: BTreeMap<String, Topic<Staffing>>,
    on_duty: Option<Topic<OnDuty>>,
}

/// The law that rosters are held against.
#[derive(Clone, Debug, Default)]
pub struct RosterLaw {
    /// Rest.
    pub rest: Vec<Rest>,
    /// People a shift needs, by name.
    pub staffing: BTreeMap<String, Topic<Staffing>>,
    /// Who serves on holidays.
    pub on_duty: Vec<OnDuty>,
}

impl RosterLaw {
    /// Settles the values of a file and puts them beside those already read.
    pub(super) fn merge(
        &mut self,
        tables: RosterTables,
        provisions: &mut Provisions,
        reading: &mut Reading<'_>,
    ) {
        listed(&mut self.rest, tables.rest, "roster.rest", provisions, reading);
        named(&mut self.staffing, tables.staffing, "roster.staffing", provisions, reading);
        listed(&mut self.on_duty, tables.on_duty, "roster.on-duty", provisions, reading);
    }

    /// The rest of a pattern: a value for it before one for all.
    pub(crate) fn rest_on(&self, pattern: &str, date: Date, as_of: Date) -> Option<&Rest> {
        let own = self.rest.iter().filter(|rest| rest.schedules.iter().any(|one| one == pattern));
        let general = self.rest.iter().filter(|rest| rest.schedules.is_empty());
        on(own, date, as_of).or_else(|| on(general, date, as_of))
    }
}

impl Law {
    /// The hours of a week that holds on `date`: that of a season before the ordinary.
    pub(crate) fn week_on(&self, date: Date, as_of: Date) -> Option<&WeekRule> {
        let of_season = self.week.iter().filter(|week| {
            week.season.as_deref().is_some_and(|season| self.in_season(season, date, as_of))
        });
        let ordinary = self.week.iter().filter(|week| week.season.is_none());
        on(of_season, date, as_of).or_else(|| on(ordinary, date, as_of))
    }
}

/// Staffing names a schedule that exists, and letters that some value of it has.
pub(super) fn names_exist(law: &Law, wrong: &mut Vec<(String, u32, String)>) {
    use super::dated::Dated as _;

    let known = |name: &str| law.schedules.contains_key(name);
    let mut say = |id, message: String| {
        let provision = law.provisions.get(id);
        wrong.push((provision.file.clone(), provision.line, message));
    };
    for rest in &law.roster.rest {
        for name in rest.schedules.iter().filter(|name| !known(name)) {
            let message = format!("names schedule \"{name}\", which does not exist");
            say(rest.head().provision, message);
        }
    }
    for value in law.roster.staffing.values().flat_map(|staffing| &staffing.values) {
        let Some(schedule) = law.schedules.get(&value.schedule) else {
            let message = format!("names schedule \"{}\", which does not exist", value.schedule);
            say(value.head().provision, message);
            continue;
        };
        let has = |letter: &String| schedule.values.iter().any(|of| of.shifts.contains_key(letter));
        for letter in value.shifts.keys().filter(|letter| !has(letter)) {
            let message = format!("names shift {letter}, which {} does not have", value.schedule);
            say(value.head().provision, message);
        }
    }
}

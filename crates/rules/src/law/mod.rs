//! The law as dated data: read, checked, and asked for what holds on a day.
//!
//! A value has the day from which it holds, the day it became known, its act and article, and a
//! status. The nation's values come first to the page and the regency's own first to the answer.

mod aspect;
pub mod calendar;
mod check;
mod dated;
pub mod discipline;
mod gaps;
pub mod hours;
mod in_words;
pub mod leave;
pub mod pay;
pub mod payout;
pub mod performance;
pub mod presence;
mod provision;
mod read;
pub mod roster;
mod signed;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub(crate) use dated::on as holding;
pub use dated::{Dated, Head, Topic};
pub use provision::{Act, Layer, NotInForce, Provision, ProvisionId, Provisions, Source, Status};
pub use read::{BadLaw, LawFile};

/// All that is known of the law of one regency.
#[derive(Clone, Debug)]
pub struct Law {
    /// Digest of the text it was read from, in hexadecimal.
    pub version: String,
    /// Every value with its source.
    pub provisions: Provisions,
    /// Holidays in order of date.
    pub holidays: Vec<calendar::Holiday>,
    /// Named spans of days.
    pub seasons: BTreeMap<String, calendar::Seasons>,
    /// What the nation orders for a working week.
    pub week: Vec<hours::WeekRule>,
    /// Working patterns by name.
    pub schedules: BTreeMap<String, hours::Schedule>,
    /// Which scans count.
    pub scans: Vec<presence::Scans>,
    /// How minutes are counted.
    pub minutes: Vec<presence::Minutes>,
    /// Work from elsewhere.
    pub wfa: Vec<presence::Wfa>,
    /// Allowance by class.
    pub class_amounts: Vec<pay::ClassAmounts>,
    /// Criteria that give Tpp, by name; none where the class amount is all of it.
    pub criteria: BTreeMap<String, Topic<pay::Criterion>>,
    /// From the Tpp to what is paid out.
    pub payout: payout::PayoutLaw,
    /// Bases by name, `tpp` and `class` apart.
    pub bases: BTreeMap<String, Topic<pay::Base>>,
    /// Share of the Tpp by kind of employment.
    pub employment_factors: BTreeMap<String, Topic<pay::Factor>>,
    /// Share of the Tpp left by a reason such as `tpg`.
    pub reason_factors: BTreeMap<String, Topic<pay::Factor>>,
    /// How a month is divided.
    pub proration: Vec<pay::Proration>,
    /// Rules that cut, by name.
    pub rules: BTreeMap<String, pay::Rule>,
    /// Caps by name.
    pub caps: BTreeMap<String, Topic<pay::CapValue>>,
    /// Rounding of cuts.
    pub rounding: Vec<pay::RoundingValue>,
    /// Rounding of the Tpp itself.
    pub gross_rounding: Vec<pay::RoundingValue>,
    /// Which predikat results of work and behaviour make.
    pub predikat: Vec<performance::Quadrant>,
    /// Ladders of sanctions by name.
    pub ladders: BTreeMap<String, Topic<discipline::LadderValue>>,
    /// Leave, duty and permission.
    pub leave: leave::LeaveLaw,
    /// The law on discipline apart from the ladders.
    pub discipline: discipline::DisciplineLaw,
    /// What rosters are held against.
    pub roster: roster::RosterLaw,
    /// What the sources do not give.
    pub lacks: Vec<Lack>,
}

/// Something the law surely has and no source here gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Topic.
    pub topic: String,
    /// What is missing, for people.
    pub what: String,
    /// Where this is said.
    pub file: String,
}

impl Law {
    /// Reads and checks the law of a regency. `national` files first, then its own.
    ///
    /// # Errors
    ///
    /// Every fault found, each with file and line.
    pub fn read(files: &[LawFile<'_>]) -> Result<Self, Vec<BadLaw>> {
        read::read(files)
    }

    /// The holiday on `date`, as known on `as_of`.
    #[must_use]
    pub fn holiday(&self, date: Date, as_of: Date) -> Option<&calendar::Holiday> {
        self.holidays
            .iter()
            .find(|holiday| *holiday.date.get_ref() == date && holiday.known <= as_of)
    }

    /// Names of the seasons `date` lies in.
    pub fn seasons_on(&self, date: Date, as_of: Date) -> impl Iterator<Item = &str> {
        self.seasons
            .iter()
            .filter(move |(_, seasons)| dated::on(&seasons.values, date, as_of).is_some())
            .map(|(name, _)| name.as_str())
    }

    /// Whether `date` lies in the season.
    #[must_use]
    pub fn in_season(&self, name: &str, date: Date, as_of: Date) -> bool {
        self.season_on(name, date, as_of).is_some()
    }

    /// The provision by which `date` lies in the season, if it does.
    #[must_use]
    pub fn season_on(&self, name: &str, date: Date, as_of: Date) -> Option<ProvisionId> {
        let span = dated::on(&self.seasons.get(name)?.values, date, as_of)?;
        Some(span.head().provision)
    }

    /// The value of a schedule on `date`: that of a season the date lies in, else the ordinary.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if the pattern is unknown or has no value yet.
    pub fn schedule_value(
        &self,
        pattern: &str,
        date: Date,
        as_of: Date,
    ) -> Result<(&hours::Schedule, &hours::ScheduleValue), NotInForce> {
        let silent = || NotInForce { title: format!("schedule.{pattern}"), date };
        let schedule = self.schedules.get(pattern).ok_or_else(silent)?;
        let of_season = schedule.values.iter().filter(|value| {
            value.season.as_deref().is_some_and(|season| self.in_season(season, date, as_of))
        });
        let ordinary = schedule.values.iter().filter(|value| value.season.is_none());
        dated::on(of_season, date, as_of)
            .or_else(|| dated::on(ordinary, date, as_of))
            .map(|value| (schedule, value))
            .ok_or_else(silent)
    }

    /// The value of a list that holds on `date`.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] with `title` if none does.
    pub fn value_on<'l, T: Dated>(
        &self,
        values: &'l [T],
        title: &str,
        date: Date,
        as_of: Date,
    ) -> Result<&'l T, NotInForce> {
        dated::on(values, date, as_of).ok_or_else(|| NotInForce { title: title.to_owned(), date })
    }

    /// Which scans count for a schedule: a value for this schedule before one for all.
    ///
    /// # Errors
    ///
    /// [`NotInForce`] if none holds.
    pub fn scans_on(
        &self,
        pattern: &str,
        date: Date,
        as_of: Date,
    ) -> Result<&presence::Scans, NotInForce> {
        let own = self.scans.iter().filter(|scans| scans.schedules.iter().any(|s| s == pattern));
        let general = self.scans.iter().filter(|scans| scans.schedules.is_empty());
        dated::on(own, date, as_of)
            .or_else(|| dated::on(general, date, as_of))
            .ok_or_else(|| NotInForce { title: "scans".to_owned(), date })
    }

    /// What holds on `date`, in order of topic.
    #[must_use]
    pub fn in_force(&self, date: Date, as_of: Date) -> Vec<(ProvisionId, &Provision)> {
        let mut list: Vec<_> = self
            .provisions
            .iter()
            .filter(|(_, provision)| {
                provision.from <= date
                    && provision.until.is_none_or(|until| date <= until)
                    && provision.known.is_none_or(|known| known <= as_of)
                    && (provision.topic != "holiday" || provision.from == date)
            })
            .collect();
        // Of the open values of a topic in one layer only the latest holds.
        let all = list.clone();
        list.retain(|(_, one)| {
            one.until.is_some()
                || !all.iter().any(|(_, other)| {
                    other.topic == one.topic && other.layer == one.layer && other.from > one.from
                })
        });
        list.sort_by(|(_, a), (_, b)| {
            (&a.topic, a.layer, a.from).cmp(&(&b.topic, b.layer, b.from))
        });
        list
    }
}

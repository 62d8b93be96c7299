//! The roster of a unit over a month: people by days, and what is to be warned of.

use std::collections::{BTreeMap, HashMap};

use civil::{Month, PersonId, Skpd};
use jiff::{ToSpan as _, civil::Date};
use rules::{
    excuse::{ExcuseClass, ExcuseKind},
    law::calendar::HolidayKind,
    roster::{Roster, RosterDay, TurnBy},
};
use serde::Serialize;
use storage::{
    people::PersonFact,
    presence::{Excuse, People},
};

use super::warn::{RosterNotice, notices};
use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// Days before the month that are looked at too: a row of days and a week begin before it.
const DAYS_BEFORE: i64 = 14;

/// Days after it.
const DAYS_AFTER: i64 = 7;

/// The roster of an organisation over a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterMonth {
    /// The organisation.
    pub skpd: String,
    /// The month.
    pub month: String,
    /// Its days.
    pub days: Vec<RosterDate>,
    /// Patterns that have letters, with their shifts on the first day of the month.
    pub patterns: BTreeMap<String, Vec<RosterShift>>,
    /// People whose pattern has letters on a day of the month, by unit, name and Nip.
    pub people: Vec<RosterPerson>,
    /// How many other people of the organisation there are, whose pattern has none.
    pub others: u32,
    /// What is to be warned of, by day.
    pub warnings: Vec<RosterNotice>,
}

/// A day of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterDate {
    /// The day.
    pub date: Date,
    /// The holiday on it, whoever works on it.
    pub holiday: Option<RosterHoliday>,
}

/// A holiday of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterHoliday {
    /// Its name, in Indonesian.
    pub name: String,
    /// `libur-nasional`, `cuti-bersama` or `libur-daerah`.
    pub kind: &'static str,
}

/// A shift of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterShift {
    /// Its letter.
    pub letter: String,
    /// When it begins.
    pub starts: String,
    /// When it ends; `07.00+1` is the next day's.
    pub ends: String,
}

/// A person of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterPerson {
    /// Who.
    #[serde(skip)]
    pub person: PersonId,
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Unit inside the organisation.
    pub unit: String,
    /// Schedule, with the place in the cycle.
    pub schedule: String,
    /// One cell a day of the month.
    pub cells: Vec<RosterSquare>,
}

/// What is asked of a person on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RosterSquare {
    /// Letter in force; `-` is a day off; absent where the pattern has none, or the person is not
    /// in service here.
    pub letter: Option<String>,
    /// `cycle` or `roster`.
    pub by: Option<&'static str>,
    /// Leave or duty that excuses the whole day, as a code.
    pub excuse: Option<&'static str>,
}

/// A day of a person who is in service in the organisation.
#[derive(Clone, Debug)]
pub(super) struct Served {
    pub(super) day: RosterDay,
    pub(super) pattern: String,
    pub(super) unit: String,
    pub(super) excuse: Option<ExcuseKind>,
}

impl Served {
    /// The day as it is worked: not at all by whoever is excused.
    pub(super) fn worked(&self) -> RosterDay {
        let mut day = self.day.clone();
        if self.excuse.is_some() {
            day.shifts.clear();
            (day.work_minutes, day.cycle_minutes) = (0, 0);
        }
        day
    }
}

/// Everything a roster is made of, person by person; a day on which the person is not in service
/// here, or the law has no hours, is absent.
pub(super) struct Gathered {
    pub(super) people: BTreeMap<PersonId, (Vec<PersonFact>, BTreeMap<Date, Served>)>,
}

impl Office {
    /// The roster of an organisation over a month.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`], [`OfficeError::Store`].
    pub async fn roster_month(
        &self,
        actor: &Actor,
        skpd: &Skpd,
        month: Month,
    ) -> Result<RosterMonth, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let gathered = self.gather_roster(skpd, month, &HashMap::new()).await?;
        let warnings = notices(self.lawbook.law(), skpd, month, self.today(), &gathered);
        let (mut people, mut others) = (Vec::new(), 0);
        for (person, (facts, served)) in &gathered.people {
            match roster_person(*person, facts, served, month) {
                Some(row) if row.cells.iter().any(|cell| cell.letter.is_some()) => people.push(row),
                Some(_) => others += 1,
                None => {}
            }
        }
        people.sort_by(|a, b| (&a.unit, &a.name, &a.nip).cmp(&(&b.unit, &b.name, &b.nip)));
        let days = month.days().map(|date| self.roster_date(date)).collect();
        let patterns = self.patterns(&gathered, month);
        let (skpd, month) = (skpd.to_string(), month.to_string());
        Ok(RosterMonth { skpd, month, days, patterns, people, others, warnings })
    }

    /// Reads an organisation's people, rosters and excuses around a month, in a fixed number of
    /// queries; `instead` are turns to look at in place of those kept.
    pub(super) async fn gather_roster(
        &self,
        skpd: &Skpd,
        month: Month,
        instead: &HashMap<PersonId, Roster>,
    ) -> Result<Gathered, OfficeError> {
        let first = month.first().saturating_sub(DAYS_BEFORE.days());
        let last = month.last().saturating_add(DAYS_AFTER.days());
        let of = People::Of(skpd.clone());
        let mut rosters = self.rosters(&of, (first, last)).await?;
        for (person, roster) in instead {
            let held = rosters.entry(*person).or_default();
            for (date, turn) in roster.turns() {
                held.put(date, Some(turn.clone()));
            }
        }
        let mut excuses: HashMap<PersonId, Vec<Excuse>> = HashMap::new();
        for row in self.store.excuses(&of, first, last).await? {
            excuses.entry(row.excuse.person).or_default().push(row);
        }
        let none = Roster::default();
        let mut people = BTreeMap::new();
        let facts = self.store.facts(&of).await?;
        for facts in facts.chunk_by(|one, next| one.person == next.person) {
            let Some(person) = facts.first().map(|fact| fact.person) else { continue };
            let roster = rosters.get(&person).unwrap_or(&none);
            let of_person = excuses.get(&person).map_or(&[][..], Vec::as_slice);
            let days = first.series(1.day()).take_while(|date| *date <= last);
            let served = days.filter_map(|date| {
                let state = state_on(facts, date).filter(|s| s.in_service && s.skpd == *skpd)?;
                let held = (&state.schedule, roster);
                let day = RosterDay::of(self.lawbook.law(), held, date, self.today()).ok()?;
                let (pattern, unit) = (state.schedule.pattern().to_owned(), state.unit.clone());
                Some((date, Served { day, pattern, unit, excuse: excuse_on(of_person, date) }))
            });
            let served: BTreeMap<Date, Served> = served.collect();
            if !served.is_empty() {
                people.insert(person, (facts.to_vec(), served));
            }
        }
        Ok(Gathered { people })
    }

    fn roster_date(&self, date: Date) -> RosterDate {
        let holiday = self.lawbook.law().holiday(date, self.today());
        let holiday = holiday.map(|holiday| RosterHoliday {
            name: holiday.name.clone(),
            kind: match holiday.kind {
                HolidayKind::LiburNasional => "libur-nasional",
                HolidayKind::CutiBersama => "cuti-bersama",
                HolidayKind::LiburDaerah => "libur-daerah",
            },
        });
        RosterDate { date, holiday }
    }

    /// The shifts of every pattern with letters that somebody has.
    fn patterns(&self, gathered: &Gathered, month: Month) -> BTreeMap<String, Vec<RosterShift>> {
        let served = gathered.people.values().flat_map(|(_, served)| served.values());
        let lettered = served.filter(|served| served.day.letter.is_some());
        let mut patterns: BTreeMap<String, Vec<RosterShift>> = BTreeMap::new();
        for served in lettered {
            if !patterns.contains_key(&served.pattern) {
                let value =
                    self.lawbook.law().schedule_value(&served.pattern, month.first(), self.today());
                let shifts = value.ok().into_iter().flat_map(|(_, value)| &value.shifts);
                let shifts = shifts.map(|(letter, times)| RosterShift {
                    letter: letter.clone(),
                    starts: times.starts.to_string(),
                    ends: times.ends.to_string(),
                });
                patterns.insert(served.pattern.clone(), shifts.collect());
            }
        }
        patterns
    }
}

/// A row of the month; `None` for who does not serve here on any day of it.
fn roster_person(
    person: PersonId,
    facts: &[PersonFact],
    served: &BTreeMap<Date, Served>,
    month: Month,
) -> Option<RosterPerson> {
    let last = served.keys().rfind(|date| month.contains(**date))?;
    let state = state_on(facts, *last)?;
    let square = |date: Date| {
        served.get(&date).map_or_else(RosterSquare::default, |served| RosterSquare {
            letter: served.day.letter.clone(),
            by: served.day.letter.as_ref().map(|_| TurnBy::code(served.day.by)),
            excuse: served.excuse.map(ExcuseKind::code),
        })
    };
    Some(RosterPerson {
        person,
        nip: state.nip.to_string(),
        name: state.name.clone(),
        unit: state.unit.clone(),
        schedule: state.schedule.to_string(),
        cells: month.days().map(square).collect(),
    })
}

/// What excuses the whole of a day, so that the person is not there.
fn excuse_on(excuses: &[Excuse], date: Date) -> Option<ExcuseKind> {
    let of_day = excuses
        .iter()
        .map(|row| &row.excuse)
        .filter(|excuse| excuse.minutes.is_none() && (excuse.from..=excuse.until).contains(&date));
    let mut kinds = of_day.filter_map(|excuse| excuse.kind.parse::<ExcuseKind>().ok());
    kinds.find(|kind| match kind.class() {
        ExcuseClass::Leave | ExcuseClass::Duty => true,
        ExcuseClass::Wfa | ExcuseClass::Permission => false,
    })
}

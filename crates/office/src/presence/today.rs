//! Today: who should be here and is not, and which terminals are silent.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use civil::{ScheduleKey, Skpd, Wall};
use jiff::civil::Date;
use rules::{
    day::Verdict,
    law::Law,
    month::{InService, PresenceFacts, evaluate_days},
    plan::Plan,
};
use storage::people::PersonState;

use super::{gather::PersonMonth, neighbours::Neighbours};
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    terminal::{ListedTerminal, TerminalHealth},
};

/// A unit today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day.
    pub date: Date,
    /// What the wall shows.
    pub now: Wall,
    /// People with a shift today.
    pub expected: u32,
    /// Those who have arrived.
    pub arrived: u32,
    /// Those who arrived late.
    pub late: u32,
    /// Those on leave, on duty or working from elsewhere.
    pub excused: u32,
    /// Those whose shift has begun and who have not arrived, by name.
    pub missing: Vec<MissingPerson>,
    /// Terminals with a problem.
    pub terminals: Vec<ListedTerminal>,
}

/// Somebody who should be here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPerson {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Unit inside the organisation.
    pub unit: String,
    /// When the shift began.
    pub since: Wall,
}

/// How many people stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// People with a shift today.
    pub expected: u32,
    /// Those who have arrived.
    pub arrived: u32,
    /// Those who arrived late.
    pub late: u32,
    /// Those on leave, on duty or working from elsewhere.
    pub excused: u32,
    /// Those whose shift has begun and who have not arrived.
    pub missing: u32,
}

/// The whole regency today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegencyToday {
    /// The day.
    pub date: Date,
    /// What the wall shows.
    pub now: Wall,
    /// Everybody.
    pub everybody: Turnout,
    /// Units with somebody in service today, those with most people missing first.
    pub units: Vec<UnitToday>,
    /// Silent terminals of the regency.
    pub terminals: Vec<ListedTerminal>,
}

/// One unit of the regency today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitToday {
    /// Its code.
    pub code: Skpd,
    /// Its name.
    pub name: String,
    /// Its people.
    pub turnout: Turnout,
}

/// How somebody with a shift today stands.
enum Standing {
    /// On leave, on duty or working from elsewhere.
    Excused,
    /// Arrived in time.
    Arrived,
    /// Arrived late.
    Late,
    /// Not arrived, though the shift began then.
    Missing(Wall),
    /// The shift has not begun.
    NotYet,
}

impl Turnout {
    fn count(&mut self, standing: &Standing) {
        self.expected += 1;
        match standing {
            Standing::Excused => self.excused += 1,
            Standing::Arrived => self.arrived += 1,
            Standing::Late => {
                self.arrived += 1;
                self.late += 1;
            }
            Standing::Missing(_) => self.missing += 1,
            Standing::NotYet => {}
        }
    }
}

/// What the law asks today, compiled once a schedule.
struct DayLaw<'l> {
    law: &'l Law,
    now: Wall,
    plans: HashMap<ScheduleKey, Option<Plan>>,
}

impl<'l> DayLaw<'l> {
    fn new(law: &'l Law, now: Wall) -> Self {
        Self { law, now, plans: HashMap::new() }
    }

    /// How somebody in service stands; `None` without a shift today, or where the law has no
    /// hours.
    fn standing(&mut self, person: &PersonMonth, state: &PersonState) -> Option<Standing> {
        let (law, now, date) = (self.law, self.now, self.now.date());
        let held = (&state.schedule, &person.roster);
        let compile = || Plan::rostered(law, held, (date, date), date).ok();
        // Whoever has a roster has a plan of his own.
        let own = if person.roster.is_empty() { None } else { Some(compile()?) };
        if own.is_none() && !self.plans.contains_key(&state.schedule) {
            self.plans.insert(state.schedule.clone(), compile());
        }
        let plan = match &own {
            Some(own) => own,
            None => self.plans.get(&state.schedule)?.as_ref()?,
        };
        let plan = plan.day(date).expect("a plan covers its day");
        let since = plan.midnight.plus_seconds(i64::from(plan.shifts.first()?.starts));
        let mut records = Vec::new();
        let held = (date, &state.schedule);
        let neighbours = Neighbours::of(law, (&person.facts, &person.roster), held, held, date);
        evaluate_days(
            &PresenceFacts {
                plans: &[(plan, InService::Yes)],
                beside: neighbours.beside(),
                readings: &person.readings,
                excuses: &person.excuses,
                now: Some(now),
            },
            &mut records,
        );
        let record = records.pop()?;
        Some(match record.verdict {
            Verdict::Leave | Verdict::Duty | Verdict::Wfa => Standing::Excused,
            _ if record.arrived.or(record.left).is_some() => {
                if record.late_minutes > 0 {
                    Standing::Late
                } else {
                    Standing::Arrived
                }
            }
            _ if now >= since => Standing::Missing(since),
            _ => Standing::NotYet,
        })
    }
}

impl Office {
    /// Today in an organisation.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn today_in(&self, actor: &Actor, skpd: &Skpd) -> Result<Today, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Skpd(skpd))?;
        let now = self.wall_now();
        let mut law = DayLaw::new(self.lawbook.law(), now);
        let mut turnout = Turnout::default();
        let mut missing = Vec::new();
        for person in self.gather_day(Some(skpd), now.date()).await? {
            let Some(state) = person.state_on(now.date()) else { continue };
            let Some(standing) = law.standing(&person, state) else { continue };
            turnout.count(&standing);
            if let Standing::Missing(since) = standing {
                missing.push(MissingPerson {
                    nip: state.nip.to_string(),
                    name: state.name.clone(),
                    unit: state.unit.clone(),
                    since,
                });
            }
        }
        missing.sort_by(|a, b| (&a.name, &a.nip).cmp(&(&b.name, &b.nip)));
        let mut terminals = self.silent_terminals().await?;
        terminals.retain(|listed| listed.terminal.skpd.as_ref() == Some(skpd));
        let Turnout { expected, arrived, late, excused, missing: _ } = turnout;
        let date = now.date();
        Ok(Today { date, now, expected, arrived, late, excused, missing, terminals })
    }

    /// Today in the whole regency, unit by unit: the numbers of [`Office::today_in`], from a few
    /// queries however many units there are.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] or [`OfficeError::Store`].
    pub async fn today_everywhere(&self, actor: &Actor) -> Result<RegencyToday, OfficeError> {
        actor.require(Permission::SeeUnit, Scope::Regency)?;
        let now = self.wall_now();
        let date = now.date();
        let mut law = DayLaw::new(self.lawbook.law(), now);
        let mut everybody = Turnout::default();
        let mut of_unit: BTreeMap<Skpd, Turnout> = BTreeMap::new();
        for person in self.gather_day(None, date).await? {
            let Some(state) = person.state_on(date) else { continue };
            let turnout = of_unit.entry(state.skpd.clone()).or_default();
            if let Some(standing) = law.standing(&person, state) {
                turnout.count(&standing);
                everybody.count(&standing);
            }
        }
        let names: HashMap<Skpd, String> =
            self.store.skpds().await?.into_iter().map(|entry| (entry.code, entry.name)).collect();
        let mut units: Vec<UnitToday> = of_unit
            .into_iter()
            .map(|(code, turnout)| {
                let name = names.get(&code).cloned().unwrap_or_else(|| code.to_string());
                UnitToday { code, name, turnout }
            })
            .collect();
        // Stable, so that units with equally many missing stay in order of code.
        units.sort_by_key(|unit| Reverse(unit.turnout.missing));
        let terminals = self.silent_terminals().await?;
        Ok(RegencyToday { date, now, everybody, units, terminals })
    }

    async fn silent_terminals(&self) -> Result<Vec<ListedTerminal>, OfficeError> {
        let mut list = self.fleet().await?;
        list.retain(|listed| listed.health == TerminalHealth::Silent);
        Ok(list)
    }
}

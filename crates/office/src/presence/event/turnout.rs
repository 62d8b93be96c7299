//! Who had to be at an event, who was seen there, and what it costs whoever was not.

use std::collections::{BTreeMap, BTreeSet};

use civil::{Month, PersonId, Rupiah, TerminalSerial, Wall};
use rules::{
    day::DayRecord,
    excuse::ExcuseClass,
    month::{InService, PresenceFacts, evaluate_days},
    plan::{DayKind, DayPlan, Plan, Shift},
    statement::Occurrence,
};
use storage::presence::{People, PunchFilter};

use super::record::{Attendance, HeldEvent, MissedPerson};
use crate::{
    Office, OfficeError,
    presence::{Neighbours, PersonMonth},
    table::{Heading, ImportedRows, Table},
};

/// Who was seen at an event.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Those who punched within its time, or are named.
    there: BTreeSet<PersonId>,
    /// The last punch of each on its terminals before it began.
    before: BTreeMap<PersonId, Wall>,
}

/// Somebody who had to be at an event.
pub(super) struct Expected {
    pub(super) person: PersonId,
    pub(super) missed: MissedPerson,
    /// What the law makes of the day.
    day: Option<DayRecord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Nip,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[Self::Nip];

    fn names(self) -> &'static [&'static str] {
        &["nip", "nomorindukpegawai"]
    }

    fn required(self) -> bool {
        true
    }
}

impl Seen {
    /// Whether somebody was at the event. Who came early need not punch again: a punch on its
    /// terminals before it began will do, if by the law of the day's scans that person had arrived
    /// by then and had not left before the event began.
    pub(super) fn was_there(&self, one: &Expected, event: &HeldEvent) -> bool {
        let begins = i32::from(event.minutes.0) * 60;
        let here = |day: &DayRecord| {
            let arrived = day.arrived.filter(|arrived| *arrived < begins)?;
            day.left.is_none_or(|left| left >= begins).then_some(arrived)
        };
        let came_early = || {
            let arrived = one.day.as_ref().and_then(here)?;
            let arrived = Wall::midnight(event.date).plus_seconds(i64::from(arrived));
            self.before.get(&one.person).filter(|punch| **punch >= arrived)
        };
        self.there.contains(&one.person) || came_early().is_some()
    }
}

impl Office {
    /// Who was seen, and the numbers that nobody carries.
    pub(super) async fn seen_at(
        &self,
        event: &HeldEvent,
    ) -> Result<(Seen, Vec<String>), OfficeError> {
        match &event.attendance {
            Attendance::Terminals(serials) => Ok((self.punched_at(event, serials).await?, vec![])),
            Attendance::Seen { terminals, people } => {
                let mut seen = self.punched_at(event, terminals).await?;
                let mut unknown = Vec::new();
                if !people.is_empty() {
                    let ledger = self.ledger().await?;
                    for nip in people {
                        match ledger.carrier(nip) {
                            Some(person) => drop(seen.there.insert(person)),
                            None => unknown.push(nip.to_string()),
                        }
                    }
                }
                Ok((seen, unknown))
            }
            Attendance::List { name, bytes } => {
                let table = Table::<Column>::read(bytes)
                    .map_err(|error| OfficeError::bad_table(name, error))?;
                let ledger = self.ledger().await?;
                let (imported, people) = ImportedRows::read(&table, true, |row| {
                    row.get(Column::Nip, |text| ledger.person(text))
                });
                if let Some(bad) = imported.bad.first() {
                    let reason = format!("line {}: {}", bad.line, bad.reason);
                    return Err(OfficeError::bad_file(name, reason));
                }
                let there = people.into_iter().collect();
                Ok((Seen { there, ..Seen::default() }, Vec::new()))
            }
        }
    }

    /// Whoever punched on these terminals on the day until the event was over.
    async fn punched_at(
        &self,
        event: &HeldEvent,
        serials: &[TerminalSerial],
    ) -> Result<Seen, OfficeError> {
        let (begins, ends) = span(event);
        let mut seen = Seen::default();
        for serial in serials {
            let terminal = Some(serial.clone());
            let between = Some((Wall::midnight(event.date), ends));
            let filter = PunchFilter { person: None, terminal, between };
            for punch in self.store.punches(&filter).await? {
                let Some(person) = punch.person else { continue };
                if punch.at >= begins {
                    seen.there.insert(person);
                } else {
                    let last = seen.before.entry(person).or_insert(punch.at);
                    *last = punch.at.max(*last);
                }
            }
        }
        Ok(seen)
    }

    /// Who had to be there, by name.
    pub(super) async fn expected_at(
        &self,
        event: &HeldEvent,
    ) -> Result<Vec<Expected>, OfficeError> {
        let people = self.gather_day(Some(&event.skpd), event.date).await?;
        let expected = people.iter().filter_map(|person| self.expected(person, event));
        let mut expected: Vec<_> = expected.collect();
        expected.sort_by(|Expected { missed: a, .. }, Expected { missed: b, .. }| {
            (&a.name, &a.nip).cmp(&(&b.name, &b.nip))
        });
        Ok(expected)
    }

    /// A person, if a shift covers the event and nothing excuses it.
    fn expected(&self, person: &PersonMonth, event: &HeldEvent) -> Option<Expected> {
        let state = person.state_on(event.date)?;
        let held = (&state.schedule, &person.roster);
        let span_of_day = (event.date, event.date);
        let plan = Plan::rostered(self.lawbook.law(), held, span_of_day, self.today()).ok()?;
        let plan = plan.day(event.date)?;
        let begins = i32::from(event.minutes.0) * 60;
        let covers = |shift: &Shift| shift.opens <= begins && begins < shift.ends;
        let on_shift = plan.kind == DayKind::Work && plan.shifts.iter().any(covers);
        let excused = person.excuses.iter().any(|excused| {
            let of_day = (excused.from..=excused.until).contains(&event.date);
            let class = excused.excuse.kind.class();
            of_day && excused.excuse.seconds.is_none() && class != ExcuseClass::Permission
        });
        (on_shift && !excused).then(|| Expected {
            person: person.person,
            missed: MissedPerson {
                nip: state.nip.to_string(),
                name: state.name.clone(),
                nearest_scan: nearest_scan(&person.readings, event),
                cost: None,
            },
            day: self.day_of(person, plan),
        })
    }

    /// What the law makes of a day of somebody in service.
    fn day_of(&self, person: &PersonMonth, plan: &DayPlan) -> Option<DayRecord> {
        let state = person.state_on(plan.date)?;
        let held = (plan.date, &state.schedule);
        let known = (person.facts.as_slice(), &person.roster);
        let neighbours = Neighbours::of(self.lawbook.law(), known, held, held, self.today());
        let mut records = Vec::new();
        evaluate_days(
            &PresenceFacts {
                plans: &[(plan, InService::Yes)],
                beside: neighbours.beside(),
                readings: &person.readings,
                excuses: &person.excuses,
                now: Some(self.wall_now()),
            },
            &mut records,
        );
        records.pop()
    }

    /// Adds what missing the event takes from the month of each.
    pub(super) async fn add_costs(
        &self,
        event: &HeldEvent,
        missed: &mut [(PersonId, MissedPerson)],
    ) -> Result<(), OfficeError> {
        if missed.is_empty() {
            return Ok(());
        }
        let month = Month::of(event.date);
        let people = People::These(missed.iter().map(|(person, _)| *person).collect());
        let code = format!("missed:{}", event.code);
        let mut without = self.gather(&people, month).await?;
        // It may be recorded already, and is looked at once more.
        let of_event = |one: &Occurrence| one.date == event.date && one.code == code;
        for facts in &mut without {
            facts.occurrences.retain(|one| !of_event(one));
        }
        let mut with = without.clone();
        for facts in &mut with {
            let missed = Occurrence { date: event.date, code: code.clone(), amount: 1 };
            facts.occurrences.push(missed);
        }
        let preview = self.preview_by(month, self.applied_law().await?);
        let net = |facts: &[PersonMonth]| -> Vec<Option<i64>> {
            let months = preview.months(facts).into_iter();
            let nets = months.map(|month| {
                let (_, doc) = month?;
                doc.silent.is_none().then_some(doc.tpp_net)
            });
            nets.collect()
        };
        let costs: BTreeMap<PersonId, Rupiah> = without
            .iter()
            .zip(net(&without).into_iter().zip(net(&with)))
            .filter_map(|(facts, (before, after))| {
                Some((facts.person, Rupiah((before? - after?).max(0))))
            })
            .collect();
        for (person, one) in missed {
            one.cost = costs.get(person).copied();
        }
        Ok(())
    }
}

/// When an event begins and ends.
fn span(event: &HeldEvent) -> (Wall, Wall) {
    let at = |minute: u16| Wall::midnight(event.date).plus_seconds(i64::from(minute) * 60);
    (at(event.minutes.0), at(event.minutes.1))
}

/// The reading of the day that is nearest to the event.
fn nearest_scan(readings: &[Wall], event: &HeldEvent) -> Option<Wall> {
    let (begins, ends) = span(event);
    let of_day = readings.iter().copied().filter(|reading| reading.date() == event.date);
    of_day.min_by_key(|reading| (begins.0 - reading.0).max(reading.0 - ends.0))
}

//! What is known of a person's leave: service, what was granted, what waits, what an office handed
//! over on its first day.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use civil::{Nip, PersonId, ScheduleKey, Skpd};
use jiff::civil::Date;
use rules::{
    excuse::ExcuseKind,
    law::{Law, leave::Post},
    leave::{LeaveFacts, Opening, Taken, working_days},
    plan::{DayKind, Plan},
    roster::Roster,
};
use storage::{
    StoreError,
    details::Detail,
    matters::{MatterFilter, MatterKind, Waiting, Whose},
    people::{PersonFact, PersonState},
    presence::{NewExcuse, People},
};

use crate::{
    Office, OfficeError,
    matter::{Asked, LeaveAsked},
    presence::state_on,
};

pub(crate) use crate::person::details::SERVICE_FROM;

/// Key of the detail that says what was left when an office began to keep leave here, holding from
/// 1 January of a year: `2025=6 2024=3; 2024`, days of earlier years, then years without any leave.
pub(crate) const OPENING: &str = "leave-opening";

/// First word of the positions whose holders have school holidays.
const TEACHER: &str = "guru";

/// Working pattern of days before anything is known of a person.
const OFFICE_SCHEDULE: &str = "lima-hari";

/// A person and what is known of leave.
pub(crate) struct LeaveLedger<'o> {
    office: &'o Office,
    /// Who.
    pub(crate) person: PersonId,
    facts: Vec<PersonFact>,
    service_from: Date,
    granted: Vec<Granted>,
    opening: Option<HandedOver>,
    roster: Roster,
    /// Whether days are working days, once they were asked about. Behind a lock so that a page can
    /// wait for the store while it holds this.
    known_days: Mutex<HashMap<Date, bool>>,
}

/// What was left on 1 January of the year in which an office began to keep leave here.
struct HandedOver {
    year: i16,
    lots: Vec<(i16, u32)>,
    unused_years: Vec<i16>,
}

/// Leave that holds, or that waits and may come to hold.
struct Granted {
    kind: ExcuseKind,
    local: Option<String>,
    excuse: NewExcuse,
    /// Whether somebody has still to decide about it.
    is_pending: bool,
}

impl Office {
    /// All that is known of a person's leave, in a fixed number of queries. What waits for a
    /// decision counts as taken, so that two requests cannot use the same days.
    ///
    /// A request that is looked at again, `without`, does not stand in its own way.
    pub(crate) async fn leave_ledger(
        &self,
        nip: &Nip,
        without: Option<i64>,
    ) -> Result<LeaveLedger<'_>, OfficeError> {
        let facts = self.store.facts_by_nip(nip).await?;
        let Some(person) = facts.first().map(|fact| fact.person) else {
            return Err(OfficeError::not_found("person with NIP", nip.to_string()));
        };
        let mut ledgers = self.ledgers(vec![(person, facts)], without).await?;
        Ok(ledgers.pop().expect("one person was asked about"))
    }

    /// The same of everybody who serves in an organisation on a day, in as many queries as for one
    /// person, by name.
    pub(crate) async fn leave_ledgers(
        &self,
        skpd: &Skpd,
        on: Date,
    ) -> Result<Vec<LeaveLedger<'_>>, OfficeError> {
        let facts = self.store.facts(&People::Of(skpd.clone())).await?;
        let serves = |facts: &[PersonFact]| {
            state_on(facts, on).is_some_and(|state| state.in_service && state.skpd == *skpd)
        };
        let by_person = facts.chunk_by(|one, other| one.person == other.person);
        let serving: Vec<_> = by_person
            .filter(|facts| serves(facts))
            .filter_map(|facts| Some((facts.first()?.person, facts.to_vec())))
            .collect();
        if serving.is_empty() {
            return Ok(Vec::new());
        }
        let mut ledgers = self.ledgers(serving, None).await?;
        ledgers.sort_by_cached_key(|ledger| {
            let state = ledger.state_on(on);
            (state.name.to_lowercase(), state.nip.to_string())
        });
        Ok(ledgers)
    }

    /// The same of some people, in as many queries as for one, in order of their ids.
    pub(crate) async fn leave_ledgers_of(
        &self,
        people: Vec<PersonId>,
    ) -> Result<Vec<LeaveLedger<'_>>, OfficeError> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let facts = self.store.facts(&People::These(people)).await?;
        let by_person = facts.chunk_by(|one, other| one.person == other.person);
        let whose = by_person.filter_map(|facts| Some((facts.first()?.person, facts.to_vec())));
        self.ledgers(whose.collect(), None).await
    }

    /// What is known of the leave of people with these facts.
    async fn ledgers(
        &self,
        whose: Vec<(PersonId, Vec<PersonFact>)>,
        without: Option<i64>,
    ) -> Result<Vec<LeaveLedger<'_>>, OfficeError> {
        let always = (Date::constant(1950, 1, 1), Date::constant(9000, 12, 31));
        let ids: Vec<PersonId> = whose.iter().map(|(person, _)| *person).collect();
        let people = &People::These(ids.clone());
        let mut details: HashMap<PersonId, Vec<Detail>> = HashMap::new();
        for detail in self.store.details(people).await? {
            details.entry(detail.person).or_default().push(detail);
        }
        let mut granted: HashMap<PersonId, Vec<Granted>> = HashMap::new();
        for row in self.store.excuses(people, always.0, always.1).await? {
            granted.entry(row.excuse.person).or_default().push(Granted {
                kind: kind_named(&row.excuse.kind)?,
                local: None,
                excuse: row.excuse,
                is_pending: false,
            });
        }
        let waiting = MatterFilter {
            kinds: vec![MatterKind::Leave],
            waiting: Waiting::Yes,
            ..MatterFilter::of(Whose::Of(ids))
        };
        for matter in self.store.matters(&waiting).await? {
            if Some(matter.id) != without
                && let Some(person) = matter.opened.person
                && let Asked::Leave(asked) = Asked::of(&matter)?
            {
                granted.entry(person).or_default().push(waiting_leave(person, &asked)?);
            }
        }
        let mut rosters = self.rosters(people, always).await?;
        let ledger = |(person, facts): (PersonId, Vec<PersonFact>)| {
            let details = details.remove(&person).unwrap_or_default();
            let newest = facts.last().map(|fact| fact.state.nip);
            let nip = newest.expect("a person is known by at least one fact");
            Ok(LeaveLedger {
                office: self,
                person,
                service_from: service_from(&facts, &details, &nip),
                facts,
                granted: granted.remove(&person).unwrap_or_default(),
                opening: opening(&details)?,
                roster: rosters.remove(&person).unwrap_or_default(),
                known_days: Mutex::default(),
            })
        };
        whose.into_iter().map(ledger).collect()
    }
}

impl LeaveLedger<'_> {
    /// What holds about the person on a day; before the first fact, what held first.
    pub(crate) fn state_on(&self, date: Date) -> &PersonState {
        state_on(&self.facts, date)
            .or_else(|| self.facts.first().map(|fact| &fact.state))
            .expect("a person is known by at least one fact")
    }

    /// Whether a day is a working day of the person. Where the law has no hours, days from Monday to
    /// Friday without holidays are.
    pub(crate) fn is_working(&self, date: Date) -> bool {
        let known_days = || self.known_days.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known_days().get(&date).copied();
        if let Some(known) = known {
            return known;
        }
        let office = || OFFICE_SCHEDULE.parse().expect("it is written as a key is");
        let schedule: ScheduleKey =
            state_on(&self.facts, date).map_or_else(office, |state| state.schedule.clone());
        let (law, as_of) = (self.office.lawbook.law(), self.office.today());
        let works = works_on(law, (&schedule, &self.roster), date, as_of);
        known_days().insert(date, works);
        works
    }

    /// Hands out the facts in the words of the rules.
    pub(crate) fn with_facts<T>(&self, on: Date, ask: impl FnOnce(&LeaveFacts<'_>) -> T) -> T {
        let taken: Vec<Taken<'_>> = self.granted.iter().map(Granted::taken).collect();
        let state = self.state_on(on);
        let opening = self.opening.as_ref();
        let is_working = |date| self.is_working(date);
        ask(&LeaveFacts {
            employment: state.employment,
            post: post_of(state),
            service_from: self.service_from,
            taken: &taken,
            joint_leave_worked: &[],
            postponed_years: &[],
            opening: opening.map(|HandedOver { year, lots, unused_years }| Opening {
                year: *year,
                lots,
                unused_years,
            }),
            is_working: &is_working,
        })
    }

    /// Working days of annual leave in a year that wait for a decision.
    pub(crate) fn pending_days(&self, year: i16) -> u32 {
        let (first, last) = (Date::constant(year, 1, 1), Date::constant(year, 12, 31));
        let is_working = |date| self.is_working(date);
        let waits = self.granted.iter().filter(|granted| granted.is_pending);
        waits
            .filter(|granted| granted.kind == ExcuseKind::CutiTahunan)
            .map(|granted| (granted.excuse.from.max(first), granted.excuse.until.min(last)))
            .filter(|(from, until)| from <= until)
            .map(|(from, until)| working_days(from, until, &is_working))
            .sum()
    }

    /// Leave of a kind that was granted or waits, in order.
    pub(crate) fn of_kind(&self, kind: ExcuseKind) -> impl Iterator<Item = (Date, Date)> {
        let mut spans: Vec<_> = self
            .granted
            .iter()
            .filter(|granted| granted.kind == kind)
            .map(|granted| (granted.excuse.from, granted.excuse.until))
            .collect();
        spans.sort_unstable();
        spans.into_iter()
    }
}

impl Granted {
    fn taken(&self) -> Taken<'_> {
        let NewExcuse { from, until, minutes, .. } = &self.excuse;
        let seconds = minutes.map(|(from, until)| (i32::from(from) * 60, i32::from(until) * 60));
        let (kind, local) = (self.kind, self.local.as_deref());
        Taken { kind, local, from: *from, until: *until, seconds, travel_days: 0 }
    }
}

fn works_on(law: &Law, held: (&ScheduleKey, &Roster), date: Date, as_of: Date) -> bool {
    let plan = Plan::rostered(law, held, (date, date), as_of);
    let kind = plan.ok().and_then(|plan| plan.day(date).map(|day| day.kind));
    kind.map_or_else(
        || date.weekday().to_monday_zero_offset() < 5 && law.holiday(date, as_of).is_none(),
        |kind| kind == DayKind::Work,
    )
}

/// The group of posts a person is in.
pub(crate) fn post_of(state: &PersonState) -> Post {
    let first = state.position.split_whitespace().next().unwrap_or_default();
    if first.eq_ignore_ascii_case(TEACHER) { Post::Guru } else { Post::Lain }
}

/// When service began: as the office says, else as the Nip says, else with the first fact.
fn service_from(facts: &[PersonFact], details: &[Detail], nip: &Nip) -> Date {
    let said = details.iter().rfind(|detail| detail.key == SERVICE_FROM);
    said.and_then(|detail| detail.value.parse().ok())
        .or_else(|| nip.appointed().map(civil::Month::first))
        .or_else(|| facts.first().map(|fact| fact.valid_from))
        .expect("a person is known by at least one fact")
}

/// The kind that a kept word names.
pub(super) fn kind_named(code: &str) -> Result<ExcuseKind, StoreError> {
    code.parse().map_err(|error: rules::excuse::UnknownExcuse| StoreError::Inconsistent {
        what: "excuse",
        reason: error.to_string(),
    })
}

fn waiting_leave(person: PersonId, asked: &LeaveAsked) -> Result<Granted, StoreError> {
    let LeaveAsked { kind, counts_as, from, until, minutes, .. } = asked;
    let local = (kind != counts_as).then(|| kind.clone());
    let excuse = NewExcuse {
        person,
        kind: counts_as.clone(),
        from: *from,
        until: *until,
        minutes: *minutes,
        reason: String::new(),
    };
    Ok(Granted { kind: kind_named(counts_as)?, local, excuse, is_pending: true })
}

/// The newest balance that was handed over.
fn opening(details: &[Detail]) -> Result<Option<HandedOver>, StoreError> {
    let Some(detail) = details.iter().rfind(|detail| detail.key == OPENING) else {
        return Ok(None);
    };
    let unreadable = || StoreError::Inconsistent {
        what: "balance of leave that was handed over",
        reason: detail.value.clone(),
    };
    let (lots, unused) = detail.value.split_once(';').ok_or_else(unreadable)?;
    let lot = |text: &str| {
        let (year, days) = text.split_once('=')?;
        Some((year.parse().ok()?, days.parse().ok()?))
    };
    let lots: Option<Vec<_>> = lots.split_whitespace().map(lot).collect();
    let unused: Result<Vec<_>, _> = unused.split_whitespace().map(str::parse).collect();
    let (lots, unused) = (lots.ok_or_else(unreadable)?, unused.map_err(|_| unreadable())?);
    Ok(Some(HandedOver { year: detail.valid_from.year(), lots, unused_years: unused }))
}

//! Who stands on a rung or near one, the gravest first, and the cases that run.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use civil::{Month, PersonId, Skpd};
use jiff::civil::Date;
use rules::law::Law;
use serde::Serialize;
use storage::{
    matters::{Matter, MatterFilter, MatterKind, Whose},
    people::PersonFact,
    presence::People,
};

use super::{
    ListedCase, NamedCase, YearCounted,
    counted::{CountedYear, records, serves_in},
};
use crate::{Actor, Office, OfficeError, Permission, Scope, presence::state_on};

/// People whose days are read at a time, so that a list of any length fits in little memory.
const READ_AT_ONCE: usize = 1_000;

/// People with many days absent whose days are read to find rows of days, whatever page is shown.
const LOOKED_INTO_MAX: usize = 300;

/// Whose discipline to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisciplineFilter {
    /// Of one organisation.
    pub skpd: Option<Skpd>,
    /// The calendar year.
    pub year: i16,
    /// Page, from 1.
    pub page: usize,
    /// Rows of a page.
    pub rows_a_page: usize,
}

impl DisciplineFilter {
    /// Rows of a page that people read on a screen.
    pub const A_PAGE: usize = 50;
}

/// People near a rung or on one, and the cases that run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisciplineList {
    /// The calendar year.
    pub year: i16,
    /// The last day that was looked at.
    pub until: Date,
    /// Cases that wait for a step, the earliest day first.
    pub cases: Vec<NamedCase>,
    /// The people of the page, the gravest first.
    pub rows: Vec<DisciplineRow>,
    /// People in all.
    pub people: usize,
    /// Page, from 1.
    pub page: usize,
    /// Rows of a page.
    #[serde(skip)]
    pub rows_a_page: usize,
}

/// Where one person stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisciplineRow {
    /// Number.
    pub nip: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub skpd: String,
    /// What the year comes to.
    #[serde(flatten)]
    pub counted: YearCounted,
    /// The person's cases about days of the year.
    pub cases: Vec<ListedCase>,
}

impl Office {
    /// Who stands on a rung or near one in a year, brought up to date first. Who is bound to an
    /// organisation sees that one only.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] for a year that has not begun.
    pub async fn discipline_list(
        &self,
        actor: &Actor,
        filter: &DisciplineFilter,
    ) -> Result<DisciplineList, OfficeError> {
        let skpd = filter.skpd.as_ref().or(actor.skpd());
        actor.require(Permission::SeeUnit, skpd.map_or(Scope::Regency, Scope::Skpd))?;
        let year = self.year(filter.year)?;
        let Members { facts, people, serving } = self.members(skpd, year).await?;
        let known = self.refresh_span(&people, &|month| serving.in_month(month), year.span).await?;
        let law = self.lawbook.law();
        let these = match &people {
            People::These(these) => Some(these.as_slice()),
            People::All | People::Of(_) => None,
        };
        let span = match known.iter().find(|month| **month >= year.own().0) {
            Some(first) => (*first, year.own().1),
            None => return self.only_cases(skpd, year, (filter.rows_a_page, &facts)).await,
        };
        let sums = self.store.absences(these, span, least(law, year.until)).await?;
        let cases = self.cases_of(skpd).await?;
        let rows_a_page = filter.rows_a_page.max(1);
        let page = filter.page.clamp(1, sums.len().div_ceil(rows_a_page).max(1));
        let deep = sums.partition_point(|(_, days)| *days >= in_a_row_least(law, year.until));
        let from = (page - 1) * rows_a_page;
        let of_page = from..from.saturating_add(rows_a_page).min(sums.len());
        let order =
            self.ordered((&sums, deep.min(LOOKED_INTO_MAX)), of_page, year, (&known, &facts));
        let today = self.today();
        let row = |(person, counted)| row(person, counted, year, (&cases, &facts, today));
        let rows = order.await?.into_iter().filter_map(row).collect();
        Ok(DisciplineList {
            year: year.year,
            until: year.until,
            cases: named(&cases, &facts, today),
            rows,
            people: sums.len(),
            page,
            rows_a_page,
        })
    }

    /// The people of a page with what their year comes to: of those with days enough for a row the
    /// gravest first, then the others by their days.
    async fn ordered(
        &self,
        (sums, deep): (&[(PersonId, u32)], usize),
        of_page: std::ops::Range<usize>,
        year: CountedYear,
        (known, facts): (&[Month], &HashMap<PersonId, Vec<PersonFact>>),
    ) -> Result<Vec<(PersonId, YearCounted)>, OfficeError> {
        let looked_into =
            if of_page.start < deep { 0..deep.max(of_page.end) } else { of_page.clone() };
        let begins = looked_into.start;
        let people: Vec<PersonId> =
            sums.get(looked_into).unwrap_or_default().iter().map(|(person, _)| *person).collect();
        let law = self.lawbook.law();
        let mut counted = Vec::with_capacity(people.len());
        for people in people.chunks(READ_AT_ONCE) {
            let days = self.store.days(people, year.span).await?;
            let mut of_person: HashMap<PersonId, Vec<_>> = HashMap::new();
            for days in days {
                of_person.entry(days.person).or_default().push(days);
            }
            for person in people {
                let days = of_person.get(person).map_or(&[][..], Vec::as_slice);
                let facts = facts.get(person).map_or(&[][..], Vec::as_slice);
                if let Some(year) = year.count(&records(days, *person, known)?, facts, law) {
                    counted.push((*person, year));
                }
            }
        }
        if begins < deep {
            let grave = deep.min(counted.len());
            let (deep, _) = counted.split_at_mut(grave);
            deep.sort_by_key(|(person, year)| (Reverse(year.gravity()), *person));
        }
        let skipped = of_page.start - begins;
        Ok(counted.into_iter().skip(skipped).take(of_page.len()).collect())
    }

    /// A year of which no month is known: nobody stands anywhere, but cases may run.
    async fn only_cases(
        &self,
        skpd: Option<&Skpd>,
        year: CountedYear,
        (rows_a_page, facts): (usize, &HashMap<PersonId, Vec<PersonFact>>),
    ) -> Result<DisciplineList, OfficeError> {
        let cases = self.cases_of(skpd).await?;
        Ok(DisciplineList {
            year: year.year,
            until: year.until,
            cases: named(&cases, facts, self.today()),
            rows: Vec::new(),
            people: 0,
            page: 1,
            rows_a_page,
        })
    }

    /// All cases of an organisation or of the regency.
    async fn cases_of(&self, skpd: Option<&Skpd>) -> Result<Vec<Matter>, OfficeError> {
        let whose = skpd.map_or(Whose::All, |skpd| Whose::In(skpd.clone()));
        let filter = MatterFilter { kinds: vec![MatterKind::Case], ..MatterFilter::of(whose) };
        Ok(self.store.matters(&filter).await?)
    }

    /// Whom a list is about.
    async fn members(
        &self,
        skpd: Option<&Skpd>,
        year: CountedYear,
    ) -> Result<Members, OfficeError> {
        let asked = skpd.map_or(People::All, |skpd| People::Of(skpd.clone()));
        let mut facts: HashMap<PersonId, Vec<PersonFact>> = HashMap::new();
        for fact in self.store.facts(&asked).await? {
            facts.entry(fact.person).or_default().push(fact);
        }
        let is_member = |facts: &[PersonFact]| {
            let state = state_on(facts, year.until);
            skpd.is_none_or(|skpd| state.is_some_and(|state| state.skpd == *skpd))
        };
        let mut people: Vec<PersonId> =
            facts.iter().filter(|(_, facts)| is_member(facts)).map(|(person, _)| *person).collect();
        people.sort_unstable();
        let serving = Serving::of(people.iter().filter_map(|person| facts.get(person)), year.span);
        let people = if skpd.is_some() { People::These(people) } else { People::All };
        Ok(Members { facts, people, serving })
    }
}

/// Whom a list is about, and how many of them serve when.
struct Members {
    facts: HashMap<PersonId, Vec<PersonFact>>,
    people: People,
    serving: Serving,
}

/// How many people serve in each month.
struct Serving(HashMap<Month, u64>);

impl Serving {
    fn of<'f>(people: impl Iterator<Item = &'f Vec<PersonFact>>, span: (Month, Month)) -> Self {
        let months = std::iter::successors(Some(span.0), |month| month.checked_next());
        let months: Vec<Month> = months.take_while(|month| *month <= span.1).collect();
        let mut serving = HashMap::new();
        for facts in people {
            for month in months.iter().filter(|month| serves_in(facts, **month)) {
                *serving.entry(*month).or_default() += 1;
            }
        }
        Self(serving)
    }

    fn in_month(&self, month: Month) -> u64 {
        self.0.get(&month).copied().unwrap_or(0)
    }
}

/// The row of a person; none of whom nothing is known.
fn row(
    person: PersonId,
    counted: YearCounted,
    year: CountedYear,
    (cases, facts, today): (&[Matter], &HashMap<PersonId, Vec<PersonFact>>, Date),
) -> Option<DisciplineRow> {
    let state = year.state(facts.get(&person)?)?;
    let of_year = |matter: &&Matter| {
        matter.opened.person == Some(person)
            && matter.opened.until.year() >= year.year
            && matter.opened.from.year() <= year.year
    };
    Some(DisciplineRow {
        nip: state.nip.to_string(),
        name: state.name.clone(),
        skpd: state.skpd.to_string(),
        counted,
        cases: cases.iter().filter(of_year).map(|matter| ListedCase::of(matter, today)).collect(),
    })
}

/// Cases that wait, with their people.
fn named(
    cases: &[Matter],
    facts: &HashMap<PersonId, Vec<PersonFact>>,
    today: Date,
) -> Vec<NamedCase> {
    let mut seen = HashSet::new();
    cases
        .iter()
        .filter(|matter| matter.opened.standing.desk.is_some() && seen.insert(matter.id))
        .map(|matter| {
            let facts = matter.opened.person.and_then(|person| facts.get(&person));
            let state = facts.and_then(|facts| state_on(facts, today));
            NamedCase::of(matter, state, today)
        })
        .collect()
}

/// With how many days absent somebody is first told of: those before the lowest first rung.
pub(super) fn least(law: &Law, on: Date) -> u32 {
    let notice = law.value_on(&law.discipline.notice, "notice", on, on).ok();
    let ahead = notice.and_then(|notice| notice.days_before.iter().copied().max()).unwrap_or(0);
    let first = ladders_on(law, on).filter_map(|ladder| Some(ladder.rungs.first()?.from)).min();
    first.map_or(1, |first| first.saturating_sub(ahead)).max(1)
}

/// With how many days absent a row of days can be full.
fn in_a_row_least(law: &Law, on: Date) -> u32 {
    let rows = ladders_on(law, on).filter_map(|ladder| Some(ladder.in_a_row.as_ref()?.days));
    rows.min().unwrap_or(u32::MAX)
}

fn ladders_on(law: &Law, on: Date) -> impl Iterator<Item = &rules::law::discipline::LadderValue> {
    law.ladders.values().filter_map(move |topic| law.value_on(&topic.values, "ladder", on, on).ok())
}
